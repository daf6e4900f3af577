"""A canvas that measures: what leaves the page, is too small, or is written over other words."""

from collections.abc import Sequence
from io import BytesIO
from itertools import combinations
from typing import Any, Self

from pypdf import PdfReader

from locales.sheets.canvas import SMALLEST, SMALLEST_PRINTED, WIDE, At, Paper, Point
from locales.sheets.vector import Vector

Written = tuple[str, float, float, float, float]  # words, left, top, right, bottom


class Ruler(Vector):
    """A document that notes what would be cut off or could not be read, on the page begun last or before."""

    wide, high, smallest = WIDE, 0.0, SMALLEST

    def __init__(self, title: str = "") -> None:
        super().__init__(title)
        self.wrong, self.said = list[Any](), list[str]()
        self._written = list[list[Written]]()

    @classmethod
    def phone(cls, high: float) -> Self:
        ruler = cls()
        ruler.page(high)
        return ruler

    @classmethod
    def printed(cls, paper: Paper) -> Self:
        ruler = cls()
        ruler.paper(paper)
        return ruler

    def page(self, high: float) -> None:
        super().page(high)
        self._measure(WIDE, high, SMALLEST)

    def paper(self, paper: Paper) -> None:
        super().paper(paper)
        self._measure(paper.wide, paper.high, SMALLEST_PRINTED)

    def _measure(self, wide: float, high: float, smallest: float) -> None:
        self.wide, self.high, self.smallest = wide, high, smallest
        self._written.append([])

    def _inside(self, what: Any, *points: Point) -> None:
        if not all(-0.01 <= x <= self.wide + 0.01 and -0.01 <= y <= self.high + 0.01 for x, y in points):
            self.wrong.append((what, points))

    def box(self, x: float, y: float, wide: float, high: float, *more: Any, **named: Any) -> None:
        self._inside("box", (x, y), (x + wide, y + high))
        super().box(x, y, wide, high, *more, **named)

    def disc(self, x: float, y: float, radius: float, *more: Any) -> None:
        self._inside("disc", (x - radius, y - radius), (x + radius, y + radius))
        super().disc(x, y, radius, *more)

    def path(self, points: Sequence[Point], *more: Any) -> None:
        self._inside("path", *points)
        super().path(points, *more)

    def text(
        self, x: float, y: float, words: str, size: float, colour: str, *, bold: bool = False, at: At = "left"
    ) -> None:
        wide = self.width(words, size, bold=bold)
        left = x - {"left": 0, "middle": wide / 2, "right": wide}[at]
        self._inside(words, (left, y - size), (left + wide, y + size / 4))
        if size < self.smallest:
            self.wrong.append((words, size))
        self.said.append(words)
        self._written[-1].append((words, left, y - 0.7 * size, left + wide, y + 0.1 * size))
        super().text(x, y, words, size, colour, bold=bold, at=at)

    def overlaps(self) -> list[tuple[str, str]]:
        """Words written over others."""
        return [
            (one[0], other[0])
            for page in self._written
            for one, other in combinations([written for written in page if written[0].strip()], 2)
            if _overlap(one, other)
        ]


def _overlap(one: Written, other: Written) -> bool:
    _, left, top, right, bottom = one
    _, other_left, other_top, other_right, other_bottom = other
    return left < other_right and other_left < right and top < other_bottom and other_top < bottom


def read_back(content: bytes) -> str:
    """The words of a PDF, page after page, its no-break spaces read as spaces."""
    pages = PdfReader(BytesIO(content)).pages
    return "\n".join(page.extract_text() for page in pages).replace("\u00a0", " ")
