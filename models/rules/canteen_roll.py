"""The canteen's roll: who is on it and in which class, how many plates of each diet, how the meal stands."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.files.text import fold
from models.rules import classes
from models.rules.attendance import Entry, Signal
from models.rules.roll_screen import RollView, Screen
from models.vocabulary import Diet

Group = tuple[str, str]  # a school and a class of it


@dataclass(frozen=True, slots=True)
class Tally:
    """Children of a roll, counted. `told`: told absent after the cut-off, and not seen since; `awaited`: not called."""

    booked: int
    present: int
    absent: int
    told: int
    awaited: int
    unbooked: int  # among the present
    plates: Mapping[Diet, int]


def tally(entries: Sequence[Entry]) -> Tally:
    there = [entry for entry in entries if entry.was_there]
    booked = [entry for entry in entries if entry.is_announced]
    return Tally(
        booked=len(booked),
        present=len(there),
        absent=sum(entry.times.absent for entry in booked),
        told=sum(is_told_absent(entry) for entry in booked),
        awaited=sum(entry.is_awaited for entry in booked),
        unbooked=sum(is_unbooked(entry) for entry in there),
        plates=plates(entries),
    )


def plates(entries: Iterable[Entry]) -> dict[Diet, int]:
    """How many of each diet are to be served: whoever is there, or booked and not called yet."""
    counted = Counter(entry.diet for entry in entries if entry.was_there or entry.is_awaited)
    return {diet: counted[diet] for diet in Diet if counted[diet]}


def is_unbooked(entry: Entry) -> bool:
    """Eats without booking."""
    return entry.was_there and not entry.is_announced


def is_told_absent(entry: Entry) -> bool:
    """Its parents told so, and nothing else is known."""
    return entry.signal is Signal.ABSENT and entry.times.empty


def is_listed(entry: Entry) -> bool:
    """Whether the list has it: booked, or something is noted."""
    return entry.is_announced or not entry.times.empty


def group_of(entry: Entry) -> Group:
    return entry.school, entry.school_class


def groups(entries: Iterable[Entry]) -> list[Group]:
    """The classes of the list, in order."""
    return sorted({group_of(entry) for entry in entries if is_listed(entry)}, key=_place)


def listed(entries: Sequence[Entry], group: int = 0) -> list[Entry]:
    """The list by class, whoever was added among its class; of one class alone where `group` is its number."""
    known = groups(entries)
    alone = known[group - 1] if 0 < group <= len(known) else None
    chosen = [entry for entry in entries if is_listed(entry) and alone in (None, group_of(entry))]
    return sorted(chosen, key=lambda entry: _place(group_of(entry)))


def _place(group: Group) -> tuple[object, ...]:
    """Schools by name, classes from the youngest."""
    school, school_class = group
    return fold(school), *classes.order(school_class), group


def in_view(screen: Screen, entries: Sequence[Entry]) -> list[Entry]:
    """The children a view is about, all pages of it."""
    if screen.view is RollView.ADD:
        return screen.chosen([entry for entry in entries if not is_listed(entry)])
    return listed(entries, screen.group)
