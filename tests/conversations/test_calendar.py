"""The calendar: taps, weeks, periods, words, Valider; two phones, a restart, what is left unvalidated."""

import pytest

from bot.demo.telegram import Message
from models.vocabulary import Service
from tests.town import ALEX, CAMILLE, MARC, Heard, Town


async def opened(town: Town, words: str = "/calendrier décembre") -> Heard:
    return await town.hears(CAMILLE, words)


def labels(message: Message) -> list[str]:
    return [button.text for button in message.buttons]


def key(heard: Heard, text: str) -> str | None:
    """The style of the key that says `text`."""
    return next(button.style for message in heard.messages for button in message.buttons if button.text == text)


async def test_a_month_shows_what_is_booked_what_is_closed_and_what_is_too_late(town: Town) -> None:
    town.has_booked("Léa", "2026-12-03")
    town.has_booked("Tom", "2026-12-03")
    town.has_booked("Tom", "2026-12-04")
    heard = await opened(town)
    assert heard.says("Décembre 2026", "cantine", "Léa et Tom", "🟩 réservé", "🟨 pour une partie", "🟦 vacances")
    assert key(heard, "🟩3") == "success"
    assert key(heard, "🟦21") == "primary"
    assert {"🟨4", "·2", "7", "S49", "lun"} <= set(heard.keys)
    assert len(heard.keys) <= 100


async def test_it_opens_where_there_is_something_to_book(town: Town) -> None:
    assert (await town.hears(CAMILLE, "/calendrier")).says("Décembre 2026")
    town.now("2026-12-20 10:00")
    assert (await town.hears(CAMILLE, "/calendrier")).says("Janvier 2027")


async def test_a_tap_marks_and_valider_books_for_all_the_children_shown(town: Town) -> None:
    await opened(town)
    marked = await town.tapped(CAMILLE, "7")
    assert marked.says("Pas encore réservé", "cantine pour Léa et Tom : lundi 7 décembre", "Valider")
    assert "☑️7" in marked.keys
    assert town.booked("Léa") == []
    done = await town.tapped(CAMILLE, "Valider")
    assert done.says("Cantine réservée", "Léa et Tom", "lundi 7 décembre", "Reçu ")
    assert town.booked("Léa") == town.booked("Tom") == ["2026-12-07"]
    await town.tapped(CAMILLE, "Annuler cette action")
    assert town.booked("Léa") == []


async def test_a_second_tap_takes_the_mark_back_and_a_booked_day_out(town: Town) -> None:
    town.has_booked("Léa", "2026-12-07")
    await opened(town)
    await town.tapped(CAMILLE, "Léa")
    taken = await town.tapped(CAMILLE, "🟩7")
    assert taken.says("➖ cantine pour Léa : lundi 7 décembre")
    assert key(taken, "❌7") == "danger"
    assert "🟩7" in (await town.tapped(CAMILLE, "❌7")).keys
    await town.tapped(CAMILLE, "🟩7")
    assert (await town.tapped(CAMILLE, "Valider")).says("Cantine annulée", "lundi 7 décembre")
    assert town.booked("Léa") == []


async def test_abandonner_changes_nothing(town: Town) -> None:
    town.has_booked("Léa", "2026-12-07")
    await opened(town)
    await town.tapped(CAMILLE, "Tout le mois")
    assert (await town.tapped(CAMILLE, "Abandonner")).says("Abandonné")
    assert town.booked("Léa") == ["2026-12-07"]
    assert town.booked("Tom") == []


