"""Usual weeks: what a grid shows and changes, what weekdays a sentence says, which days of a period they take."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.as_usual import adapt, follow, stretches, usual_meals
from models.rules.booking import Meal
from models.rules.people import Pupil
from models.rules.recurrences import weeks_of
from models.rules.usual_week import (
    Cell,
    Habit,
    Habits,
    Mark,
    Way,
    gather,
    mark_of,
    next_mark,
    seen_from,
    spread,
    with_mark,
    with_weekdays,
)
from models.vocabulary import Holiday, Period, Service, State, Weeks
from tests.rules.test_cutoffs import CALENDAR

LEA = Pupil(1, "Léa", "Durand", ((1, Weeks.ALL),))
TOM = Pupil(2, "Tom", "Durand", ((1, Weeks.ALL),))
INES = Pupil(3, "Inès", "Petit", ((2, Weeks.EVEN),))
PUPILS = {pupil.id: pupil for pupil in (LEA, TOM, INES)}
MONDAY, TUESDAY, THURSDAY, FRIDAY = 1, 2, 4, 5
CANTINE = Service.CANTINE
DECEMBER = CALENDAR.open_days(Period(date(2026, 11, 27), date(2026, 12, 18)))

LINES = st.builds(
    Habit, st.sampled_from(sorted(PUPILS)), st.sampled_from(Service), st.integers(1, 5), st.sampled_from(Weeks)
)
HABITS = st.lists(LINES, max_size=12).map(spread)
CELLS = st.builds(Cell, st.sampled_from(Service), st.integers(1, 5))


def usual(*weekdays: int, weeks: Weeks = Weeks.ALL, pupil: Pupil = LEA, service: Service = CANTINE) -> Habits:
    return spread(Habit(pupil.id, service, weekday, weeks) for weekday in weekdays)


def meals(*days: str, pupil: Pupil = LEA) -> list[Meal]:
    return [Meal(pupil.id, CANTINE, date.fromisoformat(day)) for day in days]


def booked(*days: str, state: State = State.RESERVED) -> dict[Meal, State]:
    return dict.fromkeys(meals(*days), state)


# The grid


@given(HABITS)
def test_lines_say_the_same_habits_in_as_few_words(habits: Habits) -> None:
    lines = gather(habits)
    assert spread(lines) == habits
    assert len({(line.child_id, line.service, line.weekday) for line in lines}) == len(lines)


@pytest.mark.parametrize(
    ("pupils", "marks"),
    [
        ([LEA], [Mark.EVERY, Mark.EVEN, Mark.ODD, Mark.NEVER]),
        ([LEA, TOM], [Mark.EVERY, Mark.EVEN, Mark.ODD, Mark.NEVER]),
        ([INES], [Mark.EVERY, Mark.NEVER, Mark.EVERY, Mark.NEVER]),
    ],
    ids=["one child", "two", "here in even weeks only"],
)
def test_taps_go_round_every_even_odd_never(pupils: list[Pupil], marks: list[Mark]) -> None:
    cell, habits, shown = Cell(CANTINE, MONDAY), Habits(), []
    for _ in marks:
        habits = with_mark(habits, cell, next_mark(habits, cell, pupils), pupils)
        shown.append(mark_of(habits, cell, pupils))
    assert shown == marks


def test_children_who_differ_are_mixed_and_a_tap_makes_them_alike() -> None:
    cell, pupils = Cell(CANTINE, MONDAY), [LEA, TOM]
    habits = usual(MONDAY)
    assert mark_of(habits, cell, pupils) is Mark.MIXED
    assert next_mark(habits, cell, pupils) is Mark.EVERY
    assert mark_of(with_mark(habits, cell, Mark.EVERY, pupils), cell, pupils) is Mark.EVERY


@given(HABITS, CELLS, st.sampled_from([Mark.EVERY, Mark.EVEN, Mark.ODD, Mark.NEVER]))
def test_the_same_tap_twice_changes_once_and_only_its_cell(habits: Habits, cell: Cell, mark: Mark) -> None:
    once = with_mark(habits, cell, mark, [LEA, INES])
    assert with_mark(once, cell, mark, [LEA, INES]) == once
    touched = {(h.service, h.weekday, h.child_id) for h in once ^ habits}
    assert touched <= {(cell.service, cell.weekday, pupil.id) for pupil in (LEA, INES)}
    assert seen_from(once, {INES.id: INES}) <= {h for h in once if h.weeks is Weeks.EVEN}


# Said in words


def test_what_is_said_of_a_service_replaces_it_adds_to_it_or_takes_out_of_it() -> None:
    before = usual(MONDAY, FRIDAY) | usual(TUESDAY, service=Service.GARDERIE_SOIR) | usual(MONDAY, pupil=TOM)
    evening, tom = usual(TUESDAY, service=Service.GARDERIE_SOIR), usual(MONDAY, pupil=TOM)
    thursday = {THURSDAY: Weeks.ALL}
    assert with_weekdays(before, CANTINE, thursday, Way.REPLACE, [LEA]) == usual(THURSDAY) | evening | tom
    assert with_weekdays(before, CANTINE, thursday, Way.ADD, [LEA]) == before | usual(THURSDAY)
    assert with_weekdays(before, CANTINE, {FRIDAY: Weeks.ALL}, Way.REMOVE, [LEA]) == usual(MONDAY) | evening | tom
    odd = with_weekdays(before, CANTINE, {MONDAY: Weeks.EVEN}, Way.REMOVE, [TOM])
    assert seen_from(odd, {TOM.id: TOM}) == usual(MONDAY, weeks=Weeks.ODD, pupil=TOM)


def every(step: int, first: str, count: int) -> list[date]:
    return [date.fromisoformat(first) + timedelta(days=step * number) for number in range(count)]


@pytest.mark.parametrize(
    ("days", "weeks"),
    [
        (every(7, "2026-11-30", 30), Weeks.ALL),
        (every(7, "2026-11-30", 1), Weeks.ALL),
        ([day for day in every(7, "2026-11-30", 30) if Weeks.EVEN.include(day)], Weeks.EVEN),
        ([day for day in every(7, "2026-11-30", 30) if Weeks.ODD.include(day)], Weeks.ODD),
        (every(14, "2026-11-30", 12), Weeks.ODD),  # across week 53, called by its first
        ([day for day in every(7, "2026-11-30", 30) if day != date(2026, 12, 14)], Weeks.ALL),
        (every(21, "2026-11-30", 6), None),
        (every(28, "2026-11-30", 6), None),
    ],
    ids=["each", "a day", "even", "odd", "every other", "each but one", "one in three", "monthly"],
)
def test_the_weeks_in_which_days_come_back(days: list[date], weeks: Weeks | None) -> None:
    assert weeks_of(days) == {MONDAY: weeks}


def test_the_last_even_monday_of_a_year_is_still_every_other_week_when_said_so() -> None:
    assert weeks_of([date(2027, 6, 28)], fortnightly=True) == {MONDAY: Weeks.EVEN}


# The days they take


def test_the_usual_days_of_a_period_are_school_days_of_the_weeks_the_child_is_here() -> None:
    habits = usual(MONDAY) | usual(TUESDAY, weeks=Weeks.EVEN) | usual(MONDAY, pupil=INES)
    taken = usual_meals(habits, DECEMBER, PUPILS)
    assert [meal.day.isoformat() for meal in taken if meal.child_id == LEA.id] == [
        "2026-11-30",
        "2026-12-07",
        "2026-12-08",
        "2026-12-14",
    ]
    assert [meal.day.isoformat() for meal in taken if meal.child_id == INES.id] == ["2026-12-07"]


def test_booking_as_usual_leaves_what_was_cancelled_aside() -> None:
    standing = booked("2026-11-30") | booked("2026-12-07", state=State.CANCELLED)
    found = follow(usual(MONDAY), standing, DECEMBER, PUPILS)
    assert found.to_book == meals("2026-12-14")
    assert found.already == meals("2026-11-30")
    assert found.aside == meals("2026-12-07")


@pytest.mark.parametrize(
    ("today", "ends"),
    [
        ("2026-11-26", [(Holiday.NOEL, "2026-12-18"), (Holiday.HIVER, "2027-02-19"), (Holiday.ETE, "2027-07-02")]),
        ("2027-06-01", [(Holiday.ETE, "2027-07-02")]),
        ("2027-07-20", [(Holiday.TOUSSAINT, "2027-10-22"), (Holiday.NOEL, "2027-12-17"), (Holiday.ETE, "2028-07-04")]),
        ("2030-01-01", []),
    ],
)
def test_how_far_one_may_book_ahead(today: str, ends: list[tuple[Holiday, str]]) -> None:
    found = stretches(CALENDAR, date.fromisoformat(today))
    assert [(stretch.holiday, stretch.last.isoformat()) for stretch in found] == ends
    assert all(CALENDAR.is_open(stretch.last) for stretch in found)


# A change of it


def test_a_changed_week_moves_what_was_booked_by_the_former_one() -> None:
    standing = booked("2026-11-30", "2026-12-03", "2026-12-07")
    found = adapt(usual(MONDAY, THURSDAY), usual(MONDAY, FRIDAY), standing, DECEMBER, PUPILS)
    assert found.to_cancel == meals("2026-12-03")
    assert found.to_book == meals("2026-11-27", "2026-12-04", "2026-12-11")  # to the end of the last week booked
    assert found.aside == []


def test_a_day_booked_besides_the_usual_week_stays_and_does_not_carry_it_further() -> None:
    standing = booked("2026-11-30", "2026-12-01", "2026-12-18")
    found = adapt(usual(MONDAY), usual(THURSDAY), standing, DECEMBER, PUPILS)
    assert found.to_cancel == meals("2026-11-30")
    assert found.to_book == meals("2026-12-03")


def test_without_a_former_week_all_that_the_new_one_lacks_may_go() -> None:
    standing = booked("2026-11-30", "2026-12-01")
    found = adapt(Habits(), usual(MONDAY), standing, DECEMBER, PUPILS)
    assert found.to_cancel == meals("2026-12-01")
    assert found.to_book == []


def test_what_was_cancelled_on_purpose_is_left_aside() -> None:
    standing = booked("2026-12-03") | booked("2026-11-30", state=State.CANCELLED)
    found = adapt(usual(THURSDAY), usual(MONDAY, THURSDAY), standing, DECEMBER, PUPILS)
    assert (found.to_book, found.to_cancel, found.aside) == ([], [], meals("2026-11-30"))


def test_nothing_booked_ahead_nothing_to_adapt_nor_for_a_child_whose_week_is_the_same() -> None:
    assert not adapt(usual(MONDAY), usual(FRIDAY), {}, DECEMBER, PUPILS).to_book
    unchanged = usual(MONDAY)
    assert not adapt(unchanged, unchanged, booked("2026-12-01"), DECEMBER, PUPILS).to_cancel


@given(st.frozensets(st.sampled_from([1, 2, 4, 5])), st.frozensets(st.sampled_from([1, 2, 4, 5])), st.data())
def test_once_adapted_nothing_is_left_to_adapt(old: frozenset[int], new: frozenset[int], data: st.DataObject) -> None:
    standing = dict.fromkeys(
        (Meal(LEA.id, CANTINE, day) for day in data.draw(st.lists(st.sampled_from(DECEMBER), max_size=8))),
        data.draw(st.sampled_from([State.RESERVED, State.CANCELLED])),
    )
    before, after = usual(*old), usual(*new)
    first = adapt(before, after, standing, DECEMBER, PUPILS)
    done = standing | dict.fromkeys(first.to_book, State.RESERVED) | dict.fromkeys(first.to_cancel, State.CANCELLED)
    assert not {*first.to_book} & {*first.to_cancel}
    assert adapt(before, after, done, DECEMBER, PUPILS).to_cancel == []
