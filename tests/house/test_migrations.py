"""The schema's history: replayed, it gives the tables of the code; `run` sees cheaply whether it must be."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, inspect, text

from bot import storage
from bot.clerk import open_database
from models.migrations import HEAD, is_current, revision
from models.tables import Base


def test_the_migrated_schema_is_that_of_the_tables(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'town.db'}"
    assert storage.migrate(url)
    with storage.database(url) as engine, engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
        migrated = inspect(connection)
        fresh = open_database("sqlite://")
        Base.metadata.create_all(fresh)
        with fresh.connect() as other:
            for table in Base.metadata.tables:
                assert _keys(migrated, table) == _keys(inspect(other), table), table
        fresh.dispose()


def _keys(schema: object, table: str) -> object:
    """What compare_metadata does not look at: primary, foreign and unique keys by name."""
    found = [
        getattr(schema, f"get_{kind}")(table)
        for kind in ("pk_constraint", "foreign_keys", "unique_constraints", "indexes")
    ]
    return [sorted(map(str, keys)) if isinstance(keys, list) else keys for keys in found]


def test_the_newest_revision_is_the_one_run_expects() -> None:
    scripts = ScriptDirectory.from_config(storage.alembic_config())
    assert scripts.get_heads() == [HEAD]


def test_migrating_again_does_nothing_and_imports_no_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'town.db'}"
    storage.migrate(url)
    program = (
        "import sys; from bot import storage;"
        "assert not storage.migrate(sys.argv[1]);"
        "assert not any(name.partition('.')[0] == 'alembic' for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program, url], check=True)


def test_a_database_is_current_once_migrated_and_not_before(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'town.db'}"
    with storage.database(url) as engine:
        with engine.connect() as connection:
            assert not is_current(connection)
            assert revision(connection) is None
        storage.migrate(url)
        assert storage.is_migrated(engine)
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
        assert not storage.is_migrated(engine)


def test_reminders_owed_before_each_account_had_its_hours_are_not_owed_again(tmp_path: Path) -> None:
    """The key of a reminder's letter says the household since 0003."""
    url = f"sqlite:///{tmp_path / 'town.db'}"
    with storage.database(url) as engine, engine.begin() as connection:
        config = storage.alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text("INSERT INTO household VALUES (7, 'durand', 1, NULL, '', '', '')"))
        connection.execute(text("INSERT INTO reminder_round VALUES ('2026-12-01', 'evening', '2026-11-29 17:00:00')"))
        letter = "INSERT INTO letter (chat_id, kind, rank, key, content, state, household_id, created_at) VALUES "
        owed = "(1, 'reminder', 1, 'reminder:evening:3:2026-12-01', '{}', 'sent', 7, '2026-11-29 17:00:00')"
        other = "(1, 'menu', 1, 'other', '{}', 'sent', NULL, '2026-11-29 17:00:00')"
        connection.execute(text(f"{letter} {owed}, {other}"))
    storage.migrate(url)
    with storage.database(url) as engine, engine.connect() as connection:
        keys = connection.scalars(text("SELECT key FROM letter ORDER BY id")).all()
        assert keys == ["reminder:evening:3:2026-12-01:7", "other"]


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Connection]:
    """An empty one of either kind, its foreign keys off as `migrate` has them."""
    lite = request.param == "sqlite"
    engine = open_database(f"sqlite:///{tmp_path / 'town.db'}" if lite else request.getfixturevalue("empty"))
    if lite:
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=OFF"))
    with engine.connect() as connection:
        yield connection
        connection.commit()
    engine.dispose()


def test_the_quotient_known_before_its_history_counts_for_all_that_was(database: Connection) -> None:
    """0006 makes a table of what was a column."""
    config = storage.alembic_config()
    config.attributes["connection"] = database
    command.upgrade(config, "0005")
    columns = "id, key, resident, quotient_familial, address, postcode, city"
    rows = "(1, 'F1', true, 850, '', '', ''), (2, 'F2', false, NULL, '', '', '')"
    database.execute(text(f"INSERT INTO household ({columns}) VALUES {rows}"))
    command.upgrade(config, "head")
    (quotient,) = database.execute(text("SELECT household_id, since, value FROM quotient")).all()
    assert [str(fact) for fact in quotient] == ["1", "2000-01-01", "850"]
    households = text("SELECT id, resident, staff FROM household ORDER BY id")
    assert database.execute(households).all() == [(1, True, False), (2, False, False)]
    command.downgrade(config, "0005")
    kept = text("SELECT id, quotient_familial FROM household ORDER BY id")
    assert database.execute(kept).all() == [(1, 850), (2, None)]
    command.upgrade(config, "head")
