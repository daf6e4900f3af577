"""A school year on a sheet: its months three by three, the canteen as each day's colour, the garderie as dots."""

from datetime import date

from locales.fr.spelling import month_name
from locales.sheets.canvas import SMALLEST, WIDE, Canvas
from locales.sheets.heading import FOOT, MARGIN, TOP, draw_foot, draw_heading
from locales.sheets.legend import LINE, draw_legend, entries
from locales.sheets.palette import QUIET, SESSIONS, SHADES, TEXT
from locales.sheets.sheet import Sheet
from locales.voice import Voice
from models.rules.squares import Shade
from models.vocabulary import Period, Service

ACROSS = 3
BETWEEN = 34.0  # months
GAP = 4.0  # between days
HIGH = 43.0  # of a day
HEADS = 80.0  # a month's name and its weekdays
STRUCK = (Shade.CLOSED, Shade.ABSENT)  # days that were to be
WIDTH = (WIDE - 2 * MARGIN - (ACROSS - 1) * BETWEEN) / ACROSS  # of a month


def height(sheet: Sheet) -> float:
    rows = -(-(len(list(sheet.months())) + 1) // ACROSS)  # one place is the legend's
    return TOP + max(rows * _row(sheet), _row(sheet) * (rows - 1) + len(entries(sheet)) * LINE) + FOOT


def draw(canvas: Canvas, sheet: Sheet, voice: Voice) -> None:
    draw_heading(canvas, sheet, voice)
    months = list(sheet.months())
    for number, month in enumerate(months):
        _draw_month(canvas, sheet, month, *_corner(sheet, number), voice)
    left, top = _corner(sheet, len(months))
    draw_legend(canvas, voice, entries(sheet), left, top + 4, WIDTH)
    draw_foot(canvas, sheet, voice, height(sheet))


def _row(sheet: Sheet) -> float:
    """How high a row of months is: its longest month."""
    longest = max(len(sheet.weeks(month)) for month in sheet.months())
    return HEADS + longest * (HIGH + GAP) + 22


def _corner(sheet: Sheet, number: int) -> tuple[float, float]:
    down, across = divmod(number, ACROSS)
    return MARGIN + across * (WIDTH + BETWEEN), TOP + down * _row(sheet)


def _draw_month(canvas: Canvas, sheet: Sheet, month: Period, left: float, top: float, voice: Voice) -> None:
    canvas.text(left, top + 30, month_name(month.first), 32, TEXT, bold=True)
    count = sheet.count(Service.CANTINE, month)
    if count:
        ink = SHADES[Shade.BOOKED]
        canvas.text(left + WIDTH, top + 30, voice.say("sheet-days", count=count), SMALLEST, ink.fill, at="right")
    wide = (WIDTH + GAP) / len(sheet.weekdays)
    for column, weekday in enumerate(sheet.weekdays):
        letter = voice.say(f"weekday-{weekday}")[0].upper()
        canvas.text(left + column * wide + (wide - GAP) / 2, top + 68, letter, SMALLEST, QUIET, at="middle")
    for row, week in enumerate(sheet.weeks(month)):
        for column, day in enumerate(week):
            if day:
                _draw_day(canvas, sheet, day, left + column * wide, top + HEADS + row * (HIGH + GAP), wide - GAP)


def _draw_day(canvas: Canvas, sheet: Sheet, day: date, x: float, y: float, wide: float) -> None:
    cell = sheet.cell(day)
    ink = SHADES[cell.shade]
    canvas.box(x, y, wide, HIGH, ink.fill, round_=8, edge=ink.edge)
    bold = cell.shade is Shade.BOOKED
    canvas.text(x + wide / 2, y + 31.5, str(day.day), SMALLEST, ink.words, bold=bold, at="middle")
    if cell.shade in STRUCK:
        canvas.path([(x + 10, y + HIGH - 8), (x + wide - 10, y + 8)], ink.words, 3)
    for service in cell.sessions:
        across = 8 if service is Service.GARDERIE_MATIN else wide - 8
        canvas.disc(x + across, y + 8, 7, SESSIONS[service].fill, SESSIONS[service].edge)
