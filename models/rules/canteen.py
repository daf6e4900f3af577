"""The canteen of some days, judged: meals ordered, absences told after the cut-off, meals eaten without booking."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.rules.lines import Booked, Kind, Presence
from models.vocabulary import Service, State


@dataclass(frozen=True, slots=True)
class Served:
    """A meal as it is billed: MEAL, ABSENCE or UNBOOKED; `missed`: ordered, not told absent, and not eaten."""

    kind: Kind
    event: Booked | Presence
    missed: bool = False


def served(booked: Iterable[Booked], presences: Iterable[Presence]) -> Iterator[Served]:
    """Each meal ordered, then each one eaten without booking; a child told absent that came has a meal."""
    rolls = {(p.child_id, p.day): p for p in presences if p.service is Service.CANTINE}
    ordered = {(b.child_id, b.day): b for b in booked if b.state is not State.CANCELLED}
    for key, meal in ordered.items():
        roll = rolls.get(key)
        if meal.state is State.ABSENT and not (roll and roll.was_there):
            yield Served(Kind.ABSENCE, meal)
        else:
            yield Served(Kind.MEAL, meal, missed=bool(roll and roll.absent))
    for key, roll in rolls.items():
        if roll.was_there and key not in ordered:
            yield Served(Kind.UNBOOKED, roll)
