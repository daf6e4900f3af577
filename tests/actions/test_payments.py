"""References and payments from the Trésor public, matched or told; exports; what was really paid for care."""

import csv
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import billing, ledger, payments
from models.actions.certificates import certificates
from models.actions.exports import EXPORTS
from models.actions.payments import Settlement
from models.files import sheets
from models.files.tabulation import Format, write
from models.refusals import EmptyCell, NotADate, NotAnAmount, PaysTooMuch, ReferenceTaken, Refusal, UnknownInvoice
from models.rules import settling
from models.rules.certificates import Paid, care_paid, is_young
from models.rules.numbering import read_number
from models.rules.settling import Status
from models.tables import Booking, Household, Invoice, JournalEntry, Payment
from models.vocabulary import Money, Period, Stamp, State
from tests.paper import csv_of
from tests.till import JANUARY, SERCUS, Till, commune

RULES = commune()
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
FEBRUARY = Stamp(None, datetime(2027, 2, 2, 9, tzinfo=UTC))
TODAY = FEBRUARY.now.date()
HEADINGS = ("numero", "reference_tresor", "montant", "payee_le")
Line = dict[str, str]


@pytest.fixture
def town(session: Session) -> Session:
    """Three households: 2027-0001 (26,40 €), 2027-0002 (26,40 €), and one whose 3,30 € wait."""
    till = Till(session)
    for foyer, days in (("durand", range(8)), ("petit", range(8)), ("small", range(1))):
        home = till.household(foyer)
        till.meals(till.child(foyer, home), home, *((1, 3, 7, 8, 10, 14, 15, 17)[n] for n in days))
    billing.issue(session, DECEMBER, RULES, JANUARY)
    return session


def settle(session: Session, *rows: Line) -> Settlement:
    content = csv_of(rows, headings=HEADINGS)
    told, unread = settling.read(sheets.read(content, known=settling.COLUMNS, required=()), TODAY)
    assert not unread
    return payments.settle(session, told, FEBRUARY)


def invoice(session: Session, number: int) -> Invoice:
    found = ledger.by_number(session, 2027, number)
    assert found
    return found


def status(session: Session, number: int) -> Status:
    one = invoice(session, number)
    return ledger.situations(session, [one])[one.id].status


def test_an_invoice_is_issued_then_sent_then_paid(town: Session) -> None:
    assert status(town, 1) is Status.ISSUED
    assert settle(town, {"numero": "2027-0001", "reference_tresor": "T-1"}) == Settlement(1, 0, 0, ())
    assert status(town, 1) is Status.SENT
    half = {"reference_tresor": "T-1", "montant": "13,20", "payee_le": "15/01/2027"}
    assert settle(town, half) == Settlement(0, 1, 0, ())
    assert status(town, 1) is Status.SENT
    assert settle(town, {"numero": "2027/1", "payee_le": "2027-01-20"}) == Settlement(0, 1, 0, ())
    assert status(town, 1) is Status.PAID
    assert status(town, 2) is Status.ISSUED


def test_a_reference_given_up_in_a_file_may_be_another_s_in_the_same_file(town: Session) -> None:
    settle(town, {"numero": "2027-0001", "reference_tresor": "T-1"}, {"numero": "2027-0002", "reference_tresor": "T-2"})
    swapped = [
        {"numero": "2027-0001", "reference_tresor": "T-3"},
        {"numero": "2027-0002", "reference_tresor": "T-1"},
        {"reference_tresor": "T-1", "payee_le": "20/01/2027"},
    ]
    assert settle(town, *swapped) == Settlement(2, 1, 0, ())
    assert status(town, 2) is Status.PAID


def test_a_file_that_is_tried_keeps_nothing(town: Session) -> None:
    row = {"numero": "2027-0001", "reference_tresor": "T-1", "payee_le": "20/01/2027"}
    told, _ = settling.read(sheets.read(csv_of([row], headings=HEADINGS), known=settling.COLUMNS, required=()), TODAY)
    assert payments.tried(town, told, FEBRUARY) == Settlement(1, 1, 0, ())
    assert status(town, 1) is Status.ISSUED
    assert payments.settle(town, map(settling.unpack, [one.pack() for one in told]), FEBRUARY) == Settlement(
        1, 1, 0, ()
    )


def test_the_same_file_twice_pays_once_and_two_like_sums_of_a_day_are_two(town: Session) -> None:
    row = {"numero": "2027-0001", "reference_tresor": "T-1", "montant": "13,20", "payee_le": "15/01/2027"}
    assert settle(town, row, row) == Settlement(1, 2, 0, ())
    assert settle(town, row, row) == Settlement(0, 0, 2, ())
    assert sum(town.scalars(select(Payment.cents))) == 2640
    actions = town.scalars(select(JournalEntry.action).where(JournalEntry.action != "invoices-issued")).all()
    assert actions == ["reference-entered", "payment-entered", "payment-entered"]


