"""A month on a sheet: a column a weekday, the canteen as the day's colour, the garderie as words in it."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from locales.sheets.canvas import SMALLEST, WIDE, Canvas, fitted, wrapped
from locales.sheets.heading import FOOT, MARGIN, TOP, draw_foot, draw_heading
from locales.sheets.legend import LINE, draw_legend, entries
from locales.sheets.marks import draw_mark
from locales.sheets.palette import QUIET, RULE, SESSIONS, SHADES, Ink
from locales.sheets.sheet import Cell, Sheet
from locales.voice import Voice
from models.rules.squares import Shade
from models.vocabulary import Service

NUMBERS = 74.0  # the column of week numbers
GAP = 8.0
HIGH = 158.0  # of a day
HEADS = 50.0  # the line of weekdays
ROUND = 16.0
PAD = 14.0
PILL = 44.0  # a session's height
INSIDE_LEGEND = 2  # columns


def height(sheet: Sheet) -> float:
    return _grid_ends(sheet) + 24 + _legend_rows(sheet) * LINE + FOOT


def draw(canvas: Canvas, sheet: Sheet, voice: Voice) -> None:
    draw_heading(canvas, sheet, voice)
    wide = _column(sheet)
    for number, weekday in enumerate(sheet.weekdays):
        middle = _left(sheet, number) + wide / 2
        words, size = fitted(canvas, voice.say(f"weekday-{weekday}"), 30, wide)
        canvas.text(middle, TOP + 30, words, size, QUIET, at="middle")
    for number, week in enumerate(_weeks(sheet)):
        _draw_week(canvas, sheet, week, TOP + HEADS + number * (HIGH + GAP), voice)
    _draw_legend(canvas, sheet, voice)
    draw_foot(canvas, sheet, voice, height(sheet))


def _weeks(sheet: Sheet) -> list[tuple[date | None, ...]]:
    return sheet.weeks(sheet.period)


def _grid_ends(sheet: Sheet) -> float:
    return TOP + HEADS + len(_weeks(sheet)) * (HIGH + GAP)


def _column(sheet: Sheet) -> float:
    """How wide a day is."""
    count = len(sheet.weekdays)
    return (WIDE - 2 * MARGIN - NUMBERS - (count - 1) * GAP) / count


def _left(sheet: Sheet, column: int) -> float:
    return MARGIN + NUMBERS + column * (_column(sheet) + GAP)


def _draw_week(canvas: Canvas, sheet: Sheet, week: Sequence[date | None], top: float, voice: Voice) -> None:
    number = next(day for day in week if day).isocalendar().week
    canvas.text(MARGIN, top + 46, voice.say("sheet-week", number=number), SMALLEST, QUIET)
    days = [(column, day, sheet.cell(day)) for column, day in enumerate(week) if day]
    for _, run in groupby(days, key=lambda one: (one[2].shade, one[2].name) if one[2].name else one[0]):
        _draw_run(canvas, sheet, list(run), top, voice)


def _draw_run(canvas: Canvas, sheet: Sheet, run: Sequence[tuple[int, date, Cell]], top: float, voice: Voice) -> None:
    """One day, or neighbours of one holiday, which are one band with its name written once."""
    first, _, cell = run[0]
    left, ink = _left(sheet, first), SHADES[cell.shade]
    wide = _left(sheet, run[-1][0]) + _column(sheet) - left
    canvas.box(left, top, wide, HIGH, ink.fill, round_=ROUND, edge=ink.edge)
    bold = cell.shade is Shade.BOOKED
    for column, day, _ in run:
        canvas.text(_left(sheet, column) + PAD, top + 50, str(day.day), 44, ink.words, bold=bold)
    size = 46 if bold else 36
    draw_mark(canvas, cell.shade, left + wide - PAD - size, top + PAD, size, ink.words)
    rows = [_rows_of_sessions(canvas, each, _column(sheet), voice) for _, _, each in run]
    for (column, _, _), pills in zip(run, rows, strict=True):
        _draw_sessions(canvas, pills, _left(sheet, column), top)
    _draw_words(canvas, cell, (left, top, wide), max(map(len, rows)), voice)


def _draw_words(canvas: Canvas, cell: Cell, place: tuple[float, float, float], below: int, voice: Voice) -> None:
    """The holiday's name, or that the child is away, above the rows of sessions `below`; two leave no room."""
    said = {Shade.ABSENT: "sheet-absent", Shade.AWAY: "sheet-away"}
    words = cell.name or (voice.say(said[cell.shade]) if cell.shade in said else "")
    left, top, wide = place
    lines = wrapped(canvas, words, SMALLEST, wide - PAD - 6, 1 if below else 2) if below < 2 else []
    last = top + HIGH - 18 - PILL * below
    for above, line in zip(range(len(lines) - 1, -1, -1), lines, strict=True):
        canvas.text(left + PAD, last - above * 34, line, SMALLEST, SHADES[cell.shade].words)


Pill = tuple[str, Ink, float]  # its word, colours and width


def _rows_of_sessions(canvas: Canvas, cell: Cell, wide: float, voice: Voice) -> list[list[Pill]]:
    """The sessions announced side by side, or one above the other where a day is too narrow."""
    words = [voice.say(f"sheet-{service.value.replace('_', '-')}") for service in cell.sessions]
    pills = [
        (word, SESSIONS[service], canvas.width(word, SMALLEST) + 12)
        for word, service in zip(words, cell.sessions, strict=True)
    ]
    if sum(each + 6 for _, _, each in pills) + 14 <= wide:
        return [pills] if pills else []
    return [[pill] for pill in pills]


def _draw_sessions(canvas: Canvas, rows: Sequence[Sequence[Pill]], left: float, top: float) -> None:
    for above, row in enumerate(reversed(rows)):
        x, y = left + 10, top + HIGH - 52 - above * PILL
        for word, ink, wide in row:
            canvas.box(x, y, wide, PILL - 2, ink.fill, round_=12)
            canvas.text(x + 6, y + 31, word, SMALLEST, ink.words)
            x += wide + 6


def _legend_rows(sheet: Sheet) -> int:
    return -(-len(entries(sheet)) // INSIDE_LEGEND)


def _draw_legend(canvas: Canvas, sheet: Sheet, voice: Voice) -> None:
    lines, rows = entries(sheet), _legend_rows(sheet)
    wide = (WIDE - 2 * MARGIN) / INSIDE_LEGEND
    for column in range(INSIDE_LEGEND):
        part: list[Shade | Service] = lines[column * rows : (column + 1) * rows]
        draw_legend(canvas, voice, part, MARGIN + column * wide, _grid_ends(sheet) + 24, wide - 20)
    canvas.path([(MARGIN, _grid_ends(sheet) + 6), (WIDE - MARGIN, _grid_ends(sheet) + 6)], RULE, 2)
