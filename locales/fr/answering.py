"""What a few words typed under a screen say that are no sentence: yes, which one, all of them, a change of mind."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from locales.fr.assent import Assent, answers, assent, bare
from locales.fr.choosing import all_said, place_said

LONGEST_ANSWER = 100  # characters; what is longer is a sentence
OOPS = re.compile(
    r"(?:(?:ah|oh|oups|mince|zut|aie|euh|non|desolee?|pardon|merde|flute|pfff?)\b ?)*"
    r"(?:(?:je me suis|j me suis|me suis|on s est) (?:trompee?s?|gouree?s?|plantee?s?|mal exprimee?)(?: de jour"
    r"| de date| d enfant)?"
    r"|(?:c est |c etait )?(?:une |un |mon )?(?:erreur|bourde|betise)(?: de ma part)?|fausse manip\w*"
    r"|mauvais(?:e)? (?:jour|date|enfant)"
    r"|(?:non )?(?:c est |ce n est |c etait )?pas (?:ca|ce que je (?:veux|voulais))|oublie[zr]?(?: ca| tout)?|oups"
    r"|mince|zut|aie|flute"
    r"|rien|non rien)(?: (?:desolee?|pardon|merci|svp|de ma part|erreur))*"
)
THANKS = re.compile(
    r"(?:(?:ok|oui|super|parfait|top|genial|nickel|d accord|tres bien|bien|cool)\b ?)*"
    r"(?:merci(?: (?:beaucoup|bien|a vous|a toi|clochette|infiniment|encore))*)"
    r"(?: (?:bonne|belle) (?:journee|soiree)| a vous)?"
)

TAKING_AWAY = re.compile(r"(.*?) ?(?:annule[zr]?|supprime[zr]?|enleve[zr]?)(?: (?:le|la|les|ca|tout))?")


class Say(Enum):
    YES = auto()
    NO = auto()
    OOPS = auto()  # a change of mind: « je me suis trompée », « oublie », « mince »
    THANKS = auto()
    PLACE = auto()
    ALL = auto()
    UNSURE = auto()  # « oui non »


@dataclass(frozen=True, slots=True)
class Answered:
    """`at`: which one, from 0, -1 the last; `dated`: it may as well be a day of the month, « le 4 »."""

    say: Say
    at: int = 0
    dated: bool = False


def heard(text: str, *, cancels: bool = False) -> Answered | None:
    """What `text` answers, and nothing else said in it; None for anything else.

    `cancels`: what waits for an answer takes something away, so that « oui, annule » is a yes.
    """
    words = bare(text)
    if len(words) > LONGEST_ANSWER:
        return None
    if cancels and (agreed := re.fullmatch(TAKING_AWAY, words)):
        return Answered(Say.YES) if assent(agreed[1]) is Assent.YES else None
    if OOPS.fullmatch(words) and words not in ("non", "ah non"):
        return Answered(Say.OOPS)
    if THANKS.fullmatch(words) and "merci" in words.split() and not re.match("ok|oui|super|d accord|parfait", words):
        return Answered(Say.THANKS)
    if re.fullmatch(r"(?:ah |oh )?non annule[zr]?", words):
        return None  # takes back at once: a sentence of its own
    said = answers(text)
    if len(said) > 1:
        return Answered(Say.UNSURE)
    return Answered(Say.YES if Assent.YES in said else Say.NO) if said else _which(text)


def _which(text: str) -> Answered | None:
    if all_said(text):
        return Answered(Say.ALL)
    place = place_said(text)
    return Answered(Say.PLACE, *place) if place else None
