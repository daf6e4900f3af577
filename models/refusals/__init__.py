"""Every reason to say no, as facts; the catalogues of locales/fr give each its sentence.

The sentence of `TooLate` is the message `too-late`: one test walks them all and hears them speak.
Any exception that is not a Refusal is a bug.
"""

from models.refusals.attendance import FutureTime, LeftBeforeArriving, NoSession, NotThatDay, OutsideSession
from models.refusals.base import Refusal
from models.refusals.booking import (
    BeforeFirstDay,
    DeadlineAlreadyPast,
    NotOpenYet,
    NotYourWeek,
    OrderLeft,
    SessionStarted,
    TooLate,
)
from models.refusals.calendar import Closed, NoSchool, PastDay, PublicHoliday, SchoolHoliday, Unpublished
from models.refusals.codes import ExpiredCode, UnknownCode, UsedCode
from models.refusals.command_line import BadLine, DatabaseTrouble, MailNotSent, NoMailServer
from models.refusals.families import (
    AmbiguousChild,
    BadRows,
    CellTooLong,
    Contradiction,
    EmptyCell,
    NotAChoice,
    NotADate,
    NotAnEmail,
    NotAnInteger,
    NotAPhone,
    UnlikelyBirth,
)
from models.refusals.files import (
    BrokenQuotes,
    ColumnWithoutHeading,
    DuplicateHeadings,
    FileTooLarge,
    FileUnreadable,
    FormulaCell,
    MissingHeadings,
    NoRows,
    NotASpreadsheet,
    TooManyRows,
    UnknownHeadings,
    UnzipsTooLarge,
)
from models.refusals.keeping import DatabaseInUse, FileExists, NoDatabase, NotABackup, UsePgDump
from models.refusals.reminders import DelayOutOfRange, NoDayLeft, ReminderTooLate
from models.refusals.settings import BadSetting

__all__ = [
    "AmbiguousChild",
    "BadLine",
    "BadRows",
    "BadSetting",
    "BeforeFirstDay",
    "BrokenQuotes",
    "CellTooLong",
    "Closed",
    "ColumnWithoutHeading",
    "Contradiction",
    "DatabaseInUse",
    "DatabaseTrouble",
    "DeadlineAlreadyPast",
    "DelayOutOfRange",
    "DuplicateHeadings",
    "EmptyCell",
    "ExpiredCode",
    "FileExists",
    "FileTooLarge",
    "FileUnreadable",
    "FormulaCell",
    "FutureTime",
    "LeftBeforeArriving",
    "MailNotSent",
    "MissingHeadings",
    "NoDatabase",
    "NoDayLeft",
    "NoMailServer",
    "NoRows",
    "NoSchool",
    "NoSession",
    "NotABackup",
    "NotAChoice",
    "NotADate",
    "NotAPhone",
    "NotASpreadsheet",
    "NotAnEmail",
    "NotAnInteger",
    "NotOpenYet",
    "NotThatDay",
    "NotYourWeek",
    "OrderLeft",
    "OutsideSession",
    "PastDay",
    "PublicHoliday",
    "Refusal",
    "ReminderTooLate",
    "SchoolHoliday",
    "SessionStarted",
    "TooLate",
    "TooManyRows",
    "UnknownCode",
    "UnknownHeadings",
    "UnlikelyBirth",
    "Unpublished",
    "UnzipsTooLarge",
    "UsePgDump",
    "UsedCode",
]
