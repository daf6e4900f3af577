"""Expressions made of others: « le 2e mardi de mars », « la semaine du 7 », « la veille de Noël », « fin janvier »."""

from collections.abc import Sequence

from locales.fr.patterns import Rules, Token
from locales.fr.phrases.sharing import is_month, is_week, propagated
from locales.fr.pieces.algebra import Meet
from locales.fr.pieces.counted import Beside, Nth, NumberIn, OneOf, WeekdayBeside, WeekdayIn
from locales.fr.pieces.days import Later, Offset, Piece, Point, Written
from locales.fr.pieces.feasts import Feast, OfYear
from locales.fr.pieces.lists import AnyOf, Bounded, Listed
from locales.fr.pieces.parts import Half, Part, Rest
from locales.fr.pieces.periods import Month, Months, Relative, TheMonth, Year
from locales.fr.pieces.ranges import Between, From, Lasting, Until
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


@rule(
    "span",
    "les? amount:count ordinal|last weekday:weekday|weekdays side:beside fill* piece:day_piece|period",
    "les? ordinal|last amount:count weekday:weekday|weekdays side:beside fill* piece:day_piece|period",
)
def weekdays_beside(amount: int | None, weekday: int, side: int, piece: Piece) -> Piece | None:
    """« les deux derniers vendredis avant les vacances »."""
    ranks = range(1, (amount or 1) + 1)
    return Listed(tuple(WeekdayBeside(weekday, piece, side, rank) for rank in ranks)) if len(ranks) <= 6 else None


@rule(
    "day_piece",
    "(le|les)? rank:ordinal|last weekday:weekday side:beside fill* piece:day_piece|period",
    "(le|les)? rank:ordinal|last weekday:weekday side:beside fill* number:n !unit",
)
def ranked_weekday_beside(
    rank: int, weekday: int, side: int, piece: Piece | None = None, number: int = 0
) -> Point | None:
    """« le dernier vendredi avant les vacances », "le premier lundi après le 4"; the first before is asked about."""
    found = WeekdayBeside(weekday, piece or Written(number=number), side, abs(rank))
    return found if (rank > 0) is (side > 0) else OneOf((found, Written(weekday)))


@rule("day_piece", "le? weekday:weekday side:prior|posterior fill* piece:day_piece|period")
def weekday_next_to(weekday: int, side: int, piece: Piece) -> Point:
    """« le jeudi d'avant Noël »."""
    return WeekdayBeside(weekday, piece, side)


@rule("span", "how:le? weekday:weekday side:before|after fill* piece:day_piece|period")
def weekday_before_or_after(weekday: int, side: int, piece: Piece, how: str | None = None) -> Piece | None:
    """« mardi après la Pentecôte » is that one; "le lundi avant Noël" may be each of them: asked."""
    if isinstance(piece, Written):
        return None
    one = WeekdayBeside(weekday, piece, side)
    bound = Until(piece, before=True) if side < 0 else From(piece, after=True)
    return AnyOf((one, Meet((bound,), Every(frozenset({weekday})))), "which-days") if how == "le" else one


@rule("day_piece", "(le|les)? which:last weekday:weekday !fill")
def last_weekday(which: int, weekday: int) -> Point:
    return Written(weekday, which=which)


@rule(
    "recurrence",
    "les? amount:count ordinal:ordinal|last weekday:weekdays|weekday|day|schoolday (fill|en)* period:period",
    "les? ordinal:ordinal|last amount:count weekday:weekdays|weekday|day|schoolday (fill|en)* period:period",
)
def first_weekdays(amount: int | None, ordinal: int, weekday: int | str, period: Piece) -> Piece:
    day = weekday if isinstance(weekday, int) else 0
    return Firsts(amount or 1, day, period, last=ordinal < 0)


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


@rule("day_piece", "le day of le? piece:day_piece")
def the_day_of(piece: Piece) -> Piece:
    """« le jour de la rentrée »."""
    return piece


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


@rule("recurrence", "(le|les)? number:ordinal|last schoolday (fill|en)* period:period")
def nth_school_day(number: int, period: Piece) -> Piece | None:
    """« le premier jour d'école de janvier »."""
    return Firsts(1, period=period, last=number < 0, school=True) if abs(number) == 1 else None


@rule("period", "week:period sep+ that_of fill* day:day_piece", "week:period sep+ that_of number:n !unit")
def week_and_that_of(week: Piece, day: Piece | None = None, number: int = 0) -> Piece | None:
    """« la semaine du 14 et celle du 7 »."""
    return Listed((week, WeekOf(day or Written(number=number)))) if is_week(week) else None


@rule("day_piece", "le? ordinal|last day|schoolday side:beside fill* piece:day_piece|period")
def day_beside(side: int, piece: Piece) -> Point:
    """« le dernier jour avant les vacances »."""
    return Beside(piece, side)


@rule("period", "(le|les)? (ordinal|last)? week side:beside fill* piece:day_piece|period")
def week_beside(piece: Piece, side: int) -> Piece:
    return WeekOf(piece, side)


@rule("day_piece", "amount:count unit:unit side:before|after|from fill* piece:day_piece|period")
def units_beside(amount: int | None, unit: str, side: int | str | None, piece: Piece) -> Piece | None:
    if not isinstance(side, int):
        return _from_today(amount or 1, unit) if piece == Offset(0) else None
    return Later(piece, side * (amount or 1), unit)


def _from_today(amount: int, unit: str) -> Piece:
    """« une semaine à partir d'aujourd'hui »: that day, or the days until then, which is asked."""
    days = Bounded((From(Offset(0)), Lasting(amount, unit)))
    return AnyOf((Later(Offset(0), amount, unit), days), "which-days")
