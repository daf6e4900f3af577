"""The commune's calendar as it stands: the mairie's closures and no-order days laid over commune.toml."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import String, case, cast, literal, null, select, union_all
from sqlalchemy.orm import Session

from models.refusals import DeadlineAlreadyPast
from models.rules.commune import Commune
from models.tables import Closure, CutoffByHand, Instant, JournalEntry, NoOrderDay
from models.vocabulary import Stamp

REACH = timedelta(days=30)  # how far after a no-order day a cut-off can have fallen on it (longest holidays but summer)


# Read for every update: one question, built once. A closure or an opening has its reason, a cut-off its instant.
NO_INSTANT, NO_REASON = cast(null(), Instant).label("at"), cast(null(), String)
KIND = case((Closure.opened, "open"), else_="closed").label("kind")
LAID_OVER = union_all(
    select(Closure.day, KIND, Closure.reason, NO_INSTANT),
    select(NoOrderDay.day, literal("no-orders"), NO_REASON, NO_INSTANT),
    select(CutoffByHand.day, literal("by-hand"), NO_REASON, CutoffByHand.deadline),
)


def commune_today(session: Session, commune: Commune) -> Commune:
    """`commune` with what the database says of its days."""
    rows = session.connection().execute(LAID_OVER).all()
    if not rows:
        return commune
    closed = {row.day: row.reason for row in rows if row.kind == "closed"}
    calendar = commune.calendar.with_closures(closed, (row.day for row in rows if row.kind == "open"))
    no_orders = frozenset(row.day for row in rows if row.kind == "no-orders")
    by_hand = {row.day: row.at for row in rows if row.kind == "by-hand"}
    cutoffs = commune.cutoffs.with_no_orders(commune.cutoffs.no_orders | no_orders, by_hand)
    return replace(commune, calendar=calendar, cutoffs=cutoffs)


def close(session: Session, days: Iterable[date], reason: str, stamp: Stamp) -> None:
    """Close `days`: no school, nothing can be booked any more."""
    for day in days:
        session.merge(Closure(day=day, reason=reason, opened=False))
        _note(session, "close", day, reason, stamp)


def open_day(session: Session, day: date, reason: str, stamp: Stamp) -> None:
    """Open a catch-up day; its cut-off is the previous working day's."""
    session.merge(Closure(day=day, reason=reason, opened=True))
    _note(session, "open", day, reason, stamp)


def take_no_orders(
    session: Session,
    day: date,
    reason: str,
    stamp: Stamp,
    *,
    commune: Commune,
    instead: datetime | None = None,
) -> None:
    """Take no orders on `day`. `instead`: the cut-off to use where the rule's would already be past.

    Raises DeadlineAlreadyPast, changing nothing, where one is needed and not given.
    """
    before = commune_today(session, commune)
    after = replace(before, cutoffs=before.cutoffs.with_no_orders(before.cutoffs.no_orders | {day}))
    past = [meal_day for meal_day in _moved(day, before, after) if _is_past(meal_day, before, after, stamp.now)]
    if past and (instead is None or instead <= stamp.now):
        raise DeadlineAlreadyPast(past[0], after.cutoffs.deadline(past[0], after.calendar))
    for meal_day in past:
        session.merge(CutoffByHand(day=meal_day, deadline=instead))
    session.merge(NoOrderDay(day=day, reason=reason))
    session.flush()
    _note(session, "no-orders", day, reason, stamp)


def _moved(day: date, before: Commune, after: Commune) -> list[date]:
    """The canteen days whose cut-off a declaration about `day` moves."""
    around = (day + timedelta(days=n) for n in range(REACH.days))
    return [
        meal_day
        for meal_day in around
        if after.calendar.is_open(meal_day)
        and before.cutoffs.deadline(meal_day, before.calendar) != after.cutoffs.deadline(meal_day, after.calendar)
    ]


def _is_past(day: date, before: Commune, after: Commune, now: datetime) -> bool:
    """Whether the cut-off of `day`, still ahead before, would be over after."""
    moved = after.cutoffs.deadline(day, after.calendar)
    return moved < now <= before.cutoffs.deadline(day, before.calendar)


def _note(session: Session, action: str, day: date, reason: str, stamp: Stamp) -> None:
    facts = {"day": day.isoformat(), "reason": reason}
    session.add(JournalEntry(at=stamp.now, account_id=stamp.account_id, action=action, facts=facts))
