"""Sheets as pages: PDF by reportlab, A4, shapes and letters, no pixels; its text can be searched and read aloud."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas as Pages

from locales.sheets.canvas import WIDE, At, Paper, Point, font_file, in_font

FONTS = {False: "OpenSans", True: "OpenSans-Bold"}
ROUND = 1  # PDF's number for round ends and corners


class Vector:
    """A document of A4 pages, each begun by `page` (a sheet of the phone's size) or by `paper` (one to be printed)."""

    def __init__(self, title: str) -> None:
        for bold, name in FONTS.items():
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, font_file(bold=bold)))
        self._out = BytesIO()
        # Invariant: the same facts make the same bytes.
        self._pages = Pages(self._out, A4, invariant=1, lang="fr")
        self._pages.setTitle(title)
        self._pages.setSubject(title)
        self._pages.setAuthor("Clochette")
        self._pages.setCreator("Clochette")
        self._top = 0.0
        self._edges = (0.0, 0.0)  # how thick, of a box and of a disc

    def page(self, high: float) -> None:
        """Begin a page `high` (of 1080 wide): as wide as the paper, and smaller where it would be higher than it."""
        wide, tall = A4
        self._begin(A4, high)
        scale = min(wide / WIDE, tall / high)
        self._pages.translate((wide - WIDE * scale) / 2, tall - high * scale)
        self._pages.scale(scale, scale)
        self._edges = (3, 2)

    def paper(self, paper: Paper) -> None:
        """Begin a page to be printed, drawn on in points."""
        self._begin((paper.wide, paper.high), paper.high)
        self._edges = (0.75, 0.5)

    def _begin(self, size: tuple[float, float], high: float) -> None:
        if self._top:
            self._pages.showPage()
        self._pages.setPageSize(size)
        self._pages.setLineCap(ROUND)
        self._pages.setLineJoin(ROUND)
        self._top = high

    def pdf(self) -> bytes:
        self._pages.save()
        return self._out.getvalue()

    def box(
        self, x: float, y: float, wide: float, high: float, colour: str, *, round_: float = 0, edge: str | None = None
    ) -> None:
        thick = self._edges[0]
        inset = thick / 2 if edge else 0.0
        self._ink(colour, edge, thick)
        self._pages.roundRect(
            x + inset,
            self._top - y - high + inset,
            wide - 2 * inset,
            high - 2 * inset,
            round_,
            stroke=bool(edge),
            fill=1,
        )

    def disc(self, x: float, y: float, radius: float, colour: str, edge: str | None = None) -> None:
        self._ink(colour, edge, self._edges[1])
        self._pages.circle(x, self._top - y, radius, stroke=bool(edge), fill=1)

    def path(self, points: Sequence[Point], colour: str, thick: float) -> None:
        self._ink(None, colour, thick)
        line = self._pages.beginPath()
        line.moveTo(points[0][0], self._top - points[0][1])
        for x, y in points[1:]:
            line.lineTo(x, self._top - y)
        self._pages.drawPath(line)

    def text(
        self, x: float, y: float, words: str, size: float, colour: str, *, bold: bool = False, at: At = "left"
    ) -> None:
        self._ink(colour, None, 0)
        self._pages.setFont(FONTS[bold], size)
        write = {
            "left": self._pages.drawString,
            "middle": self._pages.drawCentredString,
            "right": self._pages.drawRightString,
        }
        write[at](x, self._top - y, in_font(words))

    def width(self, words: str, size: float, *, bold: bool = False) -> float:
        return float(pdfmetrics.stringWidth(in_font(words), FONTS[bold], size))

    def _ink(self, fill: str | None, stroke: str | None, thick: float) -> None:
        if fill:
            self._pages.setFillColor(HexColor(fill))
        if stroke:
            self._pages.setStrokeColor(HexColor(stroke))
            self._pages.setLineWidth(thick)
