"""What is wrong in one cell or row of a families file."""

from dataclasses import dataclass
from datetime import date

from models.refusals.base import Refusal


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
