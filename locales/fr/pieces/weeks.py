"""Weeks as they are said: « la semaine », « semaine 50 », « la semaine du 7 », « le week-end du 5 »."""

from datetime import date, timedelta

from locales.fr.pieces.clock import ONE_DAY, WEEK, Clock, monday_of
from locales.fr.pieces.days import Piece, Silent, Written
from locales.fr.pieces.periods import Period

LAST_WEEK = 53


class ThisWeek(Period):
    """« la semaine », "toute la semaine": this one or the next, which is asked."""

    def ends(self, clock: Clock) -> tuple[date, date]:
        monday = clock.choose("which-period", [clock.monday, clock.monday + WEEK])
        return monday, monday + WEEK - ONE_DAY


class WorkingWeek(Period):
    """The Monday to Friday of a week: "la semaine de travail prochaine"."""

    week: Piece

    def ends(self, clock: Clock) -> tuple[date, date]:
        first, _ = Silent(self.week).ends(clock)
        return first, first + timedelta(days=4)


class WeekNumber(Period):
    """A week by its ISO number, of a year if said, else the next one that is not over."""

    number: int
    year: int | None = None

    def ends(self, clock: Clock) -> tuple[date, date]:
        monday = self._of(self.year, clock) if self.year else self._next(clock)
        return monday, monday + WEEK - ONE_DAY

    def _of(self, year: int, clock: Clock) -> date:
        """Its Monday; of a year without a week 53, the last or the first of the next, which is asked."""
        last = _weeks(year)
        monday = date.fromisocalendar(year, min(self.number, last), 1)
        return clock.choose("which-period", [monday, monday + WEEK]) if self.number > last else monday

    def _next(self, clock: Clock) -> date:
        year = clock.today.isocalendar().year
        mondays = (date.fromisocalendar(y, self.number, 1) for y in range(year, year + 9) if self.number <= _weeks(y))
        return next(monday for monday in mondays if monday + WEEK > clock.today)


def _weeks(year: int) -> int:
    """How many weeks an ISO year has."""
    return date(year, 12, 28).isocalendar().week


class WeekOf(Period):
    """The Monday to Sunday around a day: "la semaine du 7 décembre"; `shift` 1: the week after it, -1 before."""

    day: Piece
    shift: int = 0

    def ends(self, clock: Clock) -> tuple[date, date]:
        day = self.day
        found = day.first_from(clock.monday) if isinstance(day, Written) and day.number and not day.weekday else None
        first, last = (found, found) if found else Silent(day).ends(clock)
        weekend = first.isoweekday() > 5
        if self.shift > 0:
            monday = monday_of(last) + WEEK
        elif self.shift < 0:
            monday = monday_of(first) if weekend else monday_of(first) - WEEK
        else:
            # Holidays begin on a Saturday: their week is the one after it.
            monday = monday_of(first) + WEEK if weekend and last - first > WEEK else monday_of(first)
        return monday, monday + WEEK - ONE_DAY


class WeekendOf(Period):
    """« le week-end du 5 »: the Saturday and Sunday of, or after, a day."""

    day: Piece

    def ends(self, clock: Clock) -> tuple[date, date]:
        saturday = monday_of(Silent(self.day).ends(clock)[0]) + timedelta(days=5)
        return saturday, saturday + ONE_DAY


class NthWeek(Period):
    """« la première semaine de mars », "la dernière semaine du mois": asked when the month begins amid a week."""

    ordinal: int
    period: Piece

    def ends(self, clock: Clock) -> tuple[date, date]:
        first, last = Silent(self.period).ends(clock)
        whole = first + timedelta(days=(-first.weekday()) % 7)
        if self.ordinal < 0:
            monday = monday_of(last + ONE_DAY) + self.ordinal * WEEK
            other = monday_of(last) + (self.ordinal + 1) * WEEK
        else:
            monday = whole + (self.ordinal - 1) * WEEK
            other = monday_of(first) + (self.ordinal - 1) * WEEK
        if other != monday and (first.isoweekday() < 6 if self.ordinal > 0 else last.isoweekday() < 5):
            monday = clock.choose("which-period", [monday, other])
        return monday, monday + WEEK - ONE_DAY
