"""Issuing a month as a process: killed anywhere it leaves no gap and no half; two secretaries at once issue it once."""

import asyncio
import random
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import storage
from bot.clerk import Clerk, open_database
from bot.settings import SHIPPED, read_commune
from models.actions import billing
from models.refusals import DatabaseTrouble
from models.tables import Household, Invoice, InvoiceLine, JournalEntry
from tests.till import JANUARY, Till

FAMILIES = 60
TARIFF = """
[[tariffs]]
service = "cantine"
from = 2025-09-01
unit = "repas"
brackets = [{ cents = 400 }]
"""


class Mairie:
    """A folder with a commune.toml and a database of families, and secretaries who type in it."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.folder, self.url = folder, url or f"sqlite:///{folder / 'clochette.db'}"
        (folder / "commune.toml").write_text(SHIPPED.read_text("utf-8") + TARIFF, "utf-8")
        storage.migrate(self.url)
        with storage.database(self.url) as engine, Session(engine) as session, session.begin():
            till = Till(session, date(2025, 12, 1))
            for number in range(FAMILIES):
                home = till.household(f"F{number:03}")
                till.meals(till.child(f"Léa{number}", home), home, *((1, 2, 4, 5) if number % 6 else (1,)))
            session.flush()

    def types(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "bot", *words],
            cwd=self.folder,
            env={"PYTHONPATH": str(Path(__file__).parent.parent.parent), "CLOCHETTE_DATABASE_URL": self.url},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def issues(self) -> subprocess.Popen[str]:
        return self.types("invoice", "--month", "2025-12", "--issue")

    def numbers(self) -> list[int]:
        with storage.database(self.url) as engine, Session(engine) as session:
            asked = select(Invoice.number).where(Invoice.number.is_not(None)).order_by(Invoice.number)
            return [number for number in session.scalars(asked) if number]

    def is_whole(self) -> bool:
        """Nothing issued, or all of it: numbers 1 to the last, every line there, told in the journal once."""
        with storage.database(self.url) as engine, Session(engine) as session:
            invoices = session.scalar(select(func.count()).select_from(Invoice))
            if not invoices:
                assert not session.scalar(select(func.count()).select_from(InvoiceLine))
                return False
            sums = session.execute(select(func.sum(Invoice.total), func.count())).one()
            lines = session.scalar(select(func.sum(InvoiceLine.cents)))
            told = select(func.count()).where(JournalEntry.action == "invoices-issued")
            assert session.scalar(told) == 1
            assert (lines, FAMILIES) == tuple(sums)
        assert self.numbers() == list(range(1, FAMILIES - FAMILIES // 6 + 1))
        return True


@pytest.fixture
def mairie(tmp_path: Path) -> Mairie:
    return Mairie(tmp_path)


def test_killed_anywhere_it_leaves_no_gap_and_no_half(mairie: Mairie) -> None:
    began = time.monotonic()
    with mairie.types("invoice", "--month", "2025-12") as drafting:
        assert drafting.wait() == 0
    whole = time.monotonic() - began
    chance, killed = random.Random(6), 0
    for _ in range(12):
        with mairie.issues() as issuing:
            time.sleep(whole * chance.uniform(0.6, 1.3))
            issuing.kill()
            issuing.wait()
        killed += 1
        if mairie.is_whole():
            break
    with mairie.issues() as issuing:
        said, _ = issuing.communicate()
        assert issuing.returncode == 0
    assert len(said.splitlines()) == FAMILIES
    assert mairie.is_whole()
    assert killed


def test_killed_inside_the_transaction_nothing_was_issued(mairie: Mairie) -> None:
    """The last moment before the commit: every row is written, and the process is gone."""
    program = (
        "import os, sys, models.actions.billing as billing\n"
        "billing._journal = lambda *_, **__: os.kill(os.getpid(), 9)\n"
        "from bot.__main__ import main\n"
        "main(sys.argv[1:])"
    )
    dying = subprocess.run(
        [sys.executable, "-c", program, "invoice", "--month", "2025-12", "--issue"],
        cwd=mairie.folder,
        env={"PYTHONPATH": str(Path(__file__).parent.parent.parent)},
        check=False,
        capture_output=True,
    )
    assert dying.returncode == -9
    assert dying.stdout == b""
    assert not mairie.is_whole()
    with mairie.issues() as issuing:
        issuing.communicate()
        assert issuing.returncode == 0
    assert mairie.is_whole()


def both(mairie: Mairie) -> list[str]:
    """What two secretaries read who type in the same second."""
    with mairie.issues() as one, mairie.issues() as other:
        said = [secretary.communicate() for secretary in (one, other)]
    assert [(one.returncode, other.returncode)] == [(0, 0)], said
    return [out for out, _ in said]


def test_two_secretaries_at_once_issue_it_once(mairie: Mairie) -> None:
    one, other = both(mairie)
    assert sum("déjà" not in line for line in (one + other).splitlines()) == FAMILIES
    assert mairie.is_whole()


def test_two_secretaries_at_once_on_postgresql(tmp_path: Path, empty: str) -> None:
    mairie = Mairie(tmp_path, empty)
    one, other = both(mairie)
    assert sum("déjà" not in line for line in (one + other).splitlines()) == FAMILIES
    assert mairie.is_whole()
    with pytest.raises(DatabaseTrouble, match="immutable"), storage.database(empty) as engine, engine.begin() as sql:
        sql.exec_driver_sql("UPDATE invoice SET total = 0")


async def test_three_secretaries_in_the_chat_on_postgresql(tmp_path: Path, empty: str) -> None:
    """In the chat, who speaks is looked up first: the snapshot is older than the lock, and whoever loses goes again."""
    mairie = Mairie(tmp_path, empty)
    commune, clerk = read_commune(tmp_path / "commune.toml"), Clerk(open_database(empty))

    def work(session: Session) -> int:
        assert session.scalars(select(Household.id)).all()
        return len(billing.issue(session, date(2025, 12, 1), commune, JANUARY).issued)

    assert sorted(await asyncio.gather(*(clerk.run(work) for _ in range(3)))) == [0, 0, FAMILIES]
    clerk.close()
    assert mairie.is_whole()
