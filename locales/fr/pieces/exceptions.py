"""Days taken out: « sauf le 12 », « hors vacances »."""

from collections.abc import Sequence
from datetime import date, timedelta

from locales.fr.pieces.clock import ONE_DAY, Clock, Span
from locales.fr.pieces.counted import WeekdayIn
from locales.fr.pieces.days import Piece, Written
from locales.fr.pieces.holidays import AllHolidays
from locales.fr.pieces.lists import Kept, Listed
from locales.fr.pieces.recurrences import Every
from locales.fr.pieces.value import Value

LONGEST = 400


class Except(Value):
    """`base` without `taken`: an exception that takes nothing out is said, or asked about if it is a mere number."""

    base: Piece
    taken: Piece

    def spans(self, clock: Clock) -> list[Span]:
        taken = self.taken
        if isinstance(taken, WeekdayIn) and self.base == Every() and clock.choose("which-days", [True, False]):
            # « tous les jours sauf mercredi la semaine prochaine »: that week is likely that of every day.
            return Except(Kept((self.base,), taken.period), Written(taken.weekday)).spans(clock)
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
        if isinstance(part, Every) and part.weekdays and not part.bounds:
            return _on_weekdays(spans, part.weekdays, clock) or self._unused([], clock)
        if isinstance(part, Written) and part.month is None and part.number:
            return self._number(part, spans, clock)
        taken = part.spans(clock)
        return taken if isinstance(part, AllHolidays) or _meet(spans, taken) else self._unused(taken, clock)

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
        start = max(min((a for a, _ in spans if a), default=clock.today), clock.tomorrow)
        day = part.first_from(start)
        if day is None or not _meet(spans, [(day, day)]):
            return self._missed(part, spans, clock)
        return [(day, day)]

    @staticmethod
    def _missed(part: Written, spans: list[Span], clock: Clock) -> list[Span]:
        """Nothing is taken out: asked, with the first day of that number that would be, if any."""
        hits = [d for d in each_day(spans, clock) if d.day == part.number and d > clock.today]
        options: list[list[Span]] = [[]]
        options += [[(hit, hit)] for hit in hits[:1]]
        return clock.choose("nothing-excepted", options)


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


def _meet(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(_overlap(a, b) for a in spans for b in others)


def _overlap(one: Span, other: Span) -> bool:
    low, high = date.min, date.max
    return max(one[0] or low, other[0] or low) <= min(one[1] or high, other[1] or high)


def subtract(spans: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """`spans` without the days of `taken`."""
    left = list(spans)
    for first, last in taken:
        cut: list[Span] = []
        for a, b in left:
            if not _overlap((a, b), (first, last)):
                cut.append((a, b))
                continue
            if first and (a is None or a < first):
                cut.append((a, first - ONE_DAY))
            if last and (b is None or b > last):
                cut.append((last + ONE_DAY, b))
        left = cut
    return left
