"""« remets lundi », « finalement si », « on garde »: what was just cancelled is wanted after all; which part of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from locales.fr.assent import bare
from locales.fr.kinds import kinds
from locales.fr.scanning import normal
from locales.fr.spelled import fold
from locales.fr.wishes import BOTH_SESSIONS
from locales.fr.words_said import LINKS, Word, words_said
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
AS_IT_WAS = re.compile(r"\b(?:quand meme|comme avant|comme c.etait|en place)\b")
_PASSED = "all every everyone my kid kids day pronoun myself mark hesitation if care"
PASSED_OVER = {*LINKS, *kinds(_PASSED)}
NUMBER, DAY, DATE, CHILD, CARE = kinds("number day date child care")
SERVICES = set(kinds("service session"))
KINDS = {
    **dict.fromkeys(kinds("weekday weekdays"), "weekdays"),
    **dict.fromkeys(kinds("number padded ordinal"), "numbers"),
    **dict.fromkeys(kinds("month"), "months"),
    **dict.fromkeys(SERVICES, "services"),
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
    said = bare(text)
    opened = WANTED.match(said)
    if opened is None or (said.startswith("si ") and said != "si si"):  # « si possible » is a condition
        return None
    words = words_said(AS_IT_WAS.sub(" ", _rest(text, opened[0].count(" ") + 1)), children)
    counts = any(one.kind == NUMBER and other.kind == DAY for one, other in pairwise(words))  # « les 3 jours »
    return None if counts else _part(words, children)


def part_said(text: str, children: Sequence[str]) -> Part | None:
    """The part that `text` names; None where it names none, or says more."""
    part = _part(words_said(text, children), children)
    return part if part != Part() else None


def _rest(text: str, count: int) -> str:
    """`text` without its first `count` words."""
    folded = re.sub(r"^[\W_]+", "", fold(normal(text).lower()))
    return " ".join(re.split(r"[\W_]+", folded, maxsplit=count)[count:])


def _part(words: Sequence[Word], children: Sequence[str]) -> Part | None:
    """What the words restrict it to; None where one of them is of another subject."""
    found: dict[str, set[Any]] = {name: set() for name in ("children", *KINDS.values())}
    for word in words:
        if word.kind in KINDS:
            found[KINDS[word.kind]] |= set(word.value) if word.kind in SERVICES else {word.value}
        elif word.kind == CHILD:
            found["children"] |= set(word.value)
        elif word.kind == DATE and word.value.year is None:
            found["numbers"].add(word.value.number)
            found["months"].add(word.value.month)
        elif word.kind not in PASSED_OVER or word.value == "undo":
            return None
    if any(word.kind == CARE for word in words) and not found["services"] & {*BOTH_SESSIONS}:
        found["services"] |= {*BOTH_SESSIONS}
    named = found.pop("children")
    return Part(
        tuple(child for child in children if child in named), **{name: frozenset(said) for name, said in found.items()}
    )
