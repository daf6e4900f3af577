"""Who an account is, and the accounts to be told with it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from models.rules.people import Person, Pupil, told_apart
from models.tables import Account, Child, Guardian, Invitation, JournalEntry, Residence, Staff
from models.vocabulary import Role, Weeks

AT_ONCE = 1000  # households in one question

# Read for every update: built once.
WHO = (
    select(
        Account.id,
        Account.blocked_at,
        Guardian.household_id,
        Guardian.first_name,
        Guardian.last_name,
        Staff.name,
        Staff.role,
    )
    .outerjoin(Guardian, Guardian.account_id == Account.id)
    .outerjoin(Staff, Staff.account_id == Account.id)
    .where(Account.telegram_id == bindparam("telegram_id"))
    .order_by(Guardian.id, Staff.id)
)
PUPILS = (
    select(Child.id, Child.first_name, Child.last_name, Residence.household_id, Residence.weeks)
    .join(Residence, Residence.child_id == Child.id)
    .where(Residence.household_id.in_(bindparam("households", expanding=True)))
    .order_by(Child.birth_date, Child.id)
)
ACCOUNTS = (
    select(Account.id, Account.telegram_id)
    .join(Guardian, Guardian.account_id == Account.id)
    .where(Guardian.household_id.in_(bindparam("households", expanding=True)), Account.blocked_at.is_(None))
    .distinct()
)


def identify(session: Session, telegram_id: int) -> Person | None:
    """The person behind a Telegram account, or None for a stranger."""
    rows = session.connection().execute(WHO, {"telegram_id": telegram_id}).all()
    households = tuple(dict.fromkeys(row.household_id for row in rows if row.household_id))
    roles = {row.role for row in rows if row.role} | ({Role.PARENT} if households else set())
    if not roles:
        return None
    name = rows[0].name or f"{rows[0].first_name} {rows[0].last_name}"
    children, blocked = pupils_of(session, households), rows[0].blocked_at is not None
    return Person(rows[0].id, telegram_id, name, frozenset(roles), households, children, blocked)


def pupils_of(session: Session, households: Collection[int]) -> tuple[Pupil, ...]:
    """The children living in `households`, eldest first."""
    if not households:
        return ()
    rows = session.connection().execute(PUPILS, {"households": list(households)})
    known: dict[tuple[int, str, str], list[tuple[int, Weeks]]] = defaultdict(list)
    for child_id, first_name, last_name, household_id, weeks in rows:
        known[child_id, first_name, last_name].append((household_id, weeks))
    return tuple(Pupil(*key, tuple(homes)) for key, homes in known.items())


def names_by_household(session: Session, households: Collection[int]) -> dict[int, dict[int, str]]:
    """The names of the children of each of `households`, as its guardians tell them apart; many are asked about."""
    pupils: dict[int, list[Pupil]] = defaultdict(list)
    asked = sorted(set(households))
    for first in range(0, len(asked), AT_ONCE):
        for pupil in pupils_of(session, asked[first : first + AT_ONCE]):
            for household, _ in pupil.homes:
                pupils[household].append(pupil)
    return {household: told_apart(children) for household, children in pupils.items()}


def accounts_of(session: Session, households: Collection[int]) -> list[tuple[int, int]]:
    """(account id, Telegram id) of every signed-in guardian of `households` who has not blocked the bot."""
    found = session.connection().execute(ACCOUNTS, {"households": list(households)})
    return [(account_id, telegram_id) for account_id, telegram_id in found]


def staff_accounts(session: Session, role: Role) -> list[int]:
    """Telegram ids of the signed-in members of staff with `role`."""
    return list(
        session.scalars(
            select(Account.telegram_id)
            .join(Staff, Staff.account_id == Account.id)
            .where(Staff.role == role, Account.blocked_at.is_(None))
            .distinct()
        )
    )


@dataclass(frozen=True, slots=True)
class Invited:
    """Whom an invitation is for: a guardian of `children`, or a member of staff with a `role`."""

    name: str
    children: tuple[str, ...] = ()
    role: Role | None = None


def invited(session: Session, invitation: Invitation) -> Invited:
    if invitation.staff_id:
        staff = session.get_one(Staff, invitation.staff_id)
        return Invited(staff.name, role=staff.role)
    guardian = session.get_one(Guardian, invitation.guardian_id)
    children = tuple(pupil.first_name for pupil in pupils_of(session, [guardian.household_id]))
    return Invited(f"{guardian.first_name} {guardian.last_name}", children)


def bind(session: Session, invitation: Invitation, telegram_id: int, now: datetime) -> Invited:
    """Make the Telegram account the key of the guardian or member of staff `invitation` is for."""
    account = session.scalar(select(Account).where(Account.telegram_id == telegram_id))
    if account is None:
        account = Account(telegram_id=telegram_id, created_at=now)
        session.add(account)
        session.flush()
    table, id_ = (Staff, invitation.staff_id) if invitation.staff_id else (Guardian, invitation.guardian_id)
    session.execute(update(table).where(table.id == id_).values(account_id=account.id))
    session.add(JournalEntry(at=now, account_id=account.id, action="signed-in", facts={"invitation": invitation.id}))
    return invited(session, invitation)


def unblock(session: Session, telegram_id: int) -> None:
    """Whoever writes again can be written to again."""
    session.execute(
        update(Account)
        .where(Account.telegram_id == telegram_id, Account.blocked_at.is_not(None))
        .values(blocked_at=None)
    )
