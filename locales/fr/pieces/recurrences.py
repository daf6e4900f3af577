"""Days that come back, until an end that is said or the school year's."""

from collections.abc import Sequence
from datetime import date, timedelta

from locales.fr.pieces.clock import ONE_DAY, WEEK, Clock, Span, monday_of
from locales.fr.pieces.days import Piece, Silent
from locales.fr.pieces.spans import meet
from locales.fr.pieces.value import Value

LONGEST = 400


class Every(Value):
    """Days that come back: « tous les lundis », « un jeudi sur deux » (`step` 2), « semaines paires » (`parity` 0).

    `rank`: the first (second…, -1 last) of each month; `number`: that day of each month; `weekly`: whole weeks;
    `habitual`: "le lundi".
    """

    weekdays: frozenset[int] = frozenset()
    step: int = 1
    parity: int | None = None
    weekly: bool = False
    rank: int = 0
    number: int = 0
    habitual: bool = False

    def spans(self, clock: Clock) -> list[Span]:
        return self.within([(None, None)], clock)

    def within(self, spans: Sequence[Span], clock: Clock) -> list[Span]:
        """Those in `spans` to come, an open end being the school year's; where all are past, those."""
        said = [ended(span, clock) for span in spans]
        coming = [(max(first, clock.tomorrow), last) for first, last in said if last >= clock.tomorrow] or said
        if self.weekly and not self.weekdays:
            clock.assumed = True
            if self.parity is None:
                return [week for first, last in coming for week in self._weeks(first, last)]
        return [(day, day) for day in self.days_of(coming) or self.days_of(said)]

    def days_of(self, spans: Sequence[Span]) -> list[date]:
        """Those in `spans`, which have two ends."""
        days = [
            first + timedelta(days=i)
            for first, last in spans
            if first and last
            for i in range(min((last - first).days, LONGEST) + 1)
        ]
        if self.weekdays:
            days = [day for day in days if day.isoweekday() in self.weekdays]
        if self.number:
            days = [day for day in days if day.day == self.number]
        if self.rank:
            days = [day for day in days if _ranks(day, self.rank)]
        if self.parity is not None:
            days = [day for day in days if day.isocalendar().week % 2 == self.parity]
        if self.step == 1 or not days:
            return days
        if self.weekdays:
            origin = monday_of(days[0])
            return [day for day in days if (day - origin).days // 7 % self.step == 0]
        return days[:: self.step]

    def _weeks(self, first: date, last: date) -> list[Span]:
        """Whole weeks, one in `step`: which days of them is asked when nothing else tells."""
        monday = first if first.isoweekday() == 1 else monday_of(first) + WEEK
        starts = (monday + k * self.step * WEEK for k in range((last - monday).days // (7 * self.step) + 1))
        days = (start + timedelta(days=i) for start in starts for i in range(7))
        return [(day, day) for day in days if day <= last]


def ended(span: Span, clock: Clock) -> tuple[date, date]:
    """`span` with both its ends: from tomorrow on, to the end of the school year, which is then said."""
    first = span[0] or clock.tomorrow
    last = span[1]
    if last is None:
        last = clock.year_end(max(first, clock.today))
        clock.note("until-year-end", last=last)
        clock.assumed = True
    return first, min(last, first + LONGEST * ONE_DAY)


def _ranks(day: date, rank: int) -> bool:
    """Whether `day` is the `rank`-th of its weekday in its month; -1 the last."""
    if rank < 0:
        return (day + WEEK).month != day.month
    return (day.day - 1) // 7 + 1 == rank


class Firsts(Value):
    """« les trois premiers lundis de mars » (`last`: the last three), "les deux prochains jeudis" (no `period`).

    `weekday` 0 counts days, of school alone where `school`.
    """

    amount: int
    weekday: int = 0
    period: Piece | None = None
    last: bool = False
    school: bool = False

    def spans(self, clock: Clock) -> list[Span]:
        return self.within([(None, None)], None, clock)

    def within(self, spans: Sequence[Span], pattern: Every | None, clock: Clock) -> list[Span]:
        """Those of `spans` that `pattern` holds too."""
        if self.period is not None:
            spans = meet([Silent(self.period).ends(clock)], spans)
        aside = clock.aside()
        days = (pattern or Every()).days_of([ended(span, aside) for span in spans])
        days = [d for d in days if self.weekday in (0, d.isoweekday()) and (self.period or d > clock.today)]
        if self.school and clock.calendar:
            days = [d for d in days if clock.is_open(d)]
        found = days[-self.amount :] if self.last else days[: self.amount]
        if len(found) < self.amount:
            return clock.choose("which-days", [[(d, d) for d in found]])
        return [(d, d) for d in found]
