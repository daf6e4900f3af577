"""What is said one after the other, cut into sides: "et" and commas unite peers, what stands side by side narrows."""

from typing import NamedTuple

from locales.fr.kinds import kind
from locales.fr.phrases.sharing import is_month
from locales.fr.pieces.algebra import Kind, Meet, is_dated, kind_of, weekdays_of
from locales.fr.pieces.days import Piece, Written
from locales.fr.pieces.periods import Month
from locales.fr.pieces.ranges import Bound
from locales.fr.pieces.recurrences import Every

KEEPS = {kind("and"), kind("slash"), kind("dash"), kind("ni")}
BINDS = {kind("and"), kind("ni")}
SEPARATES = {*KEEPS, kind("comma"), kind("colon")}
SIFTING = {Kind.WEEKDAYS, Kind.RHYTHM}


class Item(NamedTuple):
    """A piece of a list, and the kinds of the words that separate it from the one before."""

    piece: Piece
    joint: frozenset[str] = frozenset()


Side = list[Item]


def divided(items: list[Item]) -> list[Side]:
    """The sides that are united, each of what stands side by side."""
    sides: list[Side] = []
    for item in items:
        if sides and not _unites(sides, item):
            sides[-1] += _parts(item)
        else:
            sides.append(_parts(item))
    return sides


def _parts(item: Item) -> list[Item]:
    """What was narrowed before may be narrowed more."""
    piece = item.piece
    if not isinstance(piece, Meet) or piece.days or piece.count:
        return [item]
    sifting = [] if piece.pattern is None else [piece.bare or piece.pattern]
    parts = [*sifting, *piece.stretches]
    return [Item(parts[0], item.joint), *map(Item, parts[1:])]


def _unites(sides: list[Side], item: Item) -> bool:
    """Whether `item` comes besides the sides before it, rather than narrows the last."""
    side = sides[-1]
    before, one, other = side[-1].piece, kind_of(side[-1].piece), kind_of(item.piece)
    led = sides[-2] if len(sides) > 1 and leads(sides[-2]) and all(map(is_sifting, side)) else []
    said = {kind_of(each.piece) for each in (*led, *side) if not isinstance(each.piece, Bound)}
    if isinstance(item.piece, Bound):
        return bool(item.joint & KEEPS) and one is Kind.DAY
    if not item.joint:
        peers = one is other and one in (Kind.DAY, Kind.WEEKDAYS) and _are_apart(before, item.piece)
        months = isinstance(before, Month) and isinstance(item.piece, Month)
        return peers or months or (is_number(before) and is_dated(item.piece))
    if item.joint & BINDS or other in said:
        return True
    if {one, other} <= {Kind.DAY, Kind.WEEKDAYS}:
        return True
    if Kind.DAY in (one, other) and Kind.STRETCH in (one, other):
        return bool(said & SIFTING) or not (is_number(item.piece) and is_month(before))
    return False


def _are_apart(one: Piece, other: Piece) -> bool:
    """Whether nothing is in both, so that « lundi mardi » is a list."""
    return kind_of(one) is Kind.DAY or not weekdays_of(one) & weekdays_of(other)


def leads(side: Side) -> bool:
    """Whether a side opens with the stretch or the rhythm of what follows, and not of weekdays before it."""
    return len(side) > 1 and is_frame(side[0]) and is_sifting(side[-1]) and kind_of(side[-1].piece) is not Kind.RHYTHM


def is_frame(item: Item) -> bool:
    piece = item.piece
    return kind_of(piece) is Kind.STRETCH or (isinstance(piece, Every) and piece.weekly and not piece.weekdays)


def is_sifting(item: Item) -> bool:
    return kind_of(item.piece) in SIFTING and not is_frame(item)


def is_number(piece: Piece) -> bool:
    """« le 3 », and nothing more."""
    return isinstance(piece, Written) and piece == Written(number=piece.number, bare=piece.bare) and bool(piece.number)
