"""Children pointed in and out: written once, corrected with a trace, their lateness beside; who is to be told."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models.actions.roster import entry_of
from models.rules.attendance import Entry, Times, closing, hours_of, instant_of, lateness, objection
from models.rules.commune import Commune
from models.tables import (
    Attendance,
    AttendanceChange,
    Booking,
    Child,
    Guardian,
    JournalEntry,
    Lateness,
    PresenceWatch,
    Residence,
    Sitting,
    Staff,
    table_of,
)
from models.tables.base import in_dialect
from models.vocabulary import Service, Stamp

GRACE = timedelta(minutes=1)  # in which a slip is corrected before parents hear of it
LONGEST_NOTE = 200

ROWS = table_of(Attendance)
ONCE = in_dialect(lambda dialect: dialect.insert(ROWS).on_conflict_do_nothing())


@dataclass(frozen=True, slots=True)
class Desk:
    """Who writes in which session, by which rules; `said_at`: when what is written was said or tapped."""

    session: Session
    sitting: Sitting
    commune: Commune
    stamp: Stamp
    said_at: datetime


def put(desk: Desk, entry: Entry, times: Times, name: str, why: str | None = None) -> bool:
    """Make `times` what stands for a child; False if they do already. Raises a Refusal for times that cannot be.

    `name`: how a refusal calls the child; `why`: kept with what stood before.
    """
    if times == entry.times:
        return False
    sitting = desk.sitting
    if no := objection(times, name, service=sitting.service, day=sitting.day, now=desk.said_at, commune=desk.commune):
        raise no
    record = _record(desk, entry)
    _trace(desk, record, {"times": times}, why)
    record.arrived_at, record.left_at, record.absent = times.arrived, times.left, times.absent
    record.version, record.account_id, record.changed_at = record.version + 1, desk.stamp.account_id, desk.stamp.now
    desk.session.flush()
    if sitting.service is not Service.CANTINE:  # nobody is late for a meal, nor told of it
        record.tell_at = desk.stamp.now + GRACE
        _keep_lateness(desk, record, entry.school)
    return True


def note(desk: Desk, entry: Entry, words: str) -> bool:
    """A word about a child at that session; False if it is there already."""
    words = words.strip()[:LONGEST_NOTE]
    if words == entry.note:
        return False
    record = _record(desk, entry)
    _trace(desk, record, {"note": words}, None)
    record.note, record.version = words, record.version + 1
    record.account_id, record.changed_at = desk.stamp.account_id, desk.stamp.now
    desk.session.flush()
    return True


def end_at(desk: Desk, at: time | None) -> None:
    """Move the end of the session for the day (None: as usual); lateness follows."""
    sitting = desk.sitting
    if sitting.closes == at:
        return
    facts = {"day": sitting.day.isoformat(), "service": sitting.service.value, "closes": at and at.isoformat()}
    stamp = desk.stamp
    desk.session.add(JournalEntry(at=stamp.now, account_id=stamp.account_id, action="sitting-end", facts=facts))
    sitting.closes, sitting.asked_at, sitting.passed_on_at = at, None, None
    left = select(Attendance, Child.school).join(Child, Child.id == Attendance.child_id)
    of_session = left.where(Attendance.day == sitting.day, Attendance.service == sitting.service)
    for record, school in desk.session.execute(of_session.where(Attendance.left_at.is_not(None))):
        if _keep_lateness(desk, record, school):
            record.tell_at = stamp.now + GRACE
    desk.session.flush()


def _record(desk: Desk, entry: Entry) -> Attendance:
    """The child's row of that session, made if there is none; the unique key keeps two from making two."""
    sitting, stamp = desk.sitting, desk.stamp
    if entry.version == 0:
        row = {
            "child_id": entry.child_id,
            "household_id": payer(desk.session, entry.child_id, sitting.day),
            "day": sitting.day,
            "service": sitting.service,
            "absent": False,
            "note": "",
            "account_id": stamp.account_id,
            "changed_at": stamp.now,
            "version": 0,
            "told_late": 0,
        }
        desk.session.connection().execute(ONCE(desk.session), row)
    mine = select(Attendance).filter_by(child_id=entry.child_id, day=sitting.day, service=sitting.service)
    return desk.session.scalars(mine.execution_options(populate_existing=True)).one()


def payer(session: Session, child_id: int, day: date) -> int:
    """The household that has the child that week, else its first."""
    homes = session.scalars(
        select(Residence).where(Residence.child_id == child_id).order_by(Residence.household_id)
    ).all()
    return next((home.household_id for home in homes if home.weeks.include(day)), homes[0].household_id)


def payer_of(session: Session, child_id: int, day: date, service: Service) -> int:
    """Who pays what is noted of a child: as its record has it, else as its booking has, else as the week goes."""
    for table in (Attendance, Booking):
        mine = select(table.household_id).where(table.child_id == child_id, table.day == day, table.service == service)
        if home := session.scalar(mine):
            return home
    return payer(session, child_id, day)


