"""The buttons that open a page or a document, and the one that says who one is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True, slots=True)
class ThatIsMe(Button):
    """Oui or Non to "c'est bien vous ?"."""

    letter: ClassVar[str] = "w"
    draft_id: int
    yes: bool


@dataclass(frozen=True, slots=True)
class Show(Button):
    """A page one tap away: planning, aide."""

    letter: ClassVar[str] = "p"
    page: str


class Format(StrEnum):
    """What a planning can be had as."""

    IMAGE = "png"
    PDF = "pdf"
    AGENDA = "ics"


@dataclass(frozen=True, slots=True)
class Picture(Button):
    """The planning of a child (0: of each) as a document: `month` of `year`, or (0) the school year begun in `year`."""

    letter: ClassVar[str] = "i"
    child_id: int
    year: int
    month: int
    format: Format
