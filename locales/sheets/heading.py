"""The top and the foot of a sheet: whose and when, how much is booked, and the day it was true."""

from locales.fr.spelling import write_day, write_month
from locales.sheets.canvas import SMALLEST, WIDE, Canvas, fitted
from locales.sheets.palette import QUIET, TEXT
from locales.sheets.sheet import SESSIONS, Sheet, is_month
from locales.voice import Voice
from models.vocabulary import Period, Service

MARGIN = 40.0
TOP = 178.0  # height of the heading
FOOT = 64.0


def when(period: Period, voice: Voice) -> str:
    """Décembre 2026, année scolaire 2026-2027."""
    first, last = period.first, period.last
    if is_month(period):
        return write_month(first)
    return voice.say("sheet-school-year", first=str(first.year), last=str(last.year))


def title(sheet: Sheet, voice: Voice) -> str:
    return voice.say("sheet-title", when=when(sheet.period, voice), child=sheet.child)


def draw_heading(canvas: Canvas, sheet: Sheet, voice: Voice) -> None:
    words, size = fitted(canvas, title(sheet, voice), 60, WIDE - 2 * MARGIN, bold=True)
    canvas.text(MARGIN, 92, words, size, TEXT, bold=True)
    words, size = fitted(canvas, _counted(sheet, voice), 32, WIDE - 2 * MARGIN)
    canvas.text(MARGIN, 146, words, size, QUIET)


def _counted(sheet: Sheet, voice: Voice) -> str:
    """Cantine : 6 jours · garderie : 3 matins et 5 soirs."""
    sessions = [
        voice.say(f"sheet-count-{service.value.replace('_', '-')}", count=count)
        for service in SESSIONS
        if (count := sheet.count(service))
    ]
    meals = voice.say("sheet-count-cantine", count=sheet.count(Service.CANTINE))
    return " · ".join([meals, *([voice.say("sheet-count-garderie", sessions=sessions)] if sessions else [])])


def draw_foot(canvas: Canvas, sheet: Sheet, voice: Voice, high: float) -> None:
    """The last line of a sheet `high`."""
    made = f"{write_day(sheet.made)} {sheet.made.year}"
    words, size = fitted(canvas, voice.say("sheet-made", day=made), SMALLEST, WIDE - 2 * MARGIN)
    canvas.text(MARGIN, high - 30, words, size, QUIET)
