"""Words that stand beside the grammar: hours, "peut-être", pronouns, and what ties a sentence to the one before."""

from collections.abc import Sequence
from typing import NamedTuple

from locales.fr.kinds import kind
from locales.fr.patterns import Token

MAYBE, TIME, MARK = kind("maybe"), kind("time"), kind("mark")
PRONOUN, YES = kind("pronoun"), kind("yes")
QUALIFIER, GRADE = kind("qualifier"), kind("grade")
USUAL = kind("usual")
ASIDE = {MAYBE, TIME, MARK, PRONOUN, QUALIFIER, GRADE, USUAL}
RATHER = "rather"  # it corrects what was said before it: it stays in its place
NO, AND, QUE = kind("no"), kind("and"), kind("que")
PASSED_OVER = {kind("comma"), kind("stop"), kind("colon"), kind("dash"), YES}
OPENERS = {NO: "no", AND: "also"}
ACTS = {kind(name) for name in ("eat", "book", "cancel", "can", "have", "be", "swap", "noun")}


class Marks(NamedTuple):
    """How a sentence is tied to the one before: "no", "rather", "also", "same", "only", "that", "undo".

    `opening`: those it opens with; `said`: all of them; `hours`, `maybe`, `qualifiers` and `grades`: where such words
    stand.
    """

    opening: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    hours: tuple[tuple[int, int], ...] = ()
    maybe: tuple[tuple[int, int], ...] = ()
    qualifiers: tuple[tuple[int, int], ...] = ()
    grades: tuple[tuple[int, int], ...] = ()


NONE = Marks()


def apart(tokens: list[Token]) -> tuple[list[Token], Marks]:
    """The tokens of the grammar, and the marks taken out of them."""
    if not any(token.kind in ASIDE for token in tokens) and not _opens(tokens):
        return tokens, NONE
    opening, rest = _opening(tokens)
    said = opening | {token.value for token in rest if token.kind == MARK}
    left = [token for token in rest if token.kind not in ASIDE or token.value == RATHER]
    places = (_places(tokens, kind) for kind in (TIME, MAYBE, QUALIFIER, GRADE))
    return left, Marks(frozenset(opening), frozenset(said), *places)


def _opens(tokens: Sequence[Token]) -> bool:
    """Whether a word that may tie the sentence to the one before stands first."""
    first = next((token.kind for token in tokens if token.kind not in PASSED_OVER), "")
    return first in OPENERS or first == QUE


def _opening(tokens: list[Token]) -> tuple[set[str], list[Token]]:
    """What the sentence opens with, and the tokens after it."""
    opening: set[str] = set()
    for at, token in enumerate(tokens):
        if token.kind == MARK:
            opening.add(token.value)
        elif token.kind in OPENERS:
            opening.add(OPENERS[token.kind])
        elif token.kind == QUE and not any(other.kind in ACTS for other in tokens):
            return opening | {"only"}, tokens[at + 1 :]
        elif token.kind not in PASSED_OVER:
            return opening, tokens[at:] if opening else tokens
    return opening, []


def _places(tokens: Sequence[Token], of: str) -> tuple[tuple[int, int], ...]:
    return tuple((token.start, token.end) for token in tokens if token.kind == of)
