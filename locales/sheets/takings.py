"""The mairie's month in figures: the same lines as words in the chat and as bars on a picture."""

from dataclasses import dataclass
from typing import Any

from locales import bills
from locales.fr.spelling import month_name, write_day, write_duration, write_money
from locales.sheets.paper import Paper, numbered
from locales.voice import Spoken, Voice
from models.rules.takings import AGES, Takings

MEALS, MORNING, EVENING = "booked", "garderie_matin", "garderie_soir"  # colours of palette.json
OWED = ("owed-0", "owed-1", "owed-2", "owed-3")  # what is left to pay, from fresh to old


@dataclass(frozen=True, slots=True)
class Row:
    """A line: what it is, its figure as it is written, the bar that shows it beside the others of its section."""

    label: str
    figure: str
    value: int
    ink: str


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


def _counted(name: str, count: int, ink: str, voice: Voice) -> Row:
    return Row(voice.say(f"takings-{name}"), voice.say("takings-count", count=count), count, ink)


def _money(name: str, cents: int, ink: str, voice: Voice) -> Row:
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


def paper(takings: Takings, voice: Voice) -> Paper:
    words = {
        "state": state(takings, voice),
        "sections": [_section_words(section) for section in sections(takings, voice)],
        "made-on": made(takings, voice),
        "page": numbered("grid-page", voice),
    }
    return Paper("takings", title(takings, voice), voice.say("paper-author"), takings.at, words)


def _section_words(section: Section) -> dict[str, Any]:
    """`share`: how long its bar is, of the longest; none below zero."""
    most = max(1, *(row.value for row in section.rows))
    rows = [
        {"label": row.label, "figure": row.figure, "share": max(0, row.value) / most, "ink": row.ink}
        for row in section.rows
    ]
    return {"title": section.title, "rows": rows}
