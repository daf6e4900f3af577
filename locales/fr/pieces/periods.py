"""Stretches of days as they are said: weeks, months, weekends, « les deux prochaines semaines », « fin mars »."""

from dataclasses import dataclass
from datetime import date, timedelta

from locales.fr.pieces.clock import ONE_DAY, WEEK, Clock, Span, add_months, monday_of, month_span
from locales.fr.pieces.days import Piece, Silent, Written

SEASONS = {"spring": (3, 20), "summer": (6, 21), "autumn": (9, 23), "winter": (12, 21)}


class Period:
    """A stretch of days with two ends."""

    def ends(self, clock: Clock) -> tuple[date, date]:
        raise NotImplementedError

    def spans(self, clock: Clock) -> list[Span]:
        return [self.ends(clock)]


@dataclass(frozen=True, slots=True)
class Relative(Period):
    """The unit around today, `delta` units on: "cette semaine" 0, "le mois prochain" 1, "l'année dernière" -1."""

    unit: str
    delta: int = 0

    def ends(self, clock: Clock) -> tuple[date, date]:
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


@dataclass(frozen=True, slots=True)
class ThisWeek(Period):
    """« la semaine », "toute la semaine": this one or the next, which is asked."""

    def ends(self, clock: Clock) -> tuple[date, date]:
        monday = clock.choose("which-period", [clock.monday, clock.monday + WEEK])
        return monday, monday + WEEK - ONE_DAY


@dataclass(frozen=True, slots=True)
class WorkingWeek(Period):
    """The Monday to Friday of a week: "la semaine de travail prochaine"."""

    week: Piece

    def ends(self, clock: Clock) -> tuple[date, date]:
        first, _ = Silent(self.week).ends(clock)
        return first, first + timedelta(days=4)


@dataclass(frozen=True, slots=True)
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

    def first_from(self, start: date) -> tuple[date, date]:
        """The first such month that ends on or after `start`."""
        year = self.year or start.year + (self.month < start.month)
        return month_span(year, self.month)


@dataclass(frozen=True, slots=True)
class Year(Period):
    """A year by its number; `bare`, with no word that says so: asked."""

    year: int
    bare: bool = False

    def ends(self, clock: Clock) -> tuple[date, date]:
        if self.bare:
            clock.choose("which-period", [None], ("",))
        return date(self.year, 1, 1), date(self.year, 12, 31)


@dataclass(frozen=True, slots=True)
class Months(Period):
    """A month counted in a year: "juin de l'année prochaine"."""

    month: int
    year: Piece

    def ends(self, clock: Clock) -> tuple[date, date]:
        today = clock.today
        delta = self.year.delta if isinstance(self.year, Relative) else 0
        return month_span(today.year + delta, self.month)


@dataclass(frozen=True, slots=True)
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


def _plain(unit: str, delta: int, clock: Clock) -> tuple[date, date]:
    if unit == "years":
        year = clock.today.year + delta
        return date(year, 1, 1), date(year, 12, 31)
    return Relative(unit, delta).ends(clock)


@dataclass(frozen=True, slots=True)
class WeekNumber(Period):
    """A week by its ISO number, of a year if said, else the next one that is not over."""

    number: int
    year: int | None = None

    def ends(self, clock: Clock) -> tuple[date, date]:
        if self.year and self.number <= date(self.year, 12, 28).isocalendar().week:
            monday = date.fromisocalendar(self.year, self.number, 1)
            return monday, monday + WEEK - ONE_DAY
        for year in range(clock.today.isocalendar().year, clock.today.year + 8):
            if self.number <= date(year, 12, 28).isocalendar().week:
                monday = date.fromisocalendar(year, self.number, 1)
                if monday + WEEK > clock.today:
                    return monday, monday + WEEK - ONE_DAY
        return clock.choose("which-period", [Relative("week", 1), Relative("week", 0)]).ends(clock)


@dataclass(frozen=True, slots=True)
class WeekOf(Period):
    """The Monday to Sunday around a day: "la semaine du 7 décembre"; `shift` 1: the week after it, -1 before."""

    day: Piece
    shift: int = 0

    def ends(self, clock: Clock) -> tuple[date, date]:
        day = self.day
        found = day.first_from(clock.monday) if isinstance(day, Written) and day.number and not day.weekday else None
        first, last = (found, found) if found else Silent(day).ends(clock)
        weekend = first.isoweekday() > 5
        if self.shift > 0:
            monday = monday_of(last) + WEEK
        elif self.shift < 0:
            monday = monday_of(first) if weekend else monday_of(first) - WEEK
        else:
            # Holidays begin on a Saturday: their week is the one after it.
            monday = monday_of(first) + WEEK if weekend and last - first > WEEK else monday_of(first)
        return monday, monday + WEEK - ONE_DAY


