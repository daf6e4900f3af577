"""The agenda: an event a booking, at the commune's own hours whatever the season, the same each time."""

import json
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from locales.sheets.agenda import Agenda
from locales.sheets.drawing import draw
from locales.sheets.ics import write
from locales.voice import Voice
from models.rules.booking import Meal
from models.rules.commune import Hours
from models.vocabulary import Service

HOURS = {
    Service.GARDERIE_MATIN: Hours(time(7, 30), time(8, 50)),
    Service.GARDERIE_SOIR: Hours(time(16, 30), time(18, 30)),
}
MADE = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
MEALS = st.lists(
    st.builds(Meal, st.sampled_from([1, 2]), st.sampled_from(Service), st.dates(date(2026, 9, 1), date(2027, 7, 4))),
    unique=True,
    max_size=30,
)


def agenda_of(meals: list[Meal], timezone: str = "Europe/Paris") -> Agenda:
    return Agenda({1: "Léa", 2: "Zoë, dite « ; »"}, tuple(meals), HOURS, timezone, MADE)


def written(agenda: Agenda) -> Calendar:
    calendar = Calendar.from_ical(write(agenda, Voice(markup=False)))
    assert isinstance(calendar, Calendar)
    return calendar


def events_of(calendar: Calendar) -> list[Event]:
    return [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]


@given(MEALS, st.sampled_from(["Europe/Paris", "Indian/Reunion", "America/Martinique"]))
@settings(max_examples=40)
def test_each_booking_is_one_event_at_its_hour(meals: list[Meal], timezone: str) -> None:
    agenda = Agenda.unpack(json.loads(json.dumps(agenda_of(meals, timezone).pack())))
    assert agenda == agenda_of(meals, timezone)
    calendar = written(agenda)
    events = events_of(calendar)
    assert len({str(event["uid"]) for event in events}) == len(events) == len(meals)
    for meal, event in zip(meals, events, strict=True):
        hours = HOURS.get(meal.service)
        if hours is None:
            assert (event.start, event.end) == (meal.day, meal.day + timedelta(days=1))
        else:
            assert event.start == datetime.combine(meal.day, hours.opens, ZoneInfo(timezone))
            assert event.end == datetime.combine(meal.day, hours.closes, ZoneInfo(timezone))
    assert not calendar.get_missing_tzids()


def test_the_rules_of_the_time_zone_come_with_it() -> None:
    """A phone that knows no Europe/Paris reads the hours from the file alone, on every day around both changes."""
    meals = [Meal(1, Service.GARDERIE_SOIR, day) for day in (date(2026, 9, 1), date(2027, 7, 2))]
    (zone,) = written(agenda_of(meals)).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    local, paris = zone.to_tz(lookup_tzid=False), ZoneInfo("Europe/Paris")
    for number in range((meals[1].day - meals[0].day).days):
        noon = datetime.combine(meals[0].day + timedelta(days=number), time(7, 30))
        assert noon.replace(tzinfo=local).utcoffset() == noon.replace(tzinfo=paris).utcoffset(), noon


def test_both_changes_of_hour_are_dated_by_the_clock_before_them() -> None:
    """At 1:00 UTC on the last Sundays of October and March: directive 2000/84/CE."""
    meals = [Meal(1, Service.GARDERIE_SOIR, day) for day in (date(2026, 9, 1), date(2027, 7, 2))]
    parts = [part for part in written(agenda_of(meals)).walk() if isinstance(part, TimezoneStandard | TimezoneDaylight)]
    changes = [one for one in parts if one.TZOFFSETFROM != one.TZOFFSETTO]
    assert [one.DTSTART - one.TZOFFSETFROM for one in changes] == [
        datetime(2026, 10, 25, 1, 0),
        datetime(2027, 3, 28, 1, 0),
    ]


def test_what_it_says_of_itself() -> None:
    calendar = written(agenda_of([Meal(2, Service.CANTINE, date(2026, 12, 3))]))
    assert (calendar["method"], calendar["version"]) == ("PUBLISH", "2.0")
    assert calendar["prodid"] == "-//Clochette//Cantine et garderie//FR"
    (event,) = events_of(calendar)
    assert event["summary"] == "Cantine – Zoë, dite « ; »"
    assert event["uid"] == "cantine-20261203-2@clochette.invalid"
    assert event.DTSTAMP == MADE
    assert event["transp"] == "TRANSPARENT"


@pytest.mark.parametrize(
    "line", write(agenda_of([Meal(2, s, date(2026, 12, 3)) for s in Service]), Voice()).split(b"\r\n")
)
def test_lines_are_as_long_as_the_standard_allows(line: bytes) -> None:
    assert len(line) <= 75


def test_a_recipe_becomes_a_file_named_after_the_children() -> None:
    file = draw("agenda", agenda_of([Meal(1, Service.CANTINE, date(2026, 12, 3))]).pack())
    assert file.name.startswith("agenda-lea")
    assert file.content == write(agenda_of([Meal(1, Service.CANTINE, date(2026, 12, 3))]), Voice(markup=False))
