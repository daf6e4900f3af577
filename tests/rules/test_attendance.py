"""Attendance rules: the session of the moment, what a time may be, lateness, presence that never overlaps."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import SHIPPED, CommuneFile, read_commune
from models.refusals import FutureTime, LeftBeforeArriving, NoSession, NotThatDay, OutsideSession
from models.rules.attendance import (
    GARDERIE,
    Entry,
    Expected,
    Signal,
    Times,
    closing,
    hours_of,
    in_order,
    instant_of,
    lateness,
    left_to_see,
    moment_of,
    names,
    not_theirs,
    objection,
    pointed,
    presence,
    readings,
    session_at,
    window,
)
from models.rules.commune import Commune, Hours
from models.rules.roll_screen import PAGE, Screen
from models.vocabulary import Role, Service

SERCUS = read_commune(SHIPPED)
MORNING, EVENING = GARDERIE
DAY = date(2026, 11, 26)


def at(text: str, day: date = DAY) -> datetime:
    return instant_of(SERCUS, day, time.fromisoformat(text))


@pytest.mark.parametrize(
    ("hour", "session"),
    [
        ("00:00", MORNING),
        ("07:30", MORNING),
        ("12:39", MORNING),
        ("12:40", EVENING),
        ("18:00", EVENING),
        ("23:59", EVENING),
    ],
)
def test_the_session_of_the_moment(hour: str, session: Service) -> None:
    assert session_at(SERCUS, at(hour)) is session


def test_a_commune_with_one_session_or_none() -> None:
    evening_only = replace(SERCUS, sessions={EVENING: SERCUS.sessions[EVENING]})
    assert session_at(evening_only, at("07:30")) is EVENING
    assert readings(evening_only, DAY, time(7, 40)) == [(EVENING, at("19:40"))]
    with pytest.raises(NoSession):
        session_at(replace(SERCUS, sessions={}), at("07:30"))
    with pytest.raises(NoSession):
        hours_of(evening_only, MORNING, DAY)


def test_a_school_may_close_at_its_own_hour() -> None:
    toml = {"commune": {"name": "X"}, "garderie": {"soir": {"opens": "16:30", "closes": "18:30", "schools": {}}}}
    toml["garderie"]["soir"]["schools"] = {"École Élisée": {"closes": "19:00"}}  # type: ignore[index]
    hours = CommuneFile.model_validate(toml).commune_value().sessions[EVENING]
    assert closing(hours, "ecole elisee", None) == time(19)
    assert closing(hours, "École des Tilleuls", None) == time(18, 30)
    assert closing(hours, "École Élisée", time(18, 45)) == time(18, 45)
    assert hours.last_closing == time(19)
    assert window(replace(SERCUS, sessions={EVENING: hours}), EVENING, DAY)[1] == at("23:00")


# Times


@pytest.mark.parametrize(
    ("times", "now", "why"),
    [
        (Times(arrived=at("07:40")), "07:40", None),
        (Times(arrived=at("07:40")), "07:39", FutureTime("Léa", time(7, 40))),
        (Times(arrived=at("06:29")), "12:00", OutsideSession),
        (Times(arrived=at("06:30")), "12:00", None),
        (Times(left=at("09:51")), "12:00", OutsideSession),
        (Times(arrived=at("08:00"), left=at("07:59")), "12:00", LeftBeforeArriving("Léa", time(8), time(7, 59))),
        (Times(arrived=at("08:00"), left=at("08:00")), "12:00", None),
        (Times(absent=True), "12:00", None),
    ],
)
def test_what_a_time_may_be(times: Times, now: str, why: object) -> None:
    found = objection(times, "Léa", service=MORNING, day=DAY, now=at(now), commune=SERCUS)
    assert type(found) is why if isinstance(why, type) else found == why


@pytest.mark.parametrize(
    ("roles", "days_ago", "allowed"),
    [
        ({Role.AGENT}, 0, True),
        ({Role.AGENT}, 1, False),
        ({Role.AGENT}, -1, False),
        ({Role.MAIRIE}, 30, True),
        ({Role.MAIRIE}, -1, False),
    ],
)
def test_whose_it_is_to_write(roles: set[Role], days_ago: int, allowed: bool) -> None:
    found = not_theirs(frozenset(roles), DAY - timedelta(days=days_ago), DAY)
    assert (found is None) == allowed
    assert allowed or isinstance(found, NotThatDay)


def test_an_hour_typed_may_be_of_the_afternoon() -> None:
    assert readings(SERCUS, DAY, time(6, 35)) == [(MORNING, at("06:35")), (EVENING, at("18:35"))]
    assert readings(SERCUS, DAY, time(18, 35)) == [(EVENING, at("18:35"))]
    assert readings(SERCUS, DAY, time(12, 10)) == []


def test_a_morning_is_an_arrival_and_an_evening_a_departure() -> None:
    assert pointed(Times(absent=True), MORNING, at("07:40")) == Times(arrived=at("07:40"))
    assert pointed(Times(arrived=at("16:40")), EVENING, at("18:00")) == Times(at("16:40"), at("18:00"))
    both = Times(at("16:40"), at("18:00"))
    assert (moment_of(both, MORNING), moment_of(both, EVENING)) == (at("16:40"), at("18:00"))
    assert moment_of(Times(), EVENING) is None


# Lateness

INSTANTS = st.datetimes(datetime(2026, 3, 28, 12), datetime(2027, 3, 29, 12)).map(
    lambda naive: naive.replace(tzinfo=UTC)
)


@given(INSTANTS, INSTANTS)
def test_lateness_is_departure_less_closing_in_whole_minutes(left: datetime, closes: datetime) -> None:
    """Whatever the timezone the instants come in, the night of a clock's change included."""
    minutes = lateness(left, closes)
    assert lateness(SERCUS.local(left), SERCUS.local(closes)) == minutes
    seconds = (left - closes).total_seconds()
    assert minutes == max(0, seconds // 60)
    assert lateness(None, closes) == 0


@pytest.mark.parametrize(
    ("left", "minutes"), [("18:30:59", 0), ("18:31", 1), ("18:30", 0), ("17:00", 0), ("18:42", 12)]
)
def test_lateness(left: str, minutes: int) -> None:
    assert lateness(at(left), at("18:30")) == minutes


def test_an_hour_is_still_an_hour_in_the_night_the_clock_changes() -> None:
    """A session closing at 1:30 on Sunday 25 October 2026: 3:00 winter time is two hours and a half later."""
    sunday = date(2026, 10, 25)
    assert lateness(at("03:00", sunday), at("01:30", sunday)) == 150
    assert lateness(at("03:30", date(2027, 3, 28)), at("01:30", date(2027, 3, 28))) == 60


# Presence

HOURS = st.times().map(lambda hour: hour.replace(microsecond=0))


@st.composite
def communes(draw: st.DrawFn) -> Commune:
    """A morning and an evening that do not overlap, whatever their hours."""
    a, b, c, d = sorted(draw(st.lists(HOURS, min_size=4, max_size=4, unique=True)))
    return replace(SERCUS, sessions={MORNING: Hours(a, b), EVENING: Hours(c, d)})


DAYS = st.sampled_from([DAY, date(2026, 10, 25), date(2027, 3, 28), date(2026, 10, 26)])
MOMENTS = st.none() | st.timedeltas(timedelta(0), timedelta(hours=24))


@given(communes(), DAYS, st.lists(MOMENTS, min_size=4, max_size=4))
def test_presence_of_two_sessions_of_a_day_never_overlaps(
    commune: Commune, day: date, moments: list[timedelta | None]
) -> None:
    midnight = instant_of(commune, day, time())
    arrived, left, came, went = (None if moment is None else midnight + moment for moment in moments)
    kept = []
    for service, times in ((MORNING, Times(arrived, left)), (EVENING, Times(came, went))):
        later = midnight + timedelta(days=2)
        if objection(times, "Léa", service=service, day=day, now=later, commune=commune) is None:
            hours = hours_of(commune, service, day)
            kept.append(presence(times, instant_of(commune, day, hours.opens), instant_of(commune, day, hours.closes)))
    there = [interval for interval in kept if interval]
    assert all(begins <= ends for begins, ends in there)
    if len(there) == 2:
        assert there[0][1] <= there[1][0]


def test_presence() -> None:
    opens, closes = at("16:30"), at("18:30")
    assert presence(Times(left=at("18:42")), opens, closes) == (opens, closes)
    assert presence(Times(arrived=at("16:45"), left=at("17:30")), opens, closes) == (at("16:45"), at("17:30"))
    assert presence(Times(arrived=at("16:45")), opens, closes) == (at("16:45"), closes)
    assert presence(Times(absent=True), opens, closes) is None
    assert presence(Times(left=at("16:20")), opens, closes) == (at("16:20"), at("16:20"))


# The list


def entry(number: int, first: str, last: str = "X", **more: object) -> Entry:
    return Entry(number, first, last, **more)  # type: ignore[arg-type]


def test_the_order_of_the_list() -> None:
    told = entry(1, "Anne", expected=Expected.ANNOUNCED, signal=Signal.ABSENT)
    zoe = entry(2, "Zoé", expected=Expected.ANNOUNCED)
    usual = entry(3, "Bea", expected=Expected.USUAL)
    cm1, cp = entry(4, "Cid", school_class="CM1"), entry(5, "Zac", school_class="CE2")
    assert in_order([cm1, cp, usual, told, zoe]) == [zoe, told, usual, cp, cm1]


def test_names_tell_namesakes_apart() -> None:
    many = [entry(1, "Léa", "Durand"), entry(2, "léa", "Martin"), entry(3, "Tom", "Roy"), entry(4, "Léa", "Muller")]
    assert names(many) == {1: "Léa D.", 2: "léa Martin", 3: "Tom", 4: "Léa Muller"}


def test_who_is_left_to_see() -> None:
    here = entry(1, "Léa", times=Times(arrived=at("16:40")))
    awaited = entry(2, "Tom", expected=Expected.ANNOUNCED)
    gone = entry(3, "Inès", expected=Expected.ANNOUNCED, times=Times(left=at("17:00")))
    told = entry(4, "Zoé", expected=Expected.ANNOUNCED, signal=Signal.ABSENT)
    assert left_to_see([here, awaited, gone, told, entry(5, "Bob")]) == ([here], [awaited])


@given(st.integers(0, 99), st.integers(0, 26), st.integers(0, 200))
def test_every_child_is_on_a_page_and_a_page_is_never_too_long(page: int, initial: int, count: int) -> None:
    entries = [entry(number, f"{chr(97 + number % 26)}na{number}") for number in range(count)]
    screen = Screen(DAY, EVENING, page, initial)
    assert len(screen.on_page(screen.chosen(entries))) <= PAGE
    assert Screen.unpack(screen.pack()) == screen
    pages = [replace(screen, page=number).on_page(screen.chosen(entries)) for number in range(5)]
    assert {one.child_id for shown in pages for one in shown} == {one.child_id for one in screen.chosen(entries)}
