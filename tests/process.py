"""The bot as a process of its own, as `clochette run` starts it, to be killed and started again."""

import asyncio
import os
import signal
import sys
from datetime import datetime
from pathlib import Path

from bot.demo.telegram import LocalTelegram


class Process:
    """`clochette run` against a local Telegram, in a folder; at an instant that stands still, if one is given."""

    def __init__(self, folder: Path, telegram: LocalTelegram, at: datetime | None = None, **settings: str) -> None:
        self._folder = folder
        self._command = ("-m", "tests.run_at", at.isoformat()) if at else ("-m", "bot", "run")
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("CLOCHETTE_")},
            "CLOCHETTE_TOKEN": telegram.token,
            "CLOCHETTE_API_URL": telegram.url,
            "CLOCHETTE_DATABASE_URL": f"sqlite:///{folder / 'town.db'}",
            "PYTHONPATH": str(Path(__file__).parent.parent),
            **settings,
        }
        self._running: asyncio.subprocess.Process | None = None

    async def starts(self) -> None:
        command = (sys.executable, *self._command)
        with (self._folder / "log").open("ab") as log:
            self._running = await asyncio.create_subprocess_exec(
                *command, cwd=self._folder, env=self._environment, stderr=log, stdout=log
            )

    async def is_killed(self) -> None:
        """As by kill -9 or a power cut."""
        assert self._running
        self._running.kill()
        await self._running.wait()

    async def is_stopped(self, seconds: float = 3) -> int:
        """As by systemd: SIGTERM, and an end within `seconds`; its exit code."""
        assert self._running
        self._running.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self._running.wait(), seconds)

    async def ends(self, seconds: float = 10) -> int:
        assert self._running
        return await asyncio.wait_for(self._running.wait(), seconds)

    @property
    def log(self) -> str:
        return (self._folder / "log").read_text(encoding="utf-8")
