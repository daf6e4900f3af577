"""The month in figures: the golden invoices add up to it, corrections and payments change it, its table is promised."""

from collections import Counter
from dataclasses import astuple
from datetime import UTC, date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import billing, payments
from models.actions.takings import chiffres, takings
from models.files.tabulation import Format, write
from models.rules.takings import Amounts, Claims, Takings, Use
from models.tables import Booking, Invoice
from models.vocabulary import Period, Stamp, State
from tests.actions import test_golden_invoices as golden
from tests.till import JANUARY, Till, commune

DECEMBER, NOVEMBER = date(2026, 12, 1), date(2026, 11, 1)
TODAY = date(2027, 1, 20)
FREE = commune(least=0)
SERVICES = {
    **dict.fromkeys(("repas", "absence", "sans_reservation", "supplement"), "canteen"),
    "seance": "morning",
    **dict.fromkeys(("demi_heures", "plafond", "retard"), "evening"),
}

town = golden.town


def figures(session: Session, month: date = DECEMBER, today: date = TODAY) -> Takings:
    return takings(session, month, golden.RULES, today)


# The golden invoices


def lines_by_hand() -> tuple[Counter[str], Counter[str]]:
    """Quantities by kind, cents by service and of lateness, as tests/data/invoices.toml has them."""
    counts, cents = Counter[str](), Counter[str]()
    for family in golden.FAMILIES:
        for _, kind, quantity, _, sum_ in family["lines"]:
            counts[kind] += quantity
            cents[SERVICES[kind]] += sum_
            cents["late"] += sum_ if kind == "retard" else 0
    return counts, cents


def minutes_by_hand() -> tuple[int, int]:
    """Mornings from 8 h to 8 h 50, evenings from 16 h 30 to the departure, 18 h 30 at most; not on the closed day."""
    closed, morning, evening = golden.GOLDEN["closed"], 0, 0
    for family in golden.FAMILIES:
        for days in family.get("mornings", {}).values():
            morning += 50 * sum(day not in closed for day in days)
        for days in family.get("evenings", {}).values():
            for day, left in days:
                gone = time.fromisoformat(left)
                evening += min(120, 60 * gone.hour + gone.minute - (16 * 60 + 30)) if day not in closed else 0
    return morning, evening


def test_the_golden_month_is_counted_as_it_is_billed(town: Session) -> None:
    counts, cents = lines_by_hand()
    expected = Use(counts["repas"], counts["sans_reservation"], counts["absence"], *minutes_by_hand())
    sums = Amounts(cents["canteen"], cents["morning"], cents["evening"], cents["late"])
    drafted = figures(town)
    assert (drafted.issued, drafted.use, drafted.amounts, drafted.claims) == (False, expected, sums, Claims())
    billing.issue(town, DECEMBER, golden.RULES, JANUARY)
    issued = figures(town)
    assert (issued.issued, issued.use, issued.amounts) == (True, expected, sums)


def test_the_golden_invoices_add_up_to_what_is_claimed_and_postponed(town: Session) -> None:
    billing.issue(town, DECEMBER, golden.RULES, JANUARY)
    carried = sum(family["total"] for family in golden.FAMILIES if family.get("carried"))
    claimed = sum(family["total"] for family in golden.FAMILIES if not family.get("carried"))
    found = figures(town)
    assert found.claims == Claims(claimed, carried, paid=0, due=claimed)
    assert found.unpaid == (claimed, 0, 0, 0)
    assert sum(astuple(found.amounts)[:3]) == claimed + carried


# What happens afterwards


def settle(session: Session) -> Invoice:
    """Eight meals of the Durands, issued on 5 January 2027."""
    till = Till(session)
    home = till.household("durand")
    till.meals(till.child("Léa", home), home, 1, 3, 7, 8, 10, 14, 15, 17)
    (invoice,) = billing.issue(session, DECEMBER, FREE, JANUARY).issued
    return invoice


def test_a_payment_is_no_longer_owed_and_what_is_left_grows_old(session: Session) -> None:
    invoice = settle(session)
    payments.enter_payment(session, invoice, 1000, date(2027, 1, 15), JANUARY)
    found = takings(session, DECEMBER, FREE, TODAY)
    assert found.claims == Claims(2640, 0, paid=1000, due=1640)
    assert takings(session, DECEMBER, FREE, date(2027, 4, 10)).unpaid == (0, 0, 0, 1640)


def test_a_correction_is_deducted_and_a_debt_is_as_old_as_the_invoice_that_stands(session: Session) -> None:
    invoice = settle(session)
    payments.enter_payment(session, invoice, 1000, date(2027, 1, 15), JANUARY)
    session.scalars(select(Booking).where(Booking.day == date(2026, 12, 17))).one().state = State.CANCELLED
    session.flush()
    billing.correct(session, invoice, "erreur", FREE, Stamp(None, datetime(2027, 3, 1, 9, tzinfo=UTC)))
    found = takings(session, DECEMBER, FREE, date(2027, 3, 2))
    assert found.amounts.canteen == 7 * 330
    assert found.claims == Claims(2310, 0, paid=1000, due=1310)
    assert found.unpaid == (1310, 0, 0, 0)


def test_what_is_carried_over_is_claimed_once(session: Session) -> None:
    rules = commune()
    till = Till(session, NOVEMBER)
    home = till.household("durand")
    child = till.child("Léa", home)
    till.meals(child, home, 3)
    billing.issue(session, NOVEMBER, rules, JANUARY)
    Till(session).meals(child, home, 1, 3, 7, 8, 10)
    billing.issue(session, DECEMBER, rules, JANUARY)
    before, after = (takings(session, month, rules, TODAY) for month in (NOVEMBER, DECEMBER))
    assert (before.amounts.canteen, before.claims) == (330, Claims(0, 330, 0, 0))
    assert (after.amounts.canteen, after.claims) == (5 * 330, Claims(6 * 330, 0, 0, 6 * 330))
    assert before.unpaid == after.unpaid == (6 * 330, 0, 0, 0)


def test_a_month_without_anything_is_empty(session: Session) -> None:
    settle(session)
    assert takings(session, date(2026, 10, 1), FREE, TODAY).is_empty
    assert not takings(session, DECEMBER, FREE, TODAY).is_empty


# The table


def test_the_table_has_a_row_a_month_under_the_columns_promised(session: Session) -> None:
    settle(session)
    table = chiffres(session, Period(date(2026, 11, 15), date(2026, 12, 2)), FREE)
    heading, *rows = write(table, Format.CSV).decode("utf-8-sig").splitlines()
    assert heading == (
        "mois;repas;repas_sans_reservation;absences;garderie_matin_minutes;garderie_soir_minutes;"
        "etat;cantine_centimes;garderie_matin_centimes;garderie_soir_centimes;dont_retards_centimes;"
        "facture_centimes;reporte_centimes;paye_centimes;impaye_centimes"
    )
    assert rows == ["2026-11;0;0;0;0;0;brouillon;0;0;0;0;0;0;0;0", "2026-12;8;0;0;0;0;emise;2640;0;0;0;2640;0;0;2640"]
