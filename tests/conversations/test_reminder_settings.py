"""/rappels: one screen changed in place; hours typed or tapped, kinds, quiet days, children; all can be restored."""

import pytest

from tests.conversations.test_reminders import TUESDAYS, at, usual
from tests.rolls import THURSDAY
from tests.town import AGENT, ALEX, CAMILLE, Town


async def test_the_screen_says_what_comes_and_when(town: Town) -> None:
    heard = await town.hears(CAMILLE, "/rappels")
    assert heard.says("la veille de chaque limite, à 18 h".capitalize(), "une heure avant la limite", "dimanche à 18 h")
    assert heard.keys == [
        "🔔 La veille",
        "🔔 Juste avant",
        "🔔 Le dimanche",
        "🔔 Autre responsable",
        "🔔 À valider",
        "🔔 Menus du lundi",
        "🔔 Factures",
        "🔕 Arrivées et départs",
        "🔔 Léa",
        "🔔 Tom",
        "🕕 Heures",
        "🤫 Jours sans rappel",
    ]


async def test_a_tap_changes_it_in_place(town: Town) -> None:
    await town.hears(CAMILLE, "/rappels")
    before = len(town.telegram.answers(CAMILLE))
    heard = await town.tapped(CAMILLE, "🔔 La veille")
    assert "🔕 La veille" in heard.keys
    assert "Remettre tous les rappels" in heard.keys
    assert len(town.telegram.answers(CAMILLE)) == before
    assert "🔔 La veille" in (await town.tapped(CAMILLE, "🔕 La veille")).keys


async def test_without_the_evening_only_the_last_reminder_comes(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    await town.hears(CAMILLE, "/rappels")
    await town.tapped(CAMILLE, "🔔 La veille")
    await town.tapped(CAMILLE, "🔔 Le dimanche")
    assert (await at(town, "2026-11-29 18:00")).messages == ()
    assert "mardi 1er décembre" in town.telegram.last(ALEX).text
    assert (await at(town, "2026-11-30 08:00")).says("Dernier rappel")


async def test_without_the_evening_the_plan_says_what_it_would_have(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    await town.hears(CAMILLE, "/rappels")
    await town.tapped(CAMILLE, "🔔 La veille")
    heard = await at(town, "2026-11-29 18:00")
    assert heard.says("La semaine du", "Pas encore de cantine pour Léa : mardi 1er décembre")


@pytest.mark.parametrize(
    ("typed", "said", "early", "due"),
    [
        ("/rappels 19h30", "à 19 h 30", "2026-11-29 19:29", "2026-11-29 19:30"),
        ("/rappels la veille à 10 h", "à 10 h", "2026-11-29 09:59", "2026-11-29 10:00"),
        ("/rappels 21:15", "à 21 h 15", "2026-11-29 21:14", "2026-11-29 21:15"),
    ],
)
async def test_an_evening_hour_is_typed(town: Town, typed: str, said: str, early: str, due: str) -> None:
    town.has_booked("Léa", *TUESDAYS)
    assert (await town.hears(CAMILLE, typed)).says("C’est noté", said)
    assert (await at(town, early)).messages == ()
    assert (await at(town, due)).says("mardi 1er décembre")


@pytest.mark.parametrize(
    ("typed", "said", "early", "due"),
    [
        ("/rappels 7h45", "une heure 15 avant", "2026-11-30 07:44", "2026-11-30 07:45"),
        ("/rappels 2 h avant", "2 heures avant", "2026-11-30 06:59", "2026-11-30 07:00"),
        ("/rappels 30 min avant", "30 minutes avant", "2026-11-30 08:29", "2026-11-30 08:30"),
        ("/rappels une heure et demie avant", "une heure et demie avant", "2026-11-30 07:29", "2026-11-30 07:30"),
    ],
)
async def test_the_last_reminder_s_hour_is_typed(town: Town, typed: str, said: str, early: str, due: str) -> None:
    town.has_booked("Léa", *TUESDAYS)
    assert (await town.hears(CAMILLE, typed)).says(said)
    await at(town, "2026-11-29 18:00")
    assert (await at(town, early)).messages == ()
    assert (await at(town, due)).says("Dernier rappel", "mardi 1er décembre")


async def test_the_plan_s_hour_is_typed(town: Town) -> None:
    usual(town, "Léa", 4)
    assert (await town.hears(CAMILLE, "/rappels dimanche 10h")).says("dimanche à 10 h")
    assert (await at(town, "2026-11-29 10:00")).says("La semaine du lundi 30 novembre")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/rappels 9h", "ne servirait à rien"),
        ("/rappels 9h30", "la limite est à 9 h"),
        ("/rappels le jour même à 15 h", "ne servirait à rien"),
        ("/rappels 1 min", "entre 5 minutes et 12 heures"),
        ("/rappels 20h avant", "entre 5 minutes et 12 heures"),
        ("/rappels 25h", "pas compris cette heure"),
        ("/rappels blorp", "pas compris cette heure"),
    ],
)
async def test_an_hour_that_would_be_useless_or_is_none_changes_nothing(town: Town, typed: str, said: str) -> None:
    before = (await town.hears(CAMILLE, "/rappels")).text
    assert (await town.hears(CAMILLE, typed)).says(said)
    assert (await town.hears(CAMILLE, "/rappels")).text == before


