"""A month at the mairie's desk: drafted at will, issued once, carried over, corrected by credit note, never changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from models.actions import billing, tariffs
from models.actions.invoices import lines_of, number_of
from models.refusals import AlreadyCredited, MissingTariff, NothingToCorrect
from models.rules.lines import Kind, Trouble, total
from models.rules.tariffs import checked
from models.tables import Booking, Child, Household, Invoice, InvoiceLine, JournalEntry, Sitting
from models.tables.billing import Document, ImmutableError
from models.vocabulary import Diet, Service, Stamp, State
from tests.till import CANTINE, JANUARY, MATIN, SOIR, Till, commune

RULES = commune()
OCTOBER, NOVEMBER, DECEMBER = (date(2026, month, 1) for month in (10, 11, 12))
SCHOOL = (1, 3, 7, 8, 10, 14, 15, 17)  # December; the first eight
FREE = commune(least=0)


def town(session: Session, *days: int, month: date = DECEMBER) -> Till:
    """The Durands, whose Léa eats on those days."""
    till = Till(session, month)
    home = till.household("durand")
    till.meals(till.child("Léa", home), home, *days)
    return till


def issue(session: Session, month: date = DECEMBER, stamp: Stamp = JANUARY, rules: Any = RULES) -> Sequence[Invoice]:
    return billing.issue(session, month, rules, stamp).issued


def only(session: Session, **facts: Any) -> Invoice:
    return session.scalars(select(Invoice).filter_by(**facts)).one()


def take_away(session: Session, day: int) -> None:
    """The mairie finds that a meal was none."""
    session.scalars(select(Booking).where(Booking.day == date(2026, 12, day))).one().state = State.CANCELLED
    session.flush()


# Drafts


def test_a_draft_writes_nothing_and_is_the_same_again(session: Session) -> None:
    town(session, *SCHOOL)
    first = billing.draft(session, DECEMBER, RULES, JANUARY)
    assert first == billing.draft(session, DECEMBER, RULES, JANUARY)
    assert first.statements[0].total == 8 * 330
    assert session.scalars(select(Invoice)).all() == []


def test_imported_tariffs_lie_over_those_of_the_commune(session: Session) -> None:
    town(session, *SCHOOL)
    (known,) = [one for one in RULES.pricing.tariffs if one.service == "cantine"]
    dearer = replace(known, brackets=tuple(replace(one, cents=2 * one.cents) for one in known.brackets))
    assert len(tariffs.bring(session, checked([dearer]), JANUARY, dry_run=True).added) == 1
    assert billing.draft(session, DECEMBER, RULES, JANUARY).statements[0].total == 8 * 330
    tariffs.bring(session, checked([dearer]), JANUARY)
    assert billing.draft(session, DECEMBER, RULES, JANUARY).statements[0].total == 8 * 660
    again = tariffs.bring(session, checked([dearer]), JANUARY)
    assert (again.added, again.changed, len(again.unchanged)) == ((), (), 1)


def test_a_month_that_is_not_over_is_said_so(session: Session) -> None:
    town(session, *SCHOOL)
    for instant, running in (
        (datetime(2026, 12, 31, 22, tzinfo=UTC), True),
        (datetime(2026, 12, 31, 23, tzinfo=UTC), False),
    ):
        found = billing.draft(session, DECEMBER, RULES, Stamp(None, instant)).anomalies
        assert any(anomaly.trouble is Trouble.RUNNING for anomaly in found) is running


def test_a_huge_change_against_the_month_before_is_looked_at(session: Session) -> None:
    town(session, 2, 3, 5, 6, 9, month=NOVEMBER)
    issue(session, NOVEMBER)
    home, lea = session.scalars(select(Household)).one(), session.scalars(select(Child)).one()
    Till(session).meals(lea, home, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25, 28, 29)
    (found,) = (
        one for one in billing.draft(session, DECEMBER, RULES, JANUARY).anomalies if one.trouble is Trouble.CHANGE
    )
    assert (found.before, found.after) == (5 * 330, 21 * 330)


def test_a_session_left_open_is_looked_at_and_its_own_end_counts(session: Session) -> None:
    till = town(session, *SCHOOL)
    home, lea = session.scalars(select(Household)).one(), session.scalars(select(Child)).one()
    till.evening(lea, home, 7, "19:00")
    opened = {"service": Service.GARDERIE_SOIR, "opened_at": JANUARY.now, "closes": time(19)}
    session.add_all([Sitting(day=till.day(7), closed_at=JANUARY.now, **opened), Sitting(day=till.day(8), **opened)])
    session.flush()
    drawn = billing.draft(session, DECEMBER, RULES, JANUARY)
    assert [(one.trouble, one.day) for one in drawn.anomalies] == [(Trouble.OPEN_SITTING, date(2026, 12, 8))]
    assert [line.unit for line in drawn.statements[0].lines if line.kind is Kind.CAPPED] == []
    assert [line.quantity for line in drawn.statements[0].lines if line.kind is Kind.HALF_HOURS] == [5]


def test_a_child_that_brings_its_meal_pays_its_place(session: Session) -> None:
    town(session, *SCHOOL)
    session.scalars(select(Child)).one().diet = Diet.PANIER
    session.flush()
    drawn = billing.draft(session, DECEMBER, commune(CANTINE | {"packed_cents": 100}), JANUARY)
    assert drawn.statements[0].total == 8 * 100


def test_a_household_s_own_draft_knows_the_roll_of_a_child_s_other_home(session: Session) -> None:
    """Booked by one home and pointed in the other's: eaten once, in both drafts."""
    till = Till(session)
    one, other = till.household("one"), till.household("other")
    child = till.child("Inès", one)
    till.child("Inès", other)
    till.meals(child, one, 1)
    till.roll(child, other, 1, there=True)
    for home in (one, other):
        whole = billing.draft(session, DECEMBER, RULES, JANUARY).of(home.id)
        assert billing.draft(session, DECEMBER, RULES, JANUARY, home.id).of(home.id) == whole
        assert bool(whole) == (home is one)


