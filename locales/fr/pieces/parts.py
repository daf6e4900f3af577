"""The school year, and parts of periods: « fin mars », « le reste de la semaine », « le premier trimestre »."""

from datetime import date, timedelta

from locales.fr.pieces.clock import ONE_DAY, WEEK, Clock, add_months, month_span
from locales.fr.pieces.days import Piece, Silent
from locales.fr.pieces.periods import Period, Relative

MONTH_LENGTHS = range(28, 32)


class Half(Period):
    """« la première quinzaine de mars » (1 or 2; -1 the second), "la première moitié de l'année"."""

    ordinal: int
    period: Piece

    def ends(self, clock: Clock) -> tuple[date, date]:
        first, last = Silent(self.period).ends(clock)
        length = (last - first).days + 1
        middle = first + timedelta(days=14 if length in MONTH_LENGTHS else (length - 1) // 2)
        return (first, middle) if self.ordinal == 1 else (middle + ONE_DAY, last)


class Part(Period):
    """« début janvier », "fin de semaine": the beginning, middle or end of a period, which is asked."""

    part: str
    period: Piece

    def ends(self, clock: Clock) -> tuple[date, date]:
        if isinstance(self.period, SchoolYear):
            return clock.choose("which-period", self._of_years(clock))
        return clock.choose("which-period", self.readings(*Silent(self.period).ends(clock)))

    def _of_years(self, clock: Clock) -> list[tuple[date, date]]:
        """« fin d'année »: December, or the last month of class; "début d'année": January, or September."""
        year = clock.today.year
        first, last = clock.year_bounds(clock.today) or (date(year, 9, 1), date(year, 7, 5))
        if self.part == "end":
            return [month_span(year, 12), (last.replace(day=1) - ONE_DAY * 30, last)]
        if self.part == "begin":
            return [month_span(year + 1, 1), (first, first.replace(day=28))]
        return [month_span(year + 1, 2), month_span(year, 6)]

    def readings(self, first: date, last: date) -> list[tuple[date, date]]:
        """The thirds of the period, then a wider reading."""
        days = (last - first).days + 1
        if days == 7:
            third = timedelta(days=2)
            last = last - 2 * ONE_DAY
            return {
                "begin": [(first, first + ONE_DAY), (first, first + third)],
                "mid": [(first + third, first + third), (first + ONE_DAY, first + 2 * third - ONE_DAY)],
                "end": [(last - ONE_DAY, last), (last, last)],
            }[self.part]
        third = timedelta(days=10 if days in MONTH_LENGTHS else days // 3)
        half = timedelta(days=days // 2)
        return {
            "begin": [(first, first + third - ONE_DAY), (first, first + half - ONE_DAY)],
            "mid": [(first + third, first + 2 * third - ONE_DAY), (first + half - ONE_DAY, first + half - ONE_DAY)],
            "end": [(first + 2 * third, last), (first + half, last)],
        }[self.part]

    def edge(self, clock: Clock) -> tuple[date, date]:
        """The period as an end of a range: "jusqu'à fin janvier" is the 31st, "de début mars" the 1st."""
        first, last = Silent(self.period).ends(clock)
        if self.part == "end" and isinstance(self.period, SchoolYear):
            clock.note("until-year-end", last=last)
        if self.part == "mid":
            middle = first + (last - first) // 2
            return middle, middle
        return (first, first) if self.part == "begin" else (last, last)


class Rest(Period):
    """What is left of a period: "le reste de la semaine" starts today, "le reste de juin" in June."""

    period: Piece

    def ends(self, clock: Clock) -> tuple[date, date]:
        if isinstance(self.period, (SchoolYear, Relative)) and getattr(self.period, "unit", "years") == "years":
            end_of_year = date(clock.today.year, 12, 31)
            school = clock.year_bounds(clock.today)
            last = clock.choose("which-period", [end_of_year, school[1]]) if school else end_of_year
            return clock.today, last
        first, last = Silent(self.period).ends(clock)
        return max(first, clock.today), last


class SchoolYear(Period):
    """« toute l'année »: from tomorrow to the last class day; in June, this year or the coming one, which is asked."""

    delta: int = 0

    def ends(self, clock: Clock) -> tuple[date, date]:
        bounds = clock.year_bounds(clock.today)
        if bounds is None:
            return clock.tomorrow, clock.year_end(clock.today)
        following = clock.year_bounds(bounds[1] + 12 * WEEK) or bounds
        if self.delta > 0:
            return following
        clock.assumed = True
        left = (max(clock.tomorrow, bounds[0]), bounds[1])
        if clock.today.month == 6:
            return clock.choose("which-period", [left, following])
        return left


class Quarter(Period):
    """« le premier trimestre », "le second semestre": so many `months` of the year, or the school's, which is asked."""

    ordinal: int
    year: int | None = None
    months: int = 3
    side: int = 0

    def ends(self, clock: Clock) -> tuple[date, date]:
        year = self.year or clock.today.year + self.side
        first = date(year, self.months * (self.ordinal - 1) + 1, 1)
        civil = (first, add_months(first, self.months) - ONE_DAY)
        start, end = clock.year_bounds(clock.today) or civil
        if self.year or self.side or self.ordinal > 3 or start.year == end.year:
            return civil
        turns = [date(end.year, 1, 1), date(end.year, 4, 1)] if self.months == 3 else [date(end.year, 2, 1)]
        terms = [start, *turns, end + ONE_DAY]
        return clock.choose("which-period", [civil, (terms[self.ordinal - 1], terms[self.ordinal] - ONE_DAY)])
