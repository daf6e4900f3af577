"""What moves the demonstration's clock: « il est jeudi 8 h 59 », « avance d'une heure », « demain 8 h »."""

import re
import unicodedata
from datetime import UTC, datetime, time, timedelta

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
UNITS = {
    "minute": timedelta(minutes=1),
    "heure": timedelta(hours=1),
    "jour": timedelta(days=1),
    "semaine": timedelta(weeks=1),
}
WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})(?: prochain)?"
DATE = rf"(?:le )?(?P<number>\d\d?)(?:er)? (?P<month>{'|'.join(MONTHS)})(?: (?P<year>\d{{4}}))?"
HOUR = r"(?:a )?(?:(?P<noon>midi)|(?P<hour>\d\d?) ?(?:h(?:eures?)?|:) ?(?P<minute>\d\d)?)"
AT = re.compile(rf"(?:il est |on est )(?:{WEEKDAY})? ?(?:{DATE})? ?(?:{HOUR})?")
TOMORROW = re.compile(rf"(?:il est |on est )?(?P<tomorrow>demain) {HOUR}")
ADVANCE = re.compile(rf"avance (?:de (?P<count>\d{{1,3}})|d'une?(?P<half> demi)?) ?(?P<unit>{'|'.join(UNITS)}|h|min)s?")
DAY = timedelta(days=1)


class ImmovableError(Exception):
    """The clock cannot be set so; its sentence is `demo-clock-{why}`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def read_move(text: str, now: datetime) -> datetime | None:
    """The instant `text` sets the clock to, in the timezone of `now`; None where it speaks of something else.

    Never before `now`: an hour already gone is the next day's. Raises ImmovableError for a date gone or that is none.
    """
    words = _plain(text)
    if advance := ADVANCE.fullmatch(words):
        return (now.astimezone(UTC) + _length(advance)).astimezone(now.tzinfo)
    if found := TOMORROW.fullmatch(words):
        return _at(now + DAY, _hour(found, now))
    found = AT.fullmatch(words)
    if found is None or not any(found.groups()):
        return None
    hour = _hour(found, now)
    return _on_date(found, hour, now) if found["number"] else _next(found["weekday"], hour, now)


def _plain(text: str) -> str:
    """Small letters without accents, single spaces, no full stop."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.replace("-", " ").split()).rstrip(" .!")


def _length(found: re.Match[str]) -> timedelta:
    unit = {"h": "heure", "min": "minute"}.get(found["unit"], found["unit"])
    return UNITS[unit] * int(found["count"] or 1) / (2 if found["half"] else 1)


def _hour(found: re.Match[str], now: datetime) -> time:
    """The hour said; unsaid, that of `now`."""
    if found["noon"]:
        return time(12)
    if not found["hour"]:
        return now.time()
    try:
        return time(int(found["hour"]), int(found["minute"] or 0))
    except ValueError:
        raise ImmovableError("no-such-hour") from None


def _at(day: datetime, hour: time) -> datetime:
    return datetime.combine(day.date(), hour, day.tzinfo)


def _next(weekday: str | None, hour: time, now: datetime) -> datetime:
    """The next time it is that hour, that weekday; the minute that runs is not over yet."""
    ahead = (WEEKDAYS.index(weekday) - now.weekday()) % 7 if weekday else 0
    wanted = _at(now + ahead * DAY, hour)
    if wanted > now or (wanted == now.replace(second=0, microsecond=0) and not weekday):
        return max(wanted, now)
    return _at(wanted + (7 if weekday else 1) * DAY, hour)


def _on_date(found: re.Match[str], hour: time, now: datetime) -> datetime:
    """The day said, in the year that brings it nearest to `now`."""
    years = [int(found["year"])] if found["year"] else [now.year - 1, now.year, now.year + 1]
    month, number = MONTHS.index(found["month"]) + 1, int(found["number"])
    days = [day for year in years if (day := _date(year, month, number, hour, now))]
    if not days:
        raise ImmovableError("no-such-day")
    wanted = min(days, key=lambda day: abs(day - now))
    if found["weekday"] and WEEKDAYS[wanted.weekday()] != found["weekday"]:
        raise ImmovableError("other-weekday")
    if wanted < now:
        raise ImmovableError("backward")
    return wanted


def _date(year: int, month: int, number: int, hour: time, now: datetime) -> datetime | None:
    try:
        return datetime.combine(datetime(year, month, number, tzinfo=now.tzinfo), hour, now.tzinfo)
    except ValueError:
        return None
