"""A child's month at the garderie, on a page for the secretary: every session, its times, what it adds up to."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any, Self

from locales import bills
from locales.fr.spelling import write_day, write_duration, write_hour
from locales.sheets.grid import Column, Grid, Row
from locales.voice import Spoken, Voice
from models.rules.lines import Presence
from models.rules.presence_month import Totals
from models.vocabulary import Service

HIGH = 13.5  # points: a month of mornings and evenings, and its totals, on one page
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


def grid(sheet: PresenceSheet, voice: Voice) -> Grid:
    columns = (("day", 163.0), ("session", 72.0), ("arrived", 72.0), ("left", 72.0), ("stay", 72.0), ("late", 72.0))
    named = {"class": sheet.group}
    return Grid(
        title(sheet, voice),
        voice.say("presence-class", named) if sheet.group else voice.say("presence-no-class"),
        tuple(Column(voice.say(f"presence-{name}"), wide) for name, wide in columns),
        (*_rows(sheet, voice), *_totals(sheet.totals, voice)),
        voice.say("presence-foot", day=Spoken(f"{write_day(sheet.made)} {sheet.made.year}")),
        HIGH,
    )


def _rows(sheet: PresenceSheet, voice: Voice) -> Iterator[Row]:
    for stay in sheet.stays:
        times = [write_hour(at) if at else "–" for at in (stay.arrived, stay.left)]
        long = "–" if stay.minutes is None else write_duration(stay.minutes)
        late = write_duration(stay.late) if stay.late else ""
        cells = (write_day(stay.day), voice.say(f"presence-{NAMED[stay.service]}"), *times, long, late)
        yield Row(cells, marked=bool(stay.late))


def _totals(totals: Totals, voice: Voice) -> Iterator[Row]:
    """Under the rows, a line each; nothing of a session the child was never at."""
    for name, count, minutes in (
        ("morning", totals.mornings, totals.morning),
        ("evening", totals.evenings, totals.evening),
        ("halves", totals.halves, 0),
        ("late", totals.times_late, totals.late),
    ):
        if count:
            stay = Spoken(write_duration(minutes))
            yield Row(heading=voice.say(f"presence-total-{name}", count=count, stay=stay))
    if not totals.times_late:
        yield Row(heading=voice.say("presence-never-late"))
