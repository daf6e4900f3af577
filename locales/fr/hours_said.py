"""Hours of reminders as they are typed behind /rappels: « 19h30 », « la veille à 20 h », « dimanche 17h »."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum

from locales.fr.kinds import kinds
from locales.fr.words import EVENING, MORNING
from locales.fr.words_said import Word, words_said

TIME, EVE, SESSION, MENU, BEFORE, NUMBER, ONE = kinds("time eve session menu before number one")
WEEKDAYS = kinds("weekday weekdays")
HOURS = {"heure", "heures"}
PARTS = {"quart": 15, "quarts": 15, "demi": 30, "demie": 30}  # of an hour, in minutes
MONDAY, SUNDAY = 1, 7


class Moment(StrEnum):
    """What the hour is said to be of; UNSAID: to be told by the hour itself."""

    EVE = "eve"
    SAME_DAY = "same-day"
    SUNDAY = "sunday"
    MENUS = "menus"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class HourSaid:
    """An hour of some moment, or (`before`) how long before the cut-off."""

    moment: Moment
    hour: time | None = None
    before: timedelta | None = None


def read(text: str) -> HourSaid | None:
    """What was said, or None where there is no hour in it, or one no clock has."""
    words = words_said(text)
    said = [word.value for word in words if word.kind == TIME] + [time(12) for word in words if word.plain == "midi"]
    is_before = any(word.kind == BEFORE for word in words)
    delay = _delay(said, words) if is_before or any(isinstance(each, timedelta) for each in said) else None
    if delay:
        return HourSaid(Moment.UNSAID, before=delay)
    hour = next((each for each in said if isinstance(each, time)), None)
    return HourSaid(_moment(words), hour) if hour else None


def _delay(said: Sequence[time | timedelta | None], words: Sequence[Word]) -> timedelta:
    """Some minutes, or some hours before: « 30 min », "1 h 30", "une heure et demie"."""
    first = next((each for each in said if each), None)
    if isinstance(first, time):
        return timedelta(hours=first.hour, minutes=first.minute)
    return first or timedelta(minutes=_spelled(words))


def _spelled(words: Sequence[Word]) -> int:
    """The minutes of « trois quarts d'heure », "une demi-heure", "deux heures et quart"."""
    minutes, count, part = 0, 1, 0
    for word in words:
        if word.kind in (NUMBER, ONE):
            count = word.value or 1
        elif word.plain in HOURS:
            minutes, part = part or count * 60, 0
        elif word.plain in PARTS:
            part = count * PARTS[word.plain] if not minutes else PARTS[word.plain]
    return minutes + part if minutes else 0


def _moment(words: Sequence[Word]) -> Moment:
    said = {(word.kind, word.value) for word in words}
    plain = {word.plain for word in words}
    weekdays = {value for kind, value in said if kind in WEEKDAYS}
    if (EVE, -1) in said or (SESSION, EVENING) in said:
        return Moment.EVE
    if SUNDAY in weekdays or "plan" in plain:
        return Moment.SUNDAY
    if any(kind == MENU for kind, _ in said) or MONDAY in weekdays:
        return Moment.MENUS
    return Moment.SAME_DAY if (SESSION, MORNING) in said or "meme" in plain else Moment.UNSAID
