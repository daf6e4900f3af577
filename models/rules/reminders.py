"""Whether a child is expected at the canteen of a day: by its usual week, or by what was booked lately."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from models.rules.calendar import SchoolCalendar
from models.vocabulary import Weeks

LOOKED_BACK = 8  # open weeks known of a habit
LATELY = 4  # of them make a weekly habit
ENOUGH = 2  # bookings make one
OWN = 3  # weeks of one parity make a habit of every second week
SEASON = timedelta(weeks=4)  # at the start of a school year there is no habit yet
FARTHEST = 30  # weeks back: a summer, and the weeks before it


def days_looked_back(day: date, calendar: SchoolCalendar) -> list[date]:
    """The same weekday in the last open weeks before `day`, the latest first; fewer at the start of the calendar."""
    earlier = (day - timedelta(weeks=weeks) for weeks in range(1, FARTHEST))
    return [past for past in earlier if calendar.is_open(past)][:LOOKED_BACK]


def is_habit(day: date, looked_back: Sequence[date], taken: Collection[date], weeks: Weeks = Weeks.ALL) -> bool:
    """Whether days `taken` among those `looked_back`, latest first, make `day` one to expect.

    Booked in 2 of the last 4 open weeks, not both of the other parity; or in 2 of the last 3 of its own parity, for
    families that alternate. `weeks`: those the home that is asked has the child; the other home's tell nothing of it.
    """
    here = [past for past in looked_back if weeks.include(past)]
    own = [past for past in here if Weeks.ODD.include(past) == Weeks.ODD.include(day)]
    lately = [past for past in here[:LATELY] if past in taken]
    weekly = len(lately) >= ENOUGH and any(past in own for past in lately)
    return weekly or sum(past in taken for past in own[:OWN]) >= ENOUGH


def is_usual(day: date, lines: Collection[tuple[int, Weeks]]) -> bool:
    """Whether a usual week, as (weekday, weeks) lines, takes `day`."""
    return any(weekday == day.isoweekday() and weeks.include(day) for weekday, weeks in lines)


def is_in_season(day: date, calendar: SchoolCalendar) -> bool:
    """Whether `day` is in the first four weeks of its school year."""
    year = calendar.year_of(day)
    return bool(year) and day < year.period.first + SEASON  # type: ignore[union-attr]
