"""Yes or no to a screen that waits for an answer, as people type it."""

import re
from enum import Enum, auto

from locales.fr.scanning import normal
from locales.fr.spelled import fold


class Assent(Enum):
    YES = auto()
    NO = auto()


DECIDING = {
    Assent.YES: "valider|valide|validez|je valide|on valide|confirmer|confirme|je confirme",
    Assent.NO: "abandonner|abandonne|abandonnez|j abandonne",
}
AGREEING = {
    Assent.YES: "👍|oui|ouais|yes|ok|okay|d accord|c est bon|c est ca|oui c est ca|oui c est bon|oui merci|ok merci"
    "|tout a fait|parfait|exact|exactement|vas y|allez y",
    Assent.NO: "👎|non|non merci|non rien|rien|aucun|aucune|aucun des deux|ni l un ni l autre|laisse tomber"
    "|laissez tomber|annuler|annule|stop",
}


def _said(words: dict[Assent, str]) -> dict[str, Assent]:
    return {said: assent for assent, each in words.items() for said in each.split("|")}


DECISIONS = _said(DECIDING)
ANSWERS = DECISIONS | _said(AGREEING)


def assent(text: str) -> Assent | None:
    """Whether `text` says yes or no and nothing else; None for anything else."""
    return ANSWERS.get(bare(text))


def is_decision(text: str) -> bool:
    """Whether it bears a word of the keys that decide ("Valider"), which means one of them whatever was said since."""
    return bare(text) in DECISIONS


def bare(text: str) -> str:
    """Its words without accents, case and marks, so that a key's label and what is typed after it are the same."""
    return " ".join(re.findall("[a-z0-9]+|👍|👎", fold(normal(text).lower())))
