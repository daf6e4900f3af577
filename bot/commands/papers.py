"""The commands that print what families get as PDF, for parents without a phone: an invoice, a year's certificates."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands import desk


def paper(number: Annotated[str, typer.Argument(metavar="NUMBER")]) -> None:
    from bot.settings import read_commune
    from handlers.billing_papers import invoice_paper
    from locales.sheets.drawing import draw
    from models.actions import ledger

    settings = desk.settings()
    commune = read_commune(settings.config_path())
    with desk.transaction(settings.database_url) as session:
        found = ledger.of_number(session, number)
        situation = ledger.situations(session, [found])[found.id]
        document = invoice_paper(found, commune, desk.voice(), situation)
    desk.write_bytes(draw(document.drawing, document.facts).content)


def certificates(
    year: Annotated[int, typer.Argument(parser=desk.year, metavar="YEAR")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", file_okay=False)],
) -> None:
    from bot.settings import read_commune
    from handlers.billing_papers import drawn
    from locales.sheets.drawing import draw
    from locales.sheets.file import file_name
    from models.actions.certificates import certificates
    from models.actions.exports import foyers_of

    settings = desk.settings()
    commune = read_commune(settings.config_path())
    with desk.transaction(settings.database_url) as session:
        made = commune.today(desk.now())
        papers = drawn(session, certificates(session, year), year, commune, desk.voice(), made)
        foyers = foyers_of(session)
    folder.mkdir(parents=True, exist_ok=True)
    for one, document in papers:
        file = draw(document.drawing, document.facts)
        path = folder / file_name(foyers[one.household_id], str(one.child_id), Path(file.name).stem, extension="pdf")
        path.write_bytes(file.content)
        typer.echo(path)
    desk.warn("cli-certificates-done", year=str(year), count=len(papers))
