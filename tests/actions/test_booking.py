"""Booking, cancelling, undoing, in any order and at any hour, by several people: what stands is what was granted."""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from bot.clerk import Clerk, open_database
from bot.settings import SHIPPED, read_commune
from handlers import door
from handlers.door import Incoming
from models.actions import booking, outbox, overrides, people
from models.actions.booking import Issued, Origin, Wish
from models.refusals import OrderLeft, TooLate
from models.rules.booking import Timing, Verdict
from models.rules.cutoffs import orders_due
from models.rules.people import Person
from models.tables import Base, Booking, Child, DailyOrder, JournalEntry, Letter, Receipt, ReceiptLine
from models.vocabulary import Service, Stamp, State
from tests.town import ALEX, CAMILLE, MARC, SECRETARY, SOPHIE, _settle_families, _settle_staff, paris

SERCUS = replace(read_commune(SHIPPED), telephone="03 20 00 00 00")
BEGAN = paris("2026-11-26 08:00")
DAYS = tuple(date(2026, 11, day) for day in (26, 27, 30)) + tuple(date(2026, 12, day) for day in range(1, 9))
RESERVED, CANCELLED, ABSENT = State.RESERVED, State.CANCELLED, State.ABSENT
SPEAKERS = (CAMILLE.id, ALEX.id, SOPHIE.id, MARC.id)

Standing = dict[tuple[int, Service, date], State]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path_factory.mktemp('booking') / 'town.db'}")
    Base.metadata.create_all(engine)
    with Session(engine, autoflush=False) as session, session.begin():
        _settle_families(session, BEGAN)
        _settle_staff(session, BEGAN)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine, autoflush=False) as session:
        yield session
        session.rollback()


def person(session: Session, telegram_id: int) -> Person:
    found = people.identify(session, telegram_id)
    assert found
    return found


def child(session: Session, name: str) -> int:
    return session.scalars(select(Child.id).where(Child.first_name == name)).one()


def standing(session: Session) -> Standing:
    rows = session.execute(select(Booking.child_id, Booking.service, Booking.day, Booking.state)).all()
    found = {(row.child_id, row.service, row.day): row.state for row in rows}
    assert len(found) == len(rows), "a child, a day and a service have two rows"
    return found


def effective(standing_: Standing) -> Standing:
    """What is booked or absent: a row cancelled and no row say the same."""
    return {key: state for key, state in standing_.items() if state is not CANCELLED}


def replayed(session: Session) -> Standing:
    """The bookings the receipts tell of, line by line; each line must know what it found."""
    told: Standing = {}
    for line in session.scalars(select(ReceiptLine).order_by(ReceiptLine.id)):
        key = (line.child_id, line.service, line.day)
        assert (line.after is None) != (line.refusal is None) or line.after is ABSENT
        if line.after is not None:
            assert (line.before or CANCELLED) is (told.get(key) or CANCELLED)
            told[key] = line.after
    return told


@dataclass
class Diary:
    """One example's story: acts, and after each what must be so."""

    session: Session
    now: datetime = BEGAN
    receipts: list[tuple[int, Issued]] = field(default_factory=list)

    def act(self, who: int, wish: Wish, instant: datetime) -> list[Verdict]:
        one = person(self.session, who)
        stamp = Stamp(one.account_id, self.now)
        verdict = booking.consider(self.session, wish, one, at=Timing(instant, self.now), commune=SERCUS)
        before = standing(self.session)
        receipt = booking.write(self.session, [verdict], one.pupils, Origin(instant), stamp)
        booking.keep_answer(self.session, receipt, "answer")
        self.receipts.append((who, receipt))
        self.check(before, instant)
        return [verdict]

    def undo(self, number: int) -> None:
        who, issued = self.receipts[number % len(self.receipts)]
        one = person(self.session, who)
        self.session.expire_all()
        receipt = self.session.get_one(Receipt, issued.id)
        before, stamp = standing(self.session), Stamp(one.account_id, self.now)
        verdicts = booking.undo(self.session, receipt, one, at=Timing.at(stamp.now), commune=SERCUS)
        by = booking.write(self.session, verdicts, one.pupils, Origin(self.now), stamp)
        self.receipts.append((who, by))
        self.check(before, self.now)

    def orders_leave(self) -> None:
        for day in orders_due(SERCUS.cutoffs, SERCUS.calendar, self.now):
            outbox.close_order(self.session, day, self.now)

    def check(self, before: Standing, instant: datetime) -> None:
        after = standing(self.session)
        assert replayed(self.session) == after
        left = set(self.session.scalars(select(DailyOrder.day)))
        for key, state in after.items():
            was = before.get(key)
            _, service, day = key
            if state is was:
                continue
            assert SERCUS.calendar.is_open(day)
            late = instant > SERCUS.cutoffs.deadline(day, SERCUS.calendar) or day in left
            if service is Service.CANTINE and late:
                assert (was, state) in {(RESERVED, ABSENT), (ABSENT, RESERVED)}
            if service is not Service.CANTINE:
                assert state is not ABSENT
        assert set(before) <= set(after)


