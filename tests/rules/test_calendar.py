"""The school calendar: three zones, the days holidays begin and end, and where it is not published."""

from datetime import date
from typing import get_args

import pytest
from holidays import country_holidays

from bot.settings import Subdivision
from models.refusals import Closed, NoSchool, PublicHoliday, SchoolHoliday, Unpublished
from models.rules.calendar import public_holidays, published
from models.vocabulary import Period

WEEK = frozenset({1, 2, 4, 5})


@pytest.mark.parametrize("zone", ["A", "B", "C"])
def test_every_zone_has_four_years_of_about_140_days(zone: str) -> None:
    calendar = published(zone, WEEK)
    assert [year.period.first.year for year in calendar.years] == [2024, 2025, 2026, 2027]
    for year in calendar.years:
        assert 135 <= len(calendar.open_days(year.period)) <= 142


@pytest.mark.parametrize(
    ("zone", "last", "back"),
    [("A", "2027-02-12", "2027-03-01"), ("B", "2027-02-19", "2027-03-08"), ("C", "2027-02-05", "2027-02-22")],
)
def test_winter_holidays_begin_on_friday_evening_and_differ_by_zone(zone: str, last: str, back: str) -> None:
    calendar = published(zone, WEEK)
    first, end = date.fromisoformat(last), date.fromisoformat(back)
    between = [day for day in Period(first, end) if calendar.is_open(day)]
    assert between == [first, end]


def test_a_departure_printed_on_a_tuesday_is_still_a_class_day() -> None:
    assert published("B", WEEK).is_open(date(2028, 7, 4))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-12-02", NoSchool),
        ("2026-12-05", NoSchool),
        ("2027-03-29", PublicHoliday),
        ("2026-12-25", PublicHoliday),
        ("2026-12-22", SchoolHoliday),
        ("2027-05-07", SchoolHoliday),
        ("2027-07-20", SchoolHoliday),
        ("2028-07-05", Unpublished),
        ("2024-09-01", Unpublished),
    ],
)
def test_why_there_is_no_school(day: str, why: type[Exception]) -> None:
    assert isinstance(published("B", WEEK).objection(date.fromisoformat(day)), why)


def test_a_closure_and_a_catch_up_day_are_laid_over_the_printed_calendar() -> None:
    monday, wednesday = date(2026, 11, 30), date(2026, 12, 2)
    calendar = published("B", WEEK).with_closures({monday: "grève"}, [wednesday])
    assert calendar.objection(monday) == Closed(monday, "grève")
    assert calendar.is_open(wednesday)
    assert calendar.is_regular(monday)
    assert not calendar.is_regular(wednesday)


def test_alsace_has_two_public_holidays_more() -> None:
    good_friday = date(2027, 3, 26)
    assert published("B", WEEK).is_open(good_friday)
    assert isinstance(published("B", WEEK, "6AE").objection(good_friday), PublicHoliday)


@pytest.mark.parametrize("subdivision", [None, *get_args(Subdivision)])
def test_public_holidays_are_those_the_holidays_library_knows(subdivision: str | None) -> None:
    first = 2025 if subdivision == "PF" else 2024  # Matāri’i, from 2025, took the place of another day
    for year in range(first, 2035):
        known = country_holidays("FR", subdiv=subdivision, years=year, language="fr")
        ours = public_holidays([year], subdivision)
        assert sorted(ours) == sorted(known)
        assert all(name in known[day].replace("'", "’").split("; ") for day, name in ours.items())


def test_the_year_of_a_day_and_the_next_one() -> None:
    calendar = published("B", WEEK)
    summer = date(2027, 8, 1)
    year, following = calendar.year_of(summer), calendar.next_year(summer)
    assert year
    assert year.period.last == date(2027, 7, 2)
    assert following
    assert following.period.first == date(2027, 9, 2)
    assert calendar.year_of(date(2023, 1, 1)) is None
    assert calendar.next_year(date(2028, 1, 1)) is None


def test_without_a_published_year_there_are_no_days() -> None:
    empty = published("B", WEEK).__class__("B", WEEK, (), {})
    assert empty.open_days(Period(date(2026, 1, 1), date(2026, 12, 31))) == []
    assert isinstance(empty.objection(date(2026, 11, 26)), Unpublished)
