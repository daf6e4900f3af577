"""Why a time is not kept, or a session not opened."""

from dataclasses import dataclass
from datetime import date, time

from models.refusals.base import Refusal
from models.vocabulary import Service


@dataclass(unsafe_hash=True)
class NoSession(Refusal):
    """The commune has no garderie, or not that one."""

    day: date


@dataclass(unsafe_hash=True)
class FutureTime(Refusal):
    """Somebody is said to have come or left at a time that is still to come."""

    child: str
    at: time


@dataclass(unsafe_hash=True)
class OutsideSession(Refusal):
    """Long before the session opens, or after it closes."""

    child: str
    at: time
    service: Service
    opens: time
    closes: time


@dataclass(unsafe_hash=True)
class LeftBeforeArriving(Refusal):
    child: str
    arrived: time
    left: time


@dataclass(unsafe_hash=True)
class NotThatDay(Refusal):
    """An agent corrects the same day; later it is the mairie's."""

    day: date


@dataclass(unsafe_hash=True)
class NotTheirSheet(Refusal):
    """An agent prints the sheet of today or of the coming school day; the mairie any day's."""

    day: date
