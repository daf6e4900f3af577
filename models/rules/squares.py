"""What a calendar shows of a day: booked or not, for how many of the children shown, and why it cannot be changed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.refusals import Closed, NotYourWeek, PublicHoliday, Refusal, SchoolHoliday
from models.rules.booking import LATE, Facts, Meal, Timing, objection
from models.rules.commune import Commune
from models.vocabulary import Service, State


class Shade(StrEnum):
    """How a day looks; the same words choose the colour on a key, in a picture and in its legend."""

    BOOKED = "booked"
    PARTLY = "partly"  # for some of the children shown
    ABSENT = "absent"  # absence told after the cut-off: still ordered
    FREE = "free"
    LOCKED = "locked"  # not booked, and too late to
    HOLIDAY = "holiday"  # school holidays and public ones
    CLOSED = "closed"  # by the mairie
    AWAY = "away"  # the other household's week
    OFF = "off"  # past, no school that weekday, or no calendar published


@dataclass(frozen=True, slots=True)
class Square:
    """A service on a day for `children`, of whom `booked` eat and `absent` will not come though ordered.

    `why`: the objection to changing it, None where it may still be changed.
    """

    day: date
    service: Service
    children: tuple[int, ...]
    booked: tuple[int, ...] = ()
    absent: tuple[int, ...] = ()
    why: Refusal | None = None

    @property
    def shade(self) -> Shade:
        if self.booked:
            return Shade.BOOKED if self.booked == self.children else Shade.PARTLY
        if self.absent:
            return Shade.ABSENT
        return next((shade for kind, shade in SHADES if isinstance(self.why, kind)), Shade.OFF)

    @property
    def is_locked(self) -> bool:
        """Whether it is too late: said by a padlock, whatever stands there."""
        return isinstance(self.why, LATE)


SHADES: tuple[tuple[type[Refusal] | type[None], Shade], ...] = (
    (type(None), Shade.FREE),
    *((kind, Shade.LOCKED) for kind in LATE.__args__),
    (PublicHoliday, Shade.HOLIDAY),
    (SchoolHoliday, Shade.HOLIDAY),
    (Closed, Shade.CLOSED),
    (NotYourWeek, Shade.AWAY),
)


def look(
    days: Iterable[date],
    services: Collection[Service],
    children: Collection[int],
    facts: Facts,
    *,
    at: Timing,
    commune: Commune,
) -> dict[tuple[date, Service], Square]:
    """The squares of `days` and `services` for `children`; on each, only those children this household has that day."""
    return {(day, service): _square(day, service, children, facts, at, commune) for day in days for service in services}


def _square(
    day: date, service: Service, children: Collection[int], facts: Facts, at: Timing, commune: Commune
) -> Square:
    here = tuple(child for child in children if facts.homes[child].home_on(day) is not None)
    standing = {child: facts.standing.get(Meal(child, service, day)) for child in here}
    booked = tuple(child for child in here if standing[child] is State.RESERVED)
    absent = tuple(child for child in here if standing[child] is State.ABSENT)
    return Square(day, service, here, booked, absent, _why(day, service, children, here, facts, at, commune))


def _why(
    day: date,
    service: Service,
    children: Collection[int],
    here: Collection[int],
    facts: Facts,
    at: Timing,
    commune: Commune,
) -> Refusal | None:
    """The calendar's own reason first: a holiday is one for everybody."""
    why = objection(day, service, at=at, commune=commune, order_left=day in facts.orders_left)
    closed = commune.calendar.objection(day)
    if here or closed or not children:
        return closed or why
    return NotYourWeek(day, facts.homes[next(iter(children))].first_name)
