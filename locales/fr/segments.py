"""Where a sentence is cut for certain: at stops, question marks and line ends, before anything is made of its words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from locales.fr.kinds import kind, kinds
from locales.fr.patterns import Token

QUESTION = kind("question")
ENDS = {kind("stop"), QUESTION}
COLON, VERB = kind("colon"), kind("verb")
TELLING = set(
    kinds(
        "verb services_off done swap other me how remind keep_verb menu invoices owe deadline help planning what isit"
        " because matter who unknown presence diet bookings remark past"
    )
)
WISHING = {kind("days"), kind("services"), kind("people")}


class Segment(NamedTuple):
    """Tokens between two ends: from `first` to `last`, the end included; `asked`: whether it ends with "?"."""

    first: int
    last: int
    asked: bool
    kinds: frozenset[str]

    @property
    def stands_alone(self) -> bool:
        """Whether it says something by itself: a verb, a subject of its own, or something to be shown."""
        return bool(self.kinds & TELLING)

    @property
    def is_wish(self) -> bool:
        """Whether it names at least two of a service, somebody and days, which is enough for a wish."""
        return len(self.kinds & WISHING) > 1


def segments(tokens: Sequence[Token]) -> Iterator[Segment]:
    """The segments of a sentence, in order; empty ones are left out."""
    first = 0
    for at, token in enumerate(tokens):
        if token.kind in ENDS or (token.kind == COLON and _is_heading(tokens[first:at])):
            if at > first:
                yield _segment(tokens, first, at, asked=token.kind == QUESTION)
            first = at + 1
    if first < len(tokens):
        yield _segment(tokens, first, len(tokens) - 1, asked=False)


def _is_heading(tokens: Sequence[Token]) -> bool:
    """« un oubli de ma part : »: whether what a colon ends names nothing that a wish is made of."""
    return not any(token.kind in WISHING or token.kind == VERB for token in tokens)


def _segment(tokens: Sequence[Token], first: int, last: int, *, asked: bool) -> Segment:
    return Segment(first, last, asked, frozenset(token.kind for token in tokens[first : last + 1]))
