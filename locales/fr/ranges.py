"""Ranges, open ends, lists, recurrences and exceptions: days put together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from locales.fr.clock import ONE_DAY, WEEK, Clock, Span, monday_of
from locales.fr.days import Offset, Piece, Point, Silent, WeekdayIn, Written, shifted
from locales.fr.feasts import Feast
from locales.fr.periods import AllHolidays, Month, Part, SchoolHolidays, SchoolYear

LONGEST = 400


def edges(piece: Piece, clock: Clock) -> tuple[date, date]:
    """First and last day of `piece` as an end of a range; today is kept as said when it is the word itself."""
    if isinstance(piece, (Part, SchoolYear)):
        return piece.edge(clock)
    if isinstance(piece, Offset):
        day = piece.day(clock)
        return day, day
    return Silent(piece).ends(clock)


@dataclass(frozen=True, slots=True)
class Between:
    """ "du 3 au 14 mars": both ends included; what one end leaves unsaid is taken from the other."""

    first: Piece
    last: Piece

    def spans(self, clock: Clock) -> list[Span]:
        first, last = self._ends(clock)
        if last < first:
            first, last = clock.choose("which-period", [(last, first), (first, first)])
        if first < clock.today <= last:
            clock.note("already-begun", first=first, last=last)
        return [(first, last)]

    def _ends(self, clock: Clock) -> tuple[date, date]:
        first, last = self.first, self.last
        if isinstance(last, Written) and last.number:
            return self._up_to(last, clock)
        if isinstance(first, Month) and isinstance(last, (Month, Part)):
            return self._months(first, last, clock)
        start = first.day(clock) if isinstance(first, Written) else edges(first, clock)[0]
        if isinstance(last, Written):
            return start, replace(last, which=0).first_from(start) or start
        if isinstance(last, Feast) and last.year is None:
            end = last.day(clock)
            return start, end if end >= start else replace(last, year=end.year + 1).day(clock)
        return start, edges(last, clock)[1]

    def _up_to(self, last: Written, clock: Clock) -> tuple[date, date]:
        """A range whose end bears a number: the first end not yet past, then the last start before it."""
        first = self.first
        if not isinstance(first, Written):
            start = edges(first, clock)[0]
            return start, self._exact(last, start, clock)
        if not first.number:
            start = first.day(clock)
            return start, self._exact(last, start, clock)
        if first.month and first.year:
            start = self._exact(first, clock.today, clock)
            return start, self._exact(last, start, clock)
        if first.month and not last.month:
            start = first.day(clock)
            return start, self._exact(last, start, clock)
        end = self._exact(last, max(clock.today, clock.after or clock.today), clock)
        if last.month and not last.year and clock.is_far(end):
            early = last.last_until(clock.today) or end
            end = clock.choose("far-date", [end, early], day=end)
        return self._start(first, last, end, clock), end

    @staticmethod
    def _start(first: Written, last: Written, end: date, clock: Clock) -> date:
        if first.month or first.weekday is None:
            found = first.last_until(end)
        else:
            plain = replace(first, weekday=None).last_until(end)
            found = plain if plain and plain.isoweekday() == first.weekday else None
        if found:
            return found
        plain = replace(first, weekday=None, month=first.month or last.month).last_until(end)
        return clock.choose("which-day", [plain or end, end], said=first.said())

    @staticmethod
    def _exact(written: Written, start: date, clock: Clock) -> date:
        found = written.first_from(start)
        return found or replace(written).day(clock)

    @staticmethod
    def _months(first: Month, last: Month | Part, clock: Clock) -> tuple[date, date]:
        month = last if isinstance(last, Month) else last.period
        if not isinstance(month, Month):
            return first.ends(clock)[0], edges(last, clock)[1]
        end = month.ends(clock)[1]
        year = first.year or end.year - (first.month > end.month)
        return Month(first.month, year).ends(clock)[0], end


class Bound:
    """One end said: what it bounds may be said elsewhere in the sentence."""

    def bounds(self, clock: Clock) -> Span:
        raise NotImplementedError

    def spans(self, clock: Clock) -> list[Span]:
        return [self.bounds(clock)]


@dataclass(frozen=True, slots=True)
class From(Bound):
    """ "à partir de lundi" (`after`: "après lundi"): no end said, shown first."""

    piece: Piece
    after: bool = False

    def bounds(self, clock: Clock) -> Span:
        first, last = self._ends(clock)
        clock.assumed = True
        if not self.after:
            return first, None
        return last + ONE_DAY, None

    def _ends(self, clock: Clock) -> tuple[date, date]:
        if isinstance(self.piece, Part) and not self.after:
            first, _ = self.piece.ends(clock)
            return first, first
        return edges(self.piece, clock)


@dataclass(frozen=True, slots=True)
class Until(Bound):
    """ "jusqu'à vendredi", included; `before`: "avant le 10", excluded."""

    piece: Piece
    before: bool = False

    def bounds(self, clock: Clock) -> Span:
        if isinstance(self.piece, SchoolHolidays):
            return clock.tomorrow, self._last_class(self.piece, clock)
        first, last = edges(self.piece, clock)
        if self.before:
            return (clock.tomorrow if first > clock.tomorrow else None), first - ONE_DAY
        return clock.tomorrow, last - ONE_DAY if isinstance(self.piece, Feast) else last

    @staticmethod
    def _last_class(piece: SchoolHolidays, clock: Clock) -> date:
        holidays = [h for h in clock.holidays() if piece.name in (None, h.name) and h.period.first > clock.today]
        return holidays[0].period.first - ONE_DAY if holidays else clock.year_end(clock.today)


@dataclass(frozen=True, slots=True)
class Since(Bound):
    """ "depuis lundi": from the last one to today."""

    piece: Piece

    def bounds(self, clock: Clock) -> Span:
        piece = self.piece
        if isinstance(piece, Written):
            return piece.last_until(clock.today) or clock.today, clock.today
        if isinstance(piece, Month) and piece.year is None:
            return piece.ends(clock)[0] if piece.month == clock.today.month else replace(piece, which=-1).ends(clock)[
                0
            ], clock.today
        return edges(piece, clock)[0], clock.today


@dataclass(frozen=True, slots=True)
class Lasting(Bound):
    """A length, "pendant 2 semaines": it needs a start."""

    amount: int
    unit: str

    def bounds(self, clock: Clock) -> Span:
        return clock.choose("which-days", [self.since(clock.tomorrow), self.since(clock.monday + WEEK)])

    def since(self, start: date) -> Span:
        return start, shifted(start, self.amount, "week" if self.unit == "weekend" else self.unit) - ONE_DAY


@dataclass(frozen=True, slots=True)
class Every:
    """Days that come back: "tous les lundis", "un jeudi sur deux" (`step` 2), "semaines paires" (`parity` 0)."""

    weekdays: frozenset[int] = frozenset()
    step: int = 1
    parity: int | None = None
    weekly: bool = False
    bounds: tuple[Piece, ...] = ()

    def spans(self, clock: Clock) -> list[Span]:
        first, last = self._limits(clock)
        if self.weekly and not self.weekdays:
            return self._weeks(first, last, clock)
        return [(day, day) for day in self._days(first, last)]

    def _limits(self, clock: Clock) -> tuple[date, date]:
        first, last = None, None
        for bound in self.bounds:
            start, end = _limits_of(bound, first, clock)
            first, last = start or first, end or last
        first = first or clock.tomorrow
        if last is None:
            last = clock.year_end(max(first, clock.today))
            clock.note("until-year-end", last=last)
            clock.assumed = True
        return first, min(last, first + LONGEST * ONE_DAY)

    def _days(self, first: date, last: date) -> list[date]:
        days = [first + timedelta(days=i) for i in range((last - first).days + 1)]
        if self.weekdays:
            days = [day for day in days if day.isoweekday() in self.weekdays]
        if self.parity is not None:
            return [day for day in days if day.isocalendar().week % 2 == self.parity]
        if self.step == 1 or not days:
            return days
        if self.weekdays:
            origin = monday_of(days[0])
            return [day for day in days if (day - origin).days // 7 % self.step == 0]
        return days[:: self.step]

    def _weeks(self, first: date, last: date, clock: Clock) -> list[Span]:
        """Whole weeks, one in `step`: which days of them is asked when nothing else tells."""
        clock.assumed = True
        monday = first if first.isoweekday() == 1 else monday_of(first) + WEEK
        if self.parity is not None:
            return [(day, day) for day in self._days(first, last)]
        return [
            (start + timedelta(days=i), start + timedelta(days=i))
            for start in (monday + k * self.step * WEEK for k in range((last - monday).days // (7 * self.step) + 1))
            for i in range(7)
        ]


def _limits_of(bound: Piece, start: date | None, clock: Clock) -> Span:
    """The limits `bound` sets to a recurrence."""
    if isinstance(bound, Lasting):
        return bound.since(start or clock.tomorrow)
    if isinstance(bound, Until):
        return None, bound.bounds(clock)[1]
    spans = bound.spans(clock)
    if isinstance(bound, Point):
        return spans[0][0], None
    return (max(spans[0][0] or clock.tomorrow, clock.tomorrow), spans[-1][1]) if spans else (None, None)


@dataclass(frozen=True, slots=True)
class Firsts:
    """ "les trois premiers lundis de mars" (`last`: the last three); `weekday` 0 counts days."""

    amount: int
    weekday: int
    period: Piece
    last: bool = False

    def spans(self, clock: Clock) -> list[Span]:
        first, end = Silent(self.period).ends(clock)
        days = [first + timedelta(days=i) for i in range((end - first).days + 1)]
        days = [d for d in days if self.weekday in (0, d.isoweekday())]
        return [(d, d) for d in (days[-self.amount :] if self.last else days[: self.amount])]


@dataclass(frozen=True, slots=True)
class Listed:
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


@dataclass(frozen=True, slots=True)
class Bounded:
    """A piece with a start or an end said apart: "2 semaines à partir de lundi", "lundi jusqu'à vendredi"."""

    pieces: tuple[Piece, ...]

    def spans(self, clock: Clock) -> list[Span]:
        first: date | None = None
        last: date | None = None
        assumed = clock.assumed
        for piece in sorted(self.pieces, key=lambda piece: isinstance(piece, (Until, Lasting))):
            if isinstance(piece, Lasting):
                first, last = piece.since(first or clock.tomorrow)
            elif isinstance(piece, Until):
                last = self._end(piece, first, clock)
            else:
                spans = piece.spans(clock)
                first = spans[0][0] if spans else None
                last = spans[-1][1] if spans else None
        clock.assumed = assumed or last is None
        return [(first or clock.tomorrow, last)]

    @staticmethod
    def _end(until: Until, first: date | None, clock: Clock) -> date | None:
        piece = until.piece
        if first and isinstance(piece, Written) and not until.before:
            return replace(piece, which=0).first_from(first)
        return until.bounds(clock)[1]


@dataclass(frozen=True, slots=True)
class Only(Point):
    """A day that others may have been meant to follow: said so, and shown first."""

    piece: Point

    def day(self, clock: Clock) -> date:
        day = self.piece.day(clock)
        clock.assumed = True
        clock.note("only-that-day", day=day)
        return day


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Pieces of which one is meant, which is asked: `why` is the question's."""

    pieces: tuple[Piece, ...]
    why: str = "either-or"

    def spans(self, clock: Clock) -> list[Span]:
        return clock.choose(self.why, self.pieces).spans(clock)


