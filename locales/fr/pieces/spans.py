"""Spans of days as sets: what two lists of them share, and what one leaves of the other."""

from collections.abc import Sequence
from datetime import date

from locales.fr.pieces.clock import ONE_DAY, Span


def meet(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """The days of both, in the order of the first."""
    if list(others) == [(None, None)]:
        return list(spans)
    found = [_shared(one, other) for one in spans for other in others]
    return list(dict.fromkeys(span for span in found if span))


def _shared(one: Span, other: Span) -> Span | None:
    first = max(filter(None, (one[0], other[0])), default=None)
    last = min(filter(None, (one[1], other[1])), default=None)
    return None if first and last and first > last else (first, last)


def held(inner: Sequence[Span], outer: Sequence[Span]) -> bool:
    """Whether every day of `inner` is one of `outer`."""
    return not subtract(inner, outer)


def overlap(one: Span, other: Span) -> bool:
    return _shared(one, other) is not None


def subtract(spans: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """`spans` without the days of `taken`."""
    left = list(spans)
    for first, last in taken:
        cut: list[Span] = []
        for a, b in left:
            if not overlap((a, b), (first, last)):
                cut.append((a, b))
                continue
            if first and (a is None or a < first):
                cut.append((a, _eve(first)))
            if last and (b is None or b > last):
                cut.append((last + ONE_DAY, b))
        left = cut
    return left


def _eve(day: date) -> date:
    return day - ONE_DAY