SERVICES = st.sampled_from([(), (), (Service.CANTINE, Service.GARDERIE_SOIR), (Service.GARDERIE_MATIN,)])
WISHES = st.tuples(
    st.just("wish"),
    st.sampled_from(SPEAKERS),
    st.sampled_from([RESERVED, RESERVED, CANCELLED]),
    st.lists(st.sampled_from(DAYS), min_size=1, max_size=8, unique=True),
    SERVICES,
    st.integers(1, 3),
    st.sampled_from([0, 0, 0, 5, 12, 60]),
)
STORIES = st.lists(
    st.one_of(
        WISHES,
        WISHES,
        st.tuples(st.just("undo"), st.integers(0, 30)),
        st.tuples(st.just("time"), st.sampled_from([0, 3, 40, 300, 1_500])),
    ),
    min_size=3,
    max_size=14,
)


def tell(diary: Diary, step: tuple[object, ...]) -> None:
    match step:
        case ("wish", int(who), State() as wanted, list(days), tuple(services), int(some), int(lag)):
            children = tuple(person(diary.session, who).names)[:some]
            wish = Wish(wanted, children, tuple(sorted(days)), services)
            diary.act(who, wish, diary.now - timedelta(minutes=lag))
        case ("undo", int(number)) if diary.receipts:
            diary.undo(number)
        case ("time", int(minutes)):
            diary.now += timedelta(minutes=minutes)
            diary.orders_leave()


HARD = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(STORIES)
@HARD
def test_any_story_leaves_one_row_a_meal_nothing_late_and_receipts_that_tell_it_all(
    engine: Engine, story: list[tuple[object, ...]]
) -> None:
    with Session(engine, autoflush=False) as session:
        diary = Diary(session)
        for step in story:
            tell(diary, step)
        session.rollback()


@given(STORIES, WISHES)
@HARD
def test_undo_right_after_restores_exactly_what_was_there(
    engine: Engine, story: list[tuple[object, ...]], last: tuple[object, ...]
) -> None:
    with Session(engine, autoflush=False) as session:
        diary = Diary(session)
        for step in story:
            tell(diary, step)
        before = effective(standing(session))
        tell(diary, (*last[:-1], 0))
        diary.undo(len(diary.receipts) - 1)
        assert effective(standing(session)) == before
        done = effective(standing(session))
        diary.undo(len(diary.receipts) - 1)  # and undoing the undo does what was done
        diary.undo(len(diary.receipts) - 1)
        assert effective(standing(session)) == done
        session.rollback()


@pytest.mark.parametrize("late", [False, True])
def test_undoing_a_cancellation_books_again_and_undoing_an_absence_takes_it_back(session: Session, late: bool) -> None:
    diary, lea = Diary(session, paris("2026-11-26 10:00")), child(session, "Léa")
    wish = (lea,), (date(2026, 12, 3),)
    diary.act(CAMILLE.id, Wish(RESERVED, *wish), diary.now)
    diary.now = paris("2026-12-02 10:00") if late else diary.now
    before = standing(session)
    diary.act(CAMILLE.id, Wish(CANCELLED, *wish), diary.now)
    assert set(standing(session).values()) == {ABSENT if late else CANCELLED}
    diary.undo(1)
    assert standing(session) == before


def test_undo_leaves_alone_what_somebody_else_has_changed_since(session: Session) -> None:
    diary, lea = Diary(session, paris("2026-11-26 10:00")), child(session, "Léa")
    thursday, tuesday = date(2026, 12, 3), date(2026, 12, 1)
    diary.act(CAMILLE.id, Wish(RESERVED, (lea,), (tuesday, thursday)), diary.now)
    diary.act(ALEX.id, Wish(CANCELLED, (lea,), (tuesday,)), diary.now)
    diary.act(ALEX.id, Wish(RESERVED, (lea,), (date(2026, 12, 4),)), diary.now)
    diary.undo(0)
    assert set(effective(standing(session))) == {(lea, Service.CANTINE, date(2026, 12, 4))}


