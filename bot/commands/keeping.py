"""The commands of whoever keeps the bot: begin, migrate, back up, put back, check."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands import desk

if TYPE_CHECKING:
    from bot.settings import Settings


def init(directory: Annotated[Path, typer.Argument(metavar="DIR")] = Path()) -> None:
    from bot import storage
    from bot.settings import SHIPPED
    from models.refusals import FileExists, FileUnreadable

    config = directory / "commune.toml"
    settings = desk.settings()
    try:
        directory.mkdir(parents=True, exist_ok=True)
        with config.open("x", encoding="utf-8") as file:
            file.write(SHIPPED.read_text(encoding="utf-8"))
    except FileExistsError:
        raise FileExists(str(config if directory.is_dir() else directory)) from None
    except OSError as wrong:
        raise FileUnreadable(str(config), storage.problem_of(wrong)) from wrong
    storage.migrate(_database_in(directory, settings))
    desk.say("cli-init-done", config=str(config))


def _database_in(directory: Path, settings: "Settings") -> str:
    """CLOCHETTE_DATABASE_URL where it is set, else clochette.db beside the commune.toml just written."""
    from sqlalchemy import URL

    if "database_url" in settings.model_fields_set:
        return settings.database_url
    return URL.create("sqlite", database=str(directory / "clochette.db")).render_as_string(hide_password=False)


def migrate() -> None:
    from bot import storage

    desk.say("cli-migrated" if storage.migrate(desk.settings().database_url) else "cli-already-current")


def backup(file: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    from bot import storage

    storage.backup(desk.settings().database_url, file)
    desk.say("cli-backup-done", path=str(file))


def restore(file: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    from bot import storage

    url = desk.settings().database_url
    aside = storage.restore(file, url)
    storage.migrate(url)
    desk.say("cli-restore-done", path=str(file))
    if aside:
        desk.say("cli-restore-aside", path=str(aside))


def check() -> None:
    from bot.commands.checking import checks

    passed = True
    for line, good in checks():
        typer.echo(line)
        passed = passed and good
    if not passed:
        raise typer.Exit(1)
