"""Calls of getUpdates among themselves: which one may wait, and how the hasty are slowed down."""

from bot.demo.telegram.bell import Bell
from bot.demo.telegram.refusals import Refusal, conflict

LONGEST = 50  # seconds a call may wait (`LONG_POLL_MAX_TIMEOUT`)
OTHER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Polls:
    """One call waits at a time; `bell` is rung when it has to give up."""

    def __init__(self, bell: Bell) -> None:
        self._bell = bell
        self._waiting = 0
        self._why = conflict(OTHER)
        self._last = (-1, -1e5)

    def measure(self, offset: int, limit: int, timeout: int, *, at: float) -> tuple[int, int]:
        """The limit and the timeout this call really gets, at `at` (monotonic seconds).

        Whoever asks from the same offset again within half a second gets one update only, and within three seconds
        waits at least three for the first one (`Client::process_get_updates_query`).
        """
        limit, timeout = max(1, min(limit, 100)), max(0, min(timeout, LONGEST))
        previous, before = self._last
        self._last = (offset, at)
        if offset != previous:
            return limit, timeout
        return (1 if at < before + 0.5 else limit), (max(timeout, 3) if at < before + 3.0 else timeout)

    def wait(self) -> int:
        """A ticket for a call that begins to wait, and thereby ends the one that waited."""
        self.end(conflict(OTHER))
        return self._waiting

    def end(self, why: Refusal) -> None:
        self._waiting, self._why = self._waiting + 1, why
        self._bell.ring()

    def check(self, ticket: int) -> None:
        """Refuses the call holding the ticket if it has to give up."""
        if ticket != self._waiting:
            raise self._why
