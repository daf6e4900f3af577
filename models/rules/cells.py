"""One cell of a file from the mairie: its text in, a checked value out, or the refusal that names row and column."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from models.files.text import fold
from models.refusals import CellTooLong, NotAChoice, NotADate, NotAnEmail, NotAnInteger, NotAPhone, UnlikelyBirth

LONGEST = 300
OLDEST = 20  # years; a pupil of the canteen is younger
EMAIL = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
SEPARATORS = re.compile(r"[\s./()\-–]")
Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Cell:
    row: int
    column: str
    text: str


def text(cell: Cell) -> str:
    if len(cell.text) > LONGEST:
        raise CellTooLong(cell.row, cell.column, LONGEST)
    return cell.text


def yes_or_no(cell: Cell) -> bool:
    if fold(cell.text) not in ("oui", "non"):
        raise NotAChoice(cell.row, cell.column, text(cell), ("oui", "non"))
    return fold(cell.text) == "oui"


def word_of(words: type[Word]) -> Callable[[Cell], Word]:
    """Read one of `words`, whatever its capitals, accents and hyphens."""

    def read(cell: Cell) -> Word:
        known = {fold(word.value): word for word in words}
        wanted = fold(cell.text).replace("-", " ")
        if wanted not in known:
            raise NotAChoice(cell.row, cell.column, text(cell), tuple(word.value for word in words))
        return known[wanted]

    return read


def birth_date(today: date) -> Callable[[Cell], date]:
    """Read JJ/MM/AAAA, of somebody who may be at school on `today`."""

    def read(cell: Cell) -> date:
        born = day(cell)
        if not today.year - OLDEST <= born.year or born > today:
            raise UnlikelyBirth(cell.row, cell.column, born)
        return born

    return read


def day(cell: Cell) -> date:
    """JJ/MM/AAAA."""
    if written := re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", cell.text):
        number, month, year = map(int, written.groups())
        try:
            return date(year, month, number)
        except ValueError:
            pass
    raise NotADate(cell.row, cell.column, text(cell))


def email(cell: Cell) -> str:
    """In lower case: it is an identifier."""
    address = cell.text.lower()
    if len(address) > 254 or ".." in address or not EMAIL.fullmatch(address):
        raise NotAnEmail(cell.row, cell.column, text(cell))
    return address


def phone(cell: Cell) -> str:
    """Ten digits for a French number (its 0 restored where a spreadsheet took it for a number), else + and digits."""
    digits = SEPARATORS.sub("", cell.text)
    digits = re.sub(r"^(?:\+33|0033|33(?=[1-9][0-9]{8}$))0?", "0", digits)
    digits = re.sub(r"^00", "+", digits)
    if re.fullmatch(r"[1-9][0-9]{8}", digits):
        digits = f"0{digits}"
    if not re.fullmatch(r"0[1-9][0-9]{8}|\+[1-9][0-9]{6,14}", digits):
        raise NotAPhone(cell.row, cell.column, text(cell))
    return digits


def integer(cell: Cell) -> int:
    """A whole number of at most five digits, spaces among them allowed."""
    digits = cell.text.replace(" ", "")
    if not re.fullmatch(r"[0-9]{1,5}", digits):
        raise NotAnInteger(cell.row, cell.column, text(cell))
    return int(digits)
