"""What is owed to people and what was already done: the outbox, updates handled, reminders refused."""

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Facts, Instant, TelegramId, words


class Post(StrEnum):
    """Where a letter stands; one found SENDING after a crash may or may not have left."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    DROPPED = "dropped"


class Letter(Base):
    """One message owed to one chat, written before it is sent and marked after.

    `key` is unique: owed once, whatever runs twice. `useful_until`: after it the letter is dropped, never late.
    `rank`: answers (0) leave before notices (1).
    """

    __tablename__ = "letter"
    __table_args__ = (Index("ix_letter_owed", "state", "rank", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(TelegramId, index=True)
    kind: Mapped[str]
    rank: Mapped[int] = mapped_column(default=1)
    key: Mapped[str | None] = mapped_column(unique=True)
    content: Mapped[Facts] = mapped_column(JSON)
    state: Mapped[Post] = mapped_column(words(Post), default=Post.PENDING)
    day: Mapped[date | None]
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    created_at: Mapped[datetime] = mapped_column(Instant)
    useful_until: Mapped[datetime | None] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    message_id: Mapped[int | None]


class HandledUpdate(Base):
    """An update whose effect and answer are committed; delivered again, it acts on nothing."""

    __tablename__ = "handled_update"

    update_id: Mapped[int] = mapped_column(TelegramId, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Instant, index=True)


class ReminderRound(Base):
    """A round of reminders already owed: about `day`, of one kind, to those whose hour was `due`."""

    __tablename__ = "reminder_round"

    day: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    due: Mapped[datetime] = mapped_column(Instant, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)


class Heartbeat(Base):
    """The one row that says when the bot last lived."""

    __tablename__ = "heartbeat"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)


class Declined(Base):
    """A household that said "pas cette fois" for `day`: not reminded of it again."""

    __tablename__ = "declined"

    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)


class Muted(Base):
    """Reminders an account wants no more: for a child (0 = any) and a weekday (0 = any)."""

    __tablename__ = "muted"
    __table_args__ = (UniqueConstraint("account_id", "child_id", "weekday"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    child_id: Mapped[int] = mapped_column(default=0)
    weekday: Mapped[int] = mapped_column(default=0)


class MutedWeek(Base):
    """A week, by its Monday, in which a household wants no reminders: everybody is at home."""

    __tablename__ = "muted_week"

    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), primary_key=True)
    monday: Mapped[date] = mapped_column(primary_key=True)


class ReminderChoice(Base):
    """When an account wants its reminders, and which; None: as the commune has it.

    `before` in minutes; `quiet`: ISO weekdays as digits; `off`: the kinds left out, parted by spaces.
    """

    __tablename__ = "reminder_choice"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    evening: Mapped[time | None]
    before: Mapped[int | None]
    plan: Mapped[time | None]
    menus: Mapped[time | None]
    quiet: Mapped[str] = mapped_column(default="")
    off: Mapped[str] = mapped_column(default="")


class JournalEntry(Base):
    """Who did what, when and why; identifiers and numbers, no sentence."""

    __tablename__ = "journal"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant, index=True)
    account_id: Mapped[int | None]
    action: Mapped[str]
    facts: Mapped[Facts] = mapped_column(JSON)
