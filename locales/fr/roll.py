"""What an agent types of children who come and go: « Tom et Léa partis à 17h50 », « pas Tom, Théo », « annule Léa ».

A small reader of its own beside the grammar of bookings: names, hours and a handful of verbs, nothing else; a word it
does not know is handed back, never passed over.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import time

from locales.fr.lexicon import LEXICON
from locales.fr.names import names_of
from locales.fr.roll_words import (
    EVERYONE,
    EXCEPT,
    EXCEPTION,
    FASTING,
    HARMLESS,
    HOUR,
    NEGATION,
    NOT,
    SCAN,
    SESSIONS,
    VERBS,
    Verb,
)
from locales.fr.scanning import normal
from locales.fr.spelled import fold
from models.vocabulary import Service


@dataclass(frozen=True, slots=True)
class Named:
    """A child as the reader looks for it."""

    id: int
    first_name: str
    last_name: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A child named; `candidates`: the ids of those it may be."""

    words: str
    candidates: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Something said of some children, or of everybody but some (`excepted`).

    `instead`: in whose place it stands (« pas Tom, Théo »).
    """

    who: tuple[Mention, ...] = ()
    verb: Verb | None = None
    at: time | None = None
    everyone: bool = False
    instead: tuple[Mention, ...] = ()
    excepted: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Roll:
    """A message, read.

    `strangers`: words that may be the name of a child there is not; `unread`: words of another subject, and hours there
    are not; `service`: the session named; `asked`: it is a question.
    """

    lines: tuple[Line, ...] = ()
    strangers: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    service: Service | None = None
    asked: bool = False

    @property
    def says_something(self) -> bool:
        return any(line.who or line.everyone for line in self.lines)

    @property
    def is_about_presence(self) -> bool:
        """Whether no parent would write so: an hour, somebody come or gone, everybody."""
        plain = (Verb.LEFT, Verb.ARRIVED)
        return any(line.at or line.everyone or line.instead or line.verb in plain for line in self.lines)


def read(text: str, children: Iterable[Named]) -> Roll:
    """`text` as what it says of `children`."""
    said, meals = FASTING.subn(Verb.ABSENT, normal(text))  # « Tom ne mange pas »
    said = INSTEAD.sub(r"pas \1, ", said)
    heard = replace(_Reader(said, list(children)).read(), asked=said.rstrip().endswith("?"))
    return replace(heard, service=Service.CANTINE) if meals else heard


# « c'est pas Hugo c'est Noé »
_IS = r"c['’ ]?(?:est|était|etait)"
INSTEAD = re.compile(rf"\b{_IS}\s+pas\s+(\w[\w-]*)[\s,]+(?:mais\s+)?(?:{_IS}\s+)?", re.IGNORECASE)
# « Emma aussi », « et Jade », « pareil pour Mateo »
_TOO = r"(?:et|pareil pour|idem(?: pour)?|la? m[êe]me (?:chose )?pour|ainsi que)"
TOO = re.compile(rf"\W*{_TOO}\s+(.+?)(?:\s+aussi)?\W*", re.IGNORECASE)
ALSO = re.compile(r"\W*(.+?)\s+(?:aussi|pareil|idem|[ée]galement)\W*", re.IGNORECASE)
NOTED = re.compile(r"\W*noter?z?\s+(?:pour\s+|que\s+)?([\w' -]{2,40}?)\s*:\s*(.+)", re.IGNORECASE | re.DOTALL)
_CALLED = "urgences?|num[ée]ros?|t[ée]l(?:[ée]phone)?s?|chercher|autoris[ée]e?s?|contacts?|joindre|appeler"
FAMILY = re.compile(rf"\b(?:{_CALLED})\b", re.IGNORECASE)
AFTER_NO = re.compile(
    r"\W*(?:(?:ah|oups|mince|pardon|zut|non|euh|je me suis tromp[ée]e?)\W+)+"
    r"(?:(?:c['’ ]est|c['’ ][ée]tait|plut[oô]t|je (?:voulais|veux) dire|pour)\W+)*",
    re.IGNORECASE,
)


def after_no(text: str) -> str:
    """What is said instead, of « non, c'est Théo »; "" where nothing is taken back."""
    said = normal(text)
    found = AFTER_NO.match(said)
    return said[found.end() :] if found else ""


def after_too(text: str) -> str:
    """Whom « Emma aussi », « et Jade » names; "" for anything else."""
    found = TOO.fullmatch(normal(text)) or ALSO.fullmatch(normal(text))
    return found[1] if found else ""


def read_note(text: str) -> tuple[str, str] | None:
    """« note Hugo : a oublié son manteau »: of whom, and the note."""
    found = NOTED.fullmatch(normal(text))
    return (found[1], found[2].strip()) if found else None


def is_about_family(text: str) -> bool:
    """« numéro de la maman de Jade », "qui peut venir chercher Jade ?"."""
    return bool(FAMILY.search(normal(text)))


def read_hour(text: str) -> time | None:
    """A text that is an hour and nothing else: « 18h20 »."""
    found = re.fullmatch(HOUR, re.sub(r"^\s*(?:à|a)\s+", "", normal(text)).strip(), re.IGNORECASE)
    return _time(found) if found else None


def _time(found: re.Match[str]) -> time | None:
    hour, minute = int(found["hour"]), int(found["minute"] or found["minutes"] or 0)
    lone = found["minute"] is not None and len(found["minute"]) < 2
    return None if hour > 23 or minute > 59 or lone else time(hour, minute)


