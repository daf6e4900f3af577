"""A spreadsheet of tariffs: rows in, checked tariffs out, or every error of every row.

A row is a bracket; rows of one service and date make a tariff. What is said once for the tariff may stand on any of
its rows; two rows that say different things contradict each other. Sums are in euros, as people write them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.files.sheets import Row, Sheet
from models.refusals import BadRows, Contradiction, EmptyCell, NotAnAmount, OutOfRange, Refusal
from models.rules import cells
from models.rules.cells import Cell
from models.rules.tariffs import Bracket, Late, Sibling, Tariff, Tariffs, Unit, checked
from models.vocabulary import Service

REQUIRED = ("service", "a_partir_du", "unite", "prix")
BRACKET = ("qf_min", "qf_max", "prix")
SIBLING = ("fratrie_rang", "fratrie_pourcent")
ONCE = (
    "unite",
    "hors_commune",
    "personnel",
    "plafond",
    "supplement_non_reserve",
    "panier",
    "retard_prix",
    "retard_minutes",
    "retard_a_partir_du",
)
COLUMNS = ("service", "a_partir_du", *ONCE, *BRACKET, *SIBLING)


def euros(cell: Cell) -> int:
    """« 1,30 », "1.3", « 2 € » as whole cents: the digits are read, nothing is computed with decimals."""
    text = cell.text.replace(" ", "").removesuffix("€")
    if not (written := re.fullmatch(r"([0-9]{1,5})(?:[.,]([0-9]{1,2}))?", text)):
        raise NotAnAmount(cell.row, cell.column, cells.text(cell))
    whole, decimals = written.groups()
    return int(whole) * 100 + int((decimals or "0").ljust(2, "0"))


def between(least: int, most: int) -> Callable[[Cell], int]:
    """Read a whole number from `least` to `most`."""

    def read(cell: Cell) -> int:
        number = cells.integer(cell)
        if not least <= number <= most:
            raise OutOfRange(cell.row, cell.column, cell.text, least, most)
        return number

    return read


def service(cell: Cell) -> Service:
    """Also with a space or a hyphen: « garderie soir »."""
    return cells.word_of(Service)(Cell(cell.row, cell.column, re.sub(r"[\s-]+", "_", cell.text)))


def unit(cell: Cell) -> Unit:
    return cells.word_of(Unit)(Cell(cell.row, cell.column, re.sub(r"[\s-]+", "_", cell.text)))


READINGS: Mapping[str, Callable[[Cell], Any]] = {
    "service": service,
    "a_partir_du": cells.day,
    "unite": unit,
    "qf_min": cells.integer,
    "qf_max": cells.integer,
    "prix": euros,
    "hors_commune": euros,
    "personnel": euros,
    "plafond": euros,
    "supplement_non_reserve": euros,
    "panier": euros,
    "fratrie_rang": between(2, 20),
    "fratrie_pourcent": between(0, 100),
    "retard_prix": euros,
    "retard_minutes": between(1, 600),
    "retard_a_partir_du": between(1, 100),
}

# The second must be said where the first is.
TOGETHER = (SIBLING, SIBLING[::-1], ("retard_minutes", "retard_prix"), ("retard_a_partir_du", "retard_prix"))

Key = tuple[Service, date]


@dataclass
class _Said:
    """What the rows of one tariff say: brackets, siblings, and the rest with the row and cell that said it first."""

    brackets: list[Bracket] = field(default_factory=list)
    siblings: list[Sibling] = field(default_factory=list)
    once: dict[str, tuple[Any, int, str]] = field(default_factory=dict)

    def value(self, column: str, default: Any = None) -> Any:
        return self.once[column][0] if column in self.once else default

    def tariff(self, key: Key) -> Tariff:
        price, minutes = self.value("retard_prix"), self.value("retard_minutes")
        return Tariff(
            *key,
            unit=self.value("unite"),
            brackets=tuple(self.brackets),
            outside=self.value("hors_commune"),
            staff=self.value("personnel"),
            cap=self.value("plafond"),
            siblings=tuple(self.siblings),
            unbooked_extra=self.value("supplement_non_reserve", 0),
            late=Late(price, minutes, self.value("retard_a_partir_du", 1)) if price is not None else None,
            packed=self.value("panier"),
        )


def read(sheet: Sheet) -> Tariffs:
    """The tariffs of `sheet`; raises BadRows with every wrong cell, else BadTariffs with every gap and overlap."""
    said: dict[Key, _Said] = {}
    errors: list[Refusal] = []
    for row in sheet.rows:
        values = _checked(row, errors)
        if all(column in values for column in REQUIRED):
            _add(said.setdefault((values["service"], values["a_partir_du"]), _Said()), row, values, errors)
    if errors:
        raise BadRows(tuple(errors))
    return checked(tariff.tariff(key) for key, tariff in said.items())


def _checked(row: Row, errors: list[Refusal]) -> dict[str, Any]:
    """The cells of a row that can be read; the wrong and the lacking ones go to `errors`."""
    values: dict[str, Any] = {}
    for column, reading in READINGS.items():
        cell = Cell(row.number, column, row.cells.get(column, ""))
        try:
            if cell.text:
                values[column] = reading(cell)
            elif column in REQUIRED:
                errors.append(EmptyCell(row.number, column))
        except Refusal as wrong:
            errors.append(wrong)
    for one, other in (
        SIBLING,
        SIBLING[::-1],
        ("retard_minutes", "retard_prix"),
        ("retard_a_partir_du", "retard_prix"),
    ):
        if one in values and not row.cells.get(other):
            errors.append(EmptyCell(row.number, other))
    return values


def _add(said: _Said, row: Row, values: Mapping[str, Any], errors: list[Refusal]) -> None:
    said.brackets.append(Bracket(values["prix"], values.get("qf_max"), values.get("qf_min")))
    if all(column in values for column in SIBLING):
        said.siblings.append(Sibling(values["fratrie_rang"], values["fratrie_pourcent"]))
    for column in ONCE:
        if column in values:
            new = (values[column], row.number, row.cells[column])
            known = said.once.setdefault(column, new)
            if known[0] != new[0]:
                errors.append(Contradiction(row.number, column, new[2], known[1], known[2]))
