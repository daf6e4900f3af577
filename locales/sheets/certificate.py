"""The tax certificate on paper: what a household paid in a year for the garderie of a child under six."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from locales.fr.spelling import write_day
from locales.sheets.letterhead import Sender, letterhead
from locales.sheets.paper import Paper, numbered
from locales.voice import Spoken, Voice
from models.vocabulary import Money

LINES = ("payers", "child", "sum", "counted", "tax-title", "tax", "made")


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


def paper(paid: Paid, voice: Voice) -> Paper:
    name = title(paid, voice)
    facts = {
        "year": str(paid.year),
        "payers": voice.list(paid.payers),
        "child": paid.child,
        "born": f"{paid.born:%d/%m/%Y}",
        "sum": Money(paid.cents),
        "made": Spoken(f"{write_day(paid.made)} {paid.made.year}"),
    }
    words = {
        **letterhead(paid.sender, paid.addressee),
        "lines": {line: voice.say(f"certificate-{line}", facts) for line in LINES},
        "signature": f"{voice.say('certificate-signature')} {paid.sender.name}",
        "again": voice.say("paper-goes-on", title=name),
        "page": numbered("paper-page", voice, title=name),
    }
    return Paper("certificate", name, paid.sender.name, paid.made, words)
