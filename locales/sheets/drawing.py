"""From a recipe to a file: the drawings there are, by name. What sets papers is imported when it sets one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from locales import bills
from locales.sheets import certificate, heading, invoice, month, presence, roll, takings, year
from locales.sheets.agenda import Agenda
from locales.sheets.bill import Bill
from locales.sheets.certificate import Paid
from locales.sheets.file import File, file_name
from locales.sheets.paper import Paper
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
    sheet, voice = Sheet.unpack(facts), Voice(markup=False)
    return _png(_planning([sheet], voice), sheet.child, heading.when(sheet.period, voice))


def _pages(facts: Facts) -> File:
    """A page a child."""
    sheets, voice = [Sheet.unpack(one) for one in facts["sheets"]], Voice(markup=False)
    children = voice.list([sheet.child for sheet in sheets])
    return _pdf(_planning(sheets, voice), children, heading.when(sheets[0].period, voice))


def _planning(sheets: Sequence[Sheet], voice: Voice) -> Paper:
    """All of one period."""
    template, shown = ("month", month.words) if is_month(sheets[0].period) else ("year", year.words)
    return heading.paper(template, sheets, [shown(sheet, voice) for sheet in sheets], voice)


def _agenda(facts: Facts) -> File:
    from locales.sheets.ics import write

    agenda = Agenda.unpack(facts)
    return File(file_name("agenda", *agenda.children, extension="ics"), write(agenda, Voice(markup=False)))


def _table(facts: Facts) -> File:
    """A CSV: the same rows give the same bytes, which a workbook, dated, does not."""
    table = Tabulation(tuple(facts["headings"]), (tuple(row) for row in facts["rows"]))
    return File(file_name(facts["name"], extension="csv"), write(table, Format.CSV))


def _takings(facts: Facts) -> File:
    paper = takings.paper(Takings.unpack(facts), Voice(markup=False))
    return _png(paper, paper.title)


def _roll(facts: Facts) -> File:
    """The pages of each session, one after the other."""
    paper = roll.paper([RollSheet.unpack(one) for one in facts["sheets"]], Voice(markup=False))
    return _pdf(paper, paper.title)


def _presence(facts: Facts) -> File:
    """A page a child."""
    paper = presence.paper([PresenceSheet.unpack(one) for one in facts["sheets"]], Voice(markup=False))
    return _pdf(paper, paper.title)


def _invoice(facts: Facts) -> File:
    bill = Bill.unpack(facts)
    paper = invoice.paper(bill, Voice(markup=False))
    return _pdf(paper, paper.title, "" if bill.number else bills.month(bill.month))


def _certificate(facts: Facts) -> File:
    paid = Paid.unpack(facts)
    return _pdf(certificate.paper(paid, Voice(markup=False)), "attestation", str(paid.year), paid.child)


def _pdf(paper: Paper, *named: str) -> File:
    from locales.sheets import press

    return File(file_name(*named, extension="pdf"), press.pdf(paper))


def _png(paper: Paper, *named: str) -> File:
    from locales.sheets import press

    return File(file_name(*named, extension="png"), press.png(paper), is_photo=True)


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
