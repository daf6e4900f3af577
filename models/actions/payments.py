"""What the Trésor public says: references and payments, one by one or from a file, each journaled, none twice."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import ledger
from models.actions.invoices import Number, number_of
from models.refusals import PaysTooMuch, ReferenceTaken, Refusal, UnknownInvoice
from models.rules.settling import Situation, Told
from models.tables import Invoice, JournalEntry, Payment, TreasuryReference
from models.tables.billing import Document
from models.vocabulary import Money, Stamp

Key = tuple[int, date, int, int]  # of a payment: invoice, day, cents, and which of those of that day


@dataclass
class _Books:
    """What is known of some invoices, kept true as more is told: a file of hundreds asks its questions once.

    `invoices` by number, `bearers` by reference; `references`, `situations` by id; `paid`: every payment there is.
    """

    session: Session
    stamp: Stamp
    invoices: dict[Number, Invoice]
    bearers: dict[str, Invoice]
    references: dict[int, TreasuryReference]
    situations: dict[int, Situation]
    paid: set[Key]

    @classmethod
    def of(cls, session: Session, stamp: Stamp, invoices: Iterable[Invoice], references: Collection[str]) -> "_Books":
        """Of `invoices`, and of those that bear one of `references`."""
        bearers = ledger.bearers(session, references)
        known = {invoice.id: invoice for invoice in (*invoices, *bearers.values())}
        asked = select(TreasuryReference).where(TreasuryReference.invoice_id.in_(known))
        payments = select(Payment.invoice_id, Payment.paid_on, Payment.cents, Payment.nth)
        return cls(
            session,
            stamp,
            {(one.year, one.number): one for one in known.values() if one.year and one.number},
            bearers,
            {one.invoice_id: one for one in session.scalars(asked)},
            ledger.situations(session, known.values()),
            {
                (id_, day, cents, nth)
                for id_, day, cents, nth in session.execute(payments.where(Payment.invoice_id.in_(known)))
            },
        )

    def find(self, told: Told) -> Invoice:
        """By our number, else by the Trésor's reference."""
        found = self.invoices.get(told.number) if told.number else self.bearers.get(told.reference)
        if found is None:
            raise UnknownInvoice(told.row, told.shown)
        return found

    def enter_reference(self, invoice: Invoice, reference: str, row: int) -> bool:
        _claims(invoice, row)
        other, known = self.bearers.get(reference), self.references.get(invoice.id)
        if other is not None and other.id != invoice.id:
            raise ReferenceTaken(row, reference, number_of(other))
        if known is not None and known.reference == reference:
            return False
        self._write_reference(invoice, reference, known)
        return True

    def _write_reference(self, invoice: Invoice, reference: str, known: TreasuryReference | None) -> None:
        before, said = (
            known.reference if known else None,
            {"entered_at": self.stamp.now, "account_id": self.stamp.account_id},
        )
        if known is None:
            known = self.references[invoice.id] = TreasuryReference(invoice_id=invoice.id, reference=reference, **said)
            self.session.add(known)
        else:
            self.bearers.pop(known.reference, None)
            known.reference, known.entered_at, known.account_id = reference, self.stamp.now, self.stamp.account_id
            self.session.flush()  # free for another at once
        self.bearers[reference] = invoice
        facts = {"invoice": number_of(invoice), "before": before, "after": reference}
        _journal(self.session, "reference-entered", facts, self.stamp)

    def enter_payment(self, invoice: Invoice, cents: int | None, paid_on: date, nth: int, row: int) -> bool:
        _claims(invoice, row)
        now = self.situations[invoice.id]
        cents = now.due if cents is None else cents
        key = (invoice.id, paid_on, cents, nth)
        if not cents or key in self.paid:
            return False
        if cents > now.due:
            raise PaysTooMuch(row, number_of(invoice), Money(cents), Money(now.due))
        self.paid.add(key)
        self.situations[invoice.id] = replace(now, paid=now.paid + cents)
        said = {"paid_on": paid_on, "entered_at": self.stamp.now, "account_id": self.stamp.account_id}
        self.session.add(Payment(invoice_id=invoice.id, cents=cents, nth=nth, **said))
        _journal(self.session, "payment-entered", _payment_facts(invoice, cents, paid_on), self.stamp)
        return True


