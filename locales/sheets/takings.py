"""The mairie's month in figures: the same lines as words in the chat and as bars on a picture."""

from collections.abc import Iterable
from dataclasses import dataclass

from locales import bills
from locales.fr.spelling import month_name, write_day, write_duration, write_money
from locales.sheets.canvas import SMALLEST, WIDE, Canvas, fitted
from locales.sheets.heading import MARGIN
from locales.sheets.palette import OWED, QUIET, RULE, SESSIONS, SHADES, TEXT, Ink
from locales.voice import Spoken, Voice
from models.rules.squares import Shade
from models.rules.takings import AGES, Takings
from models.vocabulary import Service

TOP = 178.0
TITLE, ROW, GAP = 74.0, 62.0, 26.0
FOOT = 76.0
LABEL, FIGURE = 360.0, 250.0  # what is left of a bar, and right of it
THICK = 34.0
SIZE = 32.0
MEALS, MORNING, EVENING = SHADES[Shade.BOOKED], SESSIONS[Service.GARDERIE_MATIN], SESSIONS[Service.GARDERIE_SOIR]


@dataclass(frozen=True, slots=True)
class Row:
    """A line: what it is, its figure as it is written, and the bar that shows it beside the others of its section."""

    label: str
    figure: str
    value: int
    ink: Ink


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    rows: tuple[Row, ...]


def sections(takings: Takings, voice: Voice) -> list[Section]:
    """What is shown, in order; nothing of claims where nothing is issued."""
    use, sums, claims = takings.use, takings.amounts, takings.claims
    month = Spoken(month_name(takings.month))
    shown = [
        _section(
            "canteen",
            voice,
            _counted("meals", use.meals, MEALS, voice),
            _counted("unbooked", use.unbooked, MEALS, voice),
            _counted("absences", use.absences, MEALS, voice),
        ),
        _section(
            "garderie",
            voice,
            Row(voice.say("takings-morning"), write_duration(use.morning), use.morning, MORNING),
            Row(voice.say("takings-evening"), write_duration(use.evening), use.evening, EVENING),
        ),
        _section(
            "amounts" if takings.issued else "draft",
            voice,
            _money("service-canteen", sums.canteen, MEALS, voice),
            _money("service-morning", sums.morning, MORNING, voice),
            _money("service-evening", sums.evening, EVENING, voice),
            *([_money("late", sums.late, OWED[0], voice)] if sums.late else []),
        ),
    ]
    if takings.issued:
        postponed = [_money("postponed", claims.postponed, OWED[0], voice)] if claims.postponed else []
        claimed = [_money(name, getattr(claims, name), ink, voice) for name, ink in CLAIMS]
        shown.append(_section("claims", voice, *claimed, *postponed, month=month))
    ages = [_aged(place, cents, voice) for place, cents in enumerate(takings.unpaid)]
    return [*shown, _section("unpaid", voice, *ages)]


CLAIMS = (("claimed", EVENING), ("paid", MEALS), ("due", OWED[2]))


def _section(name: str, voice: Voice, *rows: Row, **facts: object) -> Section:
    return Section(voice.say(f"takings-section-{name}", facts), rows)


def _counted(name: str, count: int, ink: Ink, voice: Voice) -> Row:
    return Row(voice.say(f"takings-{name}"), voice.say("takings-count", count=count), count, ink)


def _money(name: str, cents: int, ink: Ink, voice: Voice) -> Row:
    return Row(voice.say(f"takings-{name}"), write_money(cents), cents, ink)


def _aged(place: int, cents: int, voice: Voice) -> Row:
    first, last = (0, *(age + 1 for age in AGES))[place], (*AGES, None)[place]
    return Row(voice.say("takings-age", first=first, last=last), write_money(cents), cents, OWED[place])


def title(takings: Takings, voice: Voice) -> str:
    return voice.say("takings-title", month=bills.month(takings.month))


def state(takings: Takings, voice: Voice) -> str:
    """Whether the amounts are claimed, or may still change."""
    return voice.say("takings-issued" if takings.issued else "takings-draft")


def made(takings: Takings, voice: Voice) -> str:
    return voice.say("takings-made", day=Spoken(f"{write_day(takings.at)} {takings.at.year}"))


def written(takings: Takings, voice: Voice) -> str:
    """All of it in words, as a table of the chat."""
    parts = [f"<b>{title(takings, voice)}</b>\n{state(takings, voice)}"]
    for section in sections(takings, voice):
        rows = [voice.say("takings-row", label=Spoken(row.label), figure=Spoken(row.figure)) for row in section.rows]
        parts.append("\n".join([f"<b>{section.title}</b>", *rows]))
    return "\n\n".join([*parts, made(takings, voice)])


# The picture


def height(takings: Takings, voice: Voice) -> float:
    shown = sections(takings, voice)
    return TOP + sum(_high(section) for section in shown) + FOOT


def _high(section: Section) -> float:
    return TITLE + ROW * len(section.rows) + GAP


def draw(canvas: Canvas, takings: Takings, voice: Voice) -> None:
    wide = WIDE - 2 * MARGIN
    words, size = fitted(canvas, title(takings, voice), 60, wide, bold=True)
    canvas.text(MARGIN, 92, words, size, TEXT, bold=True)
    words, size = fitted(canvas, state(takings, voice), SIZE, wide)
    canvas.text(MARGIN, 146, words, size, QUIET)
    y = TOP
    for section in sections(takings, voice):
        _draw_section(canvas, section, y)
        y += _high(section)
    words, size = fitted(canvas, made(takings, voice), SMALLEST, wide)
    canvas.text(MARGIN, y + 32, words, size, QUIET)


def _draw_section(canvas: Canvas, section: Section, y: float) -> None:
    canvas.path([(MARGIN, y), (WIDE - MARGIN, y)], RULE, 2)
    words, size = fitted(canvas, section.title, 36, WIDE - 2 * MARGIN, bold=True)
    canvas.text(MARGIN, y + 50, words, size, TEXT, bold=True)
    most = _most(section.rows)
    for number, row in enumerate(section.rows):
        _draw_row(canvas, row, most, y + TITLE + number * ROW)


def _most(rows: Iterable[Row]) -> int:
    return max(1, *(row.value for row in rows))


def _draw_row(canvas: Canvas, row: Row, most: int, y: float) -> None:
    """A bar as long as its value, beside the longest of its section; none below zero."""
    line = y + ROW - 22
    words, size = fitted(canvas, row.label, SIZE, LABEL - 12)
    canvas.text(MARGIN, line, words, size, TEXT)
    longest = WIDE - 2 * MARGIN - LABEL - FIGURE
    long = longest * max(0, row.value) / most
    if long >= 1:
        canvas.box(MARGIN + LABEL, line - 27, long, THICK, row.ink.fill, round_=min(8, long / 2))
    words, size = fitted(canvas, row.figure, SIZE + 2, FIGURE - 12, bold=True)
    canvas.text(WIDE - MARGIN, line, words, size, TEXT, bold=True, at="right")
