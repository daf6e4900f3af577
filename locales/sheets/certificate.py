"""The tax certificate on paper: what a household paid in a year for the garderie of a child under six."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from locales.fr.spelling import write_day
from locales.sheets.canvas import Pages
from locales.sheets.letterhead import Sender, letterhead
from locales.sheets.palette import RULE
from locales.sheets.rows import LEFT, Row, Words, gap, paragraph, print_rows
from locales.voice import Spoken, Voice
from models.vocabulary import Money

TITLE, SUM, BODY = 18.0, 15.0, 10.5


@dataclass(frozen=True, slots=True)
class Paid:
    """`payers`: the guardians' names; `cents` paid in `year`, as known on the day `made`."""

    sender: Sender
    addressee: tuple[str, ...]
    payers: tuple[str, ...]
    year: int
    child: str
    born: date
    cents: int
    made: date

    def pack(self) -> dict[str, Any]:
        return {
            "sender": self.sender.pack(),
            "addressee": list(self.addressee),
            "payers": list(self.payers),
            "year": self.year,
            "child": self.child,
            "cents": self.cents,
            "days": [self.born.isoformat(), self.made.isoformat()],
        }

    @classmethod
    def unpack(cls, facts: Mapping[str, Any]) -> Self:
        born, made = map(date.fromisoformat, facts["days"])
        sender, people = Sender.unpack(facts["sender"]), (tuple(facts["addressee"]), tuple(facts["payers"]))
        return cls(sender, *people, facts["year"], facts["child"], born, facts["cents"], made)


def title(paid: Paid, voice: Voice) -> str:
    return voice.say("certificate-title", year=str(paid.year))


def draw(canvas: Pages, paid: Paid, voice: Voice) -> None:
    name = title(paid, voice)
    heading = Row(24, (Words(LEFT, voice.say("paper-goes-on", title=name)),))
    rows = [*letterhead(canvas, paid.sender, paid.addressee), *_body(canvas, paid, voice)]
    print_rows(canvas, rows, heading, lambda page, count: voice.say("paper-page", title=name, page=page, count=count))


def _body(canvas: Pages, paid: Paid, voice: Voice) -> list[Row]:
    made = Spoken(f"{write_day(paid.made)} {paid.made.year}")
    facts = {
        "year": str(paid.year),
        "payers": voice.list(paid.payers),
        "child": paid.child,
        "born": f"{paid.born:%d/%m/%Y}",
        "sum": Money(paid.cents),
        "made": made,
    }

    def said(name: str, size: float = BODY, *, bold: bool = False) -> list[Row]:
        return paragraph(canvas, voice.say(name, facts), size=size, bold=bold)

    signed = paragraph(canvas, f"{voice.say('certificate-signature')} {paid.sender.name}", size=BODY)
    return [
        *said("certificate-title", TITLE, bold=True),
        gap(16),
        *said("certificate-payers"),
        gap(8),
        *said("certificate-child", SUM, bold=True),
        *said("certificate-sum", SUM, bold=True),
        gap(8),
        *said("certificate-counted"),
        Row(16),
        Row(14, rule=RULE),
        *said("certificate-tax-title", BODY, bold=True),
        *said("certificate-tax"),
        gap(16),
        *said("certificate-made"),
        gap(24),
        *signed,
    ]
