"""Expressions made of others: « le 2e mardi de mars », « la semaine du 7 », « la veille de Noël », « fin janvier »."""

from collections.abc import Sequence

from locales.fr.patterns import Rules, Token
from locales.fr.phrases.sharing import is_month, is_week, propagated
from locales.fr.pieces.counted import Beside, Nth, NumberIn, WeekdayIn
from locales.fr.pieces.days import Later, Offset, Piece, Point, Written
from locales.fr.pieces.feasts import Feast, OfYear
from locales.fr.pieces.lists import AnyOf, Bounded, Listed
from locales.fr.pieces.parts import Half, Part, Rest
from locales.fr.pieces.periods import Month, Months, Relative, TheMonth, Year
from locales.fr.pieces.ranges import Between, From, Lasting
from locales.fr.pieces.recurrences import Every, Firsts
from locales.fr.pieces.value import replace
from locales.fr.pieces.weeks import LAST_WEEK, NthWeek, WeekendOf, WeekNumber, WeekOf

COMPOUNDS = Rules()
rule = COMPOUNDS.rule


@rule("span", "(le|les)? ordinals:(ordinal (sep le? ordinal|last)+) weekday:weekday|weekdays (fill|en)* period:period")
def several_nth_weekdays(ordinals: Sequence[Token], weekday: int, period: Piece) -> Piece:
    """« le 1er et le 3e jeudi de décembre »; "du mois": of each."""
    ranks = [token.value for token in ordinals if isinstance(token.value, int)]
    if isinstance(period, TheMonth):
        return Listed(tuple(Every(frozenset({weekday}), rank=rank) for rank in ranks))
    return Listed(tuple(Nth(rank, weekday, period) for rank in ranks))


@rule("span", "(le|les)? ordinals:(ordinal|last (sep le? ordinal|last)+) day (fill|en)* period:period")
def several_nth_days(ordinals: Sequence[Token], period: Piece) -> Piece:
    """« le premier et le dernier jour de décembre »."""
    return Listed(tuple(NumberIn(token.value, period) for token in ordinals if isinstance(token.value, int)))


@rule("day_piece", "(le|les)? ordinal:ordinal|last weekday:weekday (fill|en)* period:period")
def nth_weekday(ordinal: int, weekday: int, period: Piece) -> Point:
    return Nth(ordinal, weekday, period)


@rule("day_piece", "(le|les)? which:last weekday:weekday !fill")
def last_weekday(which: int, weekday: int) -> Point:
    return Written(weekday, which=which)


@rule(
    "recurrence",
    "les? amount:count ordinal:ordinal|last weekday:weekdays|weekday|day (fill|en)* period:period",
    "les? ordinal:ordinal|last amount:count weekday:weekdays|weekday|day (fill|en)* period:period",
)
def first_weekdays(amount: int | None, ordinal: int, weekday: int | str, period: Piece) -> Piece:
    return Firsts(amount or 1, weekday if isinstance(weekday, int) else 0, period, last=ordinal < 0)


@rule(
    "span",
    "les? amount:count ordinal:ordinal|last week (fill|en)* period:period",
    "les? ordinal:ordinal|last amount:count week (fill|en)* period:period",
)
def first_weeks(amount: int | None, ordinal: int, period: Piece) -> Piece | None:
    """« les deux premières semaines de janvier »."""
    ranks = range(1, (amount or 1) + 1) if ordinal > 0 else range(-(amount or 1), 0)
    return Listed(tuple(NthWeek(rank, period) for rank in ranks)) if len(ranks) <= 6 else None


@rule("day_piece", "(le|les)? number:ordinal|last day (fill|en)* period:period")
def nth_day(number: int, period: Piece) -> Point:
    return NumberIn(number, period)


@rule("period", "le? ordinal:ordinal|last week (fill|en)* period:period")
def nth_week(ordinal: int, period: Piece) -> Piece | None:
    if isinstance(period, Year):
        return WeekNumber(ordinal, period.year) if 0 < ordinal <= LAST_WEEK else None
    return NthWeek(ordinal, period)


