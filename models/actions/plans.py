"""The coming week of each household: what is booked, what is expected and missing."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from models.actions.expected import expected
from models.actions.reminders import MutedOn, guardians_told, muted_on, muted_wholly
from models.rules.booking import Meal
from models.rules.commune import Commune
from models.rules.rounds import monday_of, open_days
from models.tables import Booking, MutedWeek
from models.vocabulary import State


@dataclass(frozen=True, slots=True)
class Ahead:
    """One account's week: meals that stand, and by child the days that are usual, not booked and may still be."""

    account_id: int
    telegram_id: int
    households: tuple[int, ...]
    booked: dict[Meal, State]
    missing: dict[int, tuple[date, ...]]


def weeks_ahead(
    session: Session, monday: date, commune: Commune, now: datetime, households: Collection[int] | None = None
) -> list[Ahead]:
    """The week of `monday` of every account of which something is known; those of `households` alone, if given."""
    days = open_days(monday, commune)
    booked = _booked(session, days, households)
    missing = _missing(session, [day for day in days if _is_open(day, commune, now)], commune, households)
    homes: dict[tuple[int, int], list[int]] = defaultdict(list)
    silent = muted_wholly(session)
    for household, account, telegram in guardians_told(session, households):
        if account not in silent and (household in booked or household in missing):
            homes[account, telegram].append(household)
    muted = {day: muted_on(session, day) for day in days}
    return [
        Ahead(account, telegram, tuple(known), _together(booked, known), _wanted(account, known, missing, muted))
        for (account, telegram), known in homes.items()
    ]


def _together(booked: Mapping[int, dict[Meal, State]], households: Iterable[int]) -> dict[Meal, State]:
    return {meal: state for household in households for meal, state in booked.get(household, {}).items()}


def _wanted(
    account: int,
    households: Iterable[int],
    missing: Mapping[int, list[tuple[date, int]]],
    muted: Mapping[date, MutedOn],
) -> dict[int, tuple[date, ...]]:
    """The days missing by child, without those the account wants to hear nothing of."""
    found: dict[int, tuple[date, ...]] = {}
    for household in households:
        for day, child in missing.get(household, ()):
            if muted[day].leave_in(account, (child,)):
                found[child] = (*found.get(child, ()), day)
    return found


def _is_open(day: date, commune: Commune, now: datetime) -> bool:
    return now <= commune.cutoffs.deadline(day, commune.calendar)


def _booked(session: Session, days: Sequence[date], households: Collection[int] | None) -> dict[int, dict[Meal, State]]:
    """What stands in a week, by household that books it; a household at home that week is left out."""
    muted = exists().where(MutedWeek.household_id == Booking.household_id, MutedWeek.monday == monday_of(days[0]))
    rows = (
        select(Booking.household_id, Booking.child_id, Booking.service, Booking.day, Booking.state)
        .where(Booking.day.in_(days), Booking.state != State.CANCELLED, ~muted)
        .order_by(Booking.day, Booking.service, Booking.child_id)
    )
    if households is not None:
        rows = rows.where(Booking.household_id.in_(households))
    booked: dict[int, dict[Meal, State]] = defaultdict(dict)
    for household, child, service, day, state in session.connection().execute(rows):
        booked[household][Meal(child, service, day)] = state
    return booked


def _missing(
    session: Session, days: Iterable[date], commune: Commune, households: Collection[int] | None
) -> dict[int, list[tuple[date, int]]]:
    """(day, child) usually booked and not yet, by household."""
    missing: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for day in days:
        for household, children in expected(session, day, commune.calendar, households).usually.items():
            missing[household] += [(day, child) for child in children]
    return missing
