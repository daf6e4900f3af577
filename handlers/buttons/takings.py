"""The button of the mairie's month in figures."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True, slots=True)
class ShowTakings(Button):
    """The figures of the month `month` is in."""

    letter: ClassVar[str] = "F"
    month: date