def test_what_is_unsaid_is_the_canteen_to_book_and_all_that_stands_to_cancel(session: Session) -> None:
    diary, lea = Diary(session, paris("2026-11-26 10:00")), child(session, "Léa")
    day = date(2026, 12, 3)
    diary.act(CAMILLE.id, Wish(RESERVED, (lea,), (day,)), diary.now)
    assert set(effective(standing(session))) == {(lea, Service.CANTINE, day)}
    evening = Wish(RESERVED, (lea,), (day,), (Service.GARDERIE_SOIR,))
    diary.act(CAMILLE.id, evening, diary.now)
    diary.act(CAMILLE.id, Wish(CANCELLED, (lea,), (day,)), diary.now)
    assert effective(standing(session)) == {}
    (verdict,) = diary.act(CAMILLE.id, Wish(CANCELLED, (lea,), (day,)), diary.now)
    assert verdict == Verdict(CANCELLED, verdict.standing)


def test_the_home_of_the_week_pays(session: Session) -> None:
    diary, ines = Diary(session, paris("2026-11-26 10:00")), child(session, "Inès")
    odd, even = date(2026, 12, 1), date(2026, 12, 8)
    for who in (SOPHIE.id, MARC.id):
        diary.act(who, Wish(RESERVED, (ines,), (odd, even)), diary.now)
    paid = {row.day: row.household_id for row in session.execute(select(Booking.day, Booking.household_id))}
    assert paid == {
        odd: person(session, MARC.id).households[0],
        even: person(session, SOPHIE.id).households[0],
    }


def test_who_wrote_last_and_when_first(session: Session) -> None:
    diary, lea = Diary(session, paris("2026-11-26 10:00")), child(session, "Léa")
    wish = (lea,), (date(2026, 12, 3),)
    diary.act(CAMILLE.id, Wish(RESERVED, *wish), diary.now)
    first = diary.now
    diary.now += timedelta(hours=1)
    diary.act(ALEX.id, Wish(CANCELLED, *wish), diary.now)
    row = session.execute(select(Booking.account_id, Booking.created_at, Booking.changed_at)).one()
    assert row.account_id == person(session, ALEX.id).account_id
    assert (row.created_at, row.changed_at) == (first, diary.now)


# The mairie's override


@pytest.mark.parametrize("left", [True, False])
def test_an_override_grants_what_was_late_once_under_its_own_receipt(session: Session, left: bool) -> None:
    monday = date(2026, 11, 30)
    diary, lea = Diary(session, paris("2026-11-27 09:12")), child(session, "Léa")
    if left:
        diary.orders_leave()
    sent = paris("2026-11-27 08:59" if left else "2026-11-27 09:05")
    (verdict,) = diary.act(CAMILLE.id, Wish(RESERVED, (lea,), (monday,)), sent)
    assert [type(no.why) for no in verdict.refused] == [OrderLeft if left else TooLate]
    secretary = person(session, SECRETARY.id)
    stamp = Stamp(secretary.account_id, diary.now)
    told = overrides.find(session, diary.receipts[-1][1].id)
    assert told
    assert told.chats == (CAMILLE.id,)
    granted = overrides.grant(session, told, "panne", stamp)
    assert granted
    session.flush()
    assert effective(standing(session)) == {(lea, Service.CANTINE, monday): RESERVED}
    assert replayed(session) == standing(session)
    receipt = session.get_one(Receipt, granted.receipt.id)
    assert (receipt.why, receipt.account_id) == ("panne", secretary.account_id)
    actions = session.scalars(select(JournalEntry.action).where(JournalEntry.account_id == secretary.account_id)).all()
    assert actions.count("override") == 1
    again = overrides.find(session, diary.receipts[-1][1].id)
    assert again
    assert overrides.grant(session, again, "panne", stamp) is None


def test_an_override_of_a_late_cancellation_makes_an_absence_a_cancellation(session: Session) -> None:
    diary, lea, monday = Diary(session, paris("2026-11-26 10:00")), child(session, "Léa"), date(2026, 11, 30)
    diary.act(CAMILLE.id, Wish(RESERVED, (lea,), (monday,)), diary.now)
    diary.now = paris("2026-11-27 09:01")
    diary.act(CAMILLE.id, Wish(CANCELLED, (lea,), (monday,)), diary.now)
    assert effective(standing(session)) == {(lea, Service.CANTINE, monday): ABSENT}
    told = overrides.find(session, diary.receipts[-1][1].id)
    assert told
    assert overrides.grant(session, told, "panne", Stamp(None, diary.now))
    session.flush()
    assert effective(standing(session)) == {}
    assert replayed(session) == standing(session)