@pytest.mark.parametrize(
    ("keys", "days"),
    [
        (["S50"], ["07", "08", "10", "11"]),
        (["mar"], ["01", "08", "15"]),
        (["Tout le mois"], ["01", "03", "04", "07", "08", "10", "11", "14", "15", "17", "18"]),
        (["Période", "10", "15"], ["10", "11", "14", "15"]),
        (["Période", "15", "10"], ["10", "11", "14", "15"]),
        (["Période", "10", "Période\N{NO-BREAK SPACE}: non", "15"], ["15"]),
        (["S50", "8"], ["07", "10", "11"]),
        (["8", "S50"], ["07", "08", "10", "11"]),
        (["S50", "S50"], []),
    ],
)
async def test_weeks_weekdays_months_and_periods(town: Town, keys: list[str], days: list[str]) -> None:
    await opened(town)
    await town.tapped(CAMILLE, "Tom")
    for each in keys:
        await town.tapped(CAMILLE, next(k for k in (f"☑️{each}", each) if k in labels(town.telegram.last(CAMILLE))))
    await town.tapped(CAMILLE, "Valider")
    assert town.booked("Tom") == [f"2026-12-{day}" for day in days]


async def test_the_whole_year_is_one_tap_and_one_transaction(town: Town) -> None:
    await opened(town)
    await town.tapped(CAMILLE, "Léa")
    marked = await town.tapped(CAMILLE, "Toute l’année")
    assert marked.says("jours, du lundi 30 novembre", "au vendredi 2 juillet")
    assert (await town.tapped(CAMILLE, "Valider")).says("Cantine réservée")
    assert len(town.booked("Léa")) == 96
    assert town.booked("Tom") == []


async def test_a_week_shows_a_line_a_day_with_its_three_services(town: Town) -> None:
    town.has_booked("Léa", "2026-12-08", service=Service.GARDERIE_SOIR)
    await opened(town)
    await town.tapped(CAMILLE, "Léa")
    await town.tapped(CAMILLE, "Par semaine")
    week = await town.tapped(CAMILLE, "S50 ▶")
    assert week.says("Semaine 50, du lundi 7 décembre au vendredi 11 décembre")
    assert {"lun 7", "Cantine", "Matin", "Soir", "🟩Soir", "· mer 9"} <= set(week.keys)
    marked = await town.tapped(CAMILLE, "Toute la semaine")
    assert marked.says("cantine pour Léa : lundi 7 décembre, mardi 8 décembre, jeudi 10 décembre et vendredi 11")
    assert (await town.tapped(CAMILLE, "Par mois")).says("Décembre 2026")


async def test_days_of_several_months_and_services_are_validated_together(town: Town) -> None:
    await opened(town)
    await town.tapped(CAMILLE, "Léa")
    await town.tapped(CAMILLE, "7")
    await town.tapped(CAMILLE, "Soir")
    await town.tapped(CAMILLE, "8")
    await town.tapped(CAMILLE, "janvier ▶")
    marked = await town.tapped(CAMILLE, "4")
    assert marked.says("cantine pour Léa : lundi 7 décembre", "garderie du soir pour Léa : mardi 8 décembre et lundi 4")
    await town.tapped(CAMILLE, "Valider")
    assert town.booked("Léa") == ["2026-12-07"]
    assert town.booked("Léa", service=Service.GARDERIE_SOIR) == ["2026-12-08", "2027-01-04"]


@pytest.mark.parametrize(
    ("tapped", "says"),
    [
        ("🔒27", "trop tard, c’était jusqu’au jeudi 26 novembre à 9 h"),
        ("🟦11", "jour férié"),
        ("·25", "pas d’école"),
        ("·20", "déjà passé"),
        ("S47", "Rien ne peut être coché là"),
    ],
)
async def test_a_day_that_cannot_be_marked_says_why(town: Town, tapped: str, says: str) -> None:
    await opened(town, "/calendrier 20 novembre 2026")
    await town.hears(CAMILLE, "/calendrier")
    await town.tapped(CAMILLE, "◀ novembre")
    tap = town.telegram.taps(CAMILLE, tapped)
    await town.rest()
    assert tap.answer
    assert says in tap.answer.text.replace("\u00a0", " ")
    assert "Pas encore réservé" not in town.telegram.last(CAMILLE).text


