"""What is typed under what the bot last said or asked: yes, no, which one, a change of mind, or nothing it knows."""

import pytest

from models.actions import invitations
from models.tables import Staff
from models.vocabulary import Role, Service, Stamp
from tests.town import AGENT, CAMILLE, SECRETARY, STRANGER, Heard, Town

MONDAY, TUESDAY, NEXT_FRIDAY = "2026-11-30", "2026-12-01", "2026-12-04"
JANUARY, FEBRUARY = "2027-01-29", "2027-02-05"
STANDS = "La cantine de lundi 30 novembre est réservée pour Léa et Tom. L’annuler ?"
STAYS = "cantine de lundi 30 novembre reste réservée pour Léa et Tom"


async def talk(town: Town, *said: str) -> Heard:
    """Camille types each in turn; what she hears last."""
    return [await town.hears(CAMILLE, words) for words in said][-1]


# What was cancelled is put back


@pytest.mark.parametrize(
    "words",
    [
        "remets lundi",
        "remets-le",
        "remettez la cantine de lundi svp",
        "finalement si",
        "rétablis",
        "non finalement on garde lundi",
        "ah non, remets tout",
        "en fait on garde",
        "réinscris les lundi",
        "finalement si pour lundi",
        "remets le 30",
    ],
)
async def test_what_was_cancelled_is_put_back_for_those_days_and_children(town: Town, words: str) -> None:
    town.has_booked("Léa", MONDAY)
    heard = await talk(town, "annule lundi", words)
    assert heard.says("réservée", "lundi 30 novembre", "Léa")
    assert town.booked("Léa") == [MONDAY]
    assert town.booked("Tom") == []


async def test_only_what_is_named_of_it_is_put_back(town: Town) -> None:
    for child in ("Léa", "Tom"):
        town.has_booked(child, MONDAY, TUESDAY)
    await talk(town, "annule lundi et mardi", "remets mardi pour Tom")
    assert town.booked("Léa") == []
    assert town.booked("Tom") == [TUESDAY]


async def test_a_day_that_was_not_cancelled_is_a_sentence_of_its_own(town: Town) -> None:
    town.has_booked("Léa", MONDAY)
    await talk(town, "annule lundi", "remets mardi pour Tom")
    assert town.booked("Léa") == []
    assert town.booked("Tom") == [TUESDAY]


async def test_what_was_undone_is_done_again(town: Town) -> None:
    await talk(town, "cantine lundi", "annule ça")
    assert town.booked("Léa") == []
    await talk(town, "finalement si")
    assert town.booked("Léa") == town.booked("Tom") == [MONDAY]


async def test_what_was_not_there_to_be_cancelled_is_that_very_day(town: Town) -> None:
    await talk(town, "annule lundi pour Tom", "remets lundi")
    assert town.booked("Léa") == []
    assert town.booked("Tom") == [MONDAY]


async def test_what_was_not_cancelled_is_kept(town: Town) -> None:
    assert (await talk(town, "annule la semaine prochaine", "non on garde")).says("rien n’a été changé")


async def test_what_was_abandoned_is_shown_again(town: Town) -> None:
    heard = await talk(town, "cantine du 3 au 8 décembre", "non", "finalement si")
    assert heard.keys == ["Valider", "Abandonner"]


async def test_what_is_booked_already_is_said_to_stay(town: Town) -> None:
    assert (await talk(town, "cantine lundi", "finalement on garde lundi")).says(STAYS)
    assert town.booked("Léa") == [MONDAY]


# A question with two dates


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("le premier", [JANUARY]),
        ("1", [JANUARY]),
        ("le 1er", [JANUARY]),
        ("le 29", [JANUARY]),
        ("celui de janvier", [JANUARY]),
        ("2", [FEBRUARY]),
        ("n°2", [FEBRUARY]),
        ("le deuxième", [FEBRUARY]),
        ("Le second, merci", [FEBRUARY]),
        ("le dernier", [FEBRUARY]),
        ("le 5", [FEBRUARY]),
        ("vendredi 5", [FEBRUARY]),
        ("plutôt celui de février", [FEBRUARY]),
        ("le 5 février svp", [FEBRUARY]),
        ("les deux", [JANUARY, FEBRUARY]),
        ("tous les deux svp", [JANUARY, FEBRUARY]),
    ],
)
async def test_which_of_two_dates(town: Town, words: str, days: list[str]) -> None:
    town.now("2027-01-26 08:30")
    await talk(town, "cantine vendredi prochain", words)
    assert town.booked("Léa") == town.booked("Tom") == days


