"""Where each invoice stands: its reference, what was paid, whether it was taken back; and invoices found again."""

from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from models.rules.settling import Situation
from models.tables import Invoice, Payment, TreasuryReference
from models.tables.billing import Document
from models.vocabulary import Period

AT_ONCE = 1000  # invoices in one question


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


def of_household(session: Session, household_id: int) -> Sequence[Invoice]:
    """A household's invoices and credit notes, newest first."""
    return session.scalars(
        select(Invoice)
        .where(Invoice.household_id == household_id)
        .options(selectinload(Invoice.lines))
        .order_by(Invoice.month.desc(), Invoice.id.desc())
    ).all()


def by_number(session: Session, year: int, number: int) -> Invoice | None:
    return session.scalar(select(Invoice).where(Invoice.year == year, Invoice.number == number))


def by_reference(session: Session, reference: str) -> Invoice | None:
    return session.scalar(
        select(Invoice)
        .join(TreasuryReference, TreasuryReference.invoice_id == Invoice.id)
        .where(TreasuryReference.reference == reference)
    )


def by_numbers(session: Session, numbers: Collection[tuple[int, int]]) -> Sequence[Invoice]:
    """Those there are of `numbers`, and others of the same years; at most as many questions as a thousand take."""
    years, places = {year for year, _ in numbers}, sorted({place for _, place in numbers})
    found: list[Invoice] = []
    for first in range(0, len(places), AT_ONCE):
        asked = select(Invoice).where(Invoice.year.in_(years), Invoice.number.in_(places[first : first + AT_ONCE]))
        found += session.scalars(asked).all()
    return found


def bearers(session: Session, references: Collection[str]) -> dict[str, Invoice]:
    """The invoices that bear `references`, by reference."""
    asked = select(TreasuryReference.reference, Invoice).join(Invoice, Invoice.id == TreasuryReference.invoice_id)
    said, known = sorted(references), dict[str, Invoice]()
    for first in range(0, len(said), AT_ONCE):
        found = session.execute(asked.where(TreasuryReference.reference.in_(said[first : first + AT_ONCE])))
        known.update(iter(found))
    return known


def by_id(session: Session, invoice_id: int) -> Invoice | None:
    return session.get(Invoice, invoice_id)


def payments_of(session: Session, invoice: Invoice) -> Sequence[Payment]:
    """What was told of it, in the order of days."""
    asked = select(Payment).where(Payment.invoice_id == invoice.id)
    return session.scalars(asked.order_by(Payment.paid_on, Payment.id)).all()
