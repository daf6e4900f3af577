"""Whether a wish may be granted: the order of objections, openings, garderie, separated homes, and what late means."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import SHIPPED, read_commune
from models.refusals import (
    BeforeFirstDay,
    Closed,
    NoSchool,
    NotOpenYet,
    NotYourWeek,
    OrderLeft,
    PastDay,
    PublicHoliday,
    Refusal,
    SchoolHoliday,
    SessionStarted,
    TooLate,
    Unpublished,
)
from models.rules.booking import Facts, Meal, Timing, Verdict, judge, objection
from models.rules.commune import Commune, Opening
from models.rules.cutoffs import PARIS
from models.rules.people import Pupil
from models.vocabulary import Service, State, Weeks

SERCUS = read_commune(SHIPPED)
CANTINE, MATIN, SOIR = Service.CANTINE, Service.GARDERIE_MATIN, Service.GARDERIE_SOIR
LEA = Pupil(1, "Léa", "Durand", ((10, Weeks.ALL),))
INES = Pupil(2, "Inès", "Petit", ((20, Weeks.EVEN),))
THURSDAY, WEDNESDAY = date(2026, 12, 3), date(2026, 12, 2)
RESERVED, CANCELLED, ABSENT = State.RESERVED, State.CANCELLED, State.ABSENT


def paris(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


def no(day: date, at: str, service: Service = CANTINE, commune: Commune = SERCUS, **more: bool) -> Refusal | None:
    return objection(day, service, at=Timing.at(paris(at)), commune=commune, **more)


# Which objection comes first


@pytest.mark.parametrize(
    ("day", "at", "why"),
    [
        (THURSDAY, "2026-12-01 09:00", None),
        (THURSDAY, "2026-12-01 09:00:01", TooLate),
        (THURSDAY, "2026-12-03 23:59:59", TooLate),
        (THURSDAY, "2026-12-04 00:00", PastDay),
        (WEDNESDAY, "2026-12-01 08:00", NoSchool),
        (WEDNESDAY, "2026-12-03 08:00", PastDay),
        (date(2026, 12, 22), "2026-12-01 08:00", SchoolHoliday),
        (date(2027, 5, 6), "2026-12-01 08:00", PublicHoliday),
        (date(2031, 9, 8), "2026-12-01 08:00", Unpublished),
        (date(1999, 9, 8), "2026-12-01 08:00", PastDay),
    ],
)
def test_the_first_objection_is_the_one_that_explains(day: date, at: str, why: type[Refusal] | None) -> None:
    found = no(day, at)
    assert type(found) is (why or type(None))


def test_midnight_is_the_commune_s_not_utc_s() -> None:
    at = datetime.fromisoformat("2026-12-03T23:30:00+00:00")
    assert isinstance(objection(THURSDAY, SOIR, at=Timing.at(at), commune=SERCUS), PastDay)


def test_a_closure_explains_before_the_cutoff_does() -> None:
    commune = replace(SERCUS, calendar=SERCUS.calendar.with_closures({THURSDAY: "grève"}))
    for at in ("2026-11-26 10:00", "2026-12-01 10:00"):
        assert no(THURSDAY, at, commune=commune) == Closed(THURSDAY, "grève")


def test_an_order_that_left_counts_in_time_only_and_never_for_garderie() -> None:
    deadline = paris("2026-12-01 09:00")
    assert no(THURSDAY, "2026-12-01 08:59", order_left=True) == OrderLeft(THURSDAY, deadline)
    assert no(THURSDAY, "2026-12-01 09:01", order_left=True) == TooLate(THURSDAY, deadline)
    assert no(THURSDAY, "2026-12-01 08:59", SOIR, order_left=True) is None


# Opening: from when one may book, and for which first day (the leaflet's own, moved to a published year)


OPENING = Opening(date(2027, 1, 18), date(2027, 2, 2))
STARTING = replace(SERCUS, opening=OPENING)


@pytest.mark.parametrize(
    ("day", "at", "why"),
    [
        ("2027-02-02", "2027-01-17 23:59:59", NotOpenYet(date(2027, 2, 2), date(2027, 1, 18))),
        ("2027-02-02", "2027-01-18 00:00", None),
        ("2027-02-02", "2027-02-01 09:00", None),
        ("2027-02-02", "2027-02-01 09:00:01", TooLate(date(2027, 2, 2), paris("2027-02-01 09:00"))),
        ("2027-02-01", "2027-01-18 08:00", BeforeFirstDay(date(2027, 2, 1), date(2027, 2, 2))),
        ("2027-01-19", "2027-01-18 08:00", BeforeFirstDay(date(2027, 1, 19), date(2027, 2, 2))),
        ("2027-02-03", "2027-01-10 08:00", NoSchool(date(2027, 2, 3))),
        ("2027-02-04", "2027-01-10 08:00", NotOpenYet(date(2027, 2, 4), date(2027, 1, 18))),
        ("2027-02-04", "2027-02-02 09:00", None),
    ],
)
def test_opening(day: str, at: str, why: Refusal | None) -> None:
    assert no(date.fromisoformat(day), at, commune=STARTING) == why


@pytest.mark.parametrize("service", [MATIN, SOIR])
def test_garderie_opens_with_the_canteen(service: Service) -> None:
    assert isinstance(no(date(2027, 2, 4), "2027-01-10 08:00", service, STARTING), NotOpenYet)
    assert isinstance(no(date(2027, 1, 19), "2027-01-18 07:00", service, STARTING), BeforeFirstDay)
    assert no(date(2027, 2, 2), "2027-02-02 07:29", service, STARTING) is None


def test_the_leaflet_s_own_start_is_in_no_calendar_published_here() -> None:
    commune = replace(SERCUS, opening=Opening(date(2022, 1, 17), date(2022, 2, 1)))
    assert no(date(2022, 2, 1), "2022-01-20 10:00", commune=commune) == Unpublished(date(2022, 2, 1))


def test_one_half_of_an_opening_is_enough() -> None:
    later = replace(SERCUS, opening=Opening(first_day=date(2027, 2, 2)))
    assert isinstance(no(date(2027, 1, 19), "2026-12-01 08:00", commune=later), BeforeFirstDay)
    assert no(date(2027, 2, 2), "2026-12-01 08:00", commune=later) is None
    soon = replace(SERCUS, opening=Opening(opens=date(2027, 1, 18)))
    assert isinstance(no(date(2027, 1, 19), "2027-01-17 08:00", commune=soon), NotOpenYet)
    assert no(date(2027, 1, 21), "2027-01-18 08:00", commune=soon) is None


# Garderie


@pytest.mark.parametrize(("service", "starts"), [(MATIN, "07:30"), (SOIR, "16:30")])
def test_a_session_is_announced_until_it_starts(service: Service, starts: str) -> None:
    begun = paris(f"2026-12-03 {starts}")
    before = begun - timedelta(seconds=1)
    assert objection(THURSDAY, service, at=Timing.at(before), commune=SERCUS) is None
    found = objection(THURSDAY, service, at=Timing.at(begun), commune=SERCUS)
    assert found == SessionStarted(THURSDAY, service, begun)


def test_without_hours_a_session_is_announced_all_day() -> None:
    commune = replace(SERCUS, sessions={})
    assert no(THURSDAY, "2026-12-03 23:00", SOIR, commune) is None


# Verdicts


def verdict_of(
    wanted: State, standing: State | None, at: str, *, order_left: bool = False, service: Service = CANTINE
) -> Verdict:
    meal = Meal(LEA.id, service, THURSDAY)
    left = frozenset({THURSDAY}) if order_left else frozenset[date]()
    facts = Facts({meal: standing} if standing else {}, {LEA.id: LEA}, left)
    return judge([meal], wanted, facts, at=Timing.at(paris(at)), commune=SERCUS)


def outcome(verdict: Verdict) -> str:
    names = ("granted", "unchanged", "absent", "refused")
    (found,) = [name for name in names if getattr(verdict, name)]
    return found


IN_TIME, LATE = "2026-12-01 09:00", "2026-12-01 09:01"


@pytest.mark.parametrize(
    ("wanted", "standing", "in_time", "late"),
    [
        (RESERVED, None, "granted", "refused"),
        (RESERVED, CANCELLED, "granted", "refused"),
        (RESERVED, RESERVED, "unchanged", "unchanged"),
        (RESERVED, ABSENT, "granted", "granted"),
        (CANCELLED, None, "unchanged", "unchanged"),
        (CANCELLED, CANCELLED, "unchanged", "unchanged"),
        (CANCELLED, RESERVED, "granted", "absent"),
        (CANCELLED, ABSENT, "granted", "unchanged"),
    ],
)
def test_what_becomes_of_a_wish_for_the_canteen(wanted: State, standing: State | None, in_time: str, late: str) -> None:
    assert outcome(verdict_of(wanted, standing, IN_TIME)) == in_time
    assert outcome(verdict_of(wanted, standing, LATE)) == late
    assert outcome(verdict_of(wanted, standing, IN_TIME, order_left=True)) == late


def test_a_session_that_started_makes_no_absence() -> None:
    verdict = verdict_of(CANCELLED, RESERVED, "2026-12-03 16:30", service=SOIR)
    assert [type(refused.why) for refused in verdict.refused] == [SessionStarted]
    assert not verdict.absent


@pytest.mark.parametrize("standing", [None, RESERVED])
def test_in_the_other_home_s_week_nothing_is_changed(standing: State | None) -> None:
    odd, even = date(2026, 12, 1), date(2026, 12, 8)
    meals = [Meal(INES.id, CANTINE, day) for day in (odd, even, date(2026, 12, 2))]
    facts = Facts(dict.fromkeys(meals[:2], standing) if standing else {}, {INES.id: INES}, frozenset())
    wanted = CANCELLED if standing else RESERVED
    verdict = judge(meals, wanted, facts, at=Timing.at(paris("2026-11-26 10:00")), commune=SERCUS)
    assert [meal.day for meal in verdict.granted] == [even]
    why = {refused.meal.day: refused.why for refused in verdict.refused}
    assert why.pop(odd) == NotYourWeek(odd, "Inès")
    assert all(isinstance(other, NoSchool) for other in why.values())


INSTANTS = st.datetimes(datetime(2026, 8, 20), datetime(2028, 8, 1), timezones=st.just(PARIS))
DAYS = st.dates(date(2026, 8, 1), date(2028, 9, 30))
SERVICES = st.sampled_from(Service)
MEALS = st.builds(Meal, st.sampled_from([LEA.id, INES.id]), SERVICES, DAYS)


@given(DAYS, SERVICES, INSTANTS, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_once_too_late_always_too_late(day: date, service: Service, instant: datetime, more: timedelta) -> None:
    over = TooLate | SessionStarted | PastDay
    if isinstance(objection(day, service, at=Timing.at(instant), commune=SERCUS), over):
        assert isinstance(objection(day, service, at=Timing.at(instant + more), commune=SERCUS), over)


@given(
    st.lists(MEALS, unique=True, max_size=12),
    st.sampled_from([RESERVED, CANCELLED]),
    st.lists(st.sampled_from([None, *State]), min_size=12, max_size=12),
    INSTANTS,
    st.sets(DAYS, max_size=3),
)
def test_each_meal_has_one_verdict_and_late_the_canteen_changes_only_between_ordered_and_absent(
    meals: list[Meal], wanted: State, states: list[State | None], instant: datetime, left: set[date]
) -> None:
    standing = {meal: state for meal, state in zip(meals, states, strict=False) if state}
    pupils = {LEA.id: LEA, INES.id: INES}
    facts = Facts(standing, pupils, frozenset(left))
    verdict = judge(meals, wanted, facts, at=Timing.at(instant), commune=SERCUS)
    told = [no.meal for no in (*verdict.absent, *verdict.refused)]
    assert sorted([*verdict.granted, *verdict.unchanged, *told], key=hash) == sorted(meals, key=hash)
    assert all(standing.get(meal) is not wanted for meal in verdict.granted)
    for no in (*verdict.absent, *verdict.refused):
        at_home = pupils[no.meal.child_id].home_on(no.meal.day)
        assert no.standing is (standing.get(no.meal) if at_home else None)  # the other home's bookings are its own
    assert all(no.standing is RESERVED and no.meal.service is CANTINE for no in verdict.absent)
    for meal in verdict.granted:
        assert pupils[meal.child_id].home_on(meal.day) is not None
        if meal.service is CANTINE:
            late = commune_is_late(meal.day, instant) or meal.day in left
            assert not late or (standing.get(meal), wanted) == (ABSENT, RESERVED)


def commune_is_late(day: date, instant: datetime) -> bool:
    return instant > SERCUS.cutoffs.deadline(day, SERCUS.calendar)
