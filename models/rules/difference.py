"""The difference between a file and what is known: who is added, changed, absent, and in which columns."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """Whom a line of the difference is about; a residence is a child in a household."""

    HOUSEHOLD = "household"
    GUARDIAN = "guardian"
    CHILD = "child"
    RESIDENCE = "residence"


@dataclass(frozen=True, slots=True)
class Field:
    """A changed column of the file: text, whole number, yes or no, day, diet or weeks; None where nothing was known."""

    column: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Entry:
    """One subject; `foyer` is its household's key (a child's may be several), `name` is empty for a household."""

    kind: Kind
    foyer: str
    name: str = ""
    fields: tuple[Field, ...] = ()


@dataclass
class Difference:
    """What an import changes; `absent` is left alone; `unchanged` counts by kind."""

    added: list[Entry] = field(default_factory=list)
    changed: list[Entry] = field(default_factory=list)
    absent: list[Entry] = field(default_factory=list)
    unchanged: Counter[Kind] = field(default_factory=Counter)

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.changed)