def test_what_does_not_match_is_told_and_stops_nothing(town: Session) -> None:
    done = settle(
        town,
        {"numero": "2027-0009", "payee_le": "15/01/2027"},
        {"numero": "2027-0001", "reference_tresor": "T-1"},
        {"numero": "2027-0002", "reference_tresor": "T-1"},
        {"reference_tresor": "T-7", "payee_le": "15/01/2027"},
        {"numero": "2027-0002", "montant": "26,41", "payee_le": "15/01/2027"},
        {"numero": "2027-0002", "montant": "26,40", "payee_le": "15/01/2027"},
    )
    assert done == Settlement(
        1,
        1,
        0,
        (
            UnknownInvoice(2, "2027-0009"),
            ReferenceTaken(4, "T-1", "2027-0001"),
            UnknownInvoice(5, "T-7"),
            PaysTooMuch(6, "2027-0002", Money(2641), Money(2640)),
        ),
    )
    assert status(town, 2) is Status.PAID


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ({"numero": "douze", "payee_le": "15/01/2027"}, UnknownInvoice(2, "douze")),
        ({"numero": "2027-0001", "montant": "x", "payee_le": "15/01/2027"}, NotAnAmount(2, "montant", "x")),
        ({"numero": "2027-0001", "payee_le": "2027-02-30"}, NotADate(2, "payee_le", "2027-02-30")),
        ({"numero": "2027-0001", "montant": "1"}, EmptyCell(2, "payee_le")),
        ({"payee_le": "15/01/2027"}, EmptyCell(2, "numero")),
    ],
    ids=str,
)
def test_a_row_that_cannot_be_read_is_told_and_the_others_are_read(row: Line, error: Refusal) -> None:
    good = {"numero": "2027-0001", "reference_tresor": "T-1"}
    content = csv_of([row, good, {"numero": "2027-0002"}], headings=HEADINGS)
    told, unread = settling.read(sheets.read(content, known=settling.COLUMNS, required=()), TODAY)
    assert unread == [error]
    assert [one.row for one in told] == [3]


def test_a_reference_mistyped_is_replaced_and_journaled(town: Session) -> None:
    for reference, news in (("T-1", True), ("T-2", True), ("T-2", False)):
        assert payments.enter_reference(town, invoice(town, 1), reference, FEBRUARY) is news
    last = town.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert last
    assert last.facts == {"invoice": "2027-0001", "before": "T-1", "after": "T-2"}


def test_a_payment_taken_back_is_due_again(town: Session) -> None:
    assert payments.enter_payment(town, invoice(town, 1), None, date(2027, 1, 15), FEBRUARY)
    assert not payments.enter_payment(town, invoice(town, 1), None, date(2027, 1, 16), FEBRUARY)
    payments.take_back_payment(town, town.scalars(select(Payment)).one(), "chèque sans provision", FEBRUARY)
    assert status(town, 1) is Status.ISSUED


def test_what_waits_and_a_credit_note_take_no_reference(town: Session) -> None:
    waiting = town.scalars(select(Invoice).where(Invoice.number.is_(None))).one()
    with pytest.raises(UnknownInvoice):
        payments.enter_reference(town, waiting, "T-1", FEBRUARY)


# Out, and back in


def rows_of(session: Session, what: str) -> list[list[str]]:
    content = write(EXPORTS[what](session, Period.month(DECEMBER), SERCUS), Format.CSV)
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_export_says_where_each_invoice_stands(town: Session) -> None:
    payments.enter_payment(town, invoice(town, 1), None, date(2027, 1, 15), FEBRUARY)
    payments.enter_reference(town, invoice(town, 2), "T-2", FEBRUARY)
    assert rows_of(town, "factures")[1:] == [
        ["2027-0001", "2026-12", "durand", "2640", "payee", "", "2027-01-15"],
        ["2027-0002", "2026-12", "petit", "2640", "transmise", "T-2", ""],
        ["", "2026-12", "small", "330", "reportee", "", ""],
    ]


def test_a_correction_shows_what_was_taken_back(town: Session) -> None:
    town.scalars(select(Booking).where(Booking.day == date(2026, 12, 17))).first().state = State.CANCELLED  # type: ignore[union-attr]
    town.flush()
    billing.correct(town, invoice(town, 1), "erreur", RULES, FEBRUARY)
    found = [(row[0], row[3], row[4]) for row in rows_of(town, "factures")[1:] if row[2] == "durand"]
    assert found == [
        ("2027-0001", "2640", "annulee"),
        ("2027-0003", "-2640", "avoir"),
        ("2027-0004", "2310", "emise"),
    ]


