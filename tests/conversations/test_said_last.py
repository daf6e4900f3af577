"""« oui », « non », « oublie », « valider » mean what was said last, and nothing older."""

import pytest

from tests.town import CAMILLE, Heard, Town

MONDAY, TUESDAY, THURSDAY = "2026-11-30", "2026-12-01", "2026-12-03"
LONG = "cantine du 7 au 18 décembre pour Tom"
LONG_DAYS = [f"2026-12-{day:02}" for day in (7, 8, 10, 11, 14, 15, 17, 18)]
WAITED = "Ceci attendait votre réponse"


async def talk(town: Town, *said: str) -> Heard:
    """Camille types each in turn, or taps it in brackets; what she hears last."""
    for words in said:
        heard = await (town.tapped(CAMILLE, words[1:-1]) if words.startswith("[") else town.hears(CAMILLE, words))
    return heard


# A yes with nothing to decide


@pytest.mark.parametrize("yes", ["oui", "ok", "oui merci", "d'accord", "valider", "👍"])
async def test_a_yes_to_a_refusal_says_that_nothing_waits(town: Town, yes: str) -> None:
    assert (await talk(town, "réserver cantine demain pour Tom", yes)).says("Rien n’attend votre réponse")
    assert town.booked("Tom") == []


@pytest.mark.parametrize("yes", ["oui", "parfait", "oui oui", "valider"])
async def test_a_yes_to_what_was_done_says_what_stands(town: Town, yes: str) -> None:
    assert (await talk(town, "cantine mardi pour Tom", yes)).says(
        "La cantine de mardi 1er décembre est réservée pour Tom"
    )
    assert town.booked("Tom") == [TUESDAY]


@pytest.mark.parametrize("before", [(), ("/planning",), ("/factures",), ("cantine lundi", "non", "non", "/planning")])
@pytest.mark.parametrize("yes", ["oui", "valider"])
async def test_a_yes_to_a_page_claims_nothing(town: Town, before: tuple[str, ...], yes: str) -> None:
    heard = await talk(town, *before, yes)
    assert heard.says("Rien n’attend votre réponse")
    assert heard.says_nothing_of("noté")


@pytest.mark.parametrize("no", ["non", "oublie", "mince", "laisse tomber"])
@pytest.mark.parametrize("before", ["/planning", "annule lundi", "/aide"])
async def test_a_no_to_a_page_is_at_rest(town: Town, before: str, no: str) -> None:
    assert (await talk(town, "cantine mardi pour Tom", before, no)).says("aucune réservation n’a été changée")
    assert town.booked("Tom") == [TUESDAY]


@pytest.mark.parametrize(
    "words", ["c'est noté ?", "c'est fait ?", "est-ce que c'est bien pris en compte", "c'est bien enregistré ?"]
)
async def test_whether_it_is_done(town: Town, words: str) -> None:
    assert (await talk(town, "cantine mardi pour Tom", words)).says("mardi 1er décembre est réservée pour Tom")
    assert (await talk(town, "/planning", words)).says("rien enregistré de nouveau")
    heard = await talk(town, LONG, words)
    assert heard.says("Pas encore", "lundi 7 décembre")
    assert heard.keys == ["Valider", "Abandonner"]


# An older screen


@pytest.mark.parametrize("word", ["valider", "je valide", "abandonner"])
@pytest.mark.parametrize("since", ["cantine lundi pour Léa", "/planning", "/calendrier"])
async def test_an_older_recap_is_shown_again_before_it_is_decided(town: Town, since: str, word: str) -> None:
    heard = await talk(town, LONG, since, *(["[Abandonner]"] if since == "/calendrier" else []), word)
    assert heard.says(WAITED, "lundi 7 décembre")
    assert town.booked("Tom") == []
    await talk(town, "oui")
    assert town.booked("Tom") == LONG_DAYS


async def test_a_yes_after_a_page_shows_what_waits(town: Town) -> None:
    assert (await talk(town, LONG, "/planning", "oui")).says(WAITED)
    assert (await talk(town, "non")).says("Abandonné")


async def test_what_was_done_anew_and_undone_is_not_done_by_an_older_recap(town: Town) -> None:
    heard = await talk(town, LONG, LONG, "oui", "annule du 7 au 18 décembre pour Tom", "oui", "valider")
    assert heard.says(WAITED)
    assert town.booked("Tom") == []


@pytest.mark.parametrize("no", ["non", "oublie", "laisse tomber", "abandonner"])
async def test_nothing_older_is_meant_once_something_was_given_up(town: Town, no: str) -> None:
    await talk(town, LONG, "/calendrier", no)
    assert (await talk(town, "non")).says("aucune réservation n’a été changée")
    assert (await talk(town, "valider")).says("Rien n’attend votre réponse")
    assert town.booked("Tom") == []


