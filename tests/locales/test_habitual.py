"""« D’habitude » and « comme d’habitude »: told apart, taken out of the sentence, nothing else mistaken for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.fr.habitual import Usual, heard


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("d'habitude lundi et jeudi pour Léa", "lundi et jeudi pour Léa"),
        ("D’habitude, lundi", ", lundi"),
        ("Léa mange d habitude le lundi", "Léa mange le lundi"),
        ("dhabitude lundi", "lundi"),
        ("d'hab lundi", "lundi"),
        ("Tom mange habituellement jeudi", "Tom mange jeudi"),
        ("ma semaine type : lundi", "ma : lundi"),
    ],
)
def test_what_is_usual_is_stated(text: str, words: str) -> None:
    said = heard(text)
    assert said
    assert (said.usual, said.words) == (Usual.STATED, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("réserver comme d'habitude jusqu'à Noël", "réserver jusqu'à Noël"),
        ("Comme d’habitude toute l’année", "toute l’année"),
        ("cantine comme dhab la semaine prochaine", "cantine la semaine prochaine"),
        ("réserver la semaine type jusqu'aux vacances", "réserver la jusqu'aux vacances"),
        ("inscris Léa selon sa semaine type", "inscris Léa"),
    ],
)
def test_what_is_usual_is_followed(text: str, words: str) -> None:
    said = heard(text)
    assert said
    assert (said.usual, said.words) == (Usual.FOLLOWED, words)


@pytest.mark.parametrize(
    "text",
    ["cantine jeudi", "réserver cette semaine", "habits de ski lundi", "demande habilitation", "comme prévu", ""],
)
def test_all_else_is_not_heard(text: str) -> None:
    assert heard(text) is None


@pytest.mark.parametrize(
    ("text", "meals", "fortnightly", "besides"),
    [
        ("d'habitude Léa mange lundi", True, False, False),
        ("d'habitude lundi les semaines paires", False, True, False),
        ("d'habitude un lundi sur deux", False, True, False),
        ("d'habitude aussi le déjeuner vendredi", True, False, True),
    ],
)
def test_what_else_it_says(text: str, meals: bool, fortnightly: bool, besides: bool) -> None:
    said = heard(text)
    assert said
    assert (said.meals, said.fortnightly, said.besides) == (meals, fortnightly, besides)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Léa lundi et jeudi les semaines paires", ["Léa lundi et jeudi les semaines paires"]),
        (
            "Léa mange semaines paires lundi, semaines impaires jeudi",
            ["Léa mange semaines paires lundi, ", "Léa mange  semaines impaires jeudi"],
        ),
        (
            "garderie du soir lundi les semaines impaires et jeudi semaine paire",
            ["garderie du soir lundi les semaines impaires", "garderie du soir   et jeudi semaine paire"],
        ),
        (
            "cantine lundi semaines paires, garderie du soir jeudi semaines impaires",
            ["cantine lundi semaines paires", ", garderie du soir jeudi semaines impaires"],
        ),
        ("lundi semaines paires et mardi semaines paires", ["lundi semaines paires et mardi semaines paires"]),
    ],
)
def test_days_of_even_weeks_and_days_of_odd_ones_are_two_clauses(text: str, clauses: list[str]) -> None:
    said = heard(f"d'habitude {text}")
    assert said
    assert said.clauses() == clauses


@given(st.text(max_size=300))
def test_any_text_is_heard_without_an_exception(text: str) -> None:
    said = heard(f"d'habitude {text}")
    assert said
    assert said.words == said.words.strip()
    assert said.clauses()
