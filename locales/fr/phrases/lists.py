"""Lists, exceptions and what stands beside them: « lundi, mardi et jeudi de la semaine prochaine sauf le 8 »."""

from collections.abc import Sequence

from locales.fr.kinds import kind
from locales.fr.patterns import Rules, Token
from locales.fr.phrases.sets import combine, taken_of
from locales.fr.phrases.sharing import is_month, is_week
from locales.fr.phrases.sides import KEEPS, SEPARATES, Item
from locales.fr.pieces.algebra import Kind, is_dated, is_weekday, kind_of
from locales.fr.pieces.counted import Morrow, OneOf
from locales.fr.pieces.days import Later, Offset, Piece, Point, Written
from locales.fr.pieces.holidays import AllHolidays, SchoolHolidays
from locales.fr.pieces.lists import Apposed
from locales.fr.pieces.recurrences import Every
from locales.fr.pieces.value import replace

_PIECE = "day_piece|period|span|recurrence|parity_piece"
_MORE = "(sep|dash|fill|during|en|colon)*"
_PIECES = {kind(name) for name in ("day_piece", "period", "span", "recurrence", "parity_piece", "bound", "lasting")}

RULES = Rules()
rule = RULES.rule


@rule(
    "excepted",
    "opening:((and|but|comma)?) except|butnot (fill|during|en|for|this)* pieces:(bound)",
    f"opening:((and|but|comma)?) except|butnot (fill|during|en|for|this)* pieces:({_PIECE})"
    f" rest:(({_MORE} ({_PIECE}))*)",
)
def excepted(opening: Sequence[Token], pieces: Sequence[Token], rest: Sequence[Token] = ()) -> Piece:
    """What is taken out; a stretch after a comma is that of the rest: « le lundi, sauf le 7, en décembre »."""
    items = gathered([*pieces, *rest])
    beyond: list[Item] = []
    aside = any(token.kind == kind("comma") for token in opening)
    while len(items) > 1 and _goes_back(items[-1], items[-2], aside=aside):
        beyond.insert(0, items.pop()._replace(joint=frozenset()))
    more = combine(beyond) if beyond else None
    taken = taken_of(items)
    return replace(taken, piece=AllHolidays() if taken.piece == SchoolHolidays() else taken.piece, beyond=more)


def _goes_back(item: Item, before: Item, *, aside: bool) -> bool:
    """Whether it is no more of what is taken out, said `aside` between commas: "hors vacances le lundi"."""
    kinds = {kind_of(item.piece), kind_of(before.piece)}
    if before.piece == SchoolHolidays():
        return item.joint <= {kind("comma")}
    if item.joint != {kind("comma")} or Kind.STRETCH not in kinds or len(kinds) == 1:
        return False
    return aside or not is_dated(item.piece)


@rule("days", f"pieces:({_PIECE}|bound|lasting) rest:(((sep|dash|fill|during|en|colon)* {_PIECE}|bound|lasting)*)")
def listed(pieces: Sequence[Token], rest: Sequence[Token]) -> Piece:
    return combine(gathered([*pieces, *rest]))


def gathered(tokens: Sequence[Token]) -> list[Item]:
    """The pieces of a list, each with what joins it to the one before."""
    items: list[Item] = []
    joint: set[str] = set()
    for token in tokens:
        if token.kind in _PIECES:
            items.append(Item(token.value, frozenset(joint & SEPARATES)))
            joint = set()
        else:
            joint.add(token.kind)
    return headed(apposed(items)) if len(items) > 1 else items


def headed(items: list[Item]) -> list[Item]:
    """What a colon introduces replaces what it stands under: « rentrée : lundi 4 et mardi 5 »."""
    for index in range(len(items) - 1, 0, -1):
        if kind("colon") in items[index].joint:
            above = items[index - 1].piece
            holds = is_week(above) or is_month(above) or (is_dated(above) and _may_come_back(items[index]))
            return items if holds else items[index:]
    return items


def _may_come_back(item: Item) -> bool:
    return isinstance(item.piece, Every) or is_weekday(item.piece)


def apposed(items: list[Item]) -> list[Item]:
    """« demain vendredi », "demain, vendredi 27": one day said twice, or two; "nos vacances du 7 au 11": these days."""
    found: list[Item] = []
    for item in items:
        before = found[-1].piece if found else None
        if not item.joint and (either := _at_odds(before, item.piece)):
            found[-1] = Item(either, found[-1].joint)
            continue
        if before == SchoolHolidays() and kind_of(item.piece) is Kind.STRETCH and not item.joint:
            found.pop()
        named = isinstance(item.piece, Written) and item.piece.weekday and not item.piece.which
        if named and isinstance(item.piece, Written) and isinstance(before, Offset) and not item.joint & KEEPS:
            found[-1] = Item(Apposed(before, item.piece, listed=bool(item.joint)), found[-1].joint)
        else:
            found.append(item)
    return found


def _at_odds(one: Piece | None, other: Piece) -> OneOf | None:
    """« lundi il y a 15 jours », "trois jours après lundi": a weekday, or a day counted from another."""
    if not (isinstance(one, Point) and isinstance(other, Point) and (is_weekday(one) or is_weekday(other))):
        return None
    counted = [piece for piece in (one, other) if isinstance(piece, Later) and isinstance(piece.base, (Offset, Morrow))]
    return OneOf((one, other)) if counted else None
