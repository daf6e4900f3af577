"""The families the database knows, arranged to be recognised in a file: by foyer, e-mail, name and birth date."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.refusals import AmbiguousChild
from models.rules.households import ChildFacts, GuardianFacts, NameKey, name_key
from models.tables import Child, Guardian, Household, Residence


def _names(person: Guardian | GuardianFacts | Child | ChildFacts) -> NameKey:
    return name_key(person.last_name, person.first_name)


@dataclass
class Known:
    """Guardians by household id, residences by foyer and child id, children by name and birth date."""

    households: dict[str, Household]
    guardians: dict[int, list[Guardian]] = field(default_factory=lambda: defaultdict(list))
    children: dict[tuple[NameKey, date | None], Child] = field(default_factory=dict)
    residences: dict[str, dict[int, Residence]] = field(default_factory=lambda: defaultdict(dict))
    by_id: dict[int, Child] = field(default_factory=dict)

    @classmethod
    def load(cls, session: Session) -> "Known":
        """Everything in four queries: a commune's families fit in memory."""
        known = cls({household.key: household for household in session.scalars(select(Household))})
        foyers = {household.id: key for key, household in known.households.items()}
        for guardian in session.scalars(select(Guardian).order_by(Guardian.id)):
            known.guardians[guardian.household_id].append(guardian)
        for child in session.scalars(select(Child)):
            known.by_id[child.id] = child
            known.children[_names(child), child.birth_date] = child
        for residence in session.scalars(select(Residence)):
            known.residences[foyers[residence.household_id]][residence.child_id] = residence
        return known

    def child(self, facts: ChildFacts) -> Child | None:
        """Who `facts` speak of: the same name and birth date anywhere, else the same name in the household.

        Raises AmbiguousChild where two children of the household bear that name and no birth date tells them apart.
        """
        if facts.birth_date and (dated := self.children.get((_names(facts), facts.birth_date))):
            return dated
        at_home = {child_id for foyer in facts.homes for child_id in self.residences.get(foyer, ())}
        namesakes = [child for child in map(self.by_id.__getitem__, at_home) if _names(child) == _names(facts)]
        if facts.birth_date:
            namesakes = [child for child in namesakes if child.birth_date is None]
        if len(namesakes) > 1:
            raise AmbiguousChild(facts.row, f"{facts.first_name} {facts.last_name}")
        return namesakes[0] if namesakes else None


def recognise(wanted: Iterable[GuardianFacts], known: Iterable[Guardian]) -> dict[GuardianFacts, Guardian]:
    """Which guardian of a household each of `wanted` is; by e-mail and name, then e-mail, then name; nobody twice."""
    found: dict[GuardianFacts, Guardian] = {}
    left = list(known)
    for alike in (_alike, _same_email, _same_names):
        for facts in wanted:
            guardian = _first(facts, left, alike) if facts not in found else None
            if guardian:
                found[facts] = guardian
                left.remove(guardian)
    return found


Alike = Callable[[GuardianFacts, Guardian], bool]


def _first(facts: GuardianFacts, known: Iterable[Guardian], alike: Alike) -> Guardian | None:
    return next((guardian for guardian in known if alike(facts, guardian)), None)


def _same_email(facts: GuardianFacts, guardian: Guardian) -> bool:
    return bool(facts.email) and facts.email == guardian.email.lower()


def _same_names(facts: GuardianFacts, guardian: Guardian) -> bool:
    return _names(facts) == _names(guardian)


def _alike(facts: GuardianFacts, guardian: Guardian) -> bool:
    return _same_email(facts, guardian) and _same_names(facts, guardian)
