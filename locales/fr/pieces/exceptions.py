"""Days taken out: « sauf le 12 », « hors vacances »."""

from collections.abc import Sequence
from datetime import date, timedelta

from locales.fr.pieces.algebra import Kind, kind_of, located, weekdays_of
from locales.fr.pieces.clock import ONE_DAY, Clock, Span
from locales.fr.pieces.days import Piece, Written
from locales.fr.pieces.holidays import AllHolidays
from locales.fr.pieces.lists import Listed
from locales.fr.pieces.spans import meet, subtract
from locales.fr.pieces.value import Value

LONGEST = 400


class Taken(Value):
    """What is taken out: `days` of a `stretch`, where one is said; `beyond`: more of what it is taken from."""

    piece: Piece
    days: Piece | None = None
    stretch: Piece | None = None
    beyond: Piece | None = None

    def spans(self, clock: Clock) -> list[Span]:
        return self.piece.spans(clock)


class Except(Value):
    """`base` without `taken`: an exception that takes nothing out is said, or asked about if it is a mere number."""

    base: Piece
    taken: Piece

    def spans(self, clock: Clock) -> list[Span]:
        spans = self.base.spans(clock)
        left = subtract(spans, self._taken(spans, clock))
        clock.singles[:] = [day for day in clock.singles if any(a and b and a <= day <= b for a, b in left)]
        return left

    def _taken(self, spans: list[Span], clock: Clock) -> list[Span]:
        parts = self.taken.pieces if isinstance(self.taken, Listed) else (self.taken,)
        kept = list(clock.singles)
        found = [span for part in parts for span in self._part(part, spans, clock)]
        clock.singles[:] = kept
        return found

    def _part(self, part: Piece, spans: list[Span], clock: Clock) -> list[Span]:
        if isinstance(part, Written) and part.number is None and part.weekday:
            return self._weekday(part, spans, clock)
        if kind_of(part) is Kind.WEEKDAYS:
            return _on_weekdays(spans, weekdays_of(part), clock) or self._unused([], clock)
        if isinstance(part, Written) and part.month is None and part.number:
            return self._number(part, spans, clock)
        taken = located(part, [(_start(spans, clock), None)], clock)
        return taken if isinstance(part, AllHolidays) or meet(spans, taken) else self._unused(taken, clock)

    @staticmethod
    def _unused(taken: list[Span], clock: Clock) -> list[Span]:
        """An exception that takes nothing out is said."""
        clock.note("exception-unused", spans=tuple(taken))
        return taken

    def _weekday(self, part: Written, spans: list[Span], clock: Clock) -> list[Span]:
        hit = _on_weekdays(spans, frozenset({part.weekday or 0}), clock)
        if not hit:
            day = part.day(clock)
            return self._unused([(day, day)], clock)
        clock.assumed = clock.assumed or (len(hit) > 1 and not part.habitual)
        return hit

    def _number(self, part: Written, spans: list[Span], clock: Clock) -> list[Span]:
        day = part.first_from(_start(spans, clock))
        if day is None or not meet(spans, [(day, day)]):
            return self._missed(part, spans, clock)
        return [(day, day)]

    @staticmethod
    def _missed(part: Written, spans: list[Span], clock: Clock) -> list[Span]:
        """Nothing is taken out: asked, with the first day of that number that would be, if any."""
        hits = [d for d in each_day(spans, clock) if d.day == part.number and d > clock.today]
        options: list[list[Span]] = [[]]
        options += [[(hit, hit)] for hit in hits[:1]]
        return clock.choose("nothing-excepted", options)


def _start(spans: Sequence[Span], clock: Clock) -> date:
    """The first day to come among `spans`."""
    return max(min((first for first, _ in spans if first), default=clock.today), clock.tomorrow)


def each_day(spans: Sequence[Span], clock: Clock) -> list[date]:
    """The days of `spans`, an open end being the school year's; no more than a school year of each."""
    found: list[date] = []
    for first, last in spans:
        if first is not None and first == last:
            found.append(first)
            continue
        start = first or clock.today
        end = min(last or clock.year_end(start), start + LONGEST * ONE_DAY)
        found += [start + timedelta(days=i) for i in range((end - start).days + 1)]
    return found


def _on_weekdays(spans: Sequence[Span], weekdays: frozenset[int], clock: Clock) -> list[Span]:
    return [(d, d) for d in each_day(spans, clock) if d.isoweekday() in weekdays]
