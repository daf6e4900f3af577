"""What tests of the mairie's month share: a town whose November can be billed, its invoices as they stand."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.telegram import Person
from models.actions import ledger
from models.actions.invoices import number_of
from models.rules.settling import Situation
from models.tables import Booking, Child, Household, Invoice, JournalEntry
from models.vocabulary import Service, State
from tests.till import Till, commune
from tests.town import SECRETARY, Heard, Town, open_town

Result = TypeVar("Result")
NOVEMBER = date(2026, 11, 1)
EIGHT_DAYS = (2, 3, 5, 6, 9, 10, 12, 13)  # of November: 26,40 € at the second bracket


@asynccontextmanager
async def billed_town(folder: Path, url: str | None = None) -> AsyncIterator[Town]:
    """The first of December; Mathis ate eight times and Jules once in November."""
    async with open_town(folder, url, pricing=commune().pricing) as town:
        town.now("2026-12-01 10:00")
        with_till(town, _two_families)
        yield town


def _two_families(till: Till) -> None:
    for foyer, name, days in (("morel", "Mathis", EIGHT_DAYS), ("roche", "Jules", EIGHT_DAYS[:1])):
        home = till.household(foyer)
        till.meals(till.child(name, home), home, *days)


def with_till(town: Town, work: Callable[[Till], Result], month: date = NOVEMBER) -> Result:
    return town.read(lambda session: work(Till(session, month)))


def many_families(town: Town, count: int) -> None:
    """F000, F001… each with a child and a month of eight meals."""

    def write(till: Till) -> None:
        for number in range(count):
            home = till.household(f"F{number:03}")
            till.meals(till.child(f"Enfant{number}", home), home, *EIGHT_DAYS)

    with_till(town, write)


def forgets(town: Town, child: str, day: int, month: date = NOVEMBER) -> None:
    """A meal that is no longer booked: the facts of a month have changed."""

    def write(session: Session) -> None:
        asked = select(Booking).join(Child, Child.id == Booking.child_id)
        asked = asked.where(Child.first_name == child, Booking.day == month.replace(day=day))
        session.scalars(asked.where(Booking.service == Service.CANTINE)).one().state = State.CANCELLED

    town.read(write)


def numbers(town: Town) -> list[tuple[str, int]]:
    """Every invoice and credit note with its sum, in the order they were written."""

    def look(session: Session) -> list[tuple[str, int]]:
        return [(number_of(one), one.total) for one in session.scalars(select(Invoice).order_by(Invoice.id))]

    return town.read(look)


def situation(town: Town, year: int, number: int) -> Situation:
    def look(session: Session) -> Situation:
        found = ledger.by_number(session, year, number)
        assert found
        return ledger.situations(session, [found])[found.id]

    return town.read(look)


def household_id(town: Town, foyer: str) -> int:
    return town.read(lambda session: session.scalars(select(Household.id).where(Household.key == foyer)).one())


def journal(town: Town) -> list[str]:
    asked = select(JournalEntry.action).where(JournalEntry.action.not_in(("signed-in", "invited", "code-made")))
    return list(town.read(lambda session: session.scalars(asked.order_by(JournalEntry.id)).all()))


async def issued(town: Town, month: str = "novembre") -> Heard:
    """The secretary issues the month, tap by tap."""
    await town.hears(SECRETARY, f"/facturation {month}")
    await town.tapped(SECRETARY, "📤 Émettre ce mois…")
    return await town.tapped(SECRETARY, "Valider")


async def tap(town: Town, key: str, person: Person = SECRETARY) -> Heard:
    """The newest key that reads so, whatever its spaces."""
    shown = [button.text for message in town.telegram.answers(person) for button in message.buttons]
    found = next((label for label in reversed(shown) if label.replace("\u00a0", " ") == key), key)
    return await town.tapped(person, found)
