"""Trouble to order: slow answers, errors, cut connections."""

from bot.demo.telegram.faults import Fault, refusal
from bot.demo.telegram.values import Person
from bot.demo.telegram.world import World


class Trouble:
    """The troubling part of the local Telegram.

    `method` is the call concerned, any if None, getUpdates included; `times` how often, None until `heals`; `to` the
    person whose chat the call must be about. Faults are met in the order they were asked for.
    """

    world: World

    @property
    def latency(self) -> float:
        """Seconds between the bot and Telegram and back, for every call."""
        return self.world.faults.latency

    @latency.setter
    def latency(self, seconds: float) -> None:
        self.world.faults.latency = seconds

    def slows(
        self, seconds: float, method: str | None = None, *, times: int | None = 1, to: Person | None = None
    ) -> None:
        """Calls take `seconds` longer to arrive, and then succeed."""
        self.world.faults.add(Fault(method, _id(to), times, seconds=seconds))

    def fails(
        self,
        code: int,
        method: str | None = None,
        *,
        times: int | None = 1,
        to: Person | None = None,
        retry_after: int | None = None,
        description: str | None = None,
        after: bool = False,
    ) -> None:
        """Calls are answered with this status: 401, 429 with `retry_after` seconds, 500, 502, …; with `after`, although
        they had their effect.
        """
        no = refusal(code, retry_after=retry_after, description=description)
        self.world.faults.add(Fault(method, _id(to), times, refusal=no, after=after))

    def cuts(
        self, method: str | None = None, *, times: int | None = 1, to: Person | None = None, after: bool = False
    ) -> None:
        """Calls get no answer, their connection is closed: before they had any effect, or `after`."""
        self.world.faults.add(Fault(method, _id(to), times, cut=True, after=after))

    def heals(self) -> None:
        """No more faults, no more latency."""
        self.world.faults.clear()


def _id(person: Person | None) -> int | None:
    return person.id if person else None
