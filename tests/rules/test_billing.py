"""A month's facts and what they cost: every sum adds up, and the order in which things happened does not matter."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.billing import bill
from models.rules.lines import (
    Anomaly,
    Bills,
    Booked,
    Facts,
    Home,
    Kind,
    Line,
    Presence,
    Trouble,
    is_huge,
    opposite,
    total,
)
from models.rules.tariffs import Pricing
from models.rules.terms import pack_days, pack_price, unpack_days, unpack_price
from models.vocabulary import Period, Service, State, Weeks
from tests.till import CANTINE, MATIN, SOIR, priced

PARIS = ZoneInfo("Europe/Paris")
Event = Booked | Presence
DECEMBER = Period(date(2026, 12, 1), date(2026, 12, 31))
HOURS = {Service.GARDERIE_MATIN: (time(7, 30), time(8, 50)), Service.GARDERIE_SOIR: (time(16, 30), time(18, 30))}
LEA, TOM, DURAND, PETIT = 1, 2, 10, 11
HOMES = {
    DURAND: Home(DURAND, "durand", (LEA, TOM), quotients=((date(2026, 1, 1), 850),)),
    PETIT: Home(PETIT, "petit", (LEA,), resident=False),
}
WEEKS = {(LEA, DURAND): Weeks.EVEN, (LEA, PETIT): Weeks.ODD, (TOM, DURAND): Weeks.ALL}
PRICES = priced(CANTINE, MATIN, SOIR | {"siblings": [{"rank": 2, "percent": 33}]})
MONDAY = date(2026, 12, 7)


def facts(*events: Booked | Presence, **more: Any) -> Facts:
    booked = [event for event in events if isinstance(event, Booked)]
    presences = [event for event in events if isinstance(event, Presence)]
    return replace(Facts(DECEMBER, HOMES, booked, presences, WEEKS), **more)


def evening(
    left: str | None, child: int = LEA, day: date = MONDAY, late: int = 0, arrived: str | None = None
) -> Presence:
    came, went = (datetime.combine(day, time.fromisoformat(at), PARIS) if at else None for at in (arrived, left))
    return Presence(child, DURAND, day, Service.GARDERIE_SOIR, came, went, False, late, *HOURS[Service.GARDERIE_SOIR])


def meal(state: State = State.RESERVED, child: int = LEA, day: date = MONDAY) -> Booked:
    return Booked(child, DURAND, day, state)


def only(bills: Bills, household: int = DURAND) -> Line:
    (line,) = bills.lines[household]
    return line


def kinds(*events: Booked | Presence, pricing: Pricing = PRICES, **more: Any) -> list[tuple[Kind, int]]:
    lines = bill(facts(*events, **more), pricing).lines.get(DURAND, ())
    return [(line.kind, line.cents) for line in lines]


# Time


@pytest.mark.parametrize(
    ("arrived", "left", "halves"),
    [
        (None, "16:30", 0),
        (None, "16:31", 1),
        (None, "17:00", 1),
        (None, "17:00:59", 1),
        (None, "17:01", 2),
        ("17:10", "17:40", 1),
        ("17:10", "17:41", 2),
        ("16:20", "17:00", 2),  # from arrival, even before opening
        (None, "18:30", 4),
        (None, "19:30", 4),
        ("18:00", "17:00", 0),
    ],
)
def test_half_hours_begun_from_arrival_or_opening_to_departure_or_closing(
    arrived: str | None, left: str, halves: int
) -> None:
    lines = bill(facts(evening(left, arrived=arrived)), PRICES).lines.get(DURAND, ())
    assert sum(line.quantity for line in lines) == halves


def test_a_day_that_closes_later_is_counted_until_then() -> None:
    assert only(bill(facts(replace(evening("19:30"), closes=time(19))), PRICES)).quantity == 5


def test_no_departure_is_counted_until_closing_and_looked_at() -> None:
    bills = bill(facts(evening(None, arrived="17:00")), PRICES)
    assert only(bills).quantity == 3
    assert [anomaly.trouble for anomaly in bills.anomalies] == [Trouble.NO_DEPARTURE]


def test_a_session_without_hours_nor_times_is_looked_at_and_costs_nothing() -> None:
    bills = bill(facts(replace(evening(None, arrived="17:00"), closes=None)), PRICES)
    assert not bills.lines
    assert [anomaly.trouble for anomaly in bills.anomalies] == [Trouble.NO_TIMES]


def test_pointed_then_taken_back_costs_nothing() -> None:
    assert kinds(Presence(LEA, DURAND, MONDAY, Service.GARDERIE_SOIR)) == []


# Lateness


@pytest.mark.parametrize(
    ("late", "minutes", "cents"),
    [({"cents": 300, "minutes": 15}, (1, 15, 16), 1200), ({"cents": 500}, (1, 15, 16), 1500)],
)
def test_lateness_by_quarters_begun_or_flat(late: dict[str, int], minutes: tuple[int, ...], cents: int) -> None:
    events = [evening("18:31", day=date(2026, 12, 7 + n), late=late_by) for n, late_by in enumerate(minutes)]
    lines = bill(facts(*events), priced(SOIR | {"late": late})).lines[DURAND]
    assert sum(line.cents for line in lines if line.kind is Kind.LATE) == cents


def test_lateness_is_paid_from_the_nth_of_the_child_in_the_month() -> None:
    days = [date(2026, 12, 10), date(2026, 12, 7), date(2026, 12, 8)]
    events = [evening("18:31", day=day, late=1) for day in days] + [evening("18:31", TOM, day=days[0], late=1)]
    lines = bill(facts(*events), priced(SOIR | {"late": {"cents": 300, "from_nth": 3}})).lines[DURAND]
    late = [line for line in lines if line.kind is Kind.LATE]
    assert [(line.child_id, line.days) for line in late] == [(LEA, ((date(2026, 12, 10), 1),))]


# The canteen


@pytest.mark.parametrize(
    ("booked", "there", "expected"),
    [
        (State.RESERVED, None, [(Kind.MEAL, 330)]),
        (State.RESERVED, True, [(Kind.MEAL, 330)]),
        (State.RESERVED, False, [(Kind.MEAL, 330)]),
        (State.ABSENT, None, [(Kind.ABSENCE, 330)]),
        (State.ABSENT, False, [(Kind.ABSENCE, 330)]),
        (State.ABSENT, True, [(Kind.MEAL, 330)]),
        (State.CANCELLED, None, []),
        (State.CANCELLED, False, []),
        (State.CANCELLED, True, [(Kind.UNBOOKED, 330), (Kind.SURCHARGE, 150)]),
        (None, True, [(Kind.UNBOOKED, 330), (Kind.SURCHARGE, 150)]),
    ],
)
def test_a_meal_by_what_was_booked_and_what_the_roll_says(
    booked: State | None, there: bool | None, expected: list[tuple[Kind, int]]
) -> None:
    noon = datetime.combine(MONDAY, time(12), PARIS)
    roll = Presence(LEA, DURAND, MONDAY, Service.CANTINE, noon if there else None, absent=not there)
    events = [meal(booked)] if booked else []
    assert kinds(*events, *([roll] if there is not None else [])) == expected


@pytest.mark.parametrize(("percent", "expected"), [(100, 330), (50, 165), (33, 109), (0, 0)])
def test_an_absence_told_too_late_costs_what_the_commune_says(percent: int, expected: int) -> None:
    found = kinds(meal(State.ABSENT), pricing=replace(PRICES, absence_percent=percent))
    assert found == ([(Kind.ABSENCE, expected)] if expected else [])


def test_a_closed_day_and_another_month_cost_nothing() -> None:
    november = date(2026, 11, 30)
    events: list[Event] = [meal(), evening("17:00", late=5), meal(day=november), evening("17:00", day=november)]
    left_open = [(november, Service.GARDERIE_SOIR)]
    assert bill(facts(*events, closed=frozenset({MONDAY}), open_sittings=left_open), PRICES) == Bills({}, ())


# What is looked at


def test_a_service_without_tariff_is_named_and_costs_nothing() -> None:
    bills = bill(facts(meal(), evening("17:00")), priced(CANTINE))
    assert [line.kind for line in bills.lines[DURAND]] == [Kind.MEAL]
    assert bills.anomalies == (Anomaly(Trouble.NO_TARIFF, day=MONDAY, service=Service.GARDERIE_SOIR),)


def test_a_day_billed_to_the_other_home_is_looked_at() -> None:
    odd = date(2026, 12, 3)
    (anomaly,) = bill(facts(meal(day=odd)), PRICES).anomalies
    assert (anomaly.trouble, anomaly.household_id, anomaly.day) == (Trouble.OTHER_WEEK, DURAND, odd)


def test_a_session_left_open_and_a_home_without_address_are_looked_at() -> None:
    homes = HOMES | {DURAND: replace(HOMES[DURAND], addressed=False)}
    bills = bill(facts(meal(), homes=homes, open_sittings=[(MONDAY, Service.GARDERIE_SOIR)]), PRICES)
    assert [anomaly.trouble for anomaly in bills.anomalies] == [Trouble.OPEN_SITTING, Trouble.NO_ADDRESS]


@pytest.mark.parametrize(("before", "after", "huge"), [(10000, 4999, True), (10000, 5001, False), (100, 5000, False)])
def test_twice_or_half_and_fifty_euros_apart_is_looked_at(before: int, after: int, huge: bool) -> None:
    assert is_huge(before, after) is is_huge(after, before) is huge


# Whatever happens
DAYS = st.sampled_from([day for day in DECEMBER if day.isoweekday() in (1, 2, 4, 5)])
TIMES = st.times(min_value=time(7), max_value=time(19, 30))
WHO = st.sampled_from([(LEA, DURAND), (LEA, PETIT), (TOM, DURAND)])
BOOKED = st.builds(lambda who, day, state: Booked(who[0], who[1], day, state), WHO, DAYS, st.sampled_from(State))


@st.composite
def presences(draw: st.DrawFn) -> Presence:
    (child, household), day, service = draw(WHO), draw(DAYS), draw(st.sampled_from(Service))
    arrived, left = (
        datetime.combine(day, at, PARIS) if at else None for at in (draw(st.none() | TIMES), draw(st.none() | TIMES))
    )
    absent, late, hours = draw(st.booleans()), draw(st.integers(0, 70)), HOURS.get(service, (None, None))
    return Presence(child, household, day, service, arrived, left, absent, late, *hours)


def distinct(events: list[Any]) -> list[Any]:
    """As the database's unique keys leave them: a child, a day, a service once."""
    kept: dict[object, Any] = {}
    for event in events:
        kept.setdefault((event.child_id, event.day, getattr(event, "service", None)), event)
    return list(kept.values())


