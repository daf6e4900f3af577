"""What the Trésor public says: references and payments, one by one or from a file, each journaled, none twice."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import ledger
from models.actions.invoices import number_of
from models.refusals import PaysTooMuch, ReferenceTaken, Refusal, UnknownInvoice
from models.rules.settling import Told
from models.tables import Invoice, JournalEntry, Payment, TreasuryReference
from models.tables.billing import Document
from models.vocabulary import Money, Stamp


def enter_reference(session: Session, invoice: Invoice, reference: str, stamp: Stamp, *, row: int = 0) -> bool:
    """Give `invoice` the reference of its paper bill, in place of another; False where it had it already.

    Raises ReferenceTaken where it is another invoice's, UnknownInvoice where nothing is claimed by `invoice`.
    """
    _claims(invoice, row)
    other = ledger.by_reference(session, reference)
    if other is not None and other.id != invoice.id:
        raise ReferenceTaken(row, reference, number_of(other))
    known = session.get(TreasuryReference, invoice.id)
    if known is not None and known.reference == reference:
        return False
    facts = {"invoice": number_of(invoice), "before": known.reference if known else None, "after": reference}
    session.merge(
        TreasuryReference(invoice_id=invoice.id, reference=reference, entered_at=stamp.now, account_id=stamp.account_id)
    )
    _journal(session, "reference-entered", facts, stamp)
    return True


def enter_payment(
    session: Session, invoice: Invoice, cents: int | None, paid_on: date, stamp: Stamp, *, nth: int = 1, row: int = 0
) -> bool:
    """Keep a payment of `cents` (None: all that is left); False where it is known, as the `nth` of that sum and day.

    Raises PaysTooMuch above what is left to pay, UnknownInvoice where nothing is claimed by `invoice`.
    """
    _claims(invoice, row)
    due = ledger.situations(session, [invoice])[invoice.id].due
    cents = due if cents is None else cents
    key = {"invoice_id": invoice.id, "paid_on": paid_on, "cents": cents, "nth": nth}
    if not cents or session.scalar(select(Payment.id).filter_by(**key)):
        return False
    if cents > due:
        raise PaysTooMuch(row, number_of(invoice), Money(cents), Money(due))
    session.add(Payment(**key, entered_at=stamp.now, account_id=stamp.account_id))
    _journal(session, "payment-entered", _payment_facts(invoice, cents, paid_on), stamp)
    return True


def take_back_payment(session: Session, payment: Payment, why: str, stamp: Stamp) -> None:
    """A payment entered by mistake, or refused by the bank."""
    invoice = session.get_one(Invoice, payment.invoice_id)
    session.delete(payment)
    _journal(session, "payment-taken-back", _payment_facts(invoice, payment.cents, payment.paid_on, why=why), stamp)


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a file did: references and payments kept, rows that said nothing new, rows that match nothing.

    `referenced`, `paid`: the invoices that got a reference, or a payment, each once.
    """

    references: int
    payments: int
    known: int
    unmatched: tuple[Refusal, ...]
    referenced: tuple[Invoice, ...] = field(default=(), compare=False)
    paid: tuple[Invoice, ...] = field(default=(), compare=False)


def settle(session: Session, rows: Iterable[Told], stamp: Stamp) -> Settlement:
    """Keep what `rows` say, each by itself: what does not match is told and stops nothing."""
    kept: Counter[str] = Counter()
    seen: Counter[tuple[int, date, int | None]] = Counter()
    unmatched: list[Refusal] = []
    referenced: dict[int, Invoice] = {}
    settled: dict[int, Invoice] = {}
    for told in rows:
        try:
            invoice = _find(session, told)
            news = bool(told.reference) and enter_reference(session, invoice, told.reference, stamp, row=told.row)
            kept["references"] += news
            if news:
                referenced[invoice.id] = invoice
            if told.paid_on:
                seen[invoice.id, told.paid_on, told.cents] += 1
                nth = seen[invoice.id, told.paid_on, told.cents]
                paid = enter_payment(session, invoice, told.cents, told.paid_on, stamp, nth=nth, row=told.row)
                kept["payments"] += paid
                if paid:
                    settled[invoice.id] = invoice
                news = news or paid
            kept["known"] += not news
        except Refusal as why:
            unmatched.append(why)
    counts = kept["references"], kept["payments"], kept["known"]
    return Settlement(*counts, tuple(unmatched), tuple(referenced.values()), tuple(settled.values()))


def _find(session: Session, told: Told) -> Invoice:
    """By our number, else by the Trésor's reference."""
    found = ledger.by_number(session, *told.number) if told.number else ledger.by_reference(session, told.reference)
    if found is None:
        raise UnknownInvoice(told.row, told.shown)
    return found


def _claims(invoice: Invoice, row: int) -> None:
    if invoice.number is None or invoice.kind is Document.CREDIT:
        raise UnknownInvoice(row, number_of(invoice))


def _payment_facts(invoice: Invoice, cents: int, paid_on: date, **more: object) -> dict[str, object]:
    return {"invoice": number_of(invoice), "cents": cents, "paid_on": paid_on.isoformat(), **more}


def _journal(session: Session, action: str, facts: Mapping[str, object], stamp: Stamp) -> None:
    session.add(JournalEntry(at=stamp.now, account_id=stamp.account_id, action=action, facts=dict(facts)))
    session.flush()
