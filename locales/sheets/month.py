"""A month on a sheet, in words: a row a week, the canteen as the day's colour, the garderie as words in it."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from locales.sheets.heading import Words, meaning
from locales.sheets.sheet import Cell, Sheet
from locales.voice import Voice
from models.rules.squares import Shade

SAID = {Shade.ABSENT: "sheet-absent", Shade.AWAY: "sheet-away"}
Run = Sequence[tuple[date, Cell]]


def words(sheet: Sheet, voice: Voice) -> Words:
    return {
        "weekdays": [voice.say(f"weekday-{weekday}") for weekday in sheet.weekdays],
        "weeks": [_week(sheet, week, voice) for week in sheet.weeks(sheet.period)],
    }


def _week(sheet: Sheet, week: Sequence[date | None], voice: Voice) -> Words:
    number = next(day for day in week if day).isocalendar().week
    return {"number": voice.say("sheet-week", number=number), "runs": list(_runs(sheet, week, voice))}


def _runs(sheet: Sheet, week: Sequence[date | None], voice: Voice) -> Iterator[Words | None]:
    """A day outside the month (None), a day, or neighbours of one holiday with its name written once."""
    days = [(day, sheet.cell(day)) if day else None for day in week]
    for _, found in groupby(enumerate(days), key=lambda one: _together(*one)):
        run = [day for _, day in found]
        if run[0] is None:
            yield None
        else:
            yield _run([day for day in run if day], voice)


def _together(place: int, day: tuple[date, Cell] | None) -> object:
    return (day[1].shade, day[1].name) if day and day[1].name else place


def _run(run: Run, voice: Voice) -> Words:
    cell = run[0][1]
    name = cell.name or (voice.say(SAID[cell.shade]) if cell.shade in SAID else "")
    return {
        "shade": cell.shade.value,
        "meaning": meaning(cell.shade, voice),
        "name": name,
        "days": [{"number": str(day.day), "sessions": _sessions(each, voice)} for day, each in run],
    }


def _sessions(cell: Cell, voice: Voice) -> list[Words]:
    return [
        {"service": service.value, "words": voice.say(f"sheet-{service.value.replace('_', '-')}")}
        for service in cell.sessions
    ]
