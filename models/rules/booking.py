"""Whether a day may still be booked or cancelled: facts in, objection or None out."""

from dataclasses import dataclass, field
from datetime import date, datetime

from models.refusals import (
    BeforeFirstDay,
    NotOpenYet,
    OrderLeft,
    PastDay,
    Refusal,
    SessionStarted,
    TooLate,
)
from models.rules.commune import Commune
from models.vocabulary import Service, State


@dataclass(frozen=True, slots=True)
class Meal:
    """What is asked about: one child, one service, one day."""

    child_id: int
    service: Service
    day: date


@dataclass(frozen=True, slots=True)
class Refused:
    meal: Meal
    why: Refusal
    standing: State | None  # what was there and stays; None = nothing


@dataclass
class Verdict:
    """A wish, judged: half of it may be granted.

    `granted` changes something; `unchanged` was so already; `absent` was told too late to cancel: it stays ordered;
    `refused` says why.
    """

    granted: list[Meal] = field(default_factory=list)
    unchanged: list[Meal] = field(default_factory=list)
    absent: list[Meal] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def objection(
    day: date, service: Service, *, instant: datetime, commune: Commune, order_left: bool = False
) -> Refusal | None:
    """Why `service` on `day` can no longer be changed by a wish of `instant`, or None if it can.

    `instant` is when the wish was sent (aware); `order_left`: the day's order has been handed over since.
    """
    local = commune.local(instant)
    if day < local.date():
        return PastDay(day)
    if closed := commune.calendar.objection(day):
        return closed
    if early := _too_early(day, local.date(), commune):
        return early
    if service is not Service.CANTINE:
        return _session_objection(day, service, local, commune)
    deadline = commune.cutoffs.deadline(day, commune.calendar)
    if local > deadline:
        return TooLate(day, deadline)
    return OrderLeft(day, deadline) if order_left else None


def _too_early(day: date, today: date, commune: Commune) -> Refusal | None:
    opening = commune.opening
    if opening.opens and today < opening.opens:
        return NotOpenYet(day, opening.opens)
    if opening.first_day and day < opening.first_day:
        return BeforeFirstDay(day, opening.first_day)
    return None


def _session_objection(day: date, service: Service, local: datetime, commune: Commune) -> Refusal | None:
    """A garderie is announced until it starts: announcing only helps the agent."""
    hours = commune.sessions.get(service)
    starts = datetime.combine(day, hours.opens, commune.timezone) if hours else None
    return SessionStarted(day, service, starts) if starts and local >= starts else None
