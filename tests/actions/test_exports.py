"""Exports: the promised columns, safe in a spreadsheet program, and nothing but what the database holds."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.settings import SHIPPED, read_commune
from models.actions import families
from models.actions.exports import EXPORTS
from models.files.tabulation import Format, harmless, write
from models.tables import Account, Booking, Child, Guardian, Household, JournalEntry, Staff
from models.vocabulary import Period, Role, Service, Stamp, State
from tests.paper import ANNE, CAMILLE, LEA, NOW, TOM, families_of

SERCUS = read_commune(SHIPPED)
THURSDAY, FRIDAY = date(2026, 12, 3), date(2026, 12, 4)
WEEK = Period(date(2026, 11, 30), FRIDAY)
PROMISED = {
    "reservations": "jour;service;foyer;enfant_nom;enfant_prenom;classe;etat;cree_le;cree_par",
    "effectifs": "jour;service;ecole;classe;regime;nombre",
    "pointages": "jour;session;enfant_nom;enfant_prenom;arrivee;depart;retard_minutes;pointe_par",
    "journal": "le;par;action;faits",
    "factures": "numero;periode;foyer;total_centimes;etat;reference_tresor;payee_le",
    "attestations": "annee;foyer;enfant;montant_centimes",
}


@pytest.fixture
def town(session: Session) -> Session:
    families.apply(session, families_of(CAMILLE | LEA, CAMILLE | TOM, ANNE | LEA), Stamp(None, NOW))
    account = Account(telegram_id=7, created_at=NOW)
    clerk = Account(telegram_id=8, created_at=NOW)
    session.add_all([account, clerk])
    session.flush()
    session.add(Staff(account_id=clerk.id, name="Zoé Durand", role=Role.MAIRIE))
    camille = session.scalars(select(Guardian).where(Guardian.first_name == "Camille")).one()
    camille.account_id = account.id
    book(session, "Léa", THURSDAY, account.id)
    book(session, "Tom", THURSDAY, clerk.id, State.ABSENT)
    book(session, "Tom", FRIDAY, None, State.CANCELLED)
    session.flush()
    return session


def book(
    session: Session, name: str, day: date, account_id: int | None, state: State = State.RESERVED, foyer: str = "12"
) -> None:
    session.add(
        Booking(
            child_id=session.scalars(select(Child.id).where(Child.first_name == name)).one(),
            household_id=session.scalars(select(Household.id).where(Household.key == foyer)).one(),
            account_id=account_id,
            day=day,
            service=Service.CANTINE,
            state=state,
            created_at=NOW,
            changed_at=NOW,
        )
    )


def csv_rows(session: Session, what: str, period: Period = WEEK) -> list[list[str]]:
    content = write(EXPORTS[what](session, period, SERCUS), Format.CSV)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("what", PROMISED)
def test_the_columns_are_those_promised(town: Session, what: str) -> None:
    assert ";".join(csv_rows(town, what)[0]) == PROMISED[what]


def test_bookings_say_who_made_them_and_when(town: Session) -> None:
    instant = "2026-11-26T10:00:00+01:00"
    assert csv_rows(town, "reservations")[1:] == [
        ["2026-12-03", "cantine", "12", "Martin", "Léa", "CE2", "reservee", instant, "Camille Martin"],
        ["2026-12-03", "cantine", "12", "Martin", "Tom", "MS", "absence", instant, "Zoé Durand"],
        ["2026-12-04", "cantine", "12", "Martin", "Tom", "MS", "annulee", instant, ""],
    ]


def test_a_guardian_of_two_foyers_is_named_as_in_the_one_that_booked(town: Session) -> None:
    anne = town.scalars(select(Guardian).where(Guardian.first_name == "Anne")).one()
    anne.account_id = 1
    book(town, "Léa", FRIDAY, 1, foyer="13")
    town.flush()
    assert [row[-1] for row in csv_rows(town, "reservations")[1:]] == ["Camille Martin", "Zoé Durand", "Anne Petit", ""]


def test_headcounts_leave_out_cancelled_bookings_only(town: Session) -> None:
    assert csv_rows(town, "effectifs")[1:] == [
        ["2026-12-03", "cantine", "", "CE2", "standard", "1"],
        ["2026-12-03", "cantine", "", "MS", "standard", "1"],
    ]


def test_only_the_period_asked_for_is_exported(town: Session) -> None:
    assert len(csv_rows(town, "reservations", Period(FRIDAY, FRIDAY))) == 2


def test_a_day_of_the_journal_ends_at_midnight_in_the_commune(town: Session) -> None:
    for hour, action in ((22, "before-midnight"), (23, "after-midnight")):  # UTC; Paris is an hour ahead
        town.add(JournalEntry(at=datetime(2026, 12, 1, hour, 30, tzinfo=UTC), action=action, facts={"id": 1}))
    rows = csv_rows(town, "journal", Period(date(2026, 12, 1), date(2026, 12, 1)))[1:]
    assert rows == [["2026-12-01T23:30:00+01:00", "", "before-midnight", '{"id": 1}']]


def test_a_workbook_holds_the_same_with_real_dates(town: Session) -> None:
    content = write(EXPORTS["reservations"](town, WEEK, SERCUS), Format.XLSX)
    (first, *rest) = load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    assert ";".join(map(str, first)) == PROMISED["reservations"]
    assert rest[0][0] == datetime(2026, 12, 3)
    assert rest[0][7:] == ("2026-11-26T10:00:00+01:00", "Camille Martin")


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_what_looks_like_a_formula_is_neutralised(text: str) -> None:
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["Léa", "+33 6 12 34 56 78", "+33612345678", "3-4", ""])
def test_names_and_telephones_are_left_alone(text: str) -> None:
    assert harmless(text) == text
