"""A few words that amend what a screen shows: which weekdays are added, taken out, or said instead."""

import pytest

from locales.fr.amending import How, amended, excepts, is_tied, month_said, says_week, taken_out
from locales.fr.put_back import Part, part_said
from models.vocabulary import Service

CHILDREN = ("Léa", "Tom")
SESSIONS = (Service.GARDERIE_MATIN, Service.GARDERIE_SOIR)


@pytest.mark.parametrize(
    ("text", "added", "removed", "instead"),
    [
        ("et mardi aussi", [2], [], []),
        ("mardi et vendredi", [2, 5], [], []),
        ("mets aussi le mardi", [2], [], []),
        ("non pas jeudi, vendredi", [5], [4], []),
        ("pas jeudi mais vendredi", [5], [4], []),
        ("pas jeudi plutôt mardi", [2], [4], []),
        ("pas lundi et jeudi", [], [1, 4], []),
        ("enlève le lundi, ajoute mardi", [2], [1], []),
        ("sauf jeudi", [], [4], []),
        ("plutôt vendredi", [], [], [5]),
        ("non, que le lundi", [], [], [1]),
        ("seulement le mardi", [], [], [2]),
    ],
)
def test_which_weekdays(text: str, added: list[int], removed: list[int], instead: list[int]) -> None:
    said = amended(text, CHILDREN)
    assert said
    assert [said.weekdays(how) for how in (How.ADD, How.REMOVE, How.INSTEAD)] == [added, removed, instead]


@pytest.mark.parametrize(
    ("text", "services", "children"),
    [
        ("et mardi pour Tom", (), ("Tom",)),
        ("garderie du soir mardi", (Service.GARDERIE_SOIR,), ()),
        ("et la garderie mardi pour Léa", SESSIONS, ("Léa",)),
        ("cantine mardi", (Service.CANTINE,), ()),
    ],
)
def test_of_what_and_for_whom(text: str, services: tuple[Service, ...], children: tuple[str, ...]) -> None:
    said = amended(text, CHILDREN)
    assert said
    assert (said.services, said.children) == (services, children)


@pytest.mark.parametrize(
    "text", ["", "et pour Léa", "non", "pas le 4", "mardi 8 décembre", "annule mardi", "mardi " * 13, "la tarte mardi"]
)
def test_anything_else_amends_nothing(text: str) -> None:
    assert amended(text, CHILDREN) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("pas vendredi", "vendredi"),
        ("Ah non, pas Vendredi !", "Vendredi"),
        ("mais sans le 12", "le 12"),
        ("enlève la semaine prochaine", "la semaine prochaine"),
        ("pas", None),
        ("", None),
        ("vendredi", None),
        ("annule vendredi", None),
        ("vendredi pas jeudi", None),
    ],
)
def test_what_is_taken_out(text: str, rest: str | None) -> None:
    assert taken_out(text) == rest


def test_what_is_tied_to_what_came_before() -> None:
    assert all(map(is_tied, ("et pour Léa", "non ça va pas", "pas ça", "plutôt Tom", "que Tom")))
    assert not any(map(is_tied, ("", "merci", "bonjour", "cantine lundi")))
    assert excepts("comme d’habitude sauf jeudi")
    assert not excepts("comme d’habitude")


def test_days_of_a_week() -> None:
    assert all(
        says_week(text, CHILDREN) for text in ("mardi et jeudi pour Léa", "Tom mange le lundi", "un lundi sur deux")
    )
    assert not any(
        says_week(text, CHILDREN) for text in ("mardi ?", "mardi 8", "réserve mardi", "Léa", "lundi prochain", "")
    )


@pytest.mark.parametrize(
    ("text", "month"),
    [("janvier", 1), ("montre-moi le mois de mars", 3), ("en mai svp", 5), ("le 4 janvier", None), ("Léa", None)],
)
def test_which_month(text: str, month: int | None) -> None:
    assert month_said(text) == month


def test_a_part_named() -> None:
    assert part_said("lundi pour Tom", CHILDREN) == Part(children=("Tom",), weekdays=frozenset({1}))
    assert part_said("la semaine prochaine", CHILDREN) is None
    assert part_said("le", CHILDREN) is None
