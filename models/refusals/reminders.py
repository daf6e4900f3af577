"""Why reminders cannot come as asked."""

from dataclasses import dataclass
from datetime import time

from models.refusals.base import Refusal


@dataclass(unsafe_hash=True)
class ReminderTooLate(Refusal):
    """At `hour`, the cut-off of that day (`deadline`) is past or strikes: the reminder would be useless."""

    hour: time
    deadline: time


@dataclass(unsafe_hash=True)
class DelayOutOfRange(Refusal):
    """A reminder comes between `least` and `most` minutes before the cut-off."""

    minutes: int
    least: int
    most: int


@dataclass(unsafe_hash=True)
class NoDayLeft(Refusal):
    """Every weekday would be quiet."""
