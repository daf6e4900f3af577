"""Booking and cancelling in words, as parents do."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers import closures
from models.actions import calendar
from models.tables import Receipt
from models.vocabulary import Service, Stamp, State
from tests.town import ALEX, CAMILLE, MARC, SECRETARY, SOPHIE, Town, paris


async def test_thursday_is_booked_for_all_the_children_and_said_in_full(town: Town) -> None:
    heard = await town.hears(CAMILLE, "réserver cantine jeudi")
    assert heard.says("Cantine réservée", "Léa et Tom", "jeudi 3 décembre", "mardi 1er décembre à 9 h", "Reçu ")
    assert heard.keys == ["Annuler cette action", "📅 Calendrier"]
    assert town.booked("Léa") == town.booked("Tom") == ["2026-12-03"]


async def test_asking_twice_books_once_and_says_so(town: Town) -> None:
    await town.hears(CAMILLE, "réserver cantine jeudi")
    heard = await town.hears(CAMILLE, "réserver cantine jeudi")
    assert heard.says("Déjà réservée", "jeudi 3 décembre")
    assert town.booked("Léa") == ["2026-12-03"]


@pytest.mark.parametrize(
    ("words", "lea", "tom"),
    [
        ("cantine lundi et mardi pour Léa", ["2026-11-30", "2026-12-01"], []),
        ("réserver cantine jeudi pour lea et tom", ["2026-12-03"], ["2026-12-03"]),
        ("/reserver jeudi pour Tom", [], ["2026-12-03"]),
        ("cantine lundi tom", [], ["2026-11-30"]),
    ],
)
async def test_lists_and_children(town: Town, words: str, lea: list[str], tom: list[str]) -> None:
    await town.hears(CAMILLE, words)
    assert town.booked("Léa") == lea
    assert town.booked("Tom") == tom


async def test_more_than_five_child_days_are_shown_first_and_done_by_valider(town: Town) -> None:
    shown = await town.hears(CAMILLE, "réserver cantine du 3 au 14 décembre")
    assert shown.says("Vérifiez", "jeudi 3 décembre", "lundi 14 décembre", "Rien n’est encore enregistré")
    assert shown.keys == ["Valider", "Abandonner"]
    assert town.booked("Léa") == []
    done = await town.tapped(CAMILLE, "Valider")
    assert done.says("Cantine réservée", "jeudi 3 décembre", "lundi 14 décembre")
    assert town.booked("Léa") == [
        "2026-12-03",
        "2026-12-04",
        "2026-12-07",
        "2026-12-08",
        "2026-12-10",
        "2026-12-11",
        "2026-12-14",
    ]


@pytest.mark.parametrize("words", ["cantine la semaine prochaine", "cantine en décembre", "cantine tous les lundis"])
async def test_weeks_months_and_recurrences_are_shown_first(town: Town, words: str) -> None:
    assert (await town.hears(CAMILLE, words)).keys == ["Valider", "Abandonner"]
    assert town.booked("Léa") == []


async def test_abandonner_changes_nothing(town: Town) -> None:
    await town.hears(CAMILLE, "réserver cantine du 3 au 14 décembre")
    assert (await town.tapped(CAMILLE, "Abandonner")).says("Abandonné")
    assert town.booked("Léa") == []


async def test_valider_tapped_twice_acts_once(town: Town) -> None:
    await town.hears(CAMILLE, "réserver cantine du 3 au 14 décembre")
    recap = town.telegram.last(CAMILLE)
    data = recap.buttons[0].data
    assert data
    await town.tapped(CAMILLE, "Valider")
    assert (await town.forged(CAMILLE, data)).says("déjà fait")
    assert len(town.booked("Léa")) == 7


async def test_a_recap_is_another_s_nobody_else_validates_it(town: Town) -> None:
    await town.hears(CAMILLE, "réserver cantine du 3 au 14 décembre")
    data = town.telegram.last(CAMILLE).buttons[0].data
    assert data
    assert (await town.forged(SOPHIE, data)).says("déjà fait")
    assert town.booked("Léa") == []


async def test_partly_possible_is_done_partly_with_the_cutoff_missed(town: Town) -> None:
    heard = await town.hears(CAMILLE, "cantine demain et lundi pour Léa")
    assert heard.says("lundi 30 novembre", "vendredi 27 novembre", "trop tard", "jusqu’au jeudi 26 novembre à 9 h")
    assert heard.says("rien n’est réservé", "03 20 00 00 00")
    assert town.booked("Léa") == ["2026-11-30"]


async def test_a_wednesday_is_refused_with_its_reason(town: Town) -> None:
    assert (await town.hears(CAMILLE, "cantine mercredi")).says("mercredi 2 décembre", "pas d’école")


async def test_holidays_and_unpublished_years_are_named(town: Town) -> None:
    assert (await town.hears(CAMILLE, "cantine le 22 décembre")).says("mardi 22 décembre", "vacances", "Noël")
    assert (await town.hears(CAMILLE, "cantine le 24 novembre 2028")).says("calendrier non publié")


async def test_cancelling_in_time_cancels(town: Town) -> None:
    town.has_booked("Léa", "2026-12-03")
    heard = await town.hears(CAMILLE, "annule jeudi pour Léa")
    assert heard.says("Cantine annulée", "Léa", "jeudi 3 décembre")
    assert town.booked("Léa") == []


async def test_cancelling_what_was_not_booked_says_so(town: Town) -> None:
    assert (await town.hears(CAMILLE, "annule jeudi")).says("Rien n’est réservé", "jeudi 3 décembre")


async def test_cancelling_too_late_is_an_absence_told_and_still_ordered(town: Town) -> None:
    town.has_booked("Léa", "2026-11-27")
    heard = await town.hears(CAMILLE, "/annuler demain pour Léa")
    assert heard.says("trop tard", "jusqu’au jeudi 26 novembre à 9 h", "toujours commandée", "absence")
    assert town.booked("Léa") == []
    assert town.booked("Léa", State.ABSENT) == ["2026-11-27"]


async def test_an_absence_can_be_taken_back_since_the_meal_is_ordered(town: Town) -> None:
    town.has_booked("Léa", "2026-11-27")
    await town.hears(CAMILLE, "annule demain pour Léa")
    await town.hears(CAMILLE, "cantine demain pour Léa")
    assert town.booked("Léa") == ["2026-11-27"]


async def test_cancel_without_a_service_cancels_all_that_is_booked(town: Town) -> None:
    town.has_booked("Léa", "2026-12-03")
    town.has_booked("Léa", "2026-12-03", service=Service.GARDERIE_SOIR)
    await town.hears(CAMILLE, "annule jeudi pour Léa")
    assert town.booked("Léa") == town.booked("Léa", service=Service.GARDERIE_SOIR) == []


async def test_undo_restores_exactly_what_was_there(town: Town) -> None:
    town.has_booked("Léa", "2026-12-03")
    await town.hears(CAMILLE, "cantine jeudi et vendredi")
    heard = await town.tapped(CAMILLE, "Annuler cette action")
    assert heard.says("Action annulée")
    assert town.booked("Léa") == ["2026-12-03"]
    assert town.booked("Tom") == []


async def test_undo_obeys_the_cutoff(town: Town) -> None:
    await town.hears(CAMILLE, "cantine lundi pour Léa")
    town.now("2026-11-27 09:01")
    heard = await town.tapped(CAMILLE, "Annuler cette action")
    assert heard.says("trop tard", "vendredi 27 novembre à 9 h")
    assert town.booked("Léa") == []
    assert town.booked("Léa", State.ABSENT) == ["2026-11-30"]


async def test_undo_twice_acts_once(town: Town) -> None:
    await town.hears(CAMILLE, "cantine jeudi pour Léa")
    data = town.telegram.last(CAMILLE).buttons[0].data
    assert data
    await town.forged(CAMILLE, data)
    assert (await town.forged(CAMILLE, data)).says("déjà été annulée")
    assert town.booked("Léa") == []


async def test_nobody_undoes_another_s_action(town: Town) -> None:
    await town.hears(CAMILLE, "cantine jeudi pour Léa")
    data = town.telegram.last(CAMILLE).buttons[0].data
    assert data
    assert (await town.forged(SOPHIE, data)).says("n’est plus valable")
    assert town.booked("Léa") == ["2026-12-03"]


async def test_the_message_s_own_instant_counts_not_its_arrival(town: Town) -> None:
    town.now("2026-11-27 09:04")
    heard = await town.hears(CAMILLE, "cantine lundi pour Léa", at="2026-11-27 09:00")
    assert heard.says("Cantine réservée", "lundi 30 novembre")
    late = await town.hears(CAMILLE, "cantine lundi pour Tom", at="2026-11-27 09:00:01")
    assert late.says("trop tard")


async def test_valider_is_judged_at_the_sentence_s_instant(town: Town) -> None:
    town.now("2026-11-27 08:59")
    await town.hears(CAMILLE, "cantine la semaine prochaine")
    town.now("2026-11-27 09:05")
    await town.tapped(CAMILLE, "Valider")
    assert town.booked("Léa")[0] == "2026-11-30"


async def test_in_time_but_the_order_gone_goes_to_the_mairie_which_grants_it(town: Town) -> None:
    town.now("2026-11-27 08:59")
    await town.hears(CAMILLE, "cantine la semaine prochaine pour Léa et Tom")
    town.now("2026-11-27 09:11")
    await town.order_leaves("2026-11-30")
    heard = await town.tapped(CAMILLE, "Valider")
    assert heard.says("commande est déjà partie", "mairie a été prévenue", "mardi 1er décembre")
    assert "2026-11-30" not in town.booked("Léa")
    asked = town.telegram.last(SECRETARY)
    assert "Camille Durand" in asked.text
    granted = await town.tapped(SECRETARY, "Accorder quand même")
    assert granted.says("Accordé", "lundi 30 novembre")
    assert town.booked("Léa")[0] == "2026-11-30"
    assert "La mairie a accordé" in town.telegram.last(CAMILLE).text


async def test_an_edited_message_is_read_again_at_its_edit_date(town: Town) -> None:
    await town.hears(CAMILLE, "cantine jeudi pour Léa")
    message = next(m for m in reversed(town.telegram.chat(CAMILLE)) if not m.from_bot)
    heard = await town.edited(CAMILLE, message, "cantine vendredi pour Léa")
    assert heard.says("modifié", "Cantine annulée", "jeudi 3 décembre", "vendredi 27 novembre", "trop tard")
    assert town.booked("Léa") == []
    again = await town.edited(CAMILLE, message, "cantine lundi pour Léa")
    assert again.says("lundi 30 novembre")
    assert town.booked("Léa") == ["2026-11-30"]


async def test_an_edit_that_changes_no_word_is_not_answered(town: Town) -> None:
    await town.hears(CAMILLE, "cantine jeudi pour Léa")
    message = next(m for m in reversed(town.telegram.chat(CAMILLE)) if not m.from_bot)
    assert (await town.edited(CAMILLE, message, "cantine jeudi pour Léa")).messages == ()
    assert town.booked("Léa") == ["2026-12-03"]


async def test_an_edit_closes_the_recap_of_the_former_words(town: Town) -> None:
    await town.hears(CAMILLE, "cantine en décembre")
    data = town.telegram.last(CAMILLE).buttons[0].data
    assert data
    message = next(m for m in reversed(town.telegram.chat(CAMILLE)) if not m.from_bot)
    await town.edited(CAMILLE, message, "cantine lundi pour Léa")
    assert (await town.forged(CAMILLE, data)).says("déjà fait")
    assert town.booked("Léa") == ["2026-11-30"]


async def test_the_other_guardian_is_told(town: Town) -> None:
    before = len(town.telegram.answers(ALEX))
    await town.hears(CAMILLE, "cantine jeudi pour Léa")
    told = town.telegram.answers(ALEX)[before:]
    assert len(told) == 1
    assert "Camille Durand" in told[0].text
    assert "jeudi 3 décembre" in told[0].text


async def test_the_other_home_is_not_told_and_does_not_book_in_this_week(town: Town) -> None:
    before = len(town.telegram.answers(MARC))
    heard = await town.hears(SOPHIE, "cantine mardi 1er décembre et mardi 8 décembre pour Inès")
    assert heard.says("mardi 8 décembre", "mardi 1er décembre", "autre foyer")
    assert town.booked("Inès") == ["2026-12-08"]
    assert len(town.telegram.answers(MARC)) == before


async def test_what_the_other_home_has_booked_is_not_this_one_s_to_see(town: Town) -> None:
    town.has_booked("Inès", "2026-11-27", "2026-12-08")  # weeks 48 and 50, Sophie's
    town.has_booked("Inès", "2026-12-03")  # week 49, Marc's
    assert (await town.hears(MARC, "/planning")).says("jeudi 3 décembre : cantine (Inès)")
    heard = await town.hears(MARC, "qu'est-ce qui est réservé vendredi 27 novembre ?")
    assert heard.says("vendredi 27 novembre : rien de réservé")
    heard = await town.hears(MARC, "annule la cantine")
    assert [key for key in heard.keys if "décembre" in key or "novembre" in key] == ["Annuler cantine jeudi 3 décembre"]
    assert (await town.hears(SOPHIE, "/planning")).says("vendredi 27 novembre : cantine (Inès)", "mardi 8 décembre")


async def test_garderie_is_announced_until_it_starts(town: Town) -> None:
    town.now("2026-11-26 16:29")
    assert (await town.hears(CAMILLE, "garderie ce soir pour Léa")).says("Garderie du soir réservée")
    town.now("2026-11-26 16:30")
    assert (await town.hears(CAMILLE, "garderie ce soir pour Tom")).says("a déjà commencé")


async def test_remplace_is_all_or_nothing(town: Town) -> None:
    town.has_booked("Léa", "2026-11-27")
    town.has_booked("Léa", "2026-11-30")
    done = await town.hears(CAMILLE, "remplace lundi par mardi pour Léa")
    assert done.says("lundi 30 novembre", "mardi 1er décembre")
    assert town.booked("Léa") == ["2026-11-27", "2026-12-01"]
    asked = await town.hears(CAMILLE, "remplace vendredi par jeudi pour Léa")
    assert asked.says("en entier")
    assert town.booked("Léa") == ["2026-11-27", "2026-12-01"]


async def test_a_closure_refuses_with_the_mairie_s_reason(town: Town) -> None:
    stamp = Stamp(None, town.clock())
    town.read(lambda session: calendar.close(session, [paris("2026-12-03 00:00").date()], "grève", stamp))
    assert (await town.hears(CAMILLE, "cantine jeudi")).says("fermé par la mairie", "grève")


async def test_a_question_comes_back_with_its_readings_in_full_dates(town: Town) -> None:
    asked = await town.hears(CAMILLE, "cantine vendredi prochain pour Léa")
    assert asked.says("Quel jour")
    assert any("27 novembre" in key for key in asked.keys)
    second = next(key for key in asked.keys if "4 décembre" in key)
    assert (await town.tapped(CAMILLE, second)).says("Cantine réservée", "vendredi 4 décembre")
    assert town.booked("Léa") == ["2026-12-04"]


async def test_an_unknown_first_name_is_asked_about_never_dropped(town: Town) -> None:
    asked = await town.hears(CAMILLE, "cantine jeudi pour Arthur")
    assert asked.says("Arthur")
    assert town.booked("Léa") == []


async def test_a_receipt_tells_the_mairie_who_asked_what_and_when(town: Town) -> None:
    await town.hears(CAMILLE, "cantine demain et lundi pour Léa", at="2026-11-26 09:59")
    number = town.read(lambda session: session.scalars(select(Receipt.number)).one())
    assert number
    told = await town.hears(SECRETARY, f"/recu {number.lower()}")
    assert told.says("Camille Durand", "cantine demain et lundi pour Léa", "jeudi 26 novembre à 9 h 59", "refusé")
    assert (await town.hears(SECRETARY, number)).says("Camille Durand")
    assert (await town.hears(SECRETARY, "/recu AA-000")).says("Je ne trouve pas")
    assert (await town.tapped(SECRETARY, "Accorder quand même : erreur ou panne")).says("vendredi 27 novembre")
    assert town.booked("Léa") == ["2026-11-27", "2026-11-30"]


async def test_planning_shows_this_week_and_the_next_and_the_next_cutoff(town: Town) -> None:
    town.has_booked("Léa", "2026-11-27", "2026-12-03", "2026-12-18")
    heard = await town.hears(CAMILLE, "/planning")
    assert heard.says("vendredi 27 novembre : cantine (Léa)", "jeudi 3 décembre : cantine (Léa)", "18 décembre")
    assert heard.says("Prochaine limite", "vendredi 27 novembre à 9 h")
    assert (await town.hears(CAMILLE, "est-ce que Léa mange jeudi ?")).says("jeudi 3 décembre : cantine (Léa)")


async def test_until_when(town: Town) -> None:
    assert (await town.hears(CAMILLE, "jusqu'à quand pour jeudi ?")).says("mardi 1er décembre à 9 h")


async def test_help_and_what_nobody_can_read(town: Town) -> None:
    assert (await town.hears(CAMILLE, "/aide")).says("réserver cantine jeudi", "le vendredi jusqu’à 9 h pour le lundi")
    lost = await town.hears(CAMILLE, "blorp flurb")
    assert lost.says("Je n’ai pas compris", "réserver cantine jeudi")
    assert lost.keys == ["📅 Mon planning", "Aide"]
    assert (await town.tapped(CAMILLE, "Mon planning")).says("Planning")


async def test_names_cannot_carry_markup_and_long_texts_are_split(town: Town) -> None:
    assert (await town.hears(CAMILLE, "cantine jeudi pour <b>Zoé</b> & co")).messages
    shown = await town.hears(CAMILLE, "cantine toute l'année")
    assert shown.says("vendredi 2 juillet")
    assert all(len(message.text) <= 4096 for message in shown.messages)


async def test_the_same_update_delivered_twice_acts_and_speaks_once(town: Town) -> None:
    await town.hears(CAMILLE, "cantine jeudi pour Léa")
    before = len(town.telegram.answers(CAMILLE))
    town.telegram.repeat()
    await town.rest()
    assert len(town.telegram.answers(CAMILLE)) == before
    receipts = town.read(lambda session: session.scalars(select(Receipt)).all())
    assert len(receipts) == 1


async def test_every_reply_keeps_its_words_for_the_mairie_ninety_days(town: Town) -> None:
    await town.hears(CAMILLE, "cantine jeudi pour Léa")
    from models.actions import outbox

    later = town.clock() + timedelta(days=91)
    town.read(lambda session: outbox.tidy(session, later))
    receipt = town.read(lambda session: session.scalars(select(Receipt)).one())
    assert receipt.words is None
    assert receipt.answer is None
    assert receipt.number


async def test_an_absence_is_told_to_the_mairie(town: Town) -> None:
    town.has_booked("Léa", "2026-11-27")
    await town.hears(CAMILLE, "annule demain pour Léa")
    told = town.telegram.last(SECRETARY).text
    assert "Camille Durand" in told
    assert "Léa, cantine\u00a0: vendredi 27 novembre" in told


async def test_a_day_closed_cancels_what_was_booked_and_tells_each_family_once(town: Town) -> None:
    town.has_booked("Léa", "2026-12-03")
    town.has_booked("Inès", "2026-12-03")
    day, stamp = paris("2026-12-03 00:00").date(), Stamp(None, town.clock())
    for _ in range(2):
        town.read(lambda session: closures.close(session, town.commune, day, "grève", stamp))
    assert (await town.told(ALEX)).says("jeudi 3 décembre", "grève", "Léa", "ne sera pas facturé")
    assert town.booked("Léa") == town.booked("Inès") == []
    assert sum("grève" in message.text for message in town.telegram.answers(CAMILLE)) == 1


async def test_a_cutoff_already_past_is_not_said(town: Town) -> None:
    town.has_booked("Léa", "2026-11-27")
    await town.hears(CAMILLE, "annule demain pour Léa")
    heard = await town.hears(CAMILLE, "cantine demain pour Léa")
    assert heard.says("Cantine réservée", "vendredi 27 novembre")
    assert heard.says_nothing_of("modifiable")


async def test_reserver_alone_offers_the_nearest_days(town: Town) -> None:
    asked = await town.hears(CAMILLE, "/reserver")
    assert asked.keys[0] == "Cantine lundi 30 novembre"
    await town.tapped(CAMILLE, "Cantine mardi 1er décembre")
    assert town.booked("Tom") == ["2026-12-01"]
    assert (await town.hears(CAMILLE, "/annuler")).keys[0] == "Annuler mardi 1er décembre"


async def test_a_command_there_is_not_is_said_to_be_none(town: Town) -> None:
    assert (await town.hears(SECRETARY, "/effectifs")).text == (
        "Je ne connais pas /effectifs. /aide dit tout ce que je sais faire."
    )


async def test_valider_typed_instead_of_tapped_validates_the_recap_shown_last(town: Town) -> None:
    await town.hears(CAMILLE, "cantine la semaine prochaine pour Léa et Tom")
    assert (await town.hears(CAMILLE, "valider")).says("Cantine réservée", "lundi 30 novembre")
    assert len(town.booked("Léa")) == 4
    await town.hears(CAMILLE, "cantine en janvier")
    assert (await town.hears(CAMILLE, "Abandonner")).says("Abandonné")
    await town.hears(CAMILLE, "cantine en janvier")
    town.now("2026-11-26 10:31")
    await town.hears(CAMILLE, "Valider")
    assert len(town.booked("Léa")) == 4


@pytest.mark.parametrize("words", ["et tom aussi", "Léa 18h35", "j'ai 2 enfants, Léa 7 ans et Tom 12 ans"])
async def test_a_child_named_for_nothing_is_said_not_to_be_understood(town: Town, words: str) -> None:
    heard = await town.hears(CAMILLE, words)
    assert heard.says("Je n’ai pas compris")
    assert town.booked("Léa") == town.booked("Tom") == []


async def test_politeness_is_answered(town: Town) -> None:
    assert (await town.hears(CAMILLE, "bonjour")).says("Je suis là")
