"""Why a day has no school."""

from dataclasses import dataclass
from datetime import date

from models.refusals.base import Refusal


@dataclass(unsafe_hash=True)
class Unpublished(Refusal):
    """No official school calendar covers `day` yet."""

    day: date


@dataclass(unsafe_hash=True)
class PastDay(Refusal):
    day: date


@dataclass(unsafe_hash=True)
class NoSchool(Refusal):
    """A weekday without canteen, or a weekend."""

    day: date


@dataclass(unsafe_hash=True)
class PublicHoliday(Refusal):
    day: date
    holiday: str


@dataclass(unsafe_hash=True)
class SchoolHoliday(Refusal):
    """`holiday` is the name of the holidays: Toussaint, Noël, Hiver, Printemps, Été, Ascension."""

    day: date
    holiday: str


@dataclass(unsafe_hash=True)
class Closed(Refusal):
    """The mairie closed the school or the service that day."""

    day: date
    reason: str