# Issuing


def test_issuing_twice_issues_once(session: Session) -> None:
    town(session, *SCHOOL)
    (invoice,) = issue(session)
    again = billing.issue(session, DECEMBER, RULES, JANUARY)
    assert again == billing.Issue((), (invoice,))
    assert (number_of(invoice), invoice.total, invoice.month) == ("2027-0001", 8 * 330, DECEMBER)
    actions = session.scalars(select(JournalEntry.action)).all()
    assert actions == ["invoices-issued"]


def test_an_invoice_keeps_the_debtor_of_its_day(session: Session) -> None:
    town(session, *SCHOOL)
    (invoice,) = issue(session)
    session.scalars(select(Household)).one().address = "elsewhere"
    session.flush()
    assert invoice.debtor == {
        "civility": "Mme",
        "last_name": "Durand",
        "first_name": "Camille",
        "address": "1 rue Haute",
        "postcode": "59173",
        "city": "Sercus",
    }


def test_whoever_comes_later_is_issued_later_with_the_next_number(session: Session) -> None:
    till = town(session, *SCHOOL)
    issue(session)
    home = till.household("petit")
    till.meals(till.child("Zoé", home), home, *SCHOOL)
    (late,) = issue(session)
    assert (late.household_id, number_of(late)) == (home.id, "2027-0002")


def test_numbers_begin_again_with_the_year(session: Session) -> None:
    town(session, 2, 3, 5, 6, 9, month=NOVEMBER)
    home = session.scalars(select(Household)).one()
    december = Till(session)
    december.meals(december.child("Tom", home), home, *SCHOOL)
    issue(session, NOVEMBER, Stamp(None, datetime(2026, 12, 31, 22, 59, tzinfo=UTC)))
    issue(session, DECEMBER, Stamp(None, datetime(2026, 12, 31, 23, 1, tzinfo=UTC)))  # already 2027 in Paris
    assert [number_of(one) for one in session.scalars(select(Invoice).order_by(Invoice.id))] == [
        "2026-0001",
        "2027-0001",
    ]


def test_nothing_is_issued_while_a_price_is_missing(session: Session) -> None:
    till = town(session, *SCHOOL)
    home = session.scalars(select(Household)).one()
    till.evening(till.child("Tom", home), home, 7, "17:00")
    with pytest.raises(MissingTariff) as refused:
        issue(session, rules=commune(CANTINE))
    assert (refused.value.service, refused.value.day) == ("garderie_soir", date(2026, 12, 7))
    assert session.scalars(select(Invoice)).all() == []


# Small sums


def test_less_than_fifteen_euros_waits_for_the_next_invoice(session: Session) -> None:
    till = town(session, 1, 2, month=OCTOBER)
    (small,) = issue(session, OCTOBER)
    assert (small.number, small.total) == (None, 660)
    home = session.scalars(select(Household)).one()
    tom = till.child("Tom", home)
    Till(session, NOVEMBER).meals(tom, home, 3)
    (still,) = issue(session, NOVEMBER)
    assert (still.number, still.total) == (None, 990)
    Till(session).meals(tom, home, *SCHOOL)
    (claimed,) = issue(session, DECEMBER)
    assert (claimed.number, claimed.total) == (1, 990 + 8 * 330)
    assert [(line.kind, line.cents, line.source_id) for line in lines_of(claimed)][1:] == [
        (Kind.CARRIED, 990, still.id)
    ]
    assert not billing.draft(session, date(2027, 1, 1), RULES, JANUARY).statements