@rule("period", "le? ordinal:ordinal|last weekend (fill|en)* period:period")
def nth_weekend(ordinal: int, period: Piece) -> Piece:
    """« le premier week-end de décembre »: that of its first Saturday."""
    return WeekendOf(Nth(ordinal, 6, period))


@rule("period", "le? ordinal:ordinal|last fortnight (fill|en)* period:period")
def fortnight(ordinal: int, period: Piece) -> Piece:
    return Half(ordinal, period)


@rule("day_piece", "day:day_piece fill* year:period")
def day_of_year(day: Piece, year: Piece) -> Point | None:
    """« Noël de l'année prochaine »."""
    has_year = isinstance(year, Relative) and year.unit == "years"
    return (
        OfYear(day, year.delta)
        if isinstance(year, Relative) and has_year and isinstance(day, (Written, Feast))
        else None
    )


@rule("period", "period:period fill* year:period", "year:period en period:period")
def period_of_year(period: Piece, year: Piece) -> Piece | None:
    """« juin de l'année prochaine », "novembre de l'année 2016"."""
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
def weeks_of(numbers: Sequence[Token], day: Piece) -> Piece:
    """« les semaines du 7 et du 14 décembre »."""
    days: list[Piece] = [Written(number=token.value) for token in numbers if isinstance(token.value, int)]
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


@rule("recurrence", "every:recurrence fill* parity:parity_piece")
def every_in(every: Piece, parity: Every) -> Piece | None:
    """« tous les lundis des semaines paires »."""
    return replace(every, parity=parity.parity, weekly=False) if isinstance(every, Every) else None


ANCHORED = Rules()
rule = ANCHORED.rule


@rule("period", "(le|les)? part:part fill* period:period")
def part_of(part: str, period: Piece) -> Piece:
    return Part(part, period)


@rule("period", "(le|les)? part:part fill* unit:week|months|weekend")
def part_of_this(part: str, unit: str) -> Piece:
    return Part(part, Relative(unit))


@rule("period", "rest fill* period:period")
def rest_of_period(period: Piece) -> Piece:
    return Rest(period)


@rule("day_piece", "(le|les)? weekday:weekday (link|comma)* period:period")
def weekday_of(weekday: int, period: Piece) -> Point | None:
    return WeekdayIn(weekday, period) if is_week(period) else None


@rule("day_piece", "(le|les)? number:number|padded link* period:period", "le number:ordinal fill* period:period")
def number_of(number: int, period: Piece) -> Point | None:
    return NumberIn(number, period) if is_month(period) and number <= 31 else None


@rule("day_piece", "le? eve:eve fill* piece:day_piece|period")
def eve_of(eve: int, piece: Piece) -> Point:
    return Later(piece, eve)


@rule("day_piece", "le? eve:eve fill* weekday:weekday")
def eve_of_weekday(eve: int, weekday: int) -> Point:
    return Later(Written(weekday), eve)


@rule("day_piece", "le? ordinal|last day side:before|after fill* piece:day_piece|period")
def day_beside(side: int, piece: Piece) -> Point:
    """« le dernier jour avant les vacances »."""
    return Beside(piece, side)


@rule("period", "le? (ordinal|last)? week side:before|after fill* piece:day_piece|period")
def week_beside(piece: Piece, side: int) -> Piece:
    return WeekOf(piece, side)


@rule("day_piece", "amount:count unit:unit side:before|after|from fill* piece:day_piece|period")
def units_beside(amount: int | None, unit: str, side: int | None, piece: Piece) -> Piece | None:
    if not side:
        return _from_today(amount or 1, unit) if piece == Offset(0) else None
    return Later(piece, side * (amount or 1), unit)


def _from_today(amount: int, unit: str) -> Piece:
    """« une semaine à partir d'aujourd'hui »: that day, or the days until then, which is asked."""
    days = Bounded((From(Offset(0)), Lasting(amount, unit)))
    return AnyOf((Later(Offset(0), amount, unit), days), "which-days")
