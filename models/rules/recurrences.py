"""From days said to what comes back: the weekdays of a sentence, every week or every other one."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from models.vocabulary import Weeks

FORTNIGHT = timedelta(days=14)


def weeks_of(days: Iterable[date], *, fortnightly: bool = False) -> dict[int, Weeks | None]:
    """By ISO weekday, in which weeks `days` fall; None for what comes back more seldom than every other week.

    A day by itself comes back every week or, `fortnightly`, every other one. Every other week counted across a week 53
    is called by its first day.
    """
    by_weekday: dict[int, list[date]] = defaultdict(list)
    for day in sorted(set(days)):
        by_weekday[day.isoweekday()].append(day)
    return {weekday: _weeks(found, fortnightly=fortnightly) for weekday, found in sorted(by_weekday.items())}


def parity_of(day: date) -> Weeks:
    return Weeks.EVEN if Weeks.EVEN.include(day) else Weeks.ODD


def _weeks(days: list[date], *, fortnightly: bool) -> Weeks | None:
    if len(days) == 1:
        return parity_of(days[0]) if fortnightly else Weeks.ALL
    nearest = min(later - earlier for earlier, later in pairwise(days))
    if nearest > FORTNIGHT:
        return None
    is_one_parity = len({parity_of(day) for day in days}) == 1
    return parity_of(days[0]) if nearest == FORTNIGHT or is_one_parity else Weeks.ALL
