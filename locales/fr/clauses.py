"""From pieces to wishes: a sentence is cut into clauses, one a verb, and each clause into groups that belong together.

"annule lundi et réserve mardi" has two clauses; "cantine lundi pour Léa, mardi pour Tom" one clause of two groups.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from locales.fr.clock import Clock, Span
from locales.fr.days import Piece
from locales.fr.patterns import Token, kind
from locales.fr.phrases import combine, propagated
from locales.fr.ranges import Except, Listed
from locales.fr.wishes import People, Verb
from models.vocabulary import Service

DAYS, EXCEPTED, SERVICES, SERVICES_OFF, PEOPLE, VERB, DOUBT, DONE = (
    kind(name) for name in ("days", "excepted", "services", "services_off", "people", "verb", "doubt", "done")
)
OR, BUT, BY, SWAP, INSTEAD, UNKNOWN, STOP, EXCEPT, NOT, PLUS, DOUBTFUL = (
    kind(name)
    for name in ("or", "but", "by", "swap", "instead", "unknown", "stop", "except", "not", "plus", "doubtful")
)
JOINTS = {kind(name) for name in ("and", "comma", "slash", "of", "du", "le", "les", "at", "for", "en", "dash", "during", "my")}
ATTRIBUTES = {DAYS: "days", SERVICES: "services", PEOPLE: "people"}
QUIET = {kind(name) for name in ("le", "les", "my", "of", "du", "at", "this", "en", "all", "unknown", "during", "in", "one")}
BEFORE_NAME = {kind(name) for name in ("for", "verb", "services", "swap", "days", "cancel")}
AFTER_NAME = {VERB, SERVICES, SERVICES_OFF, DAYS, kind("be"), kind("ne"), NOT}


@dataclass(frozen=True, slots=True)
class Either:
    """Pieces joined by "ou": one of them is meant, which is asked."""

    pieces: tuple[Piece, ...]

    def spans(self, clock: Clock) -> list[Span]:
        return clock.choose("either-or", self.pieces).spans(clock)


@dataclass(slots=True)
class Group:
    """What is said together: services, people and days."""

    services: list[tuple[Service, ...]] = field(default_factory=list)
    people: list[People] = field(default_factory=list)
    days: list[Piece] = field(default_factory=list)
    excepted: list[Piece] = field(default_factory=list)
    borrowed: bool = False

    def piece(self) -> Piece | None:
        """The days said, exceptions taken out; None if none were."""
        if not self.days:
            return None
        base = self.days[0] if len(self.days) == 1 else combine(list(self.days), [set() for _ in self.days])
        for taken in self.excepted:
            base = Except(base, taken)
        return base


@dataclass(slots=True)
class Clause:
    """A wish: its verbs and the groups it bears on. `either` names what "ou" stands between, beside days."""

    verbs: list[Verb] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    either: str = ""
    done: bool = False
    last: str = ""

    @property
    def group(self) -> Group:
        if not self.groups:
            self.groups.append(Group())
        return self.groups[-1]

    @property
    def is_empty(self) -> bool:
        return not (self.verbs or self.groups or self.done)


@dataclass(slots=True)
class Sentence:
    """The clauses of a sentence, and the words that may change its meaning but fit nowhere."""

    clauses: list[Clause] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    swap: bool = False


class Cutter:
    """Goes through the pieces of a sentence and cuts it into clauses and groups."""

    def __init__(self, tokens: Sequence[Token], text: str) -> None:
        self.tokens, self.text = tokens, text
        self.sentence = Sentence([Clause()])
        self.joined = False
        self.pending_or = False

    @property
    def clause(self) -> Clause:
        return self.sentence.clauses[-1]

    def cut(self) -> Sentence:
        for index, token in enumerate(self.tokens):
            self._take(index, token)
        if self.pending_or:
            self._doubt("ou")
        self.sentence.clauses = [clause for clause in self.sentence.clauses if not clause.is_empty]
        return self.sentence

    def _doubt(self, word: str) -> None:
        self.sentence.doubts.append(word)

    def _take(self, index: int, token: Token) -> None:
        if token.kind == UNKNOWN and self._is_name(index):
            token = Token(PEOPLE, People(unknown=token.value), token.start, token.end)
        if token.kind in ATTRIBUTES:
            self._attribute(token)
        elif token.kind == VERB:
            self._verb(token.value)
        elif token.kind == SERVICES_OFF:
            self._no_service(token)
        elif token.kind == EXCEPTED:
            self._excepted(token.value)
        elif token.kind == OR:
            self.pending_or = True
        elif token.kind == DONE:
            self.clause.done = True
        elif token.kind in (DOUBT, EXCEPT, NOT, PLUS, DOUBTFUL):
            self._doubt(self.text[token.start : token.end])
        elif token.kind == SWAP:
            self.sentence.swap = True
        elif token.kind in (BY, INSTEAD):
            self._swap(token.kind)
        if token.kind not in JOINTS and token.kind != OR:
            self.clause.last = ATTRIBUTES.get(token.kind, "")

    def _attribute(self, token: Token) -> None:
        name = ATTRIBUTES[token.kind]
        if self.pending_or:
            self.pending_or = False
            self._alternative(name, token.value)
            return
        group = self.clause.group
        said = getattr(group, name)
        if said and self.clause.last != name and not self._refines(name, token.value, group):
            group = Group()
            self.clause.groups.append(group)
            said = getattr(group, name)
        said.append(token.value)

    @staticmethod
    def _refines(name: str, value: object, group: Group) -> bool:
        """Whether more of the same attribute completes what was said: "garderie lundi soir", "les lundis … jusqu'à"."""
        if name == "services":
            return () in group.services and value != ()
        return name == "days" and type(value).__name__ in ("From", "Until", "Lasting", "Bounded")

    def _alternative(self, name: str, value: object) -> None:
        group = self.clause.group
        said = getattr(group, name)
        if not said or self.clause.last not in (name, ""):
            self._doubt("ou")
            said.append(value)
        elif name == "days":
            before = said[-1].pieces if isinstance(said[-1], (Listed, Either)) else (said[-1],)
            said[-1] = Either(tuple(propagated([*before, value])))  # type: ignore[list-item]
        else:
            said.append(value)
            self.clause.either = name

    def _verb(self, verb: Verb) -> None:
        clause = self.clause
        if clause.verbs and clause.verbs[-1].intent is not verb.intent:
            self._next_clause()
        elif not clause.verbs and clause.groups and clause.groups[-1].days and self._is_settled(clause):
            pass
        self.clause.verbs.append(verb)

    @staticmethod
    def _is_settled(clause: Clause) -> bool:
        return bool(clause.groups[-1].services)

    def _next_clause(self) -> None:
        self.sentence.clauses.append(Clause())

    def _no_service(self, token: Token) -> None:
        self._verb(Verb(phrases_cancel()))
        self._attribute(Token(SERVICES, token.value, token.start, token.end))
        self.clause.last = "services"

    def _excepted(self, piece: Piece) -> None:
        if self.clause.group.days:
            self.clause.group.excepted.append(piece)
        else:
            self._doubt("sauf")

    def _swap(self, token_kind: str) -> None:
        """What stands before "par" and after "au lieu de" is given up."""
        self.sentence.swap = self.sentence.swap or token_kind == INSTEAD
        if not self.sentence.swap:
            return
        self._next_clause()
        if token_kind == INSTEAD:
            self.sentence.doubts.append("")

    def _is_name(self, index: int) -> bool:
        """Whether an unknown word stands where a first name would."""
        before = self.tokens[index - 1].kind if index else ""
        after = self.tokens[index + 1].kind if index + 1 < len(self.tokens) else ""
        if before in QUIET:
            return False
        if before in BEFORE_NAME:
            return True
        if before in (kind("and"), kind("comma"), kind("slash")) and index > 1:
            return self.tokens[index - 2].kind == PEOPLE
        return before in ("", STOP) and after in AFTER_NAME


def phrases_cancel():  # type: ignore[no-untyped-def]
    from locales.requests import Intent

    return Intent.CANCEL
