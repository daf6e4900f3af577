"""What is typed under a screen that is open amends it, and acts on no other booking."""

import pytest

from models.vocabulary import Service
from tests.conversations.test_said_last import talk
from tests.town import CAMILLE, Town

MONDAY, TUESDAY, THURSDAY, NEXT_FRIDAY = "2026-11-30", "2026-12-01", "2026-12-03", "2026-12-04"
LONG = "cantine du 7 au 18 décembre"


# A recap


@pytest.mark.parametrize("words", ["non pas vendredi", "pas le vendredi", "sauf vendredi", "ah mais sans vendredi"])
async def test_what_a_recap_no_longer_has_is_said_to_be_gone(town: Town, words: str) -> None:
    town.has_booked("Tom", NEXT_FRIDAY)
    heard = await talk(town, LONG, "oui mais pas le vendredi", words)
    assert heard.says("vendredi » n’y est pas, ou déjà plus", "lundi 7 décembre")
    assert heard.keys == ["Valider", "Abandonner"]
    assert town.booked("Tom") == [NEXT_FRIDAY]
    await talk(town, "oui")
    assert "2026-12-11" not in town.booked("Tom")


async def test_what_is_cancelled_beside_a_recap_is_shown_first(town: Town) -> None:
    town.has_booked("Tom", THURSDAY)
    heard = await talk(town, LONG, "annule jeudi pour Tom")
    assert heard.keys == ["Valider", "Abandonner"]
    assert town.booked("Tom") == [THURSDAY]


async def test_nor_does_a_question_cancel_beside_it(town: Town) -> None:
    town.has_booked("Tom", MONDAY)
    await talk(town, "cantine vendredi prochain", "pas lundi")
    assert town.booked("Tom") == [MONDAY]


# The grid of the usual week


@pytest.mark.parametrize(
    ("words", "usual"),
    [
        ("non pas jeudi, vendredi", "cantine lundi et vendredi"),
        ("pas jeudi mais vendredi", "cantine lundi et vendredi"),
        ("et mardi aussi", "cantine lundi, mardi et jeudi"),
        ("ajoute le mardi", "cantine lundi, mardi et jeudi"),
        ("plutôt mardi et vendredi", "cantine mardi et vendredi"),
        ("non, que le lundi", "cantine lundi"),
        ("enlève jeudi", "cantine lundi"),
        ("sauf le lundi", "cantine jeudi"),
        ("pas jeudi plutôt mardi", "cantine lundi et mardi"),
        ("et garderie du soir le mardi", "cantine lundi et jeudi ; garderie du soir mardi"),
        (
            "la garderie vendredi aussi",
            "cantine lundi et jeudi ; garderie du matin vendredi ; garderie du soir vendredi",
        ),
    ],
)
async def test_a_grid_is_amended_in_words(town: Town, words: str, usual: str) -> None:
    town.has_booked("Tom", THURSDAY)
    heard = await talk(town, "d'habitude lundi et jeudi pour Tom", words)
    assert heard.says(f"Tom : {usual}", "Valider")
    assert town.booked("Tom") == [THURSDAY]
    assert (await talk(town, "oui")).says("Semaine type enregistrée")


@pytest.mark.parametrize("words", ["et pour Léa", "non pas le 4", "plutôt en janvier"])
async def test_what_a_grid_cannot_say_shows_how(town: Town, words: str) -> None:
    heard = await talk(town, "d'habitude lundi et jeudi pour Tom", words)
    assert heard.says("par exemple « et mardi aussi »", "Tom : cantine lundi et jeudi")


async def test_a_grid_of_another_child_or_a_day_without_school(town: Town) -> None:
    assert (await talk(town, "d'habitude lundi pour Tom", "et mardi pour Léa")).says("Tom : cantine lundi")
    assert (await talk(town, "et mercredi")).says("pas d’école le mercredi")
    assert (await talk(town, "d'habitude lundi", "et mardi pour Léa")).says("Léa : cantine lundi et mardi")


async def test_a_grid_changed_elsewhere_is_shown_as_it_is(town: Town) -> None:
    await talk(town, "d'habitude lundi pour Tom")
    first = town.telegram.last(CAMILLE)
    await talk(town, "d'habitude jeudi pour Tom", "oui")
    data = next(button.data for button in first.buttons if button.text.startswith("mar"))
    assert data
    await town.forged(CAMILLE, data)
    assert (await talk(town, "et mardi aussi")).says("Tom : cantine mardi et jeudi")


@pytest.mark.parametrize(
    ("words", "usual"),
    [
        ("mardi et jeudi pour Léa", "Léa : cantine mardi et jeudi"),
        ("tous les mardis", "Tom : cantine mardi"),
        ("Tom mange lundi", "Tom : cantine lundi"),
        ("garderie du soir lundi pour Tom", "Tom : garderie du soir lundi"),
    ],
)
async def test_days_said_under_the_page_of_the_usual_week_are_of_it(town: Town, words: str, usual: str) -> None:
    heard = await talk(town, "/semaine", words)
    assert heard.says("Semaine type", usual, "Rien n’est encore enregistré")
    assert town.booked("Léa") == town.booked("Tom") == []


async def test_a_wish_under_that_page_is_a_wish(town: Town) -> None:
    await talk(town, "/semaine", "réserve la cantine jeudi 3 pour Tom")
    assert town.booked("Tom") == [THURSDAY]


# The calendar


async def test_days_are_unticked_in_words(town: Town) -> None:
    town.has_booked("Léa", MONDAY)
    heard = await talk(town, "/calendrier", "lundi et mardi", "non pas lundi")
    assert heard.says("Léa et Tom : mardi 1er décembre")
    assert heard.says_nothing_of("lundi 30")
    assert (await talk(town, "pas le 1er")).says_nothing_of("mardi 1er")
    assert town.booked("Léa") == [MONDAY]


async def test_what_is_booked_is_marked_to_be_taken_out(town: Town) -> None:
    town.has_booked("Léa", MONDAY)
    assert (await talk(town, "/calendrier", "enlève lundi")).says("➖ cantine pour Léa : lundi 30 novembre")
    assert town.booked("Léa") == [MONDAY]
    assert (await talk(town, "pas n'importe quoi")).says("calendrier reste ouvert")
    await talk(town, "valider")
    assert town.booked("Léa") == []


@pytest.mark.parametrize("words", ["janvier", "Janvier", "montre-moi janvier", "en janvier", "le mois de janvier"])
async def test_a_month_is_turned_to(town: Town, words: str) -> None:
    heard = await talk(town, "/calendrier", words)
    assert heard.says("Janvier 2027")
    assert heard.says_nothing_of("➕")


@pytest.mark.parametrize(
    ("words", "title"),
    [("Tom", "– cantine – Tom"), ("léa", "– cantine – Léa"), ("soir", "garderie du soir"), ("novembre", "Novembre")],
)
async def test_its_keys_are_said_in_words(town: Town, words: str, title: str) -> None:
    assert (await talk(town, "/calendrier", words)).says(title)


async def test_a_period_is_begun_in_words(town: Town) -> None:
    assert (await talk(town, "/calendrier", "période")).says("Touchez le premier jour")


async def test_a_child_said_after_ticks_keeps_them(town: Town) -> None:
    heard = await talk(town, "/calendrier", "mardi", "Tom")
    assert heard.says("– Tom", "Léa et Tom : mardi 1er décembre")
    await talk(town, "oui")
    assert town.booked("Tom", service=Service.CANTINE) == [TUESDAY]