@dataclass(frozen=True, slots=True)
class Kept:
    """The days of `pieces` that lie in a period: "lundi et mardi de la semaine prochaine", "les lundis de mars"."""

    pieces: tuple[Piece, ...]
    period: Piece

    def spans(self, clock: Clock) -> list[Span]:
        return Listed(tuple(within(piece, self.period) for piece in self.pieces)).spans(clock)


def within(piece: Piece, period: Piece) -> Piece:
    """`piece`, read inside `period`."""
    if isinstance(piece, Written) and piece.number is None and piece.weekday:
        return WeekdayIn(piece.weekday, period)
    if isinstance(piece, Every):
        return replace(piece, bounds=(*piece.bounds, period))
    return piece


@dataclass(frozen=True, slots=True)
class Except:
    """`base` without `taken`: an exception that takes nothing out is said, or asked about when it was vague."""

    base: Piece
    taken: Piece

    def spans(self, clock: Clock) -> list[Span]:
        spans = self.base.spans(clock)
        taken = self._taken(spans, clock)
        left = subtract(spans, taken)
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
            return _on_weekdays(spans, part.weekdays, clock) or self._missed(part, spans, clock)
        if isinstance(part, Written) and part.month is None and part.number:
            return self._number(part, spans, clock)
        taken = part.spans(clock)
        if not isinstance(part, AllHolidays) and not _meet(spans, taken):
            clock.note("exception-unused", spans=tuple(taken))
        return taken

    def _weekday(self, part: Written, spans: list[Span], clock: Clock) -> list[Span]:
        hit = _on_weekdays(spans, frozenset({part.weekday or 0}), clock)
        if not hit:
            return self._missed(part, spans, clock)
        clock.assumed = clock.assumed or (len(hit) > 1 and not part.habitual)
        return hit

    def _number(self, part: Written, spans: list[Span], clock: Clock) -> list[Span]:
        start = max(min((a for a, _ in spans if a), default=clock.today), clock.tomorrow)
        day = part.first_from(start)
        if day is None or not _meet(spans, [(day, day)]):
            return self._missed(part, spans, clock)
        return [(day, day)]

    @staticmethod
    def _missed(part: Piece, spans: list[Span], clock: Clock) -> list[Span]:
        """Nothing is taken out: asked, with the first day of that number that would be, if any."""
        options: list[list[Span]] = [[]]
        if isinstance(part, Written) and part.number:
            hits = [d for d in each_day(spans, clock) if d.day == part.number and d > clock.today]
            options += [[(hits[0], hits[0])]] if hits else []
        return clock.choose("nothing-excepted", options)


def each_day(spans: Sequence[Span], clock: Clock) -> list[date]:
    """The days of `spans`, an open end being the school year's; no more than a school year of each."""
    found: list[date] = []
    for first, last in spans:
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
