"""What a day expression is read against: today, the school calendar, and the doubts met on the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from typing import TypeVar

from locales.requests import Note
from models.rules.calendar import Holidays, SchoolCalendar

T = TypeVar("T")
Span = tuple[date | None, date | None]
ONE_DAY = timedelta(days=1)
WEEK = timedelta(days=7)
SCHOOL_YEAR = timedelta(days=365)
LOOKED_THROUGH = 200  # days
HALF_A_YEAR = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A choice met while reading: `why` is a Question's, `options` how many readings there are.

    `labels` name the choices where dates do not tell them apart; "" keeps an option from being one.
    """

    why: str
    facts: tuple[tuple[str, object], ...]
    options: int
    labels: tuple[str | None, ...] = ()


@dataclass(slots=True)
class Clock:
    """Today, the calendar, and what reading has met so far; `picks` says which option to take at which doubt.

    `after` is the day a list has reached, since a list is read in order; `reached` the one a former list had.
    `today_said` becomes true when a word says today; `singles` are the days said one by one.
    `muted`: what is only shown is worth no question.
    """

    today: date
    calendar: SchoolCalendar | None
    picks: Mapping[int, int] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    singles: list[date] = field(default_factory=list)
    after: date | None = None
    reached: date | None = None
    today_said: bool = False
    assumed: bool = False
    muted: bool = False
    open_days: dict[date, bool] = field(default_factory=dict)

    def choose(self, why: str, options: Sequence[T], labels: tuple[str | None, ...] = (), **facts: object) -> T:
        """The option to read on with: the first, unless a later reading of the sentence picks another."""
        if self.muted:
            return options[0]
        pick = min(self.picks.get(len(self.doubts), 0), len(options) - 1)
        self.doubts.append(Doubt(why, tuple(facts.items()), len(options), labels))
        return options[pick]

    def aside(self) -> "Clock":
        """A clock to try something with, of which nothing is kept."""
        return Clock(self.today, self.calendar, muted=True, open_days=self.open_days)

    def note(self, name: str, **facts: object) -> None:
        note = Note(name, tuple(facts.items()))
        if note not in self.notes:
            self.notes.append(note)

    @property
    def tomorrow(self) -> date:
        return self.today + ONE_DAY

    @property
    def monday(self) -> date:
        return self.today - timedelta(days=self.today.weekday())

    def is_open(self, day: date) -> bool:
        """Whether there is school on `day`, remembered from one reading of the sentence to the next."""
        found = self.open_days.get(day)
        if found is None:
            found = self.open_days[day] = self.calendar is not None and self.calendar.is_open(day)
        return found

    def nth_open(self, first: date, count: int) -> date | None:
        """The last of the first `count` days of school from `first` on; None where none are known so far ahead."""
        days = (first + ONE_DAY * i for i in range(LOOKED_THROUGH))
        return next(islice(filter(self.is_open, days), count - 1, None), None)

    def year_bounds(self, day: date) -> tuple[date, date] | None:
        """First and last class day of the school year `day` belongs to (in summer: the coming one), if published."""
        if self.calendar is None:
            return None
        year = self.calendar.year_of(day)
        if year is None or day > year.period.last:
            year = self.calendar.next_year(day) if self.calendar.is_published(day) else None
        return (year.period.first, year.period.last) if year else None

    def year_end(self, day: date) -> date:
        """The last class day of the school year of `day`; a year later where no calendar is published."""
        bounds = self.year_bounds(day)
        return bounds[1] if bounds else self.today + SCHOOL_YEAR

    def is_far(self, day: date) -> bool:
        """Whether `day`, its year guessed, lies in a later school year and so far ahead that it may be a mistake."""
        bounds = self.year_bounds(self.today)
        last = bounds[1] if bounds else date(self.today.year + (self.today.month > 6), 7, 5)
        return day > last and day - self.today > HALF_A_YEAR

    def holidays(self) -> list[Holidays]:
        """All published school holidays, in order, bridges left out."""
        years = self.calendar.years if self.calendar else ()
        return [h for year in years for h in year.holidays if h.name != "Ascension"]


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def month_length(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - ONE_DAY).day


def month_span(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, month_length(year, month))


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
