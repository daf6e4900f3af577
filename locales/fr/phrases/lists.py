"""Lists, exceptions and what stands beside them: « lundi, mardi et jeudi de la semaine prochaine sauf le 8 »."""

from collections.abc import Sequence
from typing import NamedTuple

from locales.fr.kinds import kind
from locales.fr.patterns import Rules, Token
from locales.fr.phrases.sharing import is_month, is_week, propagated
from locales.fr.pieces.counted import NumberIn, WeekdayIn
from locales.fr.pieces.days import Offset, Piece, Point, Written
from locales.fr.pieces.holidays import AllHolidays, SchoolHolidays
from locales.fr.pieces.lists import AnyOf, Apposed, Besides, Bounded, Kept, Listed
from locales.fr.pieces.periods import Relative
from locales.fr.pieces.ranges import Between, From, Lasting, Until
from locales.fr.pieces.recurrences import Every
from locales.fr.pieces.value import replace

_PIECE = "day_piece|period|span|recurrence|parity_piece"
_MORE = "(sep|dash|fill|during|en|colon)*"
_KEEPS = {kind("and"), kind("slash"), kind("dash")}
_SEPARATES = {*_KEEPS, kind("comma"), kind("colon")}
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


class Item(NamedTuple):
    """A piece of a list, and the kinds of the words that join it to the one before."""

    piece: Piece
    joint: frozenset[str] = frozenset()


def gathered(tokens: Sequence[Token]) -> Piece:
    """The pieces of a list, each with what it takes from its neighbours."""
    items: list[Item] = []
    joint: set[str] = set()
    for token in tokens:
        if token.kind in _PIECES:
            items.append(Item(token.value, frozenset(joint)))
            joint = set()
        else:
            joint.add(token.kind)
    return combine(apposed(items))


def combine(items: list[Item]) -> Piece:
    """What the pieces of `items` mean together."""
    if len(items) == 1:
        return alone(items[0].piece)
    items = recurring(in_one_week(headed(items)))
    if len(items) == 1:
        return alone(items[0].piece)
    if apart := beside(items):
        return apart
    pieces = [item.piece for item in items]
    bounds: list[Piece] = [piece for piece in pieces if isinstance(piece, (From, Until, Lasting))]
    if bounds:
        return bounded([piece for piece in pieces if piece not in bounds], bounds)
    return kept_in(items) or Listed(tuple(propagated(pieces)))


def beside(items: list[Item]) -> Piece | None:
    """Dates after days that come back: « les lundis de décembre et le 17 », "tous les lundis et jeudi 17"."""
    at = next((index for index in range(1, len(items)) if _is_beside(items[index])), 0)
    if not at or not _comes_back(items[0].piece):
        return None
    head, rest = items[:at], items[at:]
    month = next((item.piece for item in head if is_month(item.piece)), None)
    dates = [Item(numbered_in(month, [p])) if month and is_number(p) else Item(p, j) for p, j in rest]
    return Besides((combine(head), combine(dates)))


def _is_beside(item: Item) -> bool:
    return isinstance(item.piece, Written) and bool(item.piece.number) and bool(item.joint & _SEPARATES)


def alone(piece: Piece) -> Piece:
    """« le lundi », by itself, is every Monday."""
    if isinstance(piece, Written) and piece.habitual:
        return Every(frozenset({piece.weekday or 1}), habitual=True)
    return piece


def headed(items: list[Item]) -> list[Item]:
    """What a colon introduces replaces what it stands under: « rentrée : lundi 4 et mardi 5 »."""
    for index in range(len(items) - 1, 0, -1):
        if kind("colon") in items[index].joint:
            above = items[index - 1].piece
            holds = is_week(above) or is_month(above) or (_is_dated(above) and _may_come_back(items[index]))
            return items if holds else items[index:]
    return items


def _may_come_back(item: Item) -> bool:
    return isinstance(item.piece, Every) or _is_weekday(item.piece)


