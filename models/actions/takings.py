"""The mairie's month in figures, counted from bookings, attendance, invoices and payments as they stand."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import astuple
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.actions import billing_facts, ledger
from models.actions.calendar import commune_today
from models.actions.invoices import own_lines
from models.actions.tariffs import with_tariffs
from models.files.tabulation import Tabulation, Value
from models.rules.billing import bill
from models.rules.commune import Commune
from models.rules.takings import Amounts, Claim, Claims, Takings, Use, amounts, summed, unpaid_by_age, used
from models.tables import Invoice, Payment
from models.tables.billing import Document
from models.vocabulary import Period

CHIFFRES = (
    *("mois", "repas", "repas_sans_reservation", "absences", "garderie_matin_minutes", "garderie_soir_minutes"),
    *("etat", "cantine_centimes", "garderie_matin_centimes", "garderie_soir_centimes", "dont_retards_centimes"),
    *("facture_centimes", "reporte_centimes", "paye_centimes", "impaye_centimes"),
)


def takings(session: Session, month: date, commune: Commune, today: date) -> Takings:
    """The month `month` is in, and what is left to pay of all months on `today`."""
    claims = _claims(session, commune.timezone)
    use, sums, issued = _month(session, month, commune)
    first = month.replace(day=1)
    claimed = summed((claim for claim in claims if claim.month == first), _postponed(session, first))
    return Takings(first, today, issued, use, sums, claimed, unpaid_by_age(claims, today))


def _month(session: Session, month: date, commune: Commune) -> tuple[Use, Amounts, bool]:
    """What was taken, what the lines issued come to, and whether any were; else what the draft's come to."""
    period = Period.month(month)
    commune = with_tariffs(session, commune_today(session, commune))
    facts = billing_facts.load(session, period, commune)
    documents = ledger.of_period(session, period)
    if documents:
        return used(facts), amounts(line for document in documents for line in own_lines(document)), True
    drafted = bill(facts, commune.pricing).lines.values()
    return used(facts), amounts(line for lines in drafted for line in lines), False


def _claims(session: Session, timezone: ZoneInfo) -> list[Claim]:
    """What every household owes for every month, whatever was corrected since."""
    paid = select(Payment.invoice_id, func.sum(Payment.cents).label("cents")).group_by(Payment.invoice_id).subquery()
    found = session.execute(
        select(
            Invoice.household_id,
            Invoice.month,
            Invoice.kind,
            Invoice.issued_at,
            Invoice.total,
            func.coalesce(paid.c.cents, 0).label("paid"),
        )
        .outerjoin(paid, paid.c.invoice_id == Invoice.id)
        .where(Invoice.number.is_not(None))
        .order_by(Invoice.id)
    )
    together = defaultdict(list)
    for row in found:
        together[row.household_id, row.month].append(row)
    return [
        Claim(
            month,
            max(row.issued_at for row in rows if row.kind is Document.INVOICE).astimezone(timezone).date(),
            sum(row.total for row in rows),
            sum(row.paid for row in rows),
        )
        for (_, month), rows in together.items()
    ]


def _postponed(session: Session, month: date) -> int:
    """What was too small to be claimed for `month`."""
    asked = select(func.coalesce(func.sum(Invoice.total), 0)).where(Invoice.number.is_(None), Invoice.month == month)
    return session.scalars(asked).one()


def chiffres(session: Session, period: Period, commune: Commune) -> Tabulation:
    """A row a month `period` touches: what was taken, amounts by service, what is claimed, paid, and left to pay."""
    claims = defaultdict(list)
    for claim in _claims(session, commune.timezone):
        claims[claim.month].append(claim)

    def rows() -> Iterator[tuple[Value, ...]]:
        month = period.first.replace(day=1)
        while month <= period.last:
            use, sums, issued = _month(session, month, commune)
            told: Claims = summed(claims[month], _postponed(session, month))
            state = "emise" if issued else "brouillon"
            yield f"{month:%Y-%m}", *astuple(use), state, *astuple(sums), *astuple(told)
            month = (month + timedelta(days=31)).replace(day=1)

    return Tabulation(CHIFFRES, rows())