async def test_a_booked_day_that_is_locked_says_how_to_tell_an_absence(town: Town) -> None:
    town.has_booked("Léa", "2026-11-27")
    await town.hears(CAMILLE, "/calendrier")
    await town.tapped(CAMILLE, "◀ novembre")
    await town.tapped(CAMILLE, "Léa")
    tap = town.telegram.taps(CAMILLE, "🟩🔒27")
    await town.rest()
    assert tap.answer
    assert "signaler une absence" in tap.answer.text


async def test_what_has_become_too_late_is_refused_and_the_rest_is_done(town: Town) -> None:
    await opened(town)
    await town.tapped(CAMILLE, "Léa")
    await town.tapped(CAMILLE, "1")
    await town.tapped(CAMILLE, "3")
    town.now("2026-11-30 09:01")
    done = await town.tapped(CAMILLE, "Valider")
    assert done.says("Cantine réservée", "jeudi 3 décembre", "mardi 1er décembre : trop tard")
    assert town.booked("Léa") == ["2026-12-03"]


async def test_valider_with_nothing_marked_says_so_and_closes_nothing(town: Town) -> None:
    await opened(town)
    tap = town.telegram.taps(CAMILLE, "Valider")
    await town.rest()
    assert tap.answer
    assert "Rien n’est coché" in tap.answer.text
    assert (await town.tapped(CAMILLE, "7")).says("Pas encore réservé")


async def test_words_typed_while_it_is_open_are_marked_on_it(town: Town) -> None:
    await opened(town)
    await town.tapped(CAMILLE, "Léa")
    heard = await town.hears(CAMILLE, "du 3 au 14")
    assert heard.says("7 jours, du jeudi 3 décembre au lundi 14 décembre")
    assert town.booked("Léa") == []
    await town.hears(CAMILLE, "valider")
    assert len(town.booked("Léa")) == 7


async def test_a_sentence_that_says_what_to_do_is_done_as_ever_and_shown(town: Town) -> None:
    await opened(town)
    heard = await town.hears(CAMILLE, "réserver cantine jeudi pour Léa")
    assert heard.says("Cantine réservée")
    assert "🟨3" in [text for message in town.telegram.answers(CAMILLE) for text in labels(message)]


async def test_a_restart_loses_no_mark(town: Town) -> None:
    await opened(town)
    await town.tapped(CAMILLE, "7")
    await town.closes()
    await town.opens()
    await town.tapped(CAMILLE, "8")
    await town.tapped(CAMILLE, "Valider")
    assert town.booked("Léa") == ["2026-12-07", "2026-12-08"]


async def test_a_calendar_opened_again_has_its_marks_still(town: Town) -> None:
    await opened(town)
    await town.tapped(CAMILLE, "7")
    assert (await town.hears(CAMILLE, "/calendrier")).says("Pas encore réservé", "lundi 7 décembre")


async def test_both_parents_see_the_truth_once_one_has_validated(town: Town) -> None:
    await opened(town)
    await town.hears(ALEX, "/calendrier décembre")
    await town.tapped(ALEX, "7")
    await town.tapped(CAMILLE, "7")
    await town.tapped(CAMILLE, "8")
    await town.tapped(CAMILLE, "Valider")
    await town.rest()
    calendar = next(m for m in town.telegram.answers(ALEX) if "🟩7" in labels(m))
    assert "🟩8" in labels(calendar)
    assert "Pas encore réservé" not in calendar.text


async def test_one_parent_s_marks_are_not_the_other_s(town: Town) -> None:
    await opened(town)
    await town.tapped(CAMILLE, "7")
    await town.hears(ALEX, "/calendrier décembre")
    assert "7" in labels(town.telegram.last(ALEX))


