"""The demonstration's processes: a local Telegram and the real bot, started, watched, waited for and stopped."""

import asyncio
import json
import sys
import tempfile
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from bot.demo.cast import CAST, STARTS
from bot.demo.clock import SharedClock

if TYPE_CHECKING:
    from bot.demo.telegram.client import People

T = TypeVar("T")
STARTING = 60.0  # seconds a slow machine may take to be ready
STOPPING = 5.0
LOOKED_AGAIN = 0.005
LAST_LINES = 12  # of a log
SHIPPED = Path(__file__).parents[1] / "sercus.toml"
PAYFIP = "000000"  # of nobody
TELEPHONE = "03 53 01 00 00".replace(" ", "\N{NO-BREAK SPACE}")  # of a range kept for fiction


class DiedError(Exception):
    """A process of the demonstration has ended; `log` is the end of what it wrote."""

    def __init__(self, name: str, log: str) -> None:
        super().__init__(name)
        self.name, self.log = name, log


class SilentError(Exception):
    """Nothing came within `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Stage:
    """`async with Stage(os.environ) as stage:` starts everything; once `ready`, `people` act on the local Telegram."""

    clock: SharedClock

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="clochette-demo-", ignore_cleanup_errors=True)
        self.folder = Path(self._folder.name)
        self.database = environment.get("CLOCHETTE_DATABASE_URL") or f"sqlite:///{self.folder}/demo.db"
        self._environment = {name: value for name, value in environment.items() if not name.startswith("CLOCHETTE_")}
        self._processes: dict[str, Process] = {}
        self._deaths: dict[asyncio.Task[int], str] = {}
        self._people: People | None = None

    @property
    def people(self) -> "People":
        assert self._people, "to be used once ready"
        return self._people

    async def __aenter__(self) -> Self:
        self.clock = SharedClock.start(self.folder / "clock", STARTS)
        try:
            await self._spawn("telegram", "bot.demo.telegram")
            await self._spawn("bot", "bot.demo.process")
            self._tell("bot", json.dumps(self._order()))
        except BaseException:
            await self._stop()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._people:
            await self._people.__aexit__(kind, error, trace)
        await self._stop()

    async def _spawn(self, name: str, module: str) -> None:
        """A process in a session of its own, where Ctrl-C is not heard: it ends when its standard input does."""
        command = (sys.executable, "-m", module)
        with self._log(name).open("wb") as log:
            process = await asyncio.create_subprocess_exec(
                *command, stdin=PIPE, stdout=PIPE, stderr=log, env=self._environment, start_new_session=True
            )
        self._processes[name] = process
        self._deaths[asyncio.create_task(process.wait())] = name

    async def ready(self) -> None:
        """Return once the town stands and the bot is about to serve."""
        await self.watched(self._introduce(), STARTING)

    async def _introduce(self) -> None:
        """Everybody to Telegram while the bot builds its town; then the bot, who is told nothing of it."""
        from bot.demo.telegram.client import People

        url = await self._hear("telegram")
        self._people = await People(url).__aenter__()
        await self.people.sets_clock(self.clock())
        for player in CAST:
            await self.people.says(player.person, "/start")  # a bot may write to whoever wrote to it
        await _forget_updates(url)
        self._tell("bot", url)
        await self._hear("bot")

    def _order(self) -> dict[str, str]:
        """Where the bot finds its database, its clock, and Sercus's rules with a telephone and a PayFiP identifier."""
        config = self.folder / "commune.toml"
        rules = SHIPPED.read_text(encoding="utf-8")
        for key, value in (("telephone", TELEPHONE), ("payfip_identifier", PAYFIP)):
            rules = rules.replace(f'{key} = ""', f'{key} = "{value}"')
        config.write_text(rules, encoding="utf-8")
        return {"database": self.database, "clock": str(self.folder / "clock"), "config": str(config)}

    async def watched(self, work: Awaitable[T], seconds: float | None = None) -> T:
        """What `work` gives; DiedError if a process ends meanwhile, SilentError after `seconds`."""
        task = asyncio.ensure_future(work)
        waited = {task, *self._deaths}
        try:
            done, _ = await asyncio.wait(waited, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            if task in done and not (task.exception() and await self._dying()):
                return task.result()
            if dead := [name for death, name in self._deaths.items() if death.done()]:
                raise DiedError(dead[0], self._last_lines(dead[0]))
            assert seconds
            raise SilentError(seconds)
        finally:
            task.cancel()

    async def _dying(self) -> bool:
        """Whether a broken connection was the first sign of a death."""
        done, _ = await asyncio.wait(self._deaths, timeout=1, return_when=asyncio.FIRST_COMPLETED)
        return bool(done)

    async def set_clock(self, now: datetime) -> None:
        """Make it `now` for everybody."""
        self.clock.set(now)
        await self.people.sets_clock(now)

    async def quiet(self) -> None:
        """Return once the bot has confirmed all it was sent, and owes nobody anything."""
        while True:
            while await self.people.pending():  # noqa: ASYNC110 - another process's, which has no event for it
                await asyncio.sleep(LOOKED_AGAIN)
            self._tell("bot", "?")
            await self._hear("bot")
            if not await self.people.pending():
                return

    def _tell(self, name: str, line: str) -> None:
        pipe = self._processes[name].stdin
        assert pipe
        pipe.write(f"{line}\n".encode())

    async def _hear(self, name: str) -> str:
        """The next line of a process."""
        pipe = self._processes[name].stdout
        assert pipe
        if not (line := await pipe.readline()):
            raise EOFError(name)
        return line.decode().strip()

    def _log(self, name: str) -> Path:
        return self.folder / f"{name}.log"

    def _last_lines(self, name: str) -> str:
        return "\n".join(self._log(name).read_text(encoding="utf-8", errors="replace").splitlines()[-LAST_LINES:])

    async def _stop(self) -> None:
        """Close every standard input, the bot's first, and see that nobody stays."""
        for process in reversed(self._processes.values()):
            assert process.stdin
            process.stdin.close()
        if self._deaths:
            await asyncio.wait(self._deaths, timeout=STOPPING)
        for process in self._processes.values():
            with suppress(ProcessLookupError):
                process.kill()
        self._folder.cleanup()


async def _forget_updates(url: str) -> None:
    """Leave the bot nothing of what was said before it came."""
    import aiohttp

    from bot.demo.telegram import TOKEN

    drop = f"{url}/bot{TOKEN}/deleteWebhook?drop_pending_updates=true"
    async with aiohttp.ClientSession() as session, session.get(drop) as answer:
        answer.raise_for_status()
