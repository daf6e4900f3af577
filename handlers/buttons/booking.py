"""The buttons under what is said of bookings: a recap, a question, a receipt."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True, slots=True)
class Validate(Button):
    """Valider, under a recap."""

    letter: ClassVar[str] = "v"
    draft_id: int


@dataclass(frozen=True, slots=True)
class Abandon(Button):
    letter: ClassVar[str] = "x"
    draft_id: int


@dataclass(frozen=True, slots=True)
class AddAside(Button):
    """Under a recap: do what it leaves aside, too."""

    letter: ClassVar[str] = "L"
    draft_id: int


@dataclass(frozen=True, slots=True)
class Answer(Button):
    """One of the readings a question offers."""

    letter: ClassVar[str] = "a"
    draft_id: int
    choice: int


@dataclass(frozen=True, slots=True)
class Undo(Button):
    letter: ClassVar[str] = "u"
    receipt_id: int


@dataclass(frozen=True, slots=True)
class Grant(Button):
    """The secretary grants what a receipt was refused; `reason` is the number of one of the reasons offered."""

    letter: ClassVar[str] = "g"
    receipt_id: int
    reason: int
