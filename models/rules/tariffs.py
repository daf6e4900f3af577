"""What things cost: tariffs by service and date, and the price of one unit for a child of a household.

Sums are whole cents. A percentage of a price is rounded to the nearest cent, half a cent up.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from models.refusals import BadTariffs, BracketGap, BracketOverlap, NotForService, Refusal, TariffTwice
from models.vocabulary import Service


class Unit(StrEnum):
    """What is counted; the values are those of commune.toml."""

    MEAL = "repas"
    SESSION = "seance"
    HALF_HOUR = "demi_heure"


class Basis(StrEnum):
    """By which line of a tariff somebody pays."""

    SINGLE = "unique"  # the tariff has one price
    QUOTIENT = "quotient"
    NO_QUOTIENT = "sans_quotient"  # unknown: the last bracket
    OUTSIDE = "hors_commune"
    STAFF = "personnel"
    PACKED = "panier"


@dataclass(frozen=True, slots=True)
class Bracket:
    """The price of a unit for a quotient familial up to `qf_max` (None: and above); `qf_min` only says it again."""

    cents: int
    qf_max: int | None = None
    qf_min: int | None = None


@dataclass(frozen=True, slots=True)
class Sibling:
    """From the child of that `rank` on (the eldest is 1), `percent` of the price is paid."""

    rank: int
    percent: int


@dataclass(frozen=True, slots=True)
class Late:
    """What a lateness costs: per started `minutes`, or once (None), from the `from_nth` of a child in a month on."""

    cents: int
    minutes: int | None = None
    from_nth: int = 1

    def units(self, minutes: int) -> int:
        return 1 if self.minutes is None else -(-minutes // self.minutes)


@dataclass(frozen=True, slots=True)
class Payer:
    """What decides a household's prices on a day."""

    quotient: int | None = None
    resident: bool = True
    staff: bool = False


@dataclass(frozen=True, slots=True)
class Price:
    """The price of a unit and why: the bracket from `qf_min` to `qf_max`, the sibling's percentage, the tariff's date.

    `share`: what part of it is paid for an absence told too late (percent); `minutes`: how many a lateness counts by.
    """

    cents: int
    since: date
    basis: Basis | None = None
    qf_min: int | None = None
    qf_max: int | None = None
    rank: int | None = None
    percent: int | None = None
    share: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Tariff:
    """What a unit of `service` costs from `since` on; `brackets` ascend, the last one is open (see `faults`)."""

    service: Service
    since: date
    unit: Unit
    brackets: tuple[Bracket, ...]
    outside: int | None = None
    staff: int | None = None
    cap: int | None = None
    siblings: tuple[Sibling, ...] = ()
    unbooked_extra: int = 0
    late: Late | None = None
    packed: int | None = None

    def price(self, payer: Payer, rank: int = 1, *, packed: bool = False) -> Price:
        """What `payer` pays for a unit for its child of that `rank`; staff comes before commune, commune before QF.

        `packed`: the child brings its meal, which has a price of its own where the tariff says one.
        """
        if packed and self.packed is not None:
            price = Price(self.packed, self.since, Basis.PACKED)
        elif payer.staff and self.staff is not None:
            price = Price(self.staff, self.since, Basis.STAFF)
        elif not payer.resident and self.outside is not None:
            price = Price(self.outside, self.since, Basis.OUTSIDE)
        else:
            price = self._by_quotient(payer.quotient)
        return self._for_sibling(price, rank)

    def _by_quotient(self, quotient: int | None) -> Price:
        if len(self.brackets) == 1:
            return Price(self.brackets[0].cents, self.since, Basis.SINGLE)
        lower = 0
        for bracket in self.brackets[:-1]:
            assert bracket.qf_max is not None
            if quotient is not None and quotient <= bracket.qf_max:
                return Price(bracket.cents, self.since, Basis.QUOTIENT, lower, bracket.qf_max)
            lower = bracket.qf_max + 1
        basis = Basis.NO_QUOTIENT if quotient is None else Basis.QUOTIENT
        return Price(self.brackets[-1].cents, self.since, basis, lower)

    def _for_sibling(self, price: Price, rank: int) -> Price:
        reached = [sibling for sibling in self.siblings if rank >= sibling.rank]
        if not reached:
            return price
        best = max(reached, key=lambda sibling: sibling.rank)
        cents = share(price.cents, best.percent)
        return Price(cents, price.since, price.basis, price.qf_min, price.qf_max, rank, best.percent)


