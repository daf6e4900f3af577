"""What a sentence is cut into: clauses, one a verb, and in each the groups that belong together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from locales.fr.marks import NONE, Marks
from locales.fr.moods import Mood
from locales.fr.patterns import Token
from locales.fr.phrases.sets import combine, without
from locales.fr.phrases.sides import Item
from locales.fr.pieces.days import Piece
from locales.fr.pieces.exceptions import Taken
from locales.fr.wishes import People, Verb
from locales.requests import Intent
from models.vocabulary import Service


class Subject(StrEnum):
    """Whom a clause is about: the household's children, who writes, or somebody else."""

    CHILD = "child"
    SPEAKER = "speaker"
    OTHER = "other"


SHOWING = frozenset(
    {"menu", "invoices", "owe", "deadline", "planning", "what", "tell", "must_i"}
)  # hints of what to show


@dataclass(slots=True)
class Group:
    """What is said together: services, people and days.

    `borrowed`: something of it was said in a neighbour; `trails`: its service follows a list of days, of which it may
    bear on the last alone ("garderie du soir lundi, mardi et jeudi matin").
    """

    services: list[tuple[Service, ...]] = field(default_factory=list)
    people: list[People] = field(default_factory=list)
    days: list[Piece] = field(default_factory=list)
    excepted: list[Taken] = field(default_factory=list)
    borrowed: bool = False
    trails: bool = False

    @property
    def leaves_out(self) -> bool:
        """Whether it is of all but somebody."""
        return any(people.without for people in self.people)

    @property
    def has_something(self) -> bool:
        return bool(self.services or self.people or self.days)

    def has_days_or_verb(self, clause: "Clause") -> bool:
        """Whether `clause`, of which it is the last group, said enough for what follows to be another."""
        return bool(self.days) or bool(clause.verbs and self.people)

    @property
    def is_single(self) -> bool:
        """Whether it says but one thing, and no service."""
        return not self.services and bool(self.people) is not bool(self.days)

    def piece(self) -> Piece | None:
        """The days said, exceptions taken out; None if none were."""
        if not self.days:
            return None
        base = self.days[0] if len(self.days) == 1 else combine([Item(piece) for piece in self.days])
        for taken in self.excepted:
            base = without(base, taken)
        return base


@dataclass(slots=True)
class Clause:
    """A wish: its verbs and the groups it bears on.

    `either` names what "ou" stands between, beside days; `kept`: services it does not bear on. `hints` and `moods` tell
    how it is said, `subject` whom it is about; `left`: its words that have no part in the reading, `away`: where
    somebody eats or with whom, which is a reason at most; `doubts`: words that may change its meaning; `beside`: words
    that mean nothing where something is ordered, and may elsewhere ("cantine lundi complète"). `is_of_matter`: it
    begins with something that is no meal; `assumed`: something of it was guessed; `presence`: somebody is said to be
    there; `wished`: it is said in the past, which is polite, or a regret; `led`: days stand before its verb;
    `single`: one meal is meant; `swaps`: its days are exchanged. `first`, `last_at`: where it stands in the text.
    """

    verbs: list[Verb] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    either: str = ""
    done: bool = False
    last: str = ""
    contrary: "Clause | None" = None
    kept: list[tuple[Service, ...]] = field(default_factory=list)
    hints: set[str] = field(default_factory=set)
    moods: set[Mood] = field(default_factory=set)
    subject: Subject = Subject.CHILD
    pronouns: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    away: list[str] = field(default_factory=list)
    elsewhere_said: bool = False
    is_of_matter: bool = False
    assumed: bool = False
    presence: bool = False
    wished: bool = False
    single: bool = False
    led: bool = False
    beside: list[str] = field(default_factory=list)
    swaps: bool = False
    doubts: list[str] = field(default_factory=list)
    first: int | None = None
    last_at: int = 0

    def reach(self, token: Token) -> None:
        """Let the clause go as far as `token`."""
        self.first = token.start if self.first is None else min(self.first, token.start)
        self.last_at = max(self.last_at, token.end)

    @property
    def qualifiers(self) -> list[str]:
        """Words that may change what is said without an order."""
        ordered = any(not (verb.stative or verb.noun) for verb in self.verbs)
        return [] if ordered else self.beside

    @property
    def has_days(self) -> bool:
        return any(group.days for group in self.groups)

    def explains(self, before: "Clause | None") -> bool:
        """« annule lundi, Léa est malade »: whether it only says why, and of whom, what stands before is wanted."""
        unsaid = not any(group.days or group.services for group in self.groups)
        sick = bool(self.verbs) and all(verb.stative and verb.intent is Intent.CANCEL for verb in self.verbs)
        if before is None or not (before.cancels and sick and unsaid):
            return False
        return not (self.has_people and before.has_people)

    def announces(self, after: "Clause | None") -> bool:
        """« Tom a de la fièvre, il ne viendra pas jeudi »: whether it only says of whom, and why, what comes is."""
        unsaid = not any(group.days or group.services for group in self.groups)
        sick = bool(self.verbs) and all(verb.sick for verb in self.verbs)
        return after is not None and after.cancels and sick and unsaid and self.has_people and not after.has_people

    @property
    def unsettles(self) -> bool:
        """Whether, not understood, it may bear on what stands beside it."""
        return bool(self.doubts) or (self.has_days and self.subject is Subject.CHILD)

    @property
    def says_something(self) -> bool:
        """Whether it is more than a greeting: somebody, days, or words that were not understood."""
        return bool(self.left or self.doubts) or any(group.has_something for group in self.groups)

    @property
    def has_people(self) -> bool:
        return any(group.people for group in self.groups)

    @property
    def names_somebody(self) -> bool:
        return any(people.names for group in self.groups for people in group.people)

    @property
    def cancels(self) -> bool:
        return bool(self.verbs) and self.verbs[-1].intent is Intent.CANCEL

    @property
    def may_go_on(self) -> bool:
        """Whether what is said next without a verb may be more of it."""
        return self.subject is Subject.CHILD and not (self.hints or self.moods or self.done)

    @property
    def is_away(self) -> bool:
        """Whether somebody is said to eat elsewhere."""
        return bool(self.away) and bool(self.verbs) and self.verbs[-1].intent is Intent.CANCEL

    @property
    def showing(self) -> set[str]:
        """What it asks to be shown."""
        return self.hints & SHOWING

    @property
    def asks(self) -> bool:
        """Whether it names what is to be shown."""
        return bool(self.hints & {"menu", "invoices", "owe", "deadline", "planning", "bookings", "help", "must_i"})

    @property
    def is_whole(self) -> bool:
        """« …, mais cantine jeudi pour Tom »: whether it says by itself what, when and for whom."""
        return any(group.services and group.days and group.people for group in self.groups)

    @property
    def asks_something(self) -> bool:
        """Whether it asks what is, or to be shown something."""
        return bool(self.hints & (SHOWING | {"isit", "know"}))

    @property
    def has_wish(self) -> bool:
        return bool(self.verbs) or any(group.services and group.days for group in self.groups)

    @property
    def is_polite(self) -> bool:
        return "can" in self.hints

    @property
    def group(self) -> Group:
        if not self.groups:
            self.groups.append(Group())
        return self.groups[-1]

    @property
    def is_empty(self) -> bool:
        said = any(group.has_something for group in self.groups)
        return self.subject is Subject.CHILD and not (
            self.verbs or said or self.done or self.hints or self.moods or self.left or self.elsewhere_said
        )

    @property
    def has_told(self) -> bool:
        """Whether somebody was told about before the group at hand."""
        return any(group.people for group in self.groups[:-1])

    @property
    def is_bare(self) -> bool:
        """Whether it says days and nothing else yet."""
        return not self.verbs and all(not (group.services or group.people) for group in self.groups)


