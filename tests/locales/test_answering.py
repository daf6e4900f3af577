"""A few words typed under a screen: which one, all of them, a change of mind; what is wanted back; what stands."""

from datetime import date

import pytest

from locales.fr.answering import Answered, Say, heard
from locales.fr.assent import is_content, orders, yes_but
from locales.fr.choosing import NEXT, chosen, names_all
from locales.fr.put_back import Part, wanted_back
from locales.standing import standing
from locales.voice import Voice
from models.rules.booking import Meal
from models.vocabulary import Service, State

LABELS = ["Cantine vendredi 27 novembre", "Cantine vendredi 4 décembre (Tom)", "Cantine du 7 décembre au 11 décembre"]
CHILDREN = ("Léa", "Tom")


@pytest.mark.parametrize(
    ("text", "say"),
    [
        ("oui!!", Say.YES),
        ("nan", Say.NO),
        ("je me suis trompée de jour", Say.OOPS),
        ("ah non, mince, erreur de ma part", Say.OOPS),
        ("Merci beaucoup, bonne journée", Say.THANKS),
        ("Vous êtes vraiment géniale", Say.THANKS),
        ("merci pour tout et bonne soirée", Say.THANKS),
        ("❤️ 🙏", Say.THANKS),
        ("c’est bien noté ?", Say.CHECK),
        ("est-ce que c’est fait", Say.CHECK),
        ("annule la dernière réservation", Say.REVERT),
        ("non, l’inverse", Say.REVERT),
        ("surtout n’annule pas", Say.KEEP),
        ("peu importe", Say.EITHER),
        ("oui non", Say.UNSURE),
        ("toutes", Say.ALL),
        ("tous les trois svp", Say.ALL),
        ("oui, les 2 enfants", Say.ALL),
        ("l'un et l'autre", Say.ALL),
    ],
)
def test_what_is_answered(text: str, say: Say) -> None:
    assert heard(text) == Answered(say)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "cantine lundi",
        "je me suis trompée, mardi",
        "non, annule",
        "le premier lundi",
        "oui " * 60,
        "tous les jours",
        "le 12",
        "2 repas",
        "c’est noté",
        "!!",
    ],
)
def test_a_sentence_is_no_answer(text: str) -> None:
    assert heard(text) is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("plutôt celui d’après", NEXT),
        ("le premier", 0),
        ("la deuxième svp", 1),
        ("option 3", 2),
        ("plutôt la dernière", -1),
        ("le 2nd des deux", 1),
        ("n° 2", 1),
        ("la 2", 1),
    ],
)
def test_which_place(text: str, at: int) -> None:
    assert heard(text) == Answered(Say.PLACE, at)


def test_the_1st_may_be_the_first_or_a_day() -> None:
    assert heard("le 1er") == Answered(Say.PLACE, 0, dated=True)


def test_yes_cancel_is_a_yes_only_to_a_cancellation() -> None:
    assert heard("oui, annule", cancels=True) == Answered(Say.YES)
    assert heard("oui, annule") == Answered(Say.UNSURE)
    assert heard("annule", cancels=True) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("le 27", [0]),
        ("ven. 27 nov", [0]),
        ("vendrdi 4 dec", [1]),
        ("le 04/12", [1]),
        ("celui de novembre", [0]),
        ("Tom", [1]),
        ("vendredi", [0, 1]),
        ("le 7", []),
        ("pas le 27", []),
        ("jeudi", []),
        ("", []),
    ],
)
def test_which_label_bears_the_words(text: str, found: list[int]) -> None:
    assert chosen(text, LABELS) == found


def test_the_least_label_is_meant() -> None:
    assert chosen("le matin", ["Matin et soir", "Matin", "Soir"]) == [1]


def test_each_label_named() -> None:
    assert names_all("le 27 et le 4", LABELS[:2])
    assert not names_all("le 27", LABELS[:2])
    assert not names_all("le 27 et le 5", LABELS[:2])


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("oui mais sans Tom", "sans Tom"),
        ("d'accord, sauf jeudi", "sauf jeudi"),
        ("ok mais", None),
        ("mais sans Tom", None),
    ],
)
def test_yes_but(text: str, rest: str | None) -> None:
    assert yes_but(text) == rest


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("finalement si", Part()),
        ("remets tout", Part()),
        ("remets les lundis", Part(weekdays=frozenset({1}))),
        ("on garde le 1er décembre", Part(numbers=frozenset({1}), months=frozenset({12}))),
        ("remets le 12/01", Part(numbers=frozenset({12}), months=frozenset({1}))),
        ("remets le 7 déc. comme c'était, s'il te plaît", Part(numbers=frozenset({7}), months=frozenset({12}))),
        ("oups, remettez vendrdi soir quand même", Part((), frozenset({Service.GARDERIE_SOIR}), frozenset({5}))),
        ("remets le soir à la garderie", Part(services=frozenset({Service.GARDERIE_SOIR}))),
        ("remets les midis de Leaa", Part(("Léa",), frozenset({Service.CANTINE}))),
        ("rétablis la garderie de Tom", Part(("Tom",), frozenset({Service.GARDERIE_MATIN, Service.GARDERIE_SOIR}))),
    ],
)
def test_what_is_wanted_back(text: str, part: Part) -> None:
    assert wanted_back(text, CHILDREN) == part


@pytest.mark.parametrize(
    "text",
    [
        "cantine lundi",
        "si possible lundi",
        "remets-moi le planning",
        "si lundi",
        "remets 3 jours",
        "remets lundi, laisse tomber",
    ],
)
def test_what_is_not_wanted_back(text: str) -> None:
    assert wanted_back(text, CHILDREN) is None


def test_a_part_holds_what_it_names() -> None:
    part = Part(("Tom",), weekdays=frozenset({1}))
    assert part.holds(date(2026, 11, 30), Service.CANTINE, "Tom")
    assert not part.holds(date(2026, 11, 30), Service.CANTINE, "Léa")
    assert not part.holds(date(2026, 12, 1), Service.CANTINE, "Tom")


def test_what_stands_is_said_service_by_service() -> None:
    days = [date(2026, 12, day) for day in (1, 3, 4, 7, 8, 10)]
    names, voice = {1: "Léa", 2: "Tom"}, Voice(date(2026, 11, 26))
    long = standing({Meal(1, Service.CANTINE, day): State.RESERVED for day in days}, names, voice, still=True)
    assert "(6\u00a0jours, du mardi 1er\u00a0décembre au jeudi 10\u00a0décembre) reste réservée" in long or "6" in long
    both = {Meal(2, service, days[0]): State.CANCELLED for service in Service}
    said = standing(both, names, voice, still=False).replace("\u00a0", " ")
    assert said == "La cantine et la garderie du matin et du soir de mardi 1er décembre sont annulées pour Tom."
    late = standing({Meal(1, Service.CANTINE, days[0]): State.ABSENT}, names, voice, still=False)
    assert "toujours commandée" in late


def test_what_is_well_as_it_is_is_no_plain_yes() -> None:
    assert all(map(is_content, ("c’est bon", "Parfait, merci !", "c bon pour moi")))
    assert not any(map(is_content, ("oui c’est bon", "ok", "merci", "c’est bon pour lundi")))


def test_a_no_that_is_a_verb() -> None:
    assert orders("alors annule")
    assert not orders("non")
