"""Days counted in something else: « lundi en huit », « le 2e mardi de mars », « mardi de la semaine 50 »."""

from datetime import date, timedelta

from locales.fr.pieces.clock import ONE_DAY, WEEK, Clock, monday_of
from locales.fr.pieces.days import Later, Piece, Point, Silent, Written
from locales.fr.pieces.periods import Relative, TheMonth

LONGEST_BREAK = 75  # days without school: the summer


class Fortnightly(Point):
    """« lundi en huit », "jeudi en quinze": the one on or after today, and one or two weeks more."""

    weekday: int
    weeks: int

    def day(self, clock: Clock) -> date:
        return clock.today + timedelta(days=(self.weekday - clock.today.isoweekday()) % 7) + self.weeks * WEEK


class WeekdayIn(Point):
    """« lundi de la semaine prochaine », "le mardi de la semaine du 7"."""

    weekday: int
    period: Piece

    def day(self, clock: Clock) -> date:
        first, _ = Silent(self.period).ends(clock)
        day = monday_of(first) + timedelta(days=self.weekday - 1)
        clock.today_said = clock.today_said or day == clock.today
        return day if day >= first else day + WEEK


class SameWeek(Point):
    """A weekday in the week of another day, if it is still ahead there, else the next."""

    weekday: int
    other: Piece

    def day(self, clock: Clock) -> date:
        first, _ = Silent(self.other).ends(clock)
        day = monday_of(first) + timedelta(days=self.weekday - 1)
        return day if day > clock.today else Written(self.weekday).day(clock)


class Morrow(Point):
    """« le lendemain », « la veille »: of the day a list has reached, else of today."""

    days: int

    def day(self, clock: Clock) -> date:
        return (clock.after or clock.today) + timedelta(days=self.days)


class NumberIn(Point):
    """« le 4 du mois prochain », "le 3e jour d'octobre" (`ordinal`; -1 the last)."""

    number: int
    period: Piece

    def day(self, clock: Clock) -> date:
        first, last = Silent(self.period).ends(clock)
        if self.number < 0:
            return last
        day = first + timedelta(days=self.number - 1)
        if _is_over(day, self.period, clock):
            return Written(number=self.number).day(clock)
        return day if day <= last else clock.choose("which-day", [last, day])


class Nth(Point):
    """« le 2e mardi de mars », "le dernier lundi de janvier" (-1)."""

    ordinal: int
    weekday: int
    period: Piece

    def day(self, clock: Clock) -> date:
        first, last = Silent(self.period).ends(clock)
        days = _weekdays(self.weekday, first, last)
        index = self.ordinal - 1 if self.ordinal > 0 else self.ordinal
        if not -len(days) <= index < len(days):
            return clock.choose("which-day", [days[-1] if days else last, last + ONE_DAY])
        if _is_over(days[index], self.period, clock):
            return Nth(self.ordinal, self.weekday, Relative("months", 1)).day(clock)
        return days[index]


def _weekdays(weekday: int, first: date, last: date) -> list[date]:
    """Every such weekday from `first` to `last`."""
    start = first + timedelta(days=(weekday - first.isoweekday()) % 7)
    return [start + WEEK * i for i in range((last - start).days // 7 + 1)]


def _is_over(day: date, period: Piece, clock: Clock) -> bool:
    """« le 1er du mois », "le premier lundi du mois": a day to come, hence of the next month when that is past."""
    return isinstance(period, TheMonth) and day <= clock.today


class OneOf(Point):
    """Days that may each be meant: the first is proposed."""

    days: tuple[Point, ...]
    why: str = "which-day"

    def day(self, clock: Clock) -> date:
        if len({day.day(clock.aside()) for day in self.days}) == 1:
            return self.days[0].day(clock)
        return clock.choose(self.why, self.days).day(clock)


class Within(Point):
    """A weekday said of holidays: "le lundi de Pâques", "jeudi de l'Ascension"."""

    weekday: int
    feast: Point

    def day(self, clock: Clock) -> date:
        feast = self.feast.day(clock)
        return feast + timedelta(days=(self.weekday - feast.isoweekday()) % 7)


class WeekdayBeside(Point):
    """« le dernier vendredi avant les vacances », "mardi après la Pentecôte": the `rank`-th on that side."""

    weekday: int
    piece: Piece
    side: int
    rank: int = 1

    def day(self, clock: Clock) -> date:
        day = Later(self.piece, self.side).day(clock)
        steps = (self.side * (self.weekday - day.isoweekday())) % 7 + 7 * (self.rank - 1)
        return day + timedelta(days=self.side * steps)


class Beside(Point):
    """« le dernier jour avant Noël »: a day of school where that is known; `side` 1: after, -1: before."""

    piece: Piece
    side: int

    def day(self, clock: Clock) -> date:
        day = Later(self.piece, self.side).day(clock)
        days = (day + timedelta(days=self.side * i) for i in range(LONGEST_BREAK))
        return next((each for each in days if clock.is_open(each)), day)
