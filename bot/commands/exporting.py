"""The command that takes tables out."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from bot.commands import desk


class What(StrEnum):
    RESERVATIONS = "reservations"
    EFFECTIFS = "effectifs"
    POINTAGES = "pointages"
    JOURNAL = "journal"
    FACTURES = "factures"
    TITRES = "titres"
    ATTESTATIONS = "attestations"
    CHIFFRES = "chiffres"


class Form(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


def export(
    what: Annotated[What, typer.Argument(parser=desk.word_of(What), metavar="WHAT")],
    first: Annotated[date, typer.Option("--from", parser=desk.day, metavar="DAY")],
    last: Annotated[date, typer.Option("--to", parser=desk.day, metavar="DAY")],
    form: Annotated[Form, typer.Option("--format", parser=desk.word_of(Form), metavar="FORMAT")] = Form.CSV,
) -> None:
    from bot.settings import read_commune
    from models.actions.exports import EXPORTS
    from models.files.tabulation import Format, write
    from models.vocabulary import Period

    if last < first:
        why = desk.voice().say("cli-backward", first=first.isoformat(), last=last.isoformat())
        raise typer.BadParameter(why, param_hint="--to")
    settings = desk.settings()
    commune, period = read_commune(settings.config_path()), Period(first, last)
    with desk.transaction(settings.database_url) as session:
        content = write(EXPORTS[what.value](session, period, commune), Format(form.value))
    desk.write_bytes(content)
