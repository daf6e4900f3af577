"""An invoice or a credit note on paper: whether to pay comes first, then every line with its reason and days."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from locales import bills
from locales.answers import capital
from locales.fr.spelling import write_day, write_money
from locales.sheets.bill import Bill
from locales.sheets.canvas import SMALLEST_PRINTED, Canvas, Pages, fitted, whole
from locales.sheets.letterhead import letterhead
from locales.sheets.palette import PAPER, QUIET, RULE, TEXT
from locales.sheets.rows import LEADING, LEFT, RIGHT, SIZE, Row, Words, gap, line, paragraph, print_rows, together
from locales.voice import Spoken, Voice
from models.rules.lines import Kind, Line, total
from models.rules.settling import Status
from models.vocabulary import Money

COUNT, UNIT = RIGHT - 160, RIGHT - 80  # where those columns end; the sums end at the margin
WHAT = COUNT - LEFT - 46  # how wide what a line is for may be
BANNER, TITLE, HEAD, SMALL = 13.0, 18.0, 11.0, 8.5


def draw(canvas: Pages, bill: Bill, voice: Voice) -> None:
    name = title(bill, voice)
    heading = Row(24, (Words(LEFT, voice.say("paper-goes-on", title=name), SMALL, colour=QUIET),))
    rows = [
        *_banner(canvas, bill, voice),
        gap(18),
        *letterhead(canvas, bill.sender, bill.addressee),
        *_title(canvas, bill, voice),
        *_groups(canvas, bill, voice),
        *_total(bill, voice),
        *_paying(canvas, bill, voice),
        *_contesting(canvas, bill, voice),
    ]
    print_rows(canvas, rows, heading, lambda page, count: voice.say("paper-page", title=name, page=page, count=count))


def title(bill: Bill, voice: Voice) -> str:
    """Facture 2027-0042; Relevé where nothing is claimed."""
    return voice.say("paper-title", is_credit=bill.is_credit, number=bill.number or None)


def opening(bill: Bill) -> str:
    """What is said first, by the end of its name: to wait for the Trésor's bill, or what is true instead."""
    status = bill.standing.status
    if status in (Status.ISSUED, Status.SENT):
        return "wait" if bill.is_to_pay else "nothing"
    return status.value


def _opening(bill: Bill, voice: Voice) -> str:
    numbers = {"credit": bill.credit or None, "carrier": bill.carrier or None, "back": bill.total < 0}
    return voice.say(f"paper-opening-{opening(bill)}", numbers, day=bill.standing.paid_on)


def _banner(canvas: Canvas, bill: Bill, voice: Voice) -> list[Row]:
    said = whole(canvas, _opening(bill, voice), BANNER, RIGHT - LEFT, bold=True)
    words = [Row(20, (Words(LEFT, part, BANNER, bold=True, colour=PAPER),), keep=True, fill=TEXT) for part in said]
    return [Row(7, keep=True, fill=TEXT), *words, Row(7, fill=TEXT)]


def _title(canvas: Canvas, bill: Bill, voice: Voice) -> list[Row]:
    """Its name, what month it sums up and when it was issued; for a credit note, what it takes back and why."""
    issued = f"{write_day(bill.issued)} {bill.issued.year}"
    said = [voice.say("paper-subtitle", month=bills.month(bill.month), issued=issued)]
    if bill.former or bill.credit:
        numbers = {"former": bill.former or None, "credit": bill.credit or None, "instead": bill.instead or None}
        said.append(voice.say("paper-taken-back", numbers))
    if bill.why:
        said.append(f"{voice.say('paper-why')} {bill.why}")  # as long as it was typed: Fluent takes 1,000 signs
    name = paragraph(canvas, title(bill, voice), size=TITLE, bold=True)
    return together([*name, *(row for part in said for row in paragraph(canvas, part)), gap(12)])


def _groups(canvas: Canvas, bill: Bill, voice: Voice) -> Iterator[Row]:
    """Child by child, then what was carried over, each line with its columns."""
    for (_, child), found in groupby(bill.lines, key=lambda one: (one[1].child_id, one[0].strip())):
        lines = [one for _, one in found]
        name = child or voice.say("paper-carried")
        *above, last = paragraph(canvas, name, widest=WHAT, size=HEAD, bold=True)
        yield from (*(replace(row, keep=True) for row in above), _with_columns(last, voice))
        again = _with_columns(_goes_on(canvas, name, voice), voice)
        for one in lines:
            rows = _line(canvas, one, voice)
            yield from (replace(rows[0], again=again), *rows[1:])
        if child:
            said = voice.say("paper-child-total", child=Spoken(child))
            yield from _sum(canvas, said, total(lines))
        yield gap(10)


