"""What the mairie takes out: bookings, headcounts, presence, the journal, invoices. The columns are promised."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, time, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models.actions import ledger
from models.actions.billing_facts import DEBTOR
from models.actions.certificates import certificates
from models.actions.invoices import number_of
from models.actions.takings import chiffres
from models.files.tabulation import Tabulation, Value
from models.rules.commune import Commune
from models.tables import Attendance, Booking, Child, Guardian, Household, JournalEntry, Lateness, Staff
from models.vocabulary import Period, Service, State

RESERVATIONS = ("jour", "service", "foyer", "enfant_nom", "enfant_prenom", "classe", "etat", "cree_le", "cree_par")
EFFECTIFS = ("jour", "service", "ecole", "classe", "regime", "nombre")
POINTAGES = (
    *("jour", "session", "enfant_nom", "enfant_prenom"),
    *("arrivee", "depart", "retard_minutes", "pointe_par"),
)
JOURNAL = ("le", "par", "action", "faits")
FACTURES = ("numero", "periode", "foyer", "total_centimes", "etat", "reference_tresor", "payee_le")
ATTESTATIONS = ("annee", "foyer", "enfant", "montant_centimes")
TITRES = (
    *("numero", "genre", "avoir_de", "emis_le", "periode", "objet", "total_centimes", "foyer"),
    *("civilite", "nom", "prenom", "adresse", "code_postal", "ville"),
    *("ligne", "enfant", "service", "motif", "jours", "quantite", "prix_unitaire_centimes", "montant_centimes"),
)


def reservations(session: Session, period: Period, commune: Commune) -> Tabulation:
    """Every booking of `period`, cancelled ones included: `etat` tells them apart. Instants are the commune's."""
    names = _Names(session)
    found = session.execute(
        select(Booking, Household.key, Child.last_name, Child.first_name, Child.school_class)
        .join(Household, Household.id == Booking.household_id)
        .join(Child, Child.id == Booking.child_id)
        .where(Booking.day.between(period.first, period.last))
        .order_by(Booking.day, Booking.service, Child.last_name, Child.first_name, Booking.id)
        .execution_options(yield_per=1000)
    )

    def rows() -> Iterator[tuple[Value, ...]]:
        for booking, foyer, last, first, school_class in found:
            creator = names.of(booking.account_id, booking.household_id)
            created = booking.created_at.astimezone(commune.timezone)
            who = (foyer, last, first, school_class)
            yield booking.day, booking.service.value, *who, booking.state.value, created, creator

    return Tabulation(RESERVATIONS, rows())


def effectifs(session: Session, period: Period, _commune: Commune) -> Tabulation:
    """How many are ordered for: an absence told after the cut-off still counts, a cancelled booking does not."""
    keys = (Booking.day, Booking.service, Child.school, Child.school_class, Child.diet)
    found = session.execute(
        select(*keys, func.count())
        .join(Child, Child.id == Booking.child_id)
        .where(Booking.day.between(period.first, period.last), Booking.state != State.CANCELLED)
        .group_by(*keys)
        .order_by(*keys)
    )
    rows = (
        (day, service.value, school, group, diet.value, count) for day, service, school, group, diet, count in found
    )
    return Tabulation(EFFECTIFS, rows)


def pointages(session: Session, period: Period, commune: Commune) -> Tabulation:
    """Every child that was there, and its lateness; what was taken back, or noted absent, is not among them.

    At the canteen (session cantine) a child has eaten: a meal has no hours, these columns are empty.
    """
    names = _Names(session)
    was_there = or_(Attendance.arrived_at.is_not(None), Attendance.left_at.is_not(None))
    found = session.execute(
        select(Attendance, Child.last_name, Child.first_name, func.coalesce(Lateness.minutes, 0))
        .join(Child, Child.id == Attendance.child_id)
        .outerjoin(Lateness, Lateness.attendance_id == Attendance.id)
        .where(Attendance.day.between(period.first, period.last), was_there)
        .order_by(Attendance.day, Attendance.service, Child.last_name, Child.first_name, Attendance.id)
        .execution_options(yield_per=1000)
    )

    def rows() -> Iterator[tuple[Value, ...]]:
        for record, last, first, late in found:
            has_hours = record.service is not Service.CANTINE
            hours = (record.arrived_at, record.left_at) if has_hours else (None, None)
            arrived, left = (at.astimezone(commune.timezone) if at else "" for at in hours)
            session_ = record.service.value
            yield record.day, session_, last, first, arrived, left, late, names.of(record.account_id)

    return Tabulation(POINTAGES, rows())


