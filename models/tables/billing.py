"""Money: tariffs from a file, invoices and credit notes with their lines, the Trésor's references, payments.

An invoice and its lines are written once and never again: what happens to it afterwards stands in other tables.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DDL, JSON, ForeignKey, UniqueConstraint, event, inspect
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from models.tables.base import Base, Facts, Instant, table_of, words
from models.vocabulary import Service


class Document(StrEnum):
    """What an invoice is: a claim, or the credit note that takes one back."""

    INVOICE = "facture"
    CREDIT = "avoir"


class TariffTerms(Base):
    """A tariff the mairie imported, as models/rules/terms.py packs it; laid over those of commune.toml."""

    __tablename__ = "tariff"

    service: Mapped[Service] = mapped_column(words(Service), primary_key=True)
    since: Mapped[date] = mapped_column(primary_key=True)
    terms: Mapped[Facts] = mapped_column(JSON)
    imported_at: Mapped[datetime] = mapped_column(Instant)


class Invoice(Base):
    """What a household owes for a month, or (`kind` avoir) what is taken back of it.

    `year` and `number` leave no gap; both are None where the sum was too small to be claimed and waits for the next
    invoice. `revision`: 0, then one more at each correction. `debtor`: civility, last_name, first_name, address,
    postcode, city as they were on that day. `total` in cents.
    """

    __tablename__ = "invoice"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        UniqueConstraint("household_id", "month", "kind", "revision"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Document] = mapped_column(words(Document))
    year: Mapped[int | None]
    number: Mapped[int | None]
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))
    month: Mapped[date] = mapped_column(index=True)  # its first day
    revision: Mapped[int] = mapped_column(default=0)
    credits_id: Mapped[int | None] = mapped_column(ForeignKey("invoice.id"), unique=True)  # taken back once
    total: Mapped[int]
    debtor: Mapped[Facts] = mapped_column(JSON)
    why: Mapped[str | None]
    issued_at: Mapped[datetime] = mapped_column(Instant)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))

    lines: Mapped[list["InvoiceLine"]] = relationship(
        order_by="InvoiceLine.position", back_populates="invoice", foreign_keys="InvoiceLine.invoice_id"
    )


class InvoiceLine(Base):
    """A line and its reason: `quantity` × `unit` = `cents`, for a child on `days` (ISO day, how many that day).

    `price`: how the unit came about, as models/rules/tariffs.py packs it. `source_id`: the statement whose sum is
    carried over here; unique, so that nothing is carried twice.
    """

    __tablename__ = "invoice_line"
    __table_args__ = (UniqueConstraint("invoice_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoice.id"))
    position: Mapped[int]
    kind: Mapped[str]
    child_id: Mapped[int | None] = mapped_column(ForeignKey("child.id"))
    child: Mapped[str]  # the name, as it was
    service: Mapped[Service | None] = mapped_column(words(Service))
    days: Mapped[list[Any]] = mapped_column(JSON)
    quantity: Mapped[int]
    unit: Mapped[int]
    cents: Mapped[int]
    price: Mapped[Facts | None] = mapped_column(JSON)
    source_id: Mapped[int | None] = mapped_column(ForeignKey("invoice.id"), unique=True)

    invoice: Mapped[Invoice] = relationship(back_populates="lines", foreign_keys=[invoice_id])


class TreasuryReference(Base):
    """The reference the Trésor public printed on its bill: the parent pays with it."""

    __tablename__ = "treasury_reference"

    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoice.id"), primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    entered_at: Mapped[datetime] = mapped_column(Instant)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class Payment(Base):
    """A sum the Trésor says was paid. `nth` of that sum on that day: the same file read twice pays once."""

    __tablename__ = "payment"
    __table_args__ = (UniqueConstraint("invoice_id", "paid_on", "cents", "nth"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    invoice_id: Mapped[int] = mapped_column(ForeignKey("invoice.id"))
    paid_on: Mapped[date]
    cents: Mapped[int]
    nth: Mapped[int] = mapped_column(default=1)
    entered_at: Mapped[datetime] = mapped_column(Instant)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class ImmutableError(Exception):
    """A bug: something tried to change what was issued."""


@event.listens_for(Session, "before_flush")
def _keep(session: Session, _context: object, _instances: object) -> None:
    """Whatever the code, an invoice is written whole, once: no change, no deletion, no line added afterwards."""
    kept = (Invoice, InvoiceLine)
    changed = [row for row in session.dirty if isinstance(row, kept) and session.is_modified(row)]
    gone = [row for row in session.deleted if isinstance(row, kept)]
    late = [row for row in session.new if isinstance(row, InvoiceLine) and inspect(row.invoice).persistent]
    if changed or gone or late:
        raise ImmutableError


# The database refuses too, whoever writes to it. Alembic has its own copy of these words in its revision.
SQLITE_GUARD = """
CREATE TRIGGER %(table)s_is_kept BEFORE UPDATE ON %(table)s
BEGIN SELECT RAISE(ABORT, 'immutable'); END
"""
POSTGRES_REFUSAL = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
AS 'BEGIN RAISE EXCEPTION ''immutable''; END'
"""
POSTGRES_GUARD = """
CREATE TRIGGER %(table)s_is_kept BEFORE UPDATE ON %(table)s FOR EACH ROW EXECUTE FUNCTION refuse_change()
"""
ddl: Any = DDL
for guarded in (Invoice, InvoiceLine):
    for text, dialect in ((SQLITE_GUARD, "sqlite"), (POSTGRES_REFUSAL, "postgresql"), (POSTGRES_GUARD, "postgresql")):
        event.listen(table_of(guarded), "after_create", ddl(text).execute_if(dialect=dialect))
