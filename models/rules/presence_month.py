"""A child's month at the garderie: each session it was at, how long, how late, and what that adds up to."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.rules.lines import Presence
from models.vocabulary import Service

HALF_HOUR = 30


@dataclass(frozen=True, slots=True)
class Totals:
    """Sessions and minutes by session, half-hours begun (each session by itself), times late and their minutes."""

    mornings: int
    morning: int
    evenings: int
    evening: int
    halves: int
    times_late: int
    late: int


def stays(presences: Iterable[Presence]) -> list[Presence]:
    """The sessions of the garderie a child was at, in order; the canteen is none."""
    found = [p for p in presences if p.was_there and p.service is not Service.CANTINE]
    order = list(Service)
    return sorted(found, key=lambda p: (p.day, order.index(p.service)))


def add_up(presences: Iterable[Presence]) -> Totals:
    """What the sessions of one child come to."""
    there = stays(presences)
    minutes = {
        service: [p.minutes or 0 for p in there if p.service is service]
        for service in (Service.GARDERIE_MATIN, Service.GARDERIE_SOIR)
    }
    morning, evening = minutes.values()
    late = [p.late for p in there if p.late]
    halves = sum(-(-stay // HALF_HOUR) for stay in (*morning, *evening))
    return Totals(len(morning), sum(morning), len(evening), sum(evening), halves, len(late), sum(late))
