"""Every table, so that whoever imports one has them all registered."""

from models.tables.attendance import Attendance, AttendanceChange, Lateness, PresenceWatch, Sitting
from models.tables.base import Base, Instant, in_dialect, table_of
from models.tables.billing import Invoice, InvoiceLine, Payment, TariffTerms, TreasuryReference
from models.tables.booking import Booking, Context, DailyOrder, Draft, Receipt, ReceiptLine, UsualWeek
from models.tables.calendar import Closure, CutoffByHand, NoOrderDay
from models.tables.menus import DayMenu, MenuPhoto
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
from models.tables.people import Account, Child, Guardian, Household, Invitation, Quotient, Residence, Staff, WrongCode

__all__ = [
    "Account",
    "Attendance",
    "AttendanceChange",
    "Base",
    "Booking",
    "Child",
    "Closure",
    "Context",
    "CutoffByHand",
    "DailyOrder",
    "DayMenu",
    "Declined",
    "Draft",
    "Guardian",
    "HandledUpdate",
    "Heartbeat",
    "Household",
    "Instant",
    "Invitation",
    "Invoice",
    "InvoiceLine",
    "JournalEntry",
    "Lateness",
    "Letter",
    "MenuPhoto",
    "Muted",
    "MutedWeek",
    "NoOrderDay",
    "Payment",
    "Post",
    "PresenceWatch",
    "Quotient",
    "Receipt",
    "ReceiptLine",
    "ReminderChoice",
    "ReminderRound",
    "Residence",
    "Sitting",
    "Staff",
    "TariffTerms",
    "TreasuryReference",
    "UsualWeek",
    "WrongCode",
    "in_dialect",
    "table_of",
]
