"""Every reason to say no, as facts; locales/fr/refusals.ftl gives each its sentence.

The sentence of `TooLate` is the message `too-late`: one test walks them all and hears them speak.
Any exception that is not a Refusal is a bug.
"""

import re
from dataclasses import dataclass, fields
from datetime import date, datetime

from models.vocabulary import Service


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Why something asked for is not done: facts, no sentence. Not frozen: Python writes tracebacks on exceptions."""

    @classmethod
    def name(cls) -> str:
        """The id of its sentence: TooLate → too-late."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    def facts(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in fields(self)}  # type: ignore[arg-type]


# Settings


@dataclass(unsafe_hash=True)
class BadSetting(Refusal):
    """`key` in `where` is wrong; `problem` is missing, extra_forbidden, value, unreadable or toml; never the value."""

    where: str
    key: str
    problem: str
    detail: str


# The calendar


@dataclass(unsafe_hash=True)
class Unpublished(Refusal):
    """No official school calendar covers `day` yet."""

    day: date


@dataclass(unsafe_hash=True)
class PastDay(Refusal):
    day: date


@dataclass(unsafe_hash=True)
class NoSchool(Refusal):
    """A weekday without canteen, or a weekend."""

    day: date


@dataclass(unsafe_hash=True)
class PublicHoliday(Refusal):
    day: date
    holiday: str


@dataclass(unsafe_hash=True)
class SchoolHoliday(Refusal):
    """`holiday` is the name of the holidays: Toussaint, Noël, Hiver, Printemps, Été, Ascension."""

    day: date
    holiday: str


@dataclass(unsafe_hash=True)
class Closed(Refusal):
    """The mairie closed the school or the service that day."""

    day: date
    reason: str


# Booking


@dataclass(unsafe_hash=True)
class TooLate(Refusal):
    day: date
    deadline: datetime


@dataclass(unsafe_hash=True)
class OrderLeft(Refusal):
    """Asked in time, but the order of that day has left: only the mairie can still add it."""

    day: date
    deadline: datetime


@dataclass(unsafe_hash=True)
class SessionStarted(Refusal):
    day: date
    service: Service
    started: datetime


@dataclass(unsafe_hash=True)
class NotOpenYet(Refusal):
    """Bookings open at `opens` ([opening] in commune.toml)."""

    day: date
    opens: date


@dataclass(unsafe_hash=True)
class BeforeFirstDay(Refusal):
    day: date
    first_day: date


@dataclass(unsafe_hash=True)
class NotYourWeek(Refusal):
    """The child spends that week in its other household, which alone books it."""

    day: date
    child: str


@dataclass(unsafe_hash=True)
class DeadlineAlreadyPast(Refusal):
    """A no-order day would move the cut-off of `day` to an instant already past: another one must be given."""

    day: date
    deadline: datetime


# Files from people: locales/fr/refusals-files.ftl speaks for all that follows


@dataclass(unsafe_hash=True)
class FileUnreadable(Refusal):
    """The path cannot be opened; `problem` is missing, directory, denied or other."""

    path: str
    problem: str


@dataclass(unsafe_hash=True)
class FileTooLarge(Refusal):
    """`limit` in megabytes."""

    limit: int


@dataclass(unsafe_hash=True)
class UnzipsTooLarge(Refusal):
    """An XLSX that declares more than `limit` megabytes once unzipped, or more parts than any workbook has."""

    limit: int


@dataclass(unsafe_hash=True)
class NotASpreadsheet(Refusal):
    """Neither CSV in UTF-8 or cp1252, nor XLSX."""


@dataclass(unsafe_hash=True)
class BrokenQuotes(Refusal):
    """A CSV whose quotes do not match at or before line `row`."""

    row: int


@dataclass(unsafe_hash=True)
class NoRows(Refusal):
    """Nothing under the headings, or nothing at all."""


@dataclass(unsafe_hash=True)
class TooManyRows(Refusal):
    limit: int


@dataclass(unsafe_hash=True)
class MissingHeadings(Refusal):
    """`headings` are wanted and absent; `found` are those read."""

    headings: tuple[str, ...]
    found: tuple[str, ...]


