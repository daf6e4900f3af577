"""Telegram's limits, kept evenly: 29 messages a second in all, one a second to one chat."""

from collections.abc import Callable

RATE = 29  # a second; Telegram allows about 30
CHAT = 1.0  # second between two messages to one chat


class Pace:
    """When the next message may leave; `monotonic` gives seconds. No burst after a pause, nor after a 429."""

    def __init__(self, monotonic: Callable[[], float], rate: float = RATE) -> None:
        self._monotonic, self._step = monotonic, 1 / rate
        self._next = 0.0

    def wait(self) -> float:
        """Seconds until the next message may leave."""
        return max(0.0, self._next - self._monotonic())

    def leave(self) -> None:
        """A message leaves now."""
        self._next = max(self._next, self._monotonic()) + self._step

    def hold(self, seconds: float) -> None:
        """Telegram asked for `seconds` of silence."""
        self._next = max(self._next, self._monotonic() + seconds)
