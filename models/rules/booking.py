"""Whether a day may still be booked or cancelled: facts in, objection or None out."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from models.refusals import (
    BeforeFirstDay,
    NotOpenYet,
    NotYourWeek,
    OrderLeft,
    PastDay,
    Refusal,
    SessionStarted,
    TooLate,
)
from models.rules.commune import Commune
from models.rules.people import Pupil
from models.vocabulary import Service, State


@dataclass(frozen=True, slots=True)
class Meal:
    """What is asked about: one child, one service, one day."""

    child_id: int
    service: Service
    day: date


LATE = TooLate | OrderLeft | SessionStarted


@dataclass(frozen=True, slots=True)
class Timing:
    """When a wish was sent, which is what it is judged at, and when it is carried out; both aware."""

    instant: datetime
    now: datetime

    @classmethod
    def at(cls, instant: datetime) -> "Timing":
        """Carried out as it is sent."""
        return cls(instant, instant)


@dataclass(frozen=True, slots=True)
class Refused:
    meal: Meal
    why: Refusal
    standing: State | None  # what was there and stays; None = nothing


@dataclass
class Verdict:
    """The wish to have meals `wanted`, judged: half of it may be granted.

    `granted` changes something; `unchanged` was so already; `absent` was told too late to cancel: it stays ordered;
    `refused` says why; `standing` is what it was judged on.
    """

    wanted: State
    standing: Mapping[Meal, State] = field(default_factory=dict)
    granted: list[Meal] = field(default_factory=list)
    unchanged: list[Meal] = field(default_factory=list)
    absent: list[Refused] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    @property
    def meals(self) -> set[Meal]:
        """All that was judged."""
        judged = [no.meal for no in (*self.absent, *self.refused)]
        return {*self.granted, *self.unchanged, *judged}

    def without(self, meals: Collection[Meal]) -> "Verdict":
        """The verdict on all but `meals`."""
        return Verdict(
            self.wanted,
            self.standing,
            [meal for meal in self.granted if meal not in meals],
            [meal for meal in self.unchanged if meal not in meals],
            [late for late in self.absent if late.meal not in meals],
            [no for no in self.refused if no.meal not in meals],
        )

    def changes(self) -> bool:
        """Whether anything would change."""
        return bool(self.granted or self.absent)

    def child_days(self) -> int:
        """How many days of how many children are touched: what decides whether it is shown before it is done.

        Days refused count too, unless there is no school: what was asked is what is large or small.
        """
        late = [no.meal for no in (*self.absent, *self.refused) if isinstance(no.why, LATE)]
        return len({(meal.child_id, meal.day) for meal in (*self.granted, *self.unchanged, *late)})


def objection(day: date, service: Service, *, at: Timing, commune: Commune, order_left: bool = False) -> Refusal | None:
    """Why `service` on `day` can no longer be changed by a wish sent `at` an instant, or None if it can.

    `order_left`: the day's order has been handed over since.
    """
    local = commune.local(at.instant)
    if day < commune.today(max(at.instant, at.now)):
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


@dataclass(frozen=True)
class Facts:
    """What a judgement stands on, as the database has it."""

    standing: Mapping[Meal, State]
    homes: Mapping[int, Pupil]
    orders_left: frozenset[date]


def judge(meals: Iterable[Meal], wanted: State, facts: Facts, *, at: Timing, commune: Commune) -> Verdict:
    """Sort `meals` by what may be done of the wish to have them `wanted`."""
    verdict = Verdict(wanted, facts.standing)
    for meal in meals:
        standing = facts.standing.get(meal)
        if elsewhere := _elsewhere(meal, facts, commune):
            verdict.refused.append(Refused(meal, elsewhere, None))
        elif _is_already(standing, wanted):
            verdict.unchanged.append(meal)
        elif why := _objection(meal, facts, at, commune):
            _stand_by(verdict, meal, standing, why)
        else:
            verdict.granted.append(meal)
    return verdict


def _is_already(standing: State | None, wanted: State) -> bool:
    return standing is wanted or (standing is None and wanted is State.CANCELLED)


def _elsewhere(meal: Meal, facts: Facts, commune: Commune) -> Refusal | None:
    """Whether another household has the child that week: what stands there is not this one's to know."""
    pupil = facts.homes[meal.child_id]
    if pupil.home_on(meal.day) is not None:
        return None
    return commune.calendar.objection(meal.day) or NotYourWeek(meal.day, pupil.first_name)


def _objection(meal: Meal, facts: Facts, at: Timing, commune: Commune) -> Refusal | None:
    left = meal.day in facts.orders_left
    return objection(meal.day, meal.service, at=at, commune=commune, order_left=left)


def _stand_by(verdict: Verdict, meal: Meal, standing: State | None, why: Refusal) -> None:
    """Too late for the kitchen is not too late to tell: the meal stays ordered, the absence is known or taken back."""
    ordered = standing in (State.RESERVED, State.ABSENT) and isinstance(why, TooLate | OrderLeft)
    if ordered and verdict.wanted is State.RESERVED:
        verdict.granted.append(meal)
    elif ordered and standing is State.ABSENT:
        verdict.unchanged.append(meal)
    elif ordered:
        verdict.absent.append(Refused(meal, why, standing))
    else:
        verdict.refused.append(Refused(meal, why, standing))
