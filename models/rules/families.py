"""The families file: rows in, households, guardians, children and residences out, or every error of every row.

A blank cell or a missing column says nothing (None): it neither contradicts another row nor erases what is known.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.files.sheets import Row, Sheet
from models.refusals import AmbiguousChild, BadRows, Contradiction, EmptyCell, Refusal
from models.rules import cells
from models.rules.cells import Cell
from models.rules.households import (
    CHILD,
    COLUMNS,
    GUARDIAN,
    HOUSEHOLD,
    REQUIRED,
    RESIDENCE,
    ChildFacts,
    Families,
    GuardianFacts,
    HouseholdFacts,
    NameKey,
    name_key,
)
from models.vocabulary import Diet, Weeks


def read(sheet: Sheet, *, today: date) -> Families:
    """What `sheet` says; raises BadRows with every error found. `today` tells a birth date to come."""
    reader = _Reader(today)
    for row in sheet.rows:
        reader.read(row)
    return reader.families()


@dataclass
class _Said:
    """What the rows read so far say of one subject: value, row and the cell as written, by attribute."""

    facts: dict[str, tuple[Any, int, str]] = field(default_factory=dict)

    def values(self) -> dict[str, Any]:
        return {attribute: value for attribute, (value, _, _) in self.facts.items()}


@dataclass
class _Reader:
    today: date
    errors: list[Refusal] = field(default_factory=list)
    households: dict[str, _Said] = field(default_factory=lambda: defaultdict(_Said))
    guardians: dict[str, dict[NameKey, _Said]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(_Said)))
    pupils: list[tuple[Row, dict[str, Any]]] = field(default_factory=list)

    def read(self, row: Row) -> None:
        """Check every cell of `row`, then add what it says; a row without its required cells says nothing."""
        values = self._checked(row)
        if any(column not in values for column in REQUIRED):
            return
        foyer = values["foyer"]
        self._add(self.households[foyer], HOUSEHOLD, row, values)
        guardians = self.guardians[foyer]
        key = name_key(values["nom"], values["prenom"])
        namesake = self._same_person(guardians, key, values.get("email"))
        self._add(namesake or guardians[key], GUARDIAN, row, values)
        self.pupils.append((row, values))

    def families(self) -> Families:
        children = self._children()
        if self.errors:
            raise BadRows(tuple(sorted(self.errors, key=lambda error: error.row)))  # type: ignore[attr-defined]
        households = (
            HouseholdFacts(
                guardians=tuple(GuardianFacts(**guardian.values()) for guardian in self.guardians[key].values()),
                **household.values(),
            )
            for key, household in self.households.items()
        )
        return Families(tuple(households), children)

    def _checked(self, row: Row) -> dict[str, Any]:
        values = {}
        for column in COLUMNS:
            cell = Cell(row.number, column, row.cells.get(column, ""))
            try:
                if cell.text:
                    values[column] = self._reading(column)(cell)
                elif column in REQUIRED:
                    self.errors.append(EmptyCell(row.number, column))
            except Refusal as wrong:
                self.errors.append(wrong)
        if "quotient_depuis" in values and not row.cells.get("quotient_familial"):
            self.errors.append(EmptyCell(row.number, "quotient_familial"))
        return values

    def _reading(self, column: str) -> Callable[[Cell], object]:
        return cells.birth_date(self.today) if column == "naissance" else READINGS.get(column, cells.text)

    def _add(self, said: _Said, columns: Mapping[str, str], row: Row, values: Mapping[str, Any]) -> None:
        """Add what the row says under `columns`; another row that said otherwise is a contradiction."""
        for column, attribute in columns.items():
            if column not in values:
                continue
            new = (values[column], row.number, row.cells[column])
            known = said.facts.setdefault(attribute, new)
            if not _same(known[0], new[0]):
                self.errors.append(Contradiction(row.number, column, new[2], known[1], known[2]))

    @staticmethod
    def _same_person(guardians: Mapping[NameKey, _Said], key: NameKey, email: str | None) -> _Said | None:
        """Whoever has the same e-mail and first name: another last name is then a slip, not a second person."""
        return next(
            (
                said
                for (_, first), said in guardians.items()
                if email and first == key[1] and said.values().get("email") == email
            ),
            None,
        )

    def _children(self) -> tuple[ChildFacts, ...]:
        """Children by name and birth date across households; without a birth date, by name within one household."""
        children: dict[tuple[object, ...], _Said] = defaultdict(_Said)
        homes: dict[tuple[object, ...], dict[str, _Said]] = defaultdict(lambda: defaultdict(_Said))
        births = self._births()
        for row, values in self.pupils:
            name = name_key(values["enfant_nom"], values["enfant_prenom"])
            known = births[values["foyer"], name]
            if "naissance" not in values and len(known) > 1:
                self.errors.append(AmbiguousChild(row.number, f"{values['enfant_prenom']} {values['enfant_nom']}"))
                continue
            birth = values.get("naissance") or next(iter(known), None)
            key = (name, birth) if birth else (name, values["foyer"])
            self._add(children[key], CHILD, row, values)
            self._add(homes[key][values["foyer"]], RESIDENCE, row, values)
        return tuple(_child(said, homes[key]) for key, said in children.items())

    def _births(self) -> dict[tuple[str, NameKey], set[date]]:
        births: dict[tuple[str, NameKey], set[date]] = defaultdict(set)
        for _, values in self.pupils:
            if "naissance" in values:
                births[values["foyer"], name_key(values["enfant_nom"], values["enfant_prenom"])].add(
                    values["naissance"]
                )
        return births


READINGS: Mapping[str, Callable[[Cell], object]] = {
    "email": cells.email,
    "telephone": cells.phone,
    "quotient_familial": cells.integer,
    "quotient_depuis": cells.day,
    "personnel": cells.yes_or_no,
    "resident": cells.yes_or_no,
    "pai": cells.yes_or_no,
    "regime": cells.word_of(Diet),
    "semaines": cells.word_of(Weeks),
}


def _same(one: object, other: object) -> bool:
    """Whether two cells agree; capitals, accents and commas make no contradiction, but in an e-mail they count."""
    if one != other and isinstance(one, str) and isinstance(other, str) and "@" not in one:
        return name_key(one, "") == name_key(other, "")
    return one == other


def _child(said: _Said, homes: Mapping[str, _Said]) -> ChildFacts:
    row = said.facts["last_name"][1]
    weeks = {foyer: home.values().get("weeks") for foyer, home in homes.items()}
    return ChildFacts(row=row, homes=weeks, **said.values())
