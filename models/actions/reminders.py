"""Whom to remind of a day; who said no; what was muted; which rounds were owed already."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from models.actions import preferences
from models.actions.expected import expected
from models.rules.calendar import SchoolCalendar
from models.rules.commune import Commune
from models.rules.rounds import Preferences, Round, monday_of, rounds_due
from models.tables import Account, Declined, Guardian, Letter, Muted, MutedWeek, Post, ReminderRound

KIND = "reminder"


@dataclass(frozen=True, slots=True)
class Missing:
    """An account to be told of `children` expected and not booked; `season`: only for want of habits yet."""

    account_id: int
    telegram_id: int
    household_id: int
    children: tuple[int, ...]
    season: bool


def rounds_to_owe(session: Session, commune: Commune, now: datetime) -> dict[Round, set[Preferences]]:
    """The rounds due and not owed yet, each with the choices it is for."""
    due = rounds_due(commune, preferences.different(session, commune), now)
    if not due:
        return {}
    first = min(round_.day for round_ in due)
    rows = session.execute(
        select(ReminderRound.day, ReminderRound.kind, ReminderRound.due).where(ReminderRound.day >= first)
    )
    owed = {(day, kind, at) for day, kind, at in rows}
    return {round_: choices for round_, choices in due.items() if (round_.day, round_.kind, round_.at) not in owed}


def mark_owed(session: Session, round_: Round, now: datetime) -> None:
    session.execute(insert(ReminderRound).values(day=round_.day, kind=round_.kind, due=round_.at, at=now))


def missing(
    session: Session, day: date, calendar: SchoolCalendar, households: Collection[int] | None = None
) -> list[Missing]:
    """Every signed-in account with a child expected on `day` that has neither booked nor said no.

    `households`: those of these alone.
    """
    here = expected(session, day, calendar, households)
    if not here.usually and not here.season:
        return []
    muted, told, found = muted_on(session, day), set[int](), list[Missing]()
    guardians = guardians_told(session, households)
    for children, is_season in ((here.usually, False), (here.season, True)):
        for household, account, telegram in guardians:
            wanted = muted.leave_in(account, children.get(household, ()))
            if wanted and not (is_season and account in told):
                told.add(account)
                found.append(Missing(account, telegram, household, wanted, is_season))
    return found


def guardians_told(session: Session, households: Collection[int] | None = None) -> list[tuple[int, int, int]]:
    """(household, account, Telegram id) of every guardian signed in who has not blocked the bot."""
    guardians = select(Guardian.household_id, Account.id, Account.telegram_id).distinct()
    signed_in = guardians.join(Account, Guardian.account_id == Account.id).where(Account.blocked_at.is_(None))
    if households is not None:
        signed_in = signed_in.where(Guardian.household_id.in_(households))
    found = session.connection().execute(signed_in.order_by(Account.id))
    return [(household, account, telegram) for household, account, telegram in found]


class MutedOn:
    """What is muted on a weekday, by account; 0 for every child."""

    def __init__(self, rows: Iterable[tuple[int, int]]) -> None:
        self._rows = frozenset(rows)

    def leave_in(self, account: int, children: Sequence[int]) -> tuple[int, ...]:
        """Those of `children` the account wants to hear of."""
        if (account, 0) in self._rows:
            return ()
        return tuple(child for child in children if (account, child) not in self._rows)


def muted_on(session: Session, day: date) -> MutedOn:
    rows = select(Muted.account_id, Muted.child_id).where(Muted.weekday.in_((0, day.isoweekday())))
    return MutedOn((account, child) for account, child in session.execute(rows))


def muted_wholly(session: Session) -> set[int]:
    """The accounts that want no reminder of any child on any day."""
    return set(session.scalars(select(Muted.account_id).where(Muted.child_id == 0, Muted.weekday == 0)))


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


def mute_week(session: Session, household: int, monday: date) -> None:
    """Everybody is at home in the week of `monday`: no reminder of its days, nor its plan."""
    session.merge(MutedWeek(household_id=household, monday=monday))
    withdraw(session, [household], [monday + timedelta(days=number) for number in range(7)])


def restore_week(session: Session, households: Iterable[int], monday: date) -> None:
    """Reminders of that week again."""
    mine = MutedWeek.household_id.in_(list(households))
    session.execute(delete(MutedWeek).where(mine, MutedWeek.monday == monday))


def weeks_muted(session: Session, households: Iterable[int], today: date) -> list[date]:
    """The Mondays of the weeks, this one and later, in which one of `households` is at home."""
    muted = select(MutedWeek.monday).where(MutedWeek.household_id.in_(list(households)))
    return list(session.scalars(muted.where(MutedWeek.monday >= monday_of(today)).distinct().order_by("monday")))


def mute(session: Session, account_id: int, child_id: int = 0, weekday: int = 0) -> None:
    """No more reminders for a child (0: any) on a weekday (0: any)."""
    if (child_id, weekday) not in muted_by(session, account_id):
        session.add(Muted(account_id=account_id, child_id=child_id, weekday=weekday))


def unmute(session: Session, account_id: int, child_id: int) -> None:
    """Reminders for a child again, whatever the weekday."""
    mine = delete(Muted).where(Muted.account_id == account_id, Muted.child_id == child_id)
    session.execute(mine)


def muted_by(session: Session, account_id: int) -> list[tuple[int, int]]:
    """(child, weekday) pairs muted by the account, 0 meaning any."""
    found = session.execute(select(Muted.child_id, Muted.weekday).where(Muted.account_id == account_id))
    return [(child, weekday) for child, weekday in found]


def restore(session: Session, account_id: int) -> None:
    """Nothing muted any more, of children and weekdays."""
    session.execute(delete(Muted).where(Muted.account_id == account_id))