async def test_marks_left_alone_are_recalled_ten_minutes_later_with_valider_in_it(town: Town) -> None:
    await opened(town)
    await town.tapped(CAMILLE, "7")
    town.now("2026-11-26 10:11")
    recalled = await town.told(CAMILLE)
    assert recalled.says("Pas encore réservé", "lundi 7 décembre", "Valider")
    assert (await town.told(CAMILLE)).messages == ()
    done = await town.tapped(CAMILLE, "Valider")
    assert done.says("Cantine réservée")
    assert "✅ Ce calendrier a été validé." in [m.text for m in town.telegram.answers(CAMILLE)]


async def test_marks_are_recalled_before_the_cut_off_that_would_kill_them(town: Town) -> None:
    town.now("2026-11-30 08:00")
    await opened(town)
    await town.tapped(CAMILLE, "1")
    town.now("2026-11-30 08:11")
    await town.told(CAMILLE)
    town.now("2026-11-30 08:31")
    assert (await town.told(CAMILLE)).says("Pas encore réservé", "la première limite est le lundi 30 novembre à 9 h")
    town.now("2026-11-30 09:05")
    assert (await town.told(CAMILLE)).messages == ()


async def test_a_recap_left_alone_is_recalled_too(town: Town) -> None:
    await town.hears(CAMILLE, "réserver cantine du 3 au 14 décembre")
    town.now("2026-11-26 10:11")
    recalled = await town.told(CAMILLE)
    assert recalled.says("Pas encore enregistré", "Vérifiez avant de valider", "jeudi 3 décembre")
    await town.tapped(CAMILLE, "Valider")
    assert len(town.booked("Léa")) == 7


async def test_what_was_validated_or_abandoned_is_not_recalled(town: Town) -> None:
    await opened(town)
    await town.tapped(CAMILLE, "7")
    await town.tapped(CAMILLE, "Abandonner")
    town.now("2026-11-26 10:30")
    assert (await town.told(CAMILLE)).messages == ()


async def test_who_wants_no_recalls_has_none(town: Town) -> None:
    await town.hears(CAMILLE, "/rappels")
    await town.tapped(CAMILLE, "À valider")
    await opened(town)
    await town.tapped(CAMILLE, "7")
    town.now("2026-11-26 10:30")
    assert (await town.told(CAMILLE)).messages == ()


async def test_another_household_s_calendar_cannot_be_touched(town: Town) -> None:
    await opened(town)
    await town.tapped(CAMILLE, "7")
    message = town.telegram.last(CAMILLE)
    for button in message.buttons:
        assert button.data
        heard = await town.forged(MARC, button.data)
        assert heard.says_nothing_of("Léa", "Tom", "réservée")
    assert town.booked("Léa") == []


@pytest.mark.parametrize(
    "data",
    [
        "T:1:0001-01-01:m:0:cantine",
        "T:1:9999-12-31:w:0:cantine",
        "T:1:2026-12-01:m:999:cantine",
        "C:1:2026-12-01:2099-12-01:0:cantine",
        "C:1:2026-12-31:2026-12-01:0:cantine",
        "C:1:2026-12-01:2026-12-31:9:cantine",
        "C:1:2026-12-01:2026-12-31:0:piscine",
        "C:999:2026-12-01:2026-12-31:0:cantine",
        "O:0001-01-01",
        "V:999",
        "E:999",
    ],
)
async def test_a_forged_button_does_nothing(town: Town, data: str) -> None:
    await opened(town)
    await town.forged(CAMILLE, data)
    assert (await town.hears(CAMILLE, "/planning")).messages
    assert town.booked("Léa") == []


async def test_fast_taps_lose_none(town: Town) -> None:
    await opened(town)
    for text in ("3", "4", "7", "8", "10", "11", "14"):
        town.telegram.taps(CAMILLE, text)
    await town.rest()
    await town.tapped(CAMILLE, "Valider")
    assert len(town.booked("Léa")) == 7


async def test_any_booking_answer_leads_to_the_calendar_of_its_month(town: Town) -> None:
    await town.hears(CAMILLE, "cantine le 14 janvier pour Léa")
    assert (await town.tapped(CAMILLE, "Calendrier")).says("Janvier 2027")
