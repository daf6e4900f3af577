"""First names: accents, pieces, typos, names that are date words, and whom the others mean."""

from datetime import datetime

import pytest

from locales.fr import grammar
from locales.fr.names import children_named, may_name
from locales.fr.spelled import nearest_word
from locales.requests import How, Reading
from models.rules.calendar import published

CALENDAR = published("B", frozenset({1, 2, 4, 5}))


def read(text: str, *children: str) -> Reading:
    return grammar.read(text, now=datetime(2026, 11, 26, 10, 0), calendar=CALENDAR, children=children)


@pytest.mark.parametrize(
    ("text", "children", "who"),
    [
        ("cantine jeudi pour lea", ("Léa", "Tom"), ("Léa",)),
        ("cantine jeudi pour LÉA et tom", ("Léa", "Tom", "Zoé"), ("Léa", "Tom")),
        ("cantine jeudi pour leea", ("Léa", "Tom"), ("Léa",)),
        ("cantine jeudi pour gabriele", ("Gabriel", "Tom"), ("Gabriel",)),
        ("cantine jeudi pour jean baptiste", ("Jean-Baptiste", "Tom"), ("Jean-Baptiste",)),
        ("cantine jeudi pour jeanbaptiste", ("Jean-Baptiste", "Tom"), ("Jean-Baptiste",)),
        ("cantine jeudi pour Jean-Batiste", ("Jean-Baptiste", "Tom"), None),
        ("cantine jeudi pour Léo", ("Léa", "Tom"), None),
        ("cantine jeudi pour Louis", ("Louise", "Tom"), None),
        ("cantine jeudi pour Jule", ("Jules", "Julie"), None),
        ("cantine jeudi zacharie", ("Léa", "Tom"), None),
        ("Enora mange jeudi", ("Léa", "Tom"), None),
        ("cantine jeudi pour les deux", ("Léa", "Tom"), ()),
        ("cantine jeudi pour tous les trois", ("Léa", "Tom", "Zoé"), ()),
        ("cantine jeudi pour mes deux loulous", ("Léa", "Tom", "Zoé"), None),
        ("cantine jeudi pour mon fils", ("Tom",), ()),
        ("cantine jeudi pour mon fils", ("Léa", "Tom"), None),
        ("cantine jeudi pour mes filles", ("Léa", "Zoé"), ()),
        ("cantine jeudi pour les grands", ("Léa", "Tom", "Zoé"), None),
        ("cantine jeudi pour tous sauf Zoé", ("Léa", "Tom", "Zoé"), ("Léa", "Tom")),
        ("cantine avril pour Avril", ("Avril", "Tom"), ("Avril",)),
        ("Noël mange jeudi", ("Noël", "Tom"), ("Noël",)),
        ("cantine le 3 mai pour Mai", ("Mai", "Tom"), ("Mai",)),
        ("cantine jusqu'à Noël", ("Noël", "Tom"), ()),
        ("cantine jusqu'à la Toussaint", ("Toussaint", "Tom"), ()),
        ("cantine jeudi pour mes quatre enfants", ("Léa", "Tom"), None),
        ("Noël mange jeudi", ("Léa", "Tom"), None),
        ("avril mange jeudi", ("Léa", "Tom"), None),
        ("jb mange jeudi", ("Léa", "Tom"), None),
        ("cantine jeudi pour jb", ("Léa", "Tom"), None),
        ("cantine jeudi pour Tom. Merci d'avance, Camille Martin", ("Léa", "Tom"), ("Tom",)),
        ("cantine jeudi, bien à vous, Camille et Tom", ("Léa", "Tom"), None),
        ("cantine jeudi pour Tom", ("?", "Tom"), ("Tom",)),
        ("cantine jeudi pour Rose", ("Rose", "Tom"), ("Rose",)),
        ("cantine jeudi pour martin", ("Léa",), None),
    ],
)
def test_whom_a_sentence_names(text: str, children: tuple[str, ...], who: tuple[str, ...] | None) -> None:
    reading = read(text, *children)
    if who is None:
        assert reading.ask
        assert reading.ask.why == "which-child"
    else:
        assert reading.requests[0].who == who


def test_a_household_without_children_asks_for_nobody_it_cannot_name() -> None:
    reading = read("cantine jeudi pour Tom")
    assert reading.ask
    assert reading.ask.choices == ()


def test_children_named_in_a_caption_are_found_as_they_are_written() -> None:
    assert children_named("LÉA et son frère", ("Léa", "Tom", "Jean Luc")) == ("Léa",)
    assert children_named("photo de jean-luc", ("Léa", "Jean Luc")) == ("Jean Luc",)


@pytest.mark.parametrize(
    ("written", "called", "may"),
    [
        ("arthur", False, True),
        ("Zorglub", False, True),
        ("zorglub", True, True),
        ("zorglub", False, False),
        ("minutes", True, False),
        ("Stop", True, False),
        ("dépanner", True, False),
        ("Kenner", True, True),
    ],
)
def test_no_common_word_is_a_name(written: str, called: bool, may: bool) -> None:
    assert may_name(written, called=called) is may


@pytest.mark.parametrize(
    "text",
    ["annule repas froid lundi", "cantine lundi pour dépanner", "réserver machin lundi"],
)
def test_a_common_word_where_a_name_stands_is_no_child_that_is_not_known(text: str) -> None:
    reading = read(text, "Léa", "Tom")
    assert reading.how(("Léa", "Tom")) is How.SHOWN


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("reservr", "reserver"), ("anuller", "annuler"), ("cal", None), ("plan", "planning"), ("effectifs", None)],
)
def test_the_nearest_of_a_few_words(typed: str, meant: str | None) -> None:
    assert nearest_word(typed, ["reserver", "annuler", "planning", "calendrier"]) == meant
