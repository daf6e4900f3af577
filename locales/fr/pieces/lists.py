"""Pieces put together: lists, choices, and pieces bounded or kept by others."""

from datetime import date

from locales.fr.pieces.clock import Clock, Span
from locales.fr.pieces.days import Piece, Point, Written
from locales.fr.pieces.ranges import Lasting, Until
from locales.fr.pieces.value import Value, replace


class Listed(Value):
    """Pieces said one after the other, read in order: what one leaves unsaid is taken from its neighbours."""

    pieces: tuple[Piece, ...]

    def spans(self, clock: Clock) -> list[Span]:
        found: list[Span] = []
        before, clock.after = clock.after, None
        for piece in self.pieces:
            spans = piece.spans(clock)
            found += spans
            if spans and spans[-1][1]:
                clock.after = spans[-1][1]
        clock.after = before
        return found


class Besides(Value):
    """« les lundis de décembre et le jeudi 17 »: days beside those that come back, which they do not follow."""

    pieces: tuple[Piece, ...]

    def spans(self, clock: Clock) -> list[Span]:
        before, clock.after = clock.after, None
        found = [span for piece in self.pieces for span in piece.spans(clock)]
        clock.after = before
        return found


class Head(Value):
    """A list but for its last piece."""

    listed: Listed

    def spans(self, clock: Clock) -> list[Span]:
        return Listed(self.listed.pieces[:-1]).spans(clock)


class Tail(Value):
    """The last piece of a list, read in its order."""

    listed: Listed

    def spans(self, clock: Clock) -> list[Span]:
        singles = list(clock.singles)
        before = Head(self.listed).spans(clock)
        clock.singles[:], clock.after = singles, before[-1][1]
        found = self.listed.pieces[-1].spans(clock)
        clock.after = None
        return found


class Apposed(Value):
    """« demain vendredi »: the same day, or else which is asked; `listed`, as after a comma: else both."""

    day: Point
    weekday: Written
    listed: bool = False

    def spans(self, clock: Clock) -> list[Span]:
        day, said = self.day.day(clock), self.weekday
        if day.isoweekday() == said.weekday and said.number in (None, day.day):
            return self.day.spans(clock)
        if self.listed:
            return Listed((self.day, said)).spans(clock)
        return clock.choose("which-day", (self.day, said)).spans(clock)


class Only(Point):
    """A day that others may have been meant to follow: said so, and shown first."""

    piece: Point

    def day(self, clock: Clock) -> date:
        day = self.piece.day(clock)
        clock.assumed = True
        clock.note("only-that-day", day=day)
        return day


class AnyOf(Value):
    """Pieces of which one is meant, which is asked where they differ: `why` is the question's."""

    pieces: tuple[Piece, ...]
    why: str = "either-or"

    def spans(self, clock: Clock) -> list[Span]:
        first, *others = [piece.spans(clock.aside()) for piece in self.pieces]
        if self.why != "either-or" and all(other == first for other in others):
            return self.pieces[0].spans(clock)
        return clock.choose(self.why, self.pieces).spans(clock)


class Bounded(Value):
    """A piece with a start or an end said apart: "2 semaines à partir de lundi", "lundi jusqu'à vendredi"."""

    pieces: tuple[Piece, ...]

    def spans(self, clock: Clock) -> list[Span]:
        first: date | None = None
        last: date | None = None
        assumed = clock.assumed
        for piece in sorted(self.pieces, key=lambda piece: isinstance(piece, (Until, Lasting))):
            if isinstance(piece, Lasting):
                first = first or clock.tomorrow
                last = self._counted(piece, first, clock)
            elif isinstance(piece, Until):
                last = self._end(piece, first, clock)
            else:
                spans = piece.spans(clock)
                first = spans[0][0] if spans else None
                last = spans[-1][1] if spans else None
        clock.assumed = assumed or last is None
        return [(first or clock.tomorrow, last)]

    @staticmethod
    def _counted(length: Lasting, first: date, clock: Clock) -> date | None:
        """« 3 jours à partir de lundi »: with a day closed among them, as many days of school may be meant."""
        _, last = length.since(first)
        reached = clock.nth_open(first, length.amount) if length.unit == "day" else None
        return last if reached in (None, last) else clock.choose("which-period", [last, reached])

    @staticmethod
    def _end(until: Until, first: date | None, clock: Clock) -> date | None:
        piece = until.piece
        if first and isinstance(piece, Written) and not until.before:
            return replace(piece, which=0).first_from(first)
        return until.bounds(clock)[1]