LISTS = st.tuples(st.lists(BOOKED, max_size=25).map(distinct), st.lists(presences(), max_size=25).map(distinct))
MONTHS: st.SearchStrategy[list[Event]] = LISTS.map(lambda both: [*both[0], *both[1]])


@given(MONTHS, st.randoms())
def test_the_order_of_events_does_not_matter(month: list[Event], chance: Any) -> None:
    expected = bill(facts(*month), PRICES)
    chance.shuffle(month)
    assert bill(facts(*month), PRICES) == expected


@given(MONTHS)
def test_every_sum_adds_up_in_whole_cents(month: list[Event]) -> None:
    for lines in bill(facts(*month), PRICES).lines.values():
        assert total(lines) == sum(line.quantity * line.unit for line in lines)
        assert total(lines) + total(map(opposite, lines)) == 0
        assert all(type(number) is int for line in lines for number in (line.unit, line.cents, line.quantity))
        assert all(line.cents > 0 and line.price for line in lines)
        keys = Counter((line.kind, line.unit, line.child_id, line.service, line.price) for line in lines)
        assert set(keys.values()) == {1}


@given(MONTHS)
def test_a_month_is_the_sum_of_its_days_but_for_lateness(month: list[Event]) -> None:
    whole = Counter({home: total(lines) for home, lines in bill(facts(*month), PRICES).lines.items()})
    parts: Counter[int] = Counter()
    for day in DECEMBER:
        of_day = [event for event in month if event.day == day]
        for home, lines in bill(facts(*of_day), PRICES).lines.items():
            parts[home] += total(lines)
    assert whole == parts


@given(MONTHS)
def test_each_household_pays_its_own_sessions_and_nothing_of_the_other(month: list[Event]) -> None:
    sessions = [event for event in month if isinstance(event, Presence) and event.service is not Service.CANTINE]
    together = bill(facts(*sessions), PRICES).lines
    for home in (DURAND, PETIT):
        own = [event for event in sessions if event.household_id == home]
        assert bill(facts(*own), PRICES).lines.get(home, ()) == together.get(home, ())


@given(MONTHS)
def test_a_line_survives_the_database(month: list[Event]) -> None:
    for lines in bill(facts(*month), PRICES).lines.values():
        for line in lines:
            days, price = json.loads(json.dumps([pack_days(line.days), pack_price(line.price)]))
            assert (unpack_days(days), unpack_price(price)) == (line.days, line.price)
