"""What a tap on an agent's list takes, sixty children on it: `python -m tests.bench.rolls`, one table."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot import jobs
from bot.clerk import Clerk, open_database
from handlers import door
from handlers.buttons import Button, CardDeed, PointChild
from handlers.door import Incoming
from models.actions import roster
from models.rules.roll_screen import Deed
from models.tables import Account, Draft, Staff
from models.vocabulary import Role, Service
from tests.bench.report import Row, spread, table
from tests.bench.years import COMMUNE, TODAY, database

CHILDREN, AGENTS, ROUNDS = 60, (8, 9), 3
EVENING = datetime(TODAY.year, TODAY.month, TODAY.day, 16, 0, tzinfo=UTC)  # 17:00 in the commune
NUMBERS = count(1)


def measure(years: int) -> list[Row]:
    with TemporaryDirectory() as folder:
        clerk = Clerk(open_database(database(Path(folder), CHILDREN, years)))
        clerk.run_here(_hire)
        rows = [_row(f"/pointage, {years} year(s)", [_open(clerk, AGENTS[0]) for _ in range(ROUNDS * 5)])]
        rows += [_row(f"a tap, one list open, {years} year(s)", _taps(clerk))]
        _open(clerk, AGENTS[1])
        clerk.run_here(_show)
        rows += [_row(f"a tap, two lists open, {years} year(s)", _taps(clerk, takes_back=True))]
        later = EVENING + timedelta(seconds=30)
        looks = [_timed(lambda: clerk.run_here(lambda session: jobs.owe(session, COMMUNE, later))) for _ in range(50)]
        rows += [_row(f"a look at what is due, {years} year(s)", looks)]
        clerk.close()
    return rows


def _hire(session: Session) -> None:
    for telegram_id in AGENTS:
        account = Account(telegram_id=telegram_id, created_at=EVENING)
        session.add(account)
        session.flush()
        session.add(Staff(account_id=account.id, name=f"Agent {telegram_id}", role=Role.AGENT))


def _open(clerk: Clerk, agent: int) -> float:
    incoming = Incoming(next(NUMBERS), agent, agent, instant=EVENING, message_id=1, text="/pointage")
    return _handled(clerk, incoming)


def _show(session: Session) -> None:
    """As if both lists had reached their phones."""
    session.execute(update(Draft).values(shown_as=1))


def _taps(clerk: Clerk, *, takes_back: bool = False) -> list[float]:
    """A tap on each child, as the list stands: pointed, or taken back."""
    draft, entries = clerk.run_here(lambda session: (_draft(session), roster.roster(session, TODAY, SERVICE)))
    taps: list[Button] = [PointChild(draft, entry.child_id, entry.version) for entry in entries]
    if takes_back:
        taps = [CardDeed(draft, entry.child_id, entry.version, Deed.CANCEL) for entry in entries]
    common = Incoming(0, AGENTS[0], AGENTS[0], message_id=2, callback_id="tap")
    return [_handled(clerk, replace(common, update_id=next(NUMBERS), data=tap.pack())) for tap in taps]


SERVICE = Service.GARDERIE_SOIR


def _draft(session: Session) -> int:
    return session.scalars(select(Draft.id).where(Draft.telegram_id == AGENTS[0]).order_by(Draft.id)).first() or 0


def _handled(clerk: Clerk, incoming: Incoming) -> float:
    return _timed(lambda: clerk.run_here(lambda session: door.handle(session, incoming, EVENING, COMMUNE)))


def _timed(work: Callable[[], object]) -> float:
    """Milliseconds of CPU."""
    began = process_time()
    work()
    return (process_time() - began) * 1000


def _row(what: str, figures: list[float]) -> Row:
    return Row(what, f"{spread(sorted(figures)[1:-1])} ms CPU")


if __name__ == "__main__":
    print(table([row for years in (1, 10) for row in measure(years)]))  # noqa: T201 - a program's output
