"""What a few words typed under a screen say that are no sentence: yes, which one, all of them, a change of mind."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from locales.fr.assent import CONTENT, Assent, answers, assent, bare
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
PRAISE = (
    r"(?:(?:vous etes|tu es|t es|c est|c etait) (?:vraiment |trop |tres |si |super )*"
    r"(?:geniale?|super|adorable|gentille?|top|au top|formidable|parfaite?|efficace|pratique|bien|chouette|cool))"
)
THANKS = re.compile(
    r"(?:(?:ok|oui|super|parfait|top|genial|nickel|d accord|tres bien|bien|cool|et)\b ?)*"
    rf"(?:merci|mille mercis?|{PRAISE})(?:(?: et)?(?: (?:beaucoup|bien|mille fois|a vous|a toi|a tous|clochette"
    r"|infiniment|encore|pour (?:tout|votre aide|ton aide|la reponse|l info|votre patience)|d avance"
    rf"|bisous?|{PRAISE})))*"
    r"(?: (?:et )?(?:bonne|belle) (?:journee|soiree|fin de journee)| a vous| a bientot)?"
)
HEARTS = re.compile(r"[\s❤\ufe0f🧡💛💚💙💜🖤🤍💕💖💗😍🥰😘😊☺🙂😀😁😃😄🤗🙏🌹🌸💐\U0001f3fb-\U0001f3ff\u200d]+")
CHECKING = re.compile(
    r"(?:et |alors |donc |du coup )*(?:est ce que )?(?:(?:c est|cest|ca a ete|ca a|tout est|tout a ete|vous avez|tu as)"
    r"(?: bien| deja| bel et bien)*) "
    r"(?:fait|note|ok|pris en compte|pris|enregistre|valide|reserve|annule|passe)e?s?(?: merci| svp)?"
)
KEEPING = re.compile(
    r"(?:(?:non|ah|oh|mais|surtout|finalement|en fait|alors) )*(?:n |ne l |l |ne les |les |ne la |la |ne )?"
    r"annule[zr]? (?:surtout )?(?:pas|rien)(?: (?:ca|svp|stp|merci|finalement))*|ne pas annuler"
)
EITHER = re.compile(
    r"(?:(?:c est|ben|bah|oh) )*(?:peu m?importe|peu m importe|n importe(?: lequel| laquelle)?|ca m est egal"
    r"|comme (?:vous|tu) (?:voulez|veux)|(?:a )?(?:votre|ton|au) choix|l un ou l autre)(?: merci| svp)?"
)
REVERTING = re.compile(
    r"(?:non |oups |ah |alors |finalement )*(?:(?:fais|faites|je veux|je voulais|c est|c etait) )?"
    r"(?:l inverse|le contraire)"
    r"|annule[zr]? (?:moi )?(?:la |ma |mon |le )?(?:derniere?|precedente?)"
    r"(?: (?:reservation|action|annulation|demande|message|chose))?"
    r"|annule[zr]? (?:ma|mon|la) (?:derniere |precedente )?(?:action|demande|derniere reservation)"
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
    CHECK = auto()  # « c'est noté ? »
    KEEP = auto()  # « annule pas »
    EITHER = auto()  # « peu importe »
    REVERT = auto()  # « annule la dernière », « l'inverse »


ASIDES = {Say.REVERT: REVERTING, Say.KEEP: KEEPING, Say.EITHER: EITHER}


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
    if aside := _aside(text, words):
        return Answered(aside)
    if re.fullmatch(r"(?:ah |oh )?non annule[zr]?", words):
        return None  # takes back at once: a sentence of its own
    said = answers(text)
    if len(said) > 1:
        return Answered(Say.UNSURE)
    return Answered(Say.YES if Assent.YES in said else Say.NO) if said else _which(text)


def _aside(text: str, words: str) -> Say | None:
    """What decides nothing: thanks, whether it was done, what was done last made undone."""
    agrees = re.match("ok|oui|super|d accord|parfait", words) or words in CONTENT
    if (THANKS.fullmatch(words) and not agrees) or (text.strip() and not words and HEARTS.fullmatch(text)):
        return Say.THANKS
    if CHECKING.fullmatch(words) and ("?" in text or "est ce que" in words):
        return Say.CHECK
    return next((said for said, pattern in ASIDES.items() if pattern.fullmatch(words)), None)


def _which(text: str) -> Answered | None:
    if all_said(text):
        return Answered(Say.ALL)
    place = place_said(text)
    return Answered(Say.PLACE, *place) if place else None
