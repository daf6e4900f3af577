"""Money on paper: invoices, with what became of them, and tax certificates, as documents to be sent or printed."""

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy.orm import Session, object_session

from handlers.buttons import PrintInvoice
from handlers.reply import Document, Reply
from handlers.visit import Visit
from locales import bills
from locales.sheets import invoice as sheet
from locales.sheets.bill import Bill, Standing
from locales.sheets.certificate import Paid
from locales.sheets.letterhead import Sender, addressed
from locales.voice import Voice
from models.actions import ledger
from models.actions.billing_facts import People
from models.actions.certificates import Certificate, certificates, payers
from models.actions.invoices import lines_of, number_of
from models.actions.ledger import Related
from models.rules.commune import Commune
from models.rules.settling import Situation
from models.tables import Invoice
from models.vocabulary import Money, Role


def show(button: PrintInvoice, visit: Visit) -> Reply:
    """The paper of an invoice: of one's own households, or for the mairie of any."""
    if visit.has(Role.MAIRIE):
        found = ledger.by_id(visit.session, button.invoice_id)
    else:
        found = ledger.theirs(visit.session, button.invoice_id, visit.person.households)
    if found is None:
        return Reply(visit.say("stale-button"))
    situation = ledger.situations(visit.session, [found])[found.id]
    return Reply(documents=(invoice_paper(found, visit.commune, visit.voice, situation),))


def invoice_paper(invoice: Invoice, commune: Commune, voice: Voice, situation: Situation) -> Document:
    """`invoice`, or a credit note, as it was issued, and where it stands by `situation`; it is of a session."""
    bill = _bill(invoice, commune, situation)
    facts = {
        "opening": sheet.opening(bill),
        "title": sheet.title(bill, voice),
        "month": bills.month(invoice.month),
        "sum": Money(invoice.total),
    }
    return Document("invoice", bill.pack(), voice.say("paper-invoice-caption", facts))


def _bill(invoice: Invoice, commune: Commune, situation: Situation) -> Bill:
    issued = commune.today(invoice.issued_at)
    beside = _beside(invoice)
    children = (row.child for row in invoice.lines)
    return Bill(
        sender=Sender.of(commune),
        addressee=addressed(invoice.debtor),
        is_credit=situation.is_credit,
        number=number_of(invoice),
        month=invoice.month,
        issued=issued,
        until=issued + timedelta(days=commune.contest_days),
        lines=tuple(zip(children, lines_of(invoice), strict=True)),
        standing=Standing(
            situation.status,
            situation.due,
            situation.paid,
            situation.paid_on,
            situation.reference,
            commune.payfip_identifier,
        ),
        why=invoice.why or "",
        former=_number(beside.taken_back),
        credit=_number(beside.credit),
        instead=_number(beside.instead),
        carrier=_number(beside.carrier),
    )


def _beside(invoice: Invoice) -> Related:
    session = object_session(invoice)
    assert session
    return ledger.related(session, [invoice])[invoice.id]


def _number(invoice: Invoice | None) -> str:
    return number_of(invoice) if invoice else ""


def certificate_papers(
    session: Session, household_ids: Collection[int], year: int, commune: Commune, voice: Voice, made: date
) -> list[Document]:
    """What those households paid for the garderie in `year`, a document a young child, as known on the day `made`."""
    found = certificates(session, year, household_ids)
    return [paper for _, paper in drawn(session, found, year, commune, voice, made)]


def drawn(
    session: Session, found: Collection[Certificate], year: int, commune: Commune, voice: Voice, made: date
) -> list[tuple[Certificate, Document]]:
    """Each of `found` with its document."""
    if not found:
        return []
    names, debtors = payers(session, {one.household_id for one in found}), People.load(session).debtors
    papers = []
    for one in found:
        addressee = addressed(debtors.get(one.household_id, {}))
        paid = Paid(Sender.of(commune), addressee, names[one.household_id], year, one.child, one.born, one.cents, made)
        caption = voice.say("certificate-caption", year=str(year), child=one.child, sum=Money(one.cents))
        papers.append((one, Document("certificate", paid.pack(), caption)))
    return papers
