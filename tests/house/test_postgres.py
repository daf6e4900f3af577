"""The same town on a real PostgreSQL: what holds on SQLite holds there."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from models.tables import Attendance, Booking, Sitting, UsualWeek
from models.vocabulary import Weeks
from tests.conversations import test_invoices as stories
from tests.conversations.test_reminders import TUESDAYS, at
from tests.rolls import SECOND, hire
from tests.town import AGENT, ALEX, CAMILLE, SECRETARY, Town, open_town, paris


@pytest.fixture
async def town(tmp_path: Path, empty: str) -> AsyncIterator[Town]:
    async with open_town(tmp_path, empty) as town:
        yield town


async def test_a_booking_its_undo_and_its_receipt(town: Town) -> None:
    assert (await town.hears(CAMILLE, "cantine lundi et jeudi")).says("Léa et Tom", "jeudi 3 décembre", "Reçu ")
    assert town.booked("Léa") == ["2026-11-30", "2026-12-03"]
    await town.tapped(CAMILLE, "Annuler cette action")
    assert town.booked("Léa") == []


async def test_a_recap_an_absence_an_override(town: Town) -> None:
    town.has_booked("Léa", "2026-11-27")
    await town.hears(CAMILLE, "cantine la semaine prochaine")
    await town.tapped(CAMILLE, "Valider")
    assert len(town.booked("Tom")) == 4
    assert (await town.hears(CAMILLE, "annule demain pour Léa")).says("absence")
    refused = await town.hears(CAMILLE, "cantine demain pour Tom")
    number = refused.text.rsplit("Reçu ", 1)[1][:6]
    await town.hears(SECRETARY, f"/recu {number}")
    await town.tapped(SECRETARY, "Accorder quand même : erreur ou panne")
    assert "2026-11-27" in town.booked("Tom")


async def test_a_correction_and_its_undo(town: Town) -> None:
    await town.hears(CAMILLE, "cantine jeudi pour Léa")
    assert (await town.hears(CAMILLE, "non, le 4")).says("jeudi 3 décembre", "vendredi 4 décembre")
    assert town.booked("Léa") == ["2026-12-04"]
    await town.tapped(CAMILLE, "Annuler cette action")
    assert town.booked("Léa") == ["2026-12-03"]


async def test_a_reminder_and_its_button(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    assert (await at(town, "2026-11-29 18:00")).says("mardi 1er décembre")
    await town.tapped(CAMILLE, "Réserver Léa")
    assert town.booked("Léa")[-1] == "2026-12-01"


async def test_hours_of_one_s_own_the_plan_and_a_week_at_home(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    town.has_booked("Tom", "2026-12-03")
    assert (await town.hears(CAMILLE, "/rappels 19h30")).says("à 19 h 30")
    await town.tapped(CAMILLE, "🔔 Tom")
    assert (await at(town, "2026-11-29 18:00")).says("La semaine du", "cantine (Tom)")
    assert (await at(town, "2026-11-29 19:30")).says("Léa : pas encore", "mardi 1er décembre")
    assert (await town.tapped(CAMILLE, "🏠 Toute la semaine à la maison")).says("Il reste pourtant réservé")
    assert (await at(town, "2026-11-30 08:00", ALEX)).messages == ()


async def test_two_parents_in_the_same_second_twenty_times_leave_one_row_a_day(town: Town) -> None:
    for _ in range(10):
        for person in (CAMILLE, ALEX):
            town.telegram.says(person, "cantine jeudi pour Léa")
            town.telegram.says(person, "annule jeudi pour Léa")
    for person in (CAMILLE, ALEX):
        town.telegram.says(person, "cantine jeudi pour Léa")
    await town.rest()
    rows = town.read(lambda session: session.scalars(select(func.count()).select_from(Booking)).one())
    assert rows == 1
    assert town.booked("Léa") == ["2026-12-03"]


async def test_a_usual_week_is_kept_whole_when_two_parents_change_it_in_the_same_second(town: Town) -> None:
    await town.hears(CAMILLE, "d'habitude cantine lundi et jeudi pour Léa")
    await town.hears(ALEX, "d'habitude cantine mardi les semaines paires pour Léa")
    for person in (CAMILLE, ALEX):
        town.telegram.taps(person, "Valider")
    await town.rest()
    rows = select(UsualWeek.weekday, UsualWeek.weeks).order_by(UsualWeek.weekday)
    kept = [tuple(row) for row in town.read(lambda session: session.execute(rows).all())]
    assert kept in ([(1, Weeks.ALL), (4, Weeks.ALL)], [(2, Weeks.EVEN)])
    late = CAMILLE if len(kept) == 1 else ALEX
    assert any("je n’ai rien écrasé" in message.text for message in town.telegram.answers(late))


async def test_two_agents_and_a_parent_in_the_same_second_leave_one_record(town: Town) -> None:
    town.now("2026-11-26 17:00")
    hire(town)
    for _ in range(5):
        for person in (AGENT, SECOND):
            town.telegram.says(person, "/pointage")
            town.telegram.says(person, "Léa 16h55")
            town.telegram.says(person, "annule Léa")
        town.telegram.says(CAMILLE, "garderie du soir jeudi pour Léa")
    await town.rest()
    for person in (AGENT, SECOND):
        town.telegram.says(person, "Léa 16h57")
    await town.rest()
    found = town.read(lambda session: session.scalars(select(Attendance)).all())
    assert [record.left_at for record in found] == [paris("2026-11-26 16:57")]
    opened = select(func.count()).select_from(Sitting).where(Sitting.opened_at.is_not(None))
    assert town.read(lambda session: session.scalars(opened).one()) == 1


async def test_two_agents_call_the_canteen_s_roll_in_the_same_second_and_send_it_once(town: Town) -> None:
    town.now("2026-11-26 11:30")
    hire(town)
    for child in ("Léa", "Tom"):
        town.has_booked(child, "2026-11-26")
    await town.hears(AGENT, "/appel")
    await town.hears(SECOND, "/appel")
    for words in ("Léa absente", "Tom mange", "Inès mange", "annule Tom"):
        for person in (AGENT, SECOND):
            town.telegram.says(person, words)
        await town.rest()
    for person in (AGENT, SECOND):
        town.telegram.says(person, "tous présents")
    await town.rest()
    for person in (AGENT, SECOND):
        await town.hears(person, "/appel")
        await town.tapped(person, "📤 Terminer")
    message = {person: town.telegram.last(person) for person in (AGENT, SECOND)}
    for person in (AGENT, SECOND):
        data = next(button.data for button in message[person].buttons if "Envoyer" in button.text)
        assert data
        town.telegram.taps_forged(person, data, message[person])
    await town.rest()
    found = {(record.child_id, record.absent) for record in town.read(lambda s: s.scalars(select(Attendance)).all())}
    assert sorted(absent for _, absent in found) == [False, False, True]
    assert len([m for m in town.telegram.answers(SECRETARY) if "📋 Cantine" in m.text]) == 1


async def test_menus_are_given_shown_and_told_on_monday(town: Town) -> None:
    await town.hears(SECRETARY, "/menus lundi 30/11 : carottes, poulet (lait)\nmardi : riz (V)")
    await town.tapped(SECRETARY, "Valider")
    await town.hears(SECRETARY, "/menus mardi 1/12 : effacer")
    await town.tapped(SECRETARY, "Valider")
    assert (await at(town, "2026-11-30 07:30")).says("carottes, poulet ⚠️ lait")
    assert (await town.hears(CAMILLE, "/menu")).says_nothing_of("riz")


async def test_an_invoice_is_told_asked_about_and_corrected(tmp_path: Path, empty: str) -> None:
    async with open_town(tmp_path, empty, pricing=stories.PRICES, payfip_identifier=stories.IDENTIFIER) as town:
        town.now("2027-01-05 10:00")
        town.read(stories.eat)
        assert (await town.told(CAMILLE, lambda: stories.issue(town))).says(stories.WAIT, "2027-0001")
        assert (await stories.ask(town)).says("Cette ligne n’est pas claire")
        await town.hears(CAMILLE, "pourquoi cinq ?")
        assert "« pourquoi cinq ? »" in stories.to_the_mairie(town)[0]
        assert (await stories.ask(town)).says("déjà partie")
        assert (await town.told(CAMILLE, lambda: stories.refer(town))).says(stories.REFERENCE)
        assert (await town.told(CAMILLE, lambda: stories.correct(town))).says("remplacée par la facture 2027-0004")
        assert (await town.hears(CAMILLE, "/factures 2027-0001")).says("Annulée par l’avoir 2027-0003")
        assert (await town.forged(SECRETARY, f"J:{2**31 - 1}:0")).says("Je ne peux pas faire cela")
        assert (await town.forged(CAMILLE, f"J:{2**31 - 1}:0")).says("n’est plus valable")
