"""What tests of pointage share: what stands for a child, more children, more agents, the list as it is seen."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.telegram import Person
from models.tables import (
    Attendance,
    AttendanceChange,
    Child,
    Household,
    Lateness,
    Residence,
    Staff,
)
from models.vocabulary import Role, Service, Weeks
from tests.town import AGENT, PARIS, Heard, Town, _sign_in

THURSDAY = "2026-11-26"
EVENING, MORNING = Service.GARDERIE_SOIR, Service.GARDERIE_MATIN
SECOND = Person(10, "Farid")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def keys(heard: Heard) -> list[str]:
    return [plain(key) for key in heard.keys]


def row(town: Town, child: str, service: Service = EVENING, day: str = THURSDAY) -> Attendance | None:
    """What stands for a child."""
    wanted = select(Attendance).join(Child, Child.id == Attendance.child_id)
    one = wanted.where(
        Child.first_name == child, Attendance.service == service, Attendance.day == date.fromisoformat(day)
    )
    return town.read(lambda session: session.scalars(one).one_or_none())


def times(town: Town, child: str, service: Service = EVENING, day: str = THURSDAY) -> tuple[str, str]:
    """Arrival and departure in the commune, "" where there is none."""
    found = row(town, child, service, day)
    arrived, left = (found.arrived_at, found.left_at) if found else (None, None)
    return spelled(arrived), spelled(left)


def spelled(instant: datetime | None) -> str:
    return instant.astimezone(PARIS).strftime("%H:%M") if instant else ""


def late(town: Town, child: str) -> int:
    found = row(town, child)
    kept = town.read(lambda session: session.get(Lateness, found.id)) if found else None
    return kept.minutes if kept else 0


def changes(town: Town) -> list[AttendanceChange]:
    return list(
        town.read(lambda session: session.scalars(select(AttendanceChange).order_by(AttendanceChange.id)).all())
    )


def hire(town: Town, person: Person = SECOND, role: Role = Role.AGENT) -> None:
    town.read(lambda session: _sign_in(session, Staff(name=person.first_name, role=role), person, town.clock()))


def settle_children(town: Town, count: int) -> None:
    """`count` children of one more household, in six classes."""

    def write(session: Session) -> None:
        home = Household(key="many")
        session.add(home)
        session.flush()
        for number in range(count):
            first = f"{chr(ord('A') + number % 26)}nna{number:02}"
            child = Child(first_name=first, last_name="Many", school_class=f"C{number % 6}")
            session.add(child)
            session.flush()
            session.add(Residence(child_id=child.id, household_id=home.id, weeks=Weeks.ALL))

    town.read(write)


def last(town: Town, person: Person) -> list[str]:
    """The keys of the list as that person sees it."""
    shown = [m for m in town.telegram.answers(person) if m.buttons and "Garderie du" in m.text]
    return [plain(button.text) for button in shown[-1].buttons]


def texts(town: Town) -> list[str]:
    return [plain(message.text) for message in town.telegram.answers(AGENT)]
