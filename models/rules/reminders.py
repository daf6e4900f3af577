"""When reminders of a canteen day are due, and whether a child is expected to be booked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from models.rules.calendar import ONE_DAY, SchoolCalendar
from models.rules.commune import Commune
from models.rules.cutoffs import next_deadlines
from models.vocabulary import Weeks

LOOKED_BACK = 4  # open weeks
ENOUGH = 2  # of them with a booking make a habit
SEASON = timedelta(weeks=4)  # at the start of a school year there is no habit yet
AHEAD = 6  # canteen days whose reminders may be due: a weekend before them at most


class Moment(StrEnum):
    """The two reminders before a cut-off, in their order."""

    EVENING = "evening"
    HOUR = "hour"


@dataclass(frozen=True, slots=True)
class Round:
    """The reminders of one moment for the canteen of `day`, useful until its cut-off."""

    day: date
    moment: Moment
    at: datetime
    deadline: datetime


def rounds_due(commune: Commune, now: datetime) -> list[Round]:
    """Every round whose hour has come and whose cut-off has not passed; never one for a closed day."""
    coming = next_deadlines(commune.cutoffs, commune.calendar, now, AHEAD)
    rounds = [
        Round(day, moment, moment_at(moment, deadline, commune), deadline)
        for day, deadline in coming
        for moment in Moment
    ]
    return [round_ for round_ in rounds if round_.at <= now <= round_.deadline]


def moment_at(moment: Moment, deadline: datetime, commune: Commune) -> datetime:
    """The evening before the cut-off, or so long before it, in the commune's time."""
    if moment is Moment.HOUR:
        return deadline - commune.reminders.before
    return datetime.combine(deadline.date() - ONE_DAY, commune.reminders.evening, commune.timezone)


def days_looked_back(day: date, calendar: SchoolCalendar) -> list[date]:
    """The same weekday in the last four open weeks before `day`; fewer at the start of the calendar."""
    earlier = (day - timedelta(weeks=weeks) for weeks in range(1, 20))
    return [past for past in earlier if calendar.is_open(past)][:LOOKED_BACK]


def is_in_season(day: date, calendar: SchoolCalendar) -> bool:
    """Whether `day` is in the first four weeks of its school year."""
    year = calendar.year_of(day)
    return bool(year) and day < year.period.first + SEASON  # type: ignore[union-attr]


def is_usual(day: date, lines: Collection[tuple[int, Weeks]]) -> bool:
    """Whether a usual week, as (weekday, weeks) lines, takes `day`."""
    return any(weekday == day.isoweekday() and weeks.include(day) for weekday, weeks in lines)
