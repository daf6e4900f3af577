"""Single days as they are said: "jeudi", "le 3 mars", "lundi en huit", "la veille de Noël", "le 2e mardi de mai"."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Protocol

from locales.fr.pieces.clock import HALF_A_YEAR, ONE_DAY, WEEK, Clock, Span, add_months, month_length
from locales.fr.pieces.value import Value, replace

SOON = timedelta(days=45)


class Piece(Protocol):
    """Anything that means days."""

    def spans(self, clock: Clock) -> list[Span]:
        """The calendar days said, as spans with both ends included; None for an open end."""


class Point(Value):
    """A single day; said alone, it is told apart when there is no school."""

    def day(self, clock: Clock) -> date:
        raise NotImplementedError

    def spans(self, clock: Clock) -> list[Span]:
        day = self.day(clock)
        clock.singles.append(day)
        return [(day, day)]


class Written(Point):
    """What is written of a day: a weekday, a number, a month, a year, or any of them together.

    `which`: 1 "prochain", -1 "dernier", 0 unsaid, 2 "ce". `habitual`: "le lundi", which alone means every Monday.
    """

    weekday: int | None = None
    number: int | None = None
    month: int | None = None
    year: int | None = None
    which: int = 0
    habitual: bool = False
    bare: bool = False

    def day(self, clock: Clock) -> date:
        if self.number is None:
            return self._of_the_week(clock)
        if self.which < 0:
            return self.last_until(clock.today - ONE_DAY) or clock.today
        start = self._start(clock)
        found = self.first_from(start)
        if found is None:
            return self._impossible(clock, start)
        return self._likely(clock, found)

    def _start(self, clock: Clock) -> date:
        """A number without its month is looked for after what was said before it."""
        if self.month is None and clock.after:
            return clock.after + ONE_DAY
        if self.month is None and self.weekday is None and clock.reached:
            clock.assumed = True
            return clock.reached
        return clock.today

    def _likely(self, clock: Clock, found: date) -> date:
        """`found`, unless it is so far that something else may be meant."""
        if self.year is not None:
            pass
        elif found == clock.today and self.weekday is None:
            found = clock.choose("which-day", [found, self.first_from(found + ONE_DAY) or found])
        elif self.month is not None and clock.is_far(found):
            near = replace(self, month=None, weekday=None).first_from(clock.tomorrow)
            found = clock.choose("far-date", _distinct(found, near), day=found)
        elif self.month is None and self.weekday is not None and found - clock.today > SOON:
            number = replace(self, weekday=None).first_from(clock.tomorrow) or found
            weekday = nearest(number, self.weekday)
            found = clock.choose(
                "far-date", _distinct(found, weekday if weekday > clock.today else None, number), day=found
            )
        if found == clock.today:
            clock.today_said = True
        return found

    def _impossible(self, clock: Clock, start: date) -> date:
        """A date that does not exist, or whose weekday is another: the readings nearest to it are asked about."""
        number = replace(self, weekday=None).first_from(start) if self.weekday else None
        if number is not None and self.weekday is not None:
            past = self.last_until(clock.today) if self.month and not self.year else None
            past = past if past and clock.today - past < HALF_A_YEAR else None
            return clock.choose("which-day", _distinct(past, number, nearest(number, self.weekday)), said=self.said())
        month = replace(self, number=1, weekday=None).first_from(start - timedelta(days=30)) or start
        last = month.replace(day=month_length(month.year, month.month))
        return clock.choose("which-day", [last, last + ONE_DAY], said=self.said())

    def said(self) -> tuple[int, int, int, int]:
        """Weekday, number, month, year as they were written; 0 where unsaid."""
        return (self.weekday or 0, self.number or 0, self.month or 0, self.year or 0)

    def _of_the_week(self, clock: Clock) -> date:
        weekday = self.weekday or 1
        if self.which < 0:
            return clock.today - timedelta(days=(clock.today.isoweekday() - weekday - 1) % 7 + 1)
        start = max(clock.after or clock.today, clock.today)
        found = start + timedelta(days=(weekday - start.isoweekday() - 1) % 7 + 1)
        if self.which == 1 and clock.after is None:
            is_ahead = found < clock.monday + WEEK
            if is_ahead or clock.today.isoweekday() > 5:
                return clock.choose("which-day", [found, found + WEEK])
        if self.which == 2 and found == clock.today + WEEK:
            return clock.choose("which-day", [found, clock.today])
        if clock.after and found - WEEK > clock.today and weekday < clock.after.isoweekday():
            clock.assumed = True
        return self._in_order(clock, found)

    def _in_order(self, clock: Clock, found: date) -> date:
        """« jeudi pour Léa et vendredi pour Tom », said on a Thursday: that Friday, or the one after that Thursday."""
        before = clock.reached
        if self.which or clock.after or not before or not found <= before <= clock.today + WEEK:
            return found
        if found.isoweekday() <= before.isoweekday():
            return found
        return clock.choose("which-day", [found + WEEK, found])

    def candidates(self, start: date, step: int) -> Iterator[date]:
        """Days that bear what is written, from `start` on, forwards or backwards."""
        if self.number is not None:
            return self._numbered(self.number, start, step)
        return iter([start + timedelta(days=(((self.weekday or 1) - start.isoweekday()) * step) % 7 * step)])

    def _numbered(self, number: int, start: date, step: int) -> Iterator[date]:
        """Days of the written number and month, from the month of `start` on."""
        if self.month is None and self.year is None:
            months = [(start.year * 12 + start.month - 1 + step * i) for i in range(48)]
        else:
            month = (self.month or start.month) - 1
            years = [self.year] if self.year is not None else [start.year + step * i for i in range(10)]
            months = [year * 12 + month for year in years]
        for index in months:
            year, month = divmod(index, 12)
            if 0 < year < 9999 and 0 < number <= month_length(year, month + 1):
                yield date(year, month + 1, number)

    def first_from(self, start: date) -> date | None:
        """The first such day on or after `start` (the written year, if any, wins); None if there is none."""
        if self.number and self.month and self.weekday and not self.year:
            plain = replace(self, weekday=None).first_from(start)
            return plain if plain and plain.isoweekday() == self.weekday else None
        return next((d for d in self.candidates(start, 1) if self._fits(d) and (self.year or d >= start)), None)

    def last_until(self, end: date) -> date | None:
        """The last such day on or before `end`."""
        return next((d for d in self.candidates(end, -1) if self._fits(d) and (self.year or d <= end)), None)

    def _fits(self, day: date) -> bool:
        return self.weekday is None or day.isoweekday() == self.weekday


def nearest(day: date, weekday: int) -> date:
    """The day of that weekday nearest to `day`."""
    return day + timedelta(days=(weekday - day.isoweekday() + 3) % 7 - 3)


def _distinct(*days: date | None) -> list[date]:
    return list(dict.fromkeys(day for day in days if day))


class Offset(Point):
    """Days from today: aujourd'hui 0, demain 1, hier -1."""

    days: int

    def day(self, clock: Clock) -> date:
        if self.days == 0:
            clock.today_said = True
        return clock.today + timedelta(days=self.days)


