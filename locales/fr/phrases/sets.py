"""From expressions said one after the other to one set of days: which narrow one another, and which are united."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from locales.fr.kinds import kind
from locales.fr.phrases.sharing import is_month, is_week, propagated
from locales.fr.pieces.algebra import (
    Kind,
    Meet,
    is_dated,
    is_loose,
    is_weekday,
    kind_of,
    weekdays_of,
)
from locales.fr.pieces.counted import NumberIn, WeekdayIn
from locales.fr.pieces.days import Piece, Point, Written
from locales.fr.pieces.exceptions import Except, Taken
from locales.fr.pieces.lists import AnyOf, Apposed, Besides, Bounded, Listed
from locales.fr.pieces.periods import Relative
from locales.fr.pieces.ranges import Bound, Lasting, Until
from locales.fr.pieces.recurrences import Every, Firsts
from locales.fr.pieces.value import replace

KEEPS = {kind("and"), kind("slash"), kind("dash"), kind("ni")}
BINDS = {kind("and"), kind("ni")}
SEPARATES = {*KEEPS, kind("comma"), kind("colon")}
WEEK_DAYS = frozenset(range(1, 8))
SIFTING = {Kind.WEEKDAYS, Kind.RHYTHM}


class Item(NamedTuple):
    """A piece of a list, and the kinds of the words that separate it from the one before."""

    piece: Piece
    joint: frozenset[str] = frozenset()


Side = list[Item]


def combine(items: list[Item]) -> Piece:
    """What the pieces of `items` mean together: what stands side by side narrows, "et" and commas unite peers."""
    if len(items) == 1:
        return alone(items[0].piece)
    items = in_one_week(items)
    if all(_is_plain(item.piece) for item in items):
        return listed([item.piece for item in items])
    sides = shared(divided(items))
    plain = united([narrowing(side) for side in sides])
    merged = _merged(sides)
    return AnyOf((united([narrowing(side) for side in merged]), plain), "which-days") if merged else plain


def _is_plain(piece: Piece) -> bool:
    """A day, by itself: nothing to narrow and nothing to lend but a month, a week or "prochain"."""
    return isinstance(piece, Point) and not (isinstance(piece, Written) and piece.habitual) and not is_loose(piece)


def alone(piece: Piece) -> Piece:
    """« le lundi », by itself, is every Monday."""
    if isinstance(piece, Written) and piece.habitual:
        return Every(frozenset({piece.weekday or 1}), habitual=True)
    return piece


def listed(pieces: list[Piece]) -> Piece:
    return Listed(tuple(propagated(pieces)))


# What narrows, and what is united


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
    led = sides[-2] if len(sides) > 1 and _leads(sides[-2]) and all(map(_is_sifting, side)) else []
    said = {kind_of(each.piece) for each in (*led, *side)}
    if isinstance(item.piece, Bound):
        return bool(item.joint & KEEPS) and one is Kind.DAY
    if not item.joint:
        peers = one is other and one in (Kind.DAY, Kind.WEEKDAYS) and _are_apart(before, item.piece)
        return peers or (is_number(before) and is_dated(item.piece))
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


# What is said once for several


def shared(sides: list[Side]) -> list[Side]:
    """What is said once for several: « lundi et mardi de la semaine 50 », "les lundis de mars et d'avril"."""
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
    if all(map(_is_sifting, side)) and _leads(before):
        return [*done[:-1], [*before, *side]]
    if all(is_number(item.piece) for item in side) and (month := _month(before)):
        return [*done[:-1], [*before, *side]] if _all_numbers(before[1:]) else [*done, [month, *side]]
    trails = len(before) > 1 and _is_sifting(before[0]) and _is_frame(before[-1])
    if trails and _all(side, {Kind.STRETCH}) and _are_alike(before[-1].piece, side[0].piece):
        return [*done[:-1], [*before, *side]]
    if isinstance(before[0].piece, WeekdayIn) and len(before) == 1 and _is_like_week(before[0].piece, side):
        held = before[0].piece
        return [*done[:-1], [Item(Every(frozenset({held.weekday})), before[0].joint), Item(held.period), *side]]
    return [*done, side]


def _trailed(done: list[Side], side: Side) -> list[Side]:
    """What is said last holds for what stands before it: « lundi et jeudi en décembre », "le 3 et le 10 en mars"."""
    after = done[-1] if done else []
    if after and len(after) > 1:
        if all(map(_is_sifting, side)) and _is_sifting(after[0]) and any(map(_is_frame, after)):
            return [*done[:-1], [*side, *after]]
        if _all(side, {Kind.STRETCH}) and _are_alike(side[0].piece, after[0].piece) and _is_sifting(after[-1]):
            return [*done[:-1], [*side, *after]]
        if _all_numbers(side) and _all_numbers(after[:-1]) and is_month(after[-1].piece):
            return [*done[:-1], [*side, *after]]
    return [*done, side]


def _merged(sides: list[Side]) -> list[Side]:
    """Another way to share: of « les lundis de décembre et les mardis » December may be that of both; none: []."""
    for at in range(1, len(sides)):
        before, side = sides[at - 1], sides[at]
        if len(before) > 1 and _is_sifting(before[0]) and _is_frame(before[-1]) and _may_share(before, side):
            return [*sides[: at - 1], [*before, *side], *sides[at + 1 :]]
    return []


def _may_share(before: Side, side: Side) -> bool:
    closed = all(_is_frame(item) and not isinstance(item.piece, (Bound, Every)) for item in (before[-1], *side))
    return all(map(_is_sifting, side)) or closed


def _leads(side: Side) -> bool:
    """Whether a side opens with the stretch or the rhythm of what follows, and not of weekdays before it."""
    return len(side) > 1 and _is_frame(side[0]) and _is_sifting(side[-1]) and kind_of(side[-1].piece) is not Kind.RHYTHM


def _is_frame(item: Item) -> bool:
    piece = item.piece
    return kind_of(piece) is Kind.STRETCH or (isinstance(piece, Every) and piece.weekly and not piece.weekdays)


def _is_sifting(item: Item) -> bool:
    return kind_of(item.piece) in SIFTING and not _is_frame(item)


def _all(side: Side, kinds: set[Kind]) -> bool:
    return all(kind_of(item.piece) in kinds for item in side)


def _all_numbers(side: Side) -> bool:
    return bool(side) and all(is_number(item.piece) for item in side)


def _month(side: Side) -> Item | None:
    return next((item for item in side if is_month(item.piece)), None)


def _are_alike(one: Piece, other: Piece) -> bool:
    """« décembre et janvier », "la semaine 50 et la semaine 51"."""
    return (is_month(one) and is_month(other)) or (is_week(one) and is_week(other))


def _is_like_week(held: WeekdayIn, side: Side) -> bool:
    return len(side) == 1 and is_week(held.period) and is_week(side[0].piece) and bool(side[0].joint & KEEPS)


def is_number(piece: Piece) -> bool:
    """« le 3 », and nothing more."""
    return isinstance(piece, Written) and piece == Written(number=piece.number, bare=piece.bare) and bool(piece.number)


# What stands side by side


def narrowing(side: Side) -> Piece:
    """The set that all the pieces of a side hold."""
    pieces = [item.piece for item in side]
    by_kind = {each: [piece for piece in pieces if kind_of(piece) is each] for each in Kind}
    stretches, days = by_kind[Kind.STRETCH], by_kind[Kind.DAY]
    if len(pieces) == 1 or (not stretches and _all(side, {Kind.WEEKDAYS})):
        return _weekdays(pieces)
    months = [piece for piece in stretches if is_month(piece)]
    if len(months) == len(stretches) == 1 and len(days) + 1 == len(pieces) and all(map(is_number, days)):
        return numbered_in(months[0], days)
    ends = any(isinstance(bound, (Until, Lasting)) for bound in stretches)
    if days and ends and len(days) + len(stretches) == len(pieces):
        return Bounded(tuple(pieces)) if len(days) == 1 else Listed((*propagated(days), *stretches))
    if len(pieces) == 2 and isinstance(pieces[0], Point) and days and isinstance(pieces[1], Written):
        return Apposed(pieces[0], pieces[1])
    if ranked := next((item for item in side if _is_ranked(item.piece)), None):
        return _each_of(ranked, side)
    counts = [piece for piece in by_kind[Kind.COUNT] if isinstance(piece, Firsts)]
    sifting = [item for item in side if kind_of(item.piece) in SIFTING]
    return Meet(
        _stretches(stretches),
        pattern_of(sifting) if sifting else None,
        counts[0] if counts else None,
        tuple(days),
        names=bool(sifting) and all(map(_is_named, sifting)),
        bare=_bare(sifting),
        apart=any(item.joint for item in side[1:]),
    )


def _is_ranked(piece: Piece) -> bool:
    return isinstance(piece, Listed) and kind_of(piece) is Kind.RHYTHM


def _each_of(ranked: Item, side: Side) -> Piece:
    """« les 1er et 3e mardis du mois jusqu'en mars »: each of them, with all that stands beside it."""
    assert isinstance(ranked.piece, Listed)
    each = (narrowing([Item(one) if item is ranked else item for item in side]) for one in ranked.piece.pieces)
    return Besides(tuple(each))


