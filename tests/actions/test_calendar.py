"""What the mairie lays over the calendar: closures, catch-up days, days without orders, cut-offs by hand."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.settings import SHIPPED, read_commune
from models.actions.calendar import close, commune_today, open_day, take_no_orders
from models.refusals import Closed, DeadlineAlreadyPast, NoSchool, SchoolHoliday
from models.rules.commune import Commune
from models.rules.cutoffs import PARIS, Policy
from models.tables import CutoffByHand, JournalEntry, NoOrderDay
from models.vocabulary import Period, Stamp
from tests.paper import empty_town

SERCUS = read_commune(SHIPPED)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 12, day) for day in (7, 8, 9, 10, 11))
LAST_FRIDAY = date(2026, 12, 4)


def paris(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


def at(text: str) -> Stamp:
    return Stamp(None, paris(text))


def deadline(session: Session, day: date, commune: Commune = SERCUS) -> datetime:
    today = commune_today(session, commune)
    return today.cutoffs.deadline(day, today.calendar)


def with_policy(policy: Policy) -> Commune:
    return replace(SERCUS, cutoffs=replace(SERCUS.cutoffs, policy=policy))


# Closures


def test_without_a_word_of_the_mairie_s_the_commune_is_as_its_file_says(session: Session) -> None:
    assert commune_today(session, SERCUS) is SERCUS


def test_a_closure_closes_and_moves_no_cutoff(session: Session) -> None:
    before = {day: deadline(session, day) for day in (MONDAY, TUESDAY, THURSDAY, FRIDAY)}
    close(session, [MONDAY, TUESDAY], "grève", at("2026-12-01 10:00"))
    session.flush()
    calendar = commune_today(session, SERCUS).calendar
    assert calendar.objection(MONDAY) == Closed(MONDAY, "grève")
    assert calendar.objection(TUESDAY) == Closed(TUESDAY, "grève")
    assert calendar.is_open(THURSDAY)
    assert {day: deadline(session, day) for day in before} == before


@pytest.mark.parametrize("policy", Policy)
def test_a_closure_moves_no_cutoff_under_any_policy(session: Session, policy: Policy) -> None:
    commune = with_policy(policy)
    before = deadline(session, TUESDAY, commune)
    close(session, [MONDAY], "travaux", at("2026-12-01 10:00"))
    session.flush()
    assert deadline(session, TUESDAY, commune) == before == paris("2026-12-07 09:00")


def test_closed_twice_the_last_reason_stands_and_both_are_in_the_journal(session: Session) -> None:
    close(session, [MONDAY], "grève", at("2026-12-01 10:00"))
    close(session, [MONDAY], "travaux", at("2026-12-01 11:00"))
    session.flush()
    assert commune_today(session, SERCUS).calendar.objection(MONDAY) == Closed(MONDAY, "travaux")
    noted = session.scalars(select(JournalEntry).order_by(JournalEntry.id)).all()
    assert [(entry.action, entry.facts["reason"]) for entry in noted] == [("close", "grève"), ("close", "travaux")]


def test_a_closed_day_is_reopened(session: Session) -> None:
    close(session, [MONDAY], "grève", at("2026-12-01 10:00"))
    open_day(session, MONDAY, "grève levée", at("2026-12-01 12:00"))
    session.flush()
    assert commune_today(session, SERCUS).calendar.is_open(MONDAY)
    assert deadline(session, MONDAY) == paris("2026-12-04 09:00")


@pytest.mark.parametrize(
    ("day", "cutoff"),
    [
        ("2026-12-09", "2026-12-08 09:00"),  # a Wednesday: the day before
        ("2026-12-12", "2026-12-11 09:00"),  # a Saturday: Friday
        ("2026-12-13", "2026-12-11 09:00"),  # a Sunday: the previous working day
        ("2026-10-19", "2026-10-16 09:00"),  # a Monday of holidays: as the table says
        ("2026-11-11", "2026-11-10 09:00"),  # a public holiday
        ("2027-05-07", "2027-05-05 09:00"),  # the Ascension's bridge: Thursday takes no orders
    ],
)
def test_a_catch_up_day_closes_on_the_previous_working_day(session: Session, day: str, cutoff: str) -> None:
    opened = date.fromisoformat(day)
    assert isinstance(SERCUS.calendar.objection(opened), Exception)
    open_day(session, opened, "rattrapage", at("2026-09-01 10:00"))
    session.flush()
    assert commune_today(session, SERCUS).calendar.is_open(opened)
    assert deadline(session, opened) == paris(cutoff)


def test_a_catch_up_day_moves_no_other_cutoff(session: Session) -> None:
    before = [deadline(session, day) for day in (MONDAY, TUESDAY, THURSDAY, FRIDAY)]
    open_day(session, WEDNESDAY, "rattrapage", at("2026-12-01 10:00"))
    session.flush()
    assert [deadline(session, day) for day in (MONDAY, TUESDAY, THURSDAY, FRIDAY)] == before
    assert isinstance(SERCUS.calendar.objection(WEDNESDAY), NoSchool)


# Days without orders


@pytest.mark.parametrize(
    ("policy", "cutoff"),
    [
        (Policy.WORKING, "2026-12-03 09:00"),
        (Policy.LITERAL, "2026-12-04 09:00"),
        (Policy.SCHOOL, "2026-12-03 09:00"),
    ],
)
def test_a_cutoff_on_a_day_without_orders_moves_back(session: Session, policy: Policy, cutoff: str) -> None:
    commune = with_policy(policy)
    take_no_orders(session, LAST_FRIDAY, "pont", at("2026-12-01 10:00"), commune=commune)
    session.flush()
    assert deadline(session, MONDAY, commune) == paris(cutoff)
    assert commune_today(session, commune).calendar.is_open(LAST_FRIDAY)  # eaten, not ordered


def test_two_days_without_orders_move_it_back_further(session: Session) -> None:
    for day in (LAST_FRIDAY, date(2026, 12, 3)):
        take_no_orders(session, day, "pont", at("2026-12-01 10:00"), commune=SERCUS)
    session.flush()
    assert deadline(session, MONDAY) == paris("2026-12-02 09:00")
    assert deadline(session, LAST_FRIDAY) == paris("2026-12-02 09:00")


def test_the_file_s_own_days_without_orders_are_kept(session: Session) -> None:
    commune = replace(SERCUS, cutoffs=replace(SERCUS.cutoffs, no_orders=frozenset({date(2026, 12, 3)})))
    take_no_orders(session, LAST_FRIDAY, "pont", at("2026-12-01 10:00"), commune=commune)
    session.flush()
    assert deadline(session, MONDAY, commune) == paris("2026-12-02 09:00")


def test_a_cutoff_that_would_be_past_needs_another(session: Session) -> None:
    with pytest.raises(DeadlineAlreadyPast) as refused:
        take_no_orders(session, LAST_FRIDAY, "panne", at("2026-12-03 09:01"), commune=SERCUS)
    assert refused.value == DeadlineAlreadyPast(MONDAY, paris("2026-12-03 09:00"))
    session.rollback()
    assert session.scalars(select(NoOrderDay)).all() == []
    assert session.scalars(select(JournalEntry)).all() == []


def test_at_its_very_instant_it_is_not_past(session: Session) -> None:
    take_no_orders(session, LAST_FRIDAY, "panne", at("2026-12-03 09:00"), commune=SERCUS)
    session.flush()
    assert deadline(session, MONDAY) == paris("2026-12-03 09:00")


@pytest.mark.parametrize("instead", ["2026-12-03 09:01", "2026-12-03 08:00"])
def test_instead_must_be_to_come(session: Session, instead: str) -> None:
    with pytest.raises(DeadlineAlreadyPast):
        take_no_orders(session, LAST_FRIDAY, "panne", at("2026-12-03 09:01"), commune=SERCUS, instead=paris(instead))


def test_instead_is_the_cutoff_from_then_on_whatever_is_declared_later(session: Session) -> None:
    noon = paris("2026-12-03 12:00")
    take_no_orders(session, LAST_FRIDAY, "panne", at("2026-12-03 09:01"), commune=SERCUS, instead=noon)
    session.flush()
    assert deadline(session, MONDAY) == noon
    assert deadline(session, TUESDAY) == paris("2026-12-07 09:00")
    take_no_orders(session, date(2026, 12, 3), "panne", at("2026-12-03 09:30"), commune=SERCUS)
    session.flush()
    assert deadline(session, MONDAY) == noon


def test_a_cutoff_that_is_past_already_needs_nothing(session: Session) -> None:
    take_no_orders(session, LAST_FRIDAY, "panne", at("2026-12-04 09:01"), commune=SERCUS)
    session.flush()
    assert session.scalars(select(CutoffByHand)).all() == []
    assert [entry.action for entry in session.scalars(select(JournalEntry))] == ["no-orders"]


def test_the_cutoff_after_the_holidays_moves_too(session: Session) -> None:
    """Monday 4 January's canteen closes on Friday 1 January, a holiday, hence on Thursday 31 December."""
    assert isinstance(SERCUS.calendar.objection(date(2026, 12, 31)), SchoolHoliday)
    assert deadline(session, date(2027, 1, 4)) == paris("2026-12-31 09:00")
    take_no_orders(session, date(2026, 12, 31), "fermeture", at("2026-12-01 10:00"), commune=SERCUS)
    session.flush()
    assert deadline(session, date(2027, 1, 4)) == paris("2026-12-30 09:00")


