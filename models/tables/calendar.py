"""What the mairie lays over the printed calendar: closures, opened days, days without orders, cut-offs set by hand."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Instant


class Closure(Base):
    """A day closed (strike, works) or, with `opened`, a catch-up day that has school though the calendar says no."""

    __tablename__ = "closure"

    day: Mapped[date] = mapped_column(primary_key=True)
    reason: Mapped[str]
    opened: Mapped[bool] = mapped_column(default=False)


class NoOrderDay(Base):
    """A day on which the mairie takes no orders: cut-offs that fall on it move back."""

    __tablename__ = "no_order_day"

    day: Mapped[date] = mapped_column(primary_key=True)
    reason: Mapped[str]


class CutoffByHand(Base):
    """The cut-off of one canteen day, given by the mairie where the rule would fall in the past."""

    __tablename__ = "cutoff_by_hand"

    day: Mapped[date] = mapped_column(primary_key=True)
    deadline: Mapped[datetime] = mapped_column(Instant)