def journal(session: Session, period: Period, commune: Commune) -> Tabulation:
    """Who did what; the facts as JSON."""
    names = _Names(session)
    first = datetime.combine(period.first, time(), commune.timezone)
    end = datetime.combine(period.last + timedelta(days=1), time(), commune.timezone)
    found = session.scalars(
        select(JournalEntry)
        .where(JournalEntry.at >= first, JournalEntry.at < end)
        .order_by(JournalEntry.at, JournalEntry.id)
    )
    rows = (
        (
            entry.at.astimezone(commune.timezone),
            names.of(entry.account_id),
            entry.action,
            json.dumps(entry.facts, ensure_ascii=False, sort_keys=True),
        )
        for entry in found
    )
    return Tabulation(JOURNAL, rows)


def factures(session: Session, period: Period, _commune: Commune) -> Tabulation:
    """Every invoice and credit note of the months of `period`; what is not claimed has no number."""
    found = ledger.of_period(session, period)
    now, foyers = ledger.situations(session, found), foyers_of(session)
    rows = (
        (
            number_of(invoice),
            f"{invoice.month:%Y-%m}",
            foyers[invoice.household_id],
            invoice.total,
            now[invoice.id].status.value,
            now[invoice.id].reference,
            now[invoice.id].paid_on or "",
        )
        for invoice in found
    )
    return Tabulation(FACTURES, rows)


def titres(session: Session, period: Period, commune: Commune) -> Tabulation:
    """All that a titre de recettes needs, a row a line: the debtor as it was, object, sums and reasons."""
    found = [invoice for invoice in ledger.of_period(session, period) if invoice.number is not None]
    foyers, numbers = foyers_of(session), {invoice.id: number_of(invoice) for invoice in found}

    def rows() -> Iterator[tuple[Value, ...]]:
        for invoice in found:
            issued = invoice.issued_at.astimezone(commune.timezone).date()
            services = sorted({line.service.value for line in invoice.lines if line.service})
            head = (numbers[invoice.id], invoice.kind.value, numbers.get(invoice.credits_id or 0, ""), issued)
            subject = (f"{invoice.month:%Y-%m}", ", ".join(services), invoice.total, foyers[invoice.household_id])
            debtor = tuple(str(invoice.debtor.get(name, "")) for name in DEBTOR)
            for line in invoice.lines:
                days = " ".join(day for day, _ in line.days)
                what = (line.child, line.service.value if line.service else "", line.kind, days)
                yield *head, *subject, *debtor, line.position, *what, line.quantity, line.unit, line.cents

    return Tabulation(TITRES, rows())


def attestations(session: Session, period: Period, _commune: Commune) -> Tabulation:
    """What was really paid for the garderie of each child under six, for every year `period` touches."""
    foyers = foyers_of(session)
    rows = (
        (year, foyers[one.household_id], one.child, one.cents)
        for year in range(period.first.year, period.last.year + 1)
        for one in certificates(session, year)
    )
    return Tabulation(ATTESTATIONS, rows)


def foyers_of(session: Session) -> dict[int, str]:
    """The mairie's own name of each household, by id."""
    return dict(iter(session.execute(select(Household.id, Household.key))))


EXPORTS: Mapping[str, Callable[[Session, Period, Commune], Tabulation]] = {
    "reservations": reservations,
    "effectifs": effectifs,
    "pointages": pointages,
    "journal": journal,
    "factures": factures,
    "titres": titres,
    "attestations": attestations,
    "chiffres": chiffres,
}


class _Names:
    """Who an account is: the guardian of the household concerned, else any guardian, else staff; "" for nobody."""

    def __init__(self, session: Session) -> None:
        self._at_home: dict[tuple[int | None, int], str] = {}
        self._anywhere: dict[int | None, str] = {}
        staff = select(Staff.account_id, Staff.name).where(Staff.account_id.is_not(None))
        for account_id, name in session.execute(staff):
            self._anywhere[account_id] = name
        guardians = select(Guardian.account_id, Guardian.household_id, Guardian.first_name, Guardian.last_name)
        for account_id, household_id, first, last in session.execute(guardians.where(Guardian.account_id.is_not(None))):
            self._at_home[account_id, household_id] = self._anywhere[account_id] = f"{first} {last}"

    def of(self, account_id: int | None, household_id: int = 0) -> str:
        return self._at_home.get((account_id, household_id)) or self._anywhere.get(account_id, "")
