"""School holidays and the first day after them."""

from datetime import date, timedelta

from locales.fr.pieces.clock import ONE_DAY, Clock, Span
from locales.fr.pieces.days import SOON, Piece, Point
from locales.fr.pieces.periods import Month, Period
from models.rules.calendar import Holidays


class SchoolHolidays(Period):
    """School holidays, by name or the next ones; `name` as in the calendar, `which` -1 the last."""

    name: str | None = None
    which: int = 0

    def found(self, clock: Clock) -> Holidays | None:
        """The next such holidays not yet over."""
        named = [h for h in clock.holidays() if self.name in (None, h.name)]
        if self.which < 0:
            return next((h for h in reversed(named) if h.period.last < clock.today), None)
        return next((h for h in named if h.period.last >= clock.today), None)

    def spans(self, clock: Clock) -> list[Span]:
        found = self.found(clock)
        return [(found.period.first, found.period.last)] if found else []


class AllHolidays(Period):
    """« hors vacances »: every holiday there is."""

    def spans(self, clock: Clock) -> list[Span]:
        return [(h.period.first, h.period.last) for h in clock.holidays()]


class Rentree(Point):
    """The first school day after holidays: the next ones, or those of a month or name."""

    of: Piece | None = None

    def day(self, clock: Clock) -> date:
        holidays = [h for h in clock.holidays() if h.period.last >= clock.today]
        if isinstance(self.of, Month):
            holidays = [h for h in holidays if (h.period.last + ONE_DAY).month == self.of.month]
        elif isinstance(self.of, SchoolHolidays):
            holidays = [h for h in holidays if self.of.name in (None, h.name)]
        if not holidays or clock.calendar is None:
            month = self.of.month if isinstance(self.of, Month) else 9
            return Month(month).ends(clock)[0]
        day = holidays[0].period.last + ONE_DAY
        return next((d for d in (day + timedelta(days=i) for i in range(8)) if clock.calendar.is_open(d)), day)

    def spans(self, clock: Clock) -> list[Span]:
        day = self.day(clock)
        if self.of is None and day - clock.today > SOON:
            clock.choose("far-date", [day], day=day)  # said in June, the one in September is far
        return super().spans(clock)
