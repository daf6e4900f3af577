"""The school calendar: which days have school, which do not and why, and how far it is published.

Official dates are vendored in models/calendars/france.json with their legal sources, beside the rules of public
holidays. A calendar is a frozen value: the mairie's closures are laid over it by `with_closures`.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from dateutil.easter import easter

from models.refusals import Closed, NoSchool, PublicHoliday, Refusal, SchoolHoliday, Unpublished
from models.vocabulary import Holiday, Period

ONE_DAY = timedelta(days=1)
AHEAD = timedelta(weeks=12)  # longer than a summer


@dataclass(frozen=True, slots=True)
class Holidays:
    """The days without class of one of a year's holidays."""

    name: Holiday
    period: Period


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """From the first class day to the last weekday of class, both included."""

    period: Period
    holidays: tuple[Holidays, ...]


@dataclass(frozen=True)
class SchoolCalendar:
    """The days of one zone; `weekdays` are ISO numbers (Monday 1); `closed` and `opened` are the mairie's."""

    zone: str
    weekdays: frozenset[int]
    years: tuple[SchoolYear, ...]
    public_holidays: Mapping[date, str]
    closed: Mapping[date, str] = field(default_factory=dict)
    opened: frozenset[date] = frozenset()
    # What was found of the printed calendar, which closures do not change: a day is asked about again and again.
    _found: dict[date, Refusal | None] = field(default_factory=dict, repr=False, compare=False)

    def year_of(self, day: date) -> SchoolYear | None:
        """The school year whose class days or following summer hold `day`; None where nothing is published."""
        index = bisect_right(self.years, day, key=lambda year: year.period.first) - 1
        if index < 0 or not self.is_published(day):
            return None
        return self.years[index]

    def next_year(self, day: date) -> SchoolYear | None:
        """The first published school year beginning after `day`."""
        return next((year for year in self.years if year.period.first > day), None)

    def is_published(self, day: date) -> bool:
        """Whether the official calendar says what `day` is; the last summer's end is not known before the next year."""
        return bool(self.years) and self.years[0].period.first <= day <= self.years[-1].period.last

    def is_open(self, day: date) -> bool:
        """Whether there is school, hence cantine and garderie, on `day`."""
        return self.objection(day) is None

    def is_regular(self, day: date) -> bool:
        """Whether `day` is a school day of the printed calendar, the mairie's closures and openings set aside."""
        return self._printed_objection(day) is None

    def objection(self, day: date) -> Refusal | None:
        """Why there is no school on `day`, or None if there is."""
        if day in self.closed:
            return Closed(day, self.closed[day])
        return None if day in self.opened else self._printed_objection(day)

    def _printed_objection(self, day: date) -> Refusal | None:
        if day not in self._found:
            self._found[day] = self._looked_up(day)
        return self._found[day]

    def _looked_up(self, day: date) -> Refusal | None:
        if not self.is_published(day):
            return Unpublished(day)
        if day in self.public_holidays:
            return PublicHoliday(day, self.public_holidays[day])
        if holidays := self.holidays_on(day):
            return SchoolHoliday(day, holidays.name)
        return None if day.isoweekday() in self.weekdays else NoSchool(day)

    def holidays_on(self, day: date) -> Holidays | None:
        """The school holidays `day` falls in, weekends inside them included."""
        year = self.year_of(day)
        return next((h for h in year.holidays if day in h.period), None) if year else None

    def holidays_from(self, day: date) -> list[Holidays]:
        """The school holidays that end on `day` or later, as far as they are published, in order."""
        return [each for year in self.years for each in year.holidays if each.period.last >= day]

    def is_working(self, day: date) -> bool:
        """Monday to Friday and no public holiday: whether an order can be taken."""
        return day.isoweekday() <= 5 and day not in self.public_holidays

    def open_days(self, period: Period) -> list[date]:
        """The school days of `period`, in order; days beyond the published calendar are not among them."""
        if not self.years:
            return []
        first, last = max(period.first, self.years[0].period.first), min(period.last, self.years[-1].period.last)
        return [day for day in Period(first, last) if self.is_open(day)]

    def coming(self, day: date) -> date | None:
        """The first school day after `day`; None where none is published."""
        return next((one for one in self.open_days(Period(day + ONE_DAY, day + AHEAD))), None)

    def with_closures(self, closed: Mapping[date, str], opened: Iterable[date] = ()) -> "SchoolCalendar":
        return replace(self, closed=dict(closed), opened=frozenset(opened))


@cache
def published(zone: str, weekdays: frozenset[int], subdivision: str | None = None) -> SchoolCalendar:
    """The vendored calendar of `zone` (A, B, C); `subdivision` is a code of `public_holidays`."""
    source = _vendored("france.json")
    printed = source["zones"][zone]
    rentrees = [date.fromisoformat(year["rentree"]) for year in printed.values()]
    years = tuple(
        _school_year(year, weekdays, following)
        for year, following in zip(printed.values(), [*rentrees[1:], None], strict=True)
    )
    span = range(rentrees[0].year, rentrees[-1].year + 3)
    return SchoolCalendar(zone, weekdays, years, public_holidays(span, subdivision))


def public_holidays(years: Iterable[int], subdivision: str | None = None) -> dict[date, str]:
    """French public holidays of `years` with their French names; `subdivision`: an ISO 3166-2 code of FR (57, 6AE…)."""
    source = _vendored("public_holidays.json")
    rules = source["everywhere"] | (source[subdivision] if subdivision else {})
    return {_falls_on(rule, year): name for year in years for name, rule in rules.items()}


def _falls_on(rule: str | int, year: int) -> date:
    """A day of the month as MM-DD, or so many days after Easter Sunday."""
    sunday: date = easter(year)
    return sunday + timedelta(rule) if isinstance(rule, int) else date.fromisoformat(f"{year}-{rule}")


def _vendored(name: str) -> Any:
    return json.loads(files("models").joinpath("calendars", name).read_text(encoding="utf-8"))


def _school_year(printed: Mapping[str, Any], weekdays: frozenset[int], following: date | None) -> SchoolYear:
    """One printed year; its summer lasts until `following`, the next first class day, where that is known."""
    summer = _first_day_off(date.fromisoformat(printed["ete_depart"]), weekdays)
    breaks = [
        Holidays(
            Holiday(name),
            Period(_first_day_off(date.fromisoformat(left), weekdays), date.fromisoformat(back) - ONE_DAY),
        )
        for name, left, back in printed["periods"]
    ]
    breaks += [Holidays(Holiday.ASCENSION, Period(day, day)) for day in map(date.fromisoformat, printed["pont"])]
    if following:
        breaks.append(Holidays(Holiday.ETE, Period(summer, following - ONE_DAY)))
    return SchoolYear(Period(date.fromisoformat(printed["rentree"]), summer - ONE_DAY), tuple(breaks))


def _first_day_off(departure: date, weekdays: frozenset[int]) -> date:
    """Holidays begin after class on the printed departure: a Saturday there means Friday evening."""
    return departure + ONE_DAY if departure.isoweekday() in weekdays else departure
