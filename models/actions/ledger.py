"""Where each invoice stands: its reference, what was paid, whether it was taken back; and invoices found again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from models.rules.settling import Situation
from models.tables import Invoice, InvoiceLine, Payment, TreasuryReference
from models.tables.billing import Document
from models.vocabulary import Period


def situations(session: Session, invoices: Collection[Invoice]) -> dict[int, Situation]:
    """What became of each of `invoices`, by id."""
    ids = [invoice.id for invoice in invoices]
    asked = select(TreasuryReference.invoice_id, TreasuryReference.reference)
    references = dict(iter(session.execute(asked.where(TreasuryReference.invoice_id.in_(ids)))))
    sums = select(Payment.invoice_id, func.sum(Payment.cents), func.max(Payment.paid_on))
    found = session.execute(sums.where(Payment.invoice_id.in_(ids)).group_by(Payment.invoice_id))
    paid = {id_: (cents, day) for id_, cents, day in found}
    credited = set(session.scalars(select(Invoice.credits_id).where(Invoice.credits_id.in_(ids))))
    return {
        invoice.id: Situation(
            invoice.total,
            invoice.number is not None,
            invoice.kind is Document.CREDIT,
            invoice.id in credited,
            references.get(invoice.id, ""),
            *paid.get(invoice.id, (0, None)),
        )
        for invoice in invoices
    }


def of_period(session: Session, period: Period) -> Sequence[Invoice]:
    """Every invoice and credit note of the months `period` touches, numbered ones first within a month."""
    return session.scalars(
        select(Invoice)
        .where(Invoice.month.between(period.first.replace(day=1), period.last))
        .options(selectinload(Invoice.lines))
        .order_by(Invoice.month, Invoice.number.is_(None), Invoice.year, Invoice.number, Invoice.id)
    ).all()


def of_households(session: Session, household_ids: Collection[int]) -> Sequence[Invoice]:
    """The invoices and credit notes of those households, newest first; their lines are read when looked at."""
    return session.scalars(
        select(Invoice).where(Invoice.household_id.in_(household_ids)).order_by(Invoice.month.desc(), Invoice.id.desc())
    ).all()


def theirs(session: Session, invoice_id: int, household_ids: Collection[int]) -> Invoice | None:
    """That invoice, where it is one of those households'."""
    return session.scalar(select(Invoice).where(Invoice.id == invoice_id, Invoice.household_id.in_(household_ids)))


@dataclass(frozen=True, slots=True)
class Related:
    """The documents beside an invoice: the one it takes back, its credit note, what replaced it, what carries it."""

    taken_back: Invoice | None = None
    credit: Invoice | None = None
    instead: Invoice | None = None
    carrier: Invoice | None = None


def related(session: Session, invoice: Invoice) -> Related:
    taken_back = session.get(Invoice, invoice.credits_id) if invoice.credits_id else None
    credit = session.scalar(select(Invoice).where(Invoice.credits_id == invoice.id))
    corrected = invoice if taken_back else credit
    carried = select(InvoiceLine.invoice_id).where(InvoiceLine.source_id == invoice.id).scalar_subquery()
    carrier = session.scalar(select(Invoice).where(Invoice.id == carried))
    return Related(taken_back, credit, _instead(session, corrected) if corrected else None, carrier)


def _instead(session: Session, credit: Invoice) -> Invoice | None:
    """The invoice written with a credit note, for what the month came to then."""
    same = {"household_id": credit.household_id, "month": credit.month, "revision": credit.revision}
    return session.scalar(select(Invoice).filter_by(kind=Document.INVOICE, **same))


def by_number(session: Session, year: int, number: int) -> Invoice | None:
    return session.scalar(select(Invoice).where(Invoice.year == year, Invoice.number == number))


def by_reference(session: Session, reference: str) -> Invoice | None:
    return session.scalar(
        select(Invoice)
        .join(TreasuryReference, TreasuryReference.invoice_id == Invoice.id)
        .where(TreasuryReference.reference == reference)
    )
