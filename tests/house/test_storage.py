"""Keeping the database: copied while it is written to, put back whole, never over something that matters."""

import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import storage
from models.refusals import (
    DatabaseInUse,
    DatabaseTrouble,
    FileExists,
    FileUnreadable,
    NoDatabase,
    NotABackup,
    UsePgDump,
)

POSTGRES = "postgresql+psycopg://clochette@127.0.0.1:1/clochette"


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database with one household, in a folder whose name is no kindness to URLs."""
    folder = tmp_path / "à côté de 100% d'ici"
    folder.mkdir()
    url = f"sqlite:///{folder / 'clochette.db'}"
    storage.migrate(url)
    write(url, "1")
    return url


def write(url: str, key: str) -> None:
    with storage.database(url) as engine, engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO household (key, resident, staff, address, postcode, city) VALUES (:key, 1, 0, '', '', '')"
            ),
            {"key": key},
        )


def households(url: str) -> int:
    with storage.database(url) as engine, engine.connect() as connection:
        return int(connection.scalar(text("SELECT count(*) FROM household")) or 0)


def test_a_backup_is_one_file_for_its_owner_only(url: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    storage.backup(url, copy)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["copy.db"]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    storage.inspect(copy)


def test_a_backup_overwrites_nothing(url: str, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("precious")
    with pytest.raises(FileExists):
        storage.backup(url, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"


def test_a_backup_taken_while_others_write_is_sound(url: str, tmp_path: Path) -> None:
    writing, done = threading.Event(), threading.Event()

    def scribble() -> None:
        for number in range(2, 200):
            write(url, str(number))
            writing.set()
            if done.is_set():
                return

    writer = threading.Thread(target=scribble)
    writer.start()
    writing.wait()
    for number in range(5):
        storage.backup(url, tmp_path / f"{number}.db")
    done.set()
    writer.join()
    for number in range(5):
        storage.inspect(tmp_path / f"{number}.db")
    assert households(f"sqlite:///{tmp_path / '4.db'}") > 1


def test_a_restored_backup_takes_the_place_of_the_database_which_is_kept(url: str, tmp_path: Path) -> None:
    storage.backup(url, tmp_path / "copy.db")
    write(url, "2")
    aside = storage.restore(tmp_path / "copy.db", url)
    assert households(url) == 1
    assert aside is not None
    assert households(f"sqlite:///{aside}") == 2
    assert storage.restore(tmp_path / "copy.db", url) != aside


def test_a_backup_is_restored_where_there_was_nothing(url: str, tmp_path: Path) -> None:
    storage.backup(url, tmp_path / "copy.db")
    elsewhere = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    assert storage.restore(tmp_path / "copy.db", elsewhere) is None
    assert households(elsewhere) == 1


def test_a_backup_is_restored_over_a_database_damaged_beyond_opening(url: str, tmp_path: Path) -> None:
    storage.backup(url, tmp_path / "copy.db")
    storage.sqlite_file(url, "").write_bytes(b"x" * 5000)
    assert storage.restore(tmp_path / "copy.db", url) is not None
    assert households(url) == 1


def test_nothing_is_restored_while_the_bot_runs(url: str, tmp_path: Path) -> None:
    storage.backup(url, tmp_path / "copy.db")
    with storage.database(url) as engine:
        with engine.connect() as connection:
            connection.execute(text("SELECT count(*) FROM household"))
        with pytest.raises(DatabaseInUse):
            storage.restore(tmp_path / "copy.db", url)
        assert households(url) == 1
    assert storage.restore(tmp_path / "copy.db", url)


@pytest.mark.parametrize(
    ("content", "problem"),
    [(b"", "foreign"), (b"x" * 5000, "damaged"), (b"SQLite format 3\0" + b"x" * 5000, "damaged")],
    ids=["empty", "text", "header"],
)
def test_what_is_no_sound_database_is_not_restored(url: str, tmp_path: Path, content: bytes, problem: str) -> None:
    (tmp_path / "copy.db").write_bytes(content)
    with pytest.raises(NotABackup) as refused:
        storage.restore(tmp_path / "copy.db", url)
    assert refused.value.problem == problem
    assert households(url) == 1


def test_a_backup_with_a_damaged_page_is_not_restored(url: str, tmp_path: Path) -> None:
    storage.backup(url, tmp_path / "copy.db")
    content = bytearray((tmp_path / "copy.db").read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    (tmp_path / "copy.db").write_bytes(content)
    with pytest.raises(NotABackup):
        storage.restore(tmp_path / "copy.db", url)


def test_the_database_of_another_program_is_not_restored(url: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE recipe (id)")
    with pytest.raises(NotABackup) as refused:
        storage.restore(tmp_path / "other.db", url)
    assert refused.value.problem == "foreign"


def test_a_backup_of_a_newer_version_is_not_restored(url: str, tmp_path: Path) -> None:
    storage.backup(url, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    with pytest.raises(NotABackup) as refused:
        storage.restore(tmp_path / "copy.db", url)
    assert refused.value.problem == "newer"


def test_paths_that_cannot_be_are_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        storage.restore(tmp_path / "nowhere.db", url)
    with pytest.raises(FileUnreadable):
        storage.backup(url, tmp_path / "no" / "folder.db")
    with pytest.raises(NoDatabase):
        storage.backup(f"sqlite:///{tmp_path / 'nowhere.db'}", tmp_path / "copy.db")
    with pytest.raises(NoDatabase):
        storage.backup("sqlite://", tmp_path / "copy.db")


def test_postgresql_is_left_to_its_own_tools(tmp_path: Path) -> None:
    with pytest.raises(UsePgDump) as refused:
        storage.backup(POSTGRES, tmp_path / "copy.db")
    assert refused.value.tool == "pg_dump"
    with pytest.raises(UsePgDump) as refused:
        storage.restore(tmp_path / "copy.db", POSTGRES)
    assert refused.value.tool == "pg_restore"
    with pytest.raises(DatabaseTrouble):
        storage.migrate(POSTGRES)


def test_rows_that_point_to_nothing_are_found(url: str) -> None:
    with storage.database(url) as engine:
        assert storage.faults(engine) == []
    with closing(sqlite3.connect(storage.sqlite_file(url, ""))) as careless:
        careless.execute("INSERT INTO residence (child_id, household_id, weeks) VALUES (7, 1, 'toutes')")
        careless.commit()
    with storage.database(url) as engine:
        assert storage.faults(engine) == ["residence → child"]


def test_what_the_driver_refuses_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_bytes(b"x" * 5000)
    with pytest.raises(DatabaseTrouble):
        storage.migrate(f"sqlite:///{tmp_path / 'text.db'}")
    with pytest.raises(DatabaseTrouble):
        storage.migrate(f"sqlite:///{tmp_path}")
