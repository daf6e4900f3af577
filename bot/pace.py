"""Telegram's limits, kept evenly, and how often due times are looked at."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tempo:
    """How fast the bot lives; tests play faster.

    `rate`: messages a second in all (Telegram allows about 30); `chat`: seconds between two to one chat; `tick`:
    seconds between two looks at due times; `poll`: seconds a question to Telegram stays open, hence how long after
    its hour an order may leave.
    """

    rate: float = 29
    chat: float = 1.0
    tick: float = 1.0
    poll: int = 10


class Pace:
    """When the next message may leave; `monotonic` gives seconds. No burst after a pause, nor after a 429."""

    def __init__(self, monotonic: Callable[[], float], rate: float) -> None:
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
