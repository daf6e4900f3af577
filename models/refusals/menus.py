"""Why a menu is not taken as it was written: the line is named; locales/fr/menus.ftl speaks for these."""

from dataclasses import dataclass
from datetime import date

from models.refusals.base import Refusal
from models.vocabulary import Allergen


@dataclass(unsafe_hash=True)
class MenuLineUnread(Refusal):
    """Line `row` does not begin with a day and a colon, or the day is none."""

    row: int
    line: str


@dataclass(unsafe_hash=True)
class MenuDayDoubtful(Refusal):
    """Line `row` says `written`, whose weekday or number is not that of `day`."""

    row: int
    written: str
    day: date


@dataclass(unsafe_hash=True)
class MenuDayPast(Refusal):
    row: int
    day: date


@dataclass(unsafe_hash=True)
class MenuDayOff(Refusal):
    """Nobody eats at the canteen on `day`."""

    row: int
    day: date


@dataclass(unsafe_hash=True)
class MenuDayTwice(Refusal):
    row: int
    day: date


@dataclass(unsafe_hash=True)
class MenuNoDish(Refusal):
    row: int
    day: date


@dataclass(unsafe_hash=True)
class MenuTooMuch(Refusal):
    """More than `most` dishes on a day, or one of more than `longest` characters."""

    row: int
    most: int
    longest: int


@dataclass(unsafe_hash=True)
class UnknownAllergen(Refusal):
    """`word` is none of the 14; `near`: the one it may be a slip for."""

    row: int
    word: str
    near: Allergen | None


@dataclass(unsafe_hash=True)
class NotYesOrNo(Refusal):
    """A cell of the column vegetarien."""

    row: int
    value: str


@dataclass(unsafe_hash=True)
class BadMenus(Refusal):
    """Menus with errors: every one of them, in order; none of it is kept."""

    errors: tuple[Refusal, ...]

    def facts(self) -> dict[str, object]:
        return {"count": len(self.errors)}


@dataclass(unsafe_hash=True)
class FileNotReceived(Refusal):
    """A file was sent and could not be fetched."""
