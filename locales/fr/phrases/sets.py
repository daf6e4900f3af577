"""From expressions said one after the other to one set of days: which narrow one another, and which are united."""

from collections.abc import Iterable, Sequence

from locales.fr.phrases.narrowing import alone, narrowing
from locales.fr.phrases.shares import merged, shared
from locales.fr.phrases.sharing import is_week, propagated
from locales.fr.phrases.sides import SIFTING, Item, divided, is_frame
from locales.fr.pieces.algebra import Kind, Meet, is_loose, is_weekday, kind_of, weekdays_of
from locales.fr.pieces.counted import WeekdayIn
from locales.fr.pieces.days import Piece, Point, Written
from locales.fr.pieces.exceptions import Except, Taken
from locales.fr.pieces.lists import AnyOf, Besides, Listed
from locales.fr.pieces.periods import Relative
from locales.fr.pieces.ranges import Bound
from locales.fr.pieces.recurrences import Every
from locales.fr.pieces.value import replace


def combine(items: list[Item]) -> Piece:
    """What the pieces of `items` mean together: what stands side by side narrows, "et" and commas unite peers."""
    if len(items) == 1:
        return alone(items[0].piece)
    items = parted(in_one_week(items))
    if all(_is_plain(item.piece) for item in items):
        return listed([item.piece for item in items])
    sides = shared(divided(items))
    plain = united([narrowing(side) for side in sides])
    other = merged(sides)
    return AnyOf((united([narrowing(side) for side in other]), plain), "which-days") if other else plain


def _is_plain(piece: Piece) -> bool:
    """A day, by itself: nothing to narrow and nothing to lend but a month, a week or "prochain"."""
    return isinstance(piece, Point) and not (isinstance(piece, Written) and piece.habitual) and not is_loose(piece)


def listed(pieces: list[Piece]) -> Piece:
    return Listed(tuple(propagated(pieces)))


def in_one_week(items: list[Item]) -> list[Item]:
    """« les lundi, mardi et jeudi de la semaine prochaine »: the week of the last is everybody's."""
    at = max((i for i, item in enumerate(items) if isinstance(item.piece, WeekdayIn)), default=0)
    last = items[at].piece
    days = [_single_weekday(item.piece) for item in items[:at]]
    if not isinstance(last, WeekdayIn) or not all(days):
        return items
    if at and at + 1 < len(items):
        return [*items[:at], Item(Written(last.weekday), items[at].joint), Item(last.period), *items[at + 1 :]]
    week = replace(last.period, following=False) if isinstance(last.period, Relative) else last.period
    held = [Item(WeekdayIn(day, week), joint) for day, (_, joint) in zip([*days, last.weekday], items, strict=False)]
    return [*held, *items[at + 1 :]]


def parted(items: list[Item]) -> list[Item]:
    """A weekday and its week, where more of that sort stands beside: « lundi de la semaine 50 et de la semaine 51 »."""
    if not any(is_frame(item) and not isinstance(item.piece, Bound) for item in items) and not is_frame(items[0]):
        return items
    found: list[Item] = []
    for item in items:
        held = item.piece
        parts = (Written(held.weekday), held.period) if isinstance(held, WeekdayIn) else (held,)
        found += [Item(parts[0], item.joint), *map(Item, parts[1:])]
    return found


def _single_weekday(piece: Piece) -> int:
    """The weekday `piece` is, 0 if it is anything else."""
    if isinstance(piece, Every) and kind_of(piece) is not Kind.WEEKDAYS:
        return 0
    single = weekdays_of(piece) if is_weekday(piece) or isinstance(piece, Every) else frozenset[int]()
    return min(single) if len(single) == 1 else 0


def without(base: Piece, taken: Taken) -> Piece:
    """`base` but for `taken`; of « le lundi sauf le 7 en décembre » December is that of the Mondays."""
    days, stretch = taken.days, taken.stretch
    if stretch is None or days is None or kind_of(base) not in SIFTING:
        return Except(base, taken.piece)
    held = Except(combine([Item(base), Item(stretch)]), days)
    return held if kind_of(days) is Kind.DAY else AnyOf((held, Except(base, taken.piece)), "which-days")


def taken_of(items: list[Item]) -> Taken:
    """What is taken out, and apart from it the stretch it is said in: « sauf le 7 en décembre »."""
    piece, last = combine(items), items[-1].piece
    if len(items) == 1 and isinstance(last, WeekdayIn):
        return Taken(piece, Written(last.weekday), last.period)
    days = items[:-1]
    if days and not items[-1].joint and kind_of(last) is Kind.STRETCH and not any(map(is_frame, days)):
        return Taken(piece, combine(days), last)
    return Taken(piece)


def united(pieces: list[Piece]) -> Piece:
    """Everything that any of `pieces` holds; days are read in order, those beside what comes back are not."""
    if len(pieces) == 1:
        return pieces[0]
    pieces = recurring(pieces)
    if len(pieces) == 1:
        return pieces[0]
    if any(map(_comes_back, pieces)):
        return Besides(tuple(_flat(pieces)))
    return listed(_flat(pieces))


def _comes_back(piece: Piece) -> bool:
    if isinstance(piece, Meet):
        return piece.pattern is not None and not all(map(is_week, piece.stretches))
    return isinstance(piece, Every) and bool(piece.weekdays)


def _flat(pieces: Iterable[Piece]) -> list[Piece]:
    return [each for piece in pieces for each in (piece.pieces if isinstance(piece, Listed) else (piece,))]


def recurring(pieces: Sequence[Piece]) -> list[Piece]:
    """Weekdays that come back: « tous les lundis et jeudi », "le lundi et le mardi"."""
    started = isinstance(pieces[0], Written) and pieces[0].habitual and all(map(is_weekday, pieces))
    found: list[Piece] = []
    for said in pieces:
        comes_back = isinstance(said, Every) and bool(said.weekdays)
        started = started or comes_back
        piece = Every(weekdays_of(said)) if started and is_weekday(said) else said
        if found and _is_plain_every(piece) and _is_plain_every(found[-1]):
            found[-1] = Every(weekdays_of(found[-1]) | weekdays_of(piece))
        else:
            found.append(piece)
    return found


def _is_plain_every(piece: Piece) -> bool:
    return isinstance(piece, Every) and bool(piece.weekdays) and kind_of(piece) is Kind.WEEKDAYS
