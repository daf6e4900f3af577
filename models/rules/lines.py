"""A month as it is billed, in values: what happened, the lines that come of it, what the mairie should look at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum

from models.rules.tariffs import Payer, Price
from models.vocabulary import Period, Service, State, Weeks


class Kind(StrEnum):
    """What a line is for, in the order of an invoice; the values are those of the exports."""

    MEAL = "repas"
    ABSENCE = "absence"  # told after the cut-off: the meal was ordered
    UNBOOKED = "sans_reservation"  # a meal eaten without booking
    SURCHARGE = "supplement"  # what that costs besides
    SESSION = "seance"
    HALF_HOURS = "demi_heures"
    CAPPED = "plafond"  # a session that reached the most it may cost
    LATE = "retard"
    CARRIED = "report"  # a sum too small to be claimed before


CARE = frozenset({Kind.SESSION, Kind.HALF_HOURS, Kind.CAPPED})  # what a tax certificate counts


@dataclass(frozen=True, slots=True)
class Booked:
    """The canteen of a child on a day, as it stands; `household_id` pays."""

    child_id: int
    household_id: int
    day: date
    state: State


@dataclass(frozen=True, slots=True)
class Presence:
    """A child pointed at a session, times in the commune's; `late` in whole minutes; `household_id` pays.

    `opens`, `closes`: the hours of that session for that child on that day, where there are any.
    """

    child_id: int
    household_id: int
    day: date
    service: Service
    arrived: datetime | None = None
    left: datetime | None = None
    absent: bool = False
    late: int = 0
    opens: time | None = None
    closes: time | None = None

    @property
    def was_there(self) -> bool:
        return self.arrived is not None or self.left is not None

    @property
    def minutes(self) -> int | None:
        """From arrival, else opening, to departure, closing at most; None where that is not known. Seconds are let go.

        A morning has no departure: the child goes to class.
        """
        start = self.arrived.time() if self.arrived else self.opens
        end = self.left.time() if self.left else self.closes
        if start is None or end is None:
            return None
        return max(0, _minute(min(end, self.closes or end)) - _minute(start))


@dataclass(frozen=True, slots=True)
class Home:
    """A household as billed: `quotients` by the day they count from, ascending; `children` eldest first."""

    id: int
    key: str
    children: tuple[int, ...] = ()
    resident: bool = True
    staff: bool = False
    quotients: tuple[tuple[date, int], ...] = ()
    addressed: bool = True

    def payer(self, day: date) -> Payer:
        known = [value for since, value in self.quotients if since <= day]
        return Payer(known[-1] if known else None, self.resident, self.staff)

    def rank(self, child_id: int) -> int:
        """By age, the eldest 1; a child that has left the household since comes after all."""
        return self.children.index(child_id) + 1 if child_id in self.children else len(self.children) + 1


@dataclass(frozen=True)
class Facts:
    """A month as the database has it; the order of `booked` and `presences` does not matter.

    `weeks` by (child, household); `closed`: days on which nothing is billed; `packed`: children who bring their meal;
    `open_sittings`: sessions nobody has closed.
    """

    month: Period
    homes: Mapping[int, Home]
    booked: Iterable[Booked] = ()
    presences: Iterable[Presence] = ()
    weeks: Mapping[tuple[int, int], Weeks] = field(default_factory=dict)
    closed: frozenset[date] = frozenset()
    packed: frozenset[int] = frozenset()
    open_sittings: Iterable[tuple[date, Service]] = ()

    def counts(self, day: date) -> bool:
        """Whether what happened on `day` is of this month and billed."""
        return day in self.month and day not in self.closed


@dataclass(frozen=True, slots=True)
class Line:
    """`quantity` × `unit` = `cents`, and why: which child, service and days (how many on each), which price."""

    kind: Kind
    unit: int
    days: tuple[tuple[date, int], ...] = ()
    child_id: int | None = None
    service: Service | None = None
    price: Price | None = None
    source_id: int | None = None  # of the statement carried over

    @property
    def quantity(self) -> int:
        return sum(count for _, count in self.days)

    @property
    def cents(self) -> int:
        return self.quantity * self.unit


class Trouble(StrEnum):
    """What the mairie should look at before it issues a month."""

    NO_TARIFF = "no-tariff"
    OPEN_SITTING = "open-sitting"
    NO_TIMES = "no-times"  # present, but the duration cannot be known
    NO_DEPARTURE = "no-departure"  # counted until the end
    ABSENT = "absent"  # booked, not told absent, and not there
    UNBOOKED = "unbooked"
    OTHER_WEEK = "other-week"  # billed to the household that does not have the child that week
    NO_QUOTIENT = "no-quotient"
    NO_ADDRESS = "no-address"
    CHANGE = "change"  # much more or much less than the month before
    REVISED = "revised"  # what is known today is not what was issued
    RUNNING = "running"  # the month is not over


@dataclass(frozen=True, slots=True)
class Anomaly:
    """One thing to look at; `before` and `after` are sums in cents."""

    trouble: Trouble
    household_id: int | None = None
    child_id: int | None = None
    day: date | None = None
    service: Service | None = None
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Bills:
    """The lines of each household that owes something, by its id, and what is to be looked at."""

    lines: Mapping[int, tuple[Line, ...]]
    anomalies: tuple[Anomaly, ...]


def weight(anomaly: Anomaly) -> tuple[object, ...]:
    """The worst kind first, then by day and household."""
    rank, day = list(Trouble).index(anomaly.trouble), anomaly.day or date.min
    return rank, day, anomaly.household_id or 0, anomaly.child_id or 0, anomaly.service or ""


MUCH = 5000  # cents


def is_huge(before: int, after: int) -> bool:
    """Whether a household's month should be looked at: twice or half the month before, and 50 € apart."""
    small, large = sorted((before, after))
    return large - small >= MUCH and large >= 2 * small


def carried(source_id: int, cents: int, month: date) -> Line:
    """The sum of a statement that was too small to be claimed, or what a correction of it left (below zero, too)."""
    return Line(Kind.CARRIED, cents, ((month, 1),), source_id=source_id)


def opposite(line: Line) -> Line:
    """The line of a credit note that takes `line` back."""
    return replace(line, unit=-line.unit)


def total(lines: Iterable[Line]) -> int:
    return sum(line.cents for line in lines)


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
