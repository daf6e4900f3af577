"""A child's month at the garderie adds up; who may print the list of which day."""

from datetime import date, datetime, time

import pytest

from models.refusals import NotTheirSheet
from models.rules.attendance import day_to_print, not_to_print
from models.rules.lines import Presence
from models.rules.presence_month import Totals, add_up, stays
from models.vocabulary import Role, Service
from tests.till import SERCUS

MORNING, EVENING = Service.GARDERIE_MATIN, Service.GARDERIE_SOIR
THURSDAY, FRIDAY, MONDAY = date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 30)
AGENT, MAIRIE = frozenset({Role.AGENT}), frozenset({Role.AGENT, Role.MAIRIE})


def at(day: date, hour: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(hour), SERCUS.timezone)


def evening(day: date, left: str, late: int = 0) -> Presence:
    return Presence(1, 1, day, EVENING, None, at(day, left), late=late, opens=time(16, 30), closes=time(18, 30))


def morning(day: date, arrived: str) -> Presence:
    return Presence(1, 1, day, MORNING, at(day, arrived), None, opens=time(7, 30), closes=time(8, 50))


def test_half_hours_begin_anew_each_session() -> None:
    found = add_up([evening(THURSDAY, "17:01"), evening(FRIDAY, "16:35"), morning(FRIDAY, "08:20")])
    assert found == Totals(1, 30, 2, 36, 2 + 1 + 1, 0, 0)


def test_lateness_is_counted_apart_from_presence() -> None:
    found = add_up([evening(THURSDAY, "18:42", 12), evening(FRIDAY, "18:31", 1)])
    assert (found.evening, found.times_late, found.late) == (240, 2, 13)


def test_the_canteen_and_those_who_were_not_there_are_left_out() -> None:
    noon = Presence(1, 1, THURSDAY, Service.CANTINE, at(THURSDAY, "12:00"))
    missing = Presence(1, 1, THURSDAY, EVENING, absent=True)
    late, early = evening(FRIDAY, "17:00"), morning(FRIDAY, "08:00")
    assert stays([late, noon, missing, early]) == [early, late]


@pytest.mark.parametrize(
    ("day", "roles", "allowed"),
    [
        (THURSDAY, AGENT, True),
        (FRIDAY, AGENT, True),
        (MONDAY, AGENT, False),
        (date(2026, 11, 24), AGENT, False),
        (MONDAY, MAIRIE, True),
        (date(2026, 11, 24), MAIRIE, True),
    ],
)
def test_an_agent_prints_today_and_the_coming_school_day(day: date, roles: frozenset[Role], allowed: bool) -> None:
    found = not_to_print(roles, day, THURSDAY, SERCUS.calendar)
    assert found is None if allowed else found == NotTheirSheet(day)


@pytest.mark.parametrize(
    ("now", "day", "services"),
    [
        ("2026-11-26 07:00", THURSDAY, (MORNING,)),
        ("2026-11-26 08:50", THURSDAY, (MORNING,)),
        ("2026-11-26 08:51", THURSDAY, (EVENING,)),
        ("2026-11-26 18:30", THURSDAY, (EVENING,)),
        ("2026-11-26 18:31", FRIDAY, (MORNING, EVENING)),
        ("2026-11-27 19:00", MONDAY, (MORNING, EVENING)),
        ("2026-12-19 10:00", date(2027, 1, 4), (MORNING, EVENING)),  # the Christmas holidays
        ("2099-01-01 10:00", None, (MORNING, EVENING)),
    ],
)
def test_without_a_day_it_is_what_comes_next(now: str, day: date | None, services: tuple[Service, ...]) -> None:
    instant = datetime.fromisoformat(now).replace(tzinfo=SERCUS.timezone)
    assert day_to_print(SERCUS, instant) == (day, services)


def test_the_coming_day_is_found_over_a_summer() -> None:
    years = SERCUS.calendar.years
    last = years[0].period.last
    assert SERCUS.calendar.coming(last) == years[1].period.first
