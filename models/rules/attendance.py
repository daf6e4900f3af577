"""Who was there: the session of the moment, the order of the list, what a time may be, lateness, presence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum

from models.files.text import fold
from models.refusals import (
    FutureTime,
    LeftBeforeArriving,
    NoSession,
    NotThatDay,
    NotTheirSheet,
    OutsideSession,
    Refusal,
)
from models.rules import classes
from models.rules.calendar import SchoolCalendar
from models.rules.commune import Commune, Hours
from models.vocabulary import Diet, Role, Service

GARDERIE = (Service.GARDERIE_MATIN, Service.GARDERIE_SOIR)
EARLY = timedelta(hours=1)  # how far outside a session a time is still believed
LATE = {Service.GARDERIE_MATIN: timedelta(hours=1), Service.GARDERIE_SOIR: timedelta(hours=4)}
HALF_DAY = timedelta(hours=12)
NOON = time(12)  # of a meal only whether it was eaten is noted: it stands at noon


class Signal(IntEnum):
    """What the parents told of that day."""

    NONE = 0
    NO_MEAL = 1  # the canteen cancelled: it may be gone for the day, or eat at home
    ABSENT = 2  # an absence told after the cut-off


class Expected(IntEnum):
    """How much a child is expected; the list is in this order."""

    ANNOUNCED = 0
    USUAL = 1
    OTHER = 2


@dataclass(frozen=True, slots=True)
class Times:
    """When a child came and left, aware; `absent`: pointed as not there."""

    arrived: datetime | None = None
    left: datetime | None = None
    absent: bool = False

    @property
    def empty(self) -> bool:
        return not (self.arrived or self.left or self.absent)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: a child, how expected, and what stands. `version` 0: nothing was ever written."""

    child_id: int
    first_name: str
    last_name: str
    school: str = ""
    school_class: str = ""
    expected: Expected = Expected.OTHER
    signal: Signal = Signal.NONE
    times: Times = Times()
    late: int = 0
    note: str = ""
    version: int = 0
    by: str = ""  # who wrote it last
    diet: Diet = Diet.STANDARD
    pai: bool = False

    @property
    def was_there(self) -> bool:
        return bool(self.times.arrived or self.times.left)

    @property
    def is_announced(self) -> bool:
        """Booked, for the canteen; a meal told absent after the cut-off is ordered still."""
        return self.expected is Expected.ANNOUNCED

    @property
    def is_here(self) -> bool:
        """Pointed as come, and not as gone."""
        return bool(self.times.arrived) and not self.times.left

    @property
    def is_awaited(self) -> bool:
        """Announced, and nothing is known of it yet."""
        told_absent = self.signal is Signal.ABSENT
        return self.is_announced and not told_absent and self.times.empty


def in_order(entries: Iterable[Entry], service: Service | None = None) -> list[Entry]:
    """Announced first, then the usual ones, then the rest by class; those told absent at the end of their part.

    At the canteen the announced are by class too, those told absent among them: classes sit together.
    """

    def rank(entry: Entry) -> tuple[object, ...]:
        at_table = service is Service.CANTINE and entry.is_announced
        own = at_table or entry.expected is Expected.OTHER
        by_class = (fold(entry.school), *classes.order(entry.school_class)) if own else ()
        return (
            entry.expected,
            not at_table and entry.signal is Signal.ABSENT,
            *by_class,
            fold(entry.first_name),
            fold(entry.last_name),
            entry.child_id,
        )

    return sorted(entries, key=rank)


def names(entries: Iterable[Entry]) -> dict[int, str]:
    """The first name, with as much of the last name as tells namesakes apart."""
    found = list(entries)
    shown = {entry.child_id: entry.first_name for entry in found}
    for longer in ("initial", "whole"):
        counts: dict[str, int] = {}
        for name in shown.values():
            counts[fold(name)] = counts.get(fold(name), 0) + 1
        for entry in found:
            if counts[fold(shown[entry.child_id])] > 1:
                last = f"{entry.last_name[:1]}." if longer == "initial" else entry.last_name
                shown[entry.child_id] = f"{entry.first_name} {last}"
    return shown


# Sessions


def session_at(commune: Commune, instant: datetime) -> Service:
    """The session of the moment: the morning's until halfway to the evening's. Raises NoSession where there is none."""
    local = commune.local(instant)
    held = [service for service in GARDERIE if service in commune.sessions]
    if not held:
        raise NoSession(local.date())
    return held[-1] if len(held) > 1 and local >= _halfway(commune, local.date()) else held[0]


def hours_of(commune: Commune, service: Service, day: date) -> Hours:
    """The hours of a session; raises NoSession where the commune has none."""
    if service not in commune.sessions:
        raise NoSession(day)
    return commune.sessions[service]


def closing(hours: Hours, school: str, by_hand: time | None) -> time:
    """When a child of `school` must have left; `by_hand`: as the agent changed it for the day."""
    return by_hand or hours.of(school).closes


def instant_of(commune: Commune, day: date, at: time) -> datetime:
    return datetime.combine(day, at, commune.timezone).astimezone(UTC)


def _halfway(commune: Commune, day: date) -> datetime:
    morning, evening = (commune.sessions[service] for service in GARDERIE)
    closes, opens = instant_of(commune, day, morning.last_closing), instant_of(commune, day, evening.opens)
    return closes + (opens - closes) / 2


