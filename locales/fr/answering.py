"""What a few words typed under a screen say that are no sentence: yes, which one, all of them, a change of mind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from locales.fr.assent import ALONG, Assent, answers, assent, bare

LONGEST_ANSWER = 100  # characters; what is longer is a sentence
ORDINALS = (
    ("premier", "premiere", "1er", "1ere"),
    ("deuxieme", "second", "seconde", "2e", "2eme", "2nd", "2nde"),
    ("troisieme", "3e", "3eme"),
    ("quatrieme", "4e", "4eme"),
    ("cinquieme", "5e", "5eme"),
    ("sixieme", "6e", "6eme"),
)
PLACES = {word: at for at, words in enumerate(ORDINALS) for word in words} | {
    "dernier": -1,
    "derniere": -1,
}
NUMBERED = re.compile(r"(?:no?|numero|option|choix|reponse|n o)? ?([1-9])")
DATED = re.compile(r"le (1er|[1-9])")  # which one, or a day of the month
ALL = re.compile(
    r"(?:tou(?:s|tes) )?les (?:deux|trois|quatre|2|3|4)(?: jours| dates| enfants)?|tou(?:s|tes)(?: deux)?"
    r"|l un et l autre"
)
AROUND = re.compile(  # said before or after what chooses, and choosing nothing
    r"\b(?:oui|non|ok|plutot|prends|prenez|je prends|on prend|je choisis|je veux|ce sera|c est|va pour|pour|celui"
    r"|celle|ceux|du|de|des|la|le|les|l|jour|date|svp|stp|merci|alors|donc|ben|bah|bon|bonjour|madame|monsieur|finalement"
    r"|juste|bien|s il vous plait|s il te plait|beaucoup|cantine|repas)\b"
)
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
    return Answered(Say.YES if Assent.YES in said else Say.NO) if said else _which(words)


def _which(words: str) -> Answered | None:
    words = re.sub(r"^(?:plutot |oui |ok |alors |non )+|(?: svp| stp| merci| s il vous plait)+$", "", words)
    if ALL.fullmatch(words):
        return Answered(Say.ALL)
    if dated := DATED.fullmatch(words):
        return Answered(Say.PLACE, int(dated[1][0]) - 1, dated=True)
    if numbered := NUMBERED.fullmatch(words):
        return Answered(Say.PLACE, int(numbered[1]) - 1)
    rest = _without_fillers(words.removesuffix(" des deux"))
    return Answered(Say.PLACE, PLACES[rest]) if rest in PLACES else None


def chosen(text: str, labels: Sequence[str]) -> list[int]:
    """The labels that bear all the words of `text` that choose: « vendredi 4 », « celui de décembre », « Tom »."""
    words = {_number(word) for word in _without_fillers(bare(text)).split()} - ALONG
    plain = [set(map(_number, bare(label).split())) for label in labels]
    found = [at for at, label in enumerate(plain) if words and words <= label and not _ends(words, label)]
    least = [at for at in found if all(plain[at] <= plain[other] for other in found)]  # « Matin », of « Matin et soir »
    return least if len(least) == 1 else found


def _number(word: str) -> str:
    return "1" if word == "1er" else word


def names_all(text: str, labels: Sequence[str]) -> bool:
    """Whether each of the labels is chosen by one of the words joined by "et": « le 27 et le 4 »."""
    parts = [chosen(part, labels) for part in bare(text).split(" et ")]
    return len(parts) > 1 and sorted(parts) == [[at] for at in range(len(labels))]


def _ends(words: set[str], label: set[str]) -> bool:
    """Whether one end of a stretch was said, which is that day as well as the stretch."""
    return {"du", "au"} <= label and any(word[0].isdigit() for word in words)


def _without_fillers(words: str) -> str:
    return " ".join(re.sub(AROUND, " ", words).split())
