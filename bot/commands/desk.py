"""What commands share: the clock, the voice, a transaction, and arguments read in French."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from bot.settings import Settings
    from locales.voice import Voice
    from models.vocabulary import Stamp

Word = TypeVar("Word", bound=StrEnum)


def now() -> datetime:
    return datetime.now(UTC)


def stamp() -> "Stamp":
    """Nobody's account, now: whoever has the command line is the mairie."""
    from models.vocabulary import Stamp

    return Stamp(None, now())


def voice() -> "Voice":
    from locales.voice import Voice

    return Voice(now().astimezone().date(), markup=False)


def say(name: str, /, **facts: object) -> None:
    """A sentence on standard output."""
    typer.echo(voice().say(name, facts))


def warn(name: str, /, **facts: object) -> None:
    """A sentence beside the output, where it spoils no file."""
    typer.echo(voice().say(name, facts), err=True)


def settings() -> "Settings":
    from bot.settings import read_settings

    return read_settings()


@contextmanager
def transaction(url: str, *, must_exist: bool = True) -> "Iterator[Session]":
    """A transaction on the database of `url`, brought to the newest schema first; NoDatabase where it must exist."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.orm import Session

    from bot import storage

    if make_url(url).get_backend_name() == "sqlite":
        storage.sqlite_file(url, "", must_exist=must_exist)
    storage.migrate(url)
    with storage.database(url) as engine, Session(engine) as session, session.begin():
        yield session


def day(text: str) -> date:
    """AAAA-MM-JJ, else wrong usage."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(voice().say("cli-not-a-day", value=text)) from None


def month(text: str) -> date:
    """AAAA-MM as its first day, else wrong usage."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise typer.BadParameter(voice().say("cli-not-a-month", value=text)) from None


def year(text: str) -> int:
    """AAAA of this century, else wrong usage."""
    if re.fullmatch(r"20[0-9]{2}", text):
        return int(text)
    raise typer.BadParameter(voice().say("cli-not-a-year", value=text))


def instant(text: str) -> datetime:
    """AAAA-MM-JJTHH:MM, with or without an offset, else wrong usage."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(voice().say("cli-not-an-instant", value=text)) from None


def word_of(words: type[Word]) -> Callable[[str], Word]:
    """Read one of `words`, else wrong usage."""

    def read(text: str) -> Word:
        try:
            return words(text)
        except ValueError:
            raise typer.BadParameter(
                voice().say("cli-not-a-choice", value=text, choices=[word.value for word in words])
            ) from None

    return read


def write_bytes(content: bytes) -> None:
    """A file on standard output."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
