"""An invoice as its paper shows it: what was issued, and where it stood when the paper was asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from locales.sheets.letterhead import Sender
from models.rules.lines import Kind, Line, total
from models.rules.settling import Status
from models.rules.terms import pack_days, pack_price, unpack_days, unpack_price
from models.vocabulary import Service


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of it: sums in cents; `reference` and `identifier` are what PayFiP asks for, "" where not known."""

    status: Status
    due: int = 0
    paid: int = 0
    paid_on: date | None = None
    reference: str = ""
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Bill:
    """`number` is "" where nothing is claimed. `lines`: the child's name as issued, "" for none, and the line.

    `former`: the number it takes back; `credit`: of the credit note that takes it back; `instead`: of what replaces it;
    `carrier`: of the invoice its sum was carried to.
    `until`: the last day on which the mairie looks at what is said of it.
    """

    sender: Sender
    addressee: tuple[str, ...]
    is_credit: bool
    number: str
    month: date
    issued: date
    until: date
    lines: tuple[tuple[str, Line], ...]
    standing: Standing
    why: str = ""
    former: str = ""
    credit: str = ""
    instead: str = ""
    carrier: str = ""

    @property
    def total(self) -> int:
        return total(line for _, line in self.lines)

    @property
    def is_to_pay(self) -> bool:
        return self.standing.due > 0 and self.standing.status in (Status.ISSUED, Status.SENT)

    def pack(self) -> dict[str, Any]:
        standing = self.standing
        return {
            "sender": self.sender.pack(),
            "addressee": list(self.addressee),
            "is_credit": self.is_credit,
            "days": [day.isoformat() for day in (self.month, self.issued, self.until)],
            "lines": [_pack_line(child, line) for child, line in self.lines],
            "numbers": [self.number, self.former, self.credit, self.instead, self.carrier],
            "why": self.why,
            "status": standing.status.value,
            "sums": [standing.due, standing.paid],
            "paid_on": standing.paid_on.isoformat() if standing.paid_on else None,
            "payfip": [standing.reference, standing.identifier],
        }

    @classmethod
    def unpack(cls, facts: Mapping[str, Any]) -> Self:
        month, issued, until = map(date.fromisoformat, facts["days"])
        number, former, credit, instead, carrier = facts["numbers"]
        (due, paid), (reference, identifier) = facts["sums"], facts["payfip"]
        paid_on = date.fromisoformat(facts["paid_on"]) if facts["paid_on"] else None
        return cls(
            Sender.unpack(facts["sender"]),
            tuple(facts["addressee"]),
            facts["is_credit"],
            number,
            month,
            issued,
            until,
            tuple(_unpack_line(row) for row in facts["lines"]),
            Standing(Status(facts["status"]), due, paid, paid_on, reference, identifier),
            facts["why"],
            former,
            credit,
            instead,
            carrier,
        )


def _pack_line(child: str, line: Line) -> dict[str, Any]:
    return {
        "child": child,
        "child_id": line.child_id,
        "kind": line.kind.value,
        "service": line.service.value if line.service else None,
        "unit": line.unit,
        "days": pack_days(line.days),
        "price": pack_price(line.price),
    }


def _unpack_line(row: Mapping[str, Any]) -> tuple[str, Line]:
    service = Service(row["service"]) if row["service"] else None
    days, price = unpack_days(row["days"]), unpack_price(row["price"])
    return row["child"], Line(Kind(row["kind"]), row["unit"], days, row["child_id"], service, price)
