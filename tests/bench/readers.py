"""Readers of French dates, all asked the same: the spans of days a text speaks of, said at an instant."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

import dateparser
from dateparser.search import search_dates

from locales.fr import grammar
from models.rules.calendar import published

CALENDAR = published("B", frozenset({1, 2, 4, 5}))
CHILDREN = ("Chloé", "Jules", "Léa", "Maëlys", "Tom")
ZONE, ZONES = "Europe/Paris", "/usr/share/zoneinfo"
MONTHS = {"month": 1, "quarter": 3, "year": 12}

Span = tuple[date | None, date | None]
Reader = tuple[Callable[[str, datetime], Any], Callable[[Any], list[Span]]]  # what is timed; what its answer means


def readers() -> dict[str, Reader | None]:
    """By name; None for what is not installed."""
    return {
        "ours": (_ours, lambda reading: [(s.first, s.last) for r in reading.requests for s in r.spans]),
        "dateparser.search": (_search, lambda found: [(at.date(), at.date()) for _, at in found or ()]),
        "dateparser.parse": (_parse, lambda at: [(at.date(), at.date())] if at else []),
        "Duckling": _duckling(),
    }


def _ours(text: str, now: datetime) -> Any:
    return grammar.read(text, now=now, calendar=CALENDAR, children=CHILDREN)


def _search(text: str, now: datetime) -> Any:
    return search_dates(text, languages=["fr"], settings=_ahead_of(now))


def _parse(text: str, now: datetime) -> Any:
    return dateparser.parse(text, languages=["fr"], settings=_ahead_of(now))


def _ahead_of(now: datetime) -> Any:
    return {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "future"}


def _duckling() -> Reader | None:
    """Duckling in this process, from the wheel pyduckling-native-phihos, which our requirements do not name."""
    try:
        duckling: Any = import_module("duckling")
    except ImportError:
        return None
    zones, times = duckling.load_time_zones(ZONES), duckling.parse_dimensions(["time"])
    french = duckling.parse_locale("FR_FR", duckling.default_locale_lang(duckling.parse_lang("FR")))

    def read(text: str, now: datetime) -> Any:
        at = int(now.replace(tzinfo=ZoneInfo(ZONE)).timestamp())
        return duckling.parse(text, duckling.Context(duckling.parse_ref_time(zones, ZONE, at), french), times, False)

    return read, lambda found: list(_duckling_spans(found))


def _duckling_spans(found: list[Any]) -> Iterator[Span]:
    """Its first value of each expression: an interval without its end, or a unit of time from its beginning."""
    for value in (entity["value"] for entity in found):
        if value["type"] == "interval":
            first, end = value.get("from"), value.get("to")
            last = datetime.fromisoformat(end["value"]) - timedelta(seconds=1) if end else None
            yield first and date.fromisoformat(first["value"][:10]), last and last.date()
        else:
            first = date.fromisoformat(value["value"][:10])
            yield first, _last_of(first, value["grain"])


def _last_of(first: date, grain: str) -> date:
    if grain == "week":
        return first + timedelta(6)
    if grain not in MONTHS:
        return first
    months = first.month - 1 + MONTHS[grain]
    return date(first.year + months // 12, months % 12 + 1, 1) - timedelta(1)
