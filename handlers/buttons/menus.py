"""The buttons of the menus the mairie gives."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True, slots=True)
class KeepMenus(Button):
    """Valider, under the menus the mairie gives."""

    letter: ClassVar[str] = "j"
    draft_id: int


@dataclass(frozen=True, slots=True)
class DropMenus(Button):
    """Abandonner, under them or under the question of a photo's week."""

    letter: ClassVar[str] = "l"
    draft_id: int


@dataclass(frozen=True, slots=True)
class PhotoWeek(Button):
    """The week of a photo of menus."""

    letter: ClassVar[str] = "t"
    draft_id: int
    monday: date


@dataclass(frozen=True, slots=True)
class DropPhoto(Button):
    """Show the photo of that week no more."""

    letter: ClassVar[str] = "f"
    monday: date
