"""Usual weeks in the database: read as a household sees them, kept without touching the other home's weeks."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from models.actions import booking
from models.rules import as_usual, usual_week
from models.rules.as_usual import Adaptation
from models.rules.booking import Meal, Timing, objection
from models.rules.commune import Commune
from models.rules.people import Pupil
from models.rules.usual_week import Habit, Habits
from models.tables import Child, JournalEntry, UsualWeek
from models.vocabulary import Period, Service, Stamp, Weeks


def load(session: Session, pupils: Mapping[int, Pupil]) -> Habits:
    """The habits of `pupils` in the weeks they are here."""
    return usual_week.seen_from(_stored(session, pupils), pupils)


def _stored(session: Session, children: Iterable[int]) -> Habits:
    rows = select(UsualWeek.child_id, UsualWeek.service, UsualWeek.weekday, UsualWeek.weeks)
    found = session.execute(rows.where(UsualWeek.child_id.in_(sorted(children))))
    return usual_week.spread(Habit(*row) for row in found)


def hold(session: Session, children: Iterable[int]) -> None:
    """Let nobody else change the usual weeks of `children` until this transaction ends."""
    session.execute(select(Child.id).where(Child.id.in_(sorted(children))).order_by(Child.id).with_for_update())


def keep(session: Session, wanted: Habits, pupils: Mapping[int, Pupil], stamp: Stamp) -> None:
    """Make `wanted` the usual week of `pupils` in the weeks they are here; call `hold` first."""
    stored = _stored(session, pupils)
    elsewhere = stored - usual_week.seen_from(stored, pupils)
    lines = usual_week.gather(elsewhere | usual_week.seen_from(wanted, pupils))
    session.execute(delete(UsualWeek).where(UsualWeek.child_id.in_(sorted(pupils))))
    if lines:
        session.execute(insert(UsualWeek), rows_of(lines))
    facts = {"children": sorted(pupils), "lines": len(lines)}
    session.add(JournalEntry(at=stamp.now, account_id=stamp.account_id, action="usual-week", facts=facts))


def rows_of(lines: Iterable[Habit]) -> list[dict[str, Any]]:
    return [
        {"child_id": line.child_id, "service": line.service, "weekday": line.weekday, "weeks": line.weeks}
        for line in lines
    ]


def pack(habits: Habits) -> list[list[Any]]:
    """Habits as a draft keeps them."""
    return [[h.child_id, h.service.value, h.weekday, h.weeks.value] for h in usual_week.gather(habits)]


def unpack(packed: Iterable[Iterable[Any]]) -> Habits:
    lines = (Habit(child, Service(service), weekday, Weeks(weeks)) for child, service, weekday, weeks in packed)
    return usual_week.spread(lines)


def adaptation(
    session: Session, old: Habits, new: Habits, pupils: Mapping[int, Pupil], *, at: Timing, commune: Commune
) -> Adaptation:
    """What of the bookings ahead `new` in place of `old` would change, as far as cut-offs permit at an instant."""
    today = commune.today(at.instant)
    booked = booking.booked(session, pupils, today, date.max)
    last = max((meal.day for meal in booked), default=today)
    days = commune.calendar.open_days(Period(today, as_usual.end_of_week(last)))
    standing = booking.standing(session, pupils, days)
    found = as_usual.adapt(old, new, standing, days, pupils)
    changeable = _changeable([*found.to_book, *found.to_cancel, *found.aside], session, pupils, at, commune)
    return Adaptation(
        to_book=[meal for meal in found.to_book if meal in changeable],
        to_cancel=[meal for meal in found.to_cancel if meal in changeable],
        aside=[meal for meal in found.aside if meal in changeable],
    )


def followed(
    session: Session,
    days: Collection[date],
    services: Collection[Service],
    pupils: Mapping[int, Pupil],
    *,
    at: Timing,
    commune: Commune,
) -> Adaptation:
    """What booking `days` as usual would do, of `services` (none: all); days cancelled that are over are left out."""
    habits = frozenset(h for h in load(session, pupils) if not services or h.service in services)
    found = as_usual.follow(habits, booking.standing(session, pupils, days), days, pupils)
    changeable = _changeable(found.aside, session, pupils, at, commune)
    return replace(found, aside=[meal for meal in found.aside if meal in changeable])


def _changeable(
    meals: Collection[Meal], session: Session, pupils: Mapping[int, Pupil], at: Timing, commune: Commune
) -> set[Meal]:
    facts = booking.load_facts(session, list(meals), pupils)
    return {
        meal
        for meal in meals
        if not objection(meal.day, meal.service, at=at, commune=commune, order_left=meal.day in facts.orders_left)
    }