@dataclass(frozen=True, slots=True)
class WeekendOf(Period):
    """« le week-end du 5 »: the Saturday and Sunday of, or after, a day."""

    day: Piece

    def ends(self, clock: Clock) -> tuple[date, date]:
        saturday = monday_of(Silent(self.day).ends(clock)[0]) + timedelta(days=5)
        return saturday, saturday + ONE_DAY


@dataclass(frozen=True, slots=True)
class NthWeek(Period):
    """« la première semaine de mars », "la dernière semaine du mois": asked when the month begins amid a week."""

    ordinal: int
    period: Piece

    def ends(self, clock: Clock) -> tuple[date, date]:
        first, last = Silent(self.period).ends(clock)
        whole = first + timedelta(days=(-first.weekday()) % 7)
        if self.ordinal < 0:
            monday = monday_of(last + ONE_DAY) - WEEK
            other = monday_of(last)
        else:
            monday = whole + (self.ordinal - 1) * WEEK
            other = monday_of(first) + (self.ordinal - 1) * WEEK
        if other != monday and (first.isoweekday() < 6 if self.ordinal > 0 else last.isoweekday() < 5):
            monday = clock.choose("which-period", [monday, other])
        return monday, monday + WEEK - ONE_DAY


@dataclass(frozen=True, slots=True)
class Half(Period):
    """« la première quinzaine de mars » (1 or 2; -1 the second)."""

    ordinal: int
    period: Piece

    def ends(self, clock: Clock) -> tuple[date, date]:
        first, last = Silent(self.period).ends(clock)
        middle = first + timedelta(days=14)
        return (first, middle) if self.ordinal == 1 else (middle + ONE_DAY, last)


@dataclass(frozen=True, slots=True)
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
        third, half = timedelta(days=days // 3), timedelta(days=days // 2)
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


@dataclass(frozen=True, slots=True)
class Rest(Period):
    """What is left of a period: "le reste de la semaine" starts today."""

    period: Piece

    def ends(self, clock: Clock) -> tuple[date, date]:
        if isinstance(self.period, (SchoolYear, Relative)) and getattr(self.period, "unit", "years") == "years":
            end_of_year = date(clock.today.year, 12, 31)
            school = clock.year_bounds(clock.today)
            last = clock.choose("which-period", [end_of_year, school[1]]) if school else end_of_year
            return clock.today, last
        return clock.today, Silent(self.period).ends(clock)[1]


@dataclass(frozen=True, slots=True)
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

    def edge(self, clock: Clock) -> tuple[date, date]:
        """« jusqu'à la fin de l'année »: its last class day, said so."""
        last = self.ends(clock)[1]
        clock.note("until-year-end", last=last)
        return last, last


@dataclass(frozen=True, slots=True)
class Quarter(Period):
    """« le premier trimestre »: of the year, or the school's, which is asked."""

    ordinal: int
    year: int | None = None

    def ends(self, clock: Clock) -> tuple[date, date]:
        year = self.year or clock.today.year
        first = date(year, 3 * self.ordinal - 2, 1)
        civil = (first, add_months(first, 3) - ONE_DAY)
        start, end = clock.year_bounds(clock.today) or civil
        terms = [start, date(end.year, 1, 1), date(end.year, 4, 1), end + ONE_DAY]
        if self.ordinal > 3 or start.year == end.year:
            return civil
        return clock.choose("which-period", [civil, (terms[self.ordinal - 1], terms[self.ordinal] - ONE_DAY)])


@dataclass(frozen=True, slots=True)
class Season(Period):
    """A season by name, of a year if said, else the current or coming one."""

    name: str
    year: int | None = None

    def ends(self, clock: Clock) -> tuple[date, date]:
        names = list(SEASONS)
        following = SEASONS[names[(names.index(self.name) + 1) % 4]]
        years = (self.year,) if self.year else (clock.today.year - 1, clock.today.year, clock.today.year + 1)
        for year in years:
            first = date(year, *SEASONS[self.name])
            last = date(year + (self.name == "winter"), *following) - ONE_DAY
            if last >= clock.today:
                break
        return first, last
