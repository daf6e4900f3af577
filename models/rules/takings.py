"""A month in figures: what was taken, what it comes to, what is claimed, paid, and left to pay by age."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from models.rules.canteen import served
from models.rules.lines import Facts, Kind, Line
from models.vocabulary import Service

AGES = (30, 60, 90)  # days since the issue; a debt older than the last is of the fourth age


@dataclass(frozen=True, slots=True)
class Use:
    """Meals ordered, eaten without booking and told absent too late; minutes of garderie in the morning and evening."""

    meals: int
    unbooked: int
    absences: int
    morning: int
    evening: int


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a month's lines come to by service, in cents, credit notes counted in; `late`: of which for lateness."""

    canteen: int
    morning: int
    evening: int
    late: int


@dataclass(frozen=True, slots=True)
class Claims:
    """Of a month, in cents: what is claimed, sums carried over included, what is postponed, paid, and left to pay."""

    claimed: int = 0
    postponed: int = 0
    paid: int = 0
    due: int = 0


@dataclass(frozen=True, slots=True)
class Takings:
    """`month`: its first day; `issued`: whether the amounts are those of invoices, else of the draft.

    `unpaid`: what is left to pay of all months on the day `at`, by age: 30 days at most, 60, 90, more.
    """

    month: date
    at: date
    issued: bool
    use: Use
    amounts: Amounts
    claims: Claims
    unpaid: tuple[int, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened in that month and nothing was claimed for it."""
        return not (any(asdict(self.use).values()) or any(asdict(self.amounts).values()) or self.issued)

    def pack(self) -> dict[str, Any]:
        return asdict(self) | {"month": self.month.isoformat(), "at": self.at.isoformat(), "unpaid": list(self.unpaid)}

    @classmethod
    def unpack(cls, facts: Mapping[str, Any]) -> Self:
        return cls(
            date.fromisoformat(facts["month"]),
            date.fromisoformat(facts["at"]),
            facts["issued"],
            Use(**facts["use"]),
            Amounts(**facts["amounts"]),
            Claims(**facts["claims"]),
            tuple(facts["unpaid"]),
        )


def used(facts: Facts) -> Use:
    """What was taken in the month of `facts`, as it is billed: nothing of a closed day, no time that is not known."""
    presences = [presence for presence in facts.presences if facts.counts(presence.day)]
    meals = Counter(meal.kind for meal in served((b for b in facts.booked if facts.counts(b.day)), presences))
    minutes: Counter[Service] = Counter()
    for presence in presences:
        if presence.was_there and presence.service is not Service.CANTINE:
            minutes[presence.service] += presence.minutes or 0
    return Use(
        meals[Kind.MEAL],
        meals[Kind.UNBOOKED],
        meals[Kind.ABSENCE],
        minutes[Service.GARDERIE_MATIN],
        minutes[Service.GARDERIE_SOIR],
    )


def amounts(lines: Iterable[Line]) -> Amounts:
    """What `lines` come to; sums carried over are of another month and left out."""
    sums: Counter[Service] = Counter()
    late = 0
    for line in lines:
        if line.service is not None:
            sums[line.service] += line.cents
            late += line.cents if line.kind is Kind.LATE else 0
    return Amounts(sums[Service.CANTINE], sums[Service.GARDERIE_MATIN], sums[Service.GARDERIE_SOIR], late)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a household owes for a month, credit notes counted in: `issued`, the day of the invoice that stands."""

    month: date
    issued: date
    total: int
    paid: int

    @property
    def due(self) -> int:
        """What is left to pay of it; what was paid too much of one month pays no other."""
        return max(0, self.total - self.paid)


def summed(claims: Iterable[Claim], postponed: int) -> Claims:
    """The claims of a month together."""
    found = list(claims)
    total, paid, due = (
        sum(sums) for sums in ([c.total for c in found], [c.paid for c in found], [c.due for c in found])
    )
    return Claims(total, postponed, paid, due)


def unpaid_by_age(claims: Iterable[Claim], today: date) -> tuple[int, ...]:
    """What is left to pay, by days since the issue: 30 at most, 60, 90, more."""
    sums = [0] * (len(AGES) + 1)
    for claim in claims:
        days = (today - claim.issued).days
        sums[sum(days > age for age in AGES)] += claim.due
    return tuple(sums)