def _trace(desk: Desk, record: Attendance, change: dict[str, Times | str], why: str | None) -> None:
    """What stood and what stands; the first time a child is pointed corrects nothing."""
    if record.version == 0:
        return
    before = {"times": Times(record.arrived_at, record.left_at, record.absent), "note": record.note}
    desk.session.add(
        AttendanceChange(
            attendance_id=record.id,
            at=desk.stamp.now,
            account_id=desk.stamp.account_id,
            before={name: _facts(before[name]) for name in change},
            after={name: _facts(value) for name, value in change.items()},
            why=why,
        )
    )


def _facts(value: object) -> object:
    if not isinstance(value, Times):
        return value
    arrived, left = (instant and instant.isoformat() for instant in (value.arrived, value.left))
    return {"arrived": arrived, "left": left, "absent": value.absent}


def times_from(facts: object) -> Times:
    """What a trace of times says."""
    assert isinstance(facts, dict)
    arrived, left = (facts[name] and datetime.fromisoformat(facts[name]) for name in ("arrived", "left"))
    return Times(arrived, left, facts["absent"])


def _keep_lateness(desk: Desk, record: Attendance, school: str) -> bool:
    """Write how late a child left, or that it did not; True if that changes."""
    sitting, session = desk.sitting, desk.session
    closes = closing(hours_of(desk.commune, sitting.service, sitting.day), school, sitting.closes)
    minutes = lateness(record.left_at, instant_of(desk.commune, sitting.day, closes))
    known = session.get(Lateness, record.id)
    if minutes == (known.minutes if known else 0):
        return False
    session.execute(delete(Lateness).where(Lateness.attendance_id == record.id))
    if known:
        session.expunge(known)
    if minutes:
        session.add(Lateness(attendance_id=record.id, minutes=minutes))
    session.flush()
    return True


def changes(session: Session, child_id: int, sitting: Sitting) -> list[tuple[AttendanceChange, str]]:
    """What was corrected for a child at that session, the newest first, and by whom."""
    found = (
        select(AttendanceChange, Staff.name)
        .join(Attendance, Attendance.id == AttendanceChange.attendance_id)
        .outerjoin(Staff, Staff.account_id == AttendanceChange.account_id)
        .where(Attendance.child_id == child_id, Attendance.day == sitting.day, Attendance.service == sitting.service)
        .order_by(AttendanceChange.id.desc())
    )
    return [(change, name or "") for change, name in session.execute(found)]


def last_pointed(session: Session, sitting: Sitting, account_id: int) -> int | None:
    """The child somebody has pointed last in that session."""
    mine = select(Attendance.child_id).filter_by(day=sitting.day, service=sitting.service, account_id=account_id)
    return session.scalar(mine.order_by(Attendance.changed_at.desc(), Attendance.id.desc()).limit(1))


# Who is to be told


def watch(session: Session, account_id: int, *, wanted: bool) -> None:
    """Tell an account of every arrival and departure of its children, or no more."""
    if wanted:
        session.merge(PresenceWatch(account_id=account_id))
    else:
        session.execute(delete(PresenceWatch).where(PresenceWatch.account_id == account_id))
    session.flush()


def is_watching(session: Session, account_id: int) -> bool:
    return session.get(PresenceWatch, account_id) is not None


def watchers(session: Session, households: Collection[int]) -> set[int]:
    """Accounts of those households that asked to be told of every arrival and departure."""
    found = select(PresenceWatch.account_id).join(Guardian, Guardian.account_id == PresenceWatch.account_id)
    return set(session.scalars(found.where(Guardian.household_id.in_(households))))


@dataclass(frozen=True, slots=True)
class News:
    """A record its parents have not been told of: its line, and what they were told before."""

    id: int
    day: date
    household_id: int
    entry: Entry
    told_late: int
    told_of: datetime | None
    changed_at: datetime


def has_news(session: Session, now: datetime) -> bool:
    """Whether somebody is to be told."""
    return session.scalar(select(Attendance.id).where(Attendance.tell_at <= now).limit(1)) is not None


def to_tell(session: Session, now: datetime) -> list[News]:
    """Records whose hour to be told has come, each given once."""
    waiting = select(Attendance).where(Attendance.tell_at <= now).order_by(Attendance.id)
    news = []
    for record in session.scalars(waiting).all():
        entry = entry_of(session, record.day, record.service, record.child_id)
        record.tell_at = None
        if entry:
            told = record.told_late, record.told_of
            news.append(News(record.id, record.day, record.household_id, entry, *told, record.changed_at))
            record.told_late, record.told_of = entry.late, entry.times.left or entry.times.arrived
    session.flush()
    return news
