"""A school year on a sheet, in words: its months, the canteen as each day's colour, the garderie as dots."""

from datetime import date

from locales.fr.spelling import month_name
from locales.sheets.heading import Words, meaning
from locales.sheets.sheet import Sheet
from locales.voice import Voice
from models.vocabulary import Period, Service


def words(sheet: Sheet, voice: Voice) -> Words:
    return {
        "weekdays": [voice.say(f"weekday-{weekday}")[0].upper() for weekday in sheet.weekdays],
        "months": [_month(sheet, month, voice) for month in sheet.months()],
    }


def _month(sheet: Sheet, month: Period, voice: Voice) -> Words:
    count = sheet.count(Service.CANTINE, month)
    return {
        "name": month_name(month.first),
        "count": voice.say("sheet-days", count=count) if count else "",
        "weeks": [[_day(sheet, day, voice) if day else None for day in week] for week in sheet.weeks(month)],
    }


def _day(sheet: Sheet, day: date, voice: Voice) -> Words:
    cell = sheet.cell(day)
    return {
        "number": str(day.day),
        "shade": cell.shade.value,
        "meaning": meaning(cell.shade, voice),
        "sessions": [{"service": one.value, "meaning": meaning(one, voice)} for one in cell.sessions],
    }
