"""Databases of several school years: families of one child, who have booked every canteen day so far."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from bot.settings import SHIPPED, read_commune
from bot.storage import migrate

COMMUNE = read_commune(SHIPPED)
TODAY = date(2026, 12, 3)  # a Thursday of the last year
YEAR = next(year for year in COMMUNE.calendar.years if TODAY in year.period)
DAYS = tuple(COMMUNE.calendar.open_days(YEAR.period))
SAME_WEEKDAY = timedelta(364)
CLASSES = ("PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2")
NOW = "2026-09-01 08:00:00.000000"

FAMILIES = """
INSERT INTO household (id, key, resident, staff, address, postcode, city) VALUES (:n, 'f' || :n, 1, 0, '', '', '');
INSERT INTO account (id, telegram_id, created_at) VALUES (:n, 1000 + :n, :now);
INSERT INTO guardian (id, household_id, account_id, civility, last_name, first_name, email, phone)
    VALUES (:n, :n, :n, '', 'Nom' || :n, 'Camille', '', '');
INSERT INTO child (id, last_name, first_name, school, school_class, diet, pai, allowed, emergency)
    VALUES (:n, 'Nom' || :n, 'Léa', 'Jules Ferry', :group, 'standard', 0, '', '');
INSERT INTO residence (child_id, household_id, weeks) VALUES (:n, :n, 'toutes');
"""
BOOKINGS = """
INSERT INTO booking (child_id, household_id, account_id, day, service, state, created_at, changed_at)
    SELECT id, id, id, :day, 'cantine', 'reservee', :now, :now FROM child WHERE id % 10 OR :day < :today
"""


def database(folder: Path, families: int, years: int) -> str:
    """The URL of a new one; on TODAY, and after, one child in ten has not booked yet."""
    path = folder / f"{years}.db"
    migrate(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as connection, connection:
        numbered = [{"n": n, "group": CLASSES[n % len(CLASSES)], "now": NOW} for n in range(1, families + 1)]
        for statement in FAMILIES.strip().split(";\n"):
            connection.executemany(statement, numbered)
        for ago in reversed(range(years)):
            days = ((day - ago * SAME_WEEKDAY).isoformat() for day in DAYS)
            connection.executemany(BOOKINGS, [{"day": day, "now": NOW, "today": TODAY.isoformat()} for day in days])
    return f"sqlite:///{path}"
