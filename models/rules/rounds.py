"""When reminders are sent: what an account has chosen, and the rounds whose hour has come."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from models.refusals import DelayOutOfRange, NoDayLeft, Refusal, ReminderTooLate
from models.rules.calendar import ONE_DAY
from models.rules.commune import Commune, ReminderHours
from models.rules.cutoffs import next_deadlines

AHEAD = 10  # canteen days whose reminders may be due: quiet days bring them up to a week forward
WEEK = frozenset(range(1, 8))
NOON, MIDNIGHT = time(12), time(0)
MENUS = ReminderHours().menus
WEEKLY = timedelta(weeks=1)
FARTHEST = 370  # days to a week a button may be about
SHORTEST, LONGEST = timedelta(minutes=5), timedelta(hours=12)  # before the cut-off


class Kind(StrEnum):
    """What may be sent unasked, and left out."""

    EVENING = "evening"  # the evening before a cut-off
    HOUR = "hour"  # so long before a cut-off
    PLAN = "plan"  # the coming week, on Sunday
    OTHERS = "others"  # what another guardian has just done
    MENUS = "menus"  # the week's menus, on Monday
    UNVALIDATED = "unvalidated"  # a selection left open, before the cut-off that would kill it
    INVOICES = "invoices"  # an invoice, its reference, its payment


# Those there are, in the order shown; a new one comes at the end, with its two sentences in reminder-settings.ftl.
KINDS = (Kind.EVENING, Kind.HOUR, Kind.PLAN, Kind.OTHERS, Kind.UNVALIDATED, Kind.MENUS, Kind.INVOICES)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What an account has chosen: hours in the commune's time, weekdays without reminders (ISO), kinds left out."""

    evening: time
    before: timedelta
    plan: time
    quiet: frozenset[int] = frozenset()
    off: frozenset[Kind] = frozenset()
    menus: time = MENUS

    def wants(self, kind: Kind) -> bool:
        return kind not in self.off


@dataclass(frozen=True, slots=True)
class Round:
    """The reminders of one kind sent at one instant, useful until another.

    `day`: the canteen day they are about; of a plan or of menus, the Monday of its week.
    """

    kind: Kind
    day: date
    at: datetime
    until: datetime


def chosen_by_default(commune: Commune) -> Preferences:
    hours = commune.reminders
    return Preferences(hours.evening, hours.before, hours.plan, menus=hours.menus)


def rounds_due(commune: Commune, choices: Iterable[Preferences], now: datetime) -> dict[Round, set[Preferences]]:
    """Every round whose hour has come and that is still useful, with those who chose it; never for a closed day.

    Of two for the same day, after downtime, only the later; nothing on a quiet day.
    """
    today = commune.today(now)
    coming = next_deadlines(commune.cutoffs, commune.calendar, now, AHEAD)
    due: dict[Round, set[Preferences]] = {}
    for choice in choices:
        if today.isoweekday() not in choice.quiet:
            rounds = (*_plans(commune, choice, now), *_reminders(coming, choice, commune, now))
            for round_ in (*rounds, *_menus(commune, choice, now)):
                due.setdefault(round_, set()).add(choice)
    return due


def _reminders(
    coming: Iterable[tuple[date, datetime]], choice: Preferences, commune: Commune, now: datetime
) -> Iterator[Round]:
    for day, deadline in coming:
        rounds = (
            Round(kind, day, reminded_at(kind, deadline, choice, commune.timezone), deadline)
            for kind in (Kind.HOUR, Kind.EVENING)
            if choice.wants(kind)
        )
        past = [round_ for round_ in rounds if round_.at <= now]
        if past:
            yield max(past, key=lambda round_: round_.at)  # of two at one instant, the last reminder


def reminded_at(kind: Kind, deadline: datetime, choice: Preferences, timezone: ZoneInfo) -> datetime:
    """The evening before the cut-off, or so long before it; where that day is quiet, an evening earlier."""
    if kind is Kind.HOUR and (deadline - choice.before).isoweekday() not in choice.quiet:
        return deadline - choice.before
    eve = deadline.date() - ONE_DAY if kind is Kind.EVENING else (deadline - choice.before).date()
    return datetime.combine(_last_not_quiet(eve, choice), choice.evening, timezone)