@dataclass(unsafe_hash=True)
class UnknownHeadings(Refusal):
    headings: tuple[str, ...]
    known: tuple[str, ...]


@dataclass(unsafe_hash=True)
class DuplicateHeadings(Refusal):
    headings: tuple[str, ...]


@dataclass(unsafe_hash=True)
class ColumnWithoutHeading(Refusal):
    """Row `row` has something in a column that has no heading: a stray separator, most often."""

    row: int
    column: str


@dataclass(unsafe_hash=True)
class FormulaCell(Refusal):
    """A formula: what it shows depends on who opens the file."""

    row: int
    column: str


# One cell or row of a families file


@dataclass(unsafe_hash=True)
class EmptyCell(Refusal):
    row: int
    column: str


@dataclass(unsafe_hash=True)
class CellTooLong(Refusal):
    row: int
    column: str
    limit: int


@dataclass(unsafe_hash=True)
class NotADate(Refusal):
    row: int
    column: str
    value: str


@dataclass(unsafe_hash=True)
class UnlikelyBirth(Refusal):
    """A birth date to come, or of a grown-up."""

    row: int
    column: str
    value: date


@dataclass(unsafe_hash=True)
class NotAnEmail(Refusal):
    row: int
    column: str
    value: str


@dataclass(unsafe_hash=True)
class NotAPhone(Refusal):
    row: int
    column: str
    value: str


@dataclass(unsafe_hash=True)
class NotAnInteger(Refusal):
    row: int
    column: str
    value: str


@dataclass(unsafe_hash=True)
class NotAChoice(Refusal):
    row: int
    column: str
    value: str
    choices: tuple[str, ...]


@dataclass(unsafe_hash=True)
class Contradiction(Refusal):
    """Row `row` says `value` where row `other_row`, about the same person or household, said `other`."""

    row: int
    column: str
    value: str
    other_row: int
    other: str


@dataclass(unsafe_hash=True)
class AmbiguousChild(Refusal):
    """Without a birth date, `child` may be either of two children of that household."""

    row: int
    child: str


@dataclass(unsafe_hash=True)
class BadRows(Refusal):
    """A families file with errors: every one of them, in the order of the rows; nothing is imported."""

    errors: tuple[Refusal, ...]

    def facts(self) -> dict[str, object]:
        return {"count": len(self.errors)}


# Temporary codes: the three reasons bear one sentence, so that no stranger learns which codes exist


@dataclass(unsafe_hash=True)
class UnknownCode(Refusal):
    pass


@dataclass(unsafe_hash=True)
class ExpiredCode(Refusal):
    pass


@dataclass(unsafe_hash=True)
class UsedCode(Refusal):
    pass


# Keeping the database


@dataclass(unsafe_hash=True)
class FileExists(Refusal):
    """Never overwritten."""

    path: str


@dataclass(unsafe_hash=True)
class NoDatabase(Refusal):
    """`path` is "none" where the settings name no file."""

    path: str


@dataclass(unsafe_hash=True)
class NotABackup(Refusal):
    """`problem` is damaged, foreign (not Clochette's) or newer (made by a newer version)."""

    path: str
    problem: str


@dataclass(unsafe_hash=True)
class DatabaseInUse(Refusal):
    """The bot is running: stop it first."""

    path: str


@dataclass(unsafe_hash=True)
class UsePgDump(Refusal):
    """PostgreSQL has its own tools for this; `tool` is pg_dump or pg_restore."""

    tool: str


# The command line


@dataclass(unsafe_hash=True)
class BadLine(Refusal):
    """Line `row` of the standard input is no JSON object with the keys wanted."""

    row: int


@dataclass(unsafe_hash=True)
class NoMailServer(Refusal):
    """CLOCHETTE_SMTP_URL is not set."""


@dataclass(unsafe_hash=True)
class MailNotSent(Refusal):
    """The mail server refused or was not reached; `sent` had left before."""

    sent: int
    problem: str


@dataclass(unsafe_hash=True)
class DatabaseTrouble(Refusal):
    """The database cannot be opened or read; `problem` is the driver's own word for it."""

    problem: str
