"""What somebody has marked on a calendar and not validated yet: meals to add and meals to take out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from models.rules.booking import Meal
from models.rules.squares import Square


@dataclass(frozen=True, slots=True)
class Selection:
    """`add` and `remove` never share a meal."""

    add: frozenset[Meal] = frozenset()
    remove: frozenset[Meal] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.add or self.remove)

    @property
    def meals(self) -> frozenset[Meal]:
        return self.add | self.remove

    def true_to(self, booked: Collection[Meal]) -> "Selection":
        """What of it still means something, `booked` being those of its meals that stand now."""
        return Selection(self.add.difference(booked), self.remove.intersection(booked))

    def with_all(self, squares: Iterable[Square]) -> "Selection":
        """All that may be booked on `squares` is to be."""
        wanted = {meal: square for square in squares if square.why is None for meal in meals_of(square)}
        booked = {meal for meal, square in wanted.items() if meal.child_id in square.booked}
        return Selection(self.add | (wanted.keys() - booked), self.remove - wanted.keys())

    def with_none(self, squares: Iterable[Square]) -> "Selection":
        """Nothing that may be changed on `squares` is to stay booked."""
        changeable = [square for square in squares if square.why is None]
        meals = {meal for square in changeable for meal in meals_of(square)}
        return Selection(self.add - meals, self.remove.union(*map(booked_on, changeable)))

    def toggled(self, squares: Collection[Square]) -> "Selection":
        """One tap on all of `squares`: if all that may be booked there would be, none of it; else all."""
        full = self.with_all(squares)
        return self.with_none(squares) if full == self else full


def meals_of(square: Square) -> list[Meal]:
    return [Meal(child, square.service, square.day) for child in square.children]


def booked_on(square: Square) -> list[Meal]:
    return [Meal(child, square.service, square.day) for child in square.booked]


NOTHING = Selection()
