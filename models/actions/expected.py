"""Who is expected at the canteen of a day and has neither booked nor said no."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import ColumnElement, case, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.rules.calendar import SchoolCalendar
from models.rules.reminders import days_looked_back, is_habit, is_in_season, is_usual
from models.rules.rounds import monday_of
from models.tables import Booking, Declined, MutedWeek, Residence, UsualWeek
from models.vocabulary import Service, State, Weeks

ASKED_BY_NAME = 2000  # children; beyond, a day's bookings are read faster whole


@dataclass(frozen=True, slots=True)
class Expected:
    """The children of a day that are expected, by household; `season`: only for want of habits yet."""

    usually: dict[int, list[int]]
    season: dict[int, list[int]]


def expected(
    session: Session, day: date, calendar: SchoolCalendar, households: Collection[int] | None = None
) -> Expected:
    """Everybody, or the children of `households` alone."""
    homes = _undecided(session, day, households)
    children = {child for child, _, _ in homes} if len(homes) <= ASKED_BY_NAME else None
    usual, habits = _usual(session, day, children), _habits(session, day, calendar, children)
    usually, season = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    is_season = is_in_season(day, calendar)
    for child, home, weeks in homes:
        lines = [line for line in usual.get(child, ()) if weeks is Weeks.ALL or line[1] in (Weeks.ALL, weeks)]
        if is_usual(day, lines) if lines else habits.is_habit(child, weeks):
            usually[home].append(child)
        elif is_season and not lines:
            season[home].append(child)
    return Expected(usually, season)


def _undecided(session: Session, day: date, households: Collection[int] | None) -> Sequence[tuple[int, int, Weeks]]:
    """(child, household, weeks) of who is at home there on `day`, and has neither booked nor declined."""
    here = Residence.weeks.in_([weeks for weeks in Weeks if weeks.include(day)])
    declined = exists().where(Declined.household_id == Residence.household_id, Declined.day == day)
    muted = exists().where(MutedWeek.household_id == Residence.household_id, MutedWeek.monday == monday_of(day))
    rows = select(Residence.child_id, Residence.household_id, Residence.weeks).order_by(Residence.child_id)
    asked = rows.where(here, ~_is_settled(Residence.child_id, day), ~declined, ~muted)
    if households is not None:
        asked = asked.where(Residence.household_id.in_(households))
    return session.connection().execute(asked).all()


def _is_settled(child: InstrumentedAttribute[int], day: date) -> ColumnElement[bool]:
    """Whether something was decided: booked, or cancelled."""
    return exists().where(Booking.child_id == child, Booking.day == day, Booking.service == Service.CANTINE)


def _usual(session: Session, day: date, children: Collection[int] | None) -> dict[int, list[tuple[int, Weeks]]]:
    """The canteen lines of the usual weeks set, by child; those of children who have not decided of `day`."""
    rows = select(UsualWeek.child_id, UsualWeek.weekday, UsualWeek.weeks).where(UsualWeek.service == Service.CANTINE)
    rows = rows.where(~_is_settled(UsualWeek.child_id, day))
    if children is not None:
        rows = rows.where(UsualWeek.child_id.in_(children))
    lines: dict[int, list[tuple[int, Weeks]]] = defaultdict(list)
    for child, weekday, weeks in session.connection().execute(rows):
        lines[child].append((weekday, weeks))
    return lines


class _Habits:
    """What each child took on the days looked back on, as a number whose bits are those days; few numbers differ."""

    def __init__(self, day: date, past: Sequence[date], taken: dict[int, int]) -> None:
        self._taken = taken
        self._judge = cache(
            lambda bits, weeks: is_habit(day, past, {one for n, one in enumerate(past) if bits >> n & 1}, weeks)
        )

    def is_habit(self, child: int, weeks: Weeks) -> bool:
        return bool(self._judge(self._taken.get(child, 0), weeks))


def _habits(session: Session, day: date, calendar: SchoolCalendar, children: Collection[int] | None) -> _Habits:
    """Read what was taken on that weekday lately."""
    past = days_looked_back(day, calendar)
    if not past:
        return _Habits(day, past, {})
    bits = func.sum(case(*((Booking.day == one, 1 << number) for number, one in enumerate(past)), else_=0))
    taken = (
        select(Booking.child_id, bits)
        .where(Booking.day.in_(past), Booking.service == Service.CANTINE, Booking.state != State.CANCELLED)
        .group_by(Booking.child_id)
    )
    if children is not None:
        taken = taken.where(Booking.child_id.in_(children))
    return _Habits(day, past, {child: int(number) for child, number in session.connection().execute(taken)})
