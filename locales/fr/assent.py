"""Yes or no to a screen that waits for an answer, as people type it: a few such words in a row, and no other."""

import re
from enum import Enum, auto

from locales.fr.scanning import normal
from locales.fr.spelled import fold


class Assent(Enum):
    YES = auto()
    NO = auto()


DECIDING = {
    Assent.YES: "valider|valide|validez|je valide|on valide|confirmer|confirme|je confirme|confirmez|valide moi ca",
    Assent.NO: "abandonner|abandonne|abandonnez|j abandonne",
}
AGREEING = {
    Assent.YES: "👍|👌|✅|oui|ui|wi|oi|ouais|ouai|ouaip|mouais|yes|yep|ok|oki|okay|okey|dac|d acc|d accord|daccord"
    "|c bon"
    "|c est bon|cest bon|c est ok|c ok|cest ok|c est ca|cest ca|c est bien ca|ca marche|ca roule|ca me va"
    "|ca me convient"
    "|ca va|tout a fait|parfait|nickel|impec|impeccable|super|top|genial|tres bien|exact|exactement|absolument"
    "|bien sur|evidemment|volontiers|entendu|vas y|va y|allez y|aller y|vazy|go|fais le|faites le|je veux bien"
    "|avec plaisir|c est moi|moi meme|c est bien moi|c est juste|bonne idee|on fait ca|on fait comme ca|comme ca",
    Assent.NO: "👎|❌|non|nan|nn|nope|naan|no|surtout pas|pas du tout|pas question|pas d accord|pas daccord|pas ok"
    "|pas bon"
    "|ca ne va pas|ca va pas|c est pas ca|ce n est pas ca|pas ca|c est pas bon|ce n est pas bon|c est pas moi"
    "|pas moi"
    "|ce n est pas moi|je ne veux pas|je veux pas|j en veux pas|rien|rien de tout ca|aucun|aucune|aucun des deux"
    "|aucune des deux|ni l un ni l autre|ni l une ni l autre|laisse tomber|laissez tomber|laisse|laissez|annuler"
    "|annule"
    "|annulez|stop|oublie|oubliez|oublie ca|tant pis|pas la peine|je valide pas|je ne valide pas|je confirme pas"
    "|je ne confirme pas|ne change rien|ne changez rien|ne fais rien",
}
CONTENT = {  # said of what is well as it is, as well as in agreement
    *("c bon", "c est bon", "cest bon", "c est ok", "c ok", "cest ok", "ca va", "ca me va", "ca me convient"),
    *(
        "parfait",
        "nickel",
        "impec",
        "impeccable",
        "super",
        "top",
        "genial",
        "tres bien",
        "c est bien",
        "c est tres bien",
    ),
}
BESIDE = (  # said along, and meaning nothing by itself
    "merci|merci beaucoup|merci bien|mille merci|svp|stp|s il vous plait|s il te plait|pour moi|de mon cote|alors"
    "|donc"
    "|ben|bah|bon|bien|eh|ah|oh|hein|voila|moi|du coup|dans ce cas|finalement|en fait|pardon|desole"
    "|desolee|bonjour|bonsoir|bonne journee|bonne soiree|a vous|aussi|madame|monsieur|clochette"
)


def _said(words: dict[Assent, str]) -> dict[str, Assent]:
    return {_once(said): assent for assent, each in words.items() for said in each.split("|")}


def _once(words: str) -> str:
    """« ouiii » as « oui »: a letter held down says no more."""
    return re.sub(r"([a-z])\1+", r"\1", words)


DECISIONS = _said(DECIDING)
ANSWERS = DECISIONS | _said(AGREEING)
CONTENTED = {_once(said) for said in CONTENT}
ALONG = {_once(said) for said in BESIDE.split("|")}
KNOWN = {*ANSWERS, *ALONG}
LONGEST = max(said.count(" ") for said in KNOWN) + 1  # words
YES_BUT = re.compile(
    r"\s*(?P<yes>(?:oui|ui|ouais|ok|okay|d['’ ]accord|parfait|c['’ ]est bon|super))[\s,.!]+(?:mais|sauf|sans|pas)\b"
)


def assent(text: str) -> Assent | None:
    """Whether `text` says yes or no and nothing else; None for anything else, both at once included."""
    said = answers(text)
    return next(iter(said)) if len(said) == 1 else None


def answers(text: str) -> set[Assent]:
    """Yes, no, or both: « oui non »; nothing for a text that says anything else."""
    words = _once(bare(text)).split()
    found = set(_read(words) or ())
    said = {ANSWERS[phrase] for phrase in found if phrase in ANSWERS}
    if said == {Assent.YES, Assent.NO} and "non" in words[:1] and found & {"c est bon", "c bon", "ca va"}:
        return {Assent.NO}  # « non c'est bon », said of nothing more to be changed
    return said


def _read(words: list[str]) -> list[str] | None:
    """`words` as a row of answers and what goes along, the longest first; None where one is neither."""
    found, at = [], 0
    while at < len(words):
        lengths = range(min(LONGEST, len(words) - at), 0, -1)
        phrase = next((said for n in lengths if (said := " ".join(words[at : at + n])) in KNOWN), None)
        if phrase is None:
            return None
        found.append(phrase)
        at += phrase.count(" ") + 1
    return found


def is_content(text: str) -> bool:
    """« c’est bon », and no yes beside it: of a thing to be taken back, it may mean that it is not."""
    found = set(_read(_once(bare(text)).split()) or ())
    return bool(found & CONTENTED) and found <= {*CONTENTED, *ALONG}


def orders(text: str) -> bool:
    """Whether its no is a verb too, « annule »: where nothing waits, something is to be cancelled."""
    return "annul" in bare(text)


def is_decision(text: str) -> bool:
    """Whether it bears a word of the keys that decide ("Valider"), which means one of them whatever was said since."""
    return _once(bare(text)) in DECISIONS


def yes_but(text: str) -> str | None:
    """What comes after the yes of « oui mais sans Tom »; None where nothing is held against it."""
    agreed = YES_BUT.match(fold(normal(text).lower()))
    if agreed is None:
        return None
    rest = " ".join(re.split(r"[\s,.!]+", text.strip())[len(agreed["yes"].split()) :])
    return re.sub(r"^mais\b\s*", "", rest, flags=re.IGNORECASE) or None


def bare(text: str) -> str:
    """Its words without accents, case and marks, so that a key's label and what is typed after it are the same."""
    return " ".join(re.findall("[a-z0-9]+|👍|👎|👌|✅|❌", fold(normal(text).lower())))
