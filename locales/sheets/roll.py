"""The sheet of a session, to be filled in by hand: the children in the list's order, no telephone, no diet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from typing import Any, Self

from locales.fr.spelling import write_day, write_hour
from locales.sheets.paper import Paper, numbered
from locales.voice import Spoken, Voice
from models.rules.attendance import Expected, Signal
from models.vocabulary import Service

COLUMNS = ("name", "class", "arrived", "left", "note")
BLANK = 6  # lines, for children who were not on the list
PARTS = {Expected.ANNOUNCED: "announced", Expected.USUAL: "usual", Expected.OTHER: "other"}


@dataclass(frozen=True, slots=True)
class Pupil:
    """A line: `group` is the class; times as they are known already, in the commune's."""

    name: str
    group: str
    expected: Expected
    signal: Signal = Signal.NONE
    arrived: time | None = None
    left: time | None = None

    def pack(self) -> list[Any]:
        times = [at.isoformat("minutes") if at else None for at in (self.arrived, self.left)]
        return [self.name, self.group, self.expected.value, self.signal.value, *times]

    @classmethod
    def unpack(cls, facts: list[Any]) -> Self:
        name, group, expected, signal, *times = facts
        arrived, left = (time.fromisoformat(at) if at else None for at in times)
        return cls(name, group, Expected(expected), Signal(signal), arrived, left)


@dataclass(frozen=True, slots=True)
class RollSheet:
    """A session's list as it stood at `made`, an instant of the commune's."""

    day: date
    service: Service
    opens: time
    closes: time
    made: datetime
    pupils: tuple[Pupil, ...]

    def pack(self) -> dict[str, Any]:
        return {
            "day": self.day.isoformat(),
            "service": self.service.value,
            "hours": [at.isoformat("minutes") for at in (self.opens, self.closes)],
            "made": self.made.isoformat(),
            "pupils": [pupil.pack() for pupil in self.pupils],
        }

    @classmethod
    def unpack(cls, facts: Mapping[str, Any]) -> Self:
        opens, closes = map(time.fromisoformat, facts["hours"])
        pupils = tuple(Pupil.unpack(one) for one in facts["pupils"])
        made = datetime.fromisoformat(facts["made"])
        return cls(date.fromisoformat(facts["day"]), Service(facts["service"]), opens, closes, made, pupils)


def title_of(sheets: Sequence[RollSheet], voice: Voice) -> str:
    """The session and its day, or the day alone where there are several sessions."""
    services = {sheet.service for sheet in sheets}
    name = services.pop().value.replace("_", "-") if len(services) == 1 else "sessions"
    return voice.say(f"roll-paper-{name}", day=Spoken(f"{write_day(sheets[0].day)} {sheets[0].day.year}"))


def paper(sheets: Sequence[RollSheet], voice: Voice) -> Paper:
    """A part a session, each on pages of its own."""
    made = max(sheet.made for sheet in sheets)
    words = {
        "columns": [voice.say(f"roll-paper-{name}") for name in COLUMNS],
        "sheets": [_words(sheet, voice) for sheet in sheets],
        "more": voice.say("roll-paper-part-more"),
        "blank": BLANK,
        "foot": voice.say("roll-paper-foot", made=made),
        "page": numbered("grid-page", voice),
    }
    return Paper("roll", title_of(sheets, voice), voice.say("paper-author"), made.date(), words)


def _words(sheet: RollSheet, voice: Voice) -> dict[str, Any]:
    name = title_of([sheet], voice)
    return {
        "title": name,
        "again": voice.say("paper-goes-on", title=name),
        "subtitle": voice.say("roll-paper-hours", opens=sheet.opens, closes=sheet.closes),
        "groups": [
            _group(expected, list(pupils), voice)
            for expected, pupils in groupby(sheet.pupils, key=lambda pupil: pupil.expected)
        ],
    }


def _group(expected: Expected, pupils: Sequence[Pupil], voice: Voice) -> dict[str, Any]:
    name = voice.say(f"roll-paper-part-{PARTS[expected]}", count=len(pupils))
    return {"name": name, "rows": [_row(pupil, voice) for pupil in pupils]}


def _row(pupil: Pupil, voice: Voice) -> dict[str, Any]:
    times = [write_hour(at) if at else "" for at in (pupil.arrived, pupil.left)]
    note = voice.say(f"roll-paper-signal-{pupil.signal.name.lower().replace('_', '-')}") if pupil.signal else ""
    return {"cells": [pupil.name, pupil.group, *times, note], "marked": pupil.signal is Signal.ABSENT}
