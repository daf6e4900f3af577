"""Sends what is owed, within Telegram's limits: answers before notices, each chat in order, each marked after."""

import asyncio
import heapq
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot import alarm
from bot.caller import Caller, is_gone
from bot.clerk import Clerk
from bot.pace import Pace, Tempo
from bot.waiting import backoff
from models.actions import outbox
from models.actions.outbox import Envelope, Outcome
from models.tables import Post as State

log = logging.getLogger("clochette")

BATCH = 0.02  # seconds over which marks are gathered into one transaction
MARK_AGAIN = 1.0  # seconds after a mark that failed


class Post:
    """The one queue out. What it holds in memory is written in the database: a crash loses nothing."""

    def __init__(self, bot: Bot, clerk: Clerk, clock: Callable[[], datetime], tempo: Tempo) -> None:
        self._caller, self._clerk, self._clock = Caller(bot, self._turn), clerk, clock
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

    def hand_over(self, envelopes: Iterable[Envelope]) -> None:
        """Answers just committed, to be sent before anything else; taps are acknowledged at once."""
        for envelope in envelopes:
            if callback := envelope.content.get("callback"):
                self._spawn(self._caller.acknowledge(callback, envelope.content.get("toast")))
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
            self._caller.close()

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
            message_id = await self._caller.call(envelope.chat_id, envelope.content)
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

    def _refused(self, envelope: Envelope, refused: TelegramError) -> None:
        """Telegram will never take this one: a chat that is gone, or a bug of ours."""
        if not is_gone(refused):
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
