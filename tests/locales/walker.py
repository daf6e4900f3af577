"""Days as they are meant, worked out by walking through them one by one; it knows nothing of how they are read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
          "décembre")  # fmt: skip
NAMES = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")
ONE = timedelta(days=1)
Holds = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Said:
    """Words and the days they hold. `kind`: stretch, bound, weekdays, parity, alternate, count or exception.

    `amount`: of a count; `names`: weekdays said by their names; `ends`: first and last day of a closed stretch.
    """

    kind: str
    text: str
    holds: Holds = lambda _: True
    amount: int = 0
    names: frozenset[int] = frozenset()
    ends: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class World:
    """A day to speak on, the last class day, and whether there is school."""

    today: date
    last: date
    is_open: Holds
    holidays: Sequence[tuple[date, date]]

    def walk(self) -> list[date]:
        return [self.today + ONE * i for i in range(1, (self.last - self.today).days + 1)]

    def meant(self, parts: Sequence[Said]) -> list[date]:
        """The school days to come that all of `parts` hold."""
        days = [day for day in self.walk() if all(part.holds(day) for part in parts if part.kind != "exception")]
        for part in parts:
            if part.kind == "alternate" and days:
                days = [day for day in days if (day - days[0]).days % 14 == 0]
            if part.kind == "count":
                days = days[: part.amount]
        return [d for d in days if self.is_open(d) and all(p.holds(d) for p in parts if p.kind == "exception")]

    def is_doubtful(self, parts: Sequence[Said]) -> bool:
        """Whether something said is not there at all, or two stretches overlap and neither holds the other."""
        kept = [part for part in parts if part.kind != "exception"]
        if any(self._is_short(part, kept) for part in kept):
            return True
        if any(_overlap(one, other) for one in kept for other in kept):
            return True
        for part in kept:
            others = [other for other in kept if other is not part]
            days = [day for day in self._around() if all(other.holds(day) for other in others)]
            if part.names - {day.isoweekday() for day in days}:
                return True
        return not any(all(part.holds(day) for part in kept) for day in self.walk())

    @staticmethod
    def may_be_asked(parts: Sequence[Said]) -> bool:
        """Whether a stretch may be where what is said begins: « la semaine prochaine jusqu'à Noël »."""
        return any(map(_may_begin, parts, parts[1:]))

    def _is_short(self, count: Said, parts: Sequence[Said]) -> bool:
        """Whether there are fewer days than are counted."""
        return sum(all(part.holds(day) for part in parts) for day in self.walk()) < count.amount

    def _around(self) -> list[date]:
        return [self.today + ONE * i for i in range(-7, (self.last - self.today).days + 1)]


def _may_begin(one: Said, other: Said) -> bool:
    """« la semaine prochaine jusqu'à Noël » may begin there, or end before."""
    if one.ends is None or one.text.startswith("du") or not other.text.startswith("jusqu"):
        return False
    return other.holds(one.ends[1] + ONE)


def _overlap(one: Said, other: Said) -> bool:
    if one is other or not one.ends or not other.ends:
        return False
    return not (_inside(one.ends, other.ends) or _inside(other.ends, one.ends))


def _inside(ends: tuple[date, date], wide: tuple[date, date]) -> bool:
    return wide[0] <= ends[0] and ends[1] <= wide[1]


def day(when: date) -> str:
    return f"{'1er' if when.day == 1 else when.day} {MONTHS[when.month - 1]}"


def monday(when: date) -> date:
    return when - ONE * when.weekday()


# What may be said


def stretches(today: date) -> list[Said]:
    """Closed stretches to come: a month, weeks, from one day to another."""
    month = (today.replace(day=1) + ONE * 40).replace(day=1)
    month_end = (month + ONE * 31).replace(day=1) - ONE
    week, soon, late = monday(today) + ONE * 14, today + ONE * 5, today + ONE * 26
    following = monday(today) + ONE * 7
    return [
        _between(f"en {MONTHS[month.month - 1]}", month, month_end),
        _between(f"la semaine du {day(week)}", week, week + ONE * 6),
        _between("la semaine prochaine", following, following + ONE * 6),
        _between(f"du {day(soon)} au {day(late)}", soon, late),
    ]


def _between(text: str, first: date, last: date) -> Said:
    return Said("stretch", text, lambda when: first <= when <= last, ends=(first, last))


def bounds(today: date) -> list[Said]:
    """A start or an end."""
    end, start = today + ONE * 37, today + ONE * 17
    return [
        Said("bound", f"jusqu'au {day(end)}", lambda when: when <= end),
        Said("bound", f"à partir du {day(start)}", lambda when: when >= start),
    ]


def weekdays() -> list[Said]:
    """Weekdays that come back, however they are said."""

    def those(text: str, *days: int, names: bool = True) -> Said:
        return Said("weekdays", text, lambda when: when.isoweekday() in days, names=frozenset(days if names else ()))

    return [
        those("le lundi", 1),
        those("les mardis", 2),
        those("tous les vendredis", 5),
        those("lundi et jeudi", 1, 4),
        those("le mardi et le vendredi", 2, 5),
        those("du lundi au jeudi", 1, 2, 3, 4, names=False),
        those("tous les jours", 1, 2, 3, 4, 5, 6, 7, names=False),
    ]


def rhythms() -> list[Said]:
    return [
        Said("parity", "les semaines paires", lambda when: when.isocalendar().week % 2 == 0),
        Said("parity", "les semaines impaires", lambda when: when.isocalendar().week % 2 == 1),
    ]


def alternates() -> list[Said]:
    return [Said("alternate", "un jeudi sur deux", lambda when: when.isoweekday() == 4)]


def counts() -> list[Said]:
    return [
        Said("count", "les deux prochains jeudis", lambda when: when.isoweekday() == 4, amount=2),
        Said("count", "les 3 prochains lundis", lambda when: when.isoweekday() == 1, amount=3),
    ]


def exceptions(world: World) -> list[Said]:
    """What is taken out: a day, a week, weekdays, the holidays."""
    some, week = world.today + ONE * 9, monday(world.today) + ONE * 14
    return [
        Said("exception", f"sauf le {day(some)}", lambda when: when != some),
        Said("exception", f"hormis la semaine du {day(week)}", lambda when: not week <= when <= week + ONE * 6),
        Said("exception", "à l'exception des mardis", lambda when: when.isoweekday() != 2),
        Said("exception", "hors vacances", lambda when: not any(a <= when <= b for a, b in world.holidays)),
    ]