class Later(Point):
    """Some units after (before, if negative) a piece: "dans 3 semaines", "la veille de Noël", "2 jours après le 3"."""

    base: Piece
    amount: int
    unit: str = "day"

    def day(self, clock: Clock) -> date:
        start = self._just_past(clock)
        if start is None:
            first, last = Silent(self.base).ends(clock)
            start = last if self.amount > 0 else first
        return shifted(start, self.amount, self.unit)

    def _just_past(self, clock: Clock) -> date | None:
        """A date that is past where the day counted from it is not: « le lendemain du 25 », said on the 26th."""
        if not isinstance(self.base, Written) or not self.base.number or self.base.year or self.amount < 1:
            return None
        past = self.base.last_until(clock.today)
        return past if past and shifted(past, self.amount, self.unit) >= clock.today else None


def shifted(day: date, amount: int, unit: str) -> date:
    if unit in ("months", "quarter", "years"):
        return add_months(day, amount * {"months": 1, "quarter": 3, "years": 12}[unit])
    return day + timedelta(days=amount * {"day": 1, "week": 7, "weekend": 7, "fortnight": 15}[unit])


class Silent(Value):
    """A piece used as a landmark: it is no day said for itself."""

    piece: Piece

    def ends(self, clock: Clock) -> tuple[date, date]:
        """First and last day; today stands for a missing end."""
        kept, said = list(clock.singles), clock.today_said
        spans = self.piece.spans(clock)
        clock.singles[:], clock.today_said = kept, said
        first = spans[0][0] if spans else None
        last = spans[-1][1] if spans else None
        return first or last or clock.today, last or first or clock.today