def test_a_household_finds_its_own_invoices_the_newest_first(town: Session) -> None:
    home = town.get_one(Household, invoice(town, 1).household_id)
    till = Till(town, date(2027, 1, 1))
    till.meals(home.residences[0].child, home, 4, 5, 7, 8, 11)
    billing.issue(town, till.month, RULES, FEBRUARY)
    assert [one.month for one in ledger.of_households(town, [home.id])] == [till.month, DECEMBER]


def test_the_export_filled_in_by_the_mairie_is_read_back(town: Session) -> None:
    headings, *rows = rows_of(town, "factures")
    rows[0][5:] = ["T-1", "2027-01-15"]
    filled = csv_of([dict(zip(headings, row, strict=True)) for row in rows], headings=headings)
    told, unread = settling.read(sheets.read(filled, known=settling.COLUMNS, required=()), TODAY)
    assert (payments.settle(town, told, FEBRUARY), unread) == (Settlement(1, 1, 0, ()), [])
    assert status(town, 1) is Status.PAID


def test_a_titre_has_its_debtor_object_and_lines(town: Session) -> None:
    (row,) = (
        dict(zip(rows_of(town, "titres")[0], row, strict=True))
        for row in rows_of(town, "titres")[1:]
        if row[0] == "2027-0001"
    )
    wanted = {"civilite": "Mme", "nom": "Durand", "prenom": "Camille", "adresse": "1 rue Haute", "code_postal": "59173"}
    wanted |= {"ville": "Sercus", "genre": "facture", "emis_le": "2027-01-05", "periode": "2026-12", "objet": "cantine"}
    wanted |= {"total_centimes": "2640", "quantite": "8", "prix_unitaire_centimes": "330", "montant_centimes": "2640"}
    assert wanted.items() <= row.items()
    assert row["jours"].split()[0] == "2026-12-01"


@pytest.mark.parametrize(("text", "number"), [("2027-0042", (2027, 42)), (" 2027/42 ", (2027, 42)), ("42", None)])
def test_a_number_is_read_as_people_write_it(text: str, number: tuple[int, int] | None) -> None:
    assert read_number(text) == number


# Certificates


@pytest.mark.parametrize(
    ("birth", "young"), [(date(2021, 1, 1), True), (date(2021, 1, 2), True), (date(2020, 12, 31), False)]
)
def test_under_six_on_the_first_of_january(birth: date, young: bool) -> None:
    assert is_young(birth, 2027) is young


def test_payments_over_two_years_share_the_care_to_the_cent() -> None:
    month = Paid(1000, {1: 333, 2: 100}, ((date(2026, 12, 31), 500), (date(2027, 1, 1), 500)))
    before, after = care_paid([month], 2026), care_paid([month], 2027)
    assert (before, after) == ({1: 166, 2: 50}, {1: 167, 2: 50})
    assert care_paid([Paid(0, {1: 5}, ())], 2026)[1] == 0


def test_a_certificate_counts_care_paid_for_and_neither_meals_nor_lateness(session: Session) -> None:
    till = Till(session, NOVEMBER)
    home = till.household("durand")
    young, old = till.child("Noé", home, date(2022, 5, 1)), till.child("Jade", home, date(2016, 5, 1))
    for child in (young, old):
        till.evening(child, home, 2, "18:45")  # four half-hours, and late: 400 + 300
        till.meals(child, home, 2)
    billing.issue(session, NOVEMBER, RULES, JANUARY)  # 20,60 €
    till = Till(session)
    till.morning(young, home, 3)  # 1,50 €: waits
    billing.issue(session, DECEMBER, RULES, JANUARY)
    assert certificates(session, 2027) == []
    (first,) = session.scalars(select(Invoice).where(Invoice.number.is_not(None)))
    payments.enter_payment(session, first, None, date(2027, 2, 1), FEBRUARY)
    assert [(one.child, one.cents) for one in certificates(session, 2027)] == [("Noé Durand", 400)]
    january = Till(session, date(2027, 1, 1))
    january.meals(old, home, 4, 5, 7, 8, 11)
    (second,) = billing.issue(session, january.month, RULES, FEBRUARY).issued
    assert second.total == 150 + 5 * 330
    payments.enter_payment(session, second, None, date(2027, 3, 1), FEBRUARY)
    (found,) = certificates(session, 2027, [home.id])
    assert found.cents == 400 + 150
    assert certificates(session, 2027, []) == []
    years = Period(date(2026, 1, 1), date(2028, 1, 1))
    assert list(EXPORTS["attestations"](session, years, SERCUS).rows) == [(2027, "durand", "Noé Durand", 550)]
    assert session.scalars(select(Household)).one().id == found.household_id
