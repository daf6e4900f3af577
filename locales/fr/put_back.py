"""« remets lundi », « finalement si », « on garde »: what was just cancelled is wanted after all; which part of it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from locales.fr.assent import bare
from locales.fr.names import children_named
from locales.fr.spelled import fold
from models.vocabulary import Service

OPENING = r"(?:(?:ah|oh|oups|ben|bah|non|oui|ok|en fait|finalement|pardon|desolee?|alors|mais|bon|euh|zut|mince) )*"
WANTED = re.compile(
    rf"{OPENING}(?:(?:tu peux |vous pouvez |pouvez vous |peux tu |il faut |merci de |on |je |j |nous )?"
    r"(?:remet(?:s|tez|tre|tons)?|retabli(?:s|r|ssez|t)|re ?inscri(?:s|re|vez|vons)|re ?reserve[rz]?"
    r"|re ?ajoute[rz]?|rajoute[rz]?"
    r"|re ?active[rz]?|re ?prend(?:s|re)?|garde[rz]?|gardons|maintien[st]?|maintenez"
    r"|conserve[rz]?)(?: moi)?(?: (?:le|la|les|l|ca|tout))*"
    r"|si(?: si)*)(?= |$)"
)
FILLERS = re.compile(
    r"\b(?:le|la|les|l|ca|tout|tous|toutes|de|du|des|d|a|pour|svp|stp|merci|s il vous plait|s il te plait"
    r"|quand meme|aussi"
    r"|finalement|et|jour|repas|comme avant|comme c etait|en place|bien|si|elle|lui|eux|enfants?)\b"
)
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet"),
    *("aout", "septembre", "octobre", "novembre", "decembre"),
)
SERVICES = {
    "cantine": {Service.CANTINE},
    "midi": {Service.CANTINE},
    "garderie": {Service.GARDERIE_MATIN, Service.GARDERIE_SOIR},
    "matin": {Service.GARDERIE_MATIN},
    "soir": {Service.GARDERIE_SOIR},
}


@dataclass(frozen=True, slots=True)
class Part:
    """What is named of it; what is empty is not restricted."""

    children: tuple[str, ...] = ()
    services: frozenset[Service] = frozenset()
    weekdays: frozenset[int] = frozenset()
    numbers: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()

    def holds(self, day: date, service: Service, child: str) -> bool:
        """Whether a meal is of that part."""
        said = ((self.children, child), (self.services, service), (self.weekdays, day.isoweekday()))
        dated = ((self.numbers, day.day), (self.months, day.month))
        return all(not wanted or found in wanted for wanted, found in (*said, *dated))


def wanted_back(text: str, children: Sequence[str]) -> Part | None:
    """The part that is wanted back; None for a sentence that says anything else."""
    words = bare(text)
    opened = WANTED.match(words)
    if opened is None or (words.startswith("si ") and words != "si si"):  # « si possible » is a condition
        return None
    named = children_named(text, tuple(children))
    spoken = {word for name in named for word in bare(fold(name.lower())).split()}
    rest = [word for word in re.sub(FILLERS, " ", words[opened.end() :]).split() if word not in spoken]
    kinds = [_kind(word) for word in rest]
    if any(kind is None for kind in kinds):
        return None
    found = [kind for kind in kinds if kind]
    return Part(named, *(frozenset(one for name, many in found if name == wanted for one in many) for wanted in KINDS))


KINDS = ("services", "weekdays", "numbers", "months")


def _kind(word: str) -> tuple[str, Collection[Any]] | None:
    """What a word restricts, and to what; None where it is of another subject."""
    if word in SERVICES:
        return "services", SERVICES[word]
    if word.rstrip("s") in WEEKDAYS:
        return "weekdays", {WEEKDAYS.index(word.rstrip("s")) + 1}
    if word in MONTHS:
        return "months", {MONTHS.index(word) + 1}
    number = re.fullmatch(r"(\d{1,2})(?:er)?", word)
    return ("numbers", {int(number[1])}) if number else None
