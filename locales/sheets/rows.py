"""What is printed as text: rows of words, one under the other, going on over as many A4 pages as they take."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from locales.sheets.canvas import PORTRAIT, SMALLEST_PRINTED, At, Canvas, Pages, whole
from locales.sheets.palette import QUIET, RULE, TEXT

LEFT, RIGHT = 48.0, PORTRAIT.wide - 48.0
TOP, BOTTOM = 40.0, PORTRAIT.high - 56.0
FOOT = PORTRAIT.high - 34.0
SIZE = 9.5
LEADING = 1.42  # of the size, from a row to the next
SEAM = 0.5  # grounds one under the other lie over each other by that: no hairline between
BASELINE = 0.72  # of a row, from its top


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a row; `x` is their left, middle or right, as `at` says."""

    x: float
    words: str
    size: float = SIZE
    bold: bool = False
    at: At = "left"
    colour: str = TEXT


@dataclass(frozen=True, slots=True)
class Row:
    """`high`, with its words; `keep`: not parted from the next row; `again`: repeated above it where a page begins.

    `fill` and `rule` are colours: of the ground behind it, of a line along its top.
    """

    high: float
    words: tuple[Words, ...] = ()
    keep: bool = False
    again: "Row | None" = None
    fill: str | None = None
    rule: str | None = None


def gap(high: float, *, rule: bool = False) -> Row:
    return Row(high, rule=RULE if rule else None)


def line(*words: Words, keep: bool = False) -> Row:
    return Row(max(one.size for one in words) * LEADING, words, keep)


def paragraph(
    canvas: Canvas, words: str, x: float = LEFT, widest: float = RIGHT - LEFT, *, size: float = SIZE, bold: bool = False
) -> list[Row]:
    """All of `words`, a row a line."""
    return [line(Words(x, part, size, bold)) for part in whole(canvas, words, size, widest, bold=bold)]


def together(rows: Iterable[Row]) -> list[Row]:
    """`rows`, kept on one page as far as a page can hold them."""
    every = list(rows)
    return [*(replace(row, keep=True) for row in every[:-1]), *every[-1:]]


def paginate(rows: Sequence[Row], heading: Row) -> list[list[Row]]:
    """`rows` page by page; every page after the first begins with `heading`."""
    pages: list[list[Row]] = [[]]
    for block in _blocks(rows):
        if pages[-1] and _high([*pages[-1], *block]) > BOTTOM - TOP:
            again = block[0].again
            pages.append([heading, *([again] if again else [])])
        for row in block:  # a block higher than a page is parted after all
            if _high([*pages[-1], row]) > BOTTOM - TOP:
                pages.append([heading])
            pages[-1].append(row)
    return pages


def print_rows(canvas: Pages, rows: Sequence[Row], heading: Row, foot: Callable[[int, int], str]) -> None:
    """Draw `rows`; `foot` says a page's number and how many there are."""
    pages = paginate(rows, heading)
    for number, page in enumerate(pages, 1):
        canvas.paper(PORTRAIT)
        top = TOP
        for row in page:
            _draw(canvas, row, top)
            top += row.high
        canvas.text(RIGHT, FOOT, foot(number, len(pages)), SMALLEST_PRINTED, QUIET, at="right")


def _draw(canvas: Canvas, row: Row, top: float) -> None:
    if row.fill:
        canvas.box(LEFT - 8, top, RIGHT - LEFT + 16, row.high + SEAM, row.fill)
    if row.rule:
        canvas.path([(LEFT, top), (RIGHT, top)], row.rule, 0.75)
    for one in row.words:
        canvas.text(one.x, top + row.high * BASELINE, one.words, one.size, one.colour, bold=one.bold, at=one.at)


def _blocks(rows: Iterable[Row]) -> list[list[Row]]:
    """Rows that stay together."""
    blocks: list[list[Row]] = []
    joined = False
    for row in rows:
        if joined:
            blocks[-1].append(row)
        else:
            blocks.append([row])
        joined = row.keep
    return blocks


def _high(rows: Iterable[Row]) -> float:
    return sum(row.high for row in rows)
