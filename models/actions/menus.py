"""The menus known, what the mairie changes of them, and whom to tell of a week's."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from models.actions.reminders import guardians_told, muted_wholly
from models.rules.menus import Change, Menu, in_order
from models.tables import DayMenu, JournalEntry, MenuPhoto, MutedWeek, Residence
from models.vocabulary import Allergen, Stamp


def known(session: Session, days: Collection[date]) -> dict[date, Menu]:
    """The menus of `days` that are known."""
    rows = session.scalars(select(DayMenu).where(DayMenu.day.in_(days)).order_by(DayMenu.day))
    return {row.day: _menu(row) for row in rows}


def _menu(row: DayMenu) -> Menu:
    return _of_facts(row.day, {"dishes": row.dishes, "allergens": row.allergens, "vegetarian": row.vegetarian})


def _of_facts(day: date, facts: Mapping[str, Any]) -> Menu:
    allergens = None if facts["allergens"] is None else frozenset(map(Allergen, facts["allergens"]))
    return Menu(day, tuple(facts["dishes"]), allergens, facts["vegetarian"])


def _facts(menu: Menu) -> dict[str, Any]:
    """A menu as JSON holds it, without its day."""
    allergens = None if menu.allergens is None else [one.value for one in in_order(menu.allergens)]
    return {"dishes": list(menu.dishes), "allergens": allergens, "vegetarian": menu.vegetarian}


def packed(changes: Iterable[Change]) -> list[list[Any]]:
    """Changes as a draft keeps them: day, before, after."""
    return [
        [change.day.isoformat(), *(menu and _facts(menu) for menu in (change.before, change.after))]
        for change in changes
    ]


def unpacked(rows: Iterable[list[Any]]) -> list[Change]:
    each = ((date.fromisoformat(day), menus) for day, *menus in rows)
    return [Change(day, *(facts and _of_facts(day, facts) for facts in menus)) for day, menus in each]


def is_known(session: Session, monday: date, days: Collection[date]) -> bool:
    """Whether anything is known of what is eaten in the week of `monday`, on its `days` of school."""
    day = select(DayMenu.day).where(DayMenu.day.in_(days))
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
            row = DayMenu(day=menu.day, account_id=stamp.account_id, changed_at=stamp.now, **_facts(menu))
            session.merge(row)
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
