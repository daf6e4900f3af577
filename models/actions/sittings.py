"""Sessions of the garderie and rolls of the canteen: opened, their end moved, closed; those nobody has closed."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.rules.attendance import GARDERIE, instant_of
from models.rules.commune import Commune
from models.tables import Attendance, JournalEntry, Sitting, table_of
from models.tables.base import in_dialect
from models.vocabulary import Service, Stamp

ASK_AFTER = timedelta(minutes=15)  # after closing, the agents
PASS_ON_AFTER = timedelta(minutes=10)  # after that, the mairie
LUNCH_OVER = time(15)  # a canteen's roll left open is sent then; one opened later, an hour after
ROLL_OPEN = timedelta(hours=1)

ROWS = table_of(Sitting)
ONCE = in_dialect(lambda dialect: dialect.insert(ROWS).on_conflict_do_nothing())


def find(session: Session, day: date, service: Service) -> Sitting | None:
    return session.get(Sitting, (day, service))


def open_sitting(session: Session, day: date, service: Service, stamp: Stamp) -> Sitting:
    """The session, opened by whoever comes first."""
    sitting = find(session, day, service) or unopened(session, day, service)
    if sitting.opened_at is None:
        sitting.opened_at, sitting.opened_by = stamp.now, stamp.account_id
    return sitting


def unopened(session: Session, day: date, service: Service) -> Sitting:
    """The row of a session that nobody has opened; its key keeps two agents from making two."""
    session.connection().execute(ONCE(session), {"day": day, "service": service})
    return session.get_one(Sitting, (day, service), populate_existing=True)


def close(session: Session, sitting: Sitting, stamp: Stamp) -> bool:
    """Close it; False if it was, unless it is a roll corrected since, which is sent again."""
    if sitting.closed_at and not (sitting.service is Service.CANTINE and is_outdated(session, sitting)):
        return False
    sitting.closed_at, sitting.closed_by = stamp.now, stamp.account_id
    facts = {"day": sitting.day.isoformat(), "service": sitting.service.value}
    session.add(JournalEntry(at=stamp.now, account_id=stamp.account_id, action="sitting-closed", facts=facts))
    session.flush()
    return True


def has_something_to_tell(session: Session, sitting: Sitting, commune: Commune) -> bool:
    """Whether a session nobody closed is worth a summary: not one opened another day, nor a roll not called."""
    if sitting.opened_at and commune.today(sitting.opened_at) > sitting.day:
        return False
    if sitting.service is not Service.CANTINE:
        return True
    called = select(Attendance.id).filter_by(day=sitting.day, service=sitting.service)
    return session.scalar(called.limit(1)) is not None


def is_outdated(session: Session, sitting: Sitting) -> bool:
    """Whether the roll was corrected since its summary was sent."""
    if sitting.closed_at is None:
        return False
    mine = select(Attendance.id).filter_by(day=sitting.day, service=sitting.service)
    return session.scalar(mine.where(Attendance.changed_at > sitting.closed_at).limit(1)) is not None


def ends(sitting: Sitting, commune: Commune) -> datetime:
    """When its last school closes, or when the agent said for the day."""
    hours = commune.sessions.get(sitting.service)
    at = sitting.closes or (hours.last_closing if hours else time.max)
    return instant_of(commune, sitting.day, at)


@dataclass(frozen=True, slots=True)
class Unclosed:
    """Sessions not closed: today's to ask about; rolls of the canteen and those of before, to be closed now."""

    due: tuple[Sitting, ...]
    forgotten: tuple[Sitting, ...]


UNCLOSED = select(Sitting).where(Sitting.closed_at.is_(None))


def unclosed(session: Session, commune: Commune, now: datetime) -> Unclosed:
    """Today's ended a quarter of an hour ago, opened or not, or asked about ten minutes ago; and those of before.

    Looked at every second: one question, as long as no session has ended without having been opened.
    """
    day = commune.today(now)
    known = session.scalars(UNCLOSED.order_by(Sitting.day, Sitting.service)).all()
    rolls = [sitting for sitting in known if sitting.service is Service.CANTINE]
    sessions = [sitting for sitting in known if sitting.service is not Service.CANTINE]
    today = [sitting for sitting in sessions if sitting.day == day]
    never = [sitting for sitting in _held(commune, day, now) if sitting.service not in {one.service for one in today}]
    unopened_ = [sitting for sitting in never if find(session, day, sitting.service) is None]
    due = tuple(sitting for sitting in (*today, *unopened_) if _is_due(sitting, commune, now))
    over = [sitting for sitting in rolls if _is_over(sitting, commune, now)]
    return Unclosed(due, (*(sitting for sitting in sessions if sitting.day < day), *over))


def _is_over(roll: Sitting, commune: Commune, now: datetime) -> bool:
    """Whether nobody is likely to call it any more."""
    over = instant_of(commune, roll.day, LUNCH_OVER)
    return now >= (max(over, roll.opened_at + ROLL_OPEN) if roll.opened_at else over)


def _held(commune: Commune, day: date, now: datetime) -> list[Sitting]:
    """Sessions of the day that have ended by the commune's hours, as they are where nobody has opened them."""
    sittings = [Sitting(day=day, service=service) for service in GARDERIE if service in commune.sessions]
    ended = [sitting for sitting in sittings if ends(sitting, commune) + ASK_AFTER <= now]
    return ended if ended and commune.calendar.is_open(day) else []


def _is_due(sitting: Sitting, commune: Commune, now: datetime) -> bool:
    if sitting.passed_on_at:
        return False
    if sitting.asked_at:
        return sitting.asked_at + PASS_ON_AFTER <= now
    return ends(sitting, commune) + ASK_AFTER <= now