def _goes_on(canvas: Canvas, name: str, voice: Voice) -> Row:
    said = voice.say("paper-goes-on", title=name)
    words, size = fitted(canvas, said, SIZE, WHAT, bold=True, smallest=SMALLEST_PRINTED)
    return line(Words(LEFT, words, size, bold=True))


def _with_columns(row: Row, voice: Voice) -> Row:
    """The row of a name, with what the columns hold, above their first line."""
    columns = ((COUNT, "paper-count"), (UNIT, "paper-unit"), (RIGHT, "paper-sum"))
    said = (Words(x, voice.say(name), SMALL, at="right", colour=QUIET) for x, name in columns)
    return Row(row.high + 4, (*row.words, *said), keep=True)


def _line(canvas: Canvas, one: Line, voice: Voice) -> list[Row]:
    """What it is for, with its sums, then its days."""
    first, *more = whole(canvas, _what(one, voice), SIZE, WHAT)
    figures = (
        Words(COUNT, str(one.quantity), at="right"),
        Words(UNIT, write_money(one.unit), at="right"),
        Words(RIGHT, write_money(one.cents), at="right"),
    )
    days = whole(canvas, _days(one, voice), SMALL, WHAT) if one.kind is not Kind.CARRIED else []
    top = Row(SIZE * LEADING + 2, (Words(LEFT, first), *figures), rule=RULE)
    under = [
        *(line(Words(LEFT, part)) for part in more),
        *(line(Words(LEFT, part, SMALL, colour=QUIET)) for part in days),
    ]
    return together([top, *under, gap(3)])


def _what(one: Line, voice: Voice) -> str:
    if one.kind is Kind.CARRIED:
        return voice.say("paper-line-report", month=bills.month(one.days[0][0]))
    minutes = one.price.minutes if one.price else None
    facts = {"service": one.service, "why": bills.why(one.price, voice), "minutes": minutes}
    return capital(voice.say(f"paper-line-{one.kind.value.replace('_', '-')}", facts))


def _days(one: Line, voice: Voice) -> str:
    """Le 3; les 1er, 3 (×2) et 4: of the invoice's month."""
    said = [Spoken(voice.say("line-day", number=day.day, count=count)) for day, count in one.days]
    return voice.say("paper-day", day=said[0]) if len(said) == 1 else voice.say("line-days", days=said)


def _sum(canvas: Canvas, said: str, cents: int) -> list[Row]:
    first, *more = whole(canvas, said, SIZE, UNIT - LEFT, bold=True)
    money = Words(RIGHT, write_money(cents), bold=True, at="right")
    top = Row(SIZE * LEADING + 3, (Words(LEFT, first, bold=True), money), rule=RULE)
    return together([top, *(line(Words(LEFT, part, bold=True)) for part in more)])


def _total(bill: Bill, voice: Voice) -> list[Row]:
    """The sum of all lines; what was paid of it and what is left, where there is such a thing."""
    standing = bill.standing
    sums = [("paper-total", bill.total)]
    if standing.paid:
        sums += [("paper-paid", standing.paid), ("paper-due", standing.due)]
    rows = [
        Row(
            HEAD * 1.6,
            (Words(LEFT, voice.say(name), HEAD, bold=True), _money(cents)),
            rule=TEXT if not n else None,
        )
        for n, (name, cents) in enumerate(sums)
    ]
    return [*together(rows), gap(16)]


def _money(cents: int) -> Words:
    return Words(RIGHT, write_money(cents), HEAD, bold=True, at="right")


def _paying(canvas: Canvas, bill: Bill, voice: Voice) -> list[Row]:
    """How to pay, where something is to be paid: with the reference once it is known."""
    if not bill.is_to_pay:
        return []
    standing = bill.standing
    said = [voice.say("paper-pay")]
    if standing.reference:
        facts = {"identifier": standing.identifier or None, "reference": standing.reference}
        said += voice.say("paper-pay-with", facts, due=Money(standing.due)).split("\n")
    else:
        said.append(voice.say("paper-pay-later", identifier=standing.identifier or None))
    return _section(canvas, "paper-pay-title", said, voice)


def _contesting(canvas: Canvas, bill: Bill, voice: Voice) -> list[Row]:
    """To whom an error is told, and until when."""
    until = f"{write_day(bill.until)} {bill.until.year}"
    said = [voice.say("paper-contest", contact=bill.sender.contact or None, until=until)]
    if bill.is_to_pay:
        said.append(voice.say("paper-contest-law"))
    return _section(canvas, "paper-contest-title", said, voice)


def _section(canvas: Canvas, name: str, said: list[str], voice: Voice) -> list[Row]:
    head = paragraph(canvas, voice.say(name), size=HEAD, bold=True)
    return together([*head, *(row for part in said for row in paragraph(canvas, part)), gap(12)])
