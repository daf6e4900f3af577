"""From /appel to the invoice: what each line of the roll costs, and a pointage corrected once its month is invoiced."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import billing
from models.actions.exports import pointages
from models.actions.invoices import number_of
from models.actions.statements import Draft
from models.rules.commune import Commune
from models.rules.lines import Kind, Trouble
from models.tables import Booking, Child, Invoice
from models.tables.billing import Document
from models.vocabulary import Diet, Period, Service, Stamp, State
from tests.rolls import EVENING, MORNING, THURSDAY, plain, row, times
from tests.till import CANTINE, MATIN, SOIR, priced
from tests.town import AGENT, SECRETARY, Town

NOVEMBER = date(2026, 11, 1)
TUESDAY = "2026-11-24"


def with_prices(town: Town) -> Commune:
    """The town's rules with a tariff for each service; a meal brought from home costs less, no sum is too small."""
    packed = CANTINE | {"packed_cents": 100}
    return replace(town.commune, pricing=priced(packed, MATIN, SOIR, least=0))


def drawn(town: Town) -> Draft:
    stamp = Stamp(None, town.clock())
    return town.read(lambda session: billing.draft(session, NOVEMBER, with_prices(town), stamp))


def lines(town: Town) -> set[tuple[str, Kind, int]]:
    """What the month costs: (child, kind, cents)."""

    names = town.read(lambda session: {child.id: child.first_name for child in session.scalars(select(Child))})
    found = [line for statement in drawn(town).statements for line in statement.lines]
    return {(names[line.child_id], line.kind, line.cents) for line in found if line.child_id}


def issue(town: Town) -> str:
    """The month issued; the number of the Durands' invoice."""
    stamp = Stamp(None, town.clock())
    issued = town.read(
        lambda session: [number_of(one) for one in billing.issue(session, NOVEMBER, with_prices(town), stamp).issued]
    )
    return issued[0]


