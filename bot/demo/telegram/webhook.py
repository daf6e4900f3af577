"""Updates brought to the bot by HTTP."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

import aiohttp

from bot.demo.telegram.bell import Bell
from bot.demo.telegram.updates import Update, Updates
from bot.demo.telegram.values import JSON

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
FIRST_RETRY = 0.1  # seconds; Telegram's are longer and grow, too, up to minutes
LAST_RETRY = 5.0


class Source(Protocol):
    """What a webhook needs of the world: its queue, its bell, its clock."""

    @property
    def updates(self) -> Updates: ...
    @property
    def bell(self) -> Bell: ...
    @property
    def clock(self) -> Callable[[], datetime]: ...


@dataclass
class Webhook:
    """Where updates go; `error` and `failed_at` tell of the last failure."""

    url: str
    secret: str = ""
    max_connections: int = 40
    error: str | None = None
    failed_at: datetime | None = None
    task: asyncio.Task[None] | None = field(default=None, repr=False)

    def info(self, world: Source) -> JSON:
        """The Bot API's `WebhookInfo`."""
        shown: JSON = {"url": self.url, "has_custom_certificate": False, "pending_update_count": world.updates.pending}
        if self.error and self.failed_at:
            shown |= {"last_error_date": int(self.failed_at.timestamp()), "last_error_message": self.error}
        shown["max_connections"] = self.max_connections
        if world.updates.allowed:
            shown["allowed_updates"] = sorted(world.updates.allowed)
        return shown

    async def deliver(self, world: Source) -> None:
        """Brings what is queued until cancelled, one person's updates in order, each again until answered with 2xx."""
        async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as tasks:
            places = asyncio.Semaphore(self.max_connections)
            lanes: dict[int, asyncio.Lock] = {}
            seen: dict[int, Update] = {}
            while True:
                rung = world.updates.bell.count
                for update in world.updates.take(0, 1_000_000, now=world.clock()):
                    if id(update) not in seen:
                        seen[id(update)] = update  # kept, so that its id is not given to another
                        lane = lanes.setdefault(_person(update), asyncio.Lock())
                        tasks.create_task(self._bring(world, session, update, lane, places))
                await world.updates.bell.after(rung)

    async def _bring(
        self,
        world: Source,
        session: aiohttp.ClientSession,
        update: Update,
        lane: asyncio.Lock,
        places: asyncio.Semaphore,
    ) -> None:
        wait = FIRST_RETRY
        async with lane, places:
            while not await self._post(world, session, update):
                await asyncio.sleep(wait)
                wait = min(2 * wait, LAST_RETRY)
            world.updates.drop(update)
            world.bell.ring()

    async def _post(self, world: Source, session: aiohttp.ClientSession, update: Update) -> bool:
        headers = {SECRET_HEADER: self.secret} if self.secret else {}
        try:
            async with session.post(self.url, json=update.as_json(), headers=headers) as response:
                if response.ok:
                    return True
                self.error = f"Wrong response from the webhook: {response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError) as error:
            self.error = f"Connection failed: {error}"
        self.failed_at = world.clock()
        return False

    async def stop(self) -> None:
        if self.task:
            self.task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self.task


def _person(update: Update) -> int:
    """Whose update it is, 0 if nobody's: Telegram keeps one person's updates in order."""
    content: Any = next(iter(update.body.values()), {})
    return int(content.get("from", {}).get("id", 0)) if isinstance(content, dict) else 0
