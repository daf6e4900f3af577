"""Book, cancel, undo: load what stands, judge, write the bookings and the receipt in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Insert, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models.rules.booking import Facts, Meal, Verdict, judge
from models.rules.commune import Commune
from models.rules.people import Person, Pupil
from models.rules.receipts import receipt_number
from models.tables import Booking, DailyOrder, Receipt, ReceiptLine
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


def consider(session: Session, wish: Wish, person: Person, *, instant: datetime, commune: Commune) -> Verdict:
    """Judge `wish` on what stands now; writes nothing."""
    meals = _meals(session, wish)
    facts = load_facts(session, meals, person.pupils.values())
    return judge(meals, wish.wanted, facts, instant=instant, commune=commune)


def load_facts(session: Session, meals: Sequence[Meal], pupils: Iterable[Pupil]) -> Facts:
    """What stands for `meals`, and which of their days have had their order leave."""
    days, children = {meal.day for meal in meals}, {meal.child_id for meal in meals}
    left = frozenset(session.scalars(select(DailyOrder.day).where(DailyOrder.day.in_(days))))
    return Facts(standing(session, children, days), {pupil.id: pupil for pupil in pupils}, left)


def standing(session: Session, children: Iterable[int], days: Iterable[date]) -> dict[Meal, State]:
    """What stands for `children` on `days`, cancelled bookings included."""
    found = select(Booking.child_id, Booking.service, Booking.day, Booking.state).where(
        Booking.child_id.in_(sorted(children)), Booking.day.in_(sorted(days))
    )
    return {Meal(child_id, service, day): state for child_id, service, day, state in session.execute(found)}


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


def write(
    session: Session, verdicts: Sequence[Verdict], pupils: Mapping[int, Pupil], origin: Origin, stamp: Stamp
) -> Receipt:
    """Write what `verdicts` grant, and the receipt of all they say. Whoever calls has judged in this transaction."""
    receipt = _open_receipt(session, origin, stamp)
    lines = [line for verdict in verdicts for line in _lines(session, verdict, receipt.id)]
    if lines:
        session.execute(insert(ReceiptLine), lines)
    changes = [line for line in lines if line["after"] is not None]
    if changes:
        session.execute(_upsert(session), [_booking(line, pupils, stamp) for line in changes])
    return receipt


def _open_receipt(session: Session, origin: Origin, stamp: Stamp) -> Receipt:
    receipt = Receipt(
        account_id=stamp.account_id, message_id=origin.message_id, at=origin.instant, words=origin.words, why=origin.why
    )
    session.add(receipt)
    session.flush()
    receipt.number = receipt_number(receipt.id)
    return receipt


def _lines(session: Session, verdict: Verdict, receipt_id: int) -> list[dict[str, object]]:
    before = standing(
        session,
        {meal.child_id for meal in verdict.granted},
        {meal.day for meal in verdict.granted},
    )

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
        *(line(meal, before.get(meal), verdict.wanted, None) for meal in verdict.granted),
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


def _upsert(session: Session) -> Insert:
    """INSERT … ON CONFLICT, run for many rows: the unique key, not an if, is what books once."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    statement = dialect.insert(Booking)
    new = statement.excluded
    upsert: Insert = statement.on_conflict_do_update(
        index_elements=["child_id", "day", "service"],
        set_={
            "state": new.state,
            "account_id": new.account_id,
            "household_id": new.household_id,
            "changed_at": new.changed_at,
        },
    )
    return upsert


def undo(session: Session, receipt: Receipt, person: Person, *, stamp: Stamp, commune: Commune) -> list[Verdict]:
    """Judge putting back what `receipt` changed, where it still stands as it left it; cut-offs permitting."""
    lines = [line for line in receipt.lines if line.after is not None and line.after is not line.before]
    facts = load_facts(session, [_meal(line) for line in lines], person.pupils.values())
    wishes: dict[State, list[Meal]] = {}
    for line in lines:
        if facts.standing.get(_meal(line)) is line.after:
            wishes.setdefault(line.before or State.CANCELLED, []).append(_meal(line))
    return [judge(meals, wanted, facts, instant=stamp.now, commune=commune) for wanted, meals in wishes.items()]


def mark_undone(session: Session, receipt_id: int, by: Receipt) -> None:
    session.execute(update(Receipt).where(Receipt.id == receipt_id).values(undone_by=by.id))


def _meal(line: ReceiptLine) -> Meal:
    return Meal(line.child_id, line.service, line.day)


def booked(session: Session, children: Iterable[int], first: date, last: date) -> dict[Meal, State]:
    """What is booked or absent for `children` from `first` to `last`, in order of days."""
    found = (
        select(Booking.child_id, Booking.service, Booking.day, Booking.state)
        .where(Booking.child_id.in_(sorted(children)), Booking.day.between(first, last))
        .where(Booking.state != State.CANCELLED)
        .order_by(Booking.day, Booking.service, Booking.child_id)
    )
    return {Meal(child_id, service, day): state for child_id, service, day, state in session.execute(found)}
