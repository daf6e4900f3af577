"""The demonstration's processes: a local Telegram and the real bot, started, watched, waited for and stopped."""

import asyncio
import json
import os
import sys
import tempfile
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from bot.demo.clock import SharedClock

if TYPE_CHECKING:
    from bot.demo.telegram.client import People

T = TypeVar("T")
STARTING = 60  # seconds for a slow machine to be ready
STOPPING = 5
LOOKED_AGAIN = 0.005
LAST_LINES = 12  # of a log
TELEPHONE = "03 53 01 00 00"  # kept for fiction by the Arcep


class DiedError(Exception):
    """A process of the demonstration has ended; `log` is the end of what it wrote."""

    def __init__(self, name: str, log: str) -> None:
        super().__init__(name)
        self.name, self.log = name, log


class Stage:
    """`async with Stage(environment) as stage:` has everything running; `people` act on the local Telegram."""

    people: "People"

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="clochette-demo-", ignore_cleanup_errors=True)
        self.folder = Path(self._folder.name)
        self.database = environment.get("CLOCHETTE_DATABASE_URL") or f"sqlite:///{self.folder}/demo.db"
        self._environment = {name: value for name, value in environment.items() if not name.startswith("CLOCHETTE_")}
        self._processes: dict[str, Process] = {}
        self._deaths: dict[asyncio.Task[int], str] = {}

    async def __aenter__(self) -> Self:
        try:
            await self._spawn("telegram", "bot.demo.telegram")
            await self._spawn("bot", "bot.demo.process")
            await self.watched(self._start(), STARTING)
        except BaseException:
            await self._stop()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stop()

    async def _spawn(self, name: str, module: str) -> None:
        """A process of its own session, that Ctrl-C does not reach: it stops when its standard input closes."""
        with self._log(name).open("wb") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", module,
                stdin=PIPE, stdout=PIPE, stderr=log, env=self._environment, start_new_session=True,
            )  # fmt: skip
        self._processes[name] = process
        self._deaths[asyncio.create_task(process.wait())] = name

    async def _start(self) -> None:
        """Introduce everybody to Telegram while the bot builds its town, then each process to the other."""
        from bot.demo import town
        from bot.demo.cast import CAST
        from bot.demo.telegram.client import People

        self.clock = SharedClock.start(self.folder / "clock", town_starts := town.STARTS)
        del town_starts
        self._tell("bot", json.dumps(self._order()))
        url = await self._hear("telegram")
        self.people = await People(url).__aenter__()
        await self.people.sets_clock(self.clock())
        for player in CAST:
            await self.people.says(player.person, "/start")  # a bot may write to whoever wrote to it
        await self._forget_updates(url)
        self._tell("bot", url)
        await self._hear("bot")
