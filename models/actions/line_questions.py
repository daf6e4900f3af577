"""Lines of an invoice a family does not understand: asked of the mairie once a day each, and journaled."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.invoices import number_of
from models.tables import Guardian, Household, Invoice, JournalEntry
from models.vocabulary import Stamp

ASKED = "line-questioned"
AGAIN = timedelta(hours=24)  # after which the same line may be asked about again


def asked_at(session: Session, invoice: Invoice, line: int, now: datetime) -> datetime | None:
    """When that line, from 1, was asked about in the last 24 hours; None where it may be asked about."""
    facts = JournalEntry.facts
    recent = select(JournalEntry.at).where(JournalEntry.at > now - AGAIN, JournalEntry.action == ASKED)
    same = recent.where(facts["invoice_id"].as_integer() == invoice.id, facts["line"].as_integer() == line)
    return session.scalar(same.order_by(JournalEntry.at.desc()).limit(1))


def note(session: Session, invoice: Invoice, line: int, stamp: Stamp) -> str:
    """Journal the question, without its words; returns the key under which it is owed to the mairie once.

    Of two at one instant both are noted and one is told: 24 hours later the day is another.
    """
    facts = {"invoice": number_of(invoice), "invoice_id": invoice.id, "line": line}
    session.add(JournalEntry(at=stamp.now, account_id=stamp.account_id, action=ASKED, facts=facts))
    session.flush()
    return f"question:{invoice.id}:{line}:{stamp.now.date()}"


def household_key(session: Session, invoice: Invoice) -> str:
    """The household as the mairie's files name it."""
    return session.get_one(Household, invoice.household_id).key


def phone_of(session: Session, invoice: Invoice, account_id: int) -> str:
    """The telephone on file of the guardian who asks, or ""."""
    asker = select(Guardian.phone).filter_by(household_id=invoice.household_id, account_id=account_id)
    return session.scalar(asker.order_by(Guardian.id).limit(1)) or ""
