"""Who is speaking, as values: roles, households, and the children they may book for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from models.vocabulary import Role, Weeks


@dataclass(frozen=True, slots=True)
class Pupil:
    """A child seen from an account: the households of that account it lives in, and in which weeks."""

    id: int
    first_name: str
    last_name: str
    homes: tuple[tuple[int, Weeks], ...]

    def home_on(self, day: date) -> int | None:
        """The household of this account that has the child on `day`, hence books and pays; None in the other's week."""
        return next((household_id for household_id, weeks in self.homes if weeks.include(day)), None)


def told_apart(children: Sequence[Pupil]) -> dict[int, str]:
    """Children's names by id: the first name, with the last where two share it."""
    shared = Counter(child.first_name for child in children)
    return {
        child.id: child.first_name if shared[child.first_name] == 1 else f"{child.first_name} {child.last_name}"
        for child in children
    }


@dataclass(frozen=True)
class Person:
    """An account and what it may do; `blocked`: it had blocked the bot."""

    account_id: int
    telegram_id: int
    name: str
    roles: frozenset[Role]
    households: tuple[int, ...]
    children: tuple[Pupil, ...]
    blocked: bool = False

    @cached_property
    def names(self) -> dict[int, str]:
        """Children's names by id as used in conversation."""
        return told_apart(self.children)

    @cached_property
    def pupils(self) -> dict[int, Pupil]:
        return {child.id: child for child in self.children}
