"""Households, guardians and children as the mairie knows them; accounts and codes as Telegram knows them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.tables.base import Base, Instant, TelegramId, words
from models.vocabulary import Diet, Role, Weeks


class Household(Base):
    """A family as billed; `key` is the mairie's own name for it (column foyer)."""

    __tablename__ = "household"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    resident: Mapped[bool] = mapped_column(default=True)
    staff: Mapped[bool] = mapped_column(default=False)  # works for the commune: has a tariff of its own
    address: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")

    guardians: Mapped[list["Guardian"]] = relationship(back_populates="household")
    residences: Mapped[list["Residence"]] = relationship(back_populates="household")
    quotients: Mapped[list["Quotient"]] = relationship(order_by="Quotient.since", lazy="selectin")

    @property
    def quotient_familial(self) -> int | None:
        """The newest one known."""
        return max(self.quotients, key=lambda quotient: quotient.since).value if self.quotients else None

    @property
    def quotient_since(self) -> date | None:
        """From when on the newest one counts."""
        return max((quotient.since for quotient in self.quotients), default=None)


class Quotient(Base):
    """The quotient familial of a household from a day on: a bill looks at the one of its day."""

    __tablename__ = "quotient"

    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), primary_key=True)
    since: Mapped[date] = mapped_column(primary_key=True)
    value: Mapped[int]


class Account(Base):
    """Somebody who signed in with a code; the Telegram account is then the key. A private chat bears the same id."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_id: Mapped[int] = mapped_column(TelegramId, unique=True)
    created_at: Mapped[datetime] = mapped_column(Instant)
    blocked_at: Mapped[datetime | None] = mapped_column(Instant)


class Guardian(Base):
    """A responsable of one household; with two households, the same person is two guardians of one account."""

    __tablename__ = "guardian"

    id: Mapped[int] = mapped_column(primary_key=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    civility: Mapped[str] = mapped_column(default="")
    last_name: Mapped[str]
    first_name: Mapped[str]
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")

    household: Mapped[Household] = relationship(back_populates="guardians")


class Staff(Base):
    """An agent or a secretary."""

    __tablename__ = "staff"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[str]
    role: Mapped[Role] = mapped_column(words(Role))


class Child(Base):
    """A pupil; no health detail, only whether a PAI exists."""

    __tablename__ = "child"
    __table_args__ = (UniqueConstraint("last_name", "first_name", "birth_date"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    last_name: Mapped[str]
    first_name: Mapped[str]
    birth_date: Mapped[date | None]
    school: Mapped[str] = mapped_column(default="")
    school_class: Mapped[str] = mapped_column(default="")
    diet: Mapped[Diet] = mapped_column(words(Diet), default=Diet.STANDARD)
    pai: Mapped[bool] = mapped_column(default=False)
    allowed: Mapped[str] = mapped_column(default="")  # people allowed to fetch the child
    emergency: Mapped[str] = mapped_column(default="")

    residences: Mapped[list["Residence"]] = relationship(back_populates="child")


class Residence(Base):
    """A child in a household, and in which weeks; two of them for separated parents."""

    __tablename__ = "residence"

    child_id: Mapped[int] = mapped_column(ForeignKey("child.id"), primary_key=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), primary_key=True, index=True)
    weeks: Mapped[Weeks] = mapped_column(words(Weeks), default=Weeks.ALL)

    child: Mapped[Child] = relationship(back_populates="residences")
    household: Mapped[Household] = relationship(back_populates="residences")


class Invitation(Base):
    """A temporary code, stored hashed; it works once, before `expires_at`, for a guardian or a member of staff."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    code_hash: Mapped[str] = mapped_column(unique=True)
    guardian_id: Mapped[int | None] = mapped_column(ForeignKey("guardian.id"), index=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant)


class WrongCode(Base):
    """A wrong code tried: five in an hour lock that Telegram account out for an hour."""

    __tablename__ = "wrong_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_id: Mapped[int] = mapped_column(TelegramId, index=True)
    at: Mapped[datetime] = mapped_column(Instant, index=True)
