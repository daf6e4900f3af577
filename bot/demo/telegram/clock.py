"""A clock set to another day, that goes on running."""

import time
from datetime import datetime, timedelta


class ShiftedClock:
    """Shows `start` now and what comes after it from then on; called, gives the instant."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._set_at = time.monotonic()

    def __call__(self) -> datetime:
        return self._start + timedelta(seconds=time.monotonic() - self._set_at)
