"""A usual week: what a child takes on which weekdays, in even or odd weeks, and how a grid shows and changes it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.rules.booking import Meal
from models.rules.people import Pupil
from models.rules.recurrences import parity_of
from models.vocabulary import Service, Weeks

PARITIES = frozenset({Weeks.EVEN, Weeks.ODD})


@dataclass(frozen=True, slots=True, order=True)
class Habit:
    """A child takes a service on an ISO weekday; among `Habits`, `weeks` are even or odd, every week being both."""

    child_id: int
    service: Service
    weekday: int
    weeks: Weeks


Habits = frozenset[Habit]


class Mark(StrEnum):
    """How often, as a key of the grid shows it; MIXED where the children differ."""

    EVERY = "a"
    EVEN = "e"
    ODD = "o"
    NEVER = "n"
    MIXED = "m"


MEANT = {
    Mark.EVERY: PARITIES,
    Mark.EVEN: frozenset({Weeks.EVEN}),
    Mark.ODD: frozenset({Weeks.ODD}),
    Mark.NEVER: frozenset[Weeks](),
}
LOOKED_FOR = (Mark.EVERY, Mark.NEVER, Mark.EVEN, Mark.ODD)  # of a child who is here every other week, the plainest


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in the grid: a service on a weekday."""

    service: Service
    weekday: int


def spread(lines: Iterable[Habit]) -> Habits:
    """Habits of lines that may say every week."""
    return frozenset(
        Habit(line.child_id, line.service, line.weekday, parity)
        for line in lines
        for parity in (PARITIES if line.weeks is Weeks.ALL else {line.weeks})
    )


def gather(habits: Habits) -> list[Habit]:
    """As few lines as say `habits`, in order: even and odd weeks are every week."""
    places = sorted({(habit.child_id, habit.service, habit.weekday) for habit in habits})
    lines = []
    for place in places:
        parities = [parity for parity in PARITIES if Habit(*place, parity) in habits]
        lines.append(Habit(*place, parities[0] if len(parities) == 1 else Weeks.ALL))
    return lines


def weeks_here(pupil: Pupil) -> frozenset[Weeks]:
    """The weeks, even or odd, in which the account's households have the child."""
    weeks = {home for _, home in pupil.homes}
    return PARITIES if Weeks.ALL in weeks else frozenset(weeks)


def seen_from(habits: Habits, pupils: Mapping[int, Pupil]) -> Habits:
    """Of `habits` those of `pupils` in the weeks they are here: the other home's are not this one's to know."""
    return frozenset(h for h in habits if h.child_id in pupils and h.weeks in weeks_here(pupils[h.child_id]))


def with_mark(habits: Habits, cell: Cell, mark: Mark, pupils: Iterable[Pupil]) -> Habits:
    """`habits` with `mark` in a cell for `pupils`, in the weeks they are here."""
    changed = set(habits)
    for pupil in pupils:
        changed -= {Habit(pupil.id, cell.service, cell.weekday, parity) for parity in PARITIES}
        here = MEANT[mark] & weeks_here(pupil)
        changed |= {Habit(pupil.id, cell.service, cell.weekday, parity) for parity in here}
    return frozenset(changed)


class Way(StrEnum):
    """What a sentence about weekdays does to a service's habits."""

    REPLACE = "replace"
    ADD = "add"
    REMOVE = "remove"


def with_weekdays(
    habits: Habits, service: Service, weekdays: Mapping[int, Weeks], way: Way, pupils: Collection[Pupil]
) -> Habits:
    """`habits` of `pupils` once a service is said to be taken, or no longer, on `weekdays`."""
    ids = {pupil.id for pupil in pupils}
    lines = [Habit(pupil.id, service, weekday, weeks) for pupil in pupils for weekday, weeks in weekdays.items()]
    said = seen_from(spread(lines), {pupil.id: pupil for pupil in pupils})
    if way is Way.REMOVE:
        return habits - said
    if way is Way.REPLACE:
        habits = frozenset(h for h in habits if h.service is not service or h.child_id not in ids)
    return habits | said


def mark_of(habits: Habits, cell: Cell, pupils: Collection[Pupil]) -> Mark:
    """What a cell shows for `pupils`."""
    return next((mark for mark in LOOKED_FOR if with_mark(habits, cell, mark, pupils) == habits), Mark.MIXED)


def next_mark(habits: Habits, cell: Cell, pupils: Collection[Pupil]) -> Mark:
    """What a tap puts there: every week, even weeks, odd weeks, never; what would change nothing is passed over."""
    marks = list(MEANT)
    now = mark_of(habits, cell, pupils)
    start = marks.index(now) + 1 if now in marks else 0
    following = (*marks[start:], *marks[:start])
    return next((mark for mark in following if with_mark(habits, cell, mark, pupils) != habits), now)


def takes(habits: Habits, meal: Meal) -> bool:
    """Whether `habits` take the meal on its day."""
    return Habit(meal.child_id, meal.service, meal.day.isoweekday(), parity_of(meal.day)) in habits
