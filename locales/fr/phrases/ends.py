"""Bare weekdays and numbers, then ranges and single ends: « du 3 au 14 », « à partir de lundi », « avant le 10 »."""

from collections.abc import Sequence

from locales.fr.kinds import kinds
from locales.fr.patterns import Rules, Token
from locales.fr.phrases.sharing import is_month, paired
from locales.fr.pieces.algebra import Meet, is_weekday
from locales.fr.pieces.counted import Morrow, WeekdayIn
from locales.fr.pieces.days import Later, Offset, Piece, Point, Written
from locales.fr.pieces.holidays import Rentree
from locales.fr.pieces.lists import AnyOf, Only
from locales.fr.pieces.periods import Period
from locales.fr.pieces.ranges import Between, From, Lasting, Since, Until
from locales.fr.pieces.recurrences import Every
from locales.fr.pieces.value import replace

_FROM = "(du|of|from|between|le|les)*"
OPENING = set(kinds("du of from between"))
_END = "day_piece|period"

BARE = Rules()
rule = BARE.rule


@rule("day_piece", "amount:count unit:unit side:before|after")
def units_before_or_after(amount: int | None, unit: str, side: int) -> Point:
    """« trois jours avant »: of the day a list has reached, else of today."""
    return Later(Morrow(0), side * (amount or 1), unit)


@rule("one_of", "one du number !month")
def one_of() -> bool:
    """« un des deux »."""
    return True


@rule("age", "amount:count years")
def age(amount: int | None) -> int:
    return amount or 1


@rule(
    "counted",
    "number:number &service|care",
    "every les number:number !sep !month",
    "les? number:number &at~le",
    "<for les number:number &until",
    "(every|les|my)* number:number|one kids|kid",
    "my number:number",
    "les number:number &sep !sep~n !sep~one !sep~day_piece !sep~le~n !sep~le~one !sep~le~day_piece !sep~les~n",
    "les number:number|one !sep !dash !at !number !padded !day_piece !until !or",
)
def counted(number: int | None) -> int:
    """« les deux », "mes 3 loulous": so many children."""
    return number or 1


@rule("recurrence", "les day:weekday|weekdays !n !le", "day:weekdays !n")
def weekdays(day: int) -> Piece:
    return Every(frozenset({day}))


@rule("day_piece", "how:le weekday:weekday")
def the_weekday(weekday: int, how: str | None) -> Point:
    """« le lundi »; in "désinscris la mardi", "la" is no article."""
    return Written(weekday, habitual=how == "le")


@rule("day_piece", "les? weekday:weekday")
def a_weekday(weekday: int) -> Point:
    return Written(weekday)


@rule(
    "day_piece",
    "le number:number|padded|ordinal !unit !kids !kid !year !unknown !proper",
    "les number:number|padded !unit !kids !kid &sep|dash|at|n|day_piece",
)
def the_number(number: int) -> Point | None:
    return Written(number=number) if number <= 31 else None


@rule(
    "day_piece",
    "number:number|padded !unit !times !kids !kid !service !care !session",
    "number:ordinal &sep|dash|at|until|question",
)
def a_number(number: int) -> Point | None:
    return Written(number=number, bare=True) if number <= 31 else None


@rule(
    "lasting",
    "during? le? amount:count unit:day|week|months|fortnight|schoolday",
    "amount:count unit:times",
    "for amount:count unit:day|week|months|fortnight",
)
def lasting(amount: int | None, unit: str | None) -> Piece:
    return Lasting(amount or 1, unit or "times")


ENDS = Rules()
rule = ENDS.rule


@rule("span", f"opening:({_FROM}) first:{_END} fill* until fill* last:{_END}")
def up_to(first: Piece, last: Piece, opening: Sequence[Token]) -> Piece | None:
    """« le 13 jusqu'au 15 », but not "le lundi jusqu'à Noël": a weekday may come back.

    "La semaine prochaine jusqu'à Noël" may begin there, or end before: asked.
    """
    said = any(token.kind in OPENING for token in opening)
    if isinstance(first, Period) and not said:
        return AnyOf((paired(first, last), Meet((first, Until(last)))), "which-period")
    may_come_back = is_weekday(first) or (isinstance(first, WeekdayIn) and not said)
    return None if may_come_back and not is_weekday(last) else paired(first, last)


@rule("span", "first:day_piece slash last:day_piece")
def interval(first: Piece, last: Piece) -> Piece | None:
    """« 2026-12-03/2026-12-14 »."""
    has_years = isinstance(first, Written) and isinstance(last, Written) and first.year and last.year
    return Between(first, last) if has_years else None


@rule("span", f"(du|of|from|le)* first:{_END} at|until fill* last:{_END} comma? excluded comma?")
def but_its_end(first: Piece, last: Piece) -> Piece:
    """« du lundi 7 au jeudi 10 exclu »."""
    return replace(paired(first, last), excluded=True)


@rule("doubt", "of first:day_piece how:at last:day_piece")
def from_hour_to_hour(first: Piece, how: str | None, last: Piece) -> str | None:
    """« cantine de 7 à 8 »: hours as likely as days."""
    bare = all(isinstance(end, Written) and end.bare for end in (first, last))
    return "not-sure" if bare and how in ("à", "a") else None


@rule(
    "span",
    f"(du|of|from|le)* first:{_END} at le? last:{_END}",
    f"between fill* first:{_END} and fill* last:{_END}",
    f"(du|of|le|les)* first:{_END} dash fill* last:{_END} !dash",
)
def between(first: Piece, last: Piece) -> Piece | None:
    """« du 3 au 14 »; but of "le lundi au mois de décembre", the Monday is in it."""
    return None if is_weekday(first) and is_month(last) else paired(first, last)


@rule("day_piece", "how:from fill* piece:day_piece")
def from_rentree(how: str | None, piece: Piece) -> Piece | None:
    """« dès la rentrée » is that day; "à partir de la rentrée" goes on."""
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


@rule("farewell", "how:at piece:day_piece session?")
def farewell(how: str | None, piece: Piece) -> Piece | None:
    """« à demain », "à lundi": no day is asked for."""
    is_short = isinstance(piece, Offset) or (isinstance(piece, Written) and not piece.number)
    return piece if how in ("à", "a") and is_short else None


@rule("bound", f"until fill* piece:{_END}", f"by_then fill* piece:{_END}")
def until(piece: Piece) -> Piece:
    return Until(piece)


@rule("bound", f"before fill* piece:{_END}")
def before(piece: Piece) -> Piece:
    return Until(piece, before=True)