@pytest.mark.parametrize("words", ["le 4", "vendredi 4", "celui de décembre", "2", "le deuxième", "le second"])
async def test_which_of_two_dates_said_on_a_thursday(town: Town, words: str) -> None:
    await talk(town, "cantine vendredi prochain", words)
    assert town.booked("Léa") == town.booked("Tom") == [NEXT_FRIDAY]


@pytest.mark.parametrize(
    "words", ["aucun", "aucun des deux", "laisse tomber", "non rien", "ni l'un ni l'autre", "oublie"]
)
async def test_neither(town: Town, words: str) -> None:
    assert (await talk(town, "cantine vendredi prochain", words)).says("Abandonné")
    await talk(town, "le premier")
    assert town.booked("Léa") == []


@pytest.mark.parametrize("words", ["oui", "vendredi", "3", "oui vas-y"])
async def test_an_answer_that_does_not_tell_which_is_asked_again(town: Town, words: str) -> None:
    assert (await talk(town, "cantine vendredi prochain", words)).says("lequel")
    await talk(town, "le deuxième")
    assert town.booked("Léa") == [NEXT_FRIDAY]


async def test_a_number_that_is_a_place_and_a_day_is_asked_about(town: Town) -> None:
    assert (await talk(town, "réserver cantine", "1")).says("lequel")
    await talk(town, "le 1er")
    assert town.booked("Léa") == [TUESDAY]


async def test_the_number_of_a_day_alone(town: Town) -> None:
    await talk(town, "cantine vendredi prochain", "4")
    assert town.booked("Léa") == [NEXT_FRIDAY]


async def test_which_child_and_which_session(town: Town) -> None:
    await talk(town, "cantine lundi pour ma fille", "Léa")
    assert town.booked("Léa") == [MONDAY]
    await talk(town, "cantine mardi pour ma fille", "les deux")
    assert TUESDAY in town.booked("Léa")
    assert town.booked("Tom") == [TUESDAY]
    await talk(town, "garderie lundi pour Tom", "les deux")
    for service in (Service.GARDERIE_MATIN, Service.GARDERIE_SOIR):
        assert town.booked("Tom", service=service) == [MONDAY]


# Something was done, and thought better of


@pytest.mark.parametrize(
    "words",
    ["je me suis trompée", "oublie", "erreur", "rien", "mince", "oups erreur de ma part", "non", "c'est pas ça", "zut"],
)
async def test_a_change_of_mind_is_answered_with_what_stands(town: Town, words: str) -> None:
    heard = await talk(town, "cantine lundi", words)
    assert heard.says(STANDS)
    assert heard.keys == ["Oui, l’annuler", "Non, garder"]
    assert town.booked("Léa") == town.booked("Tom") == [MONDAY]


@pytest.mark.parametrize("yes", ["oui", "oui annule", "vas-y", "ok", "Oui, l'annuler"])
async def test_then_yes_undoes(town: Town, yes: str) -> None:
    assert (await talk(town, "cantine lundi", "je me suis trompée", yes)).says("Action annulée")
    assert town.booked("Léa") == town.booked("Tom") == []


@pytest.mark.parametrize("no", ["non", "garder", "non garde", "surtout pas", "non c'est bon"])
async def test_then_no_keeps(town: Town, no: str) -> None:
    assert (await talk(town, "cantine lundi", "oublie", no)).says(STAYS)
    assert town.booked("Léa") == town.booked("Tom") == [MONDAY]


async def test_after_a_cancellation_it_is_offered_to_put_it_back(town: Town) -> None:
    town.has_booked("Léa", MONDAY)
    heard = await talk(town, "annule lundi", "mince, erreur")
    assert heard.says("La cantine de lundi 30 novembre est annulée pour Léa. La remettre ?")
    assert heard.keys == ["Oui, la remettre", "Non, laisser ainsi"]
    await talk(town, "oui")
    assert town.booked("Léa") == [MONDAY]


