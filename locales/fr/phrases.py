"""The grammar of day expressions: which words in a row mean which piece, in layers from words up to whole lists.

A new expression is one rule here: the words' kinds (their spellings are in words.py) and the piece they make.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from locales.fr.days import (
    Fortnightly,
    Later,
    Nth,
    NumberIn,
    Offset,
    OneOf,
    Piece,
    Point,
    WeekdayIn,
    Within,
    Written,
)
from locales.fr.feasts import Feast
from locales.fr.patterns import Layer, Token, alias, kind
from locales.fr.periods import (
    AllHolidays,
    Half,
    Month,
    Months,
    Next,
    NthWeek,
    Part,
    Quarter,
    Relative,
    Rentree,
    Rest,
    SchoolHolidays,
    SchoolYear,
    Season,
    ThisWeek,
    WeekendOf,
    WeekNumber,
    WeekOf,
    WorkingWeek,
    Year,
)
from locales.fr.ranges import AnyOf, Between, Bounded, Every, Firsts, From, Kept, Lasting, Listed, Only, Since, Until

TODAY = Offset(0)
HOLIDAYS: dict[str | int, str] = {
    "christmas": "Noël",
    "all-saints": "Toussaint",
    "easter": "Printemps",
    "ascension": "Ascension",
    "winter": "Hiver",
    "spring": "Printemps",
    "summer": "Été",
    "autumn": "Toussaint",
    10: "Toussaint",
    11: "Toussaint",
    12: "Noël",
    2: "Hiver",
    3: "Hiver",
    4: "Printemps",
    7: "Été",
    8: "Été",
}

alias("sep", "and comma slash ni")
alias("n", "number padded ordinal")
alias("count", "number one padded")
alias("unit", "day week months years fortnight weekend quarter")
alias("fill", "of du le les at")
alias("side", "next last")

words = Layer()
rule = words.rule

# Dates as they are written


@rule("day_piece", "weekday:weekday comma? le? written:date", "le? written:date comma? weekday:weekday !n !date")
def weekday_and_figures(weekday: int, written: Written) -> Point:
    return replace(written, weekday=weekday)


@rule(
    "day_piece",
    "weekday:weekday comma? le? number:n fill* (months fill*)? month:month comma? (of le years)? year:year",
    "weekday:weekday comma? le? number:n fill* (months fill*)? month:month which:next|last",
    "weekday:weekday comma? le? number:n fill* (months fill*)? month:month",
    "number:n fill* (months fill*)? month:month comma? (of le years)? year:year",
    "number:n fill* (months fill*)? month:month which:next|last",
    "number:n month:month short:number !month !sep !n",
    "number:n fill* (months fill*)? month:month",
    "which:next number:n fill* (months fill*)? month:month",
)
def written_date(
    number: int,
    month: int,
    weekday: int | None = None,
    year: int | None = None,
    which: int = 0,
    short: int | None = None,
) -> Point | None:
    if number > 31 or (short is not None and not 20 <= short <= 40):
        return None
    return Written(weekday, number, month, year or (2000 + short if short else None), min(which, 0))


@rule("day_piece", "weekday:weekday le? number:n !unit !next", "le number:n comma weekday:weekday !n !le")
def weekday_and_number(weekday: int, number: int) -> Point | None:
    return Written(weekday, number) if number <= 31 else None


@rule("span", "number:number month:number !month !sep !number !padded !unit !side !kids !kid !ordinal !dash !at !until")
def two_numbers(number: int, month: int) -> Piece | None:
    """ "3 4": two days, or a day and its month."""
    if not number < month <= 12:
        return None
    both = Listed((Written(number=number), Written(number=month)))
    return AnyOf((both, Written(number=number, month=month)), "which-day")


@rule("day_piece", "written:date")
def figures(written: Written) -> Point:
    return written


@rule(
    "day_piece",
    "number:number|padded month:number|padded year:year",
    "number:number|padded month:number|padded short:number !month !sep !number",
    "number:number|padded month:padded !month",
    "number:number month:number !month !sep !number !padded !unit !next !last !kids !kid",
)
def spaced_figures(number: int, month: int, year: int | None = None, short: int | None = None) -> Point | None:
    """ "17 02", "20 2 2014": a day and a month apart; two numbers that could be a list are left to the lists."""
    if number > 31 or month > 12 or (short is not None and not 10 <= short <= 40):
        return None
    if number < month and year is None and short is None:
        return None
    return Written(None, number, month, year or (2000 + short if short else None))


# Days counted from today


@rule("day_piece", "day:offset en weeks:number|padded")
def offset_in_eight(day: int, weeks: int) -> Point | None:
    return Offset(day + 7 * (weeks // 7)) if weeks in (8, 15) else None


@rule("day_piece", "this &session", "this &service")
def this_session() -> Point:
    return TODAY


@rule("day_piece", "le? day:offset")
def offset(day: int) -> Point:
    return Offset(day)


@rule("day_piece", "this weekday:weekday fill? which:side", "le? weekday:weekday which:side",
      "this? which:next weekday:weekday")  # fmt: skip
def sided_weekday(weekday: int, which: int) -> Point:
    return Written(weekday, which=which)


@rule("day_piece", "le? weekday:weekday en|in weeks:number|padded (day)?")
def in_eight(weekday: int, weeks: int) -> Point | None:
    return Fortnightly(weekday, weeks // 7) if weeks in (8, 15) else None


@rule("day_piece", "this weekday:weekday")
def this_weekday(weekday: int) -> Point:
    return Written(weekday, which=2)


@rule("day_piece", "in fill? amount:count unit:unit (from|after) fill* today:offset", "in fill? amount:count unit:unit")
def in_some_units(amount: int | None, unit: str, today: int = 0) -> Point | None:
    if unit == "day" and amount in (8, 15) and not today:
        return OneOf((Later(TODAY, amount), Later(TODAY, amount - 1)))
    return Later(Offset(today), amount or 1, unit)


@rule("bound", "by_then fill* amount:count unit:unit")
def by_some_units(amount: int | None, unit: str) -> Piece:
    return Until(Later(TODAY, amount or 1, unit))


@rule("day_piece", "ago amount:count unit:unit")
def some_units_ago(amount: int | None, unit: str) -> Point:
    return Later(TODAY, -(amount or 1), unit)


@rule("day_piece", "le? eve:eve !fill", "le? day eve:side")
def morrow(eve: int) -> Point:
    return Offset(eve)


@rule("day_piece", "in le day")
def today() -> Point:
    return TODAY


# Weeks, months, years


@rule("period", "le? week work_word which:side", "le? which:side week work_word", "le? which:side week fill work_word")
def working_week(which: int) -> Piece:
    return WorkingWeek(Relative("week", which))


@rule(
    "period",
    "(all? le)? unit:week|months|years|weekend|fortnight|quarter which:side",
    "(all? le)? which:next unit:week|months|years|weekend|fortnight|quarter !number",
    "(all? le)? which:last unit:week|months|years|weekend|fortnight|quarter !number !of !du",
)
def next_unit(unit: str | None, which: int) -> Piece:
    if unit == "fortnight":
        return Next(2, "week", which)
    return Relative(unit or "week", which)


@rule(
    "period",
    "(le|les)? amount:count which:side unit:unit which2:side?",
    "(le|les)? which:side amount:count unit:unit",
    "les amount:count unit:unit which:side",
)
def next_units(amount: int | None, which: int, unit: str, which2: int = 1) -> Piece:  # noqa: ARG001 - said twice
    return Next(amount or 1, unit, which)


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


@rule("period", "all le years school_word?", "all this years school_word?", "this? le? years school_word", "all years",
      "en years school_word")  # fmt: skip
def school_year() -> Piece:
    return SchoolYear()


@rule(
    "period", "part:part fill* years school_word?", "part:part fill* this years", "part:part of le years school_word?"
)
def part_of_year(part: str) -> Piece:
    return Part(part, SchoolYear()) if part != "end" else Part("end", SchoolYear())


@rule(
    "period",
    "(months fill*)? this? month:month comma? (of? le? years)? year:year",
    "(months fill*)? this? le? month:month which:side",
    "(all? le months fill*) month:month",
    "all? le? month:month !slash",
    "this month:month",
    "months fill* month:month",
)
def month(month: int, year: int | None = None, which: int = 0) -> Piece:
    return Month(month, year, which)


@rule("period", "(en|during|fill)* (years)? year:year")
def year(year: int) -> Piece:
    return Year(year)


@rule("span", "(le|les)? week number:number rest:((sep fill* number)+) !month !unit")
def numbered_weeks(number: int, rest: Sequence[Token]) -> Piece | None:
    numbers = [number, *(token.value for token in rest if token.kind == kind("number"))]
    return Listed(tuple(WeekNumber(each) for each in numbers)) if max(numbers) <= 53 else None


@rule(
    "period",
    "(le|les)? week number:number|padded (of|comma)? year:year",
    "(le|les)? week number:number|padded !month !slash !side !unit",
)
def numbered_week(number: int, year: int | None = None) -> Piece | None:
    return WeekNumber(number, year) if number <= 53 else None


@rule(
    "period",
    "all le week !of !du !fill",
    "in le week",
    "le week !of !du !le !parity !before !after !number !over",
    "all week",
)
def the_week() -> Piece:
    return ThisWeek()


@rule("period", "all le months", "during le months", "le|du months !of !du !month !side !current !year")
def the_month() -> Piece:
    return Relative("months")


@rule("period", "le? weekend !of !du !month !before !after")
def the_weekend() -> Piece:
    return Relative("weekend")


@rule("period", "le? rest fill* this? le? unit:week|months|years (current|school_word)?")
def rest_of(unit: str) -> Piece:
    return Rest(Relative(unit))


@rule("period", "(this|le|en)? season:season year:year", "(this|le|en) season:season")
def season(season: str, year: int | None = None) -> Piece:
    return Season(season, year)


@rule("period", "le? ordinal:ordinal quarter (fill|en)* year:year", "le? ordinal:ordinal quarter")
def quarter(ordinal: int, year: int | None = None) -> Piece | None:
    return Quarter(ordinal, year) if ordinal <= 4 else None


@rule("period", "(this|les)? which:side day !number", "(this|les)? day which:side !number")
def coming_days(which: int) -> Piece:
    return AnyOf((Next(3, "day", which), Next(7, "day", which)), "which-period")


@rule(
    "period",
    "(le|les)? holidays school_word? fill* name:feast|season which:side?",
    "(le|les)? holidays school_word? fill* (months fill*)? month:month which:side?",
    "(les)? kids|kid holidays school_word? which:side?",
    "(le|les)? holidays school_word? which:side?",
    "(le|les)? which:side holidays school_word? (fill* name:feast|season)?",
)
def school_holidays(name: str | None = None, month: int | None = None, which: int = 0) -> Piece:
    return SchoolHolidays(HOLIDAYS.get(name or month or ""), which)


@rule(
    "day_piece",
    "le? weekday:weekday fill* feast:feast year:(en? year)?",
    "feast:feast le? weekday:weekday year:(en? year)?",
)
def weekday_of_feast(weekday: int, feast: str, year: Sequence[Token] = ()) -> Point:
    return Within(weekday, Feast(feast, year[-1].value if year else None))


@rule(
    "day_piece",
    "le? feast:feast (en|comma)? year:year",
    "le? feast:feast which:side",
    "(le? day fill*)? le? feast:feast",
)
def feast(feast: str, year: int | None = None, which: int = 0) -> Point:
    return Feast(feast, year, which)


@rule("day_piece", "rentree fill* (holidays fill*)? name:feast|month|season", "rentree (fill* holidays)? school_word?")
def rentree(name: str | int | None = None) -> Point:
    if isinstance(name, int):
        return Rentree(Month(name))
    return Rentree(SchoolHolidays(HOLIDAYS.get(name)) if name else None)


# Days that come back


@rule("recurrence", "every le|les? amount:count over? unit:day|week|months", "every les? amount:count unit:day|week|fortnight",
      "le? one day:day over two:number", "one unit:week over two:number")  # fmt: skip
def every_so_often(amount: int | None = None, unit: str = "day", day: str = "", two: int = 2) -> Piece:
    step = amount or two
    if day or unit == "day":
        return Every(step=2 if step == 2 else max(step, 1))
    return Every(step=step if unit == "week" else 4 * step, weekly=True)


@rule("recurrence", "one weekday:weekday over two:number")
def one_in_two(weekday: int, two: int) -> Piece:
    return Every(frozenset({weekday}), step=two)


@rule("recurrence", "every les? unit:day|week|months|fortnight", "weekly:weekly", "les unit:day !next !du !of",
      "every le unit:week")  # fmt: skip
def every_unit(unit: str = "day", weekly: int = 1) -> Piece:
    if weekly == 7 or unit != "day":
        return Every(weekly=True, step={"months": 4, "fortnight": 2}.get(unit, 1))
    return Every()


@rule("recurrence", "every (le|les)? day:weekday|weekdays")
def every_weekday(day: int) -> Piece:
    return Every(frozenset({day}))


@rule("recurrence", "(every|les)+ weekend")
def every_weekend() -> Piece:
    return Every(frozenset({6, 7}))


@rule("recurrence", "en week !n !parity", "(every|les)? (les)? day work_word")
def every_working_day() -> Piece:
    return Every(frozenset(range(1, 6)))


@rule("recurrence", "every les? &session", "every les? &service")
def every_session() -> Piece:
    return Every()


@rule("parity_piece", "(every|en|at)? (le|les|du|of)? week parity:parity", "(every les)? week over? parity:parity")
def parity(parity: int) -> Piece:
    return Every(parity=parity, weekly=True)


compounds = Layer()
rule = compounds.rule


@rule("day_piece", "(le|les)? ordinal:ordinal|last weekday:weekday (fill|en)* period:period")
def nth_weekday(ordinal: int, weekday: int, period: Piece) -> Point:
    return Nth(ordinal, weekday, period)


@rule("day_piece", "(le|les)? which:last weekday:weekday !fill")
def last_weekday(which: int, weekday: int) -> Point:
    return Written(weekday, which=which)


@rule("recurrence", "les? amount:number ordinal:ordinal|last weekday:weekdays|weekday|day (fill|en)* period:period",
      "les ordinal:ordinal|last amount:number weekday:weekdays|weekday|day (fill|en)* period:period")  # fmt: skip
def first_weekdays(amount: int, ordinal: int, weekday: int | str, period: Piece) -> Piece:
    return Firsts(amount, weekday if isinstance(weekday, int) else 0, period, last=ordinal < 0)


@rule("day_piece", "(le|les)? number:ordinal|last day (fill|en)* period:period")
def nth_day(number: int, period: Piece) -> Point:
    return NumberIn(number, period)


@rule("period", "le? ordinal:ordinal|last week (fill|en)* period:period")
def nth_week(ordinal: int, period: Piece) -> Piece:
    return NthWeek(ordinal, period)


@rule("period", "le? ordinal:ordinal|last fortnight (fill|en)* period:period")
def fortnight(ordinal: int, period: Piece) -> Piece:
    return Half(ordinal, period)


@rule("period", "months:month fill* year:period")
def month_of_year(months: int, year: Piece) -> Piece | None:
    return Months(months, year) if isinstance(year, Relative) and year.unit == "years" else None


@rule("period", "period:period fill* year:period")
def period_of_year(period: Piece, year: Piece) -> Piece | None:
    """ "juin de l'année prochaine", "novembre de l'année 2016"."""
    if isinstance(period, Month) and isinstance(year, Year):
        return replace(period, year=year.year)
    if isinstance(period, Month) and isinstance(year, Relative) and year.unit == "years":
        return Months(period.month, year)
    return None


@rule("span", "le? week fill* first:n at last:day_piece")
def week_from_to(first: int, last: Piece) -> Piece:
    return Between(Written(number=first), last)


@rule("span", "le? week fill+ first:day_piece at last:day_piece")
def week_from_day_to(first: Piece, last: Piece) -> Piece:
    return Between(first, last)


@rule("span", "(le|les)? week du numbers:((n sep du)+) day:day_piece")
def weeks_of(numbers: Sequence[Token], day: Written) -> Piece | None:
    """ "les semaines du 7 et du 14 décembre"."""
    if not isinstance(day, Written):
        return None
    days = [Written(number=token.value) for token in numbers if isinstance(token.value, int)]
    return Listed(tuple(WeekOf(each) for each in propagated([*days, day])))


@rule("period", "(le|les)? week fill* day:day_piece")
def week_of(day: Piece) -> Piece:
    return WeekOf(day)


@rule("period", "le? week du number:n !at !unit")
def week_of_number(number: int) -> Piece:
    return WeekOf(Written(number=number))


@rule("period", "le? weekend fill+ day:day_piece|period")
def weekend_of(day: Piece) -> Piece:
    return WeekendOf(day)


@rule("period", "le? weekend du number:n")
def weekend_of_number(number: int) -> Piece:
    return WeekendOf(Written(number=number))


@rule("recurrence", "every:recurrence fill* period:period", "every:recurrence fill* parity:parity_piece")
def every_in(every: Piece, period: Piece | None = None, parity: Every | None = None) -> Piece | None:
    if not isinstance(every, Every):
        return None
    if parity:
        return replace(every, parity=parity.parity, weekly=False)
    return None


anchored = Layer()
rule = anchored.rule


@rule("period", "(le|les)? part:part fill* period:period")
def part_of(part: str, period: Piece) -> Piece:
    return Part(part, period)


@rule("period", "(le|les)? part:part fill* unit:week|months|weekend")
def part_of_this(part: str, unit: str) -> Piece:
    return Part(part, Relative(unit))


@rule("period", "rest fill* period:period")
def rest_of_period(period: Piece) -> Piece:
    return Rest(period)


@rule("day_piece", "(le|les)? weekday:weekday (fill|comma)* period:period")
def weekday_of(weekday: int, period: Piece) -> Point | None:
    return WeekdayIn(weekday, period) if is_week(period) else None


@rule("day_piece", "(le|les)? number:number|padded fill* period:period", "le number:ordinal fill* period:period")
def number_of(number: int, period: Piece) -> Point | None:
    return NumberIn(number, period) if is_month(period) and number <= 31 else None


@rule("day_piece", "le? eve:eve fill* piece:day_piece|period")
def eve_of(eve: int, piece: Piece) -> Point:
    return Later(piece, eve)


@rule("day_piece", "le? eve:eve fill* weekday:weekday")
def eve_of_weekday(eve: int, weekday: int) -> Point:
    return Later(Written(weekday), eve)


@rule("period", "le? week side:before|after fill* piece:day_piece|period")
def week_beside(piece: Piece, side: int) -> Piece:
    return WeekOf(piece, side)


@rule("day_piece", "amount:count unit:unit side:before|after|from fill* piece:day_piece|period")
def units_beside(amount: int | None, unit: str, side: int | None, piece: Piece) -> Point | None:
    if not side:
        return Later(piece, amount or 1, unit) if isinstance(piece, Offset) else None
    return Later(piece, side * (amount or 1), unit)


bare = Layer()
rule = bare.rule


@rule("age", "amount:count years")
def age(amount: int | None) -> int:
    return amount or 1


@rule("counted", "number:number &service|care", "every les number:number !sep !month", "(every|les|my)+ number:number (kids|kid)", "my number:number",
      "les number:number|one !sep !dash !at !number !padded !day_piece !until !or")  # fmt: skip
def counted(number: int | None) -> int:
    """ "les deux", "mes 3 loulous": so many children."""
    return number or 1


@rule("recurrence", "les day:weekday|weekdays !n !le", "day:weekdays !n")
def weekdays(day: int) -> Piece:
    return Every(frozenset({day}))


@rule("day_piece", "le weekday:weekday")
def the_weekday(weekday: int) -> Point:
    return Written(weekday, habitual=True)


@rule("day_piece", "les? weekday:weekday")
def a_weekday(weekday: int) -> Point:
    return Written(weekday)


@rule(
    "day_piece",
    "le number:number|padded|ordinal !unit !kids !kid !year",
    "les number:number|padded !unit !kids !kid &sep|dash|at|n|day_piece",
)
def the_number(number: int) -> Point | None:
    return Written(number=number) if number <= 31 else None


@rule("day_piece", "number:number|padded|ordinal !unit !kids !kid !service !care !session")
def a_number(number: int) -> Point | None:
    return Written(number=number, bare=True) if number <= 31 else None


@rule(
    "lasting",
    "during? le? amount:count unit:day|week|months|fortnight",
    "for amount:count unit:day|week|months|fortnight",
)
def lasting(amount: int | None, unit: str) -> Piece:
    return Lasting(amount or 1, unit)


ranges = Layer()
rule = ranges.rule

_FROM = "(du|of|from|between|le|les)*"
_END = "day_piece|period"


@rule("span", f"{_FROM} first:{_END} fill* until fill* last:{_END}")
def up_to(first: Piece, last: Piece) -> Piece | None:
    """ "le 13 jusqu'au 15", but not "le lundi jusqu'à Noël": a weekday may come back."""
    if isinstance(first, Written) and not first.number and not (isinstance(last, Written) and last.weekday):
        return None
    return paired(first, last)


@rule(
    "span",
    f"(du|of|from|le)* first:{_END} at le? last:{_END}",
    f"between fill* first:{_END} and fill* last:{_END}",
    f"(du|of|le|les)* first:{_END} dash fill* last:{_END} !dash",
)
def between(first: Piece, last: Piece) -> Piece | None:
    return paired(first, last)


@rule("day_piece", "how:from fill* piece:day_piece")
def from_rentree(how: str | None, piece: Piece) -> Piece | None:
    """ "dès la rentrée" is that day; "à partir de la rentrée" goes on."""
    return Only(piece) if how and isinstance(piece, Rentree) else None


@rule("bound", f"from fill* piece:{_END}")
def from_(piece: Piece) -> Piece:
    return From(piece)


@rule("bound", f"since fill* piece:{_END}")
def since(piece: Piece) -> Piece:
    return Since(piece)


@rule("bound", f"after fill* piece:{_END}")
def after(piece: Piece) -> Piece:
    return From(piece, after=True)


@rule("farewell", "how:at piece:day_piece")
def farewell(how: str | None, piece: Piece) -> Piece | None:
    """ "à demain", "à lundi": no day is asked for."""
    is_short = isinstance(piece, Offset) or (isinstance(piece, Written) and not piece.number)
    return piece if how in ("à", "a") and is_short else None


@rule("bound", f"until fill* piece:{_END}", f"by_then fill* piece:{_END}")
def until(piece: Piece) -> Piece:
    return Until(piece)


@rule("bound", f"before fill* piece:{_END}")
def before(piece: Piece) -> Piece:
    return Until(piece, before=True)


lists = Layer()
rule = lists.rule

_PIECE = "day_piece|period|span|recurrence|parity_piece"
_MORE = "(sep|dash|fill|during|en|colon)*"


@rule(
    "excepted",
    "(and|but|comma)? except (fill|during|en|for|this)* pieces:(bound)",
    f"(and|but|comma)? except (fill|during|en|for|this)* pieces:({_PIECE}) rest:(({_MORE} ({_PIECE}))*)",
)
def excepted(pieces: Sequence[Token], rest: Sequence[Token] = ()) -> Piece:
    days = gathered([*pieces, *rest])
    return AllHolidays() if days == SchoolHolidays() else days


@rule("days", f"pieces:({_PIECE}|bound|lasting) rest:(((sep|dash|fill|during|en|colon)* {_PIECE}|bound|lasting)*)")
def listed(pieces: Sequence[Token], rest: Sequence[Token]) -> Piece:
    return gathered([*pieces, *rest])


LAYERS = (words, compounds, anchored, bare, ranges, lists)


# How pieces are put together


def is_week(piece: Piece) -> bool:
    return isinstance(piece, (WeekOf, WeekNumber, NthWeek, ThisWeek)) or (
        isinstance(piece, Relative) and piece.unit == "week"
    )


def is_month(piece: Piece) -> bool:
    return isinstance(piece, (Month, Months)) or (isinstance(piece, Relative) and piece.unit == "months")


def paired(first: Piece, last: Piece) -> Piece:
    """A range whose ends share what one of them says: "4 au 23 mois prochain", "lundi au jeudi de la semaine 50"."""
    if isinstance(last, NumberIn) and isinstance(first, Written) and first.number and not first.month:
        return Between(NumberIn(first.number, last.period), last)
    if isinstance(last, WeekdayIn) and isinstance(first, Written) and first.weekday and not first.number:
        return Between(WeekdayIn(first.weekday, last.period), last)
    return Between(first, last)


_SEPARATORS = {kind(name) for name in ("and", "comma", "slash", "dash", "colon")}
_KEEPS = {kind("and"), kind("slash"), kind("dash")}
_PIECES = {kind(name) for name in ("day_piece", "period", "span", "recurrence", "parity_piece", "bound", "lasting")}


def gathered(tokens: Sequence[Token]) -> Piece:
    """The pieces of a list, each with what it takes from its neighbours."""
    pieces: list[Piece] = []
    joints: list[set[str]] = []
    joint: set[str] = set()
    for token in tokens:
        if token.kind in _PIECES:
            pieces.append(token.value)
            joints.append(joint)
            joint = set()
        else:
            joint.add(token.kind)
    return combine(pieces, joints)


def combine(pieces: list[Piece], joints: list[set[str]]) -> Piece:
    """What the pieces mean together: `joints[i]` are the kinds of the words before the i-th."""
    if len(pieces) == 1:
        return alone(pieces[0])
    pieces, joints = headed(pieces, joints)
    pieces = recurring(pieces)
    bounds = [p for p in pieces if isinstance(p, (From, Until, Lasting))]
    rest = [p for p in pieces if not isinstance(p, (From, Until, Lasting))]
    if bounds:
        return bounded(rest, bounds)
    if kept := kept_in(pieces, joints):
        return kept
    return alone(pieces[0]) if len(pieces) == 1 else Listed(tuple(propagated(pieces)))


def alone(piece: Piece) -> Piece:
    """ "le lundi", by itself, is every Monday."""
    if isinstance(piece, Written) and piece.habitual:
        return Every(frozenset({piece.weekday or 1}))
    return piece


def headed(pieces: list[Piece], joints: list[set[str]]) -> tuple[list[Piece], list[set[str]]]:
    """What a colon introduces replaces what it stands under: "rentrée : lundi 4 et mardi 5"."""
    for index in range(len(pieces) - 1, 0, -1):
        if kind("colon") in joints[index]:
            if is_week(pieces[index - 1]) or is_month(pieces[index - 1]):
                return pieces, joints
            return pieces[index:], joints[index:]
    return pieces, joints


def recurring(pieces: list[Piece]) -> list[Piece]:
    """ "tous les lundis et jeudi", "le lundi et le mardi", "mardi une semaine sur deux": weekdays that come back."""
    weekly = next((p for p in pieces if isinstance(p, Every) and p.weekly and not p.weekdays), None)
    habitual = all(isinstance(p, Written) and p.weekday and not p.number for p in pieces) and any(
        isinstance(p, Written) and p.habitual for p in pieces[:1]
    )
    started = False
    found: list[Piece] = []
    for piece in pieces:
        day = isinstance(piece, Written) and piece.weekday and not piece.number and not piece.which
        started = started or (isinstance(piece, Every) and bool(piece.weekdays))
        if isinstance(piece, Written) and day and (started or habitual or weekly or piece.habitual):
            piece = Every(frozenset({piece.weekday or 1}))  # noqa: PLW2901
        if (
            isinstance(piece, Every)
            and piece.weekdays
            and found
            and isinstance(found[-1], Every)
            and found[-1].weekdays
        ):
            found[-1] = replace(found[-1], weekdays=found[-1].weekdays | piece.weekdays)
            continue
        found.append(piece)
    if weekly and any(isinstance(p, Every) and p.weekdays for p in found):
        found = [
            replace(p, step=weekly.step, parity=weekly.parity) if isinstance(p, Every) and p.weekdays else p
            for p in found
            if p is not weekly
        ]
    return found


def bounded(rest: list[Piece], bounds: list[Any]) -> Piece:
    """Pieces with a start or an end said apart."""
    days = [p for p in rest if isinstance(p, Written) and p.weekday and not p.number]
    if len(days) > 1 and len(days) == len(rest) and any(isinstance(b, Until) for b in bounds):
        rest = [Every(frozenset(p.weekday or 1 for p in days))]
    if rest and all(isinstance(p, Every) for p in rest):
        return alone(Listed(tuple(replace(p, bounds=(*p.bounds, *bounds)) for p in rest if isinstance(p, Every))))
    if len(rest) == 1 and isinstance(rest[0], Written) and rest[0].habitual:
        return replace(Every(frozenset({rest[0].weekday or 1})), bounds=tuple(bounds))
    if len(rest) == 1 and isinstance(rest[0], Written) and not rest[0].number and isinstance(bounds[0], Until):
        every = Every(frozenset({rest[0].weekday or 1}), bounds=tuple(bounds))
        return AnyOf((Bounded((*rest, *bounds)), every), "which-days")
    return Bounded((*rest, *bounds)) if len(rest) < 2 else Listed((*propagated(rest), *bounds))


def kept_in(pieces: list[Piece], joints: list[set[str]]) -> Piece | None:
    """A period that holds the days said beside it: "semaine prochaine lundi et mardi", "les lundis de mars"."""
    first, others = pieces[0], pieces[1:]
    if _holds(first, others) and not joints[1] & _KEEPS:
        return Kept(tuple(others), first)
    if len(pieces) == 2 and pieces[1] == Every() and not isinstance(first, Point):
        return Kept((pieces[1],), first)
    count = next((i for i, p in enumerate(pieces) if not isinstance(p, Every)), len(pieces))
    periods = pieces[count:]
    if count and periods and not joints[count] & _KEEPS and not any(isinstance(p, (Every, Point)) for p in periods):
        kept = tuple(Kept(tuple(pieces[:count]), period) for period in periods)
        return kept[0] if len(kept) == 1 else Listed(kept)
    return None


def _holds(period: Piece, others: list[Piece]) -> bool:
    if is_week(period):
        return all(isinstance(p, Written) and p.weekday and not p.number for p in others)
    return is_month(period) and all(isinstance(p, Every) for p in others)


def propagated(pieces: list[Piece]) -> list[Piece]:
    """Month, year, week and "prochain" go from the right to what lacks them, then from the left."""
    found = list(pieces)
    for index in range(len(found) - 2, -1, -1):
        found[index] = lent(found[index], found[index + 1])
    for index in range(1, len(found)):
        found[index] = inherited(found[index], found[index - 1])
    return found


def lent(piece: Piece, following: Piece) -> Piece:
    """`piece` with the month or week that the piece after it bears."""
    if isinstance(piece, Between) and isinstance(piece.last, Written):
        last = lent(piece.last, following)
        return piece if last == piece.last else Between(piece.first, last)
    if not isinstance(piece, Written):
        return piece
    if isinstance(following, Between):
        following = following.last if isinstance(following.last, (Written, NumberIn)) else following.first
    if isinstance(following, Written):
        if piece.number and following.number and following.month:
            return _with_month(piece, following)
        if piece.weekday and not piece.number and following.weekday and not following.number and not piece.which:
            return replace(piece, which=following.which)
    if isinstance(following, WeekdayIn) and piece.weekday and not piece.number and not piece.which:
        return WeekdayIn(piece.weekday, following.period)
    if isinstance(following, NumberIn) and piece.number and not piece.month:
        return NumberIn(piece.number, following.period)
    return piece


def _with_month(piece: Written, following: Written) -> Written:
    """The month of `following`, or the one before it when the number would go backwards: "le 30, 1er décembre"."""
    if piece.month:
        return replace(piece, year=following.year) if piece.year is None and following.year else piece
    month, year = following.month or 1, following.year
    if (piece.number or 0) > (following.number or 0):
        year = year - (month == 1) if year else year
        month = (month - 2) % 12 + 1
    return replace(piece, month=month, year=year)


def inherited(piece: Piece, before: Piece) -> Piece:
    """`piece` with the period that the piece before it was counted in."""
    if isinstance(piece, Written) and piece.number and not piece.month and isinstance(before, NumberIn):
        return NumberIn(piece.number, before.period)
    return piece
