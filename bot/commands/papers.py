"""The command that prints: an invoice as the PDF its family gets, for a parent without a phone."""

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
