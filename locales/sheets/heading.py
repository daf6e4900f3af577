"""What every sheet of a planning says at its top and foot, and what its colours and signs mean."""

from collections.abc import Sequence
from typing import Any

from locales.fr.spelling import write_day, write_month
from locales.sheets.paper import Paper, numbered
from locales.sheets.sheet import SESSIONS, Sheet, is_month
from locales.voice import Voice
from models.rules.squares import Shade
from models.vocabulary import Period, Service

Words = dict[str, Any]


def when(period: Period, voice: Voice) -> str:
    """Décembre 2026, année scolaire 2026-2027."""
    first, last = period.first, period.last
    if is_month(period):
        return write_month(first)
    return voice.say("sheet-school-year", first=str(first.year), last=str(last.year))


def title(sheets: Sequence[Sheet], voice: Voice) -> str:
    """When, and for which children."""
    children = voice.list([sheet.child for sheet in sheets])
    return voice.say("sheet-title", when=when(sheets[0].period, voice), child=children)


def paper(template: str, sheets: Sequence[Sheet], shown: Sequence[Words], voice: Voice) -> Paper:
    """`shown`: what the template shows of each of `sheets`, besides its heading and its legend."""
    words = {
        "sheets": [_words(sheet, voice) | more for sheet, more in zip(sheets, shown, strict=True)],
        "page": numbered("grid-page", voice),
    }
    made = max(sheet.made for sheet in sheets)
    return Paper(template, title(sheets, voice), voice.say("paper-author"), made, words)


def _words(sheet: Sheet, voice: Voice) -> Words:
    return {
        "title": title([sheet], voice),
        "counted": _counted(sheet, voice),
        "made": voice.say("sheet-made", day=f"{write_day(sheet.made)} {sheet.made.year}"),
        "legend": [{"sign": sign.value, "words": meaning(sign, voice)} for sign in entries(sheet)],
    }


def entries(sheet: Sheet) -> list[Shade | Service]:
    """The lines of the legend: only shades and sessions that are on it."""
    return [*sheet.shades(), *(service for service in SESSIONS if sheet.count(service))]


def meaning(sign: Shade | Service, voice: Voice) -> str:
    """« cantine réservée »: in the legend, and to whoever hears the sheet instead of seeing it."""
    return voice.say(f"sheet-legend-{sign.value.replace('_', '-')}")


def _counted(sheet: Sheet, voice: Voice) -> str:
    """Cantine : 6 jours · garderie : 3 matins et 5 soirs."""
    sessions = [
        voice.say(f"sheet-count-{service.value.replace('_', '-')}", count=count)
        for service in SESSIONS
        if (count := sheet.count(service))
    ]
    meals = voice.say("sheet-count-cantine", count=sheet.count(Service.CANTINE))
    return " · ".join([meals, *([voice.say("sheet-count-garderie", sessions=sessions)] if sessions else [])])
