"""The demonstration's clock: one instant for every process that maps its file; set ahead at will, always running."""

import mmap
import struct
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

SHIFT = struct.Struct("d")  # eight aligned bytes: written and read at once, whatever the process


class SharedClock:
    """Joins the clock kept in the file `path`; called, gives the instant, in UTC.

    The file holds seconds between this machine's monotonic clock, which all its processes share, and the instant shown.
    """

    def __init__(self, path: Path) -> None:
        with path.open("r+b") as file:
            self._shift = mmap.mmap(file.fileno(), SHIFT.size)

    @classmethod
    def start(cls, path: Path, now: datetime) -> Self:
        """A new clock, in a new file, that shows `now` (aware) and goes on from there."""
        path.write_bytes(bytes(SHIFT.size))
        clock = cls(path)
        clock.set(now)
        return clock

    def __call__(self) -> datetime:
        (shift,) = SHIFT.unpack(self._shift[:])
        return datetime.fromtimestamp(time.monotonic() + shift, UTC)

    def set(self, now: datetime) -> None:
        """Show `now` (aware) in every process that has joined."""
        self._shift[:] = SHIFT.pack(now.timestamp() - time.monotonic())
