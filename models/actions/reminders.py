"""Who is expected at the canteen and has not booked; who said no; which rounds were owed already."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from models.rules.calendar import SchoolCalendar
from models.rules.commune import Commune
from models.rules.reminders import ENOUGH, Round, days_looked_back, is_in_season, is_usual, rounds_due
from models.tables import Account, Booking, Declined, Guardian, Letter, Muted, Post, ReminderRound, Residence, UsualWeek
from models.vocabulary import Service, State, Weeks

KIND = "reminder"


@dataclass(frozen=True, slots=True)
class Missing:
    """An account to be told of `children` expected and not booked; `season`: only for want of habits yet."""

    account_id: int
    telegram_id: int
    household_id: int
    children: tuple[int, ...]
    season: bool


def rounds_to_owe(session: Session, commune: Commune, now: datetime) -> list[Round]:
    """The rounds due and not owed yet; of two for the same day, after downtime, only the later is still useful."""
    due = rounds_due(commune, now)
    if not due:
        return []
    rounds = session.execute(select(ReminderRound.day, ReminderRound.moment))
    owed = {(day, moment) for day, moment in rounds}
    latest = {round_.day: round_ for round_ in due}
    return [round_ for round_ in latest.values() if (round_.day, round_.moment.value) not in owed]


def mark_owed(session: Session, round_: Round, now: datetime) -> None:
    session.execute(insert(ReminderRound).values(day=round_.day, moment=round_.moment.value, at=now))


def missing(session: Session, day: date, calendar: SchoolCalendar) -> list[Missing]:
    """Every signed-in account with a child expected on `day` that has neither booked nor said no."""
    at_home = _at_home(session, day)
    habits, usual = _habits(session, day, calendar), _usual(session, day)
    settled = set(session.scalars(select(Booking.child_id).filter_by(day=day, service=Service.CANTINE)))
    declined = set(session.scalars(select(Declined.household_id).where(Declined.day == day)))
    open_children = {child: home for child, home in at_home.items() if child not in settled and home not in declined}
    expected = {child for child in open_children if (is_usual(day, usual[child]) if usual[child] else child in habits)}
    season = {c for c in open_children if not usual[c]} - expected if is_in_season(day, calendar) else set[int]()
    return _by_account(session, day, open_children, expected, season)


def _at_home(session: Session, day: date) -> dict[int, int]:
    """Which household has each child on `day`."""
    rows = session.execute(select(Residence.child_id, Residence.household_id, Residence.weeks))
    return {child: household for child, household, weeks in rows if weeks.include(day)}


def _habits(session: Session, day: date, calendar: SchoolCalendar) -> set[int]:
    """Children booked on that weekday in 2 of the last 4 open weeks."""
    taken = (
        select(Booking.child_id)
        .where(Booking.day.in_(days_looked_back(day, calendar)), Booking.service == Service.CANTINE)
        .where(Booking.state == State.RESERVED)
        .group_by(Booking.child_id)
        .having(func.count() >= ENOUGH)
    )
    return set(session.scalars(taken))


def _usual(session: Session, day: date) -> dict[int, list[tuple[int, Weeks]]]:
    """The canteen lines of every usual week set, by child; of a child between two homes, those of that week's home."""
    lines: dict[int, list[tuple[int, Weeks]]] = defaultdict(list)
    rows = (
        select(UsualWeek.child_id, UsualWeek.weekday, UsualWeek.weeks, Residence.weeks)
        .join(Residence, Residence.child_id == UsualWeek.child_id)
        .where(UsualWeek.service == Service.CANTINE)
    )
    for child, weekday, weeks, home in session.execute(rows):
        if home.include(day) and (home is Weeks.ALL or weeks in (Weeks.ALL, home)):
            lines[child].append((weekday, weeks))
    return lines


def _by_account(
    session: Session, day: date, homes: dict[int, int], expected: set[int], season: set[int]
) -> list[Missing]:
    """Gather children by guardian's account, what each has muted left out."""
    rows = session.execute(select(Muted.account_id, Muted.child_id, Muted.weekday))
    muted = {(account, child, weekday) for account, child, weekday in rows}
    guardians = select(Guardian.household_id, Account.id, Account.telegram_id).join(
        Account, Guardian.account_id == Account.id
    )
    found: list[Missing] = []
    for household, account, telegram in session.execute(
        guardians.where(Account.blocked_at.is_(None)).order_by(Account.id)
    ):
        for children, is_season in ((expected, False), (season, True)):
            told = tuple(sorted(c for c in children if homes[c] == household and not _is_muted(muted, account, c, day)))
            if told and not (is_season and any(missing.account_id == account for missing in found)):
                found.append(Missing(account, telegram, household, told, is_season))
    return found


def _is_muted(muted: set[tuple[int, int, int]], account: int, child: int, day: date) -> bool:
    return any((account, c, weekday) in muted for c in (0, child) for weekday in (0, day.isoweekday()))


WITHDRAW = (
    update(Letter)
    .where(Letter.kind == KIND, Letter.state == Post.PENDING)
    .where(Letter.household_id.in_(bindparam("households", expanding=True)))
    .where(Letter.day.in_(bindparam("days", expanding=True)))
    .values(state=Post.DROPPED)
)


def withdraw(session: Session, households: Iterable[int], days: Iterable[date]) -> None:
    """Drop the reminders not sent yet that a booking or a refusal has made needless."""
    session.connection().execute(WITHDRAW, {"households": list(households), "days": list(days)})


def decline(session: Session, households: Iterable[int], day: date) -> None:
    """Not this time, for the whole household."""
    households = list(households)
    for household in households:
        session.merge(Declined(household_id=household, day=day))
    withdraw(session, households, [day])


def mute(session: Session, account_id: int, child_id: int = 0, weekday: int = 0) -> None:
    """No more reminders for a child (0: any) on a weekday (0: any)."""
    known = select(Muted.id).where(Muted.account_id == account_id, Muted.child_id == child_id, Muted.weekday == weekday)
    if session.scalar(known) is None:
        session.add(Muted(account_id=account_id, child_id=child_id, weekday=weekday))


def muted_by(session: Session, account_id: int) -> list[tuple[int, int]]:
    """(child, weekday) pairs muted by the account, 0 meaning any."""
    found = session.execute(select(Muted.child_id, Muted.weekday).where(Muted.account_id == account_id))
    return [(child, weekday) for child, weekday in found]


def restore(session: Session, account_id: int) -> None:
    for row in session.scalars(select(Muted).where(Muted.account_id == account_id)):
        session.delete(row)