@dataclass(slots=True)
class Sentence:
    """The clauses of a sentence; `hints`: kinds of words that tell what is asked ("menu", "what", "question"…).

    `doubts`: words that may change the meaning but fit nowhere, `refusals` those that take out what is not said, as
    `left_out`, exceptions to no days; `times`: hours; `marks`: how it is tied to the one before. `swap`: days given up
    and taken instead, where something is to be replaced.
    """

    clauses: list[Clause] = field(default_factory=lambda: [Clause()])
    hints: set[str] = field(default_factory=set)
    doubts: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    left_out: list[Piece] = field(default_factory=list)
    marks: Marks = NONE
    text: str = ""
    swap: dict[str, Piece] | None = None

    def quoted(self, passed: Sequence[Clause]) -> tuple[str, ...]:
        """What nothing was made of, as written: whole clauses, and in others the words without a part."""
        whole = [self.text[clause.first or 0 : clause.last_at] for clause in passed if clause.says_something]
        words = [
            words
            for clause in self.clauses
            if clause not in passed and clause.has_wish
            for words in [*clause.left, *clause.qualifiers]
        ]
        return tuple(dict.fromkeys(" ".join(each.split()).strip(" ,;") for each in [*whole, *words]))

    def at(self, place: int) -> Clause:
        """The clause a word at `place` belongs to: the one around it, else the next, else the last."""
        ends = [clause for clause in self.clauses if clause.last_at >= place]
        if not self.clauses:
            self.clauses.append(Clause())
        return ends[0] if ends else self.clauses[-1]

    @property
    def unclear(self) -> list[str]:
        """The words that may change the meaning, wherever they stand."""
        return [*self.doubts, *(words for clause in self.clauses for words in clause.doubts)]

    @property
    def has_verb(self) -> bool:
        return any(clause.verbs or clause.done for clause in self.clauses)

    @property
    def is_taken_back(self) -> bool:
        """« cantine mardi… non rien »: whether what it said first it takes back last."""
        return "undo" in self.marks.said - self.marks.opening and any(clause.has_wish for clause in self.clauses)

    @property
    def groups(self) -> list[Group]:
        return [group for clause in self.clauses for group in clause.groups]

    @property
    def has_services(self) -> bool:
        return any(group.services for group in self.groups)

    @property
    def has_days(self) -> bool:
        return any(group.days for group in self.groups)

    @property
    def left(self) -> list[str]:
        """Words nothing was made of: an hour too, where nothing but a name stands beside it ("Léa 18h35")."""
        left = [words for clause in self.clauses for words in clause.left]
        return left if self.has_verb or self.has_services or self.has_days else left + self.times
