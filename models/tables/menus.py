"""What will be eaten, as the mairie has told it: a menu a day, a photo a week."""

from datetime import date, datetime

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from models.tables.base import Base, Instant


class DayMenu(Base):
    """The menu of a day; `allergens` None: not told."""

    __tablename__ = "day_menu"

    day: Mapped[date] = mapped_column(primary_key=True)
    dishes: Mapped[list[str]] = mapped_column(JSON)
    allergens: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    vegetarian: Mapped[bool]
    account_id: Mapped[int | None]
    changed_at: Mapped[datetime] = mapped_column(Instant)


class MenuPhoto(Base):
    """The photo of the menus of the week of `monday`, which stays at Telegram's: `file_id` shows it again."""

    __tablename__ = "menu_photo"

    monday: Mapped[date] = mapped_column(primary_key=True)
    file_id: Mapped[str]
    account_id: Mapped[int | None]
    changed_at: Mapped[datetime] = mapped_column(Instant)
