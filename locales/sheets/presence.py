"""A child's month at the garderie, on a page for the secretary: every session, its times, what it adds up to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any, Self

from locales import bills
from locales.fr.spelling import write_day, write_duration, write_hour
from locales.sheets.paper import Paper, numbered
from locales.voice import Spoken, Voice
from models.rules.lines import Presence
from models.rules.presence_month import Totals
from models.vocabulary import Service

COLUMNS = ("day", "session", "arrived", "left", "stay", "late")
NAMED = {Service.GARDERIE_MATIN: "morning", Service.GARDERIE_SOIR: "evening"}


@dataclass(frozen=True, slots=True)
class Stay:
    """A session: times in the commune's, None where they are not known; `minutes` and `late` whole."""

    day: date
    service: Service
    arrived: time | None
    left: time | None
    minutes: int | None
    late: int

    @classmethod
    def of(cls, presence: Presence) -> Self:
        arrived, left = (at.time() if at else None for at in (presence.arrived, presence.left))
        return cls(presence.day, presence.service, arrived, left, presence.minutes, presence.late)

    def pack(self) -> list[Any]:
        times = [at.isoformat("minutes") if at else None for at in (self.arrived, self.left)]
        return [self.day.isoformat(), self.service.value, *times, self.minutes, self.late]

    @classmethod
    def unpack(cls, facts: list[Any]) -> Self:
        day, service, arrived, left, minutes, late = facts
        came, gone = (time.fromisoformat(at) if at else None for at in (arrived, left))
        return cls(date.fromisoformat(day), Service(service), came, gone, minutes, late)


@dataclass(frozen=True, slots=True)
class PresenceSheet:
    """`month`: its first day; `made`: the day it was true."""

    child: str
    group: str
    month: date
    made: date
    stays: tuple[Stay, ...]
    totals: Totals

    def pack(self) -> dict[str, Any]:
        return {
            "child": self.child,
            "group": self.group,
            "month": self.month.isoformat(),
            "made": self.made.isoformat(),
            "stays": [stay.pack() for stay in self.stays],
            "totals": asdict(self.totals),
        }

    @classmethod
    def unpack(cls, facts: Mapping[str, Any]) -> Self:
        stays = tuple(Stay.unpack(one) for one in facts["stays"])
        month, made = (date.fromisoformat(facts[name]) for name in ("month", "made"))
        return cls(facts["child"], facts["group"], month, made, stays, Totals(**facts["totals"]))


def title(sheet: PresenceSheet, voice: Voice) -> str:
    return voice.say("presence-title", child=sheet.child, month=bills.month(sheet.month))


def title_of(sheets: Sequence[PresenceSheet], voice: Voice) -> str:
    """The child and the month, or the month alone where there are several children."""
    only = len(sheets) == 1
    return title(sheets[0], voice) if only else voice.say("presence-titles", month=bills.month(sheets[0].month))


def paper(sheets: Sequence[PresenceSheet], voice: Voice) -> Paper:
    """A part a child, each on a page of its own."""
    made = max(sheet.made for sheet in sheets)
    words = {
        "columns": [voice.say(f"presence-{name}") for name in COLUMNS],
        "sheets": [_words(sheet, voice) for sheet in sheets],
        "foot": voice.say("presence-foot", day=Spoken(f"{write_day(made)} {made.year}")),
        "page": numbered("grid-page", voice),
    }
    return Paper("presence", title_of(sheets, voice), voice.say("paper-author"), made, words)


def _words(sheet: PresenceSheet, voice: Voice) -> dict[str, Any]:
    name, named = title(sheet, voice), {"class": sheet.group}
    return {
        "title": name,
        "again": voice.say("paper-goes-on", title=name),
        "subtitle": voice.say("presence-class", named) if sheet.group else voice.say("presence-no-class"),
        "rows": [_row(stay, voice) for stay in sheet.stays],
        "totals": list(_totals(sheet.totals, voice)),
    }


def _row(stay: Stay, voice: Voice) -> dict[str, Any]:
    times = [write_hour(at) if at else "–" for at in (stay.arrived, stay.left)]
    long = "–" if stay.minutes is None else write_duration(stay.minutes)
    late = write_duration(stay.late) if stay.late else ""
    cells = [write_day(stay.day), voice.say(f"presence-{NAMED[stay.service]}"), *times, long, late]
    return {"cells": cells, "marked": bool(stay.late)}


def _totals(totals: Totals, voice: Voice) -> Iterator[str]:
    """A line each; nothing of a session the child was never at."""
    for name, count, minutes in (
        ("morning", totals.mornings, totals.morning),
        ("evening", totals.evenings, totals.evening),
        ("halves", totals.halves, 0),
        ("late", totals.times_late, totals.late),
    ):
        if count:
            yield voice.say(f"presence-total-{name}", count=count, stay=Spoken(write_duration(minutes)))
    if not totals.times_late:
        yield voice.say("presence-never-late")
