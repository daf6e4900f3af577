"""Buttons as types: packed within Telegram's 64 bytes, checked when unpacked; what fits none is nobody's button."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from handlers.button import Button
from handlers.roll_buttons import CardDeed, Meant, OpenSitting, PointChild, ShiftTime, SittingDeed, TurnList
from models.rules.leaf import View
from models.rules.usual_week import Mark
from models.vocabulary import Service


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
class ThatIsMe(Button):
    """Oui or Non to "c'est bien vous ?"."""

    letter: ClassVar[str] = "w"
    draft_id: int
    yes: bool


@dataclass(frozen=True, slots=True)
class BookReminded(Button):
    """Under a reminder: book the canteen of `day` for those children, at once."""

    letter: ClassVar[str] = "r"
    day: date
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BookAhead(Button):
    """Under the plan of the week of `monday`: book the canteen of its `days` (Monday 1, Tuesday 2, Wednesday 4…)."""

    letter: ClassVar[str] = "b"
    monday: date
    days: int
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AtHome(Button):
    """Everybody is at home in the week of `monday`: no reminders of it."""

    letter: ClassVar[str] = "h"
    monday: date


@dataclass(frozen=True, slots=True)
class CancelWeek(Button):
    """What is still booked in the week of `monday`, when everybody is at home."""

    letter: ClassVar[str] = "q"
    monday: date


@dataclass(frozen=True, slots=True)
class NotAtHome(Button):
    """Reminders of the week of `monday` again."""

    letter: ClassVar[str] = "y"
    monday: date


@dataclass(frozen=True, slots=True)
class NotThisTime(Button):
    letter: ClassVar[str] = "n"
    day: date


@dataclass(frozen=True, slots=True)
class NeverAgain(Button):
    """Under a reminder: asks what should no longer be reminded."""

    letter: ClassVar[str] = "s"
    day: date


@dataclass(frozen=True, slots=True)
class Mute(Button):
    """No more reminders for a child (0: any) on a weekday (0: any)."""

    letter: ClassVar[str] = "m"
    child_id: int
    weekday: int


@dataclass(frozen=True, slots=True)
class RestoreReminders(Button):
    letter: ClassVar[str] = "z"


@dataclass(frozen=True, slots=True)
class Setting(Button):
    """On the screen of reminders: a knob of it, and what it is turned to."""

    letter: ClassVar[str] = "o"
    knob: int
    value: int


@dataclass(frozen=True, slots=True)
class Grant(Button):
    """The secretary grants what a receipt was refused; `reason` is the number of one of the reasons offered."""

    letter: ClassVar[str] = "g"
    receipt_id: int
    reason: int


@dataclass(frozen=True, slots=True)
class AddAside(Button):
    """Under a recap: do what it leaves aside, too."""

    letter: ClassVar[str] = "L"
    draft_id: int


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


@dataclass(frozen=True, slots=True)
class Show(Button):
    """A page one tap away: planning, aide."""

    letter: ClassVar[str] = "p"
    page: str


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


KINDS: dict[str, type[Button]] = {
    kind.letter: kind
    for kind in (
        Validate,
        Abandon,
        Answer,
        Undo,
        ThatIsMe,
        BookReminded,
        BookAhead,
        AtHome,
        CancelWeek,
        NotAtHome,
        NotThisTime,
        NeverAgain,
        Mute,
        RestoreReminders,
        Setting,
        Grant,
        AddAside,
        EditUsual,
        SetUsual,
        KeepUsual,
        BookUsual,
        Show,
        OpenCalendar,
        Turn,
        MarkDays,
        MarkPeriod,
        ValidateMarks,
        Picture,
        OpenSitting,
        TurnList,
        PointChild,
        ShiftTime,
        CardDeed,
        SittingDeed,
        Meant,
        KeepMenus,
        DropMenus,
        PhotoWeek,
        DropPhoto,
    )
}


def unpack(data: str) -> Button | None:
    """The button `data` was packed from; None for what is forged or of a former version."""
    letter, *parts = data.split(":")
    try:
        return KINDS[letter].read(parts)
    except (KeyError, ValueError):
        return None
