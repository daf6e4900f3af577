"""Bookings, and the trace of every wish: its receipt, line by line, granted or refused."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.tables.base import Base, Facts, Instant, Named, TelegramId, words
from models.vocabulary import ScreenKind, Service, State, Weeks


class Booking(Base):
    """What stands for one child, one service, one day; the unique key is what makes asking twice book once."""

    __tablename__ = "booking"
    __table_args__ = (UniqueConstraint("child_id", "day", "service"), Index("ix_booking_day_service", "day", "service"))

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"))
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))  # who pays
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))  # who wrote it last
    day: Mapped[date]
    service: Mapped[Service] = mapped_column(words(Service))
    state: Mapped[State] = mapped_column(words(State))
    created_at: Mapped[datetime] = mapped_column(Instant)
    changed_at: Mapped[datetime] = mapped_column(Instant)


class Receipt(Base):
    """A wish that was carried out or refused: who asked what, in which words, at what instant, what was answered.

    `words` and `answer` are forgotten after 90 days at most. `message_id` is the writer's message, so that an edited
    one is read again in place of the first.
    """

    __tablename__ = "receipt"
    __table_args__ = (Index("ix_receipt_account_message", "account_id", "message_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str | None] = mapped_column(unique=True)  # derived from the id, hence written right after it
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    message_id: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(Instant, index=True)
    words: Mapped[str | None]
    answer: Mapped[str | None]
    why: Mapped[str | None]  # an override's reason
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("receipt.id"))

    lines: Mapped[list["ReceiptLine"]] = relationship(order_by="ReceiptLine.id")


class ReceiptLine(Base):
    """One child, service and day of a wish: `before` → `after`, or the name of the refusal and nothing changed."""

    __tablename__ = "receipt_line"

    id: Mapped[int] = mapped_column(primary_key=True)
    receipt_id: Mapped[int] = mapped_column(ForeignKey("receipt.id"), index=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"))
    service: Mapped[Service] = mapped_column(words(Service))
    day: Mapped[date]
    wanted: Mapped[State] = mapped_column(words(State))
    before: Mapped[State | None] = mapped_column(words(State))
    after: Mapped[State | None] = mapped_column(words(State))
    refusal: Mapped[str | None]


class Draft(Base):
    """An open screen: a recap to validate, a question to answer, a household to confirm.

    `instant` is when the sentence behind it was sent: a button that completes it is judged at that instant. `screen`
    is what was shown, to be shown again after a stop longer than Telegram keeps a tap; `shown_as` the message it is,
    once known, so that it can be kept true; `recall_at` when it is said again if it is still left so.
    """

    __tablename__ = "draft"
    __table_args__ = (Index("ix_draft_telegram_message", "telegram_id", "message_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_id: Mapped[int] = mapped_column(TelegramId)
    kind: Mapped[ScreenKind] = mapped_column(Named)
    payload: Mapped[Facts] = mapped_column(JSON)
    screen: Mapped[list[Facts]] = mapped_column(JSON, default=list)
    words: Mapped[str | None]
    instant: Mapped[datetime] = mapped_column(Instant)
    message_id: Mapped[int | None]
    shown_as: Mapped[int | None]
    recall_at: Mapped[datetime | None] = mapped_column(Instant, index=True)
    closed_at: Mapped[datetime | None] = mapped_column(Instant)


class Context(Base):
    """What the bot last said to somebody, or asked: what « oui », « non, le 4 » and « et aussi pour Tom » are about.

    `receipt_id`: of what was done; `draft_id`: the screen left open; `at`: the instant of that sentence.
    """

    __tablename__ = "context"

    telegram_id: Mapped[int] = mapped_column(TelegramId, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(Instant, index=True)
    requests: Mapped[list[Facts]] = mapped_column(JSON)
    receipt_id: Mapped[int | None]
    draft_id: Mapped[int | None]


class DailyOrder(Base):
    """The canteen order of a day, once it has left: from then on only the mairie changes that day."""

    __tablename__ = "daily_order"

    day: Mapped[date] = mapped_column(primary_key=True)
    left_at: Mapped[datetime] = mapped_column(Instant)


class UsualWeek(Base):
    """What a child usually takes on a weekday, every week or in even or odd ones; reminders expect it."""

    __tablename__ = "usual_week"

    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), primary_key=True)
    service: Mapped[Service] = mapped_column(words(Service), primary_key=True)
    weekday: Mapped[int] = mapped_column(primary_key=True)
    weeks: Mapped[Weeks] = mapped_column(words(Weeks), primary_key=True, default=Weeks.ALL)
