"""What becomes of an invoice once issued, and the file of references and payments that says so."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from models.files.sheets import Row, Sheet
from models.refusals import EmptyCell, FuturePayment, NotADate, NotAReference, Refusal, UnknownInvoice
from models.rules import cells
from models.rules.cells import Cell
from models.rules.numbering import read_number
from models.rules.tariff_sheet import euros


class Status(StrEnum):
    """Where an invoice stands; the values are those of the exports. Paid is only what the Trésor said was paid."""

    ISSUED = "emise"
    SENT = "transmise"  # the Trésor has given it a reference
    PAID = "payee"
    CREDIT = "avoir"
    CREDITED = "annulee"  # taken back by a credit note
    CARRIED = "reportee"  # too small to be claimed


@dataclass(frozen=True, slots=True)
class Situation:
    """An invoice and what happened to it; sums in cents, `paid_on` the day of the newest payment."""

    total: int
    claimed: bool = True
    is_credit: bool = False
    credited: bool = False
    reference: str = ""
    paid: int = 0
    paid_on: date | None = None

    @property
    def due(self) -> int:
        """What is left to pay of it."""
        return max(0, self.total - self.paid) if self.claimed and not self.is_credit else 0

    @property
    def status(self) -> Status:
        if not self.claimed:
            return Status.CARRIED
        if self.is_credit:
            return Status.CREDIT
        if self.credited:
            return Status.CREDITED
        if self.paid and not self.due:
            return Status.PAID
        return Status.SENT if self.reference else Status.ISSUED


# What `clochette export factures` writes may be filled in and handed back.
TOLD = ("periode", "foyer", "total_centimes", "etat")
COLUMNS = ("numero", "reference_tresor", "montant", "payee_le", *TOLD)


@dataclass(frozen=True, slots=True)
class Told:
    """A row: which invoice, by number or reference; its reference; a payment (no sum: all that is left)."""

    row: int
    number: tuple[int, int] | None
    reference: str
    cents: int | None = None
    paid_on: date | None = None

    @property
    def shown(self) -> str:
        return f"{self.number[0]}-{self.number[1]:04}" if self.number else self.reference

    def pack(self) -> list[Any]:
        """As JSON keeps it."""
        day = self.paid_on.isoformat() if self.paid_on else None
        return [self.row, list(self.number) if self.number else None, self.reference, self.cents, day]


def unpack(packed: list[Any]) -> Told:
    row, number, reference, cents, day = packed
    return Told(row, (number[0], number[1]) if number else None, reference, cents, day and date.fromisoformat(day))


def read(sheet: Sheet, today: date) -> tuple[list[Told], list[Refusal]]:
    """What the rows say, and those that cannot be read or are not true yet; one without news says nothing."""
    told: list[Told] = []
    errors: list[Refusal] = []
    for row in sheet.rows:
        if any(row.cells.get(column) for column in ("reference_tresor", "montant", "payee_le")):
            try:
                told.append(_told(row, today))
            except Refusal as wrong:
                errors.append(wrong)
    return told, errors


def _told(row: Row, today: date) -> Told:
    said = {column: READINGS[column](cell) for column, cell in _cells(row) if cell.text}
    if "numero" not in said and "reference_tresor" not in said:
        raise EmptyCell(row.number, "numero")
    if "montant" in said and "payee_le" not in said:
        raise EmptyCell(row.number, "payee_le")
    if "payee_le" in said:
        check_paid_on(said["payee_le"], today, row.number)
    reference = said.get("reference_tresor", "")
    return Told(row.number, said.get("numero"), reference, said.get("montant"), said.get("payee_le"))


def _cells(row: Row) -> Iterable[tuple[str, Cell]]:
    return ((column, Cell(row.number, column, row.cells.get(column, ""))) for column in READINGS)


def _number(cell: Cell) -> tuple[int, int]:
    if number := read_number(cell.text):
        return number
    raise UnknownInvoice(cell.row, cells.text(cell))


def _day(cell: Cell) -> date:
    """JJ/MM/AAAA, or AAAA-MM-JJ as exports write it."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", cell.text):
        try:
            return date.fromisoformat(cell.text)
        except ValueError:
            raise NotADate(cell.row, cell.column, cell.text) from None
    return cells.day(cell)


def check_paid_on(day: date, today: date, row: int = 0) -> None:
    """Raise FuturePayment for a day that has not come."""
    if day > today:
        raise FuturePayment(row, day)


LONGEST_REFERENCE = 60


def reference_in(text: str) -> str:
    """A reference typed by itself, as it is written; raises NotAReference."""
    if not any(letter.isdigit() for letter in text) or len(text) > LONGEST_REFERENCE:
        raise NotAReference(text[:LONGEST_REFERENCE])
    return text


READINGS: Mapping[str, Callable[[Cell], Any]] = {
    "numero": _number,
    "reference_tresor": cells.text,
    "montant": euros,
    "payee_le": _day,
}
