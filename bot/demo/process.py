"""The bot of the demonstration, in its own process: a made-up town in its database, then the real bot, told the time.

Standard input: a line of JSON (an Order), the local Telegram's URL once it is known, then a line whenever somebody
wants to know that nothing is owed to anybody, answered by a line then; a first one is said once the town stands. The
end of the input stops the bot.
"""

import json
import logging
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from sqlalchemy import Engine, create_engine, exists, select
from sqlalchemy.orm import Session

from bot import storage
from bot.application import run
from bot.clerk import Clerk
from bot.demo import town
from bot.demo.clock import SharedClock
from bot.demo.telegram import TOKEN
from bot.pace import Tempo
from bot.settings import Settings, read_commune
from handlers import rounds
from locales.voice import Voice
from models.actions import attendance, leaves, sittings
from models.actions.calendar import commune_today
from models.refusals import Refusal
from models.rules.commune import Commune
from models.tables import Letter, Post

LOOKED_AGAIN = 0.01  # seconds
LONGEST_GOODBYE = 5  # seconds


@dataclass(frozen=True)
class Order:
    """What the demonstration tells its bot first: a database's URL, a clock's file, a commune.toml."""

    database: str
    clock: str
    config: str


def main() -> int:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    order = Order(**json.loads(sys.stdin.readline()))
    try:
        _serve(order)
    except town.NotADemoError:
        return _refuse("demo-not-a-demo")
    except Refusal as refusal:
        return _refuse(refusal.name(), **refusal.facts())
    shutil.rmtree(Path(order.clock).parent, ignore_errors=True)  # nobody else would, were the terminal killed
    return 0


def _refuse(name: str, **facts: object) -> int:
    sys.stderr.write(Voice(markup=False).say(name, facts) + "\n")
    return 1


def _serve(order: Order) -> None:
    """Build the town, wait for Telegram, run."""
    config, clock = Path(order.config), SharedClock(Path(order.clock))
    commune = read_commune(config)
    _build(order.database, commune)
    _say("ready")
    if not (url := sys.stdin.readline().strip()):
        return
    settings = Settings(token=TOKEN, api_url=url, database_url=order.database, config=config)
    watch = (sys.stdin, create_engine(order.database), commune, clock)
    threading.Thread(target=_listen, args=watch, daemon=True).start()
    run(settings, clock, Tempo(poll=1))


def _build(url: str, commune: Commune) -> None:
    """A fresh town; a database where real families live is left as it is."""
    with storage.database(url) as engine, engine.connect() as connection:
        town.keep_out(connection)
    storage.migrate(url)
    with storage.database(url) as engine:
        clerk = Clerk(engine)
        clerk.run_here(town.clear)
        clerk.run_here(lambda session: town.settle(session, commune))


def _listen(orders: TextIO, engine: Engine, commune: Commune, clock: Callable[[], datetime]) -> None:
    """Answer each line once all is quiet; stop the bot when whoever started it is gone."""
    for _ in orders:
        while not _is_quiet(engine, commune, clock()):
            time.sleep(LOOKED_AGAIN)
        _say("quiet")
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(LONGEST_GOODBYE)
    os._exit(1)


def _is_quiet(engine: Engine, commune: Commune, now: datetime) -> bool:
    """Whether all that is due by itself was written, and then whether every letter has left: in that order."""
    waiting = exists().where(Letter.state.in_([Post.PENDING, Post.SENDING]))
    with Session(engine) as session:
        today = commune_today(session, commune)
        unclosed = sittings.unclosed(session, today, now)
        news = attendance.has_news(session, now) or unclosed.due or unclosed.forgotten
        due = news or rounds.to_owe(session, today, now) or leaves.to_recall(session, now)
        return not due and not session.scalar(select(waiting))


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
