"""The buttons of an open calendar."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.buttons.base import Button
from models.rules.leaf import View
from models.vocabulary import Service


@dataclass(frozen=True, slots=True)
class OpenCalendar(Button):
    """The calendar, opened at the month of `day`."""

    letter: ClassVar[str] = "O"
    day: date


@dataclass(frozen=True, slots=True)
class Turn(Button):
    """Another leaf of an open calendar: a month or a week, a child (0: all of them), a service."""

    letter: ClassVar[str] = "T"
    draft_id: int
    anchor: date
    view: View
    child_id: int
    service: Service


@dataclass(frozen=True, slots=True)
class MarkDays(Button):
    """Tap on the days from `first` to `last` of an open calendar; `weekday` 0: all of them."""

    letter: ClassVar[str] = "C"
    draft_id: int
    first: date
    last: date
    weekday: int
    service: Service


@dataclass(frozen=True, slots=True)
class MarkPeriod(Button):
    """The next two days tapped are the ends of a period; tapped again, they are not."""

    letter: ClassVar[str] = "E"
    draft_id: int


@dataclass(frozen=True, slots=True)
class ValidateMarks(Button):
    """Valider, under a calendar."""

    letter: ClassVar[str] = "V"
    draft_id: int
