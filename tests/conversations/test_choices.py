"""The keys of a question: what differs comes first, and no two are alike."""

import pytest

from handlers.reply import LONGEST_LABEL, parted, told_apart
from tests.town import CAMILLE, Town

LONG = "Annuler cantine, garderie du matin et garderie du soir jeudi"


@pytest.mark.parametrize(
    ("labels", "common", "left"),
    [
        ([f"{LONG} 3 décembre", f"{LONG} 10 décembre"], LONG[:-6], ["jeudi 3 décembre", "jeudi 10 décembre"]),
        (["Réserver lundi", "Annuler lundi"], "", ["Réserver lundi", "Annuler lundi"]),
        (["Réserver lundi", "Réserver"], "", ["Réserver lundi", "Réserver"]),
        (["Réserver lundi"], "", ["Réserver lundi"]),
        ([], "", []),
    ],
)
def test_what_all_begin_with_is_set_apart(labels: list[str], common: str, left: list[str]) -> None:
    assert parted(labels) == (common, left)


def test_labels_cut_alike_are_numbered() -> None:
    labels = told_apart([*(f"{'a' * 80}{n}" for n in range(3)), "b"], LONGEST_LABEL)
    assert len(set(labels)) == 4
    assert labels[1].startswith("2. a")
    assert all(len(label) <= LONGEST_LABEL for label in labels)


async def test_long_choices_begin_with_their_day_and_the_question_says_the_rest(town: Town) -> None:
    words = "garderie du matin, garderie du soir et cantine vendredi prochain pour Léa et Tom"
    heard = await town.hears(CAMILLE, words)
    assert len(set(heard.keys)) == len(heard.keys)
    heard.says("antine et garderie du matin et du soir…")
    assert heard.keys[0].startswith("Vendredi 27 novembre")