async def test_after_a_refusal_nothing_is_to_be_undone(town: Town) -> None:
    heard = await talk(town, "cantine demain", "oublie")
    assert heard.says("rien n’a été changé")
    assert heard.keys == []


@pytest.mark.parametrize("words", ["merci", "merci beaucoup !", "ok merci", "super", "👍", "parfait", "ok"])
async def test_thanks_change_nothing(town: Town, words: str) -> None:
    heard = await talk(town, "cantine lundi", words)
    assert len(heard.text) < 70
    assert town.booked("Léa") == [MONDAY]


@pytest.mark.parametrize("words", ["blorp flurb", "la tarte aux fraises", "azerty"])
async def test_what_nobody_understands_is_answered_with_what_stands(town: Town, words: str) -> None:
    heard = await talk(town, "cantine lundi", words)
    assert heard.says(STAYS)
    assert heard.says_nothing_of("Essayez par exemple")


# A recap


@pytest.mark.parametrize(
    "words",
    [
        "ok c bon",
        "oui c'est bon",
        "ok merci",
        "vas-y",
        "parfait",
        "ui",
        "oui!!",
        "👍",
        "c ok pour moi",
        "nickel",
        "Ouiiii",
        "oui oui merci",
        "d'acc",
        "ça marche",
        "c'est bon pour moi, merci",
        "je confirme",
        "ok, allez-y svp",
        "valider",
        "oui je valide",
    ],
)
async def test_yes_however_it_is_typed(town: Town, words: str) -> None:
    assert (await talk(town, "cantine du 3 au 8 décembre", words)).says("Cantine réservée")
    assert len(town.booked("Léa")) == 4


@pytest.mark.parametrize(
    "words",
    [
        "non pas du tout",
        "nan",
        "je valide pas",
        "surtout pas",
        "non merci",
        "nn",
        "pas d'accord",
        "je me suis trompée",
        "annule",
    ],
)
async def test_no_however_it_is_typed(town: Town, words: str) -> None:
    assert (await talk(town, "cantine du 3 au 8 décembre", words)).says("Abandonné")
    await talk(town, "oui")
    assert town.booked("Léa") == []


@pytest.mark.parametrize("words", ["merci", "euh", "blorp", "oui non", "ok mais"])
async def test_what_is_neither_leaves_the_recap_and_shows_it_again(town: Town, words: str) -> None:
    heard = await talk(town, "cantine du 3 au 8 décembre", words)
    assert heard.keys == ["Valider", "Abandonner"]
    assert town.booked("Léa") == []
    await talk(town, "oui")
    assert len(town.booked("Léa")) == 4


@pytest.mark.parametrize("words", ["oui mais sans Tom", "ok mais pas Tom", "oui, sauf Tom"])
async def test_yes_but(town: Town, words: str) -> None:
    heard = await talk(town, "cantine du 3 au 8 décembre", words)
    assert heard.says("À réserver", "pour Léa")
    assert heard.says_nothing_of("Tom")
    await talk(town, "oui")
    assert len(town.booked("Léa")) == 4
    assert town.booked("Tom") == []


async def test_an_old_recap_is_asked_about_first(town: Town) -> None:
    await talk(town, "cantine du 3 au 8 décembre")
    town.now("2026-11-26 10:45")
    heard = await talk(town, "oui")
    assert heard.says("plus d’une demi-heure", "jeudi 3 décembre")
    assert town.booked("Léa") == []
    await talk(town, "oui")
    assert len(town.booked("Léa")) == 4


async def test_it_all_outlives_a_restart(town: Town) -> None:
    await talk(town, "cantine lundi", "je me suis trompée")
    await town.closes()
    await town.opens()
    await talk(town, "oui")
    assert town.booked("Léa") == []


# Questions are context, too


async def test_a_question_about_a_day_is_gone_on_from(town: Town) -> None:
    town.has_booked("Léa", MONDAY, TUESDAY)
    assert (await talk(town, "est-ce que Léa mange lundi ?", "et mardi ?")).says("mardi 1er décembre", "Léa")
    await talk(town, "alors annule")
    assert town.booked("Léa") == [MONDAY]


