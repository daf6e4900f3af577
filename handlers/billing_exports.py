"""A month's invoices as tables for the Trésor public, handed in the chat: drawn when they leave, as every document."""

from datetime import date, datetime

from handlers.reply import Document, Reply
from handlers.visit import Visit
from locales import bills
from models.actions import ledger
from models.actions.exports import EXPORTS
from models.files.tabulation import Value
from models.vocabulary import Period

TABLES = ("factures", "titres")


def export(month: date, visit: Visit) -> Reply:
    """What `clochette export` writes of the month: every invoice, and every line of those that are numbered."""
    period = Period.month(month)
    if not ledger.of_period(visit.session, period):
        return Reply(visit.say("desk-nothing-to-export", month=bills.month(month)))
    return Reply(documents=tuple(_document(name, period, visit) for name in TABLES))


def _document(name: str, period: Period, visit: Visit) -> Document:
    table = EXPORTS[name](visit.session, period, visit.commune)
    facts = {
        "name": f"{name} {period.first:%Y-%m}",
        "headings": list(table.headings),
        "rows": [[_json(value) for value in row] for row in table.rows],
    }
    return Document("table", facts, visit.say(f"desk-export-{name}", month=bills.month(period.first)))


def _json(value: Value) -> str | int:
    """Days and instants as the CSV has them."""
    return value.isoformat() if isinstance(value, date | datetime) else value
