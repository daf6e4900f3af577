"""What people ask about: what is booked, when the garderie is open, whether there is school."""

import pytest

from tests.town import CAMILLE, Town


@pytest.mark.parametrize(
    "words", ["la garderie ferme à quelle heure", "horaires garderie", "elle ouvre quand la garderie"]
)
async def test_the_hours_of_the_garderie_are_given_without_the_planning(town: Town, words: str) -> None:
    heard = await town.hears(CAMILLE, words)
    heard.says("Garderie du matin : de 7 h 30 à 8 h 50.", "Garderie du soir : de 16 h 30 à 18 h 30.")
    heard.says_nothing_of("Planning")
    assert heard.keys == []


async def test_only_the_hours_of_the_session_asked_about_are_given(town: Town) -> None:
    heard = await town.hears(CAMILLE, "à quelle heure ferme la garderie du soir ?")
    heard.says("Garderie du soir : de 16 h 30")
    heard.says_nothing_of("Garderie du matin")


async def test_a_day_without_school_asked_about_is_said_to_be_one(town: Town) -> None:
    (await town.hears(CAMILLE, "la cantine est fermée mercredi ?")).says("mercredi 2 décembre : pas d’école")


async def test_the_keys_of_a_question_about_an_unknown_child_tell_the_children_apart(town: Town) -> None:
    heard = await town.hears(CAMILLE, "qu’est-ce qui est réservé pour Zoé ?")
    heard.says("Je ne connais pas « Zoé »")
    assert heard.keys[:2] == ["Voir ce qui est réservé (Léa)", "Voir ce qui est réservé (Tom)"]


async def test_an_attestation_is_asked_for_in_words(town: Town) -> None:
    heard = await town.hears(CAMILLE, "il me faut l’attestation pour les impôts svp")
    assert heard.text == (await town.hears(CAMILLE, "/attestation")).text
    assert (await town.hears(CAMILLE, "mon attestation fiscale de 2024")).says("2024")
