"""Book, cancel, undo: load what stands, judge, write the bookings and the receipt in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import ModuleType

from sqlalchemy import Insert, bindparam, insert, select, update
from sqlalchemy.orm import Session

from models.rules.booking import Facts, Meal, Timing, Verdict, judge
from models.rules.commune import Commune
from models.rules.people import Person, Pupil
from models.rules.receipts import receipt_number
from models.tables import Booking, DailyOrder, Receipt, ReceiptLine, in_dialect, table_of
from models.vocabulary import Service, Stamp, State


@dataclass(frozen=True, slots=True)
class Wish:
    """What one request wants; no services: the canteen to book, all that is booked to cancel."""

    wanted: State
    children: tuple[int, ...]
    days: tuple[date, ...]
    services: tuple[Service, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The sentence behind a wish: the instant it is judged at, its words and message, an override's reason."""

    instant: datetime
    words: str | None = None
    message_id: int | None = None
    why: str | None = None


def consider(session: Session, wish: Wish, person: Person, *, at: Timing, commune: Commune) -> Verdict:
    """Judge `wish` on what stands now; writes nothing."""
    meals = _meals(session, wish)
    facts = load_facts(session, meals, person.pupils)
    return judge(meals, wish.wanted, facts, at=at, commune=commune)


# Run for every booking: built once.
ORDERS_LEFT = select(DailyOrder.day).where(DailyOrder.day.in_(bindparam("days", expanding=True)))
STANDING = select(Booking.child_id, Booking.service, Booking.day, Booking.state).where(
    Booking.child_id.in_(bindparam("children", expanding=True)), Booking.day.in_(bindparam("days", expanding=True))
)


def load_facts(session: Session, meals: Sequence[Meal], pupils: Mapping[int, Pupil]) -> Facts:
    """What stands for `meals`, and which of their days have had their order leave."""
    days, children = {meal.day for meal in meals}, {meal.child_id for meal in meals}
    left = frozenset(session.connection().scalars(ORDERS_LEFT, {"days": list(days)}))
    return Facts(standing(session, children, days), pupils, left)


def standing(session: Session, children: Iterable[int], days: Iterable[date]) -> dict[Meal, State]:
    """What stands for `children` on `days`, cancelled bookings included."""
    found = session.connection().execute(STANDING, {"children": list(children), "days": list(days)})
    return {Meal(child_id, service, day): state for child_id, service, day, state in found}


def _meals(session: Session, wish: Wish) -> list[Meal]:
    services = wish.services
    if not services and wish.wanted is State.RESERVED:
        services = (Service.CANTINE,)
    if services:
        return [Meal(child, service, day) for day in wish.days for service in services for child in wish.children]
    stands = standing(session, wish.children, wish.days)
    return sorted(
        (meal for meal, state in stands.items() if state is not State.CANCELLED),
        key=lambda meal: (meal.day, meal.service, wish.children.index(meal.child_id)),
    )


@dataclass(frozen=True, slots=True)
class Issued:
    """A receipt just written; `at`: the instant of the wish."""

    id: int
    number: str
    at: datetime


def write(
    session: Session, verdicts: Sequence[Verdict], pupils: Mapping[int, Pupil], origin: Origin, stamp: Stamp
) -> Issued:
    """Write what `verdicts` grant, and the receipt of all they say. Whoever calls has judged in this transaction."""
    receipt = _open_receipt(session, origin, stamp)
    lines = [line for verdict in verdicts for line in _lines(verdict, receipt.id)]
    changes = [_booking(line, pupils, stamp) for line in lines if line["after"] is not None]
    if lines:
        session.connection().execute(NEW_LINE, lines)
    if changes:
        session.connection().execute(UPSERT(session), changes)
    return receipt


def _open_receipt(session: Session, origin: Origin, stamp: Stamp) -> Issued:
    facts = {"account_id": stamp.account_id, "message_id": origin.message_id, "at": origin.instant}
    texts = {"words": origin.words, "why": origin.why}
    receipt_id = session.connection().execute(NEW_RECEIPT, facts | texts).scalar_one()
    return Issued(receipt_id, receipt_number(receipt_id), origin.instant)


def keep_answer(session: Session, receipt: Issued, answer: str) -> None:
    """Number the receipt and keep what was answered."""
    facts = {"receipt": receipt.id, "new_number": receipt.number, "new_answer": answer}
    session.connection().execute(KEEP_ANSWER, facts)


def _lines(verdict: Verdict, receipt_id: int) -> list[dict[str, object]]:
    def line(meal: Meal, was: State | None, after: State | None, refusal: str | None) -> dict[str, object]:
        return {
            "receipt_id": receipt_id,
            "child_id": meal.child_id,
            "service": meal.service,
            "day": meal.day,
            "wanted": verdict.wanted,
            "before": was,
            "after": after,
            "refusal": refusal,
        }

    return [
        *(line(meal, verdict.standing.get(meal), verdict.wanted, None) for meal in verdict.granted),
        *(line(late.meal, late.standing, State.ABSENT, late.why.name()) for late in verdict.absent),
        *(line(no.meal, no.standing, None, no.why.name()) for no in verdict.refused),
    ]


