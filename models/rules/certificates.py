"""The tax certificate: what was really paid in a year for the garderie of young children, meals and penalties left out.

Code général des impôts, article 200 quater B: children under six on 1 January of the year of the payments.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

UNDER = 6  # years, on 1 January


def is_young(birth: date, year: int) -> bool:
    """Whether a child is under six on 1 January of `year`; one that turns six on that day is not."""
    return birth > date(year - UNDER, 1, 1)


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