def test_fifteen_euros_are_claimed(session: Session) -> None:
    town(session, 1, 3, 7, 8, 10)
    for cents, number in ((299, None), (300, 1)):
        assert [one.number for one in issue(session, rules=commune(CANTINE | {"brackets": [{"cents": cents}]}))] == [
            number
        ]
        session.rollback()
        town(session, 1, 3, 7, 8, 10)


# Corrections


def test_a_correction_is_a_credit_note_and_a_new_invoice(session: Session) -> None:
    town(session, *SCHOOL)
    (first,) = issue(session)
    take_away(session, 17)
    (anomaly,) = billing.draft(session, DECEMBER, RULES, JANUARY).anomalies
    assert (anomaly.trouble, anomaly.before, anomaly.after) == (Trouble.REVISED, 8 * 330, 7 * 330)
    credit, claim = billing.correct(session, first, "repas du 17 décommandé", RULES, JANUARY)
    assert (credit.kind, credit.total, credit.credits_id) == (Document.CREDIT, -8 * 330, first.id)
    assert (claim.kind, claim.total, claim.revision) == (Document.INVOICE, 7 * 330, 1)
    assert [number_of(one) for one in (first, credit, claim)] == ["2027-0001", "2027-0002", "2027-0003"]
    assert not billing.draft(session, DECEMBER, RULES, JANUARY).anomalies
    with pytest.raises(AlreadyCredited):
        billing.correct(session, first, "encore", RULES, JANUARY)
    with pytest.raises(NothingToCorrect):
        billing.correct(session, claim, "encore", RULES, JANUARY)
    assert first.total == 8 * 330


def test_all_taken_back_then_claimed_again(session: Session) -> None:
    town(session, *SCHOOL)
    (first,) = issue(session)
    for day in SCHOOL:
        take_away(session, day)
    (credit,) = billing.correct(session, first, "erreur de foyer", RULES, JANUARY)
    assert issue(session) == ()
    lea = session.scalars(select(Booking)).first()
    assert lea
    lea.state = State.RESERVED
    session.flush()
    (claim,) = billing.correct(session, credit, "finalement venue", RULES, JANUARY)
    assert (claim.total, claim.revision, claim.number) == (330, 2, 3)


def test_what_was_carried_over_is_corrected_by_what_is_carried_next(session: Session) -> None:
    till = town(session, 1, 2, month=OCTOBER)
    (small,) = issue(session, OCTOBER)
    home = session.scalars(select(Household)).one()
    tom = till.child("Tom", home)
    Till(session, NOVEMBER).meals(tom, home, 2, 3, 5, 6, 9)
    (november,) = issue(session, NOVEMBER)
    assert november.total == 660 + 5 * 330
    Till(session, OCTOBER).meals(tom, home, 5)
    credit, claim = billing.correct(session, small, "oubli", RULES, JANUARY)
    assert (credit.number, credit.total, claim.number, claim.total) == (None, -660, None, 990)
    Till(session).meals(tom, home, *SCHOOL)
    (december,) = issue(session)
    assert december.total == 8 * 330 - 660 + 990


def test_a_correction_leaves_what_was_carried_where_it_is(session: Session) -> None:
    till = town(session, 1, 2, month=OCTOBER)
    issue(session, OCTOBER)
    home = session.scalars(select(Household)).one()
    Till(session).meals(till.child("Tom", home), home, *SCHOOL)
    (first,) = issue(session)
    take_away(session, 17)
    credit, claim = billing.correct(session, first, "décommandé", RULES, JANUARY)
    assert first.total + credit.total + claim.total == 660 + 7 * 330


# What was issued stays


@pytest.mark.parametrize("table", ["invoice", "invoice_line"])
def test_the_database_refuses_to_change_what_was_issued(session: Session, table: str) -> None:
    town(session, *SCHOOL)
    issue(session)
    with pytest.raises(IntegrityError, match="immutable"):
        session.execute(text(f"UPDATE {table} SET id = id"))


def test_the_code_can_neither_change_nor_delete_nor_add(session: Session) -> None:
    town(session, *SCHOOL)
    (invoice,) = issue(session)
    session.commit()
    extra = {"position": 9, "kind": "repas", "child": "", "days": [], "quantity": 1, "unit": 1, "cents": 1}

    def change() -> None:
        invoice.total = 1

    def delete() -> None:
        session.delete(invoice.lines[0])

    def add() -> None:
        invoice.lines.append(InvoiceLine(**extra))

    for act in (change, delete, add):
        act()
        with pytest.raises(ImmutableError):
            session.flush()
        session.rollback()
    assert total(lines_of(only(session))) == 8 * 330


def test_least_zero_claims_everything(session: Session) -> None:
    town(session, 1)
    assert [number_of(one) for one in issue(session, rules=FREE)] == ["2027-0001"]


def test_every_service_is_priced_in_these_stories() -> None:
    assert {one.service for one in RULES.pricing.tariffs} == {one["service"] for one in (CANTINE, MATIN, SOIR)}
