"""Every reason to say no, as facts; locales/fr/refusals.ftl gives each its sentence.

The sentence of `TooLate` is the message `too-late`: one test walks them all and hears them speak.
Any exception that is not a Refusal is a bug.
"""

import re
from dataclasses import dataclass, fields
from datetime import date, datetime

from models.vocabulary import Service


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Why something asked for is not done: facts, no sentence. Not frozen: Python writes tracebacks on exceptions."""

    @classmethod
    def name(cls) -> str:
        """The id of its sentence: TooLate → too-late."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    def facts(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in fields(self)}  # type: ignore[arg-type]


# The calendar


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


# Booking


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
