"""What `clochette check` looks at, a line each: settings, rules, database, schema, integrity, token."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from bot import storage
from bot.commands import desk
from bot.commands.letters import ask_telegram
from bot.settings import read_commune, read_settings
from models.refusals import BadRows, Refusal

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.settings import Settings

Line = tuple[str, bool]  # the sentence, and whether it is good news


def checks() -> Iterator[Line]:
    """Each finding as soon as it is made; nothing is changed, not even made."""
    try:
        settings = read_settings()
    except Refusal as wrong:
        yield _bad("settings", desk.voice().explain(wrong))
        yield from map(_skipped, ("commune", "database", "migrations", "integrity", "token"))
        return
    yield _good("settings")
    yield _commune(settings)
    yield from _database(settings)
    yield _token(settings)


def _commune(settings: "Settings") -> Line:
    try:
        read_commune(settings.config_path())
    except Refusal as wrong:
        faults = wrong.errors if isinstance(wrong, BadRows) else ()
        return _bad("commune", " ".join(map(desk.voice().explain, (wrong, *faults))))
    return _good("commune-as", path=str(settings.config_path()))


def _database(settings: "Settings") -> Iterator[Line]:
    try:
        if settings.database_url.startswith("sqlite"):
            storage.sqlite_file(settings.database_url, "")
        with storage.database(settings.database_url) as engine, engine.connect():
            yield _good("database")
        yield _finding("migrations", settings, _schema)
        yield _finding("integrity", settings, _integrity)
    except Refusal as wrong:
        yield _bad("database", desk.voice().explain(wrong))
        yield from map(_skipped, ("migrations", "integrity"))


def _finding(name: str, settings: "Settings", look: "Callable[[Engine], str]") -> Line:
    """`look` says what is wrong, or nothing."""
    try:
        with storage.database(settings.database_url) as engine:
            found = look(engine)
    except Refusal as wrong:
        found = desk.voice().explain(wrong)
    return _bad(name, found) if found else _good(name)


def _schema(engine: "Engine") -> str:
    return "" if storage.is_migrated(engine) else desk.voice().say("cli-not-migrated")


def _integrity(engine: "Engine") -> str:
    found = storage.faults(engine)
    return desk.voice().say("cli-faults", what=found) if found else ""


def _token(settings: "Settings") -> Line:
    if not settings.token:
        return _bad("token", desk.voice().say("cli-no-token"))
    username, problem = ask_telegram(settings)
    if username:
        return _good("token-as", username=username)
    why = "cli-token-refused" if problem == "refused" else "cli-telegram-unreachable"
    return _bad("token", desk.voice().say(why, problem=problem))


def _good(name: str, **facts: object) -> Line:
    voice = desk.voice()
    return voice.say("cli-check-ok", what=voice.say(f"cli-check-{name}", facts)), True


def _bad(name: str, why: str) -> Line:
    voice = desk.voice()
    return voice.say("cli-check-bad", what=voice.say(f"cli-check-{name}"), why=why), False


def _skipped(name: str) -> Line:
    voice = desk.voice()
    return voice.say("cli-check-skipped", what=voice.say(f"cli-check-{name}")), False
