"""The tax certificate: what was really paid in a year for the garderie of young children, meals and penalties left out.

Code général des impôts, article 200 quater B: children under six on 1 January of the year of the payments.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from models.rules.calendar import SchoolCalendar

UNDER = 6  # years, on 1 January
JANUARY, READY = 1, 15  # the month they are sent in, and the day by which the payments of December are known
HOUR = time(10)


def is_young(birth: date, year: int) -> bool:
    """Whether a child is under six on 1 January of `year`; one that turns six on that very day still counts.

    So the tax office says it: for 2021, born in 2015 or later (service-public.fr, fiche F8).
    """
    return birth >= date(year - UNDER, 1, 1)


def year_to_send(now: datetime, calendar: SchoolCalendar) -> int | None:
    """The year whose certificates are sent at `now` (local); None where it is not the time.

    From the first working day on or after 15 January at 10:00, to the end of the month.
    """
    if now.month != JANUARY:
        return None
    ready = date(now.year, JANUARY, READY)
    first = next(day for day in (ready + timedelta(ahead) for ahead in range(16)) if calendar.is_working(day))
    return now.year - 1 if now >= datetime.combine(first, HOUR, now.tzinfo) else None


@dataclass(frozen=True, slots=True)
class Paid:
    """A household's month once claimed: what is due, how much of it is care by child, and payments (day, cents)."""

    due: int
    care: Mapping[int, int]
    payments: tuple[tuple[date, int], ...]


def care_paid(months: Iterable[Paid], year: int) -> Counter[int]:
    """Cents paid in `year` for each child's garderie.

    A payment in part pays each line in proportion; cents are let go until the last payment, which makes the sum whole.
    """
    sums: Counter[int] = Counter()
    for month in months:
        until, before = (_paid_before(month, date(year + ahead, 1, 1)) for ahead in (1, 0))
        for child, cents in month.care.items():
            sums[child] += _part(cents, until, month.due) - _part(cents, before, month.due)
    return sums


def _paid_before(month: Paid, day: date) -> int:
    return min(month.due, sum(cents for paid_on, cents in month.payments if paid_on < day))


def _part(cents: int, paid: int, due: int) -> int:
    return cents * paid // due if due > 0 else 0
