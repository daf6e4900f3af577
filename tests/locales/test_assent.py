"""Yes and no, as people type them to a screen that waits."""

import pytest

from locales.fr.assent import Assent, assent, is_decision


@pytest.mark.parametrize(
    "text",
    [
        "oui",
        "Oui !",
        "OK 👌",
        "d'accord",
        "c’est bon",
        "VALIDER",
        "👍🏽",
        "ok, merci",
        "ok c bon",
        "ouiii",
        "👌",
        "c ok pour moi",
    ],
)
def test_yes(text: str) -> None:
    assert assent(text) is Assent.YES


@pytest.mark.parametrize(
    "text",
    [
        "non",
        "Non merci.",
        "abandonner",
        "laisse tomber",
        "ni l'un ni l'autre",
        "👎",
        "nan",
        "surtout pas",
        "non c'est bon",
    ],
)
def test_no(text: str) -> None:
    assert assent(text) is Assent.NO


@pytest.mark.parametrize("text", ["oui pour Léa", "non, le 4", "ok jeudi", "", "annule vendredi", "oui non", "merci"])
def test_what_says_more_is_neither(text: str) -> None:
    assert assent(text) is None


def test_only_the_words_of_the_keys_decide_whatever_was_said_since() -> None:
    assert is_decision("Valider")
    assert not is_decision("ok")
