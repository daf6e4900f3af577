"""When rounds are due: hours of each, quiet days, never late, never for a closed day."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.refusals import DelayOutOfRange, NoDayLeft, ReminderTooLate
from models.rules.rounds import (
    WEEK,
    Kind,
    Preferences,
    chosen_by_default,
    delay_objection,
    delay_until_cutoff,
    quiet_objection,
    reminded_apart,
    rounds_due,
    same_day_objection,
)
from tests.rules.test_cutoffs import CALENDAR, SERCUS, local

NO_PLAN = frozenset({Kind.PLAN, Kind.MENUS})
HOUR = timedelta(hours=1)


def chosen(**changes: object) -> Preferences:
    return Preferences(**{"evening": time(18), "before": HOUR, "plan": time(18), "off": NO_PLAN, **changes})  # type: ignore[arg-type]


def due(now: datetime, choice: Preferences) -> list[tuple[date, Kind]]:
    return [(round_.day, round_.kind) for round_ in rounds_due(SERCUS, [choice], now)]


@pytest.mark.parametrize(
    ("now", "kind"),
    [
        ("2026-11-29T17:59:59", None),
        ("2026-11-29T18:00", Kind.EVENING),
        ("2026-11-30T07:59:59", Kind.EVENING),
        ("2026-11-30T08:00", Kind.HOUR),
        ("2026-11-30T09:00", Kind.HOUR),
        ("2026-11-30T09:00:01", None),
    ],
)
def test_a_reminder_is_due_the_evening_before_and_an_hour_before_and_never_after(now: str, kind: Kind | None) -> None:
    assert due(local(now), chosen()) == ([(date(2026, 12, 1), kind)] if kind else [])


def test_each_has_its_own_hours() -> None:
    late, early = chosen(evening=time(21, 30)), chosen(before=timedelta(hours=3))
    assert due(local("2026-11-29T21:29"), late) == []
    assert due(local("2026-11-29T21:30"), late) == [(date(2026, 12, 1), Kind.EVENING)]
    assert due(local("2026-11-30T06:00"), early) == [(date(2026, 12, 1), Kind.HOUR)]
    found = rounds_due(SERCUS, [late, early, chosen()], local("2026-11-29T22:00"))
    assert sorted((round_.at.hour, len(choices)) for round_, choices in found.items()) == [(18, 2), (21, 1)]


def test_a_kind_left_out_is_not_due() -> None:
    assert due(local("2026-11-29T20:00"), chosen(off=NO_PLAN | {Kind.EVENING})) == []
    assert due(local("2026-11-30T08:30"), chosen(off=NO_PLAN | {Kind.HOUR})) == [(date(2026, 12, 1), Kind.EVENING)]


@pytest.mark.parametrize(
    ("quiet", "now", "expected"),
    [
        ({7}, "2026-11-28T18:00", [Kind.EVENING]),  # Sunday's comes on Saturday
        ({7}, "2026-11-29T18:00", []),  # nothing on Sunday
        ({6, 7}, "2026-11-27T18:00", [Kind.EVENING]),  # on Friday
        ({1}, "2026-11-29T18:00", [Kind.HOUR]),  # Monday's comes on Sunday, one message for both
        ({1}, "2026-11-30T08:00", []),
        ({1, 7}, "2026-11-28T18:00", [Kind.HOUR]),
        ({7}, "2026-11-30T08:00", [Kind.HOUR]),
    ],
)
def test_what_would_fall_on_a_quiet_day_comes_before(quiet: set[int], now: str, expected: list[Kind]) -> None:
    found = due(local(now), chosen(quiet=frozenset(quiet)))
    assert [kind for day, kind in found if day == date(2026, 12, 1)] == expected


EVERY_HALF_HOUR = st.integers(0, 300 * 48).map(lambda n: local("2026-09-01T00:00") + timedelta(minutes=30 * n))
CHOICES = st.builds(
    chosen,
    evening=st.times().map(lambda hour: hour.replace(tzinfo=None)),
    before=st.integers(5, 720).map(lambda minutes: timedelta(minutes=minutes)),
    quiet=st.frozensets(st.sampled_from(sorted(WEEK)), max_size=6),
    off=st.frozensets(st.sampled_from(list(Kind))),
)


@given(EVERY_HALF_HOUR, CHOICES)
def test_never_after_the_cutoff_never_on_a_quiet_day_never_for_a_closed_day(now: datetime, choice: Preferences) -> None:
    for round_ in rounds_due(SERCUS, [choice], now):
        assert round_.at <= now <= round_.until
        assert round_.kind not in choice.off
        assert SERCUS.local(now).isoweekday() not in choice.quiet
        assert SERCUS.local(round_.at).isoweekday() not in choice.quiet
        if round_.kind not in (Kind.PLAN, Kind.MENUS):
            assert CALENDAR.is_open(round_.day)
            assert round_.until == SERCUS.cutoffs.deadline(round_.day, CALENDAR)


@given(CHOICES.filter(lambda choice: choice.wants(Kind.EVENING) or choice.wants(Kind.HOUR)))
def test_every_canteen_day_has_a_moment_at_which_it_is_reminded(choice: Preferences) -> None:
    day = date(2026, 12, 4)
    deadline = SERCUS.cutoffs.deadline(day, CALENDAR)
    ends = (datetime.combine(deadline.date() - timedelta(n), time.max, deadline.tzinfo) for n in range(1, 9))
    reminded = {(day, Kind.EVENING), (day, Kind.HOUR)}
    assert any(reminded & set(due(now, choice)) for now in (deadline, *ends))


def plans(nows: Iterable[str], **changes: object) -> list[list[date]]:
    choice = chosen(off=frozenset(), **changes)
    return [[day for day, kind in due(local(now), choice) if kind is Kind.PLAN] for now in nows]


def test_the_plan_comes_on_sunday_until_midnight_and_before_a_quiet_sunday() -> None:
    monday = date(2026, 11, 30)
    times = ("2026-11-29T17:59", "2026-11-29T18:00", "2026-11-29T23:59:59", "2026-11-30T00:00")
    assert plans(times) == [[], [monday], [monday], []]
    assert plans(("2026-11-28T18:00", "2026-11-29T18:00"), quiet=frozenset({7})) == [[monday], []]
    assert plans(("2026-11-29T09:30",), plan=time(9, 30)) == [[monday]]


def test_no_plan_of_a_week_of_holidays_and_one_before_school_begins_again() -> None:
    assert plans(("2026-12-20T20:00", "2026-12-27T20:00")) == [[], []]
    assert plans(("2027-01-03T20:00", "2026-08-30T20:00")) == [[date(2027, 1, 4)], [date(2026, 8, 31)]]


def test_on_the_two_sundays_the_clocks_change_the_plan_keeps_its_hour() -> None:
    """29 March 2026: 18:00 is 16:00 UTC; 25 October 2026 is in the holidays, 31 October 2027 too."""
    spring = rounds_due(SERCUS, [chosen(off=frozenset())], local("2026-03-29T18:00"))
    assert {round_.at.utcoffset() for round_ in spring} == {timedelta(hours=2)}
    assert plans(("2026-03-29T17:59", "2026-03-29T18:00")) == [[], [date(2026, 3, 30)]]


def test_a_night_s_reminder_keeps_its_hour_when_the_clocks_change() -> None:
    """Twelve hours before Monday's 9:00 is 21:00 on the Sunday the clocks change."""
    found = rounds_due(SERCUS, [chosen(before=timedelta(hours=12))], local("2026-03-29T21:00"))
    assert [round_.at for round_ in found if round_.kind is Kind.HOUR] == [local("2026-03-29T21:00")]


