"""The menus known, what the mairie changes of them, and whom to tell of a week's."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from models.actions.reminders import guardians_told, muted_wholly
from models.rules.menus import Change, Menu, in_order
from models.tables import DayMenu, JournalEntry, MenuPhoto, MutedWeek, Residence
from models.vocabulary import Allergen, Stamp

WEEK = timedelta(days=6)


def known(session: Session, days: Collection[date]) -> dict[date, Menu]:
    """The menus of `days` that are known."""
    rows = session.scalars(select(DayMenu).where(DayMenu.day.in_(days)).order_by(DayMenu.day))
    return {row.day: _menu(row) for row in rows}


def _menu(row: DayMenu) -> Menu:
    allergens = None if row.allergens is None else frozenset(map(Allergen, row.allergens))
    return Menu(row.day, tuple(row.dishes), allergens, row.vegetarian)


def is_known(session: Session, monday: date) -> bool:
    """Whether anything is known of what is eaten in the week of `monday`."""
    day = select(DayMenu.day).where(DayMenu.day.between(monday, monday + WEEK))
    photo = select(MenuPhoto.monday).where(MenuPhoto.monday == monday)
    return bool(session.scalar(select(exists(day) | exists(photo))))


def photos(session: Session, mondays: Iterable[date]) -> dict[date, str]:
    """The photos of those weeks, as Telegram knows them."""
    rows = session.execute(select(MenuPhoto.monday, MenuPhoto.file_id).where(MenuPhoto.monday.in_(list(mondays))))
    return {row.monday: row.file_id for row in rows}


def keep(session: Session, changes: Iterable[Change], stamp: Stamp) -> None:
    """Write what changes, and journal the days."""
    days = []
    for change in changes:
        days.append(change.day.isoformat())
        if menu := change.after:
            allergens = None if menu.allergens is None else [one.value for one in in_order(menu.allergens)]
            facts = {"dishes": list(menu.dishes), "allergens": allergens, "vegetarian": menu.vegetarian}
            session.merge(DayMenu(day=menu.day, account_id=stamp.account_id, changed_at=stamp.now, **facts))
        else:
            session.execute(delete(DayMenu).where(DayMenu.day == change.day))
    _note(session, "menus", {"days": days}, stamp)


def keep_photo(session: Session, monday: date, file_id: str, stamp: Stamp) -> None:
    """Keep a week's photo, in place of the one before."""
    row = MenuPhoto(monday=monday, file_id=file_id, account_id=stamp.account_id, changed_at=stamp.now)
    session.merge(row)
    _note(session, "menu-photo", {"monday": monday.isoformat()}, stamp)


def drop_photo(session: Session, monday: date, stamp: Stamp) -> bool:
    """Show a week's photo no more; False where there was none."""
    gone = session.scalar(delete(MenuPhoto).where(MenuPhoto.monday == monday).returning(MenuPhoto.monday))
    if gone is None:
        return False
    _note(session, "menu-photo-dropped", {"monday": monday.isoformat()}, stamp)
    return True


def to_tell(session: Session, monday: date, households: Collection[int] | None = None) -> dict[int, int]:
    """Telegram id by account, of the guardians of a child who is not at home in the week of `monday`."""
    with_children = select(Residence.household_id)
    at_home = select(MutedWeek.household_id).where(MutedWeek.monday == monday)
    homes = set(session.scalars(with_children.where(Residence.household_id.not_in(at_home))))
    silent = muted_wholly(session)
    guardians = guardians_told(session, households)
    return {account: chat for home, account, chat in guardians if home in homes and account not in silent}


def _note(session: Session, action: str, facts: dict[str, object], stamp: Stamp) -> None:
    session.add(JournalEntry(at=stamp.now, account_id=stamp.account_id, action=action, facts=facts))
