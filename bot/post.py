"""Sends what is owed, within Telegram's limits: answers before notices, each chat in order, each marked after."""

import asyncio
import heapq
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot import alarm
from bot.clerk import Clerk
from bot.pace import Pace, Tempo
from bot.waiting import backoff
from locales.sheets.file import LARGEST, File
from locales.voice import Spoken, Voice
from models.actions import outbox
from models.actions.outbox import Envelope, Outcome
from models.tables import Post as State

log = logging.getLogger("clochette")

BATCH = 0.02  # seconds over which marks are gathered into one transaction
MARK_AGAIN = 1.0  # seconds after a mark that failed
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
UPLOAD = 60.0  # seconds Telegram may take to answer a file


class Post:
    """The one queue out. What it holds in memory is written in the database: a crash loses nothing."""

    def __init__(self, bot: Bot, clerk: Clerk, clock: Callable[[], datetime], tempo: Tempo) -> None:
        self._bot, self._clerk, self._clock = bot, clerk, clock
        self._pace, self._rest = Pace(asyncio.get_running_loop().time, tempo.rate), tempo.chat
        self._ready: list[tuple[int, int, Envelope]] = []
        self._busy: set[int] = set()
        self._parked: dict[int, list[Envelope]] = defaultdict(list)
        self._newest: dict[tuple[int, int], int] = {}  # the newest edit queued of each message
        self._outcomes: list[Outcome] = []
        self._owed = self._behind = True  # letters may wait that were not looked for; that the last look left
        self._wake, self._marks = asyncio.Event(), asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._failures = 0
        self._leaving: Envelope | None = None  # taken, waiting for its place in the row
        self._stopping = False
        self._claiming, self._marking = asyncio.Lock(), asyncio.Lock()  # what is under way is ended before stopping
        self._drawing = asyncio.Lock()

    def hand_over(self, envelopes: Iterable[Envelope]) -> None:
        """Answers just committed, to be sent before anything else; taps are acknowledged at once."""
        for envelope in envelopes:
            if callback := envelope.content.get("callback"):
                self._spawn(self._acknowledge(callback, envelope.content.get("toast")))
            self._queue(envelope)
        self._wake.set()

    def wake(self) -> None:
        """Notices may be owed."""
        self._owed = True
        self._wake.set()

    async def run(self) -> None:
        """Send until cancelled."""
        marker = asyncio.create_task(self._mark())
        try:
            while True:
                await self._step()
        finally:
            marker.cancel()

    async def _step(self) -> None:
        self._wake.clear()
        if self._owed and not self._ready and not self._stopping:
            async with self._claiming:
                await self._claim()
        envelope = self._take()
        if envelope is None:
            await self._wake.wait()
        elif not envelope.content.keys() - {"callback", "toast"}:
            self._note(envelope, State.SENT)
        elif self._is_overtaken(envelope):
            self._note(envelope, State.DROPPED)
        else:
            await self._leave(envelope)

    async def _claim(self) -> None:
        """Take the next letters from the outbox; each chat's oldest only."""
        self._owed, busy = False, self._busy | self._parked.keys()
        claimed = await self._clerk.run(
            lambda session: outbox.claim(session, self._clock(), busy) if outbox.is_owing(session) else None
        )
        self._behind = claimed is not None
        self._owed |= bool(claimed)  # whoever woke us meanwhile owes something too
        for envelope in claimed or ():
            self._queue(envelope)

    def _queue(self, envelope: Envelope) -> None:
        heapq.heappush(self._ready, (envelope.rank, envelope.id, envelope))
        if edited := envelope.content.get("edit"):
            place = envelope.chat_id, edited
            self._newest[place] = max(envelope.id, self._newest.get(place, 0))

    def _is_overtaken(self, envelope: Envelope) -> bool:
        """Whether a newer edit of the same message waits behind: of many fast taps, only the last is shown."""
        place = envelope.chat_id, envelope.content.get("edit", 0)
        newest = self._newest.get(place, envelope.id)
        if newest == envelope.id:
            self._newest.pop(place, None)
        return newest != envelope.id

    def _take(self) -> Envelope | None:
        while self._ready:
            envelope = heapq.heappop(self._ready)[2]
            if envelope.chat_id not in self._busy:
                return envelope
            self._parked[envelope.chat_id].append(envelope)
        return None

    async def _leave(self, envelope: Envelope) -> None:
        self._busy.add(envelope.chat_id)
        self._leaving = envelope
        await self._turn()
        if self._leaving is envelope:  # else it was given back meanwhile
            self._leaving = None
            self._spawn(self._send_and_rest(envelope))

    async def _turn(self) -> None:
        """Wait for the next place in the row; a 429 met meanwhile moves it."""
        while (wait := self._pace.wait()) > 0:  # noqa: ASYNC110 - a pace is time
            await asyncio.sleep(wait)
        self._pace.leave()

    async def _send_and_rest(self, envelope: Envelope) -> None:
        """Send, again if need be; the chat is free a while after, so that its letters keep their order."""
        loop = asyncio.get_running_loop()
        rested = loop.time() + self._rest
        while (again := await self._send(envelope)) is not None:
            await asyncio.sleep(again)
            await self._turn()
            rested = loop.time() + self._rest
        loop.call_at(rested, self._release, envelope.chat_id)

    def _release(self, chat_id: int) -> None:
        self._busy.discard(chat_id)
        for envelope in self._parked.pop(chat_id, ()):
            heapq.heappush(self._ready, (envelope.rank, envelope.id, envelope))
        self._owed |= self._behind  # a letter to this chat may have been passed over; one written since wakes us itself
        self._wake.set()

    async def _send(self, envelope: Envelope) -> float | None:
        """One letter: None once it is done with, or the seconds after which to try again."""
        if envelope.useful_until and self._clock() > envelope.useful_until:
            self._note(envelope, State.DROPPED)
            return None
        try:
            message_id = await self._call(envelope.chat_id, envelope.content)
        except RetryAfter as later:
            wait = later.retry_after
            self._pace.hold(wait.total_seconds() if isinstance(wait, timedelta) else wait)
            return 0
        except Forbidden:
            await self._clerk.run(lambda session: outbox.forget_chat(session, envelope.chat_id, self._clock()))
            self._note(envelope, State.DROPPED)
        except (BadRequest, ChatMigrated) as refused:
            self._refused(envelope, refused)
        except TelegramError as trouble:
            return self._troubled(trouble)
        except Exception as bug:  # noqa: BLE001 - a content nobody can send must not silence its chat
            alarm.report(bug)
            self._note(envelope, State.DROPPED)
        else:
            self._failures = 0
            self._note(envelope, State.SENT, message_id)
        return None

    async def _call(self, chat_id: int, content: dict[str, Any] | Any) -> int | None:
        """The call a content stands for; returns the message's number where there is one."""
        if "commands" in content:
            commands = [BotCommand(name, description) for name, description in content["commands"]]
            await self._bot.set_my_commands(commands, scope=BotCommandScopeChat(chat_id))
            return None
        if content.get("leave"):
            await self._bot.leave_chat(chat_id)
            return None
        if recipe := content.get("document"):
            return await self._hand(chat_id, recipe, content)
        if "photo" in content:
            return await self._show(chat_id, content)
        if edited := content.get("edit"):
            return await self._edit(chat_id, edited, content)
        return await self._speak(chat_id, content)

    async def _speak(self, chat_id: int, content: dict[str, Any]) -> int:
        sent = await self._bot.send_message(
            chat_id,
            content["text"],
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=_keyboard(content.get("keys")),
        )
        return sent.message_id

    async def _show(self, chat_id: int, content: dict[str, Any]) -> int:
        """A photo Telegram keeps; where it no longer does, that is said."""
        keyboard, caption = _keyboard(content.get("keys")), content["caption"]
        try:
            sent = await self._bot.send_photo(
                chat_id, content["photo"], caption, parse_mode=ParseMode.HTML, reply_markup=keyboard
            )
        except BadRequest as refused:
            if _is_gone(refused):
                raise
            log.warning("a photo is no longer there")
            return await self._speak(chat_id, {"text": Voice().say("photo-gone", caption=Spoken(caption))})
        return sent.message_id

    async def _hand(self, chat_id: int, recipe: dict[str, Any], content: dict[str, Any]) -> int:
        """Draw a document and send it; where that cannot be done it is a bug, and the person is told."""
        try:
            file = await self._draw(recipe)
        except Exception as bug:  # noqa: BLE001 - whatever it is, drawing it again will not mend it
            return await self._speak(chat_id, {"text": Voice().say("not-drawn", reference=alarm.report(bug))})
        await self._turn()  # drawing took a while: it leaves in a place of its own, not on top of another's
        try:
            return await self._send_file(chat_id, file, content)
        except BadRequest as refused:
            if _is_gone(refused):
                raise
            return await self._speak(chat_id, {"text": Voice().say("not-drawn", reference=alarm.report(refused))})

    async def _draw(self, recipe: dict[str, Any]) -> File:
        """One at a time, in a thread of its own: bookings go on meanwhile."""
        async with self._drawing:
            file = await asyncio.to_thread(_draw, recipe)
        assert 0 < len(file.content) <= LARGEST[file.is_photo], len(file.content)
        return file

    async def _send_file(self, chat_id: int, file: File, content: dict[str, Any]) -> int:
        more = {"caption": content["caption"], "parse_mode": ParseMode.HTML, "filename": file.name}
        send = self._bot.send_photo if file.is_photo else self._bot.send_document
        sent = await send(
            chat_id, file.content, reply_markup=_keyboard(content.get("keys")), read_timeout=UPLOAD, **more
        )
        return sent.message_id

    async def _edit(self, chat_id: int, message_id: int, content: dict[str, Any]) -> int:
        """Take a message's place; where it can no longer be edited, a new one says it."""
        try:
            await self._bot.edit_message_text(
                content["text"],
                chat_id=chat_id,
                message_id=message_id,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=_keyboard(content.get("keys")),
            )
        except BadRequest as refused:
            if "not modified" not in refused.message:
                return await self._speak(chat_id, content)
        return message_id

    async def _acknowledge(self, callback: str, toast: str | None) -> None:
        """Stop the tapped button's wheel, with a word or none; too late for it is no harm."""
        try:
            await self._bot.answer_callback_query(callback, toast, show_alert=bool(toast))
        except TelegramError as late:
            log.debug("tap not acknowledged: %s", type(late).__name__)

    def _refused(self, envelope: Envelope, refused: TelegramError) -> None:
        """Telegram will never take this one: a chat that is gone, or a bug of ours."""
        if not _is_gone(refused):
            alarm.report(refused)
        self._note(envelope, State.DROPPED)

    def _troubled(self, trouble: TelegramError) -> float:
        """A network that fails: said once, waited for longer and longer."""
        if not self._failures:
            log.warning("cannot send (%s): trying again", type(trouble).__name__)
        self._failures += 1
        return backoff(self._failures - 1)

    def _note(self, envelope: Envelope, state: State, message_id: int | None = None) -> None:
        self._outcomes.append(Outcome(envelope.id, state, message_id, envelope.content.get("draft")))
        self._marks.set()

    async def _mark(self) -> None:
        """Mark what was sent, many at a time."""
        while True:
            await self._marks.wait()
            await asyncio.sleep(BATCH)
            await self.flush()

    async def flush(self) -> None:
        """Write what is known of letters sent; what cannot be written now is kept, to be tried again."""
        async with self._marking:
            self._marks.clear()
            outcomes, self._outcomes = self._outcomes, []
            if not outcomes:
                return
            try:
                await self._clerk.run(lambda session: outbox.mark(session, outcomes, self._clock()))
            except Exception as bug:  # noqa: BLE001 - a letter sent and not marked would be sent again
                alarm.report(bug)
                self._outcomes = outcomes + self._outcomes
                asyncio.get_running_loop().call_later(MARK_AGAIN, self._marks.set)

    async def drain(self, seconds: float) -> None:
        """Let the calls under way end, note what they did, and give back what was never tried."""
        if self._tasks:
            _, unfinished = await asyncio.wait(self._tasks, timeout=seconds)
            for task in unfinished:
                task.cancel()
        self._stopping = True
        async with self._claiming:
            self._give_back()
        await self.flush()

    def _give_back(self) -> None:
        """What was taken and never tried is owed still: nothing of it is doubtful, nor sent from here any more."""
        waiting = [envelope for *_, envelope in self._ready]
        waiting += [envelope for parked in self._parked.values() for envelope in parked]
        waiting += [self._leaving] if self._leaving else []
        self._leaving = None
        self._ready.clear()
        self._parked.clear()
        for envelope in waiting:
            self._note(envelope, State.PENDING)

    def _spawn(self, work: Any) -> "asyncio.Task[None]":
        task: asyncio.Task[None] = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _is_gone(refused: TelegramError) -> bool:
    """Whether the chat is no more, which is nobody's bug."""
    return "chat not found" in refused.message.lower()


def _draw(recipe: dict[str, Any]) -> File:
    """What draws is imported by the thread that draws, when the first document leaves."""
    from locales.sheets.drawing import draw

    return draw(recipe["drawing"], recipe["facts"])


def _keyboard(rows: Iterable[Iterable[dict[str, str]]] | None) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup([[_key(key) for key in row] for row in rows])


def _key(key: dict[str, str]) -> InlineKeyboardButton:
    """A key that comes back with its data, or copies a text, or opens a page."""
    copied = CopyTextButton(key["copy"]) if "copy" in key else None
    return InlineKeyboardButton(
        key["text"], callback_data=key.get("data"), url=key.get("url"), copy_text=copied, style=key.get("style")
    )
