"""Booking as usual: the days a usual week takes, what a change of it does to those booked, how far one may book."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from models.rules.booking import Meal
from models.rules.calendar import ONE_DAY, SchoolCalendar
from models.rules.people import Pupil
from models.rules.usual_week import Habits, seen_from, takes
from models.vocabulary import Holiday, Period, State


def usual_meals(habits: Habits, days: Iterable[date], pupils: Mapping[int, Pupil]) -> list[Meal]:
    """What `habits` take on `days`, for the children who are here on them."""
    habits = seen_from(habits, pupils)
    wanted = sorted({(habit.child_id, habit.service) for habit in habits})
    meals = (Meal(child_id, service, day) for day in days for child_id, service in wanted)
    return [meal for meal in meals if takes(habits, meal)]


@dataclass
class Adaptation:
    """What would make bookings follow a usual week.

    `already`: booked as it is, and only to be said; `aside`: usual, but cancelled by the family, hence left alone.
    """

    to_book: list[Meal] = field(default_factory=list)
    already: list[Meal] = field(default_factory=list)
    to_cancel: list[Meal] = field(default_factory=list)
    aside: list[Meal] = field(default_factory=list)


def adapt(
    old: Habits, new: Habits, standing: Mapping[Meal, State], days: Iterable[date], pupils: Mapping[int, Pupil]
) -> Adaptation:
    """What `new` in place of `old` changes of what is booked on `days`, as far as each child is booked ahead.

    Days booked besides the old usual week stay; where there was none, all that the new one lacks may go.
    """
    days, found = list(days), Adaptation()
    changed = {(habit.child_id, habit.service) for habit in old ^ new if habit.child_id in pupils}
    horizons = {child_id: _booked_until(child_id, old, standing) for child_id, _ in changed}
    for child_id, service in sorted(changed):
        had_one = any((habit.child_id, habit.service) == (child_id, service) for habit in old)
        until = horizons[child_id]
        here = (day for day in days if until and day <= until and pupils[child_id].home_on(day) is not None)
        for meal in (Meal(child_id, service, day) for day in here):
            _compare(meal, standing.get(meal), takes(new, meal), takes(old, meal) or not had_one, found)
    return found


def _booked_until(child_id: int, old: Habits, standing: Mapping[Meal, State]) -> date | None:
    """The end of the last week booked as the old usual week has it, else of the last one booked at all."""
    booked = [meal for meal, state in standing.items() if meal.child_id == child_id and state is State.RESERVED]
    usual = [meal for meal in booked if takes(old, meal)]
    return end_of_week(max(meal.day for meal in usual or booked)) if booked else None


def end_of_week(day: date) -> date:
    return day + (7 - day.isoweekday()) * ONE_DAY


def _compare(meal: Meal, stands: State | None, wanted: bool, may_go: bool, found: Adaptation) -> None:
    if wanted and stands is None:
        found.to_book.append(meal)
    elif wanted and stands is not State.RESERVED:
        found.aside.append(meal)
    elif not wanted and stands is State.RESERVED and may_go:
        found.to_cancel.append(meal)


def follow(
    habits: Habits, standing: Mapping[Meal, State], days: Iterable[date], pupils: Mapping[int, Pupil]
) -> Adaptation:
    """What booking `days` as usual means."""
    found = Adaptation()
    for meal in usual_meals(habits, days, pupils):
        match standing.get(meal):
            case None:
                found.to_book.append(meal)
            case State.RESERVED:
                found.already.append(meal)
            case State.CANCELLED | State.ABSENT:
                found.aside.append(meal)
    return found


@dataclass(frozen=True, slots=True)
class Stretch:
    """From tomorrow to the last school day before `holiday`; the summer's is the whole year."""

    holiday: Holiday
    last: date


def stretches(calendar: SchoolCalendar, today: date, most: int = 3) -> list[Stretch]:
    """How far one may book ahead: to the next holidays, to those after them, to the end of the school year."""
    year = calendar.year_of(today)
    if year is None or today >= year.period.last:
        year = calendar.next_year(today)
    if year is None:
        return []
    bounds = sorted((h.period.first, h.name) for h in year.holidays if h.name not in (Holiday.ASCENSION, Holiday.ETE))
    coming = [Stretch(name, _school_day_before(first, calendar)) for first, name in bounds if first > today + ONE_DAY]
    return [*coming[: most - 1], Stretch(Holiday.ETE, year.period.last)]


def _school_day_before(first: date, calendar: SchoolCalendar) -> date:
    days = calendar.open_days(Period(first - 10 * ONE_DAY, first - ONE_DAY))
    return days[-1] if days else first - ONE_DAY
