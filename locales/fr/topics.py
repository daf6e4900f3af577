"""What a clause is about when it is neither to be booked nor cancelled: read word by word, typos and SMS forgiven."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from locales.fr.kinds import kinds
from locales.fr.lexicon import LEXICON
from locales.fr.manners import AROUND, LEAVES, SPELLED, THANKING
from locales.fr.names import USUAL
from locales.fr.scanning import normal
from locales.fr.spelled import SHORTEST, fold, is_near
from locales.fr.topic_words import TABLE
from locales.topics import Topic

LONGEST = 600  # characters: nobody says what is one topic in more
ORDERS = set(kinds("book cancel swap"))
SERVICES = set(kinds("service care"))
TOLD = set(kinds("eat absent sickly"))
DAYS = set(kinds("weekday weekdays offset month week"))
HALVES = {"midi", "midis"}  # the time of day rather than the meal
_DAY = re.compile(r"\b(?:\d{1,2}|ce (?:soir|midi|matin)|tous les jours|jusqu|toute l annee)\b")
# What is asked about, or only supposed, is no order.
_ASKED = re.compile(r"\b(?:combien|comment|pourquoi|quand(?! meme)|quel(?:le)?s?|(?:^| )si (?:j|je|on|nous|il|elle))\b")
_WEAK = re.compile(
    "(?:(?:re)?vien|ir|pren|repren|pass|chang|rest|programm|command|remplacee)"
)  # verbs that order little by themselves
GAP = "(?: [a-z0-9]+){0,4} "  # the same breath: no mark in between
PLAIN, TELLING, WANTING, ORDERING = range(4)  # how much of a request a clause has


class Line(NamedTuple):
    """One way to say a topic: what must stand in the clause, what must not, and how much of a request it may have."""

    topic: Topic
    needed: tuple[re.Pattern[str], ...]
    barred: tuple[re.Pattern[str], ...]
    most: int

    def fits(self, clause: str) -> bool:
        return all(each.search(clause) for each in self.needed) and not any(each.search(clause) for each in self.barred)


def topic_of(text: str) -> Topic | None:
    """What `text`, one clause, is about; None where it is of no known subject, or rather asks to book or to cancel."""
    if len(text) > LONGEST:
        return None
    clause = respelled(text)
    if manners := _manners(clause):
        return manners
    found = [line for line in _lines() if line.fits(clause)]
    asks = _request_in(clause) if found else PLAIN
    return next((line.topic for line in found if line.most >= asks), None)


def respelled(text: str) -> str:
    """Its words and marks between blanks: accents folded, SMS spelt out, typos in the words of topics forgiven."""
    said = re.findall(r"[^\W_]+|[?!,.;]", normal(text))
    return " ".join(_respelled_word(word, first=not at) for at, word in enumerate(said))


def _respelled_word(written: str, *, first: bool) -> str:
    word = fold(written.lower())
    if word in SPELLED:
        return SPELLED[word]
    is_name = not first and written[0].isupper() and not written.isupper()
    return word if is_name else _meant(word)


@lru_cache(maxsize=4096)
def _meant(word: str) -> str:
    """The word of the topics that `word` misspells by one letter; itself where it is a word that is known."""
    if len(word) < SHORTEST or word in LEXICON or word in USUAL or word in _common():
        return word
    whole, stems = _vocabulary()
    if word in whole or word.startswith(tuple(stems)):
        return word
    near = [known for known in whole if is_near(word, known)]
    return min([*near, *(stem for stem in stems if _begins_like(word, stem))], default=word)


def _begins_like(word: str, stem: str) -> bool:
    return len(stem) > SHORTEST and any(is_near(word[: len(stem) + off], stem) for off in (-1, 0, 1))


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[str]]:
    """The words of the table worth correcting: whole ones, and stems."""
    lines = " ".join(text for topic, text in TABLE if topic is not Topic.INSULT)  # nobody is taken to insult by mistake
    said = set(re.findall(r"[a-z]+\*?", lines))
    worth = {word for word in said if len(word) >= SHORTEST}
    return frozenset(w for w in worth if w[-1] != "*"), frozenset(w[:-1] for w in worth if w[-1] == "*")


@cache
def _common() -> frozenset[str]:
    return frozenset((THANKING + AROUND).split())


def _manners(clause: str) -> Topic | None:
    """« merci », "à demain": nothing else is said."""
    rest = _leaves().sub(" ", clause)
    words = set(re.findall("[a-z0-9]+", rest))
    if not words <= _common():
        return None
    if words & set(THANKING.split()):
        return Topic.THANKS
    return Topic.FAREWELL if rest != clause else None


@cache
def _leaves() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{LEAVES})\b")


def _request_in(clause: str) -> int:
    """How much of a request stands in it: nothing, who eats or is away, a service on a day, a verb that orders it."""
    kinds_ = {LEXICON[word][0] for word in clause.split() if word in LEXICON and word not in HALVES}
    on_a_day = bool(kinds_ & DAYS or _DAY.search(clause))
    orders = any(LEXICON.get(word, ("",))[0] in ORDERS and not _WEAK.match(word) for word in clause.split())
    asked = bool(_ASKED.search(clause))
    if orders and (on_a_day or kinds_ & SERVICES) and not asked:
        return ORDERING
    if kinds_ & SERVICES and on_a_day and not asked:
        return WANTING
    return TELLING if kinds_ & TOLD and on_a_day else PLAIN


@cache
def _lines() -> tuple[Line, ...]:
    return tuple(line for topic, text in TABLE for line in _compiled(topic, text))


def _compiled(topic: Topic, text: str) -> Iterator[Line]:
    """The lines of a topic; one that is too long goes on, further in, with what stands beside or behind it."""
    for said in re.sub(r"\n\s*(\|)", r"\1", re.sub(r"\n {12,}(?=[^ |!])", " ", text)).strip().splitlines():
        yield _line(topic, said.split())


def _line(topic: Topic, terms: list[str]) -> Line:
    most = len(terms[0]) if set(terms[0]) == {"!"} else 0
    words = terms[1:] if most else terms
    barred = tuple(_pattern(term[1:]) for term in words if term.startswith("-"))
    return Line(topic, tuple(_pattern(term) for term in words if not term.startswith("-")), barred, most)


def _pattern(term: str) -> re.Pattern[str]:
    """`a|b*|c_d>e|f`, as whole words."""
    sides = ("|".join(map(_words, side.split("|"))) for side in term.split(">"))
    return re.compile(r"(?<!\S)" + GAP.join(f"(?:{side})" for side in sides) + r"(?!\S)")


def _words(word: str) -> str:
    return re.escape(word).replace(r"\*", "[a-z0-9]*").replace("_", " ")
