"""Weeks, months, years and what is left of them: « la semaine prochaine », « décembre », « semaine 50 »."""

from collections.abc import Sequence

from locales.fr.patterns import Rules, Token
from locales.fr.pieces.days import Piece
from locales.fr.pieces.lists import AnyOf, Listed
from locales.fr.pieces.parts import Part, Quarter, Rest, SchoolYear
from locales.fr.pieces.periods import DaysAfter, Month, Next, Relative, Season, TheMonth, Year
from locales.fr.pieces.ranges import Between
from locales.fr.pieces.weeks import LAST_WEEK, ThisWeek, WeekNumber, WorkingWeek

RULES = Rules()
rule = RULES.rule


@rule("period", "(all? le)? unit:week|months|weekend following|posterior !number !le !les !holidays !feast")
def following_unit(unit: str) -> Piece:
    """« la semaine d'après »: the one after what a list has reached, else after this one."""
    return Relative(unit, 1, following=True)


@rule("period", "le? week work_word which:side", "le? which:side week work_word", "le? which:side week fill work_word")
def working_week(which: int) -> Piece:
    return WorkingWeek(Relative("week", which))


@rule(
    "period",
    "(all? le)? unit:week|months|years|weekend|fortnight|quarter which:coming|following|last",
    "(all? le)? unit:week|months|years|weekend|fortnight|quarter which:prior !le !les !holidays !feast",
    "(all? le)? which:coming|following unit:week|months|years|weekend|fortnight|quarter !number",
    "(all? le)? which:last unit:week|months|years|weekend|fortnight|quarter !number !of !du !before !after",
)
def next_unit(unit: str | None, which: int) -> Piece:
    if unit == "fortnight":
        return Next(2, "week", which)
    return Relative(unit or "week", which)


@rule("period", "les? amount:count day following|posterior|later", "les following amount:count day")
def days_after_that(amount: int | None) -> Piece:
    """« lundi et les deux jours suivants »."""
    return DaysAfter(amount or 1)


@rule(
    "period",
    "(this|le|les)? amount:count which:next unit:unit side?",
    "(this|le|les)? which:next amount:count unit:unit",
    "(this|le|les)? amount:count which:last unit:unit !of !du",
    "(this|le|les)? which:last amount:count unit:unit !of !du",
    "les amount:count unit:unit which:side",
)
def next_units(amount: int | None, which: int, unit: str) -> Piece:
    return Next(amount or 1, unit, which)


@rule("period", "this months fill+ month:month")
def this_month_of(month: int) -> Piece:
    return Month(month)


@rule("period", "how:le following !unit !day")
def the_following(how: str) -> Piece | None:
    """« la semaine prochaine et la suivante »."""
    return Relative("week", 1, following=True) if how == "la" else None


@rule(
    "period",
    "this unit:week|months|years|weekend|quarter (current)?",
    "le unit:week|months|years|weekend|quarter current",
)
def this_unit(unit: str) -> Piece:
    return Relative(unit)


@rule("period", "all this unit:week|months|weekend")
def all_this_unit(unit: str) -> Piece:
    return Relative(unit)


@rule("period", "all le years school_word? which:next", "le years school_word which:next")
def next_school_year(which: int) -> Piece:
    return SchoolYear(which)


@rule(
    "period",
    "all le years school_word?",
    "all this years school_word?",
    "this? le? years school_word",
    "all years",
    "en years school_word",
    "year_round",
)
def school_year() -> Piece:
    return SchoolYear()


@rule(
    "period", "part:part fill* years school_word?", "part:part fill* this years", "part:part of le years school_word?"
)
def part_of_year(part: str) -> Piece:
    return Part(part, SchoolYear()) if part != "end" else Part("end", SchoolYear())


@rule(
    "period",
    "(le? months fill*)? this? month:month comma? (of? le? years)? year:year",
    "(le? months fill*)? this? le? month:month which:side",
    "le? which:last month:month !n",
    "(all? le months fill*) month:month",
    "all? le? month:month !slash",
    "this month:month",
    "months fill* month:month",
)
def month(month: int, year: int | None = None, which: int = 0) -> Piece:
    return Month(month, year, which)


@rule("period", "en|during fill* years? year:year", "fill* years year:year")
def year(year: int) -> Piece:
    return Year(year)


@rule("period", "year:year")
def bare_year(year: int) -> Piece:
    """A number that looks like a year may be the rest of something misread."""
    return Year(year, bare=True)


@rule("span", "(le|les)? week number:number rest:((sep fill* number)+) (of? year:year)? !month !unit")
def numbered_weeks(number: int, rest: Sequence[Token], year: int | None = None) -> Piece | None:
    numbers = [number, *(token.value for token in rest if isinstance(token.value, int))]
    return Listed(tuple(WeekNumber(each, year) for each in numbers)) if max(numbers) <= LAST_WEEK else None


@rule(
    "span", "(le|les)? week first:number|padded (at|dash|until) fill* last:number|padded (of? year:year)? !month !unit"
)
def weeks_from_to(first: int, last: int, year: int | None = None) -> Piece | None:
    return Between(WeekNumber(first, year), WeekNumber(last, year)) if first < last <= LAST_WEEK else None


@rule("period", "le? number:ordinal week (fill* years)? !fill")
def ordinal_week(number: int) -> Piece | None:
    """« la 50e semaine »: no month has so many."""
    return WeekNumber(number) if 5 < number <= LAST_WEEK else None


@rule(
    "period",
    "(le|les)? week number:number|padded (of|comma)? year:year",
    "(le|les)? week number:number|padded !month !slash !side !unit",
)
def numbered_week(number: int, year: int | None = None) -> Piece | None:
    return WeekNumber(number, year) if number <= LAST_WEEK else None


@rule(
    "period",
    "all le week !of !du !fill !number",
    "in le week !of !du !fill",
    "le week !of !du !le !parity !beside !number !over",
    "all week",
)
def the_week() -> Piece:
    return ThisWeek()


@rule("period", "all le months", "during le months !of !du", "le|du months !of !du !month !side !current !year")
def the_month() -> Piece:
    return TheMonth("months")


@rule("period", "le? weekend !of !du !month !beside")
def the_weekend() -> Piece:
    return Relative("weekend")


@rule("period", "le? rest fill* months fill+ month:month")
def rest_of_month(month: int) -> Piece:
    return Rest(Month(month))


@rule("period", "le? rest fill* this? le? unit:week|months|years (current|school_word)? !number !padded !of !du")
def rest_of(unit: str) -> Piece:
    return Rest(Relative(unit))


@rule(
    "period",
    "(this|le|en|at)* season:season (of|du)? year:year",
    "(this|le|en|at)* season:season which:side",
    "(this|le) which:side season:season",
    "(this|le|en|at)+ season:season",
)
def season(season: str, year: int | None = None, which: int = 0) -> Piece:
    return Season(season, year, which)


_TERM = "le? ordinal:ordinal unit:quarter|semester"


@rule("period", f"{_TERM} (fill|en)* year:year", f"{_TERM} (fill|en)* this? years side:side?", _TERM)
def quarter(ordinal: int, unit: str, year: int | None = None, side: int = 0) -> Piece | None:
    months = 3 if unit == "quarter" else 6
    return Quarter(ordinal, year, months, side) if ordinal <= 12 // months else None


@rule("period", "(this|les)? which:side day !number !of !du !before !after", "(this|les)? day which:side !number")
def coming_days(which: int) -> Piece:
    return AnyOf((Next(3, "day", which), Next(7, "day", which)), "which-period")
