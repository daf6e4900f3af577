"""The leaf of a calendar somebody looks at: a month or a week, whose, for which service, with what is marked on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from models.rules.booking import Meal
from models.rules.selection import NOTHING, Selection
from models.vocabulary import Period, Service

WEEK = timedelta(days=7)
WORKING_DAYS = 5  # Monday to Friday are shown, school or not


class View(StrEnum):
    MONTH = "m"
    WEEK = "w"


@dataclass(frozen=True, slots=True)
class Leaf:
    """`anchor`: any day in what is shown; `child_id` 0: all the children.

    `ranging`: the next two days tapped are the ends of a period; `since`: the first of them.
    """

    anchor: date
    view: View = View.MONTH
    child_id: int = 0
    service: Service = Service.CANTINE
    ranging: bool = False
    since: date | None = None
    selection: Selection = NOTHING

    @property
    def mondays(self) -> list[date]:
        """The weeks shown; those of a month are the ones its working days fall in, whole."""
        if self.view is View.WEEK:
            return [_monday(self.anchor)]
        first, last = self.month.first, self.month.last
        monday = _monday(first) if first.isoweekday() <= WORKING_DAYS else _monday(first) + WEEK
        return [monday + number * WEEK for number in range((last - monday) // WEEK + 1)]

    @property
    def month(self) -> Period:
        first = self.anchor.replace(day=1)
        return Period(first, _next_month(first) - timedelta(days=1))

    @property
    def days(self) -> list[date]:
        """The working days shown."""
        return [monday + timedelta(days=number) for monday in self.mondays for number in range(WORKING_DAYS)]

    @property
    def services(self) -> tuple[Service, ...]:
        """A month shows one service, a week all of them."""
        return (self.service,) if self.view is View.MONTH else tuple(Service)

    def neighbours(self) -> tuple[date, date]:
        """A day in the leaf before, and one in the leaf after."""
        if self.view is View.WEEK:
            return self.anchor - WEEK, self.anchor + WEEK
        first = self.month.first
        return (first - timedelta(days=1)).replace(day=1), _next_month(first)

    def pack(self) -> dict[str, Any]:
        """The leaf as JSON."""
        return {
            "anchor": self.anchor.isoformat(),
            "view": self.view.value,
            "child": self.child_id,
            "service": self.service.value,
            "ranging": self.ranging,
            "since": self.since and self.since.isoformat(),
            "add": _pack(self.selection.add),
            "remove": _pack(self.selection.remove),
        }


def unpack(packed: Mapping[str, Any]) -> Leaf:
    return Leaf(
        date.fromisoformat(packed["anchor"]),
        View(packed["view"]),
        packed["child"],
        Service(packed["service"]),
        packed["ranging"],
        date.fromisoformat(packed["since"]) if packed["since"] else None,
        Selection(_unpack(packed["add"]), _unpack(packed["remove"])),
    )


def month_to_open(day: date) -> date:
    """A day in the month to show for `day`: the next one where `day` is in the week it begins in."""
    following = _next_month(day.replace(day=1))
    return following if day in Leaf(following).days else day


def on(leaf: Leaf, anchor: date, view: View, child_id: int, service: Service) -> Leaf:
    """`leaf` turned to another month or week, child or service; what is marked stays marked."""
    return replace(leaf, anchor=anchor, view=view, child_id=child_id, service=service)


def _pack(meals: Iterable[Meal]) -> list[list[Any]]:
    """Days by child and service, so that a year is small."""
    days: dict[tuple[int, Service], list[str]] = {}
    for meal in sorted(meals, key=lambda meal: meal.day):
        days.setdefault((meal.child_id, meal.service), []).append(meal.day.isoformat())
    return [[child, service.value, on] for (child, service), on in sorted(days.items())]


def _unpack(rows: Iterable[list[Any]]) -> frozenset[Meal]:
    return frozenset(
        Meal(child, Service(service), date.fromisoformat(day)) for child, service, days in rows for day in days
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _next_month(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)