def test_the_plan_leaves_to_the_evening_s_reminder_what_it_says() -> None:
    monday = date(2026, 11, 30)
    assert reminded_apart(monday, chosen(off=frozenset()), SERCUS) == {date(2026, 12, 1)}
    assert reminded_apart(monday, chosen(off=frozenset({Kind.EVENING})), SERCUS) == set()
    both = {date(2026, 12, 1), date(2026, 12, 3)}  # what Sunday and Monday would have said comes on Saturday
    assert reminded_apart(monday, chosen(off=frozenset(), quiet=frozenset({7, 1})), SERCUS) == both


def test_hours_that_would_be_useless_are_objected_to() -> None:
    assert same_day_objection(time(9), SERCUS) == ReminderTooLate(time(9), time(9))
    assert same_day_objection(time(8, 59), SERCUS) is None
    assert delay_until_cutoff(time(7, 45), SERCUS) == timedelta(minutes=75)
    assert delay_objection(timedelta(0)) == DelayOutOfRange(0, 5, 720)
    assert delay_objection(timedelta(hours=13)) == DelayOutOfRange(780, 5, 720)
    assert delay_objection(timedelta(minutes=5)) is None
    assert quiet_objection(WEEK) == NoDayLeft()
    assert quiet_objection(WEEK - {3}) is None


def test_by_default_the_hours_are_the_commune_s() -> None:
    assert chosen_by_default(SERCUS) == Preferences(time(18), HOUR, time(18))