async def test_its_keys_still_are(town: Town) -> None:
    await talk(town, LONG)
    first = town.telegram.last(CAMILLE)
    await talk(town, "/planning", "oublie")
    data = next(button.data for button in first.buttons if button.text == "Valider")
    assert data
    await town.forged(CAMILLE, data)
    assert town.booked("Tom") == LONG_DAYS


# The hour of reminders


async def test_an_hour_taken_is_put_back(town: Town) -> None:
    await talk(town, "cantine lundi", "/rappels 19h30")
    assert (await talk(town, "oublie")).says("L’heure d’avant est remise", "à 18 h")
    assert town.booked("Léa") == [MONDAY]
    assert (await talk(town, "/rappels 2 h avant", "non")).says("une heure avant la limite")
    assert (await talk(town, "/rappels 18h", "non")).says("L’heure d’avant est remise", "à 18 h")


async def test_an_hour_taken_is_agreed_to(town: Town) -> None:
    assert (await talk(town, "/rappels 19h30", "oui")).says("à 19 h 30")


async def test_a_switch_of_reminders_is_what_was_said_last(town: Town) -> None:
    heard = await talk(town, "cantine lundi", "/rappels", "cantine mardi", "[🔔 Léa]", "oublie")
    assert heard.says("aucune réservation n’a été changée")


# Undone, and again


async def test_undone_twice_is_asked_about(town: Town) -> None:
    heard = await talk(town, "cantine mardi pour Tom", "annule ça", "annule ça")
    assert heard.says("La cantine de mardi 1er décembre est annulée pour Tom. La remettre ?")
    await talk(town, "oui")
    assert town.booked("Tom") == [TUESDAY]


async def test_what_changes_nothing_is_not_said_to_have_changed(town: Town) -> None:
    heard = await talk(town, "cantine mardi", "oups pas Tom", "annule ça", "oups pas Tom", "non rien")
    assert heard.says_nothing_of("cela a changé depuis")


@pytest.mark.parametrize(
    "words", ["annule la dernière", "annule ma dernière réservation", "l'inverse", "non, le contraire"]
)
async def test_the_last_thing_done_is_asked_about(town: Town, words: str) -> None:
    heard = await talk(town, "cantine mardi pour Tom", words)
    assert heard.says("est réservée pour Tom. L’annuler ?")
    assert heard.keys == ["Oui, l’annuler", "Non, garder"]
    assert (await talk(town, "non", "/planning", words)).says("aucune réservation n’a été changée")
    assert (await talk(town, LONG, words)).keys == ["Valider", "Abandonner"]


@pytest.mark.parametrize("words", ["c'est bon", "parfait", "super merci"])
async def test_contentment_takes_nothing_back(town: Town, words: str) -> None:
    heard = await talk(town, "cantine mardi pour Tom", "oublie", words)
    assert heard.keys in (["Oui, l’annuler", "Non, garder"], [])
    assert town.booked("Tom") == [TUESDAY]


async def test_what_was_changed_since_is_done_by_its_own_name(town: Town) -> None:
    await talk(town, "cantine mardi pour Tom", "cantine lundi pour Tom", "non", "non")
    assert town.booked("Tom") == [MONDAY, TUESDAY]


# Thanks, and what is no answer


@pytest.mark.parametrize(
    "thanks", ["merci beaucoup vous êtes géniale", "❤️", "merci pour votre aide", "vous êtes au top", "mille mercis 🙏"]
)
async def test_thanks_are_thanked(town: Town, thanks: str) -> None:
    assert (await talk(town, "cantine mardi pour Tom", thanks)).says("Avec plaisir")
    assert (await talk(town, "oublie", thanks)).says("Avec plaisir", "L’annuler ?")
    heard = await talk(town, thanks)
    assert heard.says("Avec plaisir")
    assert heard.keys == []


async def test_a_question_not_answered_twice_lets_go(town: Town) -> None:
    assert (await talk(town, "cantine vendredi prochain", "la tarte")).says("Ceci attend")
    assert (await talk(town, "le vélo rouge")).says_nothing_of("Ceci attend")
    assert (await talk(town, "oui")).says_nothing_of("réservée")
    assert town.booked("Léa") == []


async def test_no_question_comes_without_an_example(town: Town) -> None:
    heard = await talk(town, "comme la semaine dernière")
    assert heard.keys or heard.says("par exemple")
