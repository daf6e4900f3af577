"""Reminders before a cut-off: to whom, when, once, never late, and what their buttons do."""

import pytest
from sqlalchemy import select

from models.actions import calendar
from models.tables import Account, Child, Guardian, Household, UsualWeek
from models.vocabulary import Service, Stamp, Weeks
from tests.town import ALEX, CAMILLE, MARC, SOPHIE, Town, open_town, paris

AT_HOME = "🏠 Toute la semaine à la maison"
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
    assert heard.keys == ["🍽 Réserver Léa", "Pas cette fois", "Ne plus me rappeler", AT_HOME]
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
    assert (await at(town, "2026-11-29 18:00")).says_nothing_of("pas encore de cantine pour mardi")
    assert (await at(town, "2026-11-30 18:00")).says("Léa", "jeudi 3 décembre")


async def test_a_usual_week_of_even_weeks_is_silent_in_odd_ones(town: Town) -> None:
    usual(town, "Léa", 2, Weeks.EVEN)
    assert (await at(town, "2026-11-29 18:00")).messages == ()
    assert (await at(town, "2026-12-06 18:00")).says("mardi 8 décembre")


async def test_a_habit_of_every_second_week_is_silent_in_the_others(town: Town) -> None:
    town.has_booked("Léa", "2026-10-06", "2026-11-03", "2026-11-17")  # weeks 41, 45, 47
    town.has_booked("Tom", "2026-10-13", "2026-11-10", "2026-11-24")  # weeks 42, 46, 48
    heard = await at(town, "2026-11-29 18:00")  # week 49
    assert heard.says("Léa")
    assert heard.says_nothing_of("Tom")
    heard = await at(town, "2026-12-06 18:00")
    assert heard.says("Tom", "mardi 8 décembre")
    assert heard.says_nothing_of("Léa")


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
    await town.rest(5)
    told = [message.text for message in town.telegram.answers(CAMILLE)[before:]]
    assert len(told) == 1
    assert "mardi 1er décembre" in told[0]
    await town.closes()
    town.now("2026-12-01 09:30")
    await town.opens()
    await town.rest(5)
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


# At home


