"""Whom a sentence means: the children of a group, asked about where several may be meant."""

from collections.abc import Sequence
from itertools import combinations

from locales.fr.pieces.clock import Clock
from locales.fr.wishes import People

SINGULAR = {"il", "elle", "lui", "le", "la"}
FEW = 6  # options offered; beyond, it is asked openly


class Whom:
    """The children meant by words, in a household of `children`; () stands for all of them."""

    def __init__(self, children: Sequence[str], clock: Clock) -> None:
        self.children, self.clock = tuple(children), clock

    def of(self, said: Sequence[People], *, either: bool, pronouns: Sequence[str] = ()) -> tuple[str, ...]:
        """Who is meant by all that was `said`, or by `either` of it; `pronouns` stand for whom is not named."""
        if not said and any(pronoun in SINGULAR for pronoun in pronouns) and len(self.children) > 1:
            return self._asked([(child,) for child in self.children], "")
        if either:
            return self.clock.choose("either-or", [self._people(people) for people in said])
        said = [people for people in said if not _counts(people, said)]
        named = {child for people in said if not people.without for child in self._people(people)}
        for people in said:
            if people.without:
                named = (named or set(self.children)) - set(people.names)
        if not named and any(people.without for people in said):
            return self._asked([(child,) for child in self.children], "")
        return tuple(child for child in self.children if child in named)

    def _people(self, people: People) -> tuple[str, ...]:
        if len(people.names) > 1:
            return self._asked([(name,) for name in people.names], "")
        if people.names:
            return people.names
        if people.unknown:
            return self._asked([(child,) for child in self.children], people.unknown)
        return self._counted(people)

    def _counted(self, people: People) -> tuple[str, ...]:
        household = len(self.children)
        if people.plural and not people.number:
            return () if household == 2 else self._asked([(child,) for child in self.children], "")
        if people.number in (0, household):
            return ()
        if people.number > household:
            return self._asked([], "")
        return self._asked(list(combinations(self.children, people.number)), "")

    def _asked(self, options: list[tuple[str, ...]], name: str) -> tuple[str, ...]:
        """Asked with every option where they are few; until then nobody in particular is meant."""
        shown = options if len(options) <= FEW else []
        return self.clock.choose("which-child", [(), *shown], ("",), name=name or None)


def _counts(people: People, said: Sequence[People]) -> bool:
    """« 1 repas pour Tom »: whether it only counts those who are named."""
    names = {name for other in said for name in other.names}
    return bool(people.number) and len(names) == people.number
