"""Days as sets: every expression of days is of a kind; side by side they narrow one another, "et" unites them.

    day        « le 7 », "demain", "lundi de la semaine 50": it stands for itself
    stretch    « en décembre », "la semaine prochaine", "du 3 au 18", "jusqu'à Noël"
    weekdays   « le lundi », "lundi et jeudi", "du lundi au jeudi", "tous les jours"
    rhythm     « un jeudi sur deux », "les semaines paires"
    count      « les deux prochains jeudis »

A set is a value, worked out on a clock: `Meet` is what all its parts hold, `Listed` and `Besides` what any does (in
pieces/lists), `Except` the first without the second (in pieces/exceptions). What holds nothing, a day outside its
stretch, and two stretches of which neither holds the other, are asked about.
"""

import dataclasses
from collections.abc import Sequence
from datetime import date
from enum import Enum

from locales.fr.pieces.clock import ONE_DAY, WEEK, Clock, Span
from locales.fr.pieces.days import Piece, Written
from locales.fr.pieces.lists import AnyOf, Bounded, Listed
from locales.fr.pieces.periods import Period
from locales.fr.pieces.ranges import Between, Bound, From, Lasting, Until
from locales.fr.pieces.recurrences import Every, Firsts
from locales.fr.pieces.spans import held, meet
from locales.fr.pieces.value import Value, replace
from locales.fr.pieces.weeks import WeekOf


class Kind(Enum):
    """What sort of set an expression of days is."""

    DAY = "day"
    STRETCH = "stretch"
    WEEKDAYS = "weekdays"
    RHYTHM = "rhythm"
    COUNT = "count"


def kind_of(piece: Piece) -> Kind:
    """The kind of `piece`; of a list, that of all in it, else it stands for itself as a day does."""
    if isinstance(piece, Written):
        return Kind.WEEKDAYS if is_weekday(piece) else Kind.DAY
    if isinstance(piece, Every):
        plain = piece.step == 1 and piece.parity is None and not (piece.weekly or piece.rank or piece.number)
        return Kind.WEEKDAYS if plain else Kind.RHYTHM
    if isinstance(piece, Between):
        return Kind.WEEKDAYS if is_run(piece) else Kind.STRETCH
    if isinstance(piece, (Period, Bound, Bounded)):
        return Kind.STRETCH
    if isinstance(piece, Firsts):
        return Kind.COUNT
    if isinstance(piece, Meet):
        return Kind.DAY if piece.pattern or piece.count or piece.days else Kind.STRETCH
    kinds = {kind_of(each) for each in piece.pieces} if isinstance(piece, (Listed, AnyOf)) else set()
    return kinds.pop() if len(kinds) == 1 else Kind.DAY


def is_weekday(piece: Piece) -> bool:
    """« lundi », « le lundi », and nothing more."""
    return isinstance(piece, Written) and bool(piece.weekday) and not piece.number and not piece.which


def is_run(piece: Piece) -> bool:
    """« du lundi au jeudi »: alone the coming ones, in a stretch those of each week."""
    return isinstance(piece, Between) and is_weekday(piece.first) and is_weekday(piece.last)


def weekdays_of(piece: Piece) -> frozenset[int]:
    """The weekdays a set of that kind holds; all seven of "tous les jours"."""
    if isinstance(piece, Written):
        return frozenset({piece.weekday or 1})
    if isinstance(piece, Between):
        first, last = (min(weekdays_of(end)) for end in (piece.first, piece.last))
        return frozenset(day % 7 + 1 for day in range(first - 1, first + (last - first) % 7))
    if isinstance(piece, Listed):
        return frozenset().union(*map(weekdays_of, piece.pieces))
    return (piece.weekdays if isinstance(piece, Every) else frozenset()) or frozenset(range(1, 8))


