"""Cut-offs: until when the canteen of a day may be booked, changed or cancelled (the leaflet's table)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from zoneinfo import ZoneInfo

from models.rules.calendar import ONE_DAY, SchoolCalendar

PARIS = ZoneInfo("Europe/Paris")
AHEAD_OF_MEAL = 75  # days; after a summer, policy school closes the first meal before it
LONGEST_STEP_BACK = 120  # days; a summer is 65: beyond this there is no earlier order day


class Policy(StrEnum):
    """Where a cut-off goes when the table's day takes no orders."""

    WORKING = "working"  # the previous working day, Monday to Friday
    LITERAL = "literal"  # nowhere: the table as printed
    SCHOOL = "school"  # the previous canteen day


@dataclass(frozen=True, slots=True)
class Limit:
    """A line of the table: the last moment, as an ISO weekday before the meal and an hour."""

    weekday: int
    hour: time


@dataclass(frozen=True)
class Cutoffs:
    """The commune's cut-offs. `no_orders`: days the mairie takes none; `set_by_hand`: cut-offs it gave itself (aware).

    `order_after`: how long after the cut-off the order of the day leaves.
    """

    table: Mapping[int, Limit]
    policy: Policy = Policy.WORKING
    timezone: ZoneInfo = PARIS
    order_after: timedelta = timedelta(minutes=10)
    no_orders: frozenset[date] = frozenset()
    set_by_hand: Mapping[date, datetime] = field(default_factory=dict)

    def deadline(self, day: date, calendar: SchoolCalendar) -> datetime:
        """The last instant, itself included, at which the canteen of `day` may be changed, in the commune's time."""
        if day in self.set_by_hand:
            return self.set_by_hand[day].astimezone(self.timezone)
        limit, taking_orders = self._limit(day), self._takes_orders(calendar)
        last = _weekday_before(day, limit.weekday)
        return datetime.combine(_back_to(last, taking_orders), limit.hour, self.timezone)

    def order_leaves(self, day: date, calendar: SchoolCalendar) -> datetime:
        """When the order of `day` may leave at the earliest."""
        return self.deadline(day, calendar) + self.order_after

    def _limit(self, day: date) -> Limit:
        """The table's line; a catch-up day outside the table closes on the day before, at the table's earliest hour."""
        if line := self.table.get(day.isoweekday()):
            return line
        return Limit((day - ONE_DAY).isoweekday(), min(line.hour for line in self.table.values()))

    def _takes_orders(self, calendar: SchoolCalendar) -> Callable[[date], bool]:
        """Whether orders are taken on a day; a closure of the school moves no cut-off, hence the regular days."""
        if self.policy is Policy.LITERAL:
            return lambda _day: True
        known = calendar.is_working if self.policy is Policy.WORKING else calendar.is_regular
        return lambda day: known(day) and day not in self.no_orders

    def with_no_orders(self, days: frozenset[date], set_by_hand: Mapping[date, datetime] | None = None) -> "Cutoffs":
        """The same with other days without orders, and other cut-offs set by hand if given."""
        return replace(self, no_orders=days, set_by_hand=self.set_by_hand if set_by_hand is None else set_by_hand)


def next_deadlines(
    cutoffs: Cutoffs, calendar: SchoolCalendar, now: datetime, count: int
) -> list[tuple[date, datetime]]:
    """The next `count` canteen days that can still be changed at `now`, with their cut-offs."""
    today = now.astimezone(cutoffs.timezone).date()
    days = (today + timedelta(days=ahead) for ahead in range(LONGEST_STEP_BACK))
    coming = ((day, cutoffs.deadline(day, calendar)) for day in days if calendar.is_open(day))
    return list(islice(((day, deadline) for day, deadline in coming if deadline >= now), count))


def _weekday_before(day: date, weekday: int) -> date:
    """The nearest `weekday` strictly before `day`."""
    return day - timedelta(days=(day.isoweekday() - weekday - 1) % 7 + 1)


def _back_to(day: date, wanted: Callable[[date], bool]) -> date:
    """`day` or the nearest earlier one `wanted` accepts; `day` itself where none is (the calendar's first days)."""
    return next((day - timedelta(days=n) for n in range(LONGEST_STEP_BACK) if wanted(day - timedelta(days=n))), day)


def orders_due(cutoffs: Cutoffs, calendar: SchoolCalendar, now: datetime) -> list[date]:
    """The canteen days from today on whose order may have left by `now`."""
    today = now.astimezone(cutoffs.timezone).date()
    days = [today + timedelta(days=ahead) for ahead in range(AHEAD_OF_MEAL)]
    return [day for day in days if calendar.is_open(day) and cutoffs.order_leaves(day, calendar) <= now]
