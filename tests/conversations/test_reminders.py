"""Reminders before a cut-off: to whom, when, once, never late, and what their buttons do."""

import pytest
from sqlalchemy import select

from models.actions import calendar
from models.tables import Child, UsualWeek
from models.vocabulary import Service, Stamp, Weeks
from tests.town import ALEX, CAMILLE, MARC, SOPHIE, Town, open_town, paris

TUESDAYS = ("2026-11-03", "2026-11-10", "2026-11-17", "2026-11-24")


def usual(town: Town, child: str, weekday: int, weeks: Weeks = Weeks.ALL) -> None:
    def write(session):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        row = session.scalars(select(Child).where(Child.first_name == child)).one()
        session.add(UsualWeek(child_id=row.id, service=Service.CANTINE, weekday=weekday, weeks=weeks))

    town.read(write)


async def at(town: Town, instant: str, person=CAMILLE):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
    return await town.told(person, lambda: town.now(instant))


async def test_a_habit_not_booked_is_recalled_the_evening_before_the_cutoff(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    assert (await at(town, "2026-11-29 17:59")).messages == ()
    heard = await at(town, "2026-11-29 18:00")
    assert heard.says("Léa", "mardi 1er décembre", "lundi 30 novembre à 9 h")
    assert heard.says_nothing_of("Tom")
    assert heard.keys == ["🍽 Réserver Léa", "Pas cette fois", "Ne plus me rappeler"]
    assert len(heard.messages) == 1


async def test_and_an_hour_before_but_never_after(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    await at(town, "2026-11-29 18:00")
    assert (await at(town, "2026-11-30 08:00")).says("Dernier rappel", "mardi 1er décembre")
    assert (await at(town, "2026-11-30 09:01")).messages == ()


async def test_two_bookings_in_four_weeks_make_a_habit_one_does_not(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS[:2])
    town.has_booked("Tom", *TUESDAYS[:1])
    heard = await at(town, "2026-11-29 18:00")
    assert heard.says("Léa")
    assert heard.says_nothing_of("Tom")


async def test_a_usual_week_is_expected_and_replaces_habits(town: Town) -> None:
    usual(town, "Léa", 4)
    town.has_booked("Léa", *TUESDAYS)
    assert (await at(town, "2026-11-29 18:00")).messages == ()
    assert (await at(town, "2026-11-30 18:00")).says("Léa", "jeudi 3 décembre")


async def test_a_usual_week_of_even_weeks_is_silent_in_odd_ones(town: Town) -> None:
    usual(town, "Léa", 2, Weeks.EVEN)
    assert (await at(town, "2026-11-29 18:00")).messages == ()
    assert (await at(town, "2026-12-06 18:00")).says("mardi 8 décembre")


async def test_both_guardians_are_reminded_and_both_are_silent_once_booked(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    await at(town, "2026-11-29 18:00")
    assert "mardi 1er décembre" in town.telegram.last(ALEX).text
    assert (await town.tapped(CAMILLE, "Réserver Léa")).says("Cantine réservée", "mardi 1er décembre")
    assert town.booked("Léa")[-1] == "2026-12-01"
    assert (await at(town, "2026-11-30 08:00", ALEX)).messages == ()


async def test_not_this_time_is_for_the_household(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    await at(town, "2026-11-29 18:00")
    assert (await town.tapped(CAMILLE, "Pas cette fois")).says("mardi 1er décembre")
    assert (await at(town, "2026-11-30 08:00")).messages == ()
    assert town.booked("Léa") == list(TUESDAYS)


@pytest.mark.parametrize(
    ("key", "said"),
    [("Léa", "plus de rappel pour Léa"), ("Les mardis", "les mardis"), ("Tous les rappels", "plus aucun")],
)
async def test_never_again_asks_what_and_rappels_restores(town: Town, key: str, said: str) -> None:
    town.has_booked("Léa", *TUESDAYS)
    await at(town, "2026-11-29 18:00")
    assert (await town.tapped(CAMILLE, "Ne plus me rappeler")).keys == ["Léa", "Tom", "Les mardis", "Tous les rappels"]
    assert (await town.tapped(CAMILLE, key)).says(said)
    assert (await at(town, "2026-11-30 08:00")).messages == ()
    assert (await town.hears(CAMILLE, "/rappels")).says(said)
    assert (await town.tapped(CAMILLE, "Remettre tous les rappels")).says("remis")
    assert (await at(town, "2026-12-06 18:00")).says("mardi 8 décembre")


async def test_two_children_one_button_each_and_one_for_both(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    town.has_booked("Tom", *TUESDAYS)
    heard = await at(town, "2026-11-29 18:00")
    assert heard.keys[:3] == ["🍽 Réserver Léa", "🍽 Réserver Tom", "🍽 Réserver pour tous"]
    await town.tapped(CAMILLE, "Réserver pour tous")
    assert town.booked("Léa")[-1] == town.booked("Tom")[-1] == "2026-12-01"


async def test_a_reminder_s_button_after_the_cutoff_is_refused_kindly(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    await at(town, "2026-11-29 18:00")
    town.now("2026-11-30 09:01")
    assert (await town.tapped(CAMILLE, "Réserver Léa")).says("trop tard", "lundi 30 novembre à 9 h")


async def test_only_the_home_of_that_week_is_reminded(town: Town) -> None:
    town.has_booked("Inès", *TUESDAYS)
    heard = await at(town, "2026-11-29 18:00", MARC)  # week 49: odd
    assert heard.says("Inès")
    assert "Inès" not in town.telegram.last(SOPHIE).text


async def test_no_reminder_for_a_closed_day(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    day = paris("2026-12-01 00:00").date()
    town.read(lambda session: calendar.close(session, [day], "grève", Stamp(None, town.clock())))
    assert (await at(town, "2026-11-29 18:00")).messages == ()


async def test_after_a_stop_the_reminder_still_useful_comes_once_and_the_late_one_never(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    town.has_booked("Léa", "2026-11-05", "2026-11-12", "2026-11-19")
    await town.closes()
    town.now("2026-11-30 08:30")
    before = len(town.telegram.answers(CAMILLE))
    await town.opens()
    await town.rest(25)
    told = [message.text for message in town.telegram.answers(CAMILLE)[before:]]
    assert len(told) == 1
    assert "mardi 1er décembre" in told[0]
    await town.closes()
    town.now("2026-12-01 09:30")
    await town.opens()
    await town.rest(25)
    assert len(town.telegram.answers(CAMILLE)) == before + 1


async def test_a_restart_owes_nothing_twice(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    await at(town, "2026-11-29 18:00")
    before = len(town.telegram.answers(CAMILLE))
    await town.closes()
    await town.opens()
    await town.rest(5)
    assert len(town.telegram.answers(CAMILLE)) == before


async def test_in_the_first_four_weeks_every_household_without_habits_is_told_once(tmp_path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    async with open_town(tmp_path) as town:
        town.now("2026-09-06 12:00")
        heard = await at(town, "2026-09-06 18:00")
        assert heard.says("rentrée", "Léa et Tom", "mardi 8 septembre")
        assert (await at(town, "2026-09-07 18:00")).messages == ()


async def test_after_a_stop_longer_than_telegram_keeps_a_tap_open_screens_are_shown_again_once(town: Town) -> None:
    await town.hears(CAMILLE, "cantine la semaine prochaine")
    await town.hears(SOPHIE, "cantine vendredi prochain")
    await town.closes()
    town.now("2026-11-26 10:02")
    await town.opens()
    await town.rest(5)
    assert "Vérifiez" in town.telegram.last(CAMILLE).text
    shown = len(town.telegram.answers(CAMILLE))
    await town.closes()
    town.now("2026-11-26 10:10")
    await town.opens()
    await town.rest(5)
    again = town.telegram.answers(CAMILLE)[shown:]
    assert ["J’étais arrêtée" in message.text for message in again] == [True, False]
    assert any("4 décembre" in button.text for button in town.telegram.last(SOPHIE).buttons)
    await town.tapped(CAMILLE, "Valider")
    assert town.booked("Léa")[0] == "2026-11-30"
