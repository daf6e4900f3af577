"""Every table, so that whoever imports one has them all registered."""

from models.tables.base import Base, Instant, table_of
from models.tables.booking import Booking, DailyOrder, Draft, Receipt, ReceiptLine, UsualWeek
from models.tables.calendar import Closure, CutoffByHand, NoOrderDay
from models.tables.notices import (
    Declined,
    HandledUpdate,
    Heartbeat,
    JournalEntry,
    Letter,
    Muted,
    MutedWeek,
    Post,
    ReminderChoice,
    ReminderRound,
)
from models.tables.people import Account, Child, Guardian, Household, Invitation, Residence, Staff, WrongCode

__all__ = [
    "Account",
    "Base",
    "Booking",
    "Child",
    "Closure",
    "CutoffByHand",
    "DailyOrder",
    "Declined",
    "Draft",
    "Guardian",
    "HandledUpdate",
    "Heartbeat",
    "Household",
    "Instant",
    "Invitation",
    "JournalEntry",
    "Letter",
    "Muted",
    "MutedWeek",
    "NoOrderDay",
    "Post",
    "Receipt",
    "ReceiptLine",
    "ReminderChoice",
    "ReminderRound",
    "Residence",
    "Staff",
    "UsualWeek",
    "WrongCode",
    "table_of",
]
