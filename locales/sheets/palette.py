"""The colours of every sheet, in one place: green is booked and blue is a holiday, as on Telegram's buttons.

Dark and light tell them apart too, for whoever sees no green or prints in black; marks.py adds a sign to each.
"""

from dataclasses import dataclass

from models.rules.squares import Shade
from models.vocabulary import Service

PAPER = "#FFFFFF"
TEXT = "#1C2733"
QUIET = "#66717D"
RULE = "#D3DAE0"


@dataclass(frozen=True, slots=True)
class Ink:
    """A fill, what is written on it, and its edge, where it has one."""

    fill: str
    words: str
    edge: str | None = None


SHADES = {
    Shade.BOOKED: Ink("#218739", "#FFFFFF"),
    Shade.PARTLY: Ink("#BFE5C8", "#14532D"),
    Shade.ABSENT: Ink("#FFFFFF", "#1D7432", "#218739"),
    Shade.FREE: Ink("#FFFFFF", TEXT, RULE),
    Shade.LOCKED: Ink("#F7F8FA", QUIET, RULE),
    Shade.HOLIDAY: Ink("#BBDCF9", "#0A4478"),
    Shade.CLOSED: Ink("#F8CFCA", "#8A1C12"),
    Shade.AWAY: Ink("#E6DEF1", "#4F3B70"),
    Shade.OFF: Ink("#E9ECEF", "#5B6570"),
}
SESSIONS = {
    Service.GARDERIE_MATIN: Ink("#FFD95C", "#4A3800", "#FFFFFF"),
    Service.GARDERIE_SOIR: Ink("#323E86", "#FFFFFF", "#FFFFFF"),
}
OWED = (  # what is left to pay, from fresh to old
    Ink("#F3B9A0", "#5A2109"),
    Ink("#E8875F", "#3B1405"),
    Ink("#C9502A", "#FFFFFF"),
    Ink("#8A1C12", "#FFFFFF"),
)