def _plans(commune: Commune, choice: Preferences, now: datetime) -> Iterator[Round]:
    """The plan of the next week, until it begins; none of a week without school."""
    if not choice.wants(Kind.PLAN):
        return
    today = commune.today(now)
    monday = monday_of(today) + WEEKLY
    at = planned_at(monday, choice, commune.timezone)
    if at <= now and open_days(monday, commune):
        yield Round(Kind.PLAN, monday, at, datetime.combine(monday, MIDNIGHT, commune.timezone))


def planned_at(monday: date, choice: Preferences, timezone: ZoneInfo) -> datetime:
    """When the plan of the week of `monday` comes: on Sunday, or on the last day before that is not quiet."""
    return datetime.combine(_last_not_quiet(monday - ONE_DAY, choice), choice.plan, timezone)


def _menus(commune: Commune, choice: Preferences, now: datetime) -> Iterator[Round]:
    """The menus of a week on its Monday, or on the last day before that is not quiet; until that Monday ends."""
    if not choice.wants(Kind.MENUS):
        return
    today = commune.today(now)
    for monday in (monday_of(today), monday_of(today) + WEEKLY):
        until = datetime.combine(monday + ONE_DAY, MIDNIGHT, commune.timezone)
        at = datetime.combine(_last_not_quiet(monday, choice), choice.menus, commune.timezone)
        if at <= now < until and open_days(monday, commune):
            yield Round(Kind.MENUS, monday, at, until)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def open_days(monday: date, commune: Commune) -> list[date]:
    """The school days of the week of `monday`."""
    return [day for day in (monday + timedelta(number) for number in range(7)) if commune.calendar.is_open(day)]


def is_week(monday: date, today: date) -> bool:
    """Whether it is the Monday of a week within a year of `today`, as a button of ours says it."""
    return monday.isoweekday() == 1 and abs((monday - today).days) < FARTHEST


def reminded_apart(monday: date, choice: Preferences, commune: Commune) -> set[date]:
    """The days of that week of which a reminder of their own speaks on the day the plan comes."""
    if not choice.wants(Kind.EVENING):
        return set()
    on = planned_at(monday, choice, commune.timezone).date()
    deadlines = {day: commune.cutoffs.deadline(day, commune.calendar) for day in open_days(monday, commune)}
    return {
        day
        for day, deadline in deadlines.items()
        if reminded_at(Kind.EVENING, deadline, choice, commune.timezone).date() == on
    }


def _last_not_quiet(day: date, choice: Preferences) -> date:
    return next(day - timedelta(n) for n in range(8) if (day - timedelta(n)).isoweekday() not in choice.quiet)


def quiet_objection(quiet: frozenset[int]) -> Refusal | None:
    """Why no reminder could be sent any more."""
    return NoDayLeft() if quiet >= WEEK else None


def delay_objection(before: timedelta) -> Refusal | None:
    """Why a reminder cannot come so long before a cut-off."""
    if SHORTEST <= before <= LONGEST:
        return None
    return DelayOutOfRange(*(int(delay.total_seconds() // 60) for delay in (before, SHORTEST, LONGEST)))


def same_day_objection(hour: time, commune: Commune) -> Refusal | None:
    """Why a reminder at `hour`, on the day of a cut-off, would be useless: some cut-off is past by then."""
    earliest = earliest_cutoff(commune)
    return ReminderTooLate(hour, earliest) if hour >= earliest else None


def earliest_cutoff(commune: Commune) -> time:
    return min(limit.hour for limit in commune.cutoffs.table.values())


def delay_until_cutoff(hour: time, commune: Commune) -> timedelta:
    """How long before the earliest cut-off of the table `hour` is."""
    day = date.min
    return datetime.combine(day, earliest_cutoff(commune)) - datetime.combine(day, hour)
