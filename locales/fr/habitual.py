"""« D’habitude » and « comme d’habitude »: whether a sentence speaks of the usual week, and what is left to read."""

import re
from dataclasses import dataclass
from enum import StrEnum

from models.files.text import fold

WEEK = r"semaines? (?:types?|habituelles?)"
HABIT = rf"d\s?['’ʼ‘`´]?\s?hab(?:itudes?)?|habituellement|en temps normal|{WEEK}"
USUALLY = re.compile(rf"\b(?:{HABIT})\b", re.IGNORECASE)
AS_USUAL = re.compile(rf"\b(?:comme|selon|suivant)\s+(?:(?:la|ma|notre|leur|sa)\s+)?(?:{HABIT})\b", re.IGNORECASE)
BOOKING = re.compile(r"\b(?:reserv|réserv|inscri)", re.IGNORECASE)
THE_WEEK = re.compile(rf"\b{WEEK}\b", re.IGNORECASE)
MEALS = re.compile(r"\b(?:cantines?|repas|midis?|mang\w*|dejeun\w*)\b")
FORTNIGHTLY = re.compile(r"\b(?:im)?paires?\b|\bsur (?:deux|2)\b")
PARITY = re.compile(r"\b(?:les\s)?(?:semaines?\s)?(im)?paires?\b", re.IGNORECASE)
WEEKDAY = re.compile(
    r"\b(?:(?:lun|mar|mercre|jeu|vendre)dis?|samedis?|dimanches?|lun|mar|mer|jeu|ven)\b", re.IGNORECASE
)
SERVICE = re.compile(r"\b(?:cantines?|repas|midis?|mang\w*|garderies?|matins?|soirs?)\b", re.IGNORECASE)
NEVER = re.compile(r"\b(?:rien|jamais|aucune?)\b", re.IGNORECASE)
BESIDES = re.compile(r"\b(?:aussi|en plus|egalement|ajout\w+)\b")


class Usual(StrEnum):
    """What is said of the usual week."""

    STATED = "stated"  # « d’habitude lundi et jeudi »
    FOLLOWED = "followed"  # « réserver comme d’habitude jusqu’à Noël »


@dataclass(frozen=True, slots=True)
class Saying:
    """`words`: the sentence without what says it is usual. `meals`: it names the canteen; `besides`: it adds.

    `fortnightly`: it speaks of even or odd weeks; `never`: it says that nothing is usual ("rien le lundi").
    """

    usual: Usual
    words: str
    meals: bool
    fortnightly: bool
    never: bool
    besides: bool

    def clauses(self) -> list[str]:
        """Its words, in two where even weeks have their days and odd weeks others, each begun as the first."""
        even_odd, day = list(PARITY.finditer(self.words)), WEEKDAY.search(self.words)
        if len({mention[1] is None for mention in even_odd}) < 2 or len(even_odd) > 2 or day is None:
            return [self.words]
        first, second = even_odd
        cut = first.end() if day.start() < first.start() else second.start()
        head, rest = self.words[: min(day.start(), first.start())], self.words[cut:]
        return [self.words[:cut], rest if SERVICE.search(rest) else f"{head} {rest}"]


def heard(text: str) -> Saying | None:
    """What `text` says of the usual week, or None where it does not speak of it."""
    if not USUALLY.search(text):
        return None
    return saying(text, Usual.FOLLOWED if AS_USUAL.search(text) or _books_the_week(text) else Usual.STATED)


def _books_the_week(text: str) -> bool:
    """« Réserver la semaine type »."""
    week = THE_WEEK.search(text)
    return bool(week and BOOKING.search(text, 0, week.start()))


def saying(text: str, usual: Usual) -> Saying:
    """`text` taken as a saying of the usual week, whatever it is."""
    words = USUALLY.sub(" ", AS_USUAL.sub(" ", text))
    if usual is Usual.STATED:
        words = NEVER.sub(" ", words)
    folded = fold(text)
    found = (bool(pattern.search(folded)) for pattern in (MEALS, FORTNIGHTLY, NEVER, BESIDES))
    return Saying(usual, " ".join(words.split()), *found)
