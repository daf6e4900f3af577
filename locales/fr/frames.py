"""A stretch of days said before what happens in it: « la semaine prochaine Léa mange lundi et mardi »."""

from typing import NamedTuple

from locales.fr.phrases.lists import Item, combine, is_number, numbered_in
from locales.fr.phrases.sharing import is_month
from locales.fr.pieces.days import Piece, Written
from locales.fr.pieces.lists import Bounded, Listed
from locales.fr.pieces.periods import Period
from locales.fr.pieces.ranges import Between, From, Lasting, Until
from locales.fr.pieces.recurrences import Every
from locales.fr.sentence import Clause, Group

BOUNDS = (From, Until, Lasting)
COMPLETING = (*BOUNDS, Bounded)
STRETCHES = (Period, Between, *BOUNDS)


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
    return all(isinstance(each, STRETCHES) for each in _each(piece))


def framed(piece: Piece, frame: Piece) -> Piece:
    """`piece`, read inside `frame`."""
    pieces = _each(piece)
    if all(map(is_number, pieces)):
        return numbered_in(frame, pieces)
    return combine([Item(each) for each in (*pieces, frame)])


def _each(piece: Piece) -> tuple[Piece, ...]:
    return piece.pieces if isinstance(piece, Listed) else (piece,)


def _fits(piece: Piece, frame: Piece) -> bool:
    """Weekdays, what comes back (of what has an end, the start is left) and the days of a month may be said apart."""
    if isinstance(piece, Every):
        ends = all(isinstance(bound, Until) for bound in piece.bounds)
        return not piece.bounds or (ends and isinstance(frame, From))
    if is_number(piece):
        return is_month(frame)
    return isinstance(piece, Written) and bool(piece.weekday) and not piece.number and not piece.which


def is_list(days: list[Piece]) -> bool:
    return bool(days) and isinstance(days[-1], Listed)


def completes(name: str, value: object, group: Group) -> bool:
    """Whether more of the same attribute completes what was said: "garderie lundi soir", "les lundis … jusqu'à"."""
    if name == "services":
        return () in group.services and value != ()
    if name != "days" or isinstance(value, Written):
        return False
    if isinstance(value, Every) and not value.weekly:
        return False
    return isinstance(value, COMPLETING) or isinstance(group.days[-1], Every)
