"""What each line typed at the demonstration does: said to the bot, a button tapped, the clock moved, another player."""

import asyncio
import re
from contextlib import suppress

from bot.demo.cast import CAST, FIRST, PARIS, Player, called
from bot.demo.keyboard import Keyboard
from bot.demo.moves import ImmovableError, read_move
from bot.demo.phone import Keys, Phone
from bot.demo.screen import Display, moment, prompt_of
from bot.demo.stage import Stage
from bot.demo.telegram import Message
from bot.demo.telegram.client import ImpossibleError

PATIENCE = 20.0  # seconds for all the answers to one sentence
WATCHED = 30.0  # seconds between two looks at a phone where nothing happens
QUITTING = re.compile(r"quitter|quitte|quit|exit", re.IGNORECASE)
HELP = re.compile(r"aide\s+d[ée]mo", re.IGNORECASE)
NUMBER = re.compile(r"\d{1,3}")
CORRECTION = re.compile(r"corriger?\s*:\s*(?P<text>.+)", re.IGNORECASE | re.DOTALL)


class Conversation:
    """Turns of the person at the terminal, and what the phones of all players show after each."""

    def __init__(self, stage: Stage, keyboard: Keyboard) -> None:
        self._stage, self._keyboard, self._display = stage, keyboard, Display()
        self._phones = {player: Phone(player) for player in CAST}
        self._player = FIRST
        self._said: dict[Player, Message] = {}
        self._keys = Keys()
        self._looking = asyncio.Lock()

    def introduce(self) -> None:
        """What this is, who one is, what to type first, how to move the clock."""
        self._display.say("demo-title", style="bold")
        self._display.say("demo-you-are", self._player.facts)
        self._display.say("demo-first-step")
        self._display.say("demo-how-to-move")
        self._display.say("demo-how-to-switch", words=", ".join(player.word for player in CAST))
        self._display.say("demo-more")

    def report(self, name: str, log: str = "", **facts: object) -> None:
        """Say what ended the demonstration, with the end of a log."""
        self._display.say(name, style="bold red", log=log or None, **facts)
        if log:
            self._display.raw(log)

    async def go_on(self) -> None:
        """Take turns until there is nothing more to say."""
        await self._look()
        watchers = [asyncio.create_task(self._watch(phone)) for phone in self._phones.values()]
        try:
            while (line := await self._ask()) is not None and not QUITTING.fullmatch(line.strip()):
                if line.strip():
                    await self._stage.watched(self._turn(line.strip()), PATIENCE)
        finally:
            for watcher in watchers:
                watcher.cancel()

    async def _ask(self) -> str | None:
        """The next line; a pipe's is shown as if it had been typed."""
        prompt = self._prompt()
        if self._keyboard.interactive:
            with self._display.prompting(prompt) as shown:
                return await self._stage.watched(self._keyboard.line(shown))
        line = await self._stage.watched(self._keyboard.line(prompt))
        if line:
            self._display.echo(self._prompt(), line)
        return line

    def _prompt(self) -> str:
        return prompt_of(self._player.person.first_name, self._stage.clock().astimezone(PARIS))

    async def _turn(self, line: str) -> None:
        """Do what the line says, then show all it brought about."""
        self._keys.start_again()
        try:
            await self._act(line)
        except ImpossibleError:
            self._display.say("demo-impossible")
        await self._stage.quiet()
        await self._look()

    async def _act(self, line: str) -> None:
        if player := called(line):
            self._switch(player)
        elif HELP.fullmatch(line):
            self._help()
        elif NUMBER.fullmatch(line):
            await self._tap(int(line))
        elif correction := CORRECTION.fullmatch(line):
            await self._correct(correction["text"])
        elif not await self._move(line):
            self._said[self._player] = await self._stage.people.says(self._player.person, line)

    def _switch(self, player: Player) -> None:
        self._player = player
        self._display.say("demo-you-are", player.facts)
        self._show(self._phones[player])

    def _help(self) -> None:
        self._display.help([player.facts for player in CAST])

    async def _tap(self, number: int) -> None:
        found = self._keys.under(number)
        if found is None:
            self._display.say("demo-no-button", number=number)
            return
        message, button = found
        if button.url:
            self._display.say("demo-button-link", url=button.url)
            return
        if button.copy_text:
            self._display.say("demo-button-copy", text=button.copy_text)
            return
        try:
            await self._stage.people.taps(self._player.person, button.data or button.text, message)
        except ImpossibleError:
            self._display.say("demo-button-gone")

    async def _correct(self, text: str) -> None:
        """Edit the last message said."""
        if said := self._said.get(self._player):
            await self._stage.people.edits(self._player.person, said, text)
        else:
            self._display.say("demo-nothing-to-edit")

    async def _move(self, line: str) -> bool:
        """Set every clock, if the line says so."""
        now = self._stage.clock().astimezone(PARIS)
        try:
            to = read_move(line, now)
        except ImmovableError as no:
            self._display.say(f"demo-clock-{no.why}", now=moment(now))
            return True
        if to:
            await self._stage.set_clock(to)
            self._display.say("demo-now", day=to.date(), year=str(to.year), hour=to.time().replace(second=0))
        return to is not None

    async def _look(self) -> None:
        """Show what is new: in full for whoever is played, in a line for the others."""
        async with self._looking:
            mine = self._phones[self._player]
            for phone in sorted(self._phones.values(), key=lambda phone: phone is not mine):
                sights, toasts = phone.look(await self._stage.people.sees(phone.player.person))
                if phone is mine:
                    self._show(phone)
                    for toast in toasts:
                        self._display.say("demo-toast", text=toast.text)
                else:
                    for sight in sights:
                        self._display.notice(phone.player.person.first_name, sight.message)

    def _show(self, phone: Phone) -> None:
        for sight in phone.read():
            message = sight.message
            at = (message.edited if sight.edited and message.edited else message.date).astimezone(PARIS)
            self._display.message(sight, self._keys.number(message), at)

    async def _watch(self, phone: Phone) -> None:
        """Show what comes unasked while somebody is at the prompt; a pipe is shown it after each sentence."""
        from aiohttp import ClientError

        if not self._keyboard.interactive:
            return
        with suppress(ClientError):  # its process is gone: said elsewhere
            while True:
                await self._stage.people.sees(phone.player.person, phone.change, timeout=WATCHED)
                await self._look()
