"""What stands side by side: the days that all of it holds."""

from collections.abc import Iterable, Sequence

from locales.fr.phrases.sharing import is_month
from locales.fr.phrases.sides import SIFTING, Item, Side, is_number
from locales.fr.pieces.algebra import Kind, Meet, is_weekday, kind_of, weekdays_of
from locales.fr.pieces.counted import NumberIn, WeekdayIn
from locales.fr.pieces.days import Piece, Point, Written
from locales.fr.pieces.lists import AnyOf, Apposed, Besides, Bounded, Listed
from locales.fr.pieces.ranges import Bound, Lasting, Until
from locales.fr.pieces.recurrences import Every, Firsts
from locales.fr.pieces.value import replace

WEEK_DAYS = frozenset(range(1, 8))
NEVER = -1
IN_WEEKS = {7: 1, 8: 1, 14: 2, 15: 2, 21: 3}


def alone(piece: Piece) -> Piece:
    """« le lundi », by itself, is every Monday."""
    if isinstance(piece, Written) and piece.habitual:
        return Every(frozenset({piece.weekday or 1}), habitual=True)
    return piece


def narrowing(side: Side) -> Piece:
    """The set that all the pieces of a side hold."""
    pieces = [item.piece for item in side]
    by_kind = {each: [piece for piece in pieces if kind_of(piece) is each] for each in Kind}
    stretches, days = by_kind[Kind.STRETCH], by_kind[Kind.DAY]
    if len(pieces) == 1:
        return alone(pieces[0])
    months = [piece for piece in stretches if is_month(piece)]
    if len(months) == len(stretches) == 1 and len(days) + 1 == len(pieces) and all(map(is_number, days)):
        return numbered_in(months[0], days)
    ends = any(isinstance(bound, (Until, Lasting)) for bound in stretches)
    if len(days) == 1 and ends and 1 + len(stretches) == len(pieces):
        return _begun(days[0], pieces)
    if len(pieces) == 2 and isinstance(pieces[0], Point) and days and isinstance(pieces[1], Written):
        return Apposed(pieces[0], pieces[1])
    if ranked := next((item for item in side if _is_ranked(item.piece)), None):
        return _each_of(ranked, side)
    counts = [piece for piece in by_kind[Kind.COUNT] if isinstance(piece, Firsts)]
    sifting = [item for item in side if kind_of(item.piece) in SIFTING]
    return Meet(
        _stretches(item for item in side if kind_of(item.piece) is Kind.STRETCH),
        pattern_of(sifting) if sifting else None,
        counts[0] if counts else None,
        tuple(days),
        names=bool(sifting) and all(map(_is_named, sifting)),
        bare=None if _are_several(side) else _bare(sifting),
    )


def _begun(day: Piece, pieces: list[Piece]) -> Piece:
    """« le 7 jusqu'au 14 »; of "le lundi de la semaine 50 jusqu'à Noël", that Monday or all from then on: asked."""
    whole = Bounded(tuple(pieces))
    return AnyOf((whole, day), "which-days") if isinstance(day, WeekdayIn) else whole


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


def _are_several(side: Side) -> bool:
    """« lundi la semaine prochaine et la suivante »: that of each."""
    return any(item.joint and kind_of(item.piece) is Kind.STRETCH for item in side[1:])


def _bare(sifting: Side) -> Written | None:
    """The one weekday said without its article."""
    piece = sifting[0].piece if len(sifting) == 1 else None
    return piece if isinstance(piece, Written) and not piece.habitual else None


def _stretches(said: Iterable[Item]) -> tuple[Piece, ...]:
    """Stretches joined by "et", said for the same weekdays, are united: « les lundis de mars et d'avril »."""
    found: list[Piece] = []
    for piece, joint in said:
        if found and joint and not isinstance(piece, Bound) and not isinstance(found[-1], Bound):
            before = found.pop()
            found.append(Listed((*before.pieces, piece) if isinstance(before, Listed) else (before, piece)))
        else:
            found.append(piece)
    return tuple(found)


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
        step=max(_weeks_apart(one), _weeks_apart(other)),
        parity=one.parity if other.parity in (None, one.parity) else other.parity if one.parity is None else NEVER,
        weekly=one.weekly and other.weekly,
        rank=one.rank or other.rank,
        number=one.number or other.number,
        habitual=False,
    )


def _weeks_apart(every: Every) -> int:
    """« tous les 15 jours » beside a weekday is one in two."""
    return every.step if every.weekly or every.weekdays else IN_WEEKS.get(every.step, every.step)


def numbered_in(month: Piece, days: Sequence[Piece]) -> Piece:
    """« en décembre, le 3 et le 10 »."""
    found = tuple(NumberIn(day.number or 1, month) for day in days if isinstance(day, Written))
    return found[0] if len(found) == 1 else Listed(found)
