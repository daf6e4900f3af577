"""SQLite: a school year for one child beside a bare upsert; what is asked every day, after one year and after ten.

`python -m tests.bench.tables [FAMILIES]`
"""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from bot.clerk import Clerk, open_database
from models.actions import booking, exports, people, reminders
from models.actions.booking import Origin, Wish
from models.rules.booking import Timing
from models.vocabulary import Period, Service, Stamp, State
from tests.bench.report import Row, ratio, table
from tests.bench.years import COMMUNE, DAYS, NOW, TODAY, YEAR, database
from tests.town import paris

FAMILIES = 1000
ROUNDS = 15
RENTREE = paris("2026-08-30 10:00")
BARE = 180
UPSERT = (
    "INSERT INTO booking (child_id, household_id, account_id, day, service, state, created_at, changed_at)"
    " VALUES (?, ?, ?, ?, 'cantine', 'reservee', ?, ?) ON CONFLICT (child_id, day, service) DO UPDATE"
    " SET state = excluded.state, account_id = excluded.account_id, changed_at = excluded.changed_at"
)


def milliseconds(work: Callable[[Any], object], given: object) -> float:
    began = perf_counter()
    work(given)
    return 1000 * (perf_counter() - began)


def school_year(telegram_id: int, session: Session) -> None:
    """What the bot does, between the sentence and the answer, for "toute l'année"."""
    person = people.identify(session, telegram_id)
    assert person
    wish = Wish(State.RESERVED, tuple(person.pupils), DAYS)
    verdict = booking.consider(session, wish, person, at=Timing.at(RENTREE), commune=COMMUNE)
    assert len(verdict.granted) == len(DAYS)
    booking.write(session, [verdict], person.pupils, Origin(RENTREE), Stamp(person.account_id, RENTREE))


def bare(child: int) -> list[dict[str, Any]]:
    common = {"child_id": child, "household_id": child, "account_id": child, "service": Service.CANTINE}
    common |= {"state": State.RESERVED, "created_at": RENTREE, "changed_at": RENTREE}
    return [common | {"day": YEAR.period.first + timedelta(n)} for n in range(BARE)]


def upsert(rows: list[dict[str, Any]], session: Session) -> None:
    session.connection().execute(booking.UPSERT(session), rows)


def upsert_plainly(rows: list[dict[str, Any]], connection: sqlite3.Connection) -> None:
    written = [(row["child_id"],) * 3 + (row["day"].isoformat(), NOW, NOW) for row in rows]
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(UPSERT, written)
    connection.execute("COMMIT")


def writing(folder: Path) -> Iterator[Row]:
    """Each round three children that have nothing yet: written by the bot, by a bare upsert, and without SQLAlchemy."""
    url = database(folder, 3 * ROUNDS, 0)
    clerk, path = Clerk(open_database(url)), str(make_url(url).database)
    ours, core, plain = [], [], []
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        for child in range(1, 3 * ROUNDS, 3):
            ours.append(milliseconds(clerk.run_here, partial(school_year, 1000 + child)))
            core.append(milliseconds(clerk.run_here, partial(upsert, bare(child + 1))))
            plain.append(milliseconds(partial(upsert_plainly, bare(child + 2)), connection))
    clerk.close()
    said = f"{median(ours):.1f} ms · {ratio(ours, core):.1f} × a bare upsert of {BARE} rows, {median(core):.1f} ms"
    said += f" ({ratio(ours, plain):.1f} × the same without SQLAlchemy, {median(plain):.1f} ms)"
    yield Row(f"a school year for one child: {len(DAYS)} bookings, {len(DAYS)} receipt lines", said, "≤ 2 ×")


def planning(session: Session) -> int:
    return len(booking.booked(session, [7], TODAY, TODAY + timedelta(27)))


def reminded(session: Session) -> int:
    return len(reminders.missing(session, TODAY, COMMUNE.calendar))


def headcount(session: Session, first: date = TODAY, days: int = 1) -> int:
    period = Period(first, first + timedelta(days - 1))
    return len(list(exports.effectifs(session, period, COMMUNE).rows))


def month(session: Session) -> int:
    return headcount(session, date(2026, 11, 1), 30)


ASKED = {
    "calendar of a child, 4 weeks": planning,
    "reminder query": reminded,
    "headcount of a day": headcount,
    "headcount of a month": month,
}


def reading(folder: Path, families: int) -> Iterator[Row]:
    one, ten = (Clerk(open_database(database(folder, families, years))) for years in (1, 10))
    for name, question in ASKED.items():
        assert one.run_here(question) == ten.run_here(question) > 0
        pairs = [[milliseconds(clerk.run_here, question) for clerk in (one, ten)] for _ in range(ROUNDS)]
        after_one, after_ten = zip(*pairs, strict=True)
        said = f"{median(after_one):.1f} ms, after ten years {median(after_ten):.1f} ms"
        yield Row(f"{name}, {families} families", f"{said} · ratio {ratio(after_ten, after_one):.2f}", "≤ 2 ×")
    for clerk in (one, ten):
        clerk.close()


def rows(families: int = FAMILIES) -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        yield from writing(Path(folder))
        yield from reading(Path(folder), families)


if __name__ == "__main__":
    print(table(rows(*map(int, sys.argv[1:]))))  # noqa: T201