def _is_named(item: Item) -> bool:
    """Whether weekdays were said by their names: they must all be there."""
    piece = item.piece
    days = piece.pieces if isinstance(piece, Listed) else (piece,)
    return all(is_weekday(day) or (isinstance(day, Every) and bool(day.weekdays)) for day in days)


def _bare(sifting: Side) -> Written | None:
    """The one weekday said without its article."""
    piece = sifting[0].piece if len(sifting) == 1 else None
    return piece if isinstance(piece, Written) and not piece.habitual else None


def _stretches(stretches: list[Piece]) -> tuple[Piece, ...]:
    """Stretches of one sort, said for the same weekdays, are united: « les lundis de mars et d'avril »."""
    found: list[Piece] = []
    for _, group in groupby(stretches, key=_sort):
        same = list(group)
        found.append(same[0] if len(same) == 1 else Listed(tuple(same)))
    return tuple(found)


def _sort(stretch: Piece) -> str | int:
    """What tells months and weeks from one another, and any other stretch from all."""
    return "month" if is_month(stretch) else "week" if is_week(stretch) else id(stretch)


def _weekdays(pieces: list[Piece]) -> Piece:
    """Weekdays, and nothing else: those that come back are one set."""
    if len(pieces) == 1:
        return alone(pieces[0])
    return listed(recurring(pieces))


