"""The figures of a month: what counts, what a correction leaves to pay, which age a debt has."""

import json
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.lines import Booked, Facts, Kind, Line, Presence, carried
from models.rules.takings import Amounts, Claim, Claims, Takings, Use, amounts, summed, unpaid_by_age, used
from models.vocabulary import Period, Service, State

DECEMBER = Period(date(2026, 12, 1), date(2026, 12, 31))
TUESDAY, THURSDAY, FRIDAY = date(2026, 12, 1), date(2026, 12, 3), date(2026, 12, 4)
MORNING, EVENING = Service.GARDERIE_MATIN, Service.GARDERIE_SOIR
CENTS = st.integers(-10_000, 100_000)


def presence(day: date, service: Service, arrived: str = "", left: str = "") -> Presence:
    came, gone = (datetime.combine(day, time.fromisoformat(hour)) if hour else None for hour in (arrived, left))
    opens, closes = (time(7, 30), time(8, 50)) if service is MORNING else (time(16, 30), time(18, 30))
    return Presence(1, 1, day, service, came, gone, opens=opens, closes=closes)


def of(booked: list[Booked] | None = None, presences: list[Presence] | None = None, closed: date | None = None) -> Use:
    days = frozenset([closed]) if closed else frozenset[date]()
    return used(Facts(DECEMBER, {}, booked or [], presences or [], closed=days))


def test_meals_are_told_apart_as_they_are_billed() -> None:
    booked = [
        Booked(1, 1, TUESDAY, State.RESERVED),
        Booked(1, 1, THURSDAY, State.ABSENT),
        Booked(2, 1, THURSDAY, State.ABSENT),  # told absent, and came
        Booked(3, 1, TUESDAY, State.CANCELLED),
        Booked(1, 1, date(2026, 11, 30), State.RESERVED),
    ]
    noon = datetime(2026, 12, 3, 12)
    rolls = [Presence(child, 1, THURSDAY, Service.CANTINE, noon) for child in (2, 4)]
    assert of(booked, rolls) == Use(meals=2, unbooked=1, absences=1, morning=0, evening=0)


def test_nothing_of_a_closed_day_counts() -> None:
    booked = [Booked(1, 1, day, State.RESERVED) for day in (THURSDAY, FRIDAY)]
    there = [presence(day, EVENING, left="17:30") for day in (THURSDAY, FRIDAY)]
    assert of(booked, there, closed=FRIDAY) == Use(1, 0, 0, 0, 60)


@pytest.mark.parametrize(
    ("service", "arrived", "left", "minutes"),
    [
        (MORNING, "08:00", "", 50),
        (EVENING, "", "17:31", 61),
        (EVENING, "16:45", "17:30", 45),
        (EVENING, "", "18:47", 120),  # what is after closing is lateness
        (EVENING, "", "", 0),  # not there
    ],
)
def test_presence_is_counted_in_minutes(service: Service, arrived: str, left: str, minutes: int) -> None:
    found = of(presences=[presence(TUESDAY, service, arrived, left)])
    assert (found.morning if service is MORNING else found.evening) == minutes


def test_amounts_are_by_service_and_leave_out_what_is_carried_over() -> None:
    once = ((TUESDAY, 1),)
    lines = [
        Line(Kind.MEAL, 330, ((TUESDAY, 2),), 1, Service.CANTINE),
        Line(Kind.SESSION, 150, once, 1, MORNING),
        Line(Kind.HALF_HOURS, 100, once, 1, EVENING),
        Line(Kind.LATE, 300, once, 1, EVENING),
        carried(7, 840, date(2026, 11, 1)),
    ]
    assert amounts(lines) == Amounts(canteen=660, morning=150, evening=400, late=300)


@pytest.mark.parametrize(("days", "age"), [(0, 0), (30, 0), (31, 1), (60, 1), (61, 2), (90, 2), (91, 3), (900, 3)])
def test_a_debt_is_as_old_as_its_invoice(days: int, age: int) -> None:
    issued = date.fromordinal(date(2027, 6, 1).toordinal() - days)
    found = unpaid_by_age([Claim(TUESDAY, issued, 1500, 400)], date(2027, 6, 1))
    assert found == tuple(1100 if place == age else 0 for place in range(4))


def test_what_was_paid_too_much_pays_nobody_else_s_debt() -> None:
    claims = [Claim(TUESDAY, TUESDAY, 1500, 2000), Claim(TUESDAY, TUESDAY, 1500, 0)]
    assert summed(claims, 700) == Claims(claimed=3000, postponed=700, paid=2000, due=1500)


@given(st.lists(st.builds(Claim, st.just(TUESDAY), st.dates(date(2026, 1, 1), date(2027, 6, 1)), CENTS, CENTS)))
def test_no_debt_is_lost_between_two_ages(claims: list[Claim]) -> None:
    assert sum(unpaid_by_age(claims, date(2027, 6, 1))) == summed(claims, 0).due


@given(st.tuples(CENTS, CENTS, CENTS, CENTS))
def test_figures_wait_as_json_and_are_the_same_after_it(cents: tuple[int, int, int, int]) -> None:
    figures = Takings(TUESDAY, FRIDAY, True, Use(1, 2, 3, 4, 5), Amounts(*cents), Claims(*cents), cents)
    assert Takings.unpack(json.loads(json.dumps(figures.pack()))) == figures
