"""A stretch of days said before what happens in it: « la semaine prochaine Léa mange lundi et mardi »."""

from typing import NamedTuple

from locales.fr.phrases.sets import combine
from locales.fr.phrases.sharing import is_month
from locales.fr.phrases.sides import Item, is_number
from locales.fr.pieces.algebra import Kind, Meet, kind_of
from locales.fr.pieces.counted import WeekdayIn
from locales.fr.pieces.days import Piece
from locales.fr.pieces.lists import AnyOf, Bounded, Listed
from locales.fr.pieces.ranges import Bound
from locales.fr.pieces.recurrences import Every
from locales.fr.pieces.value import Value
from locales.fr.sentence import Clause, Group
from locales.fr.words import CANTEEN

NARROWED = {Kind.WEEKDAYS, Kind.RHYTHM, Kind.COUNT}


class Frame(NamedTuple):
    """A stretch of days, where it was said, and whether the sentence `opens` with it."""

    piece: Piece
    clause: Clause
    group: Group
    opens: bool

    def holds(self, piece: Piece, clause: Clause, *, apart: bool) -> bool:
        """Whether `piece`, said later (`apart`: after "et" or a comma), is to be read inside."""
        if not self.opens and (apart or clause is not self.clause):
            return False
        if clause.group.leaves_out:
            return False
        return all(_fits(each, self.piece) for each in _each(piece))


def is_frame(piece: Piece) -> bool:
    return kind_of(piece) is Kind.STRETCH


def framed(piece: Piece, frame: Piece) -> Piece:
    """`piece`, read inside `frame`."""
    return combine([Item(each) for each in (*_each(piece), frame)])


def _each(piece: Piece) -> tuple[Piece, ...]:
    return piece.pieces if isinstance(piece, Listed) else (piece,)


def _fits(piece: Piece, frame: Piece) -> bool:
    """Weekdays, what comes back, a start or an end, and the days of a month may be said apart."""
    if is_number(piece):
        return is_month(frame)
    if isinstance(piece, (Bound, Meet)):
        return _is_bounded(piece)
    return kind_of(piece) in NARROWED


def _is_bounded(piece: Piece) -> bool:
    """Whether nothing but a start or an end was said of `piece`, so that a stretch may hold it too."""
    return isinstance(piece, Bound) or (isinstance(piece, Meet) and all(isinstance(s, Bound) for s in piece.stretches))


def lent(days: Piece, following: Piece) -> Piece:
    """« lundi pour Léa et mardi pour Tom de la semaine 50 »: the stretch said last may be that of both: asked."""
    stretch = _stretch_in(following)
    if stretch is None or kind_of(days) not in NARROWED:
        return days
    return AnyOf((combine([Item(days), Item(stretch)]), days), "which-days")


def _stretch_in(piece: Piece) -> Piece | None:
    """The one stretch that weekdays were said in."""
    if isinstance(piece, WeekdayIn):
        return piece.period
    is_sifted = isinstance(piece, Meet) and piece.pattern is not None
    return piece.stretches[0] if isinstance(piece, Meet) and is_sifted and len(piece.stretches) == 1 else None


def is_list(days: list[Piece]) -> bool:
    return bool(days) and isinstance(days[-1], Listed)


def completes(name: str, value: object, group: Group, *, ends: bool) -> bool:
    """Whether more of the same attribute completes what was said: "garderie lundi soir", "les lundis … jusqu'à".

    `ends`: nobody is named after it, as in "lundi pour Léa, la semaine prochaine pour Tom".
    """
    if name == "services":
        return group.services == [()] and value not in ((), CANTEEN)
    if name != "days":
        return False
    before = group.days[-1]
    if isinstance(value, (Bound, Bounded)) or not is_stretch(value):
        return _narrows(value, before)
    return ends and (_narrows(value, before) or is_frame(before))


def _narrows(value: object, before: Piece) -> bool:
    """Whether `value`, said apart, narrows what was said `before`."""
    if isinstance(value, (Bound, Bounded)):
        return True
    if isinstance(value, Value) and (_is_rhythm(value) or _is_rhythm(before)):
        return kind_of(value) in {*NARROWED, Kind.STRETCH} and kind_of(before) in NARROWED  # type: ignore[arg-type]
    return is_stretch(value) and (_is_bounded(before) or kind_of(before) in NARROWED)


def _is_rhythm(value: object) -> bool:
    """« les semaines paires »."""
    return isinstance(value, Every) and value.weekly and not value.weekdays


def is_stretch(value: object) -> bool:
    return isinstance(value, Value) and kind_of(value) is Kind.STRETCH  # type: ignore[arg-type]
