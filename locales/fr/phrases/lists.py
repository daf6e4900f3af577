"""Lists, exceptions and what stands beside them: « lundi, mardi et jeudi de la semaine prochaine sauf le 8 »."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from locales.fr.kinds import kind
from locales.fr.patterns import Rules, Token
from locales.fr.phrases.sharing import is_month, is_week, propagated
from locales.fr.pieces.days import Piece, Point, Written
from locales.fr.pieces.holidays import AllHolidays, SchoolHolidays
from locales.fr.pieces.lists import AnyOf, Bounded, Kept, Listed
from locales.fr.pieces.ranges import From, Lasting, Until
from locales.fr.pieces.recurrences import Every

_PIECE = "day_piece|period|span|recurrence|parity_piece"
_MORE = "(sep|dash|fill|during|en|colon)*"
_KEEPS = {kind("and"), kind("slash"), kind("dash")}
_PIECES = {kind(name) for name in ("day_piece", "period", "span", "recurrence", "parity_piece", "bound", "lasting")}

RULES = Rules()
rule = RULES.rule


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
    """« le lundi », by itself, is every Monday."""
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
    """« tous les lundis et jeudi », "le lundi et le mardi", "mardi une semaine sur deux": weekdays that come back."""
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
