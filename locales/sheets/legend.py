"""What the colours and signs of a sheet mean: only those that are on it."""

from collections.abc import Iterable

from locales.sheets.canvas import SMALLEST, Canvas, fitted
from locales.sheets.marks import draw_mark
from locales.sheets.palette import SESSIONS, SHADES, TEXT, Ink
from locales.sheets.sheet import Sheet
from locales.voice import Voice
from models.rules.squares import Shade
from models.vocabulary import Service

LINE = 50.0
SWATCH = 38.0


def entries(sheet: Sheet) -> list[Shade | Service]:
    """The lines of the legend: shades met, then sessions announced."""
    return [*sheet.shades(), *(service for service in SESSIONS if sheet.count(service))]


def draw_legend(
    canvas: Canvas, voice: Voice, lines: Iterable[Shade | Service], x: float, y: float, wide: float
) -> None:
    """A column of swatches and words, its top at `y`."""
    for number, entry in enumerate(lines):
        top = y + number * LINE
        if isinstance(entry, Shade):
            ink = SHADES[entry]
            _swatch(canvas, ink, x, top)
            draw_mark(canvas, entry, x + 7, top + 7, SWATCH - 14, ink.words)
        else:
            canvas.disc(x + SWATCH / 2, top + SWATCH / 2, SWATCH / 3, SESSIONS[entry].fill, SESSIONS[entry].fill)
        words, size = fitted(canvas, voice.say(f"sheet-legend-{_name(entry)}"), SMALLEST, wide - SWATCH - 14)
        canvas.text(x + SWATCH + 14, top + 29, words, size, TEXT)


def _name(entry: Shade | Service) -> str:
    return entry.value.replace("_", "-")


def _swatch(canvas: Canvas, ink: Ink, x: float, y: float) -> None:
    canvas.box(x, y, SWATCH, SWATCH, ink.fill, round_=9, edge=ink.edge)
