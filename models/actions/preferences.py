"""What each account has chosen of its reminders: hours, kinds, quiet days."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import time, timedelta
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from models.rules.commune import Commune
from models.rules.rounds import Kind, Preferences, chosen_by_default
from models.tables import Account, Guardian, ReminderChoice

CHOSEN = (
    ReminderChoice.evening,
    ReminderChoice.before,
    ReminderChoice.plan,
    ReminderChoice.quiet,
    ReminderChoice.off,
    ReminderChoice.menus,
)
DIFFERENT = select(*CHOSEN).distinct()  # asked at each tick
LISTENING = (  # asked for every booking
    select(Account.telegram_id)
    .join(Guardian, Guardian.account_id == Account.id)
    .outerjoin(ReminderChoice, ReminderChoice.account_id == Account.id)
    .where(Guardian.household_id.in_(bindparam("households", expanding=True)), Account.blocked_at.is_(None))
    .where(or_(ReminderChoice.account_id.is_(None), ReminderChoice.off.not_like(bindparam("kind"))))
    .distinct()
)
LISTENERS = LISTENING.with_only_columns(Guardian.household_id, Account.id, Account.telegram_id)


def different(session: Session, commune: Commune) -> set[Preferences]:
    """Every choice somebody has made, and that of those who made none."""
    default = chosen_by_default(commune)
    return {default, *(_read(default, *row) for row in session.connection().execute(DIFFERENT))}


def by_account(session: Session, commune: Commune) -> dict[int, Preferences]:
    """The choices made, by account; whoever is not there has chosen nothing."""
    default = chosen_by_default(commune)
    rows = session.connection().execute(select(ReminderChoice.account_id, *CHOSEN))
    return {row.account_id: _read(default, *row[1:]) for row in rows}


def of_account(session: Session, account_id: int, commune: Commune) -> Preferences:
    default = chosen_by_default(commune)
    row = session.execute(select(*CHOSEN).where(ReminderChoice.account_id == account_id)).first()
    return _read(default, *row) if row else default


def _read(
    default: Preferences,
    evening: time | None,
    before: int | None,
    plan: time | None,
    quiet: str,
    off: str,
    menus: time | None,
) -> Preferences:
    """A row as a value; what it does not say is as the commune has it."""
    return Preferences(
        default.evening if evening is None else evening,
        default.before if before is None else timedelta(minutes=before),
        default.plan if plan is None else plan,
        frozenset(map(int, quiet)),
        frozenset(map(Kind, off.split())),
        default.menus if menus is None else menus,
    )


def choose(session: Session, account_id: int, **chosen: Any) -> None:
    """Keep what `account_id` wants from now on: times, before (a timedelta), quiet and off (sets)."""
    row = session.get(ReminderChoice, account_id) or ReminderChoice(account_id=account_id, quiet="", off="")
    for name, value in _written(chosen).items():
        setattr(row, name, value)
    session.add(row)
    session.flush()


def _written(chosen: Mapping[str, Any]) -> dict[str, Any]:
    """Values as columns hold them; always the same for the same choice, so that few of them differ."""
    written = dict(chosen)
    if (before := written.get("before")) is not None:
        written["before"] = int(before.total_seconds() // 60)
    if (quiet := written.get("quiet")) is not None:
        written["quiet"] = "".join(map(str, sorted(quiet)))
    if (off := written.get("off")) is not None:
        written["off"] = " ".join(sorted(off))
    return written


def restore_kinds(session: Session, account_id: int) -> None:
    """Every kind on every day again; the hours chosen stay."""
    choose(session, account_id, quiet=frozenset(), off=frozenset())


def listening(session: Session, households: Collection[int], kind: Kind) -> list[int]:
    """Telegram ids of the guardians of `households` who want that kind of notice and have not blocked the bot."""
    asked = {"households": list(households), "kind": f"%{kind}%"}
    return list(session.connection().scalars(LISTENING, asked))


def listeners(session: Session, households: Collection[int], kind: Kind) -> dict[int, list[tuple[int, int]]]:
    """The same by household, with their account's id: (account id, Telegram id)."""
    asked = {"households": list(households), "kind": f"%{kind}%"}
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for household, account_id, telegram_id in session.connection().execute(LISTENERS, asked):
        found[household].append((account_id, telegram_id))
    return found
