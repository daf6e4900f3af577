"""Who is expected at the canteen: by habit, by a usual week, in the first weeks of a school year."""

from datetime import date

import pytest

from models.rules.reminders import days_looked_back, is_habit, is_in_season, is_usual
from models.vocabulary import Weeks
from tests.rules.test_cutoffs import CALENDAR

TUESDAY = date(2026, 12, 8)  # week 50, even
PAST = days_looked_back(TUESDAY, CALENDAR)
EVEN, ODD = ([day for day in PAST if weeks.include(day)] for weeks in (Weeks.EVEN, Weeks.ODD))


def test_the_last_open_weeks_leap_over_holidays() -> None:
    looked_back = days_looked_back(date(2026, 11, 17), CALENDAR)
    assert [day.isoformat() for day in looked_back[:4]] == ["2026-11-10", "2026-11-03", "2026-10-13", "2026-10-06"]
    assert len(looked_back) == 8


def test_in_september_the_weeks_before_the_summer_are_looked_back_on() -> None:
    assert [day.isoformat() for day in days_looked_back(date(2026, 9, 8), CALENDAR)[:2]] == ["2026-09-01", "2026-06-30"]


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        (PAST[:4], True),
        (PAST[1:3], True),
        ([PAST[0], PAST[3]], True),
        (PAST[:1], False),
        (PAST[3:5], False),
        ([], False),
    ],
)
def test_two_of_the_last_four_weeks_make_a_habit(taken: list[date], expected: bool) -> None:
    assert is_habit(TUESDAY, PAST, taken) is expected


def test_families_that_alternate_are_expected_in_their_weeks_and_not_in_the_others() -> None:
    assert is_habit(TUESDAY, PAST, EVEN)
    assert not is_habit(TUESDAY, PAST, ODD)


def test_a_week_forgotten_does_not_end_a_habit_of_every_second_week() -> None:
    assert is_habit(TUESDAY, PAST, [EVEN[0], EVEN[2]])
    assert is_habit(TUESDAY, PAST, EVEN[1:3])
    assert not is_habit(TUESDAY, PAST, EVEN[2:])


def test_a_child_of_two_homes_is_judged_on_each_one_s_weeks() -> None:
    """What the other home booked says nothing of this one; its own 2 of 4 may be eight weeks ago."""
    assert not is_habit(TUESDAY, PAST, ODD, Weeks.EVEN)
    assert is_habit(TUESDAY, PAST, [EVEN[0], EVEN[3]], Weeks.EVEN)
    assert not is_habit(TUESDAY, PAST, [EVEN[0], *ODD], Weeks.EVEN)


def test_the_season_is_the_first_four_weeks_of_a_school_year() -> None:
    assert is_in_season(date(2026, 9, 28), CALENDAR)
    assert not is_in_season(date(2026, 9, 29), CALENDAR)


def test_a_usual_week_may_be_for_even_weeks_only() -> None:
    lines = [(2, Weeks.EVEN), (4, Weeks.ALL)]
    assert not is_usual(date(2026, 12, 1), lines)  # week 49
    assert is_usual(date(2026, 12, 8), lines)
    assert is_usual(date(2026, 12, 3), lines)
    assert not is_usual(date(2026, 12, 4), lines)
