"""Days that come back, until an end that is said or the school year's."""

from datetime import date, timedelta

from locales.fr.pieces.clock import ONE_DAY, WEEK, Clock, Span, monday_of
from locales.fr.pieces.days import Piece, Silent
from locales.fr.pieces.ranges import Lasting, Until
from locales.fr.pieces.value import Value

LONGEST = 400


class Every(Value):
    """Days that come back: « tous les lundis », « un jeudi sur deux » (`step` 2), « semaines paires » (`parity` 0).

    `rank`: the first (second…, -1 last) of each month; `number`: that day of
    each month; `weekly`: whole weeks; `bounds`: what limits it; `habitual`: "le lundi".
    """

    weekdays: frozenset[int] = frozenset()
    step: int = 1
    parity: int | None = None
    weekly: bool = False
    rank: int = 0
    number: int = 0
    bounds: tuple[Piece, ...] = ()
    habitual: bool = False

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
        if self.number:
            return [day for day in days if day.day == self.number]
        if self.rank:
            return [day for day in days if _ranks(day, self.rank)]
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


def _ranks(day: date, rank: int) -> bool:
    """Whether `day` is the `rank`-th of its weekday in its month; -1 the last."""
    if rank < 0:
        return (day + WEEK).month != day.month
    return (day.day - 1) // 7 + 1 == rank


def _limits_of(bound: Piece, start: date | None, clock: Clock) -> Span:
    """The limits `bound` sets to a recurrence."""
    if isinstance(bound, Lasting):
        return bound.since(start or clock.tomorrow)
    if isinstance(bound, Until):
        return None, bound.bounds(clock)[1]
    spans = bound.spans(clock)
    return (max(spans[0][0] or clock.tomorrow, clock.tomorrow), spans[-1][1]) if spans else (None, None)


class Firsts(Value):
    """« les trois premiers lundis de mars » (`last`: the last three); `weekday` 0 counts days."""

    amount: int
    weekday: int
    period: Piece
    last: bool = False

    def spans(self, clock: Clock) -> list[Span]:
        first, end = Silent(self.period).ends(clock)
        days = [first + timedelta(days=i) for i in range((end - first).days + 1)]
        days = [d for d in days if self.weekday in (0, d.isoweekday())]
        return [(d, d) for d in (days[-self.amount :] if self.last else days[: self.amount])]
