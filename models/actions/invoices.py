"""Invoices as rows: written whole, once, and read back as the lines they were issued with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from models.actions.billing_facts import People
from models.rules.lines import Kind, Line, total
from models.rules.numbering import invoice_number
from models.rules.terms import pack_days, pack_price, unpack_days, unpack_price
from models.tables import Invoice, InvoiceLine
from models.tables.billing import Document
from models.vocabulary import Stamp


def number_of(invoice: Invoice) -> str:
    """2026-0042, or "" where nothing is claimed."""
    return invoice_number(invoice.year, invoice.number)


def lines_of(invoice: Invoice) -> tuple[Line, ...]:
    """The lines as they were issued."""
    return tuple(
        Line(
            Kind(row.kind),
            row.unit,
            unpack_days(row.days),
            row.child_id,
            row.service,
            unpack_price(row.price),
            row.source_id,
        )
        for row in invoice.lines
    )


def own_lines(invoice: Invoice) -> tuple[Line, ...]:
    """The lines of the invoice's own month, without what was carried over."""
    return tuple(line for line in lines_of(invoice) if line.kind is not Kind.CARRIED)


@dataclass(frozen=True, slots=True)
class Heading:
    """What an invoice says above its lines."""

    kind: Document
    household_id: int
    month: date
    revision: int = 0
    why: str | None = None
    credits_id: int | None = None


Number = tuple[int, int]  # year, and place in it


def write(
    session: Session, heading: Heading, lines: Sequence[Line], number: Number | None, people: People, stamp: Stamp
) -> Invoice:
    """A new invoice; without `number`, a sum that is not claimed."""
    invoice = Invoice(
        kind=heading.kind,
        year=number[0] if number else None,
        number=number[1] if number else None,
        household_id=heading.household_id,
        month=heading.month,
        revision=heading.revision,
        credits_id=heading.credits_id,
        total=total(lines),
        debtor=people.debtors.get(heading.household_id, {}),
        why=heading.why,
        issued_at=stamp.now,
        account_id=stamp.account_id,
        lines=[_row(position, line, people) for position, line in enumerate(lines, 1)],
    )
    session.add(invoice)
    return invoice


def _row(position: int, line: Line, people: People) -> InvoiceLine:
    return InvoiceLine(
        position=position,
        kind=line.kind.value,
        child_id=line.child_id,
        child=people.children[line.child_id] if line.child_id else "",
        service=line.service,
        days=pack_days(line.days),
        quantity=line.quantity,
        unit=line.unit,
        cents=line.cents,
        price=pack_price(line.price),
        source_id=line.source_id,
    )
