"""Who was there: a session of the garderie, each child's times in it, its lateness, and every correction."""

from datetime import date, datetime, time

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Facts, Instant, words
from models.vocabulary import Service


class Sitting(Base):
    """A session of one day, opened by an agent: morning, evening, or the canteen's roll; `closes`, where not as usual.

    Not closed 15 minutes after its end, the agent is asked, then the mairie: `asked_at`, `passed_on_at`. `opened_at`
    None: nobody has opened it.
    """

    __tablename__ = "sitting"
    __table_args__ = (Index("ix_sitting_closed_at_day", "closed_at", "day"),)

    day: Mapped[date] = mapped_column(primary_key=True)
    service: Mapped[Service] = mapped_column(words(Service), primary_key=True)
    opened_at: Mapped[datetime | None] = mapped_column(Instant)
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    closes: Mapped[time | None]
    asked_at: Mapped[datetime | None] = mapped_column(Instant)
    passed_on_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class Attendance(Base):
    """One child at one session: when it came and when it left; `absent`, pointed as not there though expected.

    The unique key is what makes two agents in the same second leave one record. `household_id`: who pays that day.
    `version` counts what was written, so that a tap on an old list is known by it. `tell_at`: when its parents are to
    be told, a slip being corrected meanwhile; `told_late`, `told_of`: the minutes and the moment they were told last.
    """

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("child_id", "day", "service"),
        Index("ix_attendance_day_service", "day", "service"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"))
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))
    day: Mapped[date]
    service: Mapped[Service] = mapped_column(words(Service))
    arrived_at: Mapped[datetime | None] = mapped_column(Instant)
    left_at: Mapped[datetime | None] = mapped_column(Instant)
    absent: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))  # who wrote it last
    changed_at: Mapped[datetime] = mapped_column(Instant)
    version: Mapped[int] = mapped_column(default=1)
    tell_at: Mapped[datetime | None] = mapped_column(Instant, index=True)
    told_late: Mapped[int] = mapped_column(default=0)
    told_of: Mapped[datetime | None] = mapped_column(Instant)


class Lateness(Base):
    """A child fetched after the end of the session: whole minutes, rounded down."""

    __tablename__ = "lateness"

    attendance_id: Mapped[int] = mapped_column(ForeignKey("attendance.id"), primary_key=True)
    minutes: Mapped[int]


class AttendanceChange(Base):
    """A record corrected or taken back: what stood, what stands, by whom, when and why."""

    __tablename__ = "attendance_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    attendance_id: Mapped[int] = mapped_column(ForeignKey("attendance.id"), index=True)
    at: Mapped[datetime] = mapped_column(Instant)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    before: Mapped[Facts] = mapped_column(JSON)
    after: Mapped[Facts] = mapped_column(JSON)
    why: Mapped[str | None]


class PresenceWatch(Base):
    """An account that asked to be told of every arrival and departure of its children."""

    __tablename__ = "presence_watch"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
