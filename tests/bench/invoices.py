"""A school year of a commune invoiced in one command, as a secretary would type it: start-up included.

`python -m tests.bench.invoices [FAMILIES]`
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy.engine import make_url

from bot.settings import SHIPPED
from tests.bench.report import Row, spread, table
from tests.bench.years import DAYS, NOW, YEAR, database

FAMILIES = 300
ROUNDS = 3
TARIFFS = """
[[tariffs]]
service = "cantine"
from = 2026-09-01
unit = "repas"
brackets = [{ qf_max = 600, cents = 280 }, { qf_max = 1000, cents = 330 }, { cents = 390 }]
[[tariffs]]
service = "garderie_soir"
from = 2026-09-01
unit = "demi_heure"
brackets = [{ qf_max = 600, cents = 80 }, { qf_max = 1000, cents = 100 }, { cents = 130 }]
cap_cents = 500
late = { minutes = 15, cents = 300 }
"""
QUOTIENTS = "INSERT INTO quotient (household_id, since, value) SELECT id, '2026-01-01', 300 + 4 * id FROM household"
EVENINGS = """
INSERT INTO attendance (child_id, household_id, day, service, left_at, absent, note, version, told_late, changed_at)
    SELECT id, id, :day, 'garderie_soir', :day || ' 1' || (5 + id % 3) || ':40:00.000000', 0, '', 1, 0, :now FROM child
"""
LATE = "INSERT INTO lateness (attendance_id, minutes) SELECT id, 7 FROM attendance WHERE id % 40 = 0"


def months() -> list[str]:
    return sorted({f"{day:%Y-%m}" for day in YEAR.period})


def town(folder: Path, families: int) -> str:
    """A year of canteen and evenings for every family."""
    url = database(folder, families, 1)
    (folder / "commune.toml").write_text(SHIPPED.read_text("utf-8") + TARIFFS, "utf-8")
    with closing(sqlite3.connect(str(make_url(url).database))) as connection, connection:
        connection.execute(QUOTIENTS)
        connection.executemany(EVENINGS, [{"day": day.isoformat(), "now": NOW} for day in DAYS])
        connection.execute(LATE)
    return url


def typed(folder: Path, url: str, *words: str) -> float:
    """Seconds `clochette` takes."""
    environment = {**os.environ, "CLOCHETTE_DATABASE_URL": url, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "bot", "invoice", *(word for month in months() for word in ("--month", month))]
    began = perf_counter()
    subprocess.run([*command, *words], cwd=folder, env=environment, check=True, capture_output=True)
    return perf_counter() - began


def rows(families: int = FAMILIES) -> Iterator[Row]:
    drafts, issues, counts = [], [], (0, 0, 0)
    for _ in range(ROUNDS):
        with TemporaryDirectory() as name:
            folder = Path(name)
            url = town(folder, families)
            drafts.append(typed(folder, url))
            issues.append(typed(folder, url, "--issue"))
            counts = _counts(url)
    events, invoices, lines = counts
    said = f"{spread(issues, 1)} s for {events} meals and evenings: {invoices} invoices, {lines} lines"
    yield Row(f"a year of {families} families issued in one command", said)
    each = median(drafts) / len(months())
    yield Row(f"the same drafted, {len(months())} months", f"{spread(drafts, 1)} s, {each:.2f} a month")


def _counts(url: str) -> tuple[int, int, int]:
    asked = [f"SELECT count(*) FROM {name}" for name in ("booking", "attendance", "invoice", "invoice_line")]
    with closing(sqlite3.connect(str(make_url(url).database))) as connection:
        meals, evenings, invoices, lines = (connection.execute(one).fetchone()[0] for one in asked)
    return meals + evenings, invoices, lines


if __name__ == "__main__":
    print(table(rows(*map(int, sys.argv[1:]))))  # noqa: T201
