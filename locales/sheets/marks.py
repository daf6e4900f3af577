"""A sign for each shade, so that no day is told by its colour alone; each is drawn in a square of a given size."""

from collections.abc import Callable
from math import cos, pi, sin

from locales.sheets.canvas import Canvas, Point
from models.rules.squares import Shade

Mark = Callable[[Canvas, float, float, float, str], None]
THICK = 0.13  # of the size


def _strokes(*strokes: tuple[Point, ...]) -> Mark:
    """A mark of lines, each through points given as parts of the size."""

    def draw(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
        for stroke in strokes:
            points = [(x + across * size, y + down * size) for across, down in stroke]
            canvas.path(points, colour, THICK * size)

    return draw


def _sun(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    middle, radius = size / 2, size * 0.19
    canvas.disc(x + middle, y + middle, radius, colour)
    for ray in range(8):
        across, down = cos(ray * pi / 4), sin(ray * pi / 4)
        ends = [(x + middle + r * across * size, y + middle + r * down * size) for r in (0.33, 0.45)]
        canvas.path(ends, colour, THICK * size * 0.8)


def _padlock(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    arch = [(x + size * (0.5 - 0.21 * cos(a * pi / 8)), y + size * (0.4 - 0.25 * sin(a * pi / 8))) for a in range(9)]
    canvas.path([(x + size * 0.29, y + size * 0.5), *arch, (x + size * 0.71, y + size * 0.5)], colour, size * 0.1)
    canvas.box(x + size * 0.17, y + size * 0.47, size * 0.66, size * 0.45, colour, round_=size * 0.08)


CHECK = _strokes(((0.12, 0.55), (0.4, 0.82), (0.9, 0.22)))
CROSS = _strokes(((0.2, 0.2), (0.8, 0.8)), ((0.8, 0.2), (0.2, 0.8)))
DASH = _strokes(((0.2, 0.5), (0.8, 0.5)))
HOME = _strokes(((0.08, 0.52), (0.5, 0.12), (0.92, 0.52)), ((0.2, 0.5), (0.2, 0.9), (0.8, 0.9), (0.8, 0.5)))
NOBODY = _strokes(((0.1, 0.9), (0.9, 0.1)))

MARKS: dict[Shade, Mark] = {
    Shade.BOOKED: CHECK,
    Shade.PARTLY: CHECK,
    Shade.ABSENT: NOBODY,
    Shade.LOCKED: _padlock,
    Shade.HOLIDAY: _sun,
    Shade.CLOSED: CROSS,
    Shade.AWAY: HOME,
    Shade.OFF: DASH,
}


def draw_mark(canvas: Canvas, shade: Shade, x: float, y: float, size: float, colour: str) -> None:
    """The sign of `shade` in a square whose top left is (`x`, `y`); a day still free has none."""
    if mark := MARKS.get(shade):
        mark(canvas, x, y, size, colour)
