"""A month's facts as the database has them, loaded for billing: the one place that reads bookings and attendance."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import CompoundSelect, select, union
from sqlalchemy.orm import Session

from models.rules.commune import Commune
from models.rules.lines import Booked, Facts, Home, Presence
from models.tables import Attendance, Booking, Child, Guardian, Household, Lateness, Quotient, Residence, Sitting
from models.vocabulary import Diet, Period, Service, State, Weeks


def load(session: Session, month: Period, commune: Commune, household_id: int | None = None) -> Facts:
    """The facts of `month`; `commune` is as it stands, closures laid over it.

    `household_id`: whatever concerns the children that household pays for, in their other homes too.
    """
    of = _children_of(household_id, month) if household_id else None
    weeks: dict[tuple[int, int], Weeks] = {}
    children: dict[int, list[int]] = defaultdict(list)
    by_age = (Child.birth_date.is_(None), Child.birth_date, Child.id)
    lives = select(Residence.child_id, Residence.household_id, Residence.weeks)
    for child, household, when in session.execute(lives.join(Child).order_by(*by_age)):
        weeks[child, household] = when
        children[household].append(child)
    sittings = session.execute(
        select(Sitting.day, Sitting.service, Sitting.closes, Sitting.closed_at).where(
            Sitting.day.between(month.first, month.last)
        )
    ).all()
    return Facts(
        month=month,
        homes=_homes(session, children),
        booked=_booked(session, month, of),
        presences=_presences(session, month, commune, {(row.day, row.service): row.closes for row in sittings}, of),
        weeks=weeks,
        closed=frozenset(day for day in commune.calendar.closed if day in month),
        packed=frozenset(session.scalars(select(Child.id).where(Child.diet == Diet.PANIER))),
        open_sittings=[(row.day, row.service) for row in sittings if row.closed_at is None],
    )


Children = CompoundSelect[tuple[int]] | None  # ids; None: all


def _children_of(household_id: int, month: Period) -> Children:
    """Who ate or was there on that household's account."""
    return union(
        *(
            select(table.child_id).where(table.household_id == household_id, table.day.between(month.first, month.last))
            for table in (Booking, Attendance)
        )
    )


def _homes(session: Session, children: dict[int, list[int]]) -> dict[int, Home]:
    quotients: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for household, since, value in session.execute(
        select(Quotient.household_id, Quotient.since, Quotient.value).order_by(Quotient.since)
    ):
        quotients[household].append((since, value))
    found = session.execute(
        select(Household.id, Household.key, Household.resident, Household.staff, Household.address, Household.city)
    )
    return {
        row.id: Home(
            row.id,
            row.key,
            tuple(children[row.id]),
            row.resident,
            row.staff,
            tuple(quotients[row.id]),
            addressed=bool(row.address and row.city),
        )
        for row in found
    }


def _booked(session: Session, month: Period, of: Children) -> list[Booked]:
    asked = select(Booking.child_id, Booking.household_id, Booking.day, Booking.state).where(
        Booking.day.between(month.first, month.last),
        Booking.service == Service.CANTINE,
        Booking.state != State.CANCELLED,
    )
    found = session.execute(asked if of is None else asked.where(Booking.child_id.in_(of)))
    return [Booked(*row) for row in found]


def _presences(
    session: Session,
    month: Period,
    commune: Commune,
    ends: Mapping[tuple[date, Service], time | None],
    of: Children,
) -> list[Presence]:
    """Attendance with the hours of each session; `ends`: where the day's was another."""
    asked = (
        select(
            Attendance.child_id,
            Attendance.household_id,
            Attendance.day,
            Attendance.service,
            Attendance.arrived_at,
            Attendance.left_at,
            Attendance.absent,
            Lateness.minutes,
            Child.school,
        )
        .join(Child, Child.id == Attendance.child_id)
        .outerjoin(Lateness, Lateness.attendance_id == Attendance.id)
        .where(Attendance.day.between(month.first, month.last))
    )
    found = session.execute(asked if of is None else asked.where(Attendance.child_id.in_(of)))
    presences = []
    for child, household, day, service, arrived_at, left_at, absent, late, school in found:
        arrived, left = (commune.local(at) if at else None for at in (arrived_at, left_at))
        usual = commune.sessions.get(service)
        hours = usual and usual.of(school)
        opens, closes = (hours.opens, ends.get((day, service)) or hours.closes) if hours else (None, None)
        presences.append(Presence(child, household, day, service, arrived, left, absent, late or 0, opens, closes))
    return presences


@dataclass(frozen=True, slots=True)
class People:
    """What an invoice says of people on the day it is issued: whom it is sent to, and the children's names."""

    debtors: dict[int, dict[str, str]]
    children: dict[int, str]

    @classmethod
    def load(cls, session: Session) -> "People":
        """The debtor of a household is its first guardian; each is bound to pay the whole."""
        debtors: dict[int, dict[str, str]] = {}
        found = session.execute(
            select(
                Guardian.household_id,
                Guardian.civility,
                Guardian.last_name,
                Guardian.first_name,
                Household.address,
                Household.postcode,
                Household.city,
            )
            .join(Household, Household.id == Guardian.household_id)
            .order_by(Guardian.id)
        )
        for household, *said in found:
            debtors.setdefault(household, dict(zip(DEBTOR, said, strict=True)))
        names = session.execute(select(Child.id, Child.first_name, Child.last_name))
        return cls(debtors, {id_: f"{first} {last}" for id_, first, last in names})


DEBTOR = ("civility", "last_name", "first_name", "address", "postcode", "city")
