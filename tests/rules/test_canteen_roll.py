"""The canteen's roll as values: who is on it, in which class, how many plates, how the meal stands."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.attendance import Entry, Expected, Signal, Times, in_order, not_there, pointed
from models.rules.canteen_roll import Tally, groups, in_view, is_listed, listed, plates, tally
from models.rules.roll_screen import RollView, Screen
from models.vocabulary import Diet, Service

CANTINE, EVENING = Service.CANTINE, Service.GARDERIE_SOIR
NOON = datetime(2026, 11, 26, 11, tzinfo=UTC)
THERE, MISSING = Times(arrived=NOON), Times(absent=True)
LEA = Entry(1, "Léa", "Durand", school_class="CM1", expected=Expected.ANNOUNCED)
TOM = Entry(2, "Tom", "Durand", school_class="CP", expected=Expected.ANNOUNCED, diet=Diet.SANS_PORC)
ZOE = Entry(3, "Zoé", "Roy", school_class="CM1", expected=Expected.ANNOUNCED, signal=Signal.ABSENT)
BOB = Entry(4, "Bob", "Roy", school_class="CM1", expected=Expected.USUAL)
NOE = Entry(5, "Noé", "Tran", school_class="CP", expected=Expected.ANNOUNCED, diet=Diet.PANIER)
ALL = (LEA, TOM, ZOE, BOB, NOE)


def but(entry: Entry, times: Times) -> Entry:
    return replace(entry, times=times)


def test_classes_sit_together_whoever_was_added_among_them() -> None:
    added = but(BOB, THERE)
    assert in_order([TOM, ZOE, LEA, NOE], CANTINE) == [NOE, TOM, LEA, ZOE]
    assert listed(in_order([TOM, added, ZOE, LEA, NOE], CANTINE)) == [NOE, TOM, LEA, ZOE, added]
    assert groups(ALL) == [("", "CP"), ("", "CM1")]
    assert listed(ALL, 1) == [TOM, NOE]
    assert listed(ALL, 9) == listed(ALL)


def test_what_is_counted() -> None:
    entries = [but(LEA, THERE), but(TOM, MISSING), ZOE, but(BOB, THERE), NOE]
    counted = {Diet.STANDARD: 2, Diet.PANIER: 1}
    assert tally(entries) == Tally(booked=4, present=2, absent=1, told=1, awaited=1, unbooked=1, plates=counted)


@pytest.mark.parametrize(
    ("entry", "served"),
    [(LEA, 1), (but(LEA, MISSING), 0), (ZOE, 0), (but(ZOE, THERE), 1), (BOB, 0), (but(BOB, THERE), 1)],
)
def test_whose_plate_is_served(entry: Entry, served: int) -> None:
    assert sum(plates([entry]).values()) == served


def test_only_who_is_booked_can_be_missing_at_the_canteen() -> None:
    assert not_there(LEA, CANTINE) == MISSING
    assert not_there(BOB, CANTINE) == Times()
    assert not_there(BOB, EVENING) == MISSING
    assert pointed(MISSING, CANTINE, NOON) == THERE


TIMES = st.sampled_from([Times(), THERE, MISSING])


@given(st.lists(TIMES, min_size=5, max_size=5), st.sampled_from([*RollView]), st.integers(0, 3))
def test_every_child_is_either_listed_or_to_be_added(times: list[Times], view: RollView, group: int) -> None:
    entries = [but(entry, stands) for entry, stands in zip(ALL, times, strict=True)]
    others = in_view(Screen(date(2026, 11, 26), CANTINE, view=RollView.ADD), entries)
    assert sorted(listed(entries) + others, key=lambda entry: entry.child_id) == entries
    shown = in_view(Screen(date(2026, 11, 26), CANTINE, view=view, group=group), entries)
    assert all(is_listed(entry) == (view is not RollView.ADD) for entry in shown)
    counted = tally(entries)
    assert counted.booked - counted.absent - counted.told - counted.awaited == counted.present - counted.unbooked