async def test_a_week_at_home_is_not_reminded_of_and_the_next_one_is(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    town.has_booked("Léa", "2026-11-05", "2026-11-12", "2026-11-19")
    await at(town, "2026-11-29 18:00")
    before = len(town.telegram.answers(ALEX))
    heard = await town.tapped(CAMILLE, AT_HOME)
    assert heard.says("semaine du lundi 30 novembre", "Je ne vous rappellerai rien")
    assert heard.keys == ["🔔 Remettre les rappels de cette semaine"]
    assert "Camille Durand a répondu" in town.telegram.last(ALEX).text
    assert len(town.telegram.answers(ALEX)) == before + 1
    for instant in ("2026-11-30 08:00", "2026-11-30 18:00", "2026-12-01 08:00"):
        assert (await at(town, instant)).messages == ()
        assert len(town.telegram.answers(ALEX)) == before + 1
    assert (await at(town, "2026-12-06 18:00")).says("mardi 8 décembre")


async def test_a_week_at_home_offers_to_cancel_what_is_booked(town: Town) -> None:
    town.has_booked("Léa", "2026-12-01", "2026-12-03")
    town.has_booked("Tom", "2026-12-03", service=Service.GARDERIE_SOIR)
    town.now("2026-11-28 10:00")
    heard = await town.hears(CAMILLE, "Tout le monde à la maison la semaine prochaine !")
    assert heard.says("semaine du lundi 30 novembre", "Il reste pourtant réservé", "mardi 1er décembre", "garderie")
    assert town.booked("Léa") == ["2026-12-01", "2026-12-03"]
    await town.tapped(CAMILLE, "Annuler ces réservations")
    assert town.booked("Léa") == []
    assert town.booked("Tom", service=Service.GARDERIE_SOIR) == []


async def test_what_is_booked_beyond_five_child_days_is_shown_before_it_is_cancelled(town: Town) -> None:
    for child in ("Léa", "Tom"):
        town.has_booked(child, "2026-12-01", "2026-12-03", "2026-12-04")
    town.now("2026-11-28 10:00")
    await town.hears(CAMILLE, "on reste tous à la maison la semaine prochaine")
    assert (await town.tapped(CAMILLE, "Annuler ces réservations")).keys == ["Valider", "Abandonner"]
    assert len(town.booked("Léa")) == 3
    await town.tapped(CAMILLE, "Valider")
    assert town.booked("Léa") == town.booked("Tom") == []


async def test_a_week_at_home_is_taken_back(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    await town.hears(CAMILLE, "tout le monde à la maison la semaine prochaine")
    assert (await town.hears(CAMILLE, "/rappels")).says("à la maison la semaine du lundi 30 novembre")
    await town.hears(CAMILLE, "tout le monde à la maison la semaine prochaine")
    assert (await town.tapped(CAMILLE, "🔔 Remettre les rappels de cette semaine")).says("sont remis")
    assert (await at(town, "2026-11-29 18:00")).says("mardi 1er décembre")


async def test_a_week_that_is_over_can_no_longer_be_spent_at_home(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    await at(town, "2026-11-29 18:00")
    town.now("2026-12-07 10:00")
    assert (await town.tapped(CAMILLE, AT_HOME)).says("n’est plus valable")


# Several homes, people who left, a bot that stops


async def test_whoever_lives_in_two_homes_is_reminded_of_both(town: Town) -> None:
    def move_in(session):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        home = session.scalars(select(Household).where(Household.key == "lefevre")).one()
        account = session.scalars(select(Account.id).where(Account.telegram_id == CAMILLE.id)).one()
        session.add(Guardian(household_id=home.id, first_name="Camille", last_name="Durand", account_id=account))

    town.read(move_in)
    town.has_booked("Léa", *TUESDAYS)
    town.has_booked("Inès", "2026-10-06", "2026-11-03", "2026-11-17")
    heard = await at(town, "2026-11-29 18:00")
    assert heard.says("Léa : pas encore", "Inès : pas encore")
    assert len(heard.messages) == 2


async def test_whoever_blocked_the_bot_is_not_written_to_and_the_other_guardian_is(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    town.telegram.blocks(CAMILLE)
    await town.rest()
    before = len(town.telegram.calls_to("sendMessage"))
    await at(town, "2026-11-29 18:00")
    sent = [call.params["chat_id"] for call in town.telegram.calls_to("sendMessage")[before:]]
    assert [int(chat) for chat in sent] == [ALEX.id]


async def test_what_was_owed_and_not_sent_when_the_bot_stopped_is_sent_once_while_useful(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    town.telegram.fails(500, "sendMessage", times=None)
    town.now("2026-11-30 08:00")
    await town.telegram.until(lambda: town.telegram.calls_to("sendMessage")[-1:], 5)
    before = len(town.telegram.answers(CAMILLE))
    await town.closes()
    town.telegram.heals()
    town.now("2026-11-30 08:50")
    await town.opens()
    await town.rest(5)
    assert len(town.telegram.answers(CAMILLE)) == before + 1
    assert "mardi 1er décembre" in town.telegram.last(CAMILLE).text


async def test_what_was_owed_and_not_sent_before_the_cutoff_is_never_sent(town: Town) -> None:
    town.has_booked("Léa", *TUESDAYS)
    town.telegram.fails(500, "sendMessage", times=None)
    before = len(town.telegram.answers(CAMILLE))
    calls = len(town.telegram.calls_to("sendMessage"))
    town.now("2026-11-30 08:00")
    await town.telegram.until(lambda: len(town.telegram.calls_to("sendMessage")) > calls, 5)
    await town.closes()
    town.telegram.heals()
    town.now("2026-11-30 09:01")
    await town.opens()
    await town.rest(5)
    assert len(town.telegram.answers(CAMILLE)) == before


async def test_a_child_added_to_a_reminder_s_button_by_forging_is_refused(town: Town) -> None:
    heard = await town.forged(CAMILLE, "r:2026-12-03:1.3")
    assert heard.says("n’est plus valable")
    assert town.booked("Léa") == []