def enter_reference(session: Session, invoice: Invoice, reference: str, stamp: Stamp) -> bool:
    """Give `invoice` the reference of its paper bill, in place of another; False where it had it already.

    Raises ReferenceTaken where it is another invoice's, UnknownInvoice where nothing is claimed by `invoice`.
    """
    done = _Books.of(session, stamp, [invoice], [reference]).enter_reference(invoice, reference, 0)
    session.flush()
    return done


def enter_payment(session: Session, invoice: Invoice, cents: int | None, paid_on: date, stamp: Stamp) -> bool:
    """Keep a payment of `cents` (None: all that is left); False where one of that sum and day is known.

    Raises PaysTooMuch above what is left to pay, UnknownInvoice where nothing is claimed by `invoice`.
    """
    done = _Books.of(session, stamp, [invoice], []).enter_payment(invoice, cents, paid_on, 1, 0)
    session.flush()
    return done


def take_back_payment(session: Session, payment: Payment, why: str, stamp: Stamp) -> None:
    """A payment entered by mistake, or refused by the bank."""
    invoice = session.get_one(Invoice, payment.invoice_id)
    session.delete(payment)
    _journal(session, "payment-taken-back", _payment_facts(invoice, payment.cents, payment.paid_on, why=why), stamp)
    session.flush()


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
    rows = list(rows)
    numbered = ledger.by_numbers(session, {told.number for told in rows if told.number})
    books = _Books.of(session, stamp, numbered, {told.reference for told in rows if told.reference})
    kept: Counter[str] = Counter()
    seen: Counter[tuple[int, date, int | None]] = Counter()
    unmatched: list[Refusal] = []
    referenced: dict[int, Invoice] = {}
    settled: dict[int, Invoice] = {}
    for told in rows:
        try:
            invoice = books.find(told)
            news = bool(told.reference) and books.enter_reference(invoice, told.reference, told.row)
            kept["references"] += news
            if news:
                referenced[invoice.id] = invoice
            if told.paid_on:
                seen[invoice.id, told.paid_on, told.cents] += 1
                nth = seen[invoice.id, told.paid_on, told.cents]
                paid = books.enter_payment(invoice, told.cents, told.paid_on, nth, told.row)
                kept["payments"] += paid
                if paid:
                    settled[invoice.id] = invoice
                news = news or paid
            kept["known"] += not news
        except Refusal as why:
            unmatched.append(why)
    session.flush()
    counts = kept["references"], kept["payments"], kept["known"]
    return Settlement(*counts, tuple(unmatched), tuple(referenced.values()), tuple(settled.values()))


def tried(session: Session, rows: Iterable[Told], stamp: Stamp) -> Settlement:
    """What `settle` would do; nothing is kept."""
    trial = session.begin_nested()
    try:
        return settle(session, rows, stamp)
    finally:
        trial.rollback()


def _claims(invoice: Invoice, row: int) -> None:
    if invoice.number is None or invoice.kind is Document.CREDIT:
        raise UnknownInvoice(row, number_of(invoice))


def _payment_facts(invoice: Invoice, cents: int, paid_on: date, **more: object) -> dict[str, object]:
    return {"invoice": number_of(invoice), "cents": cents, "paid_on": paid_on.isoformat(), **more}


def _journal(session: Session, action: str, facts: Mapping[str, object], stamp: Stamp) -> None:
    session.add(JournalEntry(at=stamp.now, account_id=stamp.account_id, action=action, facts=dict(facts)))