@pytest.mark.parametrize("words", ["alors annule", "annule", "ok annule-la", "alors annule svp"])
async def test_what_was_asked_about_is_cancelled(town: Town, words: str) -> None:
    town.has_booked("Léa", MONDAY)
    town.has_booked("Tom", MONDAY)
    await talk(town, "est-ce que Léa mange lundi ?", words)
    assert town.booked("Léa") == []
    assert town.booked("Tom") == [MONDAY]


@pytest.mark.parametrize("words", ["alors réserve", "inscris-la", "ok réserve"])
async def test_what_was_asked_about_is_booked(town: Town, words: str) -> None:
    await talk(town, "est-ce que Léa mange lundi ?", words)
    assert town.booked("Léa") == [MONDAY]
    assert town.booked("Tom") == []


@pytest.mark.parametrize("words", ["remets lundi", "rajoute lundi"])
async def test_what_was_asked_about_one_child_is_put_back_for_that_child(town: Town, words: str) -> None:
    await talk(town, "est-ce que Léa mange lundi ?", words)
    assert town.booked("Léa") == [MONDAY]
    assert town.booked("Tom") == []


async def test_a_menu_is_gone_on_from(town: Town) -> None:
    assert (await talk(town, "qu'est-ce qu'on mange lundi ?", "et jeudi ?")).says("menu", "jeudi 3 décembre")


# Agents, the mairie, strangers


@pytest.mark.parametrize(("words", "left"), [("oui", True), ("oui oui", True), ("non", False), ("nan", False)])
async def test_an_agent_answers_in_words(town: Town, words: str, left: bool) -> None:
    town.now("2026-11-26 18:00")
    town.has_booked("Léa", "2026-11-26", service=Service.GARDERIE_SOIR)
    assert (await town.hears(AGENT, "tout le monde est parti")).says("dois-je noter leur départ aussi")
    heard = await town.hears(AGENT, words)
    assert heard.says_nothing_of("Écrivez-moi", "/pointage –")
    listed = await town.hears(AGENT, "/pointage soir")
    assert ("✅ Léa 18\u00a0h" in listed.keys) is left


@pytest.mark.parametrize(("words", "kept"), [("oui", True), ("valider", True), ("ok c bon", True), ("non", False)])
async def test_a_secretary_answers_in_words(town: Town, words: str, kept: bool) -> None:
    await town.hears(SECRETARY, "/menus lundi : carottes râpées, poulet, riz")
    heard = await town.hears(SECRETARY, words)
    assert heard.says("C’est enregistré" if kept else "Abandonné")


async def test_what_a_secretary_left_behind_is_decided_by_its_own_word_alone(town: Town) -> None:
    await town.hears(SECRETARY, "/menus lundi : carottes râpées, poulet, riz")
    await town.hears(SECRETARY, "/pointage soir")
    assert (await town.hears(SECRETARY, "oui")).says_nothing_of("C’est enregistré")
    assert (await town.hears(SECRETARY, "valider")).says("C’est enregistré")


async def test_a_secretary_not_understood_is_shown_what_waits(town: Town) -> None:
    await town.hears(SECRETARY, "/menus lundi : carottes râpées, poulet, riz")
    heard = await town.hears(SECRETARY, "blorp flurb")
    assert heard.keys == ["Valider", "Abandonner"]


@pytest.mark.parametrize(
    ("words", "inside"), [("oui", True), ("oui c'est moi", True), ("non", False), ("pas moi", False)]
)
async def test_a_good_code_is_answered_in_words(town: Town, words: str, inside: bool) -> None:
    stamp = Stamp(None, town.clock())

    def invite(session: object) -> str:
        who = Staff(name="Jeanne", role=Role.AGENT)
        session.add(who)  # type: ignore[attr-defined]
        session.flush()  # type: ignore[attr-defined]
        return invitations.invite(session, who, stamp)  # type: ignore[arg-type]

    code = town.read(invite)
    assert (await town.hears(STRANGER, code)).keys == ["Oui", "Non"]
    await town.hears(STRANGER, words)
    welcomed = await town.hears(STRANGER, "/aide")
    assert ("/pointage" in welcomed.text) is inside