class Meet(Value):
    """Side by side: the days that all hold. `stretches` limit, `pattern` sifts, `count` stops, `days` stand in them.

    `names`: each weekday of the pattern was said by its name; `bare`: it is one, without an article, which in a long
    stretch may be one day or each.
    """

    stretches: tuple[Piece, ...]
    pattern: Every | None = None
    count: Firsts | None = None
    days: tuple[Piece, ...] = ()
    names: bool = False
    bare: Written | None = None

    def spans(self, clock: Clock) -> list[Span]:
        if self.days:
            return self._days_in(narrowed(self.stretches, clock), clock)
        if self.count:
            return self.count.within(narrowed(self.stretches, clock), self.pattern, clock)
        if self.pattern is None:
            return narrowed(self.stretches, clock)
        return self._sifted(self.pattern, clock)

    def _sifted(self, pattern: Every, clock: Clock) -> list[Span]:
        spans = narrowed(self.stretches, clock)
        if not pattern.weekdays and pattern.weekly and pattern.step > 1:
            return pattern.within(spans, clock)
        found = pattern.within(spans, clock)
        if not found or self._lacks(pattern, found, spans):
            return self._missed(pattern, found, spans, clock)
        if self.bare and len(found) > 1:
            return self._one_or_each(self.bare, found, clock)
        if self.bare and (length := _length(self.stretches)) and (first := found[0][0]):
            return clock.choose("which-period", [found, [length.since(first)]])  # « lundi pendant une semaine »
        if self.names and all(map(_is_a_week, spans)):
            clock.singles += [first for first, _ in found if first]
        return found

    def _lacks(self, pattern: Every, found: Sequence[Span], spans: Sequence[Span]) -> bool:
        """Whether a weekday said by its name is not in the stretch at all."""
        if not self.names or not all(first and last for first, last in spans):
            return False
        hit = {first.isoweekday() for first, _ in found if first}
        missing = pattern.weekdays - hit
        return bool(missing) and not (Every(missing).days_of(spans) if pattern.step == 1 else ())

    def _missed(self, pattern: Every, found: list[Span], spans: list[Span], clock: Clock) -> list[Span]:
        """Nothing is in all: what there is of it, or one of the two alone, is asked."""
        alone = replace(pattern).spans(clock.aside())
        options = [each for each in (found, alone, spans) if each]
        return clock.choose("which-days", options)

    def _one_or_each(self, bare: Written, found: list[Span], clock: Clock) -> list[Span]:
        """« lundi en décembre », "lundi jusqu'à Noël": one day, each, or all from then on."""
        if any(isinstance(bound, Until) for bound in self.stretches):
            if any(isinstance(bound, From) for bound in self.stretches):
                return clock.choose("which-days", [found, found[:1]])
            return clock.choose("which-days", [Bounded((bare, *self.stretches)).spans(clock), found])
        return clock.choose("which-days", [found, found[:1]])

    def _days_in(self, spans: list[Span], clock: Clock) -> list[Span]:
        """Days said beside a stretch or a rhythm: where one is outside, it is asked which is meant."""
        found = [span for day in self.days for span in located(day, spans, clock)]
        inside = meet(found, spans)
        if self.pattern is not None:
            inside = [span for span in inside if self.pattern.days_of([span])]
        if inside == found:
            return inside
        return clock.choose("which-days", [each for each in (inside, found, spans) if each])


def _is_a_week(span: Span) -> bool:
    return bool(span[0] and span[1] and span[1] - span[0] < WEEK)


def narrowed(stretches: Sequence[Piece], clock: Clock) -> list[Span]:
    """What all of `stretches` hold: the smaller where one holds the other, else which is asked; an end cuts."""
    bounds = [piece for piece in stretches if isinstance(piece, Bound)]
    closed = sorted((piece for piece in stretches if not isinstance(piece, Bound)), key=is_loose)
    spans: list[Span] = [(None, None)]
    for piece in closed:
        spans = _both(spans, located(piece, spans, clock), clock)
    return _cut(spans, bounds, clock) if bounds and spans else spans


def _both(spans: list[Span], others: list[Span], clock: Clock) -> list[Span]:
    if held(others, spans):
        return others
    if held(spans, others):
        return spans
    inside = meet(spans, others)
    return clock.choose("which-period", [each for each in (inside, spans, others) if each])


def _cut(spans: list[Span], bounds: Sequence[Piece], clock: Clock) -> list[Span]:
    """`spans` between a start and an end said apart; a length begins where they do."""
    is_closed = spans != [(None, None)]
    length = _length(bounds)
    if is_closed and length and not any(isinstance(bound, From) for bound in bounds):
        return _some_of(spans, length, clock)
    limits = Bounded(tuple(bounds)).spans(_from(clock, spans[0][0]) if any(map(is_loose, bounds)) else clock)
    found = meet(spans, limits)
    return found or clock.choose("which-period", [limits, spans])


def _length(pieces: Sequence[Piece]) -> Lasting | None:
    return next((piece for piece in pieces if isinstance(piece, Lasting)), None)


def _some_of(spans: list[Span], length: Lasting, clock: Clock) -> list[Span]:
    """« trois jours cette semaine »: which of them is asked, unless there are no more."""
    last = spans[-1][1]
    days = [day for day in Every().days_of(spans) if clock.is_open(day)] if last else []
    if length.unit != "day" or len(days) != length.amount:
        clock.choose("which-days", [None], ("",))
    return spans


def is_loose(piece: Piece) -> bool:
    """A number without its month: « le 7 », "du 7 au 11", "la semaine du 7"."""
    if isinstance(piece, Between):
        return is_loose(piece.first) and is_loose(piece.last)
    if isinstance(piece, (Listed, AnyOf)):
        return all(map(is_loose, piece.pieces))
    if isinstance(piece, WeekOf):
        return is_loose(piece.day)
    if isinstance(piece, (From, Until)):
        return is_loose(piece.piece)
    return isinstance(piece, Written) and bool(piece.number) and piece.month is None and piece.year is None


def located(piece: Piece, spans: Sequence[Span], clock: Clock) -> list[Span]:
    """`piece`, what it leaves unsaid looked for where `spans` begin."""
    first = spans[0][0] if spans else None
    return piece.spans(_from(clock, first) if first and is_loose(piece) else clock)


def _from(clock: Clock, first: date | None) -> Clock:
    """The clock on the eve of `first`, if that is still to come."""
    if first is None or first <= clock.tomorrow:
        return clock
    return dataclasses.replace(clock, today=first - ONE_DAY)


def is_dated(piece: Piece) -> bool:
    """« du 1er au 20 décembre » may hold days that come back; "du lundi au mercredi" does not."""
    last = piece.last if isinstance(piece, Between) else piece
    return isinstance(last, Written) and bool(last.number) and last is not piece
