"""What a sheet is drawn on, picture or page alike: a few shapes, from the top left, y downwards.

A phone's sheet is 1080 wide and as high as it needs; what is to be printed is A4, in points (1/72 inch).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal, Protocol

WIDE = 1080.0
SMALLEST = 28.0  # letters that can be read on a phone
SMALLEST_PRINTED = 8.0  # points: letters that can be read at arm's length
At = Literal["left", "middle", "right"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Paper:
    """A page to be printed, in points."""

    wide: float
    high: float


PORTRAIT = Paper(595.0, 842.0)  # A4
LANDSCAPE = Paper(842.0, 595.0)


class Canvas(Protocol):
    """Colours are #RRGGBB; `y` of a text is its baseline."""

    def box(
        self, x: float, y: float, wide: float, high: float, colour: str, *, round_: float = 0, edge: str | None = None
    ) -> None: ...

    def disc(self, x: float, y: float, radius: float, colour: str, edge: str | None = None) -> None: ...

    def path(self, points: Sequence[Point], colour: str, thick: float) -> None:
        """A line through `points`, its ends and corners round."""

    def text(
        self, x: float, y: float, words: str, size: float, colour: str, *, bold: bool = False, at: At = "left"
    ) -> None: ...

    def width(self, words: str, size: float, *, bold: bool = False) -> float: ...


class Pages(Canvas, Protocol):
    """A canvas with as many pages as are begun."""

    def paper(self, paper: Paper) -> None:
        """Begin a page to be printed, drawn on in points."""


def font_file(*, bold: bool) -> str:
    """Open Sans, shipped with the project: the same letters on every machine."""
    return str(files("locales.sheets").joinpath(f"fonts/OpenSans-{'Bold' if bold else 'Regular'}.ttf"))


def in_font(words: str) -> str:
    """`words` with the spaces the font has: numbers come with a narrow one, which would be an empty box."""
    return words.replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")


def fitted(
    canvas: Canvas, words: str, size: float, widest: float, *, bold: bool = False, smallest: float = SMALLEST
) -> tuple[str, float]:
    """`words` and a size that keep within `widest`: smaller as far as can be read, then its end cut off."""
    wide = canvas.width(words, size, bold=bold)
    if wide <= widest:
        return words, size
    size = max(smallest, size * widest / wide)
    while len(words) > 1 and canvas.width(words, size, bold=bold) > widest:
        words = words.rstrip("…")[:-1].rstrip() + "…"
    return words, size


def wrapped(canvas: Canvas, words: str, size: float, widest: float, most: int) -> list[str]:
    """`words` in at most `most` lines; what does not fit is cut off with …."""
    lines = _filled(canvas, words, size, widest)
    if len(lines) > most:
        lines[most - 1 :] = [f"{lines[most - 1]}…"]
    return [fitted(canvas, line, size, widest)[0] for line in lines]


def whole(canvas: Canvas, words: str, size: float, widest: float, *, bold: bool = False) -> list[str]:
    """All of `words`, in as many lines as they take; a word wider than a line goes on in the next."""
    lines = _filled(canvas, words, size, widest, bold=bold)
    return [piece for line in lines for piece in _pieces(canvas, line, size, widest, bold=bold)]


def _filled(canvas: Canvas, words: str, size: float, widest: float, *, bold: bool = False) -> list[str]:
    """Lines broken at plain spaces: a no-break space holds its words together."""
    lines: list[str] = []
    for word in re.findall(r"[^ \t\n]+", words):
        if lines and canvas.width(f"{lines[-1]} {word}", size, bold=bold) <= widest:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _pieces(canvas: Canvas, word: str, size: float, widest: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and canvas.width(pieces[-1] + letter, size, bold=bold) > widest:
            pieces.append("")
        pieces[-1] += letter
    return pieces
