"""The list of a session, loaded: every child, how much it is expected, what stands."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from models.rules.attendance import Entry, Expected, Signal, Times, in_order
from models.tables import Attendance, Booking, Child, Lateness, Residence, Staff, UsualWeek
from models.vocabulary import Service, State

WEEKS_BACK = 4
OFTEN = 2  # of them: a child seen so often on that weekday is expected

Meal = aliased(Booking)
CHILD = (Child.id, Child.first_name, Child.last_name, Child.school, Child.school_class, Child.diet, Child.pai)
RECORD = (Attendance.arrived_at, Attendance.left_at, Attendance.absent, Attendance.note, Attendance.version)
BY = select(func.min(Staff.name)).where(Staff.account_id == Attendance.account_id).scalar_subquery().label("by")
LIVES = select(Residence.child_id).where(Residence.child_id == Child.id).exists()


def roster(session: Session, day: date, service: Service) -> list[Entry]:
    """Every child of the commune at that session, in the order of the list."""
    usual = _usual(session, day, service)
    found = session.execute(_lines(day, service).where(LIVES))
    return in_order((_entry(row, usual, service) for row in found), service)


def children(session: Session) -> list[Entry]:
    """Every child there is, for its name alone."""
    found = session.execute(select(Child.id, Child.first_name, Child.last_name).where(LIVES).order_by(Child.id))
    return [Entry(id_, first, last) for id_, first, last in found]


def entry_of(session: Session, day: date, service: Service, child_id: int) -> Entry | None:
    """One line of it; None for a child there is not."""
    row = session.execute(_lines(day, service).where(LIVES, Child.id == child_id)).one_or_none()
    return _entry(row, frozenset(), service) if row else None


def _lines(day: date, service: Service) -> Select[*tuple[Any, ...]]:
    at_session = and_(Attendance.child_id == Child.id, Attendance.day == day, Attendance.service == service)
    booked = and_(Booking.child_id == Child.id, Booking.day == day, Booking.service == service)
    meal = and_(Meal.child_id == Child.id, Meal.day == day, Meal.service == Service.CANTINE)
    return (
        select(*CHILD, *RECORD, Lateness.minutes, Booking.state.label("booked"), Meal.state.label("meal"), BY)
        .outerjoin(Attendance, at_session)
        .outerjoin(Lateness, Lateness.attendance_id == Attendance.id)
        .outerjoin(Booking, booked)
        .outerjoin(Meal, meal)
    )


def _usual(session: Session, day: date, service: Service) -> frozenset[int]:
    """Whose usual week has that session, or who has been seen there on that weekday of late."""
    habits = select(UsualWeek.child_id, UsualWeek.weeks).where(
        UsualWeek.service == service, UsualWeek.weekday == day.isoweekday()
    )
    before = [day - timedelta(weeks=weeks) for weeks in range(1, WEEKS_BACK + 1)]
    seen = (
        select(Attendance.child_id)
        .where(Attendance.day.in_(before), Attendance.service == service)
        .where(or_(Attendance.arrived_at.is_not(None), Attendance.left_at.is_not(None)))
        .group_by(Attendance.child_id)
        .having(func.count() >= OFTEN)
    )
    said = {child for child, weeks in session.execute(habits) if weeks.include(day)}
    return frozenset(said | set(session.scalars(seen)))


def _entry(row: Row[*tuple[Any, ...]], usual: frozenset[int], service: Service) -> Entry:
    entry = Entry(
        row.id,
        row.first_name,
        row.last_name,
        row.school,
        row.school_class,
        _expected(row.booked, usual=row.id in usual),
        _signal(row.booked, row.meal, service),
        diet=row.diet,
        pai=row.pai,
    )
    if row.version is None:
        return entry
    times = Times(row.arrived_at, row.left_at, row.absent)
    return replace(entry, times=times, late=row.minutes or 0, note=row.note, version=row.version, by=row.by or "")


def _expected(booked: State | None, *, usual: bool) -> Expected:
    if booked in (State.RESERVED, State.ABSENT):
        return Expected.ANNOUNCED
    return Expected.USUAL if usual and booked is None else Expected.OTHER


def _signal(booked: State | None, meal: State | None, service: Service) -> Signal:
    """What the parents told; at the canteen a meal cancelled in time says nothing more."""
    if State.ABSENT in (booked, meal):
        return Signal.ABSENT
    cancelled = meal is State.CANCELLED and service is not Service.CANTINE
    return Signal.NO_MEAL if cancelled else Signal.NONE


def lateness_this_month(session: Session, child_id: int, day: date) -> int:
    """How many times a child has been late in the month of `day`, up to that day."""
    counted = select(func.count()).select_from(Lateness).join(Attendance, Attendance.id == Lateness.attendance_id)
    of_child = counted.where(Attendance.child_id == child_id, Attendance.day.between(day.replace(day=1), day))
    return session.scalars(of_child).one()


def family_of(session: Session, child_id: int) -> tuple[str, str]:
    """Who may fetch a child, and whom to call."""
    allowed, emergency = session.execute(select(Child.allowed, Child.emergency).where(Child.id == child_id)).one()
    return allowed, emergency
