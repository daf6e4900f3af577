"""The two bots as processes, and what they use: processor time, memory (Linux only)."""

from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from tests.process import Process
from tests.telegram import LocalTelegram
from tests.town import paris

Command = tuple[str, str, str]  # of python

MORNING = paris("2026-09-10 10:00")  # a Thursday: no reminder is due
SHIFT = MORNING - datetime.now(UTC)
ECHO: Command = ("-m", "tests.bench.echo", "run")
BOT: Command = ("-m", "tests.bench.run_shifted", str(SHIFT.total_seconds()))


def clock() -> datetime:
    """The bot's, and Telegram's."""
    return datetime.now(UTC) + SHIFT


class Program(Process):
    """`python` with a command, against a local Telegram."""

    def __init__(self, folder: Path, telegram: LocalTelegram, command: Command) -> None:
        super().__init__(folder, telegram)
        self.folder, self._telegram = folder, telegram
        self._command = command

    async def is_up(self) -> float:
        """Start it; seconds until its first getUpdates."""
        began = monotonic()
        await self.starts()
        await self._telegram.until(lambda: self._telegram.calls_to("getUpdates"), 30)
        return self._telegram.calls_to("getUpdates")[0].at - began

    @property
    def cpu(self) -> float:
        """Seconds of processor time used so far, by all its threads."""
        tasks = (self._proc / "task").iterdir()
        return sum(int((task / "schedstat").read_text("utf-8").split()[0]) for task in tasks) / 1e9

    @property
    def memory(self) -> float:
        """Resident megabytes (VmRSS)."""
        status = (self._proc / "status").read_text("utf-8").splitlines()
        return int(next(line for line in status if line.startswith("VmRSS")).split()[1]) / 1024

    @property
    def _proc(self) -> Path:
        assert self._running
        return Path("/proc") / str(self._running.pid)
