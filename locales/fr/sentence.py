"""What a sentence is cut into: clauses, one a verb, and in each the groups that belong together."""

from dataclasses import dataclass, field

from locales.fr.marks import NONE, Marks
from locales.fr.phrases.sets import combine, without
from locales.fr.phrases.sides import Item
from locales.fr.pieces.days import Piece
from locales.fr.pieces.exceptions import Taken
from locales.fr.wishes import People, Verb
from models.vocabulary import Service


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

    `either` names what "ou" stands between, beside days; `kept`: services it does not bear on.
    """

    verbs: list[Verb] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    either: str = ""
    done: bool = False
    last: str = ""
    contrary: "Clause | None" = None
    kept: list[tuple[Service, ...]] = field(default_factory=list)

    @property
    def group(self) -> Group:
        if not self.groups:
            self.groups.append(Group())
        return self.groups[-1]

    @property
    def is_empty(self) -> bool:
        return not (self.verbs or self.groups or self.done)

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
    swap: dict[str, Piece] | None = None

    @property
    def has_verb(self) -> bool:
        return any(clause.verbs or clause.done for clause in self.clauses)

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
        return self.unread if self.has_verb or self.has_services or self.has_days else self.unread + self.times
