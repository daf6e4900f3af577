"""The tax certificate: asked for, and sent by itself in January, once, to each account of the household."""

from datetime import date

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models.actions import billing, payments
from models.tables import Child, Household, Invoice, ReminderRound
from models.vocabulary import Stamp
from tests.printed import read_back
from tests.till import Till, commune
from tests.town import ALEX, CAMILLE, MARC, SOPHIE, Heard, Town, paris

pytestmark = pytest.mark.asyncio

PRICES = commune()
PAID_ON = date(2026, 11, 20)


def bring(town: Town, *, born: date | None = date(2021, 5, 3), paid: bool = True) -> None:
    """Léa's October: three evenings of two half-hours and ten meals, invoiced in November, and paid then."""
    town.read(lambda session: _bill(session, born=born, paid=paid))


def _bill(session: Session, *, born: date | None, paid: bool) -> None:
    till, stamp = Till(session, date(2026, 10, 1)), Stamp(None, paris("2026-11-05 10:00"))
    home = session.scalars(select(Household).where(Household.key == "durand")).one()
    lea = session.scalars(select(Child).where(Child.first_name == "Léa")).one()
    lea.birth_date = born
    till.meals(lea, home, 1, 2, 5, 6, 8, 9, 12, 13, 15, 16)
    for day in (1, 2, 5):
        till.evening(lea, home, day, "17:20")
    (invoice,) = billing.issue(session, date(2026, 10, 1), PRICES, stamp).issued
    if paid:
        payments.enter_payment(session, invoice, None, PAID_ON, stamp)


def pay_more(town: Town) -> None:
    """December's payment, entered late: a morning and enough meals to be claimed."""

    def pay(session: Session) -> None:
        till, stamp = Till(session, date(2026, 11, 1)), Stamp(None, paris("2026-12-05 10:00"))
        home = session.scalars(select(Household).where(Household.key == "durand")).one()
        lea = session.scalars(select(Child).where(Child.first_name == "Léa")).one()
        till.meals(lea, home, 2, 3, 5, 6, 9)
        till.morning(lea, home, 2)
        billing.issue(session, date(2026, 11, 1), PRICES, stamp)
        for invoice in session.scalars(select(Invoice).where(Invoice.month == date(2026, 11, 1))):
            payments.enter_payment(session, invoice, None, date(2026, 12, 30), Stamp(None, paris("2027-01-20 10:00")))

    town.read(pay)


def papers(heard: Heard) -> list[str]:
    """The words of the documents heard."""
    return [read_back(message.file) for message in heard.messages if message.file]


async def test_a_parent_asks_for_last_year_s(town: Town) -> None:
    bring(town)
    town.now("2027-01-05 18:00")
    heard = await town.hears(CAMILLE, "/attestation")
    heard.says("Attestation fiscale 2026 pour Léa Durand", "7,80 €", "sans les repas")
    (text,) = papers(heard)
    assert "la somme de 7,80 €" in text
    assert "le foyer de Camille Durand et Alex Durand" in text.replace("\n", " ")
    assert "mardi 5 janvier 2027" in text.replace("\n", " ")


async def test_a_year_may_be_said_and_another_household_s_is_never_seen(town: Town) -> None:
    bring(town)
    town.now("2027-03-05 18:00")
    (await town.hears(ALEX, "/attestation fiscale 2026")).says("Attestation fiscale 2026 pour Léa")
    for other in (SOPHIE, MARC):
        heard = await town.hears(other, "/attestation 2026")
        heard.says("aucun enfant de votre foyer n’avait moins de 6 ans", "03 20 00 00 00")
        assert not papers(heard)


async def test_where_there_is_none_it_says_why(town: Town) -> None:
    bring(town, paid=False)
    town.now("2027-03-05 18:00")
    (await town.hears(CAMILLE, "/attestation")).says("Pas d’attestation pour 2026 : aucun paiement de garderie")
    (await town.hears(CAMILLE, "/attestation 2020")).says("Pas d’attestation pour 2020")
    (await town.hears(CAMILLE, "/attestation 2027")).says(
        "L’année 2027 n’est pas finie", "janvier 2028", "/attestation 2026"
    )
    for wrong in ("12", "1999 2026", "20260"):
        (await town.hears(CAMILLE, f"/attestation {wrong}")).says("Je n’ai pas reconnu l’année", "/attestation 2026")


async def test_an_elder_s_garderie_gives_none(town: Town) -> None:
    bring(town, born=date(2019, 12, 31))
    town.now("2027-01-05 18:00")
    (await town.hears(CAMILLE, "/attestation")).says("aucun enfant de votre foyer n’avait moins de 6 ans")


async def test_in_january_each_account_gets_it_once(town: Town) -> None:
    bring(town)
    (await town.told(CAMILLE, lambda: town.now("2027-01-15 09:59"))).says_nothing_of("Attestation")
    heard = await town.told(CAMILLE, lambda: town.now("2027-01-15 10:00"))
    heard.says("Attestation fiscale 2026 pour Léa Durand", "7GA", "/attestation 2026")
    assert len(papers(heard)) == 1
    assert len([message for message in town.telegram.answers(ALEX) if message.file]) == 1
    assert not [message for message in town.telegram.answers(SOPHIE) if message.file]
    await town.closes()
    await town.opens()
    (await town.told(CAMILLE, lambda: town.now("2027-01-18 10:00"))).says_nothing_of("Attestation")


async def test_its_key_alone_keeps_it_from_coming_twice(town: Town) -> None:
    bring(town)
    await town.told(CAMILLE, lambda: town.now("2027-01-15 10:00"))
    town.read(lambda session: session.execute(delete(ReminderRound)))
    assert not (await town.told(CAMILLE, lambda: town.now("2027-01-15 10:05"))).messages


async def test_a_payment_entered_later_is_on_the_one_asked_for(town: Town) -> None:
    bring(town)
    await town.told(CAMILLE, lambda: town.now("2027-01-15 10:00"))
    pay_more(town)
    assert not (await town.told(CAMILLE, lambda: town.now("2027-01-21 10:00"))).messages
    (await town.hears(CAMILLE, "/attestation")).says("9,30 €")


async def test_after_a_stop_it_still_comes_in_january(town: Town) -> None:
    bring(town)
    await town.closes()
    town.now("2027-01-29 20:00")
    await town.opens()
    (await town.told(CAMILLE)).says("Attestation fiscale 2026")


async def test_but_not_in_february(town: Town) -> None:
    bring(town)
    await town.closes()
    town.now("2027-02-01 08:00")
    await town.opens()
    (await town.told(CAMILLE)).says_nothing_of("Attestation")