OPEN_DAYS = SERCUS.calendar.open_days(Period(date(2026, 9, 1), date(2027, 7, 2)))


@given(
    st.dates(date(2026, 9, 1), date(2027, 7, 1)),
    st.timedeltas(timedelta(days=-3), timedelta(days=5)),
    st.one_of(st.none(), st.timedeltas(timedelta(seconds=1), timedelta(days=2))),
    st.sampled_from(Policy),
    st.sets(st.dates(date(2026, 9, 1), date(2027, 7, 1)), max_size=3),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_cutoff_to_come_is_ever_moved_to_an_instant_already_past(
    day: date, before: timedelta, instead: timedelta | None, policy: Policy, others: set[date]
) -> None:
    now = paris(f"{day} 09:00") - before
    commune = with_policy(policy)
    commune = replace(commune, cutoffs=replace(commune.cutoffs, no_orders=frozenset(others)))
    near = [open_ for open_ in OPEN_DAYS if abs((open_ - day).days) < 40]
    with empty_town() as session:
        former = {open_: deadline(session, open_, commune) for open_ in near}
        given_ = now + instead if instead else None
        refused = refusal_of(session, day, commune, Stamp(None, now), given_)
        if refused:
            assert instead is None
            assert refused.deadline < now <= former[refused.day]
            return
        session.flush()
        after = {open_: deadline(session, open_, commune) for open_ in near}
    to_come = [open_ for open_ in near if former[open_] >= now]
    assert all(after[open_] >= now for open_ in to_come)
    assert all(after[open_] <= former[open_] for open_ in near if open_ not in to_come)


def refusal_of(
    session: Session, day: date, commune: Commune, stamp: Stamp, instead: datetime | None
) -> DeadlineAlreadyPast | None:
    try:
        take_no_orders(session, day, "x", stamp, commune=commune, instead=instead)
    except DeadlineAlreadyPast as refused:
        return refused
    return None