# Every answer has its receipt


SENTENCES = st.sampled_from(
    [
        *("cantine {}", "cantine {} pour Léa", "garderie soir {}", "annule {}", "annule {} pour Tom", "/annuler {}"),
        *("remplace {} par mardi", "cantine et garderie {} pour Inès", "cantine {} sauf Léa"),
    ]
)
WHEN = st.sampled_from(["jeudi", "demain", "lundi et mardi", "la semaine prochaine", "le 8 décembre", "mercredi"])
TALKS = st.lists(
    st.tuples(st.sampled_from(SPEAKERS), SENTENCES, WHEN, st.sampled_from([0, 1, 90, 800]), st.integers(0, 1)),
    min_size=1,
    max_size=7,
)


@given(TALKS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_answer_s_receipt_is_kept_with_the_words_and_the_answer(
    engine: Engine, talk: list[tuple[int, str, str, int, int]]
) -> None:
    now = BEGAN
    with Session(engine, autoflush=False) as session:
        for number, (who, sentence, when, minutes, key) in enumerate(talk):
            now += timedelta(minutes=minutes)
            words = sentence.format(when)
            said = Incoming(10 * number, who, who, instant=now, message_id=number, text=words)
            contents = [dict(one.content) for one in door.handle(session, said, now, SERCUS)]
            if len(rows := contents[-1].get("keys", [])) and rows[0][0]["data"].startswith(("v:", "a:")):
                data = rows[0][key % len(rows[0])]["data"]
                tap = Incoming(10 * number + 1, who, who, message_id=number + 500, callback_id="t", data=data)
                contents = [dict(one.content) for one in door.handle(session, tap, now, SERCUS)]
            session.flush()
            check_receipt("\n".join(content.get("text", "") for content in contents), words, who, session)
        assert replayed(session) == standing(session)
        session.rollback()


def check_receipt(answer: str, words: str, who: int, session: Session) -> None:
    numbers = re.findall(r"[0-9A-Z]{2}-[0-9A-Z]{3}(?![0-9A-Z])", answer)
    assert len(numbers) <= 1
    for number in numbers:
        receipt = session.scalars(select(Receipt).where(Receipt.number == number)).one()
        session.refresh(receipt)
        assert receipt.account_id == person(session, who).account_id
        assert receipt.words
        assert receipt.words in words
        assert receipt.answer
        assert receipt.answer in answer
        assert receipt.lines


# Side by side


def test_the_same_meals_booked_at_the_same_instant_from_eight_threads_are_one_row_each(tmp_path: Path) -> None:
    clerk = Clerk(open_database(f"sqlite:///{tmp_path / 'town.db'}"))
    clerk.run_here(lambda session: Base.metadata.create_all(session.connection()))
    clerk.run_here(lambda session: _settle_families(session, BEGAN))
    start, troubles = threading.Barrier(8), []
    days = DAYS[2:9]

    def book(number: int) -> None:
        def work(session: Session) -> None:
            one = person(session, (CAMILLE.id, ALEX.id)[number % 2])
            wish = Wish((RESERVED, CANCELLED)[number // 2 % 2], tuple(one.names), days, (Service.CANTINE,))
            verdict = booking.consider(session, wish, one, at=Timing.at(BEGAN), commune=SERCUS)
            booking.write(session, [verdict], one.pupils, Origin(BEGAN), Stamp(one.account_id, BEGAN))

        try:
            start.wait(10)
            for _ in range(5):
                clerk.run_here(work)
        except Exception as trouble:  # noqa: BLE001 - told below, in the test's own thread
            troubles.append(trouble)

    threads = [threading.Thread(target=book, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert troubles == []
    stands = clerk.run_here(standing)
    assert len(stands) == 2 * len([day for day in days if SERCUS.calendar.is_open(day)])
    assert clerk.run_here(replayed) == stands
    assert clerk.run_here(lambda session: session.scalars(select(func.count()).select_from(Receipt)).one()) == 40
    assert clerk.run_here(lambda session: session.scalars(select(func.count()).select_from(Letter)).one()) == 0
    clerk.close()