def _booking(line: dict[str, object], pupils: Mapping[int, Pupil], stamp: Stamp) -> dict[str, object]:
    child_id, day = line["child_id"], line["day"]
    assert isinstance(child_id, int)
    assert isinstance(day, date)
    return {
        "child_id": child_id,
        "household_id": pupils[child_id].home_on(day),
        "account_id": stamp.account_id,
        "day": day,
        "service": line["service"],
        "state": line["after"],
        "created_at": stamp.now,
        "changed_at": stamp.now,
    }


def _upsert(dialect: ModuleType) -> Insert:
    """INSERT … ON CONFLICT, run for many rows: the unique key, not an if, is what books once."""
    statement = dialect.insert(table_of(Booking))
    new = statement.excluded
    kept = {name: new[name] for name in ("state", "account_id", "household_id", "changed_at")}
    upsert: Insert = statement.on_conflict_do_update(index_elements=["child_id", "day", "service"], set_=kept)
    return upsert


UPSERT = in_dialect(_upsert)
NEW_LINE = insert(table_of(ReceiptLine))
NEW_RECEIPT = insert(table_of(Receipt)).returning(table_of(Receipt).c.id)
KEEP_ANSWER = (
    update(Receipt)
    .where(Receipt.id == bindparam("receipt"))
    .values(number=bindparam("new_number"), answer=bindparam("new_answer"))
)


def cancel_day(session: Session, day: date, why: str, stamp: Stamp) -> dict[int, list[Meal]]:
    """Cancel all that stands on `day`, whatever the hour, under one receipt; returns it by household."""
    standing_ = select(Booking.household_id, Booking.child_id, Booking.service, Booking.state).where(
        Booking.day == day, Booking.state != State.CANCELLED
    )
    rows = session.connection().execute(standing_).all()
    if not rows:
        return {}
    homes = {Meal(child_id, service, day): household for household, child_id, service, _ in rows}
    verdict = Verdict(State.CANCELLED, {Meal(row.child_id, row.service, day): row.state for row in rows}, list(homes))
    receipt = _open_receipt(session, Origin(stamp.now, why=why), stamp)
    session.connection().execute(NEW_LINE, _lines(verdict, receipt.id))
    keep_answer(session, receipt, "")
    cancelled = update(Booking).where(Booking.day == day, Booking.state != State.CANCELLED)
    session.execute(cancelled.values(state=State.CANCELLED, changed_at=stamp.now, account_id=stamp.account_id))
    by_household: dict[int, list[Meal]] = {}
    for meal, household in homes.items():
        by_household.setdefault(household, []).append(meal)
    return by_household


def undo(session: Session, receipt: Receipt, person: Person, *, at: Timing, commune: Commune) -> list[Verdict]:
    """Judge putting back what `receipt` changed, where it still stands as it left it; cut-offs permitting."""
    ours = [line for line in receipt.lines if line.child_id in person.pupils]
    lines = [line for line in ours if line.after is not None and line.after is not line.before]
    facts = load_facts(session, [_meal(line) for line in lines], person.pupils)
    wishes: dict[State, list[Meal]] = {}
    for line in lines:
        if facts.standing.get(_meal(line)) is line.after:
            wishes.setdefault(line.before or State.CANCELLED, []).append(_meal(line))
    return [judge(meals, wanted, facts, at=at, commune=commune) for wanted, meals in wishes.items()]


def mark_undone(session: Session, receipt_id: int, by: Issued) -> None:
    session.execute(update(Receipt).where(Receipt.id == receipt_id).values(undone_by=by.id))


def _meal(line: ReceiptLine) -> Meal:
    return Meal(line.child_id, line.service, line.day)


def booked_at_home(session: Session, pupils: Iterable[Pupil], first: date, last: date) -> dict[Meal, State]:
    """What is booked or absent for `pupils` on the days their account's households have them: no other home's."""
    known = {pupil.id: pupil for pupil in pupils}
    found = booked(session, known, first, last)
    return {meal: state for meal, state in found.items() if known[meal.child_id].home_on(meal.day) is not None}


def booked(session: Session, children: Iterable[int], first: date, last: date) -> dict[Meal, State]:
    """What is booked or absent for `children` from `first` to `last`, in order of days."""
    found = (
        select(Booking.child_id, Booking.service, Booking.day, Booking.state)
        .where(Booking.child_id.in_(sorted(children)), Booking.day.between(first, last))
        .where(Booking.state != State.CANCELLED)
        .order_by(Booking.day, Booking.service, Booking.child_id)
    )
    return {Meal(child_id, service, day): state for child_id, service, day, state in session.execute(found)}
