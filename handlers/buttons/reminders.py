"""The buttons under reminders and plans, and of their settings."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True, slots=True)
class BookReminded(Button):
    """Under a reminder: book the canteen of `day` for those children, at once."""

    letter: ClassVar[str] = "r"
    day: date
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BookAhead(Button):
    """Under the plan of the week of `monday`: book the canteen of its `days` (Monday 1, Tuesday 2, Wednesday 4…)."""

    letter: ClassVar[str] = "b"
    monday: date
    days: int
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AtHome(Button):
    """Everybody is at home in the week of `monday`: no reminders of it."""

    letter: ClassVar[str] = "h"
    monday: date


@dataclass(frozen=True, slots=True)
class CancelWeek(Button):
    """What is still booked in the week of `monday`, when everybody is at home."""

    letter: ClassVar[str] = "q"
    monday: date


@dataclass(frozen=True, slots=True)
class NotAtHome(Button):
    """Reminders of the week of `monday` again."""

    letter: ClassVar[str] = "y"
    monday: date


@dataclass(frozen=True, slots=True)
class NotThisTime(Button):
    letter: ClassVar[str] = "n"
    day: date


@dataclass(frozen=True, slots=True)
class NeverAgain(Button):
    """Under a reminder: asks what should no longer be reminded."""

    letter: ClassVar[str] = "s"
    day: date


@dataclass(frozen=True, slots=True)
class Mute(Button):
    """No more reminders for a child (0: any) on a weekday (0: any)."""

    letter: ClassVar[str] = "m"
    child_id: int
    weekday: int


@dataclass(frozen=True, slots=True)
class RestoreReminders(Button):
    letter: ClassVar[str] = "z"


@dataclass(frozen=True, slots=True)
class Setting(Button):
    """On the screen of reminders: a knob of it, and what it is turned to."""

    letter: ClassVar[str] = "o"
    knob: int
    value: int
