"""Where each invoice stands: its reference, what was paid, whether it was taken back; and invoices found again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from models.refusals import UnknownInvoice
from models.rules.numbering import read_number
from models.rules.settling import Situation
from models.tables import Invoice, InvoiceLine, Payment, TreasuryReference
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


def related(session: Session, invoices: Collection[Invoice]) -> dict[int, Related]:
    """The documents beside each of `invoices`, by id."""
    ids = [one.id for one in invoices]
    taken_back = select(Invoice).where(Invoice.id.in_([one.credits_id for one in invoices if one.credits_id]))
    former = {one.id: one for one in session.scalars(taken_back)}
    credited = {one.credits_id: one for one in session.scalars(select(Invoice).where(Invoice.credits_id.in_(ids)))}
    carrying = select(InvoiceLine.source_id, Invoice).join(Invoice, Invoice.id == InvoiceLine.invoice_id)
    carriers = dict(iter(session.execute(carrying.where(InvoiceLine.source_id.in_(ids)))))
    notes = {one.id: one if one.credits_id else credited.get(one.id) for one in invoices}
    written = _replacements(session, [note for note in notes.values() if note])
    instead = {id_: written.get(note.id) for id_, note in notes.items() if note}
    return {
        one.id: Related(
            former.get(one.credits_id or 0), credited.get(one.id), instead.get(one.id), carriers.get(one.id)
        )
        for one in invoices
    }


def _replacements(session: Session, credits_: Collection[Invoice]) -> dict[int, Invoice]:
    """The invoice written with each credit note, for what the month came to then, by the note's id."""
    homes = {one.household_id for one in credits_}
    found = session.scalars(
        select(Invoice).where(Invoice.household_id.in_(homes), Invoice.kind == Document.INVOICE, Invoice.revision > 0)
    )
    written = {(one.household_id, one.month, one.revision): one for one in found}
    keys = {one.id: (one.household_id, one.month, one.revision) for one in credits_}
    return {id_: written[key] for id_, key in keys.items() if key in written}


def by_number(session: Session, year: int, number: int) -> Invoice | None:
    return session.scalar(select(Invoice).where(Invoice.year == year, Invoice.number == number))


def of_number(session: Session, text: str) -> Invoice:
    """The invoice of a number as people write it; raises UnknownInvoice."""
    wanted = read_number(text)
    found = by_number(session, *wanted) if wanted else None
    if found is None:
        raise UnknownInvoice(0, text)
    return found


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
