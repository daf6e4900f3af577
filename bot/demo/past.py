"""What the made-up commune has behind it: its tariffs, October billed, its menus; all by the mairie's real actions."""

from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from bot.demo.cast import PARIS
from locales.fr import menus as written
from models.actions import billing, ledger, menus, payments, tariffs
from models.files import sheets
from models.rules import tariff_sheet
from models.rules.commune import Commune
from models.rules.menus import COLUMNS, REQUIRED, Change
from models.tables import Invoice
from models.vocabulary import Period, Stamp

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 16))
ISSUED_AT = datetime(2026, 11, 4, 9, tzinfo=PARIS)
ANSWERED_AT = datetime(2026, 11, 19, 14, tzinfo=PARIS)  # by the Trésor public
REFERENCE = "2026-00059173-{:05}"
PAID_ON = date(2026, 11, 17)


def bring_tariffs(session: Session) -> None:
    """The tariffs of the school year."""
    read = tariff_sheet.read(_sheet("tariffs.csv", tariff_sheet.COLUMNS, tariff_sheet.REQUIRED))
    tariffs.bring(session, read, Stamp(None, ISSUED_AT))


def bring_menus(session: Session, commune: Commune) -> None:
    """This week's menus and the next one's."""
    said = written.read_sheet(_sheet("menus.csv", COLUMNS, REQUIRED), ANSWERED_AT, commune.calendar)
    menus.keep(session, [Change(day, None, menu) for day, menu in said.items()], Stamp(None, ANSWERED_AT))


def bill_october(session: Session, commune: Commune) -> None:
    """October's invoices: each with the Trésor's reference, the first, the third… paid."""
    billing.issue(session, OCTOBER.first, commune, Stamp(None, ISSUED_AT))
    stamp = Stamp(None, ANSWERED_AT)
    claimed: list[Invoice] = [invoice for invoice in ledger.of_period(session, OCTOBER) if invoice.number]
    for place, invoice in enumerate(claimed, 1):
        payments.enter_reference(session, invoice, REFERENCE.format(place), stamp)
        if place % 2:
            payments.enter_payment(session, invoice, None, PAID_ON, stamp)


def _sheet(name: str, known: tuple[str, ...], required: tuple[str, ...]) -> sheets.Sheet:
    return sheets.read(Path(__file__).with_name(name).read_bytes(), known=known, required=required)