def apposed(items: list[Item]) -> list[Item]:
    """« demain vendredi », "demain, vendredi 27": one day said twice, or two; "nos vacances du 7 au 11": these days."""
    found: list[Item] = []
    for item in items:
        before = found[-1].piece if found else None
        if before == SchoolHolidays() and isinstance(item.piece, Between) and not item.joint & _SEPARATES:
            found.pop()
        named = isinstance(item.piece, Written) and item.piece.weekday and not item.piece.which
        if named and isinstance(item.piece, Written) and isinstance(before, Offset) and not item.joint & _KEEPS:
            found[-1] = Item(Apposed(before, item.piece, listed=bool(item.joint)), found[-1].joint)
        else:
            found.append(item)
    return found


def in_one_week(items: list[Item]) -> list[Item]:
    """« les lundi, mardi et jeudi de la semaine prochaine »: the week of the last is everybody's."""
    last = items[-1].piece
    days = [_single_weekday(item.piece) for item in items[:-1]]
    if not isinstance(last, WeekdayIn) or not all(days):
        return items
    week = replace(last.period, following=False) if isinstance(last.period, Relative) else last.period
    return [Item(WeekdayIn(day, week), item.joint) for day, item in zip([*days, last.weekday], items, strict=True)]


def _single_weekday(piece: Piece) -> int:
    """The weekday `piece` is, 0 if it is anything else."""
    if isinstance(piece, Written) and _is_weekday(piece):
        return piece.weekday or 0
    plain = isinstance(piece, Every) and len(piece.weekdays) == 1 and piece == Every(piece.weekdays)
    return next(iter(piece.weekdays)) if isinstance(piece, Every) and plain else 0


def recurring(items: list[Item]) -> list[Item]:
    """Weekdays that come back: « tous les lundis et jeudi », « le lundi et le mardi », « mardi semaines paires »."""
    weekly = next((p for p, _ in items if isinstance(p, Every) and p.weekly and not p.weekdays), None)
    started = weekly is not None or (_is_habitual(items[0].piece) and all(_is_weekday(p) for p, _ in items))
    found: list[Item] = []
    for said, joint in items:
        started = started or _comes_back(said)
        piece = said
        if started and isinstance(said, Written) and _is_weekday(said):
            piece = Every(frozenset({said.weekday or 1}))
        before = found[-1].piece if found else None
        if isinstance(piece, Every) and isinstance(before, Every) and piece.weekdays and before.weekdays:
            found[-1] = Item(replace(before, weekdays=before.weekdays | piece.weekdays), found[-1].joint)
        else:
            found.append(Item(piece, joint))
    return _paced(found, weekly) if weekly else found


def _paced(items: list[Item], weekly: Every) -> list[Item]:
    """The weekdays of `items` at the pace of `weekly`: one week in two, even weeks."""
    if not any(_comes_back(piece) for piece, _ in items):
        return items
    return [
        Item(replace(piece, step=weekly.step, parity=weekly.parity), joint)
        if isinstance(piece, Every) and piece.weekdays
        else Item(piece, joint)
        for piece, joint in items
        if piece is not weekly
    ]


def _is_weekday(piece: Piece) -> bool:
    return isinstance(piece, Written) and bool(piece.weekday) and not piece.number and not piece.which


def _is_habitual(piece: Piece) -> bool:
    return isinstance(piece, Written) and piece.habitual


def _comes_back(piece: Piece) -> bool:
    return isinstance(piece, Every) and bool(piece.weekdays)


def bounded(rest: list[Piece], bounds: list[Piece]) -> Piece:
    """Pieces with a start or an end said apart."""
    ends = any(isinstance(bound, Until) for bound in bounds)
    starts = any(isinstance(bound, From) for bound in bounds)
    weekdays = frozenset(p.weekday or 1 for p in rest if isinstance(p, Written) and _is_weekday(p))
    every = Every(weekdays, bounds=tuple(bounds))
    if weekdays and (ends or starts) and all(_is_weekday(piece) for piece in rest):
        if len(rest) > 1 or _is_habitual(rest[0]):
            return every
        if starts:
            return AnyOf((every, rest[0]), "which-days")
        return AnyOf((Bounded((*rest, *bounds)), every), "which-days")
    if rest and all(isinstance(piece, Every) for piece in rest):
        return Listed(tuple(replace(p, bounds=(*p.bounds, *bounds)) for p in rest if isinstance(p, Every)))
    return Bounded((*rest, *bounds)) if len(rest) < 2 else Listed((*propagated(rest), *bounds))


