"""A ruled table to be printed: its head on every page, rows to write in, blank ones at the end, page numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from locales.sheets.canvas import PORTRAIT, SMALLEST_PRINTED, At, Canvas, Pages, fitted
from locales.sheets.palette import QUIET, SHADES, TEXT
from locales.voice import Voice
from models.rules.squares import Shade

MARGIN = 36.0
TOP, HEAD, FOOT = 92.0, 20.0, 40.0
TITLE, SAID, WORDS = 18.0, 10.0, 10.0
PAD = 5.0
WIDE = PORTRAIT.wide - 2 * MARGIN
SHADE = SHADES[Shade.OFF].fill
LINES = "#9AA5AF"  # dark enough for an old printer


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    wide: float
    at: At = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """Its cells, or the words of a heading across all columns; `marked`: shaded."""

    cells: tuple[str, ...] = ()
    heading: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows `high` points each; with `blank`, so many empty ones at least, and as many as the last page holds."""

    title: str
    subtitle: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    foot: str
    high: float
    blank: int = 0

    @property
    def held(self) -> int:
        """Rows a page holds."""
        return int((PORTRAIT.high - TOP - HEAD - FOOT) // self.high)

    def pages(self) -> list[list[Row]]:
        """The rows of each page; no heading is the last of its page."""
        pages: list[list[Row]] = [[]]
        for row in (*self.rows, *[Row()] * self.blank):
            if len(pages[-1]) == self.held or (row.heading and len(pages[-1]) == self.held - 1):
                pages.append([])
            pages[-1].append(row)
        if self.blank:
            pages[-1] += [Row()] * (self.held - len(pages[-1]))
        return pages


def draw(canvas: Pages, grid: Grid, voice: Voice) -> None:
    """As many A4 pages as it takes."""
    pages = grid.pages()
    for number, rows in enumerate(pages, 1):
        canvas.paper(PORTRAIT)
        _words(canvas, grid.title, MARGIN, 50, TITLE, colour=TEXT, bold=True)
        _words(canvas, grid.subtitle, MARGIN, 70, SAID, colour=QUIET)
        _draw_head(canvas, grid)
        for place, row in enumerate(rows):
            _draw_row(canvas, grid, row, TOP + HEAD + place * grid.high)
        _draw_foot(canvas, grid, voice.say("grid-page", page=number, pages=len(pages)) if len(pages) > 1 else "")


def _draw_head(canvas: Canvas, grid: Grid) -> None:
    canvas.box(MARGIN, TOP, WIDE, HEAD, SHADE)
    for column, left in _placed(grid.columns):
        _in_column(canvas, column, left, column.title, TOP + HEAD - 6, bold=True)


def _draw_row(canvas: Canvas, grid: Grid, row: Row, top: float) -> None:
    bottom = top + grid.high
    line = top + grid.high / 2 + WORDS * 0.36
    if row.marked:
        canvas.box(MARGIN, top, WIDE, grid.high, SHADE)
    canvas.path([(MARGIN, bottom), (MARGIN + WIDE, bottom)], LINES, 0.5)
    if row.heading:
        _words(canvas, row.heading, MARGIN + PAD, line, WORDS, WIDE - 2 * PAD, colour=TEXT, bold=True)
        return
    for _, left in _placed(grid.columns):
        canvas.path([(left, top), (left, bottom)], LINES, 0.5)
    canvas.path([(MARGIN + WIDE, top), (MARGIN + WIDE, bottom)], LINES, 0.5)
    for (column, left), words in zip(_placed(grid.columns), row.cells, strict=False):
        _in_column(canvas, column, left, words, line)


def _draw_foot(canvas: Canvas, grid: Grid, page: str) -> None:
    line = PORTRAIT.high - 18
    taken = canvas.width(page, SMALLEST_PRINTED) + 2 * PAD
    _words(canvas, grid.foot, MARGIN, line, SMALLEST_PRINTED, WIDE - taken, colour=QUIET)
    canvas.text(MARGIN + WIDE, line, page, SMALLEST_PRINTED, QUIET, at="right")


def _placed(columns: Sequence[Column]) -> Iterator[tuple[Column, float]]:
    left = MARGIN
    for column in columns:
        yield column, left
        left += column.wide


def _in_column(canvas: Canvas, column: Column, left: float, words: str, line: float, *, bold: bool = False) -> None:
    words, size = fitted(canvas, words, WORDS, column.wide - 2 * PAD, bold=bold, smallest=SMALLEST_PRINTED)
    x = {"left": left + PAD, "middle": left + column.wide / 2, "right": left + column.wide - PAD}[column.at]
    canvas.text(x, line, words, size, TEXT, bold=bold, at=column.at)


def _words(canvas: Canvas, words: str, x: float, y: float, size: float, widest: float = WIDE, **ink: Any) -> None:
    """A line at the left, smaller where it is too wide; `ink`: its colour, and whether it is bold."""
    words, size = fitted(canvas, words, size, widest, bold=ink.get("bold", False), smallest=SMALLEST_PRINTED)
    canvas.text(x, y, words, size, **ink)
