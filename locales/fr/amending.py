"""A few words that amend what a screen shows: « pas jeudi, vendredi », "et mardi aussi", "plutôt le lundi"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from locales.fr.kinds import kinds
from locales.fr.scanning import normal
from locales.fr.wishes import BOTH_SESSIONS
from locales.fr.words_said import LINKS, Word, words_said
from models.vocabulary import Service

NO, AND, BUT, COMMA, MARK, QUE = kinds("no and but comma mark que")
BOOK, CANCEL, MONTH, CHILD = kinds("book cancel month child")
NUMBER, ONE, OVER = kinds("number one over")
TAKING_OUT = set(kinds("not except without"))
TAKEN_OUT_BY = ("enlev", "retir", "decoch", "supprim", "ote")  # « annule » orders more than what a screen shows
WEEKDAYS = set(kinds("weekday weekdays"))
SERVICES = set(kinds("service session care"))
COURTESY = set(kinds("harmless yes then hesitation stop thanks title"))
PASSED_OVER = {*COURTESY, *LINKS, *kinds("eat every")} - {COMMA, AND}
OF_WEEK = {*PASSED_OVER, *WEEKDAYS, *SERVICES, COMMA, AND, CHILD, *kinds("week parity over noun my kid kids")}
OF_MONTH = set(kinds("myself pronoun months planning qualifier come"))
LONGEST = 12  # words


class How(Enum):
    ADD = auto()
    REMOVE = auto()
    INSTEAD = auto()


@dataclass(frozen=True, slots=True)
class Amended:
    """What is to be done with which weekdays; of what and for whom, where it is said."""

    ways: tuple[tuple[How, int], ...]
    services: tuple[Service, ...] = ()
    children: tuple[str, ...] = ()

    def weekdays(self, how: How) -> list[int]:
        return [weekday for way, weekday in self.ways if way is how]


def amended(text: str, children: Sequence[str]) -> Amended | None:
    """The weekdays that `text` adds, takes out, or says instead; None where it says anything else."""
    words = words_said(text, children)
    ways: list[tuple[How, int]] = []
    how = How.INSTEAD if _opens_instead(words) else How.ADD
    for word in words[: LONGEST + 1]:
        if word.kind in WEEKDAYS:
            ways.append((how, word.value))
        elif (turned := _turned(word, how, ways)) is not None:
            how = turned
        elif word.kind not in {*PASSED_OVER, *SERVICES, CHILD, NO, AND, BUT, COMMA, MARK, QUE}:
            return None
    if not ways or len(words) > LONGEST:
        return None
    return Amended(tuple(ways), _services(words), tuple(n for w in words if w.kind == CHILD for n in w.value))


def _opens_instead(words: Sequence[Word]) -> bool:
    """« non, vendredi », "plutôt mardi", "que le lundi", and nothing taken out by its name."""
    opens = any(word.kind in (NO, QUE) or (word.kind == MARK and word.value in ("rather", "only")) for word in words)
    return opens and not any(_takes_out(word) for word in words)


def _turned(word: Word, how: How, ways: Sequence[object]) -> How | None:
    """What is done with the days that come after `word`; None where it turns nothing."""
    if _takes_out(word):
        return How.REMOVE
    if word.kind == BOOK or (word.kind == MARK and word.value == "rather" and how is How.REMOVE):
        return How.ADD
    return How.ADD if word.kind in (COMMA, BUT) and ways and how is How.REMOVE else None


def _takes_out(word: Word) -> bool:
    return word.kind in TAKING_OUT or (word.kind == CANCEL and word.plain.startswith(TAKEN_OUT_BY))


def _services(words: Sequence[Word]) -> tuple[Service, ...]:
    named = [word.value or () for word in words if word.kind in SERVICES]
    found = {service for each in named for service in each}
    return tuple(sorted(found or (BOTH_SESSIONS if named else ())))


def taken_out(text: str) -> str | None:
    """« vendredi », of "non pas vendredi", "sauf vendredi", "enlève vendredi"; None for a text that says more."""
    words = words_said(text)
    opening = {*COURTESY, NO, AND, COMMA, MARK, BUT}
    at = next((at for at, word in enumerate(words) if word.kind not in opening), len(words))
    if at >= len(words) - 1 or not _takes_out(words[at]):
        return None
    return normal(text)[words[at].token.end :].strip(" ,.!")


def excepts(text: str) -> bool:
    """« comme d’habitude sauf jeudi »: whether something is taken out of the rest."""
    return any(_takes_out(word) for word in words_said(text))


def is_tied(text: str) -> bool:
    """Whether it amends what came before: « et pour Léa », "non pas ça"."""
    words = [word for word in words_said(text) if word.kind not in COURTESY]
    return bool(words) and (words[0].kind in (NO, AND, MARK, QUE) or _takes_out(words[0]))


def says_week(text: str, children: Sequence[str]) -> bool:
    """« mardi et jeudi pour Léa »: weekdays, of what and for whom, and no date nor order."""
    found = {word.kind for word in words_said(text, children)}
    others = found - OF_WEEK - ({NUMBER, ONE} if OVER in found else set())  # « un lundi sur deux »
    return "?" not in text and not others and bool(found & WEEKDAYS)


def month_said(text: str) -> int | None:
    """« janvier », "montre-moi le mois de janvier", and nothing else."""
    words = [word for word in words_said(text) if word.kind not in PASSED_OVER]
    words = [word for word in words if word.kind not in OF_MONTH]
    return int(words[0].value) if len(words) == 1 and words[0].kind == MONTH else None
