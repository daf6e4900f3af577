"""The buttons of the mairie's month: a view of it, what is asked for, Valider and Abandonner; files likewise."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.buttons.base import Button
from models.rules.billing_screen import Deed, View


@dataclass(frozen=True, slots=True)
class OpenBilling(Button):
    """A view of a month; `about`: a kind of anomaly, a household or an invoice; `back`: the page it was opened from."""

    letter: ClassVar[str] = "P"
    month: date
    view: View
    page: int = 0
    about: int = 0
    back: int = 0


@dataclass(frozen=True, slots=True)
class ProposeDeed(Button):
    """What would be done to `about` (an invoice, a payment, a household), with the reason `choice` (0: none yet)."""

    letter: ClassVar[str] = "Q"
    deed: Deed
    month: date
    about: int = 0
    choice: int = 0


@dataclass(frozen=True, slots=True)
class KeepDeed(Button):
    """Valider, under what would be done."""

    letter: ClassVar[str] = "R"
    draft_id: int


@dataclass(frozen=True, slots=True)
class DropDeed(Button):
    """Abandonner, under it."""

    letter: ClassVar[str] = "G"
    draft_id: int


@dataclass(frozen=True, slots=True)
class KeepFile(Button):
    """Valider, under what a file of payments or tariffs would change."""

    letter: ClassVar[str] = "U"
    draft_id: int


@dataclass(frozen=True, slots=True)
class DropFile(Button):
    """Abandonner, under it."""

    letter: ClassVar[str] = "W"
    draft_id: int
