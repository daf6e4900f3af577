"""The buttons of a family's invoices: their list, one of them, a line of it that is not understood."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.buttons.base import Button


@dataclass(frozen=True, slots=True)
class OpenInvoices(Button):
    """A page of the list of invoices, from 0."""

    letter: ClassVar[str] = "I"
    page: int


@dataclass(frozen=True, slots=True)
class OpenInvoice(Button):
    """An invoice, in place of what was tapped; `apart`: in a message of its own, that a letter stays readable."""

    letter: ClassVar[str] = "J"
    invoice_id: int
    apart: bool


@dataclass(frozen=True, slots=True)
class AskLine(Button):
    """A line of an invoice that is not understood, from 1; 0: which one? `page` of its lines, from 0."""

    letter: ClassVar[str] = "M"
    invoice_id: int
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class SendQuestion(Button):
    """Ask the mairie about that line, without a word more."""

    letter: ClassVar[str] = "N"
    invoice_id: int
    line: int


@dataclass(frozen=True, slots=True)
class PrintInvoice(Button):
    """An invoice as a PDF: for its family, and for the mairie."""

    letter: ClassVar[str] = "D"
    invoice_id: int
