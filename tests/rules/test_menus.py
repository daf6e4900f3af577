"""Menus as values: what changes, what may be said of which day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.actions.menus import packed, unpacked
from models.refusals import MenuDayOff, MenuDayPast
from models.rules.menus import Change, Menu, changes, in_order, objection
from models.vocabulary import Allergen
from tests.rules.test_cutoffs import CALENDAR

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2))
MENUS = st.builds(
    Menu,
    st.sampled_from([MONDAY, TUESDAY]),
    st.lists(st.text(max_size=9), max_size=4).map(tuple),
    st.none() | st.frozensets(st.sampled_from(Allergen)),
    st.booleans(),
)


def by_day(menus: list[Menu]) -> dict[date, Menu]:
    return {menu.day: menu for menu in menus}


@given(st.lists(MENUS).map(by_day), st.lists(MENUS).map(by_day))
def test_what_changes_done_makes_known_what_was_said(known: dict[date, Menu], said: dict[date, Menu]) -> None:
    changed = changes(known, said)
    assert all(change.before != change.after for change in changed)
    after = known | {change.day: change.after for change in changed if change.after}
    assert after == known | said
    assert changes(after, said) == []
    assert unpacked(packed(changed)) == changed


def test_a_day_erased_is_a_change_only_where_it_was_known() -> None:
    menu = Menu(MONDAY, ("a",))
    assert changes({MONDAY: menu}, {MONDAY: None, TUESDAY: None}) == [Change(MONDAY, menu, None)]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (MONDAY, None),
        (WEDNESDAY, MenuDayOff(4, WEDNESDAY)),
        (date(2026, 12, 25), MenuDayOff(4, date(2026, 12, 25))),
        (date(2026, 11, 27), MenuDayPast(4, date(2026, 11, 27))),
        (date(2040, 1, 2), MenuDayOff(4, date(2040, 1, 2))),
    ],
)
def test_a_menu_is_of_a_day_on_which_the_canteen_is_open(day: date, why: object) -> None:
    assert objection(day, 4, first=MONDAY, calendar=CALENDAR) == why


def test_there_are_fourteen_in_the_order_of_the_law() -> None:
    assert len(Allergen) == 14
    assert in_order([Allergen.MILK, Allergen.GLUTEN]) == [Allergen.GLUTEN, Allergen.MILK]
