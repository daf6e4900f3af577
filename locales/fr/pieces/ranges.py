"""Ranges and single ends: « du 3 au 14 mars », « à partir de lundi », « jusqu'à Noël », « pendant deux semaines »."""

from datetime import date

from locales.fr.pieces.clock import ONE_DAY, WEEK, Clock, Span, month_span
from locales.fr.pieces.days import Offset, Piece, Silent, Written, shifted
from locales.fr.pieces.feasts import Feast
from locales.fr.pieces.holidays import SchoolHolidays
from locales.fr.pieces.parts import Part
from locales.fr.pieces.periods import Month, Relative, TheMonth
from locales.fr.pieces.value import Value, replace


def edges(piece: Piece, clock: Clock) -> tuple[date, date]:
    """First and last day of `piece` as an end of a range; today is kept as said when it is the word itself."""
    if isinstance(piece, Part):
        return piece.edge(clock)
    if isinstance(piece, Offset):
        day = piece.day(clock)
        return day, day
    return Silent(piece).ends(clock)


class Between(Value):
    """« du 3 au 14 mars »: what one end leaves unsaid is taken from the other; the last is included, or `excluded`."""

    first: Piece
    last: Piece
    excluded: bool = False

    def spans(self, clock: Clock) -> list[Span]:
        first, last = self._ends(clock)
        if self.excluded and last > first:
            last -= ONE_DAY
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
        return start, self._last(last, start, clock)

    @staticmethod
    def _last(last: Piece, start: date, clock: Clock) -> date:
        """The end of a range; « la fin du mois » is that of the start's month."""
        if isinstance(last, Part) and last.part == "end" and last.period in (Relative("months"), TheMonth("months")):
            return month_span(start.year, start.month)[1]
        if isinstance(last, SchoolHolidays):
            return last_class(last, start, clock)
        return edges(last, clock)[1]

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
        if first.weekday is None or first.year:
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
            start = first.ends(clock)[0]
            return start, Between._last(last, start, clock)
        end = month.ends(clock)[1]
        year = first.year or end.year - (first.month > end.month)
        return Month(first.month, year).ends(clock)[0], end


def last_class(holidays: SchoolHolidays, after: date, clock: Clock) -> date:
    """The day before the first such holidays that begin after a day; the year's end where none are known."""
    named = [h for h in clock.holidays() if holidays.name in (None, h.name) and h.period.first > after]
    return named[0].period.first - ONE_DAY if named else clock.year_end(after)


class Bound(Value):
    """One end said: what it bounds may be said elsewhere in the sentence."""

    def bounds(self, clock: Clock) -> Span:
        raise NotImplementedError

    def spans(self, clock: Clock) -> list[Span]:
        return [self.bounds(clock)]


class From(Bound):
    """« à partir de lundi » (`after`: "après lundi"): no end said, shown first."""

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


class Until(Bound):
    """« jusqu'à vendredi », included; `before`: "avant le 10", excluded."""

    piece: Piece
    before: bool = False

    def bounds(self, clock: Clock) -> Span:
        if isinstance(self.piece, SchoolHolidays):
            return clock.tomorrow, last_class(self.piece, clock.today, clock)
        first, last = edges(self.piece, clock)
        if self.before:
            return (clock.tomorrow if first > clock.tomorrow else None), first - ONE_DAY
        return clock.tomorrow, last - ONE_DAY if isinstance(self.piece, Feast) else last


class Since(Bound):
    """« depuis lundi »: from the last one to today."""

    piece: Piece

    def bounds(self, clock: Clock) -> Span:
        piece, clock.today_said, clock.assumed = self.piece, True, True
        if isinstance(piece, Written):
            return piece.last_until(clock.today) or clock.today, clock.today
        if isinstance(piece, Month) and piece.year is None:
            return piece.ends(clock)[0] if piece.month == clock.today.month else replace(piece, which=-1).ends(clock)[
                0
            ], clock.today
        return edges(piece, clock)[0], clock.today


class Lasting(Bound):
    """A length, "pendant 2 semaines": it needs a start."""

    amount: int
    unit: str

    def bounds(self, clock: Clock) -> Span:
        if self.unit == "times":
            clock.choose("which-days", [None], ("",))
            return self.since(clock.tomorrow)
        return clock.choose("which-days", [self.since(clock.tomorrow), self.since(clock.monday + WEEK)])

    def since(self, start: date) -> Span:
        unit = {"weekend": "week", "times": "day"}.get(self.unit, self.unit)
        return start, shifted(start, self.amount, unit) - ONE_DAY
