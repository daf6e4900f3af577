"""What is said once for several: « lundi et mardi de la semaine 50 », "les lundis de mars et d'avril"."""

from locales.fr.phrases.sharing import is_month, is_week
from locales.fr.phrases.sides import BINDS, Item, Side, is_frame, is_number, is_sifting, leads
from locales.fr.pieces.algebra import Kind, kind_of
from locales.fr.pieces.days import Piece
from locales.fr.pieces.ranges import Bound
from locales.fr.pieces.recurrences import Every


def shared(sides: list[Side]) -> list[Side]:
    """`sides`, each with what its neighbours say for it too."""
    led: list[Side] = []
    for side in sides:
        led = _led(led, side)
    found: list[Side] = []
    for side in reversed(led):
        found = _trailed(found, side)
    return found[::-1]


def _led(done: list[Side], side: Side) -> list[Side]:
    """What is said first holds for what follows it: a stretch for weekdays and numbers, weekdays for a stretch."""
    before = done[-1] if done else []
    if not before:
        return [side]
    if leads(before) and is_sifting(side[0]) and (all(map(is_sifting, side)) or side[0].joint & BINDS):
        return [*done[:-1], [*before, *side]]
    if all(is_number(item.piece) for item in side) and (month := _month(before)):
        return [*done[:-1], [*before, *side]] if _all_numbers(before[1:]) else [*done, [month, *side]]
    trails = len(before) > 1 and is_sifting(before[0]) and is_frame(before[-1])
    if trails and _all(side, {Kind.STRETCH}) and _are_alike(before[-1].piece, side[0].piece):
        return [*done[:-1], [*before, *side]]
    return [*done, side]


def _trailed(done: list[Side], side: Side) -> list[Side]:
    """What is said last holds for what stands before it: « lundi et jeudi en décembre », "le 3 et le 10 en mars"."""
    after = done[-1] if done else []
    if after and len(after) > 1:
        if all(map(is_sifting, side)) and is_sifting(after[0]) and any(map(is_frame, after)):
            return [*done[:-1], [*side, *after]]
        if _all(side, {Kind.STRETCH}) and _are_alike(side[0].piece, after[0].piece) and is_sifting(after[-1]):
            return [*done[:-1], [*side, *after]]
        if _all_numbers(side) and _all_numbers(after[:-1]) and is_month(after[-1].piece):
            return [*done[:-1], [*side, *after]]
    return [*done, side]


def merged(sides: list[Side]) -> list[Side]:
    """Another way to share: of « les lundis de décembre et les mardis » December may be that of both; none: []."""
    for at in range(1, len(sides)):
        before, side = sides[at - 1], sides[at]
        if len(before) > 1 and is_sifting(before[0]) and is_frame(before[-1]) and _may_share(before, side):
            return [*sides[: at - 1], [*before, *side], *sides[at + 1 :]]
    return []


def _may_share(before: Side, side: Side) -> bool:
    closed = all(is_frame(item) and not isinstance(item.piece, (Bound, Every)) for item in (before[-1], *side))
    return all(map(is_sifting, side)) or closed


def _all(side: Side, kinds: set[Kind]) -> bool:
    return all(kind_of(item.piece) in kinds for item in side)


def _all_numbers(side: Side) -> bool:
    return bool(side) and all(is_number(item.piece) for item in side)


def _month(side: Side) -> Item | None:
    return next((item for item in side if is_month(item.piece)), None)


def _are_alike(one: Piece, other: Piece) -> bool:
    """« décembre et janvier », "la semaine 50 et la semaine 51"."""
    return (is_month(one) and is_month(other)) or (is_week(one) and is_week(other))
