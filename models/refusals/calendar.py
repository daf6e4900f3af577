"""Why a day has no school."""

from dataclasses import dataclass
from datetime import date

from models.refusals.base import Refusal
from models.vocabulary import Holiday


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
    day: date
    holiday: Holiday


@dataclass(unsafe_hash=True)
class Closed(Refusal):
    """The mairie closed the school or the service that day."""

    day: date
    reason: str
