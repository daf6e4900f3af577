"""The top of a letter on paper: who writes, and to whom, where a window envelope shows it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

from locales.sheets.canvas import Canvas
from locales.sheets.palette import QUIET
from locales.sheets.rows import LEFT, RIGHT, Row, Words, gap, line, paragraph
from models.rules.commune import Commune

WINDOW = 312.0  # 110 mm from the left edge
NAME, SMALL = 13.0, 8.5


@dataclass(frozen=True, slots=True)
class Sender:
    """The commune as its letters name it; what is not known is ""."""

    name: str
    address: str = ""
    telephone: str = ""
    email: str = ""

    @classmethod
    def of(cls, commune: Commune) -> Self:
        return cls(commune.name, commune.address, commune.telephone, commune.email)

    def pack(self) -> dict[str, str]:
        return asdict(self)

    @classmethod
    def unpack(cls, facts: Mapping[str, str]) -> Self:
        return cls(**facts)

    @property
    def contact(self) -> str:
        """How to reach it, "" where nothing is known."""
        return ", ".join(filter(None, (self.telephone, self.email))) or self.address


def addressed(debtor: Mapping[str, Any]) -> tuple[str, ...]:
    """The lines of an address, as an invoice keeps its debtor."""
    said = [str(debtor.get(part) or "").strip() for part in ("civility", "first_name", "last_name")]
    town = [str(debtor.get(part) or "").strip() for part in ("postcode", "city")]
    lines = (" ".join(filter(None, said)), str(debtor.get("address") or "").strip(), " ".join(filter(None, town)))
    return tuple(filter(None, lines))


def letterhead(canvas: Canvas, sender: Sender, addressee: Sequence[str]) -> list[Row]:
    """The sender at the left, then the addressee at the right."""
    rows = paragraph(canvas, sender.name, size=NAME, bold=True)
    for said in filter(None, (sender.address, sender.telephone, sender.email)):
        rows += [_quiet(row) for row in paragraph(canvas, said, size=SMALL)]
    return [*rows, gap(14), *_addressee(canvas, addressee), gap(22)]


def _addressee(canvas: Canvas, addressee: Iterable[str]) -> list[Row]:
    return [row for said in addressee for row in paragraph(canvas, said, WINDOW, RIGHT - WINDOW)]


def _quiet(row: Row) -> Row:
    return line(*(Words(LEFT, one.words, one.size, colour=QUIET) for one in row.words))