async def test_hours_are_tapped(town: Town) -> None:
    await town.hears(CAMILLE, "/rappels")
    assert (await town.tapped(CAMILLE, "🕕 Heures")).says("À quelle heure")
    assert (await town.tapped(CAMILLE, "20\u00a0h")).says("à 20 h")
    assert (await town.tapped(CAMILLE, "2 heures avant")).says("2 heures avant la limite")
    assert (await town.tapped(CAMILLE, "dim. 10\u00a0h")).says("dimanche à 10 h")
    assert (await town.tapped(CAMILLE, "‹ Retour")).says("Vos rappels", "à 20 h", "2 heures avant", "dimanche à 10 h")


async def test_an_hour_moved_to_before_now_is_caught_up_at_once_and_told_once(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    await town.hears(CAMILLE, "/rappels 21h")
    assert (await at(town, "2026-11-29 19:00")).messages == ()
    assert (await town.hears(CAMILLE, "/rappels 18h30")).says("à 18 h 30", "mardi 1er décembre")
    assert (await town.hears(CAMILLE, "/rappels 18h45")).says_nothing_of("mardi 1er décembre")
    assert (await at(town, "2026-11-29 21:00")).messages == ()


async def test_an_hour_moved_later_does_not_tell_twice(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    assert (await at(town, "2026-11-29 18:00")).says("mardi 1er décembre")
    await town.hears(CAMILLE, "/rappels 20h")
    assert (await at(town, "2026-11-29 20:00")).messages == ()


async def test_a_quiet_sunday_is_told_on_saturday(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    await town.hears(CAMILLE, "/rappels")
    await town.tapped(CAMILLE, "🤫 Jours sans rappel")
    assert "🔕 dimanche" in (await town.tapped(CAMILLE, "🔔 dimanche")).keys
    assert (await town.tapped(CAMILLE, "‹ Retour")).says("Aucun rappel : dimanche")
    assert (await at(town, "2026-11-28 18:00")).says("mardi 1er décembre", "jusqu’au lundi 30 novembre à 9 h")
    assert (await at(town, "2026-11-29 18:00")).messages == ()
    assert (await at(town, "2026-11-30 08:00")).says("Dernier rappel")


async def test_one_day_at_least_is_left(town: Town) -> None:
    await town.hears(CAMILLE, "/rappels")
    await town.tapped(CAMILLE, "🤫 Jours sans rappel")
    for day in ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"):
        await town.tapped(CAMILLE, f"🔔 {day}")
    assert (await town.forged(CAMILLE, "o:3:7")).says("au moins un jour")


async def test_a_child_is_muted_and_back(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    town.has_booked("Tom", *TUESDAYS)
    await town.hears(CAMILLE, "/rappels")
    await town.tapped(CAMILLE, "🔔 Tom")
    assert (await at(town, "2026-11-29 18:00")).says_nothing_of("Tom")
    assert "Tom" in town.telegram.last(ALEX).text
    await town.hears(CAMILLE, "/rappels")
    assert "🔔 Tom" in (await town.tapped(CAMILLE, "🔕 Tom")).keys
    assert (await at(town, "2026-11-30 08:00")).says("Léa et Tom")


async def test_the_other_guardian_s_doings_are_muted(town: Town) -> None:
    await town.hears(ALEX, "/rappels")
    await town.tapped(ALEX, "🔔 Autre responsable")
    before = len(town.telegram.answers(ALEX))
    await town.hears(CAMILLE, "cantine jeudi pour Léa")
    assert len(town.telegram.answers(ALEX)) == before
    await town.hears(ALEX, "/rappels")
    await town.tapped(ALEX, "Remettre tous les rappels")
    await town.hears(CAMILLE, "annule jeudi pour Léa")
    assert "vient de faire" in town.telegram.last(ALEX).text


async def test_everything_muted_is_restored_and_the_hours_stay(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    await town.hears(CAMILLE, "/rappels 19h")
    for key in ("🔔 La veille", "🔔 Juste avant", "🔔 Le dimanche", "🔔 Léa"):
        await town.tapped(CAMILLE, key)
    await town.hears(CAMILLE, "tout le monde à la maison la semaine prochaine")
    await town.hears(CAMILLE, "/rappels")
    heard = await town.tapped(CAMILLE, "Remettre tous les rappels")
    assert heard.says("remis", "à 19 h")
    assert [key for key in heard.keys if "🔕" in key] == ["🔕 Arrivées et départs"]  # asked for, never muted
    assert (await at(town, "2026-11-29 19:00")).says("mardi 1er décembre")


async def test_arrivals_and_departures_are_told_to_who_asked_for_them(evening: Town) -> None:
    await evening.hears(CAMILLE, "/rappels")
    heard = await evening.tapped(CAMILLE, "🔕 Arrivées et départs")
    assert "🔔 Arrivées et départs" in heard.keys
    assert heard.says("🔔 Chaque arrivée et chaque départ à la garderie")
    others = len(evening.telegram.answers(ALEX))
    await evening.hears(AGENT, "Léa arrivée 16h40")
    evening.now(f"{THURSDAY} 17:01")
    assert (await evening.told(CAMILLE)).says("🟢 Léa est à la garderie depuis 16 h 40")
    await evening.hears(AGENT, "Léa partie")
    evening.now(f"{THURSDAY} 17:02")
    assert (await evening.told(CAMILLE)).says("👋 Léa a quitté la garderie à 17 h 01")
    assert len(evening.telegram.answers(ALEX)) == others


async def test_arrivals_and_departures_are_no_longer_told_once_switched_off(evening: Town) -> None:
    await evening.hears(CAMILLE, "/rappels")
    await evening.tapped(CAMILLE, "🔕 Arrivées et départs")
    await evening.tapped(CAMILLE, "🔔 Arrivées et départs")
    await evening.hears(AGENT, "Léa arrivée 16h40")
    await evening.hears(AGENT, "Léa 16h50")
    evening.now(f"{THURSDAY} 17:05")
    assert (await evening.told(CAMILLE)).messages == ()


async def test_lateness_is_told_whether_asked_for_or_not(evening: Town) -> None:
    evening.now(f"{THURSDAY} 18:40")
    await evening.hears(AGENT, "Léa partie")
    evening.now(f"{THURSDAY} 18:41")
    assert (await evening.told(CAMILLE)).says("10 minutes après la fermeture")


@pytest.mark.parametrize(
    "data", ["o:8:2", "o:8:-1", "o:1:7", "o:2:3", "o:3:0", "o:4:3", "o:5:61", "o:6:3", "o:7:3", "o:9:0", "o:0:3"]
)
async def test_a_setting_there_is_not_is_stale(town: Town, data: str) -> None:
    await town.hears(CAMILLE, "/rappels")
    assert (await town.forged(CAMILLE, data)).says("n’est plus valable")
