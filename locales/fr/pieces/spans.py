"""Spans of days as sets: what two lists of them share, and what one leaves of the other."""

from collections.abc import Sequence
from datetime import date

from locales.fr.pieces.clock import ONE_DAY, Span


def meet(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """The days of both, in the order of the first."""
    if list(others) == [(None, None)]:
        return list(spans)
    days, wide = _parted(others)
    found: list[Span] = []
    for span in spans:
        if span[0] and span[0] == span[1]:
            found += [span] if span[0] in days or any(overlap(span, other) for other in wide) else []
        else:
            found += [shared for other in others if (shared := _shared(span, other))]
    return list(dict.fromkeys(found))


def _parted(spans: Sequence[Span]) -> tuple[set[date], list[Span]]:
    """The single days among `spans`, and the others."""
    days = {first for first, last in spans if first and first == last}
    return days, [(first, last) for first, last in spans if not first or first != last]


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
    days, wide = _parted(taken)
    left = [(first, last) for first, last in spans if first != last or first not in days]
    only_days = all(first and first == last for first, last in left)
    for span in wide if only_days else taken:
        left = [piece for each in left for piece in _without(each, span)]
    return left


def _without(span: Span, taken: Span) -> list[Span]:
    (a, b), (first, last) = span, taken
    if not overlap(span, taken):
        return [span]
    cut: list[Span] = []
    if first and (a is None or a < first):
        cut.append((a, first - ONE_DAY))
    if last and (b is None or b > last):
        cut.append((last + ONE_DAY, b))
    return cut