def kept_in(items: list[Item]) -> Piece | None:
    """A period that holds the days said beside it: « semaine prochaine lundi et mardi », « les lundis de mars »."""
    pieces = [item.piece for item in items]
    first, others = pieces[0], pieces[1:]
    if _holds(first, others) and not items[1].joint & _KEEPS:
        return Kept(tuple(others), first)
    if is_month(first) and all(map(is_number, others)) and not items[1].joint & _KEEPS:
        return numbered_in(first, others)
    if others == [Every()] and not isinstance(first, Point):
        return Kept((Every(),), first)
    if _is_dated(first) and all(map(_is_weekday, others)) and not items[1].joint & _KEEPS:
        return _coming_back_in(first, others)
    count = next((i for i, piece in enumerate(pieces) if not (isinstance(piece, Every) or _is_weekday(piece))), 0)
    periods = [each for piece in pieces[count:] for each in (piece.pieces if isinstance(piece, Listed) else (piece,))]
    if count and all(map(_is_weekday, pieces[:count])) and not items[count].joint & _KEEPS:
        return _weekdays_in(pieces[:count], periods)
    if not count or items[count].joint & _KEEPS or not all(_holds(period, pieces[:count]) for period in periods):
        return None
    kept = tuple(Kept(tuple(pieces[:count]), period) for period in periods)
    return kept[0] if len(kept) == 1 else Listed(kept)


def is_number(piece: Piece) -> bool:
    """« le 3 », and nothing more."""
    return isinstance(piece, Written) and piece == Written(number=piece.number, bare=piece.bare) and bool(piece.number)


def numbered_in(month: Piece, days: Sequence[Piece]) -> Piece:
    """« en décembre, le 3 et le 10 »."""
    return Listed(tuple(NumberIn(day.number or 1, month) for day in days if isinstance(day, Written)))


def _coming_back_in(dated: Piece, days: list[Piece]) -> Piece:
    """« du 1er au 20 décembre, le mardi »; "…, mardi et jeudi" may be two days more: asked."""
    kept = Kept((Every(frozenset(day.weekday or 1 for day in days if isinstance(day, Written))),), dated)
    return kept if all(map(_is_habitual, days)) else AnyOf((kept, Listed((dated, *days))), "which-days")


def _is_dated(piece: Piece) -> bool:
    """« du 1er au 20 décembre » may hold days that come back; "du lundi au mercredi" does not."""
    last = piece.last if isinstance(piece, Between) else piece
    return isinstance(last, Written) and bool(last.number) and last is not piece


def _weekdays_in(days: list[Piece], periods: list[Piece]) -> Piece | None:
    """« lundi et jeudi en décembre » comes back, « lundi en décembre » may; in a week, each is said once."""
    if any(isinstance(period, (Point, Every)) for period in periods):
        return None
    if all(is_week(period) for period in periods):
        return Listed(tuple(Kept(tuple(days), period) for period in periods))
    every = Every(frozenset(day.weekday or 1 for day in days if isinstance(day, Written)))
    kept = Listed(tuple(Kept((every,), period) for period in periods))
    return kept if len(days) > 1 else AnyOf((kept, days[0]), "which-days")


def _holds(period: Piece, days: list[Piece]) -> bool:
    """Whether `days` may be said inside `period`: weekdays in a week, days that come back in anything longer."""
    if all(_is_weekday(day) for day in days):
        return is_week(period)
    return all(isinstance(day, Every) for day in days) and not isinstance(period, (Point, Every))
