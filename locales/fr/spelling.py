"""How French writes days, hours, sums and lists: Babel's names, « 1er », « 9 h » and « a, b et c »."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cache

UNMISTAKABLE = timedelta(days=300)  # nearer than the same day of another year
NBSP = "\N{NO-BREAK SPACE}"


@cache
def _names() -> tuple[dict[int, str], dict[int, str]]:
    """Weekdays from Monday 0 and months from 1; Babel is read when the first date is written, not at start-up."""
    from babel.dates import get_day_names, get_month_names

    return dict(get_day_names("wide", locale="fr")), dict(get_month_names("wide", locale="fr"))


def write_day(day: date, today: date | None = None) -> str:
    """Jeudi 3 décembre, mardi 1er décembre; with the year where it is not that of `today`."""
    weekdays, months = _names()
    number = "1er" if day.day == 1 else str(day.day)
    year = "" if today is None or abs(day - today) < UNMISTAKABLE else f" {day.year}"
    return f"{weekdays[day.weekday()]} {number} {months[day.month]}{year}"


def month_name(day: date) -> str:
    """Décembre, in small letters."""
    return _names()[1][day.month]


def write_month(day: date) -> str:
    """Décembre 2026, in small letters."""
    return f"{month_name(day)} {day.year}"


def write_hour(hour: time) -> str:
    """9 h, 18 h 42."""
    minutes = f"{NBSP}{hour.minute:02}" if hour.minute else ""
    return f"{hour.hour}{NBSP}h{minutes}"


def write_duration(minutes: int) -> str:
    """45 min, 2 h, 1 234 h 05."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{NBSP}min"
    return f"{f'{hours:,}'.replace(',', NBSP)}{NBSP}h{f'{NBSP}{rest:02}' if rest else ''}"


def write_instant(instant: datetime, today: date | None = None) -> str:
    """Jeudi 3 décembre à 9 h, in the instant's own timezone."""
    return f"{write_day(instant.date(), today)} à {write_hour(instant.timetz())}"


def write_money(cents: int) -> str:
    """12,40 €, 1 234,00 €; below zero with a minus sign."""
    euros, rest = divmod(abs(cents), 100)
    sign = "\N{MINUS SIGN}" if cents < 0 else ""
    return f"{sign}{f'{euros:,}'.replace(',', NBSP)},{rest:02}{NBSP}€"


def write_list(items: Sequence[str], last: str = "et") -> str:
    """a, b et c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
