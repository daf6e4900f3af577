"""Importing families: the difference told, then made; twice changes nothing, nobody is lost."""

from collections import Counter
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import families
from models.refusals import AmbiguousChild, BadRows, EmptyCell
from models.rules import families as rules
from models.rules.difference import Difference, Entry, Field, Kind
from models.tables import Account, Child, Guardian, Household, JournalEntry, Quotient, Residence
from models.vocabulary import Stamp, Weeks
from tests.paper import ANNE, CAMILLE, HEADINGS, LEA, NOW, PAUL, TODAY, TOM, Line, csv_of, families_of, sheet_of

STAMP = Stamp(None, NOW)


DATED = [*HEADINGS, "quotient_depuis", "personnel"]


def bring(session: Session, *rows: Line, headings: list[str] = HEADINGS) -> Difference:
    return families.apply(session, rules.read(sheet_of(csv_of(rows, headings=headings)), today=TODAY), STAMP)


def guardian(session: Session, first_name: str) -> Guardian:
    return session.scalars(select(Guardian).where(Guardian.first_name == first_name)).one()


def child(session: Session, first_name: str) -> Child:
    return session.scalars(select(Child).where(Child.first_name == first_name)).one()


def test_a_first_import_adds_everybody(session: Session) -> None:
    difference = bring(session, CAMILLE | LEA, PAUL | TOM, ANNE | LEA | {"semaines": "impaires"})
    assert Counter(entry.kind for entry in difference.added) == {Kind.HOUSEHOLD: 2, Kind.GUARDIAN: 3, Kind.CHILD: 2}
    assert {home.household.key: home.weeks for home in child(session, "Léa").residences} == {
        "12": Weeks.ALL,
        "13": Weeks.ODD,
    }


def test_importing_twice_changes_nothing(session: Session) -> None:
    rows = (CAMILLE | LEA | {"telephone": "0612345678", "pai": "oui"}, PAUL | TOM, ANNE | LEA)
    bring(session, *rows)
    again = bring(session, *rows)
    assert again.is_empty
    assert not again.absent
    assert again.unchanged == {Kind.HOUSEHOLD: 2, Kind.GUARDIAN: 3, Kind.CHILD: 2, Kind.RESIDENCE: 3}
    assert len(session.scalars(select(JournalEntry)).all()) == 1


def test_a_preview_tells_the_same_and_writes_nothing(session: Session) -> None:
    told = families.preview(session, families_of(CAMILLE | LEA))
    assert session.scalars(select(Household)).all() == []
    assert told == bring(session, CAMILLE | LEA)


def test_a_change_is_told_column_by_column(session: Session) -> None:
    bring(session, CAMILLE | LEA, PAUL | TOM)
    rows = (CAMILLE | LEA | {"classe": "CM1", "regime": "végétarien"}, PAUL | TOM | {"telephone": "0612345678"})
    told = families.preview(session, families_of(*rows))
    assert {(entry.name, fields.column) for entry in told.changed for fields in entry.fields} == {
        ("Léa Martin", "classe"),
        ("Léa Martin", "regime"),
        ("Paul Martin", "telephone"),
    }
    assert Field("classe", "CE2", "CM1") in told.changed[1].fields
    bring(session, *rows)
    assert child(session, "Léa").school_class == "CM1"


def test_what_the_file_leaves_unsaid_is_kept(session: Session) -> None:
    bring(session, CAMILLE | LEA | {"telephone": "0612345678", "pai": "oui", "semaines": "paires"})
    again = bring(session, {"foyer": "12", "nom": "Martin", "prenom": "Camille"} | LEA | {"naissance": ""})
    assert again.is_empty
    assert guardian(session, "Camille").phone == "0612345678"
    assert child(session, "Léa").birth_date == date(2018, 5, 3)


def test_whoever_is_absent_is_listed_and_stays(session: Session) -> None:
    bring(session, CAMILLE | LEA, PAUL | TOM, ANNE | LEA)
    difference = bring(session, CAMILLE | LEA)
    assert difference.absent == [
        Entry(Kind.GUARDIAN, "12", "Paul Martin"),
        Entry(Kind.RESIDENCE, "12", "Tom Martin"),
        Entry(Kind.HOUSEHOLD, "13"),
    ]
    assert len(session.scalars(select(Guardian)).all()) == 3
    assert len(session.scalars(select(Residence)).all()) == 3


