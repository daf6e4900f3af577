"""Children pointed in and out: one record, its trace, its lateness; whatever is done, the export is the database."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.settings import SHIPPED, read_commune
from models.actions import attendance, families, roster, sittings
from models.actions.attendance import Desk
from models.actions.exports import EXPORTS
from models.files.tabulation import Format, write
from models.refusals import FutureTime, Refusal
from models.rules.attendance import Times, instant_of, pointed, presence
from models.tables import Account, Attendance, AttendanceChange, Child, Lateness, Staff
from models.vocabulary import Period, Role, Service, Stamp
from tests.paper import ANNE, CAMILLE, LEA, NOW, TOM, empty_town, families_of

SERCUS = read_commune(SHIPPED)
DAY, AFTER = date(2026, 11, 26), date(2026, 11, 27)
EVENING = Service.GARDERIE_SOIR
LATER = datetime(2026, 11, 26, 22, tzinfo=UTC)


def settle(session: Session) -> None:
    weeks = {"semaines": "paires"}, {"semaines": "impaires"}
    families.apply(
        session, families_of(CAMILLE | LEA | weeks[0], CAMILLE | TOM, ANNE | LEA | weeks[1]), Stamp(None, NOW)
    )
    account = Account(telegram_id=7, created_at=NOW)
    session.add(account)
    session.flush()
    session.add(Staff(account_id=account.id, name="Nadia", role=Role.AGENT))
    session.flush()


def desk(session: Session, service: Service = EVENING, day: date = DAY, now: datetime = LATER) -> Desk:
    stamp = Stamp(session.scalars(select(Account.id)).first(), now)
    return Desk(session, sittings.open_sitting(session, day, service, stamp), SERCUS, stamp, now)


def put(at: Desk, first_name: str, times: Times, why: str | None = None) -> bool:
    child = at.session.scalars(select(Child.id).where(Child.first_name == first_name)).one()
    entry = roster.entry_of(at.session, at.sitting.day, at.sitting.service, child)
    assert entry
    return attendance.put(at, entry, times, first_name, why)


def left(hour: str, day: date = DAY) -> Times:
    return Times(left=instant_of(SERCUS, day, time.fromisoformat(hour)))


def test_pointing_twice_alike_writes_once(session: Session) -> None:
    settle(session)
    at = desk(session)
    assert put(at, "Tom", left("18:00"))
    assert not put(at, "Tom", left("18:00"))
    assert [record.version for record in session.scalars(select(Attendance))] == [1]
    assert session.scalars(select(AttendanceChange)).all() == []


def test_a_correction_keeps_before_after_who_when_and_why(session: Session) -> None:
    settle(session)
    at = desk(session)
    put(at, "Tom", left("18:00"))
    later = replace(at, stamp=Stamp(at.stamp.account_id, LATER + timedelta(minutes=5)))
    put(later, "Tom", left("18:45"), "vu au portail")
    (change,) = session.scalars(select(AttendanceChange))
    assert attendance.times_from(change.before["times"]) == left("18:00")
    assert attendance.times_from(change.after["times"]) == left("18:45")
    assert (change.account_id, change.at, change.why) == (1, LATER + timedelta(minutes=5), "vu au portail")


def test_a_refused_time_writes_nothing(session: Session) -> None:
    settle(session)
    at = desk(session, now=datetime(2026, 11, 26, 16, tzinfo=UTC))
    with pytest.raises(FutureTime):
        put(at, "Tom", left("18:00"))
    assert session.scalars(select(Attendance)).all() == []


@pytest.mark.parametrize(("day", "foyer"), [(DAY, "12"), (date(2026, 12, 3), "13")])
def test_who_has_the_child_that_week_pays(session: Session, day: date, foyer: str) -> None:
    """26 November is in week 48, 3 December in week 49."""
    settle(session)
    at = desk(session, day=day, now=LATER + timedelta(days=7))
    put(at, "Léa", left("18:00", day))
    record = session.scalars(select(Attendance)).one()
    homes = {home.household_id: home.household.key for home in session.get_one(Child, record.child_id).residences}
    assert homes[record.household_id] == foyer


def test_the_third_lateness_of_the_month(session: Session) -> None:
    settle(session)
    for number, day in enumerate((date(2026, 10, 30), date(2026, 11, 2), date(2026, 11, 3), DAY)):
        put(desk(session, day=day), "Tom", left("18:40", day))
        tom = session.scalars(select(Child.id).where(Child.first_name == "Tom")).one()
        assert roster.lateness_this_month(session, tom, day) == (1, 1, 2, 3)[number]


def test_news_is_given_once_and_a_minute_later(session: Session) -> None:
    settle(session)
    put(desk(session), "Tom", left("18:40"))
    assert attendance.to_tell(session, LATER + timedelta(seconds=59)) == []
    (news,) = attendance.to_tell(session, LATER + timedelta(minutes=1))
    assert (news.entry.late, news.told_late, news.told_of) == (10, 0, None)
    assert attendance.to_tell(session, LATER + timedelta(hours=1)) == []


def test_who_watches(session: Session) -> None:
    settle(session)
    assert not attendance.is_watching(session, 1)
    attendance.watch(session, 1, wanted=True)
    attendance.watch(session, 1, wanted=True)
    assert attendance.is_watching(session, 1)
    assert attendance.watchers(session, [1]) == set()
    attendance.watch(session, 1, wanted=False)
    assert not attendance.is_watching(session, 1)


# Whatever is done

HOURS = st.none() | st.times(time(6), time(23)).map(lambda hour: hour.replace(microsecond=0))
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["Léa", "Tom"]),
        st.sampled_from([Service.GARDERIE_MATIN, EVENING]),
        st.sampled_from([DAY, AFTER]),
        HOURS,
        HOURS,
        st.booleans(),
    ),
    max_size=12,
)
ENDS = st.sampled_from([None, time(18), time(18, 45)])


@given(ACTS, ENDS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_the_export_is_the_database_and_lateness_is_departure_less_closing(
    acts: list[tuple[str, Service, date, time | None, time | None, bool]], end: time | None
) -> None:
    """Times, corrections and cancellations in any order; the end of Thursday evening moved at last."""
    with empty_town() as session:
        settle(session)
        model: dict[tuple[str, Service, date], Times] = {}
        for name, service, day, came, went, absent in acts:
            arrived, gone = (None if hour is None else instant_of(SERCUS, day, hour) for hour in (came, went))
            times = Times(absent=True) if absent else Times(arrived, gone)
            try:
                put(desk(session, service, day, LATER + timedelta(days=2)), name, times)
            except Refusal:
                continue
            model[name, service, day] = times
        attendance.end_at(desk(session), end)
        session.flush()
        there = {key: times for key, times in model.items() if times.arrived or times.left}
        assert exported(session) == {key: row(key, times, end) for key, times in there.items()}
        assert never_overlapping(there)
        assert all(late.minutes > 0 for late in session.scalars(select(Lateness)))


def exported(session: Session) -> dict[tuple[str, Service, date], tuple[str, str, str]]:
    content = write(EXPORTS["pointages"](session, Period(DAY, AFTER), SERCUS), Format.CSV)
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))[1:]
    found = {(row[3], Service(row[1]), date.fromisoformat(row[0])): (row[4], row[5], row[6]) for row in rows}
    assert len(found) == len(rows)
    assert {row[7] for row in rows} <= {"Nadia"}
    return found


def row(key: tuple[str, Service, date], times: Times, end: time | None) -> tuple[str, str, str]:
    """What the export must say of a child, worked out here by other means."""
    _, service, day = key
    usual = time(8, 50) if service is Service.GARDERIE_MATIN else time(18, 30)
    closes = (end or usual) if (service, day) == (EVENING, DAY) else usual
    arrived, gone = (at.astimezone(SERCUS.timezone) if at else None for at in (times.arrived, times.left))
    late = (gone.hour - closes.hour) * 60 + gone.minute - closes.minute if gone else 0
    came, went = (at.isoformat(timespec="seconds") if at else "" for at in (arrived, gone))
    return came, went, str(max(0, late))


def never_overlapping(there: dict[tuple[str, Service, date], Times]) -> bool:
    intervals: dict[tuple[str, date], list[tuple[datetime, datetime]]] = {}
    for (name, service, day), times in there.items():
        hours = SERCUS.sessions[service]
        interval = presence(times, instant_of(SERCUS, day, hours.opens), instant_of(SERCUS, day, hours.closes))
        assert interval
        intervals.setdefault((name, day), []).append(interval)
    return all(first[1] <= second[0] for found in map(sorted, intervals.values()) for first, second in pairwise(found))


def test_pointed_then_exported_under_its_own_name(session: Session) -> None:
    settle(session)
    put(desk(session), "Tom", pointed(Times(), EVENING, instant_of(SERCUS, DAY, time(18, 42))))
    assert exported(session) == {("Tom", EVENING, DAY): ("", "2026-11-26T18:42:00+01:00", "12")}
