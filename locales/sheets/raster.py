"""A sheet as a picture: PNG by Pillow, drawn twice as large and brought down, so that every edge is smooth."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from locales.sheets.canvas import WIDE, At, Point, font_file, in_font
from locales.sheets.palette import PAPER

FINER = 2
ANCHORS: dict[At, str] = {"left": "ls", "middle": "ms", "right": "rs"}


class Raster:
    """A picture 1080 pixels wide and `high`."""

    def __init__(self, high: float) -> None:
        self._image = Image.new("RGB", (round(WIDE) * FINER, round(high) * FINER), PAPER)
        self._draw = ImageDraw.Draw(self._image)
        self._fonts: dict[tuple[float, bool], ImageFont.FreeTypeFont] = {}

    def png(self) -> bytes:
        out = BytesIO()
        self._image.reduce(FINER).save(out, "PNG", optimize=True)
        return out.getvalue()

    def box(
        self, x: float, y: float, wide: float, high: float, colour: str, *, round_: float = 0, edge: str | None = None
    ) -> None:
        corners = _fine(x, y, x + wide, y + high)
        self._draw.rounded_rectangle(corners, round_ * FINER, colour, edge, 3 * FINER if edge else 0)

    def disc(self, x: float, y: float, radius: float, colour: str, edge: str | None = None) -> None:
        corners = _fine(x - radius, y - radius, x + radius, y + radius)
        self._draw.ellipse(corners, colour, edge, 2 * FINER if edge else 0)

    def path(self, points: Sequence[Point], colour: str, thick: float) -> None:
        fine = [(x * FINER, y * FINER) for x, y in points]
        self._draw.line(fine, colour, round(thick * FINER), joint="curve")
        radius = round(thick * FINER) / 2
        for x, y in (fine[0], fine[-1]):
            self._draw.ellipse((x - radius, y - radius, x + radius, y + radius), colour)

    def text(
        self, x: float, y: float, words: str, size: float, colour: str, *, bold: bool = False, at: At = "left"
    ) -> None:
        self._draw.text((x * FINER, y * FINER), in_font(words), colour, self._font(size, bold), ANCHORS[at])

    def width(self, words: str, size: float, *, bold: bool = False) -> float:
        return self._font(size, bold).getlength(in_font(words)) / FINER

    def _font(self, size: float, bold: bool) -> ImageFont.FreeTypeFont:
        if (size, bold) not in self._fonts:
            self._fonts[size, bold] = ImageFont.truetype(
                font_file(bold=bold), size * FINER, layout_engine=ImageFont.Layout.BASIC
            )
        return self._fonts[size, bold]


def _fine(left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
    return left * FINER, top * FINER, right * FINER - 1, bottom * FINER - 1
