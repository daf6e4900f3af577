"""Days as they are written, and days counted from today: « jeudi 3 décembre », « 08/12 », « dans deux semaines »."""

from locales.fr.patterns import Rules
from locales.fr.pieces.counted import Fortnightly, Morrow, OneOf, WeekdayIn
from locales.fr.pieces.days import Later, Offset, Piece, Point, Written
from locales.fr.pieces.lists import AnyOf, Listed
from locales.fr.pieces.ranges import Between, Until
from locales.fr.pieces.value import replace
from locales.fr.pieces.weeks import WeekOf

TODAY = Offset(0)
_NAMED = "weekday:weekday|weekdays next? comma? le?"
_NUMBERED = "number:n fill* (months fill*)? month:month"

RULES = Rules()
rule = RULES.rule


@rule("day_piece", "weekday:weekday comma? le? written:date", "le? written:date comma? weekday:weekday !n !date")
def weekday_and_figures(weekday: int, written: Written) -> Point:
    return replace(written, weekday=weekday)


@rule(
    "day_piece",
    f"{_NAMED} {_NUMBERED} comma? (of le years)? year:year",
    f"{_NAMED} {_NUMBERED} which:next|last",
    f"{_NAMED} {_NUMBERED}",
    "number:n month:month year:year comma? weekday:weekday !n !sep",
    f"{_NUMBERED} comma? (of le years)? year:year",
    f"{_NUMBERED} which:next|last",
    "number:n month:month short:number !month !sep !n",
    _NUMBERED,
    f"which:next {_NUMBERED}",
    "month:month number:number|padded comma? year:year",
    "month:month number:number|padded !month !fill !unit !kids !kid !side !week !dash",
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


@rule(
    "day_piece",
    "weekday:weekday le? number:n !unit !next",
    "weekday:weekday next comma? le number:n !unit",
    "le number:n comma weekday:weekday !n !le",
)
def weekday_and_number(weekday: int, number: int) -> Point | None:
    return Written(weekday, number) if number <= 31 else None


@rule("span", "number:number month:number !month !sep !number !padded !unit !side !kids !kid !ordinal !dash !at !until")
def two_numbers(number: int, month: int) -> Piece | None:
    """« 3 4 »: two days, or a day and its month."""
    if not number < month <= 12:
        return None
    both = Listed((Written(number=number), Written(number=month)))
    return AnyOf((both, Written(number=number, month=month)), "which-day")


@rule("day_piece", "numbers:dashed &at|until", "<at numbers:dashed", "<until numbers:dashed")
def dashed_date(numbers: tuple[int, int]) -> Piece:
    """« du 1-12 au 18-12 »."""
    return Written(number=numbers[0], month=numbers[1])


@rule("span", "numbers:dashed")
def dashed_numbers(numbers: tuple[int, int]) -> Piece:
    """« 3-5 »: from the 3rd to the 5th, or the 3rd of May."""
    first, second = numbers
    days = Between(Written(number=first), Written(number=second))
    return AnyOf((days, Written(number=first, month=second)), "which-day")


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
    """« 17 02 », "20 2 2014": a day and a month apart; two numbers that could be a list are left to the lists."""
    if number > 31 or month > 12 or (short is not None and not 10 <= short <= 40):
        return None
    if number < month and year is None and short is None:
        return None
    return Written(None, number, month, year or (2000 + short if short else None))


@rule("day_piece", "day:offset en weeks:number|padded")
def offset_in_eight(day: int, weeks: int) -> Point | None:
    return Offset(day + 7 * (weeks // 7)) if weeks in (8, 15) else None


@rule("day_piece", "this &session", "this &service", "this &afternoon")
def this_session() -> Point:
    return TODAY


@rule("day_piece", "amount:count unit:unit two:offset")
def units_after_tomorrow(amount: int | None, unit: str, two: int) -> Point | None:
    """« deux jours après demain », which may be the day after tomorrow: asked."""
    after = Later(Offset(1), amount or 1, unit)
    return OneOf((after, Offset(2))) if two == 2 else None


@rule("day_piece", "le? day:offset")
def offset(day: int) -> Point:
    return Offset(day)


@rule(
    "day_piece",
    "this weekday:weekday fill? which:side",
    "le? weekday:weekday which:coming|following|last",
    "le? weekday:weekday which:prior|posterior !le !les !holidays !feast !du !n",
    "this? which:next weekday:weekday",
)
def sided_weekday(weekday: int, which: int) -> Point:
    return Written(weekday, which=which)


@rule("day_piece", "le? weekday:weekday in amount:count week", "in amount:count week comma? weekday:weekday")
def weekday_in_weeks(weekday: int, amount: int | None) -> Point:
    """« jeudi dans deux semaines », "dans deux semaines jeudi"."""
    return WeekdayIn(weekday, WeekOf(Later(TODAY, amount or 1, "week")))


@rule("day_piece", "le? weekday:weekday in days:number|padded day")
def weekday_in_days(weekday: int, days: int) -> Point | None:
    """« lundi dans 15 jours »: that of the week in which these days end, or the one two weeks after the next."""
    later = WeekdayIn(weekday, WeekOf(Later(TODAY, days)))
    return OneOf((later, Fortnightly(weekday, days // 7))) if days in (8, 15) else later


@rule("day_piece", "le? weekday:weekday en weeks:number|padded (day)?")
def in_eight(weekday: int, weeks: int) -> Point | None:
    return Fortnightly(weekday, weeks // 7) if weeks in (8, 15) else None


@rule("span", "le? first:weekday sep+ le? second:weekday en weeks:number|padded (day)?")
def both_in_eight(first: int, second: int, weeks: int) -> Piece | None:
    """« lundi et mardi en huit »: the first may be that of the same week."""
    if weeks not in (8, 15):
        return None
    last = Fortnightly(second, weeks // 7)
    return AnyOf((Listed((Fortnightly(first, weeks // 7), last)), Listed((Written(first), last))), "which-period")


@rule("day_piece", "this weekday:weekday")
def this_weekday(weekday: int) -> Point:
    return Written(weekday, which=2)


@rule("length", "(in|during)? amount:count minute")
def minutes(amount: int | None) -> int:
    """« dans quinze minutes »: no day."""
    return amount or 1


@rule("bound", "in les amount:count unit:unit")
def within_some_units(amount: int | None, unit: str) -> Piece:
    """« dans les quinze jours »."""
    return Until(Later(TODAY, amount or 1, unit))


_COUNTED = "amount:count unit:unit and more:count small:unit"


@rule("day_piece", f"in fill? {_COUNTED}")
def in_months_and_days(amount: int | None, unit: str, more: int | None, small: str) -> Point:
    return Later(Later(TODAY, amount or 1, unit), more or 1, small)


@rule("day_piece", "in fill? amount:count unit:unit (from|after) fill* today:offset", "in fill? amount:count unit:unit")
def in_some_units(amount: int | None, unit: str, today: int = 0) -> Point | None:
    if unit == "day" and amount in (8, 15) and not today:
        return OneOf((Later(TODAY, amount), Later(TODAY, amount - 1)))
    return Later(Offset(today), amount or 1, unit)


@rule("day_piece", "in one? amount:about (fill* unit:unit)?", "in around amount:count unit:unit")
def in_about(amount: int | None, unit: str = "day") -> Point:
    """« dans une dizaine de jours », "dans environ deux semaines": which is asked."""
    amount = amount or 1
    return OneOf((Later(TODAY, amount, unit), Later(TODAY, amount - 1, unit), Later(TODAY, amount + 1, unit)))


@rule("bound", "by_then fill* amount:count unit:unit")
def by_some_units(amount: int | None, unit: str) -> Piece:
    return Until(Later(TODAY, amount or 1, unit))


@rule(
    "day_piece",
    "amount:count unit:unit later:later",
)
def some_units_later(amount: int | None, unit: str, later: int) -> Point:
    """« trois jours plus tard », of the day a list has reached, else of today."""
    return Later(Morrow(0), later * (amount or 1), unit)


@rule("day_piece", f"ago {_COUNTED}")
def months_and_days_ago(amount: int | None, unit: str, more: int | None, small: str) -> Point:
    return Later(Later(TODAY, -(amount or 1), unit), -(more or 1), small)


@rule("day_piece", "ago around? amount:count unit:unit")
def some_units_ago(amount: int | None, unit: str) -> Point:
    return Later(TODAY, -(amount or 1), unit)


@rule("bound", "since amount:count unit:unit")
def for_some_units(amount: int | None, unit: str) -> Piece:
    """« depuis trois jours »."""
    return Between(Later(TODAY, -(amount or 1), unit), TODAY)


@rule("day_piece", "le? eve:eve !fill", "le? day eve:side")
def morrow(eve: int) -> Point:
    return Morrow(eve)


@rule("day_piece", "in le day !of !du")
def today() -> Point:
    return TODAY
