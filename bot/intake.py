"""Updates in: an update is acknowledged to Telegram only once its effect, its number and its answer are committed.

So the poller is ours: it asks again from the lowest unfinished update and knows what is under way; people go side by
side, one person in order.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from telegram import Bot, Update
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot import alarm
from bot.waiting import backoff
from bot.wire import PATIENCE, AiohttpRequest
from handlers.door import ALLOWED

log = logging.getLogger("clochette")

Clock = Callable[[], datetime]
SAME_OFFSET = 0.6  # seconds
AT_ONCE = 100  # updates Telegram gives in one answer


class Queue:
    """People side by side, one person in order: each update waits for that person's former one."""

    def __init__(self, handle: Callable[[Update], Awaitable[None]]) -> None:
        self._handle = handle
        self._last: dict[int, asyncio.Task[None]] = {}

    def put(self, update: Update) -> asyncio.Task[None]:
        """Start on `update`; the task ends when it is handled."""
        person = update.effective_user.id if update.effective_user else 0
        task = asyncio.create_task(self._work(update, self._last.get(person)))
        self._last[person] = task
        task.add_done_callback(lambda done: self._forget(person, done))
        return task

    async def _work(self, update: Update, former: asyncio.Task[None] | None) -> None:
        if former and not former.done():
            await asyncio.wait([former])
        await self._handle(update)

    def _forget(self, person: int, task: asyncio.Task[None]) -> None:
        if self._last.get(person) is task:
            del self._last[person]


class Intake:
    """Long polling. `current_at`: the last instant at which nothing sent to the bot was still waiting."""

    def __init__(
        self, bot: Bot, wire: AiohttpRequest, handle: Callable[[Update], Awaitable[None]], clock: Clock, poll: int
    ) -> None:
        self._bot, self._wire, self._clock, self._poll_for = bot, wire, clock, poll
        self._queue = Queue(handle)
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._next = 0
        self._failures = 0
        self._asked = -1
        self.current_at: datetime | None = None

    async def run(self) -> None:
        """Poll until cancelled; a network that fails is waited for, with one line in the log."""
        while True:
            try:
                await self._poll()
            except InvalidToken:
                raise
            except RetryAfter as later:
                await asyncio.sleep(_seconds(later))
            except TelegramError as trouble:
                await self._wait_out(trouble)

    async def _poll(self) -> None:
        offset = min(self._under_way, default=self._next)
        asked_before, self._asked = self._asked == offset, offset
        found = await self._get_updates(offset)
        answered = self._clock()
        if self._failures:
            log.info("Telegram answers again")
            self._failures = 0
        for raw in found:
            self._take(raw)
        if self._under_way:
            # Asked again from the same offset within half a second, Telegram gives one update only: let what is under
            # way end first. It takes milliseconds; where it does not, the database is the trouble, for everybody.
            await asyncio.wait(self._under_way.values(), timeout=SAME_OFFSET)
        if not found:
            self._next = 0  # all is confirmed: after a quiet week Telegram numbers anew, perhaps lower
        if not found or (len(found) < AT_ONCE and not asked_before and not self._under_way):
            self.current_at = answered

    async def _get_updates(self, offset: int) -> list[dict[str, Any]]:
        """Updates as Telegram writes them: one the library cannot read must not cost the others."""
        parameters = {"offset": offset, "limit": AT_ONCE, "timeout": self._poll_for, "allowed_updates": list(ALLOWED)}
        found: list[dict[str, Any]] = await self._wire.ask(
            f"{self._bot.base_url}/getUpdates", parameters, self._poll_for + PATIENCE
        )
        return found

    def _take(self, raw: dict[str, Any]) -> None:
        """Start on an update, once; what cannot be read is reported and passed over."""
        number = raw["update_id"]
        if number < self._next:
            return
        self._next = number + 1
        if update := read_update(raw, self._bot):
            self._start(update)

    def _start(self, update: Update) -> None:
        number = update.update_id
        task = self._queue.put(update)
        self._under_way[number] = task
        task.add_done_callback(lambda _: self._under_way.pop(number, None))

    async def _wait_out(self, trouble: TelegramError) -> None:
        if not self._failures:
            log.warning("Telegram cannot be reached (%s): waiting", type(trouble).__name__)
        await asyncio.sleep(backoff(self._failures))
        self._failures += 1

    async def drain(self, seconds: float) -> None:
        """Let what is under way end."""
        if self._under_way:
            await asyncio.wait(self._under_way.values(), timeout=seconds)


def _seconds(later: RetryAfter) -> float:
    wait = later.retry_after
    return wait if isinstance(wait, int | float) else wait.total_seconds()


def read_update(raw: dict[str, Any], bot: Bot) -> Update | None:
    """The update, or None where the library cannot read it (of a newer Bot API, say): reported, without its words."""
    try:
        return Update.de_json(raw, bot)
    except Exception as bug:  # noqa: BLE001 - the library raises what comes
        alarm.report(bug)
        return None
