"""Hours of reminders as they are typed behind /rappels: « 19h30 », « la veille à 20 h », « dimanche 17h »."""

import re
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum

from locales.fr.scanning import normal
from locales.fr.spelled import fold

_HOUR = re.compile(r"\b(\d{1,2}) ?(?:h|:|heures?\b) ?(\d{2})?\b|\b(midi)\b")
_MINUTES = re.compile(r"\b(\d{1,3}) ?(?:min|mn|minutes?)\b")
_SPELLED = {
    "une demi heure": 30,
    "demi heure": 30,
    "une heure et demie": 90,
    "une heure": 60,
    "deux heures": 120,
    "un quart d heure": 15,
    "trois quarts d heure": 45,
}


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
    words = re.sub(r"[^\w:]+", " ", fold(normal(text).lower())).strip()
    if delay := _delay(words):
        return HourSaid(Moment.UNSAID, before=delay)
    found = _HOUR.search(words)
    if found is None:
        return None
    hours, minutes = (12, 0) if found[3] else (int(found[1]), int(found[2] or 0))
    return HourSaid(_moment(words), time(hours, minutes)) if hours < 24 and minutes < 60 else None


def _delay(words: str) -> timedelta | None:
    """Some minutes, or some hours before."""
    if found := _MINUTES.search(words):
        return timedelta(minutes=int(found[1]))
    if "avant" not in words.split():
        return None
    for said, minutes in sorted(_SPELLED.items(), key=lambda item: -len(item[0])):
        if said in words:
            return timedelta(minutes=minutes)
    found = _HOUR.search(words)
    return timedelta(hours=int(found[1]), minutes=int(found[2] or 0)) if found and found[1] else None


def _moment(words: str) -> Moment:
    if "veille" in words or "soir" in words.split():
        return Moment.EVE
    if "dimanche" in words or "plan" in words.split():
        return Moment.SUNDAY
    if {"menu", "menus", "lundi"} & set(words.split()):
        return Moment.MENUS
    return Moment.SAME_DAY if "meme" in words.split() or "matin" in words.split() else Moment.UNSAID
