"""The local Telegram as one object: its address for a bot, its people for a test."""

from types import TracebackType
from typing import Self

from aiohttp import web

from bot.demo.telegram.attaching import Attaching
from bot.demo.telegram.belonging import Belonging
from bot.demo.telegram.limits import Pacing
from bot.demo.telegram.reading import Reading
from bot.demo.telegram.refusals import Refusal
from bot.demo.telegram.server import application
from bot.demo.telegram.tapping import Tapping
from bot.demo.telegram.trouble import Trouble
from bot.demo.telegram.world import Clock, World, system_clock

TOKEN = "123456:local-telegram_needs-no-secret-token"  # noqa: S105 - it opens nothing


class LocalTelegram(Attaching, Belonging, Tapping, Reading, Trouble):
    """A Bot API on loopback, with people to speak to its one bot.

    `async with LocalTelegram() as telegram:` serves at `telegram.url` until the end of the block. `now` gives
    aware instants and may be replaced at any time (`telegram.now = …`); by default the system's clock. Use it from
    the event loop it was entered in, and from no other thread.
    """

    def __init__(self, token: str = TOKEN, now: Clock | None = None, *, port: int = 0, pacing: bool = False) -> None:
        super().__init__(World(token, clock=now or system_clock, pacing=Pacing() if pacing else None))
        self.port = port
        self.app = application(self.world)
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=0.1)

    @property
    def token(self) -> str:
        return self.world.token

    @property
    def url(self) -> str:
        """Where the Bot API is, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def now(self) -> Clock:
        return self.world.clock

    @now.setter
    def now(self, clock: Clock) -> None:
        self.world.clock = clock

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.world.webhook:
            await self.world.webhook.stop()
        self.world.polls.end(Refusal(500, "Internal Server Error: restart"))
        await self._runner.cleanup()
