"""Updates by webhook: Telegram is answered 200 after the commit; /health says whether the bot lives."""

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from itertools import count

from aiohttp import web
from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError

from bot.intake import Clock, Queue, read_update
from bot.settings import Settings
from bot.waiting import backoff
from handlers.door import ALLOWED

log = logging.getLogger("clochette")

LOOK = 10  # seconds between two looks at what waits at Telegram's
HEADER = "X-Telegram-Bot-Api-Secret-Token"


class WebIntake:
    """A server on `listen` that Telegram calls. `current_at`: the last instant at which Telegram held nothing back."""

    def __init__(self, bot: Bot, handle: Callable[[Update], Awaitable[None]], clock: Clock, settings: Settings) -> None:
        self._bot, self._clock, self._settings = bot, clock, settings
        self._queue = Queue(handle)
        self._under_way: set[asyncio.Task[None]] = set()
        assert settings.webhook_secret, "without it anybody could speak for anybody"
        self._secret = settings.webhook_secret.get_secret_value()
        self.current_at: datetime | None = None

    async def run(self) -> None:
        """Serve until cancelled."""
        app = web.Application(client_max_size=1_000_000)
        app.add_routes([web.post("/telegram", self._receive), web.get("/health", _health)])
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        host, _, port = self._settings.listen.rpartition(":")
        await web.TCPSite(runner, host, int(port)).start()
        try:
            await self._announce()
            while True:
                await self._look()
                await asyncio.sleep(LOOK)
        finally:
            await runner.cleanup()

    async def _announce(self) -> None:
        """Tell Telegram where to bring updates, as long as it takes."""
        url = f"{self._settings.webhook_url}/telegram"
        for attempt in count():
            try:
                await self._bot.set_webhook(url, secret_token=self._secret, allowed_updates=ALLOWED)
            except InvalidToken:
                raise
            except TelegramError as trouble:
                if attempt == 0:
                    log.warning("Telegram cannot be reached (%s): waiting", type(trouble).__name__)
                await asyncio.sleep(backoff(attempt))
            else:
                return

    async def _receive(self, request: web.Request) -> web.Response:
        """One update: refused without the secret, answered once its effect is committed."""
        given = request.headers.get(HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._secret.encode()):
            return web.Response(status=403)
        update = read_update(await request.json(), self._bot)
        if update is None:
            return web.Response()  # reported; brought again, it would be no better
        task = self._queue.put(update)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        await asyncio.shield(task)
        return web.Response()

    async def _look(self) -> None:
        """Ask whether anything waits at Telegram's."""
        try:
            info = await self._bot.get_webhook_info()
        except TelegramError as trouble:
            log.warning("Telegram cannot be reached (%s)", type(trouble).__name__)
            return
        if info.pending_update_count == 0 and not self._under_way:
            self.current_at = self._clock()

    async def drain(self, seconds: float) -> None:
        """Let what is under way end."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=seconds)


async def _health(_request: web.Request) -> web.Response:
    return web.Response(text="ok")
