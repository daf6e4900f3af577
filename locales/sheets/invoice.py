"""An invoice or a credit note in words: whether to pay comes first, then every line with its reason and days."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from locales import bills
from locales.answers import capital
from locales.fr.spelling import write_day, write_money
from locales.sheets.bill import Bill
from locales.sheets.letterhead import letterhead
from locales.sheets.paper import Paper, numbered
from locales.voice import Spoken, Voice
from models.rules.lines import Kind, Line, total
from models.rules.settling import Status
from models.vocabulary import Money

COLUMNS = ("paper-count", "paper-unit", "paper-sum")
Words = dict[str, Any]


def paper(bill: Bill, voice: Voice) -> Paper:
    name = title(bill, voice)
    words = {
        **letterhead(bill.sender, bill.addressee),
        "opening": _opening(bill, voice),
        "again": voice.say("paper-goes-on", title=name),
        "said": list(_said(bill, voice)),
        "columns": [voice.say(column) for column in COLUMNS],
        "groups": list(_groups(bill, voice)),
        "totals": _totals(bill, voice),
        "sections": [*_paying(bill, voice), _contesting(bill, voice)],
        "page": numbered("paper-page", voice, title=name),
    }
    return Paper("invoice", name, bill.sender.name, bill.issued, words)


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


def _said(bill: Bill, voice: Voice) -> Iterator[str]:
    """What month it sums up and when it was issued; for a credit note, what it takes back and why."""
    issued = f"{write_day(bill.issued)} {bill.issued.year}"
    yield voice.say("paper-subtitle", month=bills.month(bill.month), issued=issued)
    if bill.former or bill.credit:
        numbers = {"former": bill.former or None, "credit": bill.credit or None, "instead": bill.instead or None}
        yield voice.say("paper-taken-back", numbers)
    if bill.why:
        yield f"{voice.say('paper-why')} {bill.why}"  # as long as it was typed: Fluent takes 1,000 signs


def _groups(bill: Bill, voice: Voice) -> Iterator[Words]:
    """Child by child, then what was carried over."""
    for (_, child), found in groupby(bill.lines, key=lambda one: (one[1].child_id, one[0].strip())):
        lines = [one for _, one in found]
        name = child or voice.say("paper-carried")
        said = voice.say("paper-child-total", child=Spoken(child))
        yield {
            "name": name,
            "again": voice.say("paper-goes-on", title=name),
            "lines": [_line(one, voice) for one in lines],
            "sum": _sum(said, total(lines)) if child else None,
        }


def _line(one: Line, voice: Voice) -> Words:
    return {
        "what": _what(one, voice),
        "days": "" if one.kind is Kind.CARRIED else _days(one, voice),
        "count": str(one.quantity),
        "unit": write_money(one.unit),
        "sum": write_money(one.cents),
    }


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


def _totals(bill: Bill, voice: Voice) -> list[Words]:
    """The sum of all lines; what was paid of it and what is left, where there is such a thing."""
    standing = bill.standing
    sums = [("paper-total", bill.total)]
    if standing.paid:
        sums += [("paper-paid", standing.paid), ("paper-due", standing.due)]
    return [_sum(voice.say(name), cents) for name, cents in sums]


def _sum(said: str, cents: int) -> Words:
    return {"words": said, "cents": write_money(cents)}


def _paying(bill: Bill, voice: Voice) -> Iterator[Words]:
    """How to pay, where something is to be paid: with the reference once it is known."""
    if not bill.is_to_pay:
        return
    standing = bill.standing
    lines = [voice.say("paper-pay")]
    if standing.reference:
        facts = {"identifier": standing.identifier or None, "reference": standing.reference}
        lines += voice.say("paper-pay-with", facts, due=Money(standing.due)).split("\n")
    else:
        lines.append(voice.say("paper-pay-later", identifier=standing.identifier or None))
    yield {"title": voice.say("paper-pay-title"), "lines": lines}


def _contesting(bill: Bill, voice: Voice) -> Words:
    """To whom an error is told, and until when."""
    until = f"{write_day(bill.until)} {bill.until.year}"
    lines = [voice.say("paper-contest", contact=bill.sender.contact or None, until=until)]
    if bill.is_to_pay:
        lines.append(voice.say("paper-contest-law"))
    return {"title": voice.say("paper-contest-title"), "lines": lines}
