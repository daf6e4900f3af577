"""Why a file from people is refused; locales/fr/refusals-files.ftl speaks for these."""

from dataclasses import dataclass

from models.refusals.base import Refusal


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


@dataclass(unsafe_hash=True)
class UnknownSubject(Refusal):
    """The headings `found` are those of no table the mairie sends: neither menus, nor payments, nor tariffs."""

    found: tuple[str, ...]
    menus: tuple[str, ...]
    payments: tuple[str, ...]
    tariffs: tuple[str, ...]
