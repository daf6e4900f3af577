"""The buttons of a usual week."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.buttons.base import Button
from models.rules.usual_week import Mark
from models.vocabulary import Service


@dataclass(frozen=True, slots=True)
class EditUsual(Button):
    """Open the grid of a usual week, for a child (0: for all)."""

    letter: ClassVar[str] = "H"
    child_id: int


@dataclass(frozen=True, slots=True)
class SetUsual(Button):
    """A place in that grid: `mark` is what the tap puts there, so that two taps on one screen do it once."""

    letter: ClassVar[str] = "S"
    draft_id: int
    service: Service
    weekday: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class KeepUsual(Button):
    """Valider, under the grid."""

    letter: ClassVar[str] = "K"
    draft_id: int


@dataclass(frozen=True, slots=True)
class BookUsual(Button):
    """Book as usual, from tomorrow to `until`."""

    letter: ClassVar[str] = "B"
    until: date
