"""Stretches of days as they are said: weeks, months, weekends, « les deux prochaines semaines », « fin mars »."""

import dataclasses
from datetime import date, timedelta

from locales.fr.pieces.clock import ONE_DAY, WEEK, Clock, Span, add_months, month_span
from locales.fr.pieces.days import Piece
from locales.fr.pieces.value import Value

SEASONS = {"spring": (3, 20), "summer": (6, 21), "autumn": (9, 23), "winter": (12, 21)}


class Period(Value):
    """A stretch of days with two ends."""

    def ends(self, clock: Clock) -> tuple[date, date]:
        raise NotImplementedError

    def spans(self, clock: Clock) -> list[Span]:
        return [self.ends(clock)]


class Relative(Period):
    """The unit around today, `delta` units on: "cette semaine" 0, "le mois prochain" 1, "l'année dernière" -1.

    `following`: counted from the day a list has reached, if any ("la semaine d'après").
    """

    unit: str
    delta: int = 0
    following: bool = False

    def ends(self, clock: Clock) -> tuple[date, date]:
        if self.following and clock.after:
            clock = dataclasses.replace(clock, today=clock.after)
        today = clock.today
        if self.unit == "week":
            monday = self._monday(clock)
            return monday, monday + WEEK - ONE_DAY
        if self.unit == "weekend":
            saturday = clock.monday + timedelta(days=5) + self.delta * WEEK
            return saturday, saturday + ONE_DAY
        if self.unit == "months":
            month = add_months(today.replace(day=1), self.delta)
            return month_span(month.year, month.month)
        if self.unit == "quarter":
            first = add_months(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), 3 * self.delta)
            return first, add_months(first, 3) - ONE_DAY
        return self._year(clock)

    def _monday(self, clock: Clock) -> date:
        monday = clock.monday + self.delta * WEEK
        if self.delta == 0 and clock.today.isoweekday() > 5:
            return clock.choose("which-period", [monday, monday + WEEK])
        return monday

    def _year(self, clock: Clock) -> tuple[date, date]:
        year = clock.today.year + self.delta
        calendar_year = (date(year, 1, 1), date(year, 12, 31))
        bounds = clock.year_bounds(clock.today)
        if self.delta > 0 and bounds:
            following = clock.year_bounds(bounds[1] + 3 * WEEK * 4)
            return clock.choose("which-period", [calendar_year, following or calendar_year])
        return calendar_year


class TheMonth(Relative):
    """« le mois »: the current one; a day counted in it that is past is the next month's."""


class Month(Period):
    """A month by name: of a year if said, else this month or the next so called."""

    month: int
    year: int | None = None
    which: int = 0

    def ends(self, clock: Clock) -> tuple[date, date]:
        today = clock.today
        if self.year is not None:
            return month_span(self.year, self.month)
        if self.which < 0:
            return month_span(today.year - (self.month >= today.month), self.month)
        year = today.year + (self.month < today.month or (self.which == 1 and self.month == today.month))
        first, last = month_span(year, self.month)
        if clock.is_far(first):
            year = clock.choose("far-date", [year, year - 1], day=first)
            return month_span(year, self.month)
        return first, last


class Year(Period):
    """A year by its number; `bare`, with no word that says so: asked."""

    year: int
    bare: bool = False

    def ends(self, clock: Clock) -> tuple[date, date]:
        if self.bare:
            clock.choose("which-period", [None], ("",))
        return date(self.year, 1, 1), date(self.year, 12, 31)


class Months(Period):
    """A month counted in a year: "juin de l'année prochaine"."""

    month: int
    year: Piece

    def ends(self, clock: Clock) -> tuple[date, date]:
        today = clock.today
        delta = self.year.delta if isinstance(self.year, Relative) else 0
        return month_span(today.year + delta, self.month)


class Next(Period):
    """The next (or last) so many whole weeks, months or weekends, or days: "les deux prochaines semaines"."""

    amount: int
    unit: str
    which: int = 1

    def ends(self, clock: Clock) -> tuple[date, date]:
        if self.unit == "day":
            first = clock.today + (ONE_DAY if self.which > 0 else -self.amount * ONE_DAY)
            return first, first + (self.amount - 1) * ONE_DAY
        unit, amount = ("week", 2 * self.amount) if self.unit == "fortnight" else (self.unit, self.amount)
        deltas = (1, amount) if self.which > 0 else (-amount, -1)
        return _plain(unit, deltas[0], clock)[0], _plain(unit, deltas[1], clock)[1]


class DaysAfter(Period):
    """« les deux jours suivants »: after the day a list has reached, else after today; of school, or whatever."""

    amount: int

    def ends(self, clock: Clock) -> tuple[date, date]:
        first = (clock.after or clock.today) + ONE_DAY
        plain = first + (self.amount - 1) * ONE_DAY
        reached = clock.nth_open(first, self.amount)
        return first, plain if reached in (None, plain) else clock.choose("which-period", [plain, reached])


def _plain(unit: str, delta: int, clock: Clock) -> tuple[date, date]:
    if unit == "years":
        year = clock.today.year + delta
        return date(year, 1, 1), date(year, 12, 31)
    return Relative(unit, delta).ends(clock)


class Season(Period):
    """A season by name, of a year if said, else the current or coming one (`which` 1: not begun, -1: over)."""

    name: str
    year: int | None = None
    which: int = 0

    def ends(self, clock: Clock) -> tuple[date, date]:
        if self.year:
            return self._of(self.year)
        this = clock.today.year
        seasons = [self._of(year) for year in (this - 2, this - 1, this, this + 1)]
        if self.which < 0:
            return [ends for ends in seasons if ends[1] < clock.today][-1]
        edge = 0 if self.which else 1
        return next(ends for ends in seasons if ends[edge] >= clock.today)

    def _of(self, year: int) -> tuple[date, date]:
        names = list(SEASONS)
        following = SEASONS[names[(names.index(self.name) + 1) % 4]]
        return date(year, *SEASONS[self.name]), date(year + (self.name == "winter"), *following) - ONE_DAY
