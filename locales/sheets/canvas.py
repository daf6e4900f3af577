"""What a sheet is drawn on, picture or page alike: a few shapes, 1080 wide, from the top left, y downwards."""

from collections.abc import Sequence
from importlib.resources import files
from typing import Literal, Protocol

WIDE = 1080.0
SMALLEST = 28.0  # letters that can be read on a phone
At = Literal["left", "middle", "right"]
Point = tuple[float, float]


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


def font_file(*, bold: bool) -> str:
    """Open Sans, shipped with the project: the same letters on every machine."""
    return str(files("locales.sheets").joinpath(f"fonts/OpenSans-{'Bold' if bold else 'Regular'}.ttf"))


def fitted(canvas: Canvas, words: str, size: float, widest: float, *, bold: bool = False) -> tuple[str, float]:
    """`words` and a size that keep within `widest`: smaller as far as can be read, then its end cut off."""
    wide = canvas.width(words, size, bold=bold)
    if wide <= widest:
        return words, size
    size = max(SMALLEST, size * widest / wide)
    while len(words) > 1 and canvas.width(words, size, bold=bold) > widest:
        words = words.rstrip("…")[:-1].rstrip() + "…"
    return words, size


def wrapped(canvas: Canvas, words: str, size: float, widest: float, most: int) -> list[str]:
    """`words` in at most `most` lines; what does not fit is cut off with …."""
    lines: list[str] = []
    for word in words.split():
        if lines and canvas.width(f"{lines[-1]} {word}", size) <= widest:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1 :] = [f"{lines[most - 1]}…"]
    return [fitted(canvas, line, size, widest)[0] for line in lines]
