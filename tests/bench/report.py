"""What a benchmark says: rows of one table, as medians and ratios."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

HEAD = "| what | measured | reach |\n|---|---|---|"


@dataclass(frozen=True, slots=True)
class Row:
    """`what` was measured, what came out, and what docs/performance.md wants."""

    what: str
    measured: str
    reach: str = "–"

    def __str__(self) -> str:
        return f"| {self.what} | {self.measured} | {self.reach} |"


def table(rows: Iterable[Row]) -> str:
    return "\n".join([HEAD, *map(str, rows)])


def p99(figures: Sequence[float]) -> float:
    return quantiles(figures, n=100, method="inclusive")[98]


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of paired runs, each divided by the one beside it."""
    return median(a / b for a, b in zip(ours, theirs, strict=True))


def spread(figures: Sequence[float], digits: int = 2) -> str:
    """The median, and between which figures it lies."""
    low, high = min(figures), max(figures)
    return f"{median(figures):.{digits}f} ({low:.{digits}f}-{high:.{digits}f})"
