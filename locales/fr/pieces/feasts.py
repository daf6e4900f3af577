"""Feasts by name: the day each falls on, year by year."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from locales.fr.pieces.clock import Clock
from locales.fr.pieces.days import Point, Written
from locales.fr.pieces.value import replace


@lru_cache(maxsize=256)
def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian computus."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _sunday(month: int, rank: int) -> Callable[[int], date]:
    return lambda year: date(year, month, 7 * rank) - timedelta(days=date(year, month, 7 * rank).isoweekday() % 7)


def _mothers_day(year: int) -> date:
    """The last Sunday of May, or the first of June when that is Pentecost."""
    day = date(year, 5, 31) - timedelta(days=date(year, 5, 31).isoweekday() % 7)
    return day + timedelta(days=7) if day == easter(year) + timedelta(days=49) else day


def _thanksgiving(year: int) -> date:
    """The fourth Thursday of November."""
    return date(year, 11, 22) + timedelta(days=(3 - date(year, 11, 22).weekday()) % 7)


FEASTS: dict[str, Callable[[int], date]] = {
    "christmas": _on(12, 25),
    "christmas-eve": _on(12, 24),
    "new-year": _on(1, 1),
    "new-year-eve": _on(12, 31),
    "epiphany": _on(1, 6),
    "candlemas": _on(2, 2),
    "valentine": _on(2, 14),
    "shrove-tuesday": _from_easter(-47),
    "ash-wednesday": _from_easter(-46),
    "palm-sunday": _from_easter(-7),
    "maundy-thursday": _from_easter(-3),
    "holy-saturday": _from_easter(-1),
    "saint-patrick": _on(3, 17),
    "saint-john": _on(6, 24),
    "all-souls": _on(11, 2),
    "saint-catherine": _on(11, 25),
    "thanksgiving": _thanksgiving,
    "good-friday": _from_easter(-2),
    "easter": _from_easter(0),
    "ascension": _from_easter(39),
    "ascension-bridge": _from_easter(40),
    "pentecost": _from_easter(49),
    "labour-day": _on(5, 1),
    "victory-day": _on(5, 8),
    "mothers-day": _mothers_day,
    "fathers-day": _sunday(6, 3),
    "grandmothers-day": _sunday(3, 1),
    "music-day": _on(6, 21),
    "bastille-day": _on(7, 14),
    "assumption": _on(8, 15),
    "halloween": _on(10, 31),
    "all-saints": _on(11, 1),
    "armistice": _on(11, 11),
    "saint-nicholas": _on(12, 6),
    "april-fool": _on(4, 1),
}


class Feast(Point):
    """A feast, of a year if said, else the next (`which` -1: the last)."""

    name: str
    year: int | None = None
    which: int = 0

    def day(self, clock: Clock) -> date:
        on = FEASTS[self.name]
        if self.year is not None:
            return on(self.year)
        this = on(clock.today.year)
        if self.which < 0:
            return this if this < clock.today else on(clock.today.year - 1)
        found = this if this >= clock.today else on(clock.today.year + 1)
        return clock.choose("far-date", [found, this], day=found) if clock.is_far(found) and found != this else found


class OfYear(Point):
    """A date or a feast counted in years from this one: « le 5 janvier de l'année prochaine »."""

    piece: Written | Feast
    delta: int

    def day(self, clock: Clock) -> date:
        return replace(self.piece, year=clock.today.year + self.delta).day(clock)