async def test_what_the_roll_says_is_what_is_billed(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    await noon.hears(AGENT, "Léa absente")
    await noon.hears(AGENT, "Tom mange, Inès mange")
    assert lines(noon) == {
        ("Léa", Kind.MEAL, 390),  # ordered, not cancelled: billed, and to be looked at
        ("Tom", Kind.MEAL, 390),
        ("Inès", Kind.UNBOOKED, 390),
        ("Inès", Kind.SURCHARGE, 150),
    }
    troubles = {anomaly.trouble for anomaly in drawn(noon).anomalies}
    assert {Trouble.ABSENT, Trouble.UNBOOKED} <= troubles


async def test_a_child_told_absent_who_comes_after_all_pays_its_meal(noon: Town) -> None:
    def told(session: Session) -> None:
        for booking in session.scalars(select(Booking)):
            booking.state = State.ABSENT

    noon.read(told)
    assert {kind for _, kind, _ in lines(noon)} == {Kind.ABSENCE}
    await noon.hears(AGENT, "/appel")
    await noon.tapped(AGENT, "🤒 Tom")
    assert {(child, kind) for child, kind, _ in lines(noon)} == {("Léa", Kind.ABSENCE), ("Tom", Kind.MEAL)}


async def test_a_meal_brought_from_home_is_counted_there_and_not_ordered(noon: Town) -> None:
    def brings(session: Session) -> None:
        session.scalars(select(Child).where(Child.first_name == "Tom")).one().diet = Diet.PANIER

    noon.read(brings)
    assert (await noon.hears(AGENT, "/appel")).says("À servir : 1 standard et 1 panier repas (apporté)")
    await noon.tapped(AGENT, "Tom")
    assert ("Tom", Kind.MEAL, 100) in lines(noon)


async def test_who_is_not_called_is_billed_as_booked_and_nothing_is_left_open(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    await noon.tapped(AGENT, "Tom")
    assert Trouble.OPEN_SITTING in {anomaly.trouble for anomaly in drawn(noon).anomalies}
    noon.now(f"{THURSDAY} 15:00")
    await noon.told(SECRETARY)
    assert Trouble.OPEN_SITTING not in {anomaly.trouble for anomaly in drawn(noon).anomalies}
    assert {(child, kind) for child, kind, _ in lines(noon)} == {("Léa", Kind.MEAL), ("Tom", Kind.MEAL)}


async def test_the_export_of_presence_has_meals_without_hours(noon: Town) -> None:
    await noon.hears(AGENT, "/appel")
    await noon.hears(AGENT, "Tom mange, Léa absente, Inès arrivée 7h40")
    found = noon.read(lambda session: list(pointages(session, Period.month(NOVEMBER), noon.commune).rows))
    assert [(of[1], of[3], bool(of[4]), of[6]) for of in found] == [
        ("cantine", "Tom", False, 0),
        ("garderie_matin", "Inès", True, 0),
    ]


# Once the month is invoiced


async def test_the_mairie_still_corrects_and_is_told_it_takes_a_credit_note(noon: Town) -> None:
    noon.has_booked("Léa", TUESDAY)
    number = issue(noon)
    await noon.hears(SECRETARY, "/appel mardi")
    await noon.tapped(SECRETARY, "➕ Ajouter un enfant")
    message = noon.telegram.last(SECRETARY)
    data = next(button.data for button in message.buttons if button.text.startswith("Tom"))
    assert data
    tap = noon.telegram.taps_forged(SECRETARY, data, message)
    await noon.rest()
    assert tap.answer
    assert f"déjà facturé à ce foyer ({number})" in plain(tap.answer.text)
    assert row(noon, "Tom", Service.CANTINE, TUESDAY)
    assert (await noon.hears(SECRETARY, "Léa absente")).says("Cantine, mardi 24 novembre", f"({number})", "un avoir")
    assert Trouble.REVISED in {anomaly.trouble for anomaly in drawn(noon).anomalies}


async def test_a_child_whose_home_has_no_invoice_of_the_month_is_corrected_without_a_word(noon: Town) -> None:
    noon.has_booked("Léa", TUESDAY)
    issue(noon)
    await noon.hears(SECRETARY, "/appel mardi")
    assert (await noon.hears(SECRETARY, "Inès mange")).says_nothing_of("facturé")


async def test_what_was_taken_back_or_replaced_is_said_by_its_newest_number(noon: Town) -> None:
    noon.has_booked("Léa", TUESDAY)
    issue(noon)
    await noon.hears(SECRETARY, "/appel mardi")
    await noon.hears(SECRETARY, "Tom mange")
    stamp = Stamp(None, noon.clock())

    def correct(session: Session) -> list[str]:
        invoice = session.scalars(select(Invoice).where(Invoice.kind == Document.INVOICE)).one()
        return [number_of(one) for one in billing.correct(session, invoice, "Tom", with_prices(noon), stamp)]

    _, claim = noon.read(correct)
    assert (await noon.hears(SECRETARY, "Tom absent")).says(f"({claim})")


async def test_an_agent_points_today_whatever_was_issued_and_hears_nothing_of_money(evening: Town) -> None:
    evening.has_booked("Léa", TUESDAY)
    issue(evening)
    await evening.hears(AGENT, "/pointage")
    assert (await evening.hears(AGENT, "Léa 16h50")).says_nothing_of("factur")
    assert times(evening, "Léa", EVENING) == ("", "16:50")
    assert (await evening.hears(AGENT, "/pointage 24/11 matin")).says("ensuite, c’est à la mairie")
    assert row(evening, "Léa", MORNING, TUESDAY) is None


async def test_a_garderie_corrected_after_its_invoice_says_so_too(evening: Town) -> None:
    evening.has_booked("Léa", TUESDAY)
    number = issue(evening)
    await evening.hears(SECRETARY, "/pointage 24/11 soir")
    assert (await evening.hears(SECRETARY, "Léa 18h45")).says("Garderie du soir, mardi 24 novembre", f"({number})")
    assert times(evening, "Léa", EVENING, TUESDAY) == ("", "18:45")
