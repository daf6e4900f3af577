"""Importing the families file: what it would change, then the change itself, all of it or nothing.

What the file does not say is kept, whoever is absent from it is listed and never deleted, and accounts stay bound:
known rows are changed in place.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from models.actions.known import Known, recognise
from models.refusals import AmbiguousChild, BadRows, Refusal
from models.rules.difference import Difference, Entry, Field, Kind
from models.rules.households import CHILD, GUARDIAN, HOUSEHOLD, RESIDENCE, ChildFacts, Families, HouseholdFacts
from models.tables import Child, Guardian, Household, JournalEntry, Quotient, Residence
from models.vocabulary import Stamp

Subject = Household | Guardian | Child | Residence
QUOTIENT = ("quotient_familial", "quotient_since")  # a table of its own, by date
ALWAYS = date(2000, 1, 1)


def preview(session: Session, families: Families) -> Difference:
    """What `apply` would do; raises BadRows where two children of the database answer to one row."""
    return _Comparison(session, families).difference


def apply(session: Session, families: Families, stamp: Stamp) -> Difference:
    """Write `families`; the same file a second time changes nothing. Journaled as counts only."""
    comparison = _Comparison(session, families)
    for step in comparison.steps:
        step.write(session, stamp.now.date())
    difference = comparison.difference
    if not difference.is_empty:
        counts = {"added": len(difference.added), "changed": len(difference.changed), "absent": len(difference.absent)}
        session.add(JournalEntry(at=stamp.now, account_id=stamp.account_id, action="families-imported", facts=counts))
    session.flush()
    return difference


@dataclass(eq=False)
class _Step:
    """One subject to write: `row` as the database has it (None: to be made), the values said, and whose it is."""

    table: type[Subject]
    row: Any
    values: Mapping[str, Any]
    household: "_Step | None" = None
    child: "_Step | None" = None

    def write(self, session: Session, today: date) -> None:
        values = {name: value for name, value in self.values.items() if name not in QUOTIENT}
        if self.row is None:
            owners = {"household": self.household, "child": self.child}
            self.row = self.table(**values, **{name: step.row for name, step in owners.items() if step})
            session.add(self.row)
        for attribute, value in values.items():
            if getattr(self.row, attribute) != value:
                setattr(self.row, attribute, value)
        self._write_quotient(today)

    def _write_quotient(self, today: date) -> None:
        """A first quotient counts for all that was; another one from the day said, else from today: never backwards."""
        value, since = (self.values.get(name) for name in QUOTIENT)
        known = {quotient.since: quotient for quotient in self.row.quotients} if value is not None else {}
        if value is None or (since is None and self.row.quotient_familial == value):
            return
        day = since or (today if known else ALWAYS)
        if day in known:
            known[day].value = value
        else:
            self.row.quotients.append(Quotient(since=day, value=value))


class _Comparison:
    """The file beside the database; `steps` come in the order they can be written."""

    def __init__(self, session: Session, families: Families) -> None:
        self.known = Known.load(session)
        self.difference = Difference()
        self.steps: list[_Step] = []
        self.households = {facts.key: self._household(facts) for facts in families.households}
        for household in families.households:
            self._guardians(household)
        self._children(families.children)
        self.difference.absent += [Entry(Kind.HOUSEHOLD, key) for key in self.known.households.keys() - self.households]
        self.difference.absent.sort(key=lambda entry: (entry.foyer, entry.kind, entry.name))

    def _household(self, facts: HouseholdFacts) -> _Step:
        row, values = self.known.households.get(facts.key), _said(facts, HOUSEHOLD)
        quotients = {quotient.since: quotient.value for quotient in row.quotients} if row else {}
        if facts.quotient_since and quotients.get(facts.quotient_since) == facts.quotient_familial:
            values = {name: value for name, value in values.items() if name not in QUOTIENT}  # known, though not newest
        return self._compare(_Step(Household, row, values), Entry(Kind.HOUSEHOLD, facts.key), HOUSEHOLD)

    def _guardians(self, household: HouseholdFacts) -> None:
        step = self.households[household.key]
        known = self.known.guardians[step.row.id] if step.row else []
        found = recognise(household.guardians, known)
        for facts in household.guardians:
            entry = Entry(Kind.GUARDIAN, household.key, f"{facts.first_name} {facts.last_name}")
            self._compare(_Step(Guardian, found.get(facts), _said(facts, GUARDIAN), household=step), entry, GUARDIAN)
        self.difference.absent += [
            Entry(Kind.GUARDIAN, household.key, f"{guardian.first_name} {guardian.last_name}")
            for guardian in known
            if guardian not in found.values()
        ]

    def _children(self, children: Iterable[ChildFacts]) -> None:
        present: set[tuple[str, int]] = set()
        errors: list[Refusal] = []
        for facts in children:
            try:
                row = self.known.child(facts)
            except AmbiguousChild as ambiguous:
                errors.append(ambiguous)
                continue
            self._child(facts, row)
            present |= {(foyer, row.id) for foyer in facts.homes if row}
        if errors:
            raise BadRows(tuple(errors))
        for foyer in self.households:
            for child_id in self.known.residences.get(foyer, {}):
                if (foyer, child_id) not in present:
                    child = self.known.by_id[child_id]
                    name = f"{child.first_name} {child.last_name}"
                    self.difference.absent.append(Entry(Kind.RESIDENCE, foyer, name))

    def _child(self, facts: ChildFacts, row: Child | None) -> None:
        name = f"{facts.first_name} {facts.last_name}"
        entry = Entry(Kind.CHILD, ", ".join(facts.homes), name)
        child = self._compare(_Step(Child, row, _said(facts, CHILD)), entry, CHILD)
        for foyer, weeks in facts.homes.items():
            residence = self.known.residences.get(foyer, {}).get(row.id) if row else None
            values = {"weeks": weeks} if weeks else {}
            step = _Step(Residence, residence, values, household=self.households[foyer], child=child)
            self._compare(step, Entry(Kind.RESIDENCE, foyer, name), RESIDENCE, told=row is not None)

    def _compare(self, step: _Step, entry: Entry, columns: Mapping[str, str], *, told: bool = True) -> _Step:
        """Add `step` and its line in the difference; not `told`: goes without saying with a new child."""
        self.steps.append(step)
        changes = tuple(
            Field(column, getattr(step.row, attribute), step.values[attribute])
            for column, attribute in columns.items()
            if step.row is not None
            and attribute in step.values
            and getattr(step.row, attribute) != step.values[attribute]
        )
        if step.row is None and told:
            self.difference.added.append(entry)
        elif changes:
            self.difference.changed.append(Entry(entry.kind, entry.foyer, entry.name, changes))
        elif told:
            self.difference.unchanged[entry.kind] += 1
        return step


def _said(facts: object, columns: Mapping[str, str]) -> dict[str, Any]:
    """The attributes the file says something about."""
    values = {attribute: getattr(facts, attribute) for attribute in columns.values()}
    return {attribute: value for attribute, value in values.items() if value is not None}
