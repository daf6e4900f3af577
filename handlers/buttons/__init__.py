"""Buttons as types: packed within Telegram's 64 bytes, checked when unpacked; what fits none is nobody's button."""

from handlers.buttons.base import LONGEST, Button
from handlers.buttons.billing import DropDeed, DropFile, KeepDeed, KeepFile, OpenBilling, ProposeDeed
from handlers.buttons.booking import Abandon, AddAside, Answer, Grant, Undo, Validate
from handlers.buttons.calendar import MarkDays, MarkPeriod, OpenCalendar, Turn, ValidateMarks
from handlers.buttons.invoices import AskLine, OpenInvoice, OpenInvoices, PrintInvoice, SendQuestion
from handlers.buttons.menus import DropMenus, DropPhoto, KeepMenus, PhotoWeek
from handlers.buttons.pages import Format, Picture, Show, ThatIsMe
from handlers.buttons.reminders import (
    AtHome,
    BookAhead,
    BookReminded,
    CancelWeek,
    Mute,
    NeverAgain,
    NotAtHome,
    NotThisTime,
    RestoreReminders,
    Setting,
)
from handlers.buttons.roll import (
    CallChild,
    CallRest,
    CardDeed,
    Meant,
    OpenSitting,
    PointChild,
    ShiftTime,
    SittingDeed,
    TurnClass,
    TurnList,
)
from handlers.buttons.takings import ShowTakings
from handlers.buttons.usual_week import BookUsual, EditUsual, KeepUsual, SetUsual

__all__ = [
    "KINDS",
    "LONGEST",
    "Abandon",
    "AddAside",
    "Answer",
    "AskLine",
    "AtHome",
    "BookAhead",
    "BookReminded",
    "BookUsual",
    "Button",
    "CallChild",
    "CallRest",
    "CancelWeek",
    "CardDeed",
    "DropDeed",
    "DropFile",
    "DropMenus",
    "DropPhoto",
    "EditUsual",
    "Format",
    "Grant",
    "KeepDeed",
    "KeepFile",
    "KeepMenus",
    "KeepUsual",
    "MarkDays",
    "MarkPeriod",
    "Meant",
    "Mute",
    "NeverAgain",
    "NotAtHome",
    "NotThisTime",
    "OpenBilling",
    "OpenCalendar",
    "OpenInvoice",
    "OpenInvoices",
    "OpenSitting",
    "PhotoWeek",
    "Picture",
    "PointChild",
    "PrintInvoice",
    "ProposeDeed",
    "RestoreReminders",
    "SendQuestion",
    "SetUsual",
    "Setting",
    "ShiftTime",
    "Show",
    "ShowTakings",
    "SittingDeed",
    "ThatIsMe",
    "Turn",
    "TurnClass",
    "TurnList",
    "Undo",
    "Validate",
    "ValidateMarks",
    "unpack",
]

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
        CallChild,
        CallRest,
        TurnClass,
        KeepMenus,
        DropMenus,
        PhotoWeek,
        DropPhoto,
        OpenInvoices,
        OpenInvoice,
        AskLine,
        SendQuestion,
        PrintInvoice,
        OpenBilling,
        ProposeDeed,
        KeepDeed,
        DropDeed,
        KeepFile,
        DropFile,
        ShowTakings,
    )
}


def unpack(data: str) -> Button | None:
    """The button `data` was packed from; None for what is forged or of a former version."""
    letter, *parts = data.split(":")
    try:
        return KINDS[letter].read(parts)
    except (KeyError, ValueError):
        return None
