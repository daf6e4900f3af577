"""What a sheet shows of one child, as a value, and as the JSON that waits in the outbox."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Self

from locales.voice import Voice
from models.refusals import Closed, PublicHoliday, Refusal, SchoolHoliday
from models.rules.squares import Shade, Square
from models.vocabulary import Period, Service

WEEK = tuple(range(1, 6))  # ISO weekdays that always have a column
SESSIONS = (Service.GARDERIE_MATIN, Service.GARDERIE_SOIR)


def is_month(period: Period) -> bool:
    """Whether `period` is a month; else it is a school year."""
    return (period.first.year, period.first.month) == (period.last.year, period.last.month)


@dataclass(frozen=True, slots=True)
class Cell:
    """A day: how its canteen stands, the garderie sessions announced, the name of the holiday or closure."""

    shade: Shade
    sessions: tuple[Service, ...] = ()
    name: str = ""

    @classmethod
    def of(cls, square: Square, sessions: tuple[Service, ...], voice: Voice) -> Self:
        return cls(square.shade, sessions, _name(square.why, voice) if not square.booked else "")


def _name(why: Refusal | None, voice: Voice) -> str:
    match why:
        case PublicHoliday():
            return why.holiday
        case SchoolHoliday():
            return voice.say("sheet-holiday", holiday=why.holiday)
        case Closed():
            return why.reason
    return ""


@dataclass(frozen=True)
class Sheet:
    """A child's days in `period`: one month, or from the first month of a school year to its last, whole months.

    `made`: the day all this was true. Days without a cell are not known.
    """

    child: str
    period: Period
    made: date
    cells: Mapping[date, Cell]

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The columns: Monday to Friday, and a Saturday or Sunday on which there is school."""
        more = {day.isoweekday() for day, cell in self.cells.items() if cell.shade is not Shade.OFF and not cell.name}
        return tuple(sorted({*WEEK, *more}))

    def cell(self, day: date) -> Cell:
        return self.cells.get(day, Cell(Shade.OFF))

    def months(self) -> Iterator[Period]:
        first = self.period.first
        while first <= self.period.last:
            following = (first + timedelta(days=31)).replace(day=1)
            yield Period(first, following - timedelta(days=1))
            first = following

    def weeks(self, month: Period) -> list[tuple[date | None, ...]]:
        """The days of `month` by week and column; None outside the month, no week without a day."""
        monday = month.first - timedelta(days=month.first.weekday())
        rows = []
        while monday <= month.last:
            days = (monday + timedelta(days=weekday - 1) for weekday in self.weekdays)
            rows.append(tuple(day if day in month else None for day in days))
            monday += timedelta(weeks=1)
        return [row for row in rows if any(row)]

    def count(self, service: Service, period: Period | None = None) -> int:
        """On how many days `service` is booked."""
        within = period or self.period
        return sum(day in within and _has(cell, service) for day, cell in self.cells.items())

    def shades(self) -> list[Shade]:
        """Those to be met on it, in the order of the legend."""
        met = {self.cell(day).shade for month in self.months() for week in self.weeks(month) for day in week if day}
        return [shade for shade in Shade if shade in met]

    def pack(self) -> dict[str, Any]:
        cells = {day.isoformat(): [cell.shade, list(cell.sessions), cell.name] for day, cell in self.cells.items()}
        first, last = self.period.first.isoformat(), self.period.last.isoformat()
        return {"child": self.child, "first": first, "last": last, "made": self.made.isoformat(), "cells": cells}

    @classmethod
    def unpack(cls, facts: Mapping[str, Any]) -> Self:
        cells = {
            date.fromisoformat(day): Cell(Shade(shade), tuple(map(Service, sessions)), name)
            for day, (shade, sessions, name) in facts["cells"].items()
        }
        first, last, made = (date.fromisoformat(facts[name]) for name in ("first", "last", "made"))
        return cls(facts["child"], Period(first, last), made, cells)


def _has(cell: Cell, service: Service) -> bool:
    return cell.shade is Shade.BOOKED if service is Service.CANTINE else service in cell.sessions
