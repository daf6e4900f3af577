"""The buttons of an agent's list: a session, a child on it, a child's card; and of the canteen's."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.buttons.base import Button
from models.rules.roll_screen import Deed, RollView, Whole
from models.vocabulary import Service


@dataclass(frozen=True, slots=True)
class OpenSitting(Button):
    """The list of a session."""

    letter: ClassVar[str] = "0"
    day: date
    service: Service


@dataclass(frozen=True, slots=True)
class TurnList(Button):
    """Another page of an open list, the names that begin with a letter (0: all, 1: a), or another view of it."""

    letter: ClassVar[str] = "1"
    draft_id: int
    page: int
    initial: int
    view: RollView


@dataclass(frozen=True, slots=True)
class PointChild(Button):
    """A child of an open list, as it stood when drawn: `version` of its record (0: none)."""

    letter: ClassVar[str] = "2"
    draft_id: int
    child_id: int
    version: int


@dataclass(frozen=True, slots=True)
class ShiftTime(Button):
    """On a child's card: so many minutes later, or earlier."""

    letter: ClassVar[str] = "3"
    draft_id: int
    child_id: int
    version: int
    minutes: int


@dataclass(frozen=True, slots=True)
class CardDeed(Button):
    """On a child's card: whatever else is done there."""

    letter: ClassVar[str] = "4"
    draft_id: int
    child_id: int
    version: int
    deed: Deed


@dataclass(frozen=True, slots=True)
class SittingDeed(Button):
    """On a list: what concerns all of the session; `minutes` where its end is moved."""

    letter: ClassVar[str] = "5"
    draft_id: int
    deed: Whole
    minutes: int


@dataclass(frozen=True, slots=True)
class Meant(Button):
    """One of the readings of what an agent typed."""

    letter: ClassVar[str] = "6"
    draft_id: int
    choice: int


@dataclass(frozen=True, slots=True)
class CallChild(Button):
    """A child of the canteen's list, as it stood when drawn: there, or not; the key says which."""

    letter: ClassVar[str] = "7"
    draft_id: int
    child_id: int
    version: int
    present: bool


@dataclass(frozen=True, slots=True)
class CallRest(Button):
    """All not called yet are there, of a class (0: all); `count`: how many they were when drawn."""

    letter: ClassVar[str] = "8"
    draft_id: int
    group: int
    count: int


@dataclass(frozen=True, slots=True)
class TurnClass(Button):
    """One class of the canteen's list alone, by its number; 0: all."""

    letter: ClassVar[str] = "9"
    draft_id: int
    group: int