@dataclass
class _Reader:
    """Goes through the words from left to right, a line being ended by the next name after its verb or hour."""

    text: str
    children: Sequence[Named]
    lines: list[Line] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    service: Service | None = None
    line: Line = Line()
    negated: bool = False
    excepting: bool = False
    said: bool = False  # whether the verb or the hour of `line` came after its names

    def __post_init__(self) -> None:
        self.tokens = list(SCAN.finditer(self.text))
        self.words = [fold((token["word"] or "").lower()) for token in self.tokens]
        self.firsts: dict[tuple[str, ...], list[int]] = {}
        self.lasts = {child.id: _words(child.last_name) for child in self.children}
        self.names = {child.first_name for child in self.children}
        for child in self.children:
            self.firsts.setdefault(_words(child.first_name), []).append(child.id)
        self.longest = max(map(len, self.firsts), default=0)

    def read(self) -> Roll:
        at = 0
        while at < len(self.tokens):
            at = self._token(at)
        self._end_line()
        return Roll(tuple(self.lines), tuple(self.strangers), tuple(self.unread), self.service)

    def _token(self, at: int) -> int:
        """Read what stands at `at`; the index after it."""
        token, word = self.tokens[at], self.words[at]
        if token["hour"]:
            self._hour(token)
        elif token["figure"]:
            self.unread.append(token[0])
        elif token["comma"]:
            self._comma()
        elif token["aside"]:
            return at + 1
        elif found := self._everyone(at):
            self._start()
            self.line = replace(self.line, everyone=True)
            return at + found
        elif found := self._name(at):
            return at + found
        else:
            self._word(token["word"], word)
        return at + 1

    def _hour(self, token: re.Match[str]) -> None:
        hour = _time(token)
        if hour is None:
            self.unread.append(token[0].strip())
        elif self.line.at:
            self._end_line()
            self.line = Line(at=hour)
        else:
            self.line = replace(self.line, at=hour)
        self.said = bool(self.line.who or self.line.everyone)

    def _comma(self) -> None:
        """« pas Tom, Théo »: who comes next stands in Tom's place."""
        if self.negated and self.line.who:
            self.line = replace(self.line, who=(), instead=self.line.who)
            self.negated = False

    def _everyone(self, at: int) -> int:
        lengths = (len(words) for words in EVERYONE if tuple(self.words[at : at + len(words)]) == words)
        return max(lengths, default=0)

    def _word(self, written: str, word: str) -> None:
        verb = VERBS.get(written.lower()) or VERBS.get(word)
        if verb:
            self._verb(verb, written)
        elif word in NOT:
            self._end_line()
            self.negated = True
        elif word in EXCEPT:
            self.excepting = True
        elif word in SESSIONS:
            self.service = SESSIONS[word]
        elif word not in HARMLESS:
            (self.unread if word in LEXICON else self.strangers).append(written)

    def _verb(self, verb: Verb, written: str) -> None:
        if self.negated and not self.line.who:
            self.unread.append(f"pas {written}")  # « pas parti » : whether it is here or absent is not said
        if self.line.verb and self.line.verb is not verb and self.said:
            self._end_line()
        self.line = replace(self.line, verb=verb)
        self.said = bool(self.line.who or self.line.everyone)

    # Names

    def _name(self, at: int) -> int:
        """A child named at `at`; how many words that takes, 0 if none."""
        for length in range(min(self.longest, len(self.words) - at), 0, -1):
            if ids := self.firsts.get(tuple(self.words[at : at + length])):
                return self._mention(ids, at, length)
        word = self.words[at]
        if word in VERBS or word in HARMLESS or word in NOT or word in LEXICON:
            return 0
        near = {fold(name.lower()) for name in names_of(tuple(sorted(self.names))).near(word)}
        ids = [child.id for child in self.children if fold(child.first_name.lower()) in near]
        return self._mention(ids, at, 1) if ids else 0

    def _mention(self, ids: Sequence[int], at: int, length: int) -> int:
        ids, more = self._narrowed(ids, at + length)
        mention = Mention(" ".join(token[0] for token in self.tokens[at : at + length + more]), tuple(ids))
        self._meant(mention)
        return length + more

    def _meant(self, mention: Mention) -> None:
        """Of whom the line is, or whom it leaves out."""
        if self.excepting:
            self.line = replace(self.line, excepted=(*self.line.excepted, mention))
            return
        self._start()
        self.line = replace(self.line, who=(*self.line.who, mention))

    def _narrowed(self, ids: Sequence[int], at: int) -> tuple[Sequence[int], int]:
        """Those of `ids` whose last name, or its initial, comes next."""
        for length in range(min(4, len(self.words) - at), 0, -1):
            following = tuple(self.words[at : at + length])
            if whole := [id_ for id_ in ids if self.lasts[id_] == following]:
                return whole, length
        following = tuple(self.words[at : at + 1])
        if following and len(following[0]) == 1 and len(ids) > 1:
            initial = [id_ for id_ in ids if (self.lasts[id_] or ("",))[0][:1] == following[0]]
            return (initial, 1) if initial else (ids, 0)
        return ids, 0

    # Lines

    def _start(self) -> None:
        """Somebody is named: a new line, where the one before has said its own; the verb goes on."""
        if self.said:
            verb = self.line.verb
            self._end_line()
            self.line = Line(verb=verb)
            self.said = False

    def _end_line(self) -> None:
        line = self.line
        if self.negated and line.who and not line.instead:
            line = replace(line, verb=Verb.CANCEL) if line.verb is None else line
            if line.verb is not Verb.CANCEL:
                self.unread.append(NEGATION)
        if self.excepting and not (line.everyone and line.excepted):
            self.unread.append(EXCEPTION)
        if line.who or line.everyone or line.at or line.verb:
            self.lines.append(line)
        self.line, self.said, self.negated, self.excepting = Line(), False, False, False


def _words(name: str) -> tuple[str, ...]:
    return tuple("".join(letter if letter.isalnum() else " " for letter in fold(name.lower())).split())