def share(cents: int, percent: int) -> int:
    """`percent` of `cents`, to the nearest cent, half a cent up."""
    return (cents * percent + 50) // 100


@dataclass(frozen=True, slots=True)
class Tariffs:
    """Every tariff of a commune, by service, the newest first; made by `checked`."""

    by_service: Mapping[Service, tuple[Tariff, ...]] = field(default_factory=dict)

    def in_force(self, service: Service, day: date) -> Tariff | None:
        """The latest one not after `day`; None where nothing says what that day costs."""
        return next((tariff for tariff in self.by_service.get(service, ()) if tariff.since <= day), None)

    def __iter__(self) -> Iterator[Tariff]:
        return (tariff for tariffs in self.by_service.values() for tariff in tariffs)

    def overlaid(self, newer: Iterable[Tariff]) -> "Tariffs":
        """These with others over them: the same service from the same day is replaced."""
        known = {(tariff.service, tariff.since): tariff for tariff in (*self, *newer)}
        return _arranged(known.values())


@dataclass(frozen=True, slots=True)
class Pricing:
    """What the commune decides about money.

    `absence_percent`: the part of a meal's price paid for an absence told after the cut-off. `least`: a smaller sum, in
    cents, is not claimed but carried over to the next invoice.
    """

    tariffs: Tariffs = Tariffs()
    absence_percent: int = 100
    least: int = 1500


def checked(tariffs: Iterable[Tariff]) -> Tariffs:
    """`tariffs`, their brackets in order; raises BadTariffs naming every fault of every one."""
    every = [_sorted(tariff) for tariff in tariffs]
    if found := faults(every):
        raise BadTariffs(tuple(found))
    return _arranged(every)


def faults(tariffs: Iterable[Tariff]) -> list[Refusal]:
    """Everything wrong with them: a tariff twice, terms that are not of the service, gaps and overlaps of brackets."""
    found: list[Refusal] = []
    known: set[tuple[Service, date]] = set()
    for tariff in tariffs:
        if (tariff.service, tariff.since) in known:
            found.append(TariffTwice(tariff.service, tariff.since))
        known.add((tariff.service, tariff.since))
        found += [NotForService(tariff.service, tariff.since, term) for term in _foreign(tariff)]
        found += _holes(tariff)
    return found


def _foreign(tariff: Tariff) -> Iterator[str]:
    """The terms that mean nothing for the service."""
    meals = tariff.service is Service.CANTINE
    if (tariff.unit is Unit.MEAL) != meals:
        yield tariff.unit.value
    if meals and tariff.late:
        yield "late"
    if meals and tariff.cap is not None:
        yield "cap_cents"
    if not meals and tariff.unbooked_extra:
        yield "unbooked_extra_cents"
    if not meals and tariff.packed is not None:
        yield "packed_cents"


def _holes(tariff: Tariff) -> Iterator[Refusal]:
    """Gaps and overlaps between the brackets, which are in order."""
    key = (tariff.service, tariff.since)
    lower, following = 0, 0  # where the bracket before begins; the first quotient without a price, -1 once all have one
    for bracket in tariff.brackets:
        first = following if bracket.qf_min is None else bracket.qf_min
        if following < 0 or (bracket.qf_max is not None and bracket.qf_max < first):
            yield BracketOverlap(*key, lower if bracket.qf_min is None else bracket.qf_min, bracket.qf_max)
            continue
        if first > following:
            yield BracketGap(*key, following, first - 1)
        elif first < following:
            yield BracketOverlap(*key, first, following - 1)
        lower, following = first, -1 if bracket.qf_max is None else bracket.qf_max + 1
    if following >= 0:
        yield BracketGap(*key, following, None)


def _sorted(tariff: Tariff) -> Tariff:
    in_order = sorted(tariff.brackets, key=lambda bracket: (bracket.qf_max is None, bracket.qf_max or 0))
    return replace(tariff, brackets=tuple(in_order))


def _arranged(tariffs: Iterable[Tariff]) -> Tariffs:
    newest_first = sorted(tariffs, key=lambda tariff: tariff.since, reverse=True)
    return Tariffs({service: tuple(t for t in newest_first if t.service is service) for service in Service})
