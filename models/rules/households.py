"""What a families file says, as values: its columns, households with their guardians, children with their homes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from models.files.text import fold
from models.vocabulary import Diet, Weeks

REQUIRED = ("foyer", "nom", "prenom", "enfant_nom", "enfant_prenom")

# What each column is called in the tables, by whom it speaks of.
HOUSEHOLD = {
    "foyer": "key",
    "adresse": "address",
    "code_postal": "postcode",
    "ville": "city",
    "resident": "resident",
    "quotient_familial": "quotient_familial",
    "quotient_depuis": "quotient_since",
    "personnel": "staff",
}
GUARDIAN = {
    "civilite": "civility",
    "nom": "last_name",
    "prenom": "first_name",
    "email": "email",
    "telephone": "phone",
}
CHILD = {
    "enfant_nom": "last_name",
    "enfant_prenom": "first_name",
    "naissance": "birth_date",
    "ecole": "school",
    "classe": "school_class",
    "regime": "diet",
    "pai": "pai",
    "autorises": "allowed",
    "urgence": "emergency",
}
RESIDENCE = {"semaines": "weeks"}
COLUMNS = (*HOUSEHOLD, *GUARDIAN, *CHILD, *RESIDENCE)

NameKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class GuardianFacts:
    last_name: str
    first_name: str
    civility: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class HouseholdFacts:
    key: str
    guardians: tuple[GuardianFacts, ...]
    address: str | None = None
    postcode: str | None = None
    city: str | None = None
    resident: bool | None = None
    quotient_familial: int | None = None
    quotient_since: date | None = None
    staff: bool | None = None


@dataclass(frozen=True, slots=True)
class ChildFacts:
    """`homes`: the weeks spent in each household, by its key; `row`: where the file speaks of the child first."""

    row: int
    homes: Mapping[str, Weeks | None]
    last_name: str
    first_name: str
    birth_date: date | None = None
    school: str | None = None
    school_class: str | None = None
    diet: Diet | None = None
    pai: bool | None = None
    allowed: str | None = None
    emergency: str | None = None


@dataclass(frozen=True, slots=True)
class Families:
    households: tuple[HouseholdFacts, ...]
    children: tuple[ChildFacts, ...]


def name_key(last_name: str, first_name: str) -> NameKey:
    """How two spellings of one name are compared: no accents, capitals, hyphens nor apostrophes."""
    last, first = (" ".join(re.findall(r"\w+", fold(name))) for name in (last_name, first_name))
    return last, first
