"""The database as a thing to keep: migrated, backed up while the bot runs, put back, checked."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from bot.clerk import open_database
from models.migrations import HEAD, is_current
from models.refusals import (
    DatabaseInUse,
    DatabaseTrouble,
    FileExists,
    FileUnreadable,
    NoDatabase,
    NotABackup,
    UsePgDump,
)

if TYPE_CHECKING:
    from alembic.config import Config

OURS = {"alembic_version", "household", "booking", "journal"}


@contextmanager
def database(url: str) -> Iterator[Engine]:
    """The engine of `url`, closed afterwards; raises DatabaseTrouble for what its driver refuses."""
    try:
        engine = open_database(url)
    except ModuleNotFoundError as absent:  # psycopg comes with PostgreSQL only
        raise DatabaseTrouble(f"{absent.name} : pip install 'psycopg[binary]'") from absent
    try:
        yield engine
    except DBAPIError as trouble:
        raise DatabaseTrouble(str(trouble.orig).strip().partition("\n")[0]) from trouble
    finally:
        engine.dispose()


def migrate(url: str) -> bool:
    """Bring the database of `url` to the newest schema, making it if needed; False when there was nothing to do.

    Alembic is imported only when there is something to do. SQLite alters a table by dropping its former self, which
    needs foreign keys off.
    """
    with database(url) as engine:
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=OFF"))
        with engine.begin() as connection:
            if is_current(connection):
                return False
            from alembic import command

            config = alembic_config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    return True


def alembic_config() -> "Config":
    """Alembic without an alembic.ini; `attributes["connection"]` is to be set."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("models").joinpath("migrations")).replace("%", "%%"))
    return config


def backup(url: str, target: Path) -> None:
    """A consistent copy in one file, readable by its owner only, on disk when this returns; nothing is overwritten."""
    source = sqlite_file(url, "pg_dump")
    if target.exists():
        raise FileExists(str(target))
    draft = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with _troubles(target):
            _copy(source, draft)
            _publish(draft, target)
            _sync(target.parent)
    finally:
        draft.unlink(missing_ok=True)


def restore(source: Path, url: str) -> Path | None:
    """Put a backup in the place of the database; returns where the former one was laid aside, if there was one."""
    target = sqlite_file(url, "pg_restore", must_exist=False)
    inspect(source)
    if target.exists():
        _take_alone(target)
    draft = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with _troubles(target):
            _copy(source, draft)
            aside = _lay_aside(target)
            draft.replace(target)
            _sync(target.parent)
    finally:
        draft.unlink(missing_ok=True)
    return aside


def inspect(path: Path) -> None:
    """Raise unless `path` is a sound database of Clochette, of this version or an older one."""
    if not path.is_file():
        raise FileUnreadable(str(path), "directory" if path.is_dir() else "missing")
    try:
        with closing(_open(path, "ro")) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            revisions = (
                connection.execute("SELECT version_num FROM alembic_version").fetchall() if tables >= OURS else []
            )
    except sqlite3.DatabaseError:
        raise NotABackup(str(path), "damaged") from None
    if not sound:
        raise NotABackup(str(path), "damaged")
    if not revisions:
        raise NotABackup(str(path), "foreign")
    if revisions[0][0] > HEAD:
        raise NotABackup(str(path), "newer")


def is_migrated(engine: Engine) -> bool:
    """Whether the database has the newest schema."""
    with engine.connect() as connection:
        return is_current(connection)


def faults(engine: Engine) -> list[str]:
    """What SQLite finds wrong: damaged pages, rows that point to nothing; PostgreSQL looks after itself."""
    if engine.dialect.name != "sqlite":
        return []
    with engine.connect() as connection:
        damaged = [row[0] for row in connection.execute(text("PRAGMA integrity_check(10)")) if row[0] != "ok"]
        astray = [f"{row[0]} → {row[2]}" for row in connection.execute(text("PRAGMA foreign_key_check"))]
    return damaged + astray[:10]


def sqlite_file(url: str, tool: str, *, must_exist: bool = True) -> Path:
    """The file behind `url`; raises UsePgDump where it is PostgreSQL's, NoDatabase where there is no file."""
    parts = make_url(url)
    if parts.get_backend_name() != "sqlite":
        raise UsePgDump(tool)
    if parts.database in (None, "", ":memory:"):
        raise NoDatabase("none")
    path = Path(str(parts.database))
    if must_exist and not path.is_file():
        raise NoDatabase(str(path))
    return path


def problem_of(wrong: OSError) -> str:
    """What a path suffers from, in the words of FileUnreadable."""
    match wrong:
        case FileNotFoundError() | NotADirectoryError():
            return "missing"
        case IsADirectoryError():
            return "directory"
        case PermissionError():
            return "denied"
    return "other"


def _open(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=30, isolation_level=None)


def _copy(source: Path, target: Path) -> None:
    """Copy in one read transaction, which stops no writer in WAL; out of WAL, so that the copy is a single file."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # families' data: for no other user
    with closing(_open(source, "ro")) as reading, closing(_open(target, "rw")) as writing:
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode=DELETE")
    _sync(target)


def _publish(draft: Path, target: Path) -> None:
    """Give the finished copy its name; a link, unlike a rename, fails where somebody has made `target` meanwhile."""
    try:
        os.link(draft, target)
    except FileExistsError:
        raise FileExists(str(target)) from None
    except OSError:  # a USB stick knows no links
        draft.rename(target)


@contextmanager
def _troubles(path: Path) -> Iterator[None]:
    """What the disk or SQLite refuses, as refusals."""
    try:
        yield
    except OSError as wrong:
        raise FileUnreadable(str(path), problem_of(wrong)) from wrong
    except sqlite3.Error as trouble:
        raise DatabaseTrouble(str(trouble)) from trouble


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _take_alone(path: Path) -> None:
    """Raise DatabaseInUse while anybody has the file open: leaving WAL needs it whole, and writes the log back."""
    try:
        with closing(_open(path, "rw")) as connection:
            connection.execute("PRAGMA busy_timeout=0")
            connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as refused:
        if refused.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise DatabaseInUse(str(path)) from None
    except sqlite3.DatabaseError:
        pass  # damaged beyond opening: laid aside as it is


def _lay_aside(path: Path) -> Path | None:
    if not path.exists():
        return None
    number = 1
    while (aside := path.with_name(f"{path.name}.avant-restauration-{number}")).exists():
        number += 1
    path.rename(aside)
    for log in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + log).rename(aside.with_name(aside.name + log))
    return aside
