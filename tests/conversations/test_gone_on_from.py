"""What goes on from what was said: days without a date, a child instead of what was undone, the other of two."""

import pytest

from tests.conversations.test_said_last import talk
from tests.town import Town

MONDAY, TUESDAY, THURSDAY, NEXT_FRIDAY = "2026-11-30", "2026-12-01", "2026-12-03", "2026-12-04"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (("cantine jeudi pour Tom", "annule jeudi"), "remets mardi"),
        (("cantine jeudi pour Tom",), "et mardi"),
        (("cantine jeudi pour Tom",), "pareil pour mardi"),
        (("cantine jeudi pour Tom",), "et aussi mardi"),
    ],
)
async def test_a_day_that_would_slide_to_another_week_is_asked_about(
    town: Town, said: tuple[str, ...], words: str
) -> None:
    heard = await talk(town, *said, words)
    assert [key.split(" (")[0] for key in heard.keys] == [
        "Cantine mardi 8 décembre",
        "Cantine mardi 1er décembre",
        "Abandonner",
    ]
    await talk(town, "le 1er")
    assert TUESDAY in town.booked("Tom")


@pytest.mark.parametrize("words", ["pareil pour jeudi", "et jeudi"])
async def test_so_is_one_said_of_two_weeks(town: Town, words: str) -> None:
    heard = await talk(town, "cantine lundi 7 et lundi 14 décembre pour Tom", words)
    assert "Cantine jeudi 10 décembre (Tom)" in heard.keys
    assert "Cantine jeudi 17 décembre (Tom)" in heard.keys
    assert len(town.booked("Tom")) == 2


@pytest.mark.parametrize("words", ["et vendredi", "et aussi vendredi", "pareil pour vendredi"])
async def test_a_later_day_of_the_same_week_is_done(town: Town, words: str) -> None:
    await talk(town, "cantine jeudi pour Tom", words)
    assert town.booked("Tom") == [THURSDAY, NEXT_FRIDAY]


async def test_one_weekday_after_one_day_is_that_day_first(town: Town) -> None:
    town.has_booked("Léa", TUESDAY, THURSDAY)
    assert (await talk(town, "annule mardi pour Léa", "et le jeudi ?")).keys[0] == "Annuler jeudi 3 décembre (Léa)"
    heard = await talk(town, "abandonner", "annule mardi pour Léa", "et le jeudi")
    assert heard.keys[0] == "Annuler jeudi 3 décembre (Léa)"
    assert town.booked("Léa") == [THURSDAY]


@pytest.mark.parametrize("words", ["ah non c'est Tom", "c'est Tom", "non, Tom", "plutôt Tom", "Tom"])
@pytest.mark.parametrize("undo", [("oublie", "oui"), ("annule ça",), ("je me suis trompée", "oui")])
async def test_another_child_in_the_place_of_what_was_undone(town: Town, undo: tuple[str, ...], words: str) -> None:
    await talk(town, "cantine mardi pour Léa", *undo, words)
    assert town.booked("Tom") == [TUESDAY]
    assert town.booked("Léa") == []


async def test_one_of_the_children_in_the_place_of_all(town: Town) -> None:
    await talk(town, "cantine mardi", "oublie", "oui", "ah non c'est Tom")
    assert town.booked("Tom") == [TUESDAY]
    assert town.booked("Léa") == []


@pytest.mark.parametrize("words", ["celui d'après", "plutôt le suivant", "la suivante svp"])
async def test_the_one_after(town: Town, words: str) -> None:
    await talk(town, "cantine vendredi prochain", words)
    assert town.booked("Léa") == [NEXT_FRIDAY]
    assert (await talk(town, "réserver cantine", words)).says("lequel")


@pytest.mark.parametrize("words", ["peu importe", "n'importe lequel", "comme vous voulez", "ça m'est égal"])
async def test_it_is_theirs_to_choose(town: Town, words: str) -> None:
    heard = await talk(town, "cantine vendredi prochain", words)
    assert heard.says("C’est à vous de choisir")
    assert heard.keys[:2] == ["Cantine vendredi 27 novembre", "Cantine vendredi 4 décembre"]


@pytest.mark.parametrize("words", ["annule pas", "non n'annulez pas", "ne l'annule pas"])
async def test_what_is_not_to_be_cancelled(town: Town, words: str) -> None:
    assert (await talk(town, "cantine mardi pour Tom", words)).says("est réservée pour Tom")
    assert (await talk(town, "oublie", words)).says("reste réservée pour Tom")
    assert (await talk(town, "cantine du 7 au 18 décembre", words)).says("Je n’annule rien", "lundi 7 décembre")
    assert (await talk(town, "non", "annule toute la cantine de Tom", words)).says("rien n’a été changé")
    assert town.booked("Tom") == [TUESDAY]


async def test_an_exception_to_the_usual_without_an_end_is_asked_about(town: Town) -> None:
    await talk(town, "d'habitude lundi et jeudi pour Tom", "oui")
    heard = await talk(town, "comme d'habitude sauf jeudi")
    assert heard.says("Jusqu’à quand")
    assert heard.keys == []
    await talk(town, "réserver comme d'habitude sauf jeudi jusqu'au 11 décembre", "oui")
    assert town.booked("Tom") == [MONDAY, "2026-12-07"]