def test_a_guardian_keeps_the_account_when_name_or_address_changes(session: Session) -> None:
    bring(session, CAMILLE | LEA, PAUL | LEA)
    account = Account(telegram_id=7, created_at=NOW)
    session.add(account)
    session.flush()
    guardian(session, "Camille").account_id = account.id
    bring(session, CAMILLE | LEA | {"nom": "Durand"}, PAUL | LEA)
    assert guardian(session, "Camille").last_name == "Durand"
    bring(session, CAMILLE | LEA | {"nom": "Durand", "email": "c.durand@exemple.fr"}, PAUL | LEA)
    assert guardian(session, "Camille").email == "c.durand@exemple.fr"
    assert guardian(session, "Camille").account_id == account.id
    assert len(session.scalars(select(Guardian)).all()) == 2


def test_a_second_responsable_sharing_the_address_takes_nobodys_place(session: Session) -> None:
    bring(session, CAMILLE | LEA)
    difference = bring(session, PAUL | LEA | {"email": CAMILLE["email"]}, CAMILLE | LEA)
    assert difference.added == [Entry(Kind.GUARDIAN, "12", "Paul Martin")]
    assert not difference.changed


def test_the_same_person_in_another_foyer_is_another_guardian(session: Session) -> None:
    difference = bring(session, CAMILLE | LEA, CAMILLE | TOM | {"foyer": "14"})
    assert [entry.foyer for entry in difference.added if entry.kind is Kind.GUARDIAN] == ["12", "14"]


def test_a_birth_date_learnt_later_is_filled_in(session: Session) -> None:
    bring(session, CAMILLE | LEA | {"naissance": ""})
    difference = bring(session, CAMILLE | LEA)
    assert difference.changed == [Entry(Kind.CHILD, "12", "Léa Martin", (Field("naissance", None, date(2018, 5, 3)),))]


def test_a_child_joining_a_second_foyer_is_told(session: Session) -> None:
    bring(session, CAMILLE | LEA)
    difference = bring(session, CAMILLE | LEA, ANNE | LEA)
    assert Entry(Kind.RESIDENCE, "13", "Léa Martin") in difference.added
    assert len(session.scalars(select(Child)).all()) == 1


def test_a_row_that_may_be_two_known_children_imports_nothing(session: Session) -> None:
    bring(session, CAMILLE | LEA, CAMILLE | LEA | {"naissance": "03/05/2016"})
    with pytest.raises(BadRows) as refused:
        bring(session, CAMILLE | LEA | {"naissance": ""}, ANNE | TOM)
    assert refused.value.errors == (AmbiguousChild(2, "Léa Martin"),)
    assert len(session.scalars(select(Household)).all()) == 1


def test_the_journal_counts_and_names_nobody(session: Session) -> None:
    bring(session, CAMILLE | LEA)
    (entry,) = session.scalars(select(JournalEntry))
    assert (entry.action, entry.facts) == ("families-imported", {"added": 3, "changed": 0, "absent": 0})


# The quotient familial, by date


def quotients(session: Session) -> list[tuple[str, int]]:
    return [
        (one.since.isoformat(), one.value)
        for one in session.scalars(select(Quotient).order_by(Quotient.since).execution_options(populate_existing=True))
    ]


def test_a_first_quotient_counts_for_all_that_was_and_the_next_from_its_import_on(session: Session) -> None:
    bring(session, CAMILLE | LEA | {"quotient_familial": "850"})
    assert quotients(session) == [("2000-01-01", 850)]
    session.expire_all()
    difference = bring(session, CAMILLE | LEA | {"quotient_familial": "640"})
    assert difference.changed == [Entry(Kind.HOUSEHOLD, "12", "", (Field("quotient_familial", 850, 640),))]
    assert quotients(session) == [("2000-01-01", 850), ("2026-11-26", 640)]
    session.expire_all()
    assert bring(session, CAMILLE | LEA | {"quotient_familial": "640"}).is_empty


def test_a_quotient_with_its_date_counts_from_there_and_twice_changes_nothing(session: Session) -> None:
    for value, since in (("850", "01/01/2026"), ("640", "01/01/2027"), ("700", "01/09/2026"), ("710", "01/09/2026")):
        rows = CAMILLE | LEA | {"quotient_familial": value, "quotient_depuis": since}
        assert not bring(session, rows, headings=DATED).is_empty
        session.expire_all()
        assert bring(session, rows, headings=DATED).is_empty
        session.expire_all()
    assert quotients(session) == [("2026-01-01", 850), ("2026-09-01", 710), ("2027-01-01", 640)]


def test_a_date_without_its_quotient_is_refused(session: Session) -> None:
    with pytest.raises(BadRows) as refused:
        bring(session, CAMILLE | LEA | {"quotient_depuis": "01/01/2027"}, headings=DATED)
    assert refused.value.errors == (EmptyCell(2, "quotient_familial"),)


def test_a_household_of_the_staff_is_known_as_such(session: Session) -> None:
    bring(session, CAMILLE | LEA | {"personnel": "oui"}, headings=DATED)
    assert session.scalars(select(Household)).one().staff