def window(commune: Commune, service: Service, day: date) -> tuple[datetime, datetime]:
    """From when until when a time is believed to be of that session; no instant is of two sessions."""
    hours = hours_of(commune, service, day)
    first = min(hours.opens, *(own.opens for own in hours.schools.values())) if hours.schools else hours.opens
    begins = instant_of(commune, day, first) - EARLY
    ends = instant_of(commune, day, hours.last_closing) + LATE.get(service, EARLY)
    if all(held in commune.sessions for held in GARDERIE):
        middle = _halfway(commune, day)
        if service is Service.GARDERIE_MATIN:
            return begins, min(ends, middle - timedelta(microseconds=1))
        begins = max(begins, middle)
    midnight = instant_of(commune, day + timedelta(days=1), time())
    return begins, min(ends, midnight - timedelta(microseconds=1))


def believable(commune: Commune, service: Service, day: date, instant: datetime) -> bool:
    begins, ends = window(commune, service, day)
    return begins <= instant <= ends


def is_running(commune: Commune, service: Service, day: date, instant: datetime) -> bool:
    """Whether that session is being held, or about to."""
    begins, _ = window(commune, service, day)
    return begins <= instant <= instant_of(commune, day, hours_of(commune, service, day).last_closing)


def readings(commune: Commune, day: date, at: time) -> list[tuple[Service, datetime]]:
    """The sessions a typed hour may be of: 6 h 35 may be said for 18 h 35."""
    instant = instant_of(commune, day, at)
    meant = (instant, instant + HALF_DAY) if at.hour < 12 else (instant,)
    return [
        (service, one)
        for service in GARDERIE
        for one in meant
        if service in commune.sessions and believable(commune, service, day, one)
    ]


# Times


def objection(
    times: Times, child: str, *, service: Service, day: date, now: datetime, commune: Commune
) -> Refusal | None:
    """Why `times` cannot be, or None if they can; a meal has no hour to be wrong about."""
    if service is Service.CANTINE:
        return None
    hours = hours_of(commune, service, day)
    for instant in filter(None, (times.arrived, times.left)):
        at = commune.local(instant).time()
        if instant > now:
            return FutureTime(child, at)
        if not believable(commune, service, day, instant):
            return OutsideSession(child, at, service, hours.opens, hours.last_closing)
    if times.arrived and times.left and times.left < times.arrived:
        return LeftBeforeArriving(child, commune.local(times.arrived).time(), commune.local(times.left).time())
    return None


def not_theirs(roles: frozenset[Role], day: date, today: date) -> Refusal | None:
    """Why somebody may not write what was on `day`: an agent the same day, the mairie any day past."""
    if day == today or (Role.MAIRIE in roles and day < today):
        return None
    return NotThatDay(day)


def not_to_print(roles: frozenset[Role], day: date, today: date, calendar: SchoolCalendar) -> Refusal | None:
    """Why somebody may not have the paper of `day`: an agent today's and the coming school day's, the mairie any."""
    if Role.MAIRIE in roles or day in (today, calendar.coming(today)):
        return None
    return NotTheirSheet(day)


def day_to_print(commune: Commune, instant: datetime) -> tuple[date | None, tuple[Service, ...]]:
    """The next session that is not over at `instant`, where it is today's; else all of the coming school day."""
    today = commune.today(instant)
    held = tuple(service for service in GARDERIE if service in commune.sessions)
    if commune.calendar.is_open(today):
        for service in held:
            if instant <= instant_of(commune, today, hours_of(commune, service, today).last_closing):
                return today, (service,)
    return commune.calendar.coming(today), held


def pointed(times: Times, service: Service, at: datetime) -> Times:
    """`times` once a child is pointed at `at`: an evening is a departure, a morning and a meal an arrival."""
    if service is Service.GARDERIE_SOIR:
        return replace(times, left=at, absent=False)
    return replace(times, arrived=at, absent=False)


def not_there(entry: Entry, service: Service) -> Times:
    """What stands for a child that is not there; at the canteen only one that is booked can be missed."""
    return Times(absent=service is not Service.CANTINE or entry.is_announced)


def moment(commune: Commune, service: Service, day: date, instant: datetime) -> datetime:
    """When what is noted at `instant` was: then, but a meal at noon of its day."""
    return instant_of(commune, day, NOON) if service is Service.CANTINE else instant


def moment_of(times: Times, service: Service) -> datetime | None:
    """The time that matters most in that session, hence shown: the arrival in the morning, the departure else."""
    if service is Service.GARDERIE_MATIN:
        return times.arrived or times.left
    return times.left or times.arrived


def lateness(left: datetime | None, closes: datetime) -> int:
    """Whole minutes after closing, rounded down: 18:30:59 is not late."""
    if left is None:
        return 0
    # Both in UTC: Python takes the clock's change for an hour when both bear the commune's timezone.
    return max(0, (left.astimezone(UTC) - closes.astimezone(UTC)) // timedelta(minutes=1))


def presence(times: Times, opens: datetime, closes: datetime) -> tuple[datetime, datetime] | None:
    """From when to when a child was there: from its arrival, else opening, to its departure, else closing.

    None for a child who was not. What is after closing is lateness, not presence.
    """
    if not (times.arrived or times.left):
        return None
    begins = times.arrived or min(opens, times.left or opens)
    ends = min(times.left or closes, closes)
    return begins, max(begins, ends)


def left_to_see(entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Of the list, who is still here, and who was announced and of whom nothing is known."""
    return [entry for entry in entries if entry.is_here], [entry for entry in entries if entry.is_awaited]
