"""What can be seen: by people in their chats, by a test in the calls."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from bot.demo.telegram.taps import Toast
from bot.demo.telegram.values import JSON, Message, Person
from bot.demo.telegram.world import Call, World

T = TypeVar("T")


class Reading:
    """The reading part of the local Telegram."""

    world: World

    @property
    def calls(self) -> list[Call]:
        """Every request of the bot, in the order of arrival."""
        return self.world.calls

    def calls_to(self, method: str) -> list[Call]:
        return [call for call in self.world.calls if call.method.lower() == method.lower()]

    @property
    def updates(self) -> list[JSON]:
        """Every update ever queued, confirmed or not."""
        return [update.as_json() for update in self.world.updates.history.values()]

    @property
    def pending(self) -> int:
        """How many updates the bot has not confirmed."""
        return self.world.updates.pending

    def history(self, where: Person | int) -> list[Message]:
        """Every message of a private chat, or of a group by its id, the deleted ones too."""
        chat = self.world.chats.find(where if isinstance(where, int) else where.id)
        return list(chat.messages.values()) if chat else []

    def chat(self, where: Person | int) -> list[Message]:
        """The chat as it is on the screen now, both sides, oldest first."""
        return [message for message in self.history(where) if not message.deleted]

    def answers(self, where: Person | int) -> list[Message]:
        """The bot's side of the chat."""
        return [message for message in self.chat(where) if message.from_bot]

    def last(self, where: Person | int) -> Message:
        """The bot's newest message there."""
        found = self.answers(where)
        assert found, "the bot has said nothing there"
        return found[-1]

    def keyboard(self, person: Person) -> list[list[str]]:
        """The keys shown in place of their own keyboard, row by row."""
        chat = self.world.chats.find(person.id)
        rows = (chat.keyboard or {}).get("keyboard", []) if chat else []
        return [[key["text"] for key in row] for row in rows]

    def toasts(self, person: Person) -> list[Toast]:
        """What answers to their taps have shown them, in the order of the taps; empty ones show nothing."""
        taps = (tap for tap in self.world.taps.all.values() if tap.user_id == person.id)
        return [tap.answer for tap in taps if tap.answer and tap.answer.text]

    def menu(self, person: Person, *, group: int | None = None) -> dict[str, str]:
        """The commands they see behind the menu button, with their descriptions."""
        chat_id, private = (person.id, True) if group is None else (group, False)
        commands = self.world.menus.seen(chat_id, person.id, person.language_code or "", private=private)
        return {entry["command"]: entry["description"] for entry in commands}

    async def until(self, predicate: Callable[[], T], timeout: float = 5.0) -> T:  # noqa: ASYNC109
        """Returns what `predicate` gives once that is true, asked anew at each change; AssertionError after
        `timeout` seconds.
        """
        try:
            async with asyncio.timeout(timeout):
                while True:
                    rung = self.world.bell.count
                    if found := predicate():
                        return found
                    await self.world.bell.after(rung)
        except TimeoutError:
            raise AssertionError(f"not within {timeout} s; {self._lately()}") from None

    async def settled(self, timeout: float = 5.0) -> None:  # noqa: ASYNC109
        """Returns once every update is confirmed: by a later offset, or by a webhook's answer."""
        await self.until(lambda: self.pending == 0, timeout)

    async def hears(self, person: Person, timeout: float = 5.0) -> Message:  # noqa: ASYNC109
        """The bot's next word to them: its newest message once that is newer than theirs."""

        def answer() -> Message | None:
            here = self.chat(person)
            return here[-1] if here and here[-1].from_bot else None

        found = await self.until(answer, timeout)
        assert found
        return found

    def _lately(self) -> str:
        shown = [f"{call.method} {call.outcome}" for call in self.world.calls[-6:]]
        return f"{self.pending} updates pending; the last calls: {', '.join(shown) or 'none'}"