def pattern_of(sifting: Iterable[Item]) -> Every:
    """The weekdays and the rhythm of what is said: peers are added, others narrow one another."""
    pattern: Every | None = None
    for piece, joint in sifting:
        said = _patterned(piece)
        pattern = said if pattern is None else _sharpened(pattern, said, added=bool(joint))
    return pattern or Every()


def _patterned(piece: Piece) -> Every:
    if isinstance(piece, Every):
        return piece
    weekdays = weekdays_of(piece)
    return Every(weekdays if len(weekdays) < len(WEEK_DAYS) else frozenset())


def _sharpened(one: Every, other: Every, *, added: bool) -> Every:
    """`one` and `other`: weekdays that have nothing in common are added too, "lundi mardi"."""
    days, more = one.weekdays or WEEK_DAYS, other.weekdays or WEEK_DAYS
    plain = kind_of(one) is kind_of(other) is Kind.WEEKDAYS
    weekdays = days | more if added and plain else days & more or days | more
    return replace(
        one,
        weekdays=weekdays if weekdays != WEEK_DAYS else frozenset(),
        step=max(one.step, other.step),
        parity=other.parity if one.parity is None else one.parity,
        weekly=one.weekly and other.weekly,
        rank=one.rank or other.rank,
        number=one.number or other.number,
        habitual=False,
    )


def numbered_in(month: Piece, days: Sequence[Piece]) -> Piece:
    """« en décembre, le 3 et le 10 »."""
    found = tuple(NumberIn(day.number or 1, month) for day in days if isinstance(day, Written))
    return found[0] if len(found) == 1 else Listed(found)


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
    if days and not items[-1].joint and kind_of(last) is Kind.STRETCH and not any(map(_is_frame, days)):
        return Taken(piece, combine(days), last)
    return Taken(piece)


# What is united


def united(pieces: list[Piece]) -> Piece:
    """Everything that any of `pieces` holds; days are read in order, those beside what comes back are not."""
    if len(pieces) == 1:
        return pieces[0]
    pieces = recurring(pieces)
    if len(pieces) == 1:
        return pieces[0]
    if any(isinstance(piece, Meet) or (isinstance(piece, Every) and piece.weekdays) for piece in pieces):
        return Besides(tuple(_flat(pieces)))
    return listed(_flat(pieces))


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
