"""Why a day can no longer be booked or cancelled."""

from dataclasses import dataclass
from datetime import date, datetime

from models.refusals.base import Refusal
from models.vocabulary import Service


@dataclass(unsafe_hash=True)
class TooLate(Refusal):
    day: date
    deadline: datetime


@dataclass(unsafe_hash=True)
class OrderLeft(Refusal):
    """Asked in time, but the order of that day has left: only the mairie can still add it."""

    day: date
    deadline: datetime


@dataclass(unsafe_hash=True)
class SessionStarted(Refusal):
    day: date
    service: Service
    started: datetime


@dataclass(unsafe_hash=True)
class NotOpenYet(Refusal):
    """Bookings open at `opens` ([opening] in commune.toml)."""

    day: date
    opens: date


@dataclass(unsafe_hash=True)
class BeforeFirstDay(Refusal):
    day: date
    first_day: date


@dataclass(unsafe_hash=True)
class NotYourWeek(Refusal):
    """The child spends that week in its other household, which alone books it."""

    day: date
    child: str


@dataclass(unsafe_hash=True)
class DeadlineAlreadyPast(Refusal):
    """A no-order day would move the cut-off of `day` to an instant already past: another one must be given."""

    day: date
    deadline: datetime
