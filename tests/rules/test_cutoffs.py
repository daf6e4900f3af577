"""Cut-offs: every canteen day of two school years under the three policies, and the tricky cases."""

import csv
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import SHIPPED, read_commune
from models.refusals import (
    NoSchool,
    PastDay,
    PublicHoliday,
    Refusal,
    SchoolHoliday,
    TooLate,
    Unpublished,
)
from models.rules.booking import Timing, objection
from models.rules.calendar import published
from models.rules.commune import Commune
from models.rules.cutoffs import PARIS, Cutoffs, Limit, Policy, next_deadlines, orders_due
from models.vocabulary import Period, Service

DATA = Path(__file__).parent.parent / "data"
CALENDAR = published("B", frozenset({1, 2, 4, 5}))
TABLE = {1: Limit(5, time(9)), 2: Limit(1, time(9)), 4: Limit(2, time(9)), 5: Limit(4, time(9))}
SERCUS = Commune("Sercus", "", "", CALENDAR, Cutoffs(TABLE))
CLOSED = (NoSchool, PublicHoliday, SchoolHoliday)
EXPECTED: dict[str, type[Refusal] | tuple[type[Refusal], ...]] = {
    "LATE": TooLate,
    "CLOSED": CLOSED,
    "PAST": PastDay,
    "UNKNOWN": Unpublished,
}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


YEARS = [row for name in ("cutoffs_2025_26.csv", "cutoffs_2026_27.csv") for row in rows(name)]


def local(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=PARIS)


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize("row", YEARS, ids=lambda row: row["day"])
def test_the_cutoff_of_each_canteen_day(row: dict[str, str], policy: Policy) -> None:
    day = date.fromisoformat(row["day"])
    assert Cutoffs(TABLE, policy).deadline(day, CALENDAR) == local(row[policy.value])


@pytest.mark.parametrize("name", ["cutoffs_2025_26.csv", "cutoffs_2026_27.csv"])
def test_these_are_all_the_canteen_days_of_the_year(name: str) -> None:
    days = [date.fromisoformat(row["day"]) for row in rows(name)]
    year = CALENDAR.year_of(days[0])
    assert year
    assert CALENDAR.open_days(year.period) == days


@pytest.mark.parametrize("row", rows("tricky_cases.csv"), ids=lambda row: f"{row['id']} {row['why']}")
def test_tricky_cases(row: dict[str, str]) -> None:
    day = date.fromisoformat(row["day"])
    found = objection(day, Service.CANTINE, at=Timing.at(local(row["now"])), commune=SERCUS)
    if row["expected"] == "ACCEPT":
        assert found is None
    else:
        assert isinstance(found, EXPECTED[row["expected"]])
    if row["cutoff_working"]:
        assert SERCUS.cutoffs.deadline(day, CALENDAR).date().isoformat() == row["cutoff_working"]


SCHOOL_DAYS = CALENDAR.open_days(Period(date(2024, 9, 2), date(2028, 7, 4)))


@given(
    st.sampled_from(SCHOOL_DAYS),
    st.sampled_from(Policy),
    st.integers(-10_000, 10_000),
    st.integers(0, 10_000),
)
def test_once_too_late_always_too_late(day: date, policy: Policy, first: int, after: int) -> None:
    cutoffs = Cutoffs(TABLE, policy)
    commune = Commune("Sercus", "", "", CALENDAR, cutoffs)
    deadline = cutoffs.deadline(day, CALENDAR)
    sooner = deadline + timedelta(minutes=first)
    later = sooner + timedelta(minutes=after)
    if objection(day, Service.CANTINE, at=Timing.at(sooner), commune=commune):
        assert objection(day, Service.CANTINE, at=Timing.at(later), commune=commune)


@given(st.sampled_from(SCHOOL_DAYS), st.sampled_from(Policy))
def test_nine_o_clock_passes_and_a_second_later_is_late(day: date, policy: Policy) -> None:
    cutoffs = Cutoffs(TABLE, policy)
    commune = Commune("Sercus", "", "", CALENDAR, cutoffs)
    deadline = cutoffs.deadline(day, CALENDAR)
    assert deadline.date() < day
    assert deadline.time() == time(9)
    assert objection(day, Service.CANTINE, at=Timing.at(deadline), commune=commune) is None
    late = objection(day, Service.CANTINE, at=Timing.at(deadline + timedelta(seconds=1)), commune=commune)
    assert late == TooLate(day, deadline)


def test_a_day_without_orders_moves_the_cutoffs_that_fall_on_it() -> None:
    cutoffs = Cutoffs(TABLE, no_orders=frozenset({date(2026, 12, 3)}))
    assert cutoffs.deadline(date(2026, 12, 4), CALENDAR) == local("2026-12-02T09:00")
    assert cutoffs.deadline(date(2026, 12, 7), CALENDAR) == local("2026-12-04T09:00")


def test_a_closure_of_the_school_moves_no_cutoff() -> None:
    closed = CALENDAR.with_closures({date(2026, 12, 3): "grève"})
    for policy in Policy:
        assert Cutoffs(TABLE, policy).deadline(date(2026, 12, 4), closed) == local("2026-12-03T09:00")


def test_a_catch_up_wednesday_closes_the_working_day_before_at_nine() -> None:
    opened = CALENDAR.with_closures({}, [date(2026, 12, 9)])
    assert opened.is_open(date(2026, 12, 9))
    assert Cutoffs(TABLE).deadline(date(2026, 12, 9), opened) == local("2026-12-08T09:00")
    saturday = CALENDAR.with_closures({}, [date(2026, 12, 12)])
    assert Cutoffs(TABLE).deadline(date(2026, 12, 12), saturday) == local("2026-12-11T09:00")


def test_a_cutoff_set_by_hand_is_the_cutoff() -> None:
    by_hand = Cutoffs(TABLE).with_no_orders(frozenset(), {date(2026, 12, 4): local("2026-12-03T11:30")})
    assert by_hand.deadline(date(2026, 12, 4), CALENDAR) == local("2026-12-03T11:30")


def test_the_next_cutoffs_are_those_that_can_still_be_met() -> None:
    found = next_deadlines(SERCUS.cutoffs, CALENDAR, local("2026-11-26T09:00:01"), 2)
    assert found == [
        (date(2026, 11, 30), local("2026-11-27T09:00")),
        (date(2026, 12, 1), local("2026-11-30T09:00")),
    ]


def test_an_order_leaves_ten_minutes_after_its_cutoff() -> None:
    friday = date(2026, 11, 27)
    assert friday not in orders_due(SERCUS.cutoffs, CALENDAR, local("2026-11-26T09:09:59"))
    assert friday in orders_due(SERCUS.cutoffs, CALENDAR, local("2026-11-26T09:10"))


def test_the_shipped_rules_are_the_leaflet_s() -> None:
    sercus = read_commune(SHIPPED)
    assert dict(sercus.cutoffs.table) == TABLE
    assert sercus.calendar == CALENDAR
