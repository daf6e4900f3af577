"""The facts of a month become lines a household owes, each with its reason, and what the mairie should look at."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from models.rules.canteen import served
from models.rules.lines import Anomaly, Bills, Booked, Facts, Home, Kind, Line, Presence, Trouble, weight
from models.rules.tariffs import Basis, Late, Price, Pricing, Tariff, Unit, share
from models.vocabulary import Service


def bill(facts: Facts, pricing: Pricing) -> Bills:
    """What each household owes for the month; the same facts in any order give the same lines."""
    desk = _Desk(facts, pricing)
    desk.canteen()
    desk.garderie()
    desk.lateness()
    desk.oversights()
    return Bills({household: desk.lines(household) for household in sorted(desk.charges)}, desk.sorted_anomalies())


Charge = tuple[Kind, int, int | None, Service, Price]  # kind, unit, child, service, price: what shares a line


class _Desk:
    """Charges gathered by household and by what they have in common, day by day."""

    def __init__(self, facts: Facts, pricing: Pricing) -> None:
        self.facts, self.pricing = facts, pricing
        self.charges: dict[int, dict[Charge, dict[date, int]]] = {}
        self.anomalies: set[Anomaly] = set()
        self.presences = [presence for presence in facts.presences if facts.counts(presence.day)]
        self.booked = [booked for booked in facts.booked if facts.counts(booked.day)]

    def canteen(self) -> None:
        """Each meal ordered, then each one eaten without booking."""
        for meal in served(self.booked, self.presences):
            self._charge_meal(meal.event, meal.kind)
            if meal.missed:
                self._note(Trouble.ABSENT, meal.event)
            if meal.kind is Kind.UNBOOKED:
                self._note(Trouble.UNBOOKED, meal.event)

    def _charge_meal(self, meal: Booked | Presence, kind: Kind) -> None:
        if not (tariff := self._tariff(Service.CANTINE, meal.day)):
            return
        price = self._price(tariff, meal)
        if kind is Kind.ABSENCE and self.pricing.absence_percent != 100:
            percent = self.pricing.absence_percent
            price = replace(price, cents=share(price.cents, percent), share=percent)
        self._charge(meal, Service.CANTINE, kind, price, 1)
        if kind is Kind.UNBOOKED:
            self._charge(meal, Service.CANTINE, Kind.SURCHARGE, Price(tariff.unbooked_extra, tariff.since), 1)

    def garderie(self) -> None:
        """Each session a child was at."""
        for presence in self.presences:
            if presence.service is Service.CANTINE or not presence.was_there:
                continue
            if tariff := self._tariff(presence.service, presence.day):
                self._charge_session(presence, tariff)

    def _charge_session(self, presence: Presence, tariff: Tariff) -> None:
        price, count, kind = self._price(tariff, presence), 1, Kind.SESSION
        if tariff.unit is Unit.HALF_HOUR:
            minutes = self._minutes(presence)
            if minutes is None:
                self._note(Trouble.NO_TIMES, presence)
                return
            count, kind = -(-minutes // 30), Kind.HALF_HOURS
        if tariff.cap is not None and count * price.cents > tariff.cap:
            price, count, kind = replace(price, cents=tariff.cap), 1, Kind.CAPPED
        self._charge(presence, presence.service, kind, price, count)

    def _minutes(self, presence: Presence) -> int | None:
        """How long it was; an evening without a departure is looked at."""
        if presence.minutes is not None and presence.left is None and presence.service is Service.GARDERIE_SOIR:
            self._note(Trouble.NO_DEPARTURE, presence)
        return presence.minutes

    def lateness(self) -> None:
        """Counted for each child, household and service, in the order of the days."""
        late: dict[tuple[int, int, Service], list[Presence]] = defaultdict(list)
        for presence in self.presences:
            if presence.late > 0 and presence.service is not Service.CANTINE:
                late[presence.household_id, presence.child_id, presence.service].append(presence)
        for presences in late.values():
            for nth, presence in enumerate(sorted(presences, key=lambda p: p.day), 1):
                tariff = self._tariff(presence.service, presence.day)
                if tariff and tariff.late and nth >= tariff.late.from_nth:
                    self._charge_late(presence, tariff.late, tariff.since)

    def _charge_late(self, presence: Presence, late: Late, since: date) -> None:
        price = Price(late.cents, since, minutes=late.minutes)
        self._charge(presence, presence.service, Kind.LATE, price, late.units(presence.late))

    def oversights(self) -> None:
        """What no charge tells: sessions left open, whose week it was, whom to write to."""
        for day, service in self.facts.open_sittings:
            if day in self.facts.month:
                self.anomalies.add(Anomaly(Trouble.OPEN_SITTING, day=day, service=service))
        for household in self.charges:
            if not self.facts.homes[household].addressed:
                self.anomalies.add(Anomaly(Trouble.NO_ADDRESS, household))

    def _tariff(self, service: Service, day: date) -> Tariff | None:
        tariff = self.pricing.tariffs.in_force(service, day)
        if tariff is None:
            self.anomalies.add(Anomaly(Trouble.NO_TARIFF, day=day, service=service))
        return tariff

    def _price(self, tariff: Tariff, event: Booked | Presence) -> Price:
        home = self.facts.homes[event.household_id]
        weeks = self.facts.weeks.get((event.child_id, home.id))
        if weeks is None or not weeks.include(event.day):
            self._note(Trouble.OTHER_WEEK, event)
        packed = event.child_id in self.facts.packed
        price = tariff.price(home.payer(event.day), home.rank(event.child_id), packed=packed)
        if price.basis is Basis.NO_QUOTIENT:
            self.anomalies.add(Anomaly(Trouble.NO_QUOTIENT, home.id))
        return price

    def _charge(self, event: Booked | Presence, service: Service, kind: Kind, price: Price, count: int) -> None:
        if price.cents and count:
            key = (kind, price.cents, event.child_id, service, price)
            days = self.charges.setdefault(event.household_id, {}).setdefault(key, defaultdict(int))
            days[event.day] += count

    def _note(self, trouble: Trouble, event: Booked | Presence) -> None:
        service = event.service if isinstance(event, Presence) else Service.CANTINE
        self.anomalies.add(Anomaly(trouble, event.household_id, event.child_id, event.day, service))

    def lines(self, household: int) -> tuple[Line, ...]:
        """Child by child from the eldest, service by service."""
        home = self.facts.homes[household]
        found = [
            Line(kind, unit, tuple(sorted(days.items())), child, service, price)
            for (kind, unit, child, service, price), days in self.charges[household].items()
        ]
        return tuple(sorted(found, key=lambda line: _place(line, home)))

    def sorted_anomalies(self) -> tuple[Anomaly, ...]:
        return tuple(sorted(self.anomalies, key=weight))


def _place(line: Line, home: Home) -> tuple[object, ...]:
    assert line.service is not None
    assert line.child_id is not None
    kinds, services = list(Kind), list(Service)
    where = home.rank(line.child_id), line.child_id, services.index(line.service), kinds.index(line.kind)
    return *where, line.days[0][0], line.unit, line.price.since if line.price else date.min
