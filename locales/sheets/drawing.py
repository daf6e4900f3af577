"""From a recipe to a file: the drawings there are, by name. What draws is imported when it draws."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from locales import bills
from locales.sheets import certificate, grid, heading, invoice, month, presence, roll, takings, year
from locales.sheets.agenda import Agenda
from locales.sheets.bill import Bill
from locales.sheets.certificate import Paid
from locales.sheets.file import File, file_name
from locales.sheets.grid import Grid
from locales.sheets.presence import PresenceSheet
from locales.sheets.roll import RollSheet
from locales.sheets.sheet import Sheet, is_month
from locales.voice import Voice
from models.files.tabulation import Format, Tabulation, write
from models.rules.takings import Takings

Facts = Mapping[str, Any]


def draw(drawing: str, facts: Facts) -> File:
    """The file of a recipe; the same recipe gives the same bytes."""
    return DRAWINGS[drawing](facts)


def _picture(facts: Facts) -> File:
    from locales.sheets.raster import Raster

    sheet, voice = Sheet.unpack(facts), Voice(markup=False)
    canvas = Raster(_page(sheet).height(sheet))
    _page(sheet).draw(canvas, sheet, voice)
    return File(file_name(sheet.child, heading.when(sheet.period, voice), extension="png"), canvas.png(), is_photo=True)


def _pages(facts: Facts) -> File:
    """A page a child."""
    from locales.sheets.vector import Vector

    sheets, voice = [Sheet.unpack(one) for one in facts["sheets"]], Voice(markup=False)
    children = voice.list([sheet.child for sheet in sheets])
    when = heading.when(sheets[0].period, voice)
    canvas = Vector(voice.say("sheet-title", when=when, child=children))
    for sheet in sheets:
        canvas.page(_page(sheet).height(sheet))
        _page(sheet).draw(canvas, sheet, voice)
    return File(file_name(children, when, extension="pdf"), canvas.pdf())


def _agenda(facts: Facts) -> File:
    from locales.sheets.ics import write

    agenda = Agenda.unpack(facts)
    return File(file_name("agenda", *agenda.children, extension="ics"), write(agenda, Voice(markup=False)))


def _table(facts: Facts) -> File:
    """A CSV: the same rows give the same bytes, which a workbook, dated, does not."""
    table = Tabulation(tuple(facts["headings"]), (tuple(row) for row in facts["rows"]))
    return File(file_name(facts["name"], extension="csv"), write(table, Format.CSV))


def _takings(facts: Facts) -> File:
    from locales.sheets.raster import Raster

    figures, voice = Takings.unpack(facts), Voice(markup=False)
    canvas = Raster(takings.height(figures, voice))
    takings.draw(canvas, figures, voice)
    return File(file_name(takings.title(figures, voice), extension="png"), canvas.png(), is_photo=True)


def _roll(facts: Facts) -> File:
    """The pages of each session, one after the other."""
    sheets, voice = [RollSheet.unpack(one) for one in facts["sheets"]], Voice(markup=False)
    return _printed(roll.title_of(sheets, voice), [roll.grid(sheet, voice) for sheet in sheets], voice)


def _presence(facts: Facts) -> File:
    """A page a child."""
    sheets, voice = [PresenceSheet.unpack(one) for one in facts["sheets"]], Voice(markup=False)
    when = bills.month(sheets[0].month)
    name = presence.title(sheets[0], voice) if len(sheets) == 1 else voice.say("presence-titles", month=when)
    return _printed(name, [presence.grid(sheet, voice) for sheet in sheets], voice)


def _printed(title: str, grids: Iterable[Grid], voice: Voice) -> File:
    from locales.sheets.vector import Vector

    canvas = Vector(title)
    for each in grids:
        grid.draw(canvas, each, voice)
    return File(file_name(title, extension="pdf"), canvas.pdf())


def _invoice(facts: Facts) -> File:
    from locales.sheets.vector import Vector

    bill, voice = Bill.unpack(facts), Voice(markup=False)
    name = invoice.title(bill, voice)
    canvas = Vector(name)
    invoice.draw(canvas, bill, voice)
    return File(file_name(name, "" if bill.number else bills.month(bill.month), extension="pdf"), canvas.pdf())


def _certificate(facts: Facts) -> File:
    from locales.sheets.vector import Vector

    paid, voice = Paid.unpack(facts), Voice(markup=False)
    canvas = Vector(certificate.title(paid, voice))
    certificate.draw(canvas, paid, voice)
    return File(file_name("attestation", str(paid.year), paid.child, extension="pdf"), canvas.pdf())


def _page(sheet: Sheet) -> Any:
    return month if is_month(sheet.period) else year


DRAWINGS: dict[str, Callable[[Facts], File]] = {
    "picture": _picture,
    "pages": _pages,
    "agenda": _agenda,
    "table": _table,
    "invoice": _invoice,
    "certificate": _certificate,
    "takings": _takings,
    "roll": _roll,
    "presence": _presence,
}
