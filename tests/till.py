"""A town whose month can be billed: households, what their children took, and the tariffs, written as a story tells."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.prices import read_tariffs
from bot.settings import SHIPPED, read_commune
from models.rules.commune import Commune
from models.rules.tariffs import Pricing
from models.tables import (
    Attendance,
    Booking,
    Child,
    Guardian,
    Household,
    Lateness,
    Quotient,
    Residence,
)
from models.vocabulary import Service, Stamp, State, Weeks

SERCUS = read_commune(SHIPPED)
JANUARY = Stamp(None, datetime(2027, 1, 5, 9, tzinfo=UTC))
BOOKED_AT = datetime(2026, 9, 1, 8, tzinfo=UTC)
CANTINE = {
    "service": "cantine",
    "from": date(2026, 9, 1),
    "unit": "repas",
    "brackets": [{"qf_max": 600, "cents": 280}, {"qf_max": 1000, "cents": 330}, {"cents": 390}],
    "unbooked_extra_cents": 150,
}
MATIN = {"service": "garderie_matin", "from": date(2026, 9, 1), "unit": "seance", "brackets": [{"cents": 150}]}
SOIR = {
    "service": "garderie_soir",
    "from": date(2026, 9, 1),
    "unit": "demi_heure",
    "brackets": [{"qf_max": 600, "cents": 80}, {"qf_max": 1000, "cents": 100}, {"cents": 130}],
    "cap_cents": 500,
    "late": {"minutes": 15, "cents": 300},
}


def priced(*tables: dict[str, Any], absence: int = 100, least: int = 1500) -> Pricing:
    """The tables as commune.toml would be read."""
    return Pricing(read_tariffs(tables), absence, least)


def commune(*tables: dict[str, Any], **changes: int) -> Commune:
    """Sercus with those tariffs, else with one for each service."""
    return replace(SERCUS, pricing=priced(*(tables or (CANTINE, MATIN, SOIR)), **changes))


@dataclass(frozen=True, slots=True)
class Till:
    """What children take, written to the database; `month` is the first day of it."""

    session: Session
    month: date = date(2026, 12, 1)

    def household(self, foyer: str, quotient: int | None = 850, **facts: Any) -> Household:
        home = Household(key=foyer, address="1 rue Haute", postcode="59173", city="Sercus", **facts)
        home.guardians.append(Guardian(civility="Mme", last_name=foyer.capitalize(), first_name="Camille"))
        if quotient is not None:
            home.quotients.append(Quotient(since=date(2025, 1, 1), value=quotient))
        self.session.add(home)
        self.session.flush()
        return home

    def child(self, name: str, home: Household, born: date | None = None, weeks: Weeks = Weeks.ALL) -> Child:
        """A child of that name, who may have another home already."""
        known = self.session.scalar(select(Child).where(Child.first_name == name))
        child = known or Child(first_name=name, last_name="Durand", birth_date=born or date(2018, 5, 3))
        self.session.add(child)
        self.session.flush()
        self.session.add(Residence(child_id=child.id, household_id=home.id, weeks=weeks))
        self.session.flush()
        return child

    def meals(self, child: Child, home: Household, *days: int, state: State = State.RESERVED) -> None:
        for day in days:
            self.session.add(
                Booking(
                    child_id=child.id,
                    household_id=home.id,
                    day=self.day(day),
                    service=Service.CANTINE,
                    state=state,
                    created_at=BOOKED_AT,
                    changed_at=BOOKED_AT,
                )
            )
        self.session.flush()

    def roll(self, child: Child, home: Household, day: int, *, there: bool) -> None:
        """The canteen's roll of a day."""
        noon = self.at(day, time(12)) if there else None
        self._attend(child, home, day, Service.CANTINE, noon, None, absent=not there)

    def morning(self, child: Child, home: Household, day: int, arrived: str = "08:00") -> None:
        self._attend(child, home, day, Service.GARDERIE_MATIN, self.at(day, time.fromisoformat(arrived)), None)

    def evening(self, child: Child, home: Household, day: int, left: str) -> None:
        """Gone at that hour, and late by what passes closing time, in whole minutes."""
        hour = time.fromisoformat(left)
        row = self._attend(child, home, day, Service.GARDERIE_SOIR, None, self.at(day, hour))
        closes = SERCUS.sessions[Service.GARDERIE_SOIR].closes
        late = hour.hour * 60 + hour.minute - closes.hour * 60 - closes.minute
        if late > 0:
            self.session.add(Lateness(attendance_id=row.id, minutes=late))
            self.session.flush()

    def _attend(
        self,
        child: Child,
        home: Household,
        day: int,
        service: Service,
        arrived: datetime | None,
        left: datetime | None,
        *,
        absent: bool = False,
    ) -> Attendance:
        row = Attendance(
            child_id=child.id,
            household_id=home.id,
            day=self.day(day),
            service=service,
            arrived_at=arrived,
            left_at=left,
            absent=absent,
            note="",
            changed_at=BOOKED_AT,
        )
        self.session.add(row)
        self.session.flush()
        return row

    def day(self, number: int) -> date:
        return self.month + timedelta(number - 1)

    def at(self, day: int, hour: time) -> datetime:
        return datetime.combine(self.day(day), hour, SERCUS.timezone)
