"""The one way into the database: a transaction in a worker thread, committed before anybody hears of it."""

import asyncio
import logging
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any, TypeVar

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.waiting import backoff

log = logging.getLogger("clochette")

Result = TypeVar("Result")
RACE = 0.03  # seconds
POOL = 8  # PostgreSQL connections; SQLite has one writer, hence one thread


def open_database(url: str) -> Engine:
    """An engine whose transactions are durable and begin as writers.

    SQLite: WAL, synchronous=FULL, foreign keys, and BEGIN IMMEDIATE, since sqlite3's own BEGIN lets two read the
    same free place and both take it. PostgreSQL: SERIALIZABLE, for the same reason; whoever loses the race goes again.
    """
    if make_url(url).get_backend_name() != "sqlite":
        pool = {"pool_size": POOL, "max_overflow": 0, "pool_pre_ping": True}
        return create_engine(url, isolation_level="SERIALIZABLE", hide_parameters=True, **pool)
    engine = create_engine(
        url, connect_args={"isolation_level": None, "check_same_thread": False, "timeout": 30}, hide_parameters=True
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _prepare(connection: Any, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


class Clerk:
    """Runs functions of a Session, one transaction each."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        threads = 1 if engine.dialect.name == "sqlite" else POOL
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="clerk")

    def run_here(self, work: Callable[[Session], Result]) -> Result:
        """Run `work` in this thread; commits when it returns, rolls back when it raises."""
        with Session(self._engine, expire_on_commit=False, autoflush=False) as session, session.begin():
            return work(session)

    async def run(self, work: Callable[[Session], Result]) -> Result:
        """Run `work` in the clerk's thread; whoever awaits it hears of it after the commit.

        A database in trouble (locked, full, away) is waited for, with one line in the log.
        """
        for attempt in count():
            try:
                return await asyncio.get_running_loop().run_in_executor(self._threads, self.run_here, work)
            except OperationalError as trouble:
                if _lost_a_race(trouble):
                    await asyncio.sleep(random.uniform(0, RACE))  # noqa: S311 - to keep two from racing again
                    continue
                if attempt == 0:
                    log.warning("the database is in trouble (%s): waiting", type(trouble.orig).__name__)
                await asyncio.sleep(backoff(attempt))
        raise AssertionError

    def close(self) -> None:
        self._threads.shutdown()
        self._engine.dispose()


def _lost_a_race(trouble: OperationalError) -> bool:
    """Whether PostgreSQL ended a transaction for the sake of another one (serialization failure, deadlock)."""
    return getattr(trouble.orig, "sqlstate", None) in ("40001", "40P01")
