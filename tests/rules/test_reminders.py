"""When reminders are due, and who is expected."""

from datetime import date, timedelta

import pytest

from models.rules.reminders import Moment, days_looked_back, is_in_season, is_usual, rounds_due
from models.vocabulary import Weeks
from tests.rules.test_cutoffs import CALENDAR, SERCUS, local


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-29T17:59:59", []),
        ("2026-11-29T18:00", [(date(2026, 12, 1), Moment.EVENING)]),
        ("2026-11-30T07:59:59", [(date(2026, 12, 1), Moment.EVENING)]),
        ("2026-11-30T08:00", [(date(2026, 12, 1), Moment.EVENING), (date(2026, 12, 1), Moment.HOUR)]),
        ("2026-11-30T09:00", [(date(2026, 12, 1), Moment.EVENING), (date(2026, 12, 1), Moment.HOUR)]),
        ("2026-11-30T09:00:01", []),
    ],
)
def test_a_reminder_is_due_the_evening_before_and_an_hour_before_and_never_after(now: str, due: list[object]) -> None:
    assert [(round_.day, round_.moment) for round_ in rounds_due(SERCUS, local(now))] == due


def test_no_reminder_for_a_closed_day() -> None:
    evenings = (local("2026-09-01T18:30") + timedelta(days=days) for days in range(300))
    found = {round_.day for evening in evenings for round_ in rounds_due(SERCUS, evening)}
    assert found
    assert all(CALENDAR.is_open(day) for day in found)


def test_the_last_four_open_weeks_leap_over_holidays() -> None:
    looked_back = days_looked_back(date(2026, 11, 17), CALENDAR)
    assert [day.isoformat() for day in looked_back] == ["2026-11-10", "2026-11-03", "2026-10-13", "2026-10-06"]


def test_the_season_is_the_first_four_weeks_of_a_school_year() -> None:
    assert is_in_season(date(2026, 9, 28), CALENDAR)
    assert not is_in_season(date(2026, 9, 29), CALENDAR)


def test_a_usual_week_may_be_for_even_weeks_only() -> None:
    lines = [(2, Weeks.EVEN), (4, Weeks.ALL)]
    assert not is_usual(date(2026, 12, 1), lines)  # week 49
    assert is_usual(date(2026, 12, 8), lines)
    assert is_usual(date(2026, 12, 3), lines)
    assert not is_usual(date(2026, 12, 4), lines)
