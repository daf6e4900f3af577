"""A day's menu: its dishes, the allergens the law has named, whether it is vegetarian; and what changes between two."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from models.refusals import MenuDayOff, MenuDayPast, Refusal
from models.rules.calendar import SchoolCalendar
from models.vocabulary import Allergen

LONGEST = 100  # characters of a dish
MOST = 10  # dishes of a day
COURSES = ("entree", "plat", "accompagnement", "fromage", "dessert")  # of a spreadsheet, in the order they are served
REQUIRED = ("jour", "plat")
COLUMNS = ("jour", *COURSES, "allergenes", "vegetarien")


@dataclass(frozen=True, slots=True)
class Menu:
    """`allergens`: those of the whole meal, whichever dish holds them; None: not told, which is not none."""

    day: date
    dishes: tuple[str, ...]
    allergens: frozenset[Allergen] | None = None
    vegetarian: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A day whose menu would be another: None where there is none."""

    day: date
    before: Menu | None
    after: Menu | None


def changes(known: Mapping[date, Menu], said: Mapping[date, Menu | None]) -> list[Change]:
    """What `said` would change, by day; a day said as it is known changes nothing."""
    each = (Change(day, known.get(day), said[day]) for day in sorted(said))
    return [change for change in each if change.before != change.after]


def objection(day: date, row: int, *, first: date, calendar: SchoolCalendar) -> Refusal | None:
    """Why `day`, said on line `row`, has no menu to give: it is before `first`, or nobody eats there."""
    if day < first:
        return MenuDayPast(row, day)
    return None if calendar.is_open(day) else MenuDayOff(row, day)


def in_order(allergens: Iterable[Allergen]) -> list[Allergen]:
    """As the law lists them."""
    return sorted(allergens, key=list(Allergen).index)
