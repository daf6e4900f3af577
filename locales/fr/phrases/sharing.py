"""What neighbours lend each other: the month of « le 3, 4 et 7 mars », the week of « lundi de la semaine 50 »."""

from locales.fr.pieces.counted import NumberIn, SameWeek, WeekdayIn
from locales.fr.pieces.days import Piece, Written
from locales.fr.pieces.periods import Month, Months, Relative
from locales.fr.pieces.ranges import Between
from locales.fr.pieces.value import replace
from locales.fr.pieces.weeks import NthWeek, ThisWeek, WeekNumber, WeekOf


def is_week(piece: Piece) -> bool:
    return isinstance(piece, (WeekOf, WeekNumber, NthWeek, ThisWeek)) or (
        isinstance(piece, Relative) and piece.unit == "week"
    )


def is_month(piece: Piece) -> bool:
    return isinstance(piece, (Month, Months)) or (isinstance(piece, Relative) and piece.unit == "months")


def paired(first: Piece, last: Piece) -> Between:
    """A range whose ends share what one of them says: "4 au 23 mois prochain", "lundi au jeudi de la semaine 50"."""
    if isinstance(last, NumberIn) and isinstance(first, Written) and first.number and not first.month:
        return Between(NumberIn(first.number, last.period), last)
    if isinstance(last, WeekdayIn) and isinstance(first, Written) and first.weekday and not first.number:
        return Between(WeekdayIn(first.weekday, last.period), last)
    return Between(first, last)


def propagated(pieces: list[Piece]) -> list[Piece]:
    """Month, year, week and "prochain" go from the right to what lacks them, then from the left."""
    found = list(pieces)
    for index in range(len(found) - 2, -1, -1):
        found[index] = lent(found[index], found[index + 1])
    for index in range(1, len(found)):
        found[index] = inherited(found[index], found[index - 1])
    return found


def lent(piece: Piece, following: Piece) -> Piece:
    """`piece` with the month or week that the piece after it bears."""
    if isinstance(piece, Between) and isinstance(piece.last, Written):
        last = lent(piece.last, following)
        return piece if last == piece.last else Between(piece.first, last)
    if not isinstance(piece, Written):
        return piece
    if isinstance(following, Between):
        following = following.last if isinstance(following.last, (Written, NumberIn)) else following.first
    if isinstance(following, Written):
        if piece.number and following.number and following.month:
            return _with_month(piece, following)
        if piece.weekday and not piece.number and following.weekday and not following.number and not piece.which:
            return replace(piece, which=following.which)
    if isinstance(following, WeekdayIn) and piece.weekday and not piece.number and not piece.which:
        return WeekdayIn(piece.weekday, following.period)
    if isinstance(following, NumberIn) and piece.number and not piece.month:
        return NumberIn(piece.number, following.period)
    return piece


def _with_month(piece: Written, following: Written) -> Written:
    """The month of `following`, or the one before it when the number would go backwards: "le 30, 1er décembre"."""
    if piece.month:
        return replace(piece, year=following.year) if piece.year is None and following.year else piece
    month, year = following.month or 1, following.year
    if (piece.number or 0) > (following.number or 0):
        year = year - (month == 1) if year else year
        month = (month - 2) % 12 + 1
    return replace(piece, month=month, year=year)


def inherited(piece: Piece, before: Piece) -> Piece:
    """`piece` with the period that the piece before it was counted in."""
    if isinstance(piece, Written) and piece.number and not piece.month and isinstance(before, NumberIn):
        return NumberIn(piece.number, before.period)
    return piece


def swapped(given: Piece, taken: Piece) -> tuple[Piece, Piece]:
    """What is given up and what is taken instead: a weekday in the same week, a number in the same month."""
    given, taken = propagated([given, taken])
    if isinstance(taken, Written) and taken.weekday and not taken.number and not taken.which:
        return given, SameWeek(taken.weekday, given)
    return given, taken
