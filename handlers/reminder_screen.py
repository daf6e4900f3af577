"""The screen of /rappels, one message changed in place: what comes and when, what is muted, and the keys."""

from collections.abc import Iterator
from datetime import time
from enum import IntEnum

from handlers import reminders
from handlers.buttons import RestoreReminders, Setting
from handlers.reply import Key, Reply
from handlers.visit import Visit
from locales.voice import Spoken
from models.actions import attendance, preferences
from models.actions import reminders as muting
from models.rules.rounds import KINDS, WEEK, Kind, Preferences

EVENINGS = (17, 18, 19, 20, 21)  # hours offered; any other is typed
DELAYS = (30, 60, 90, 120)  # minutes offered
PLANS = (10, 14, 18, 20)
MENUS = (7, 8, 12)


class Knob(IntEnum):
    """What a Setting turns: a screen, one of KINDS, a child, a weekday, or an hour."""

    SCREEN = 0
    KIND = 1
    CHILD = 2
    QUIET = 3
    EVENING = 4
    BEFORE = 5
    PLAN = 6
    MENUS = 7
    PRESENCE = 8  # told of every arrival and departure: 1, or 0


class Screen(IntEnum):
    MAIN = 0
    HOURS = 1
    DAYS = 2


def chosen(visit: Visit) -> Preferences:
    return preferences.of_account(visit.session, visit.person.account_id, visit.commune)


def main(visit: Visit, opening: str | None = None) -> Reply:
    """What comes and when, what is muted, and the keys."""
    choice = chosen(visit)
    muted = muting.muted_by(visit.session, visit.person.account_id)
    weeks = muting.weeks_muted(visit.session, visit.person.households, visit.today)
    watching = attendance.is_watching(visit.session, visit.person.account_id)
    lines = [opening or visit.say("reminders-title"), *(_line(kind, choice, visit) for kind in KINDS)]
    lines.append(visit.say("reminders-line", on=watching, what=Spoken(visit.say("reminders-line-presence"))))
    if choice.quiet:
        lines.append(visit.say("reminders-quiet", days=_weekdays(choice.quiet, visit)))
    lines += [visit.say("reminders-week-at-home", monday=monday) for monday in weeks]
    if muted:
        lines.append(visit.say("reminders-muted", what=Spoken(reminders.muted(muted, visit))))
    lines += [visit.say("reminders-touch"), visit.say("reminders-typed")]
    is_muted = bool(muted or weeks or choice.quiet or choice.off)
    return Reply("\n".join(lines), tuple(_main_keys(choice, muted, is_muted, visit, watching=watching)))


def _line(kind: Kind, choice: Preferences, visit: Visit) -> str:
    """A kind: whether it comes, and when."""
    minutes = int(choice.before.total_seconds() // 60)
    when = {
        "evening": choice.evening,
        "delay": Spoken(_delay(minutes, visit)),
        "plan": choice.plan,
        "menus": choice.menus,
    }
    what = visit.say(f"reminders-line-{kind}", **when)
    return visit.say("reminders-line", on=choice.wants(kind), what=Spoken(what))


def _delay(minutes: int, visit: Visit) -> str:
    hours, left = divmod(minutes, 60)
    return visit.say("delay", hours=hours, minutes=left)


def _main_keys(
    choice: Preferences, muted: list[tuple[int, int]], is_muted: bool, visit: Visit, *, watching: bool
) -> Iterator[tuple[Key, ...]]:
    kinds = [
        Key(_switch(visit.say(f"reminders-key-{kind}"), choice.wants(kind), visit), Setting(Knob.KIND, number))
        for number, kind in enumerate(KINDS)
    ]
    yield from (tuple(kinds[number : number + 2]) for number in range(0, len(kinds), 2))
    presence = _switch(visit.say("reminders-key-presence"), watching, visit)
    yield (Key(presence, Setting(Knob.PRESENCE, int(not watching))),)
    for child, name in visit.person.names.items():
        yield (Key(_switch(name, (child, 0) not in muted, visit), Setting(Knob.CHILD, child)),)
    yield (
        Key(visit.say("reminders-key-hours"), Setting(Knob.SCREEN, Screen.HOURS)),
        Key(visit.say("reminders-key-days"), Setting(Knob.SCREEN, Screen.DAYS)),
    )
    if is_muted:
        yield (Key(visit.say("reminders-restore"), RestoreReminders()),)


def _switch(label: str, on: bool, visit: Visit) -> str:
    return visit.say("switch", on=on, label=Spoken(label))


def hours(visit: Visit) -> Reply:
    """When each reminder comes: the hours offered."""
    choice = chosen(visit)
    minutes = int(choice.before.total_seconds() // 60)
    lines = [_line(kind, choice, visit) for kind in (Kind.EVENING, Kind.HOUR, Kind.PLAN, Kind.MENUS)]
    text = "\n".join([visit.say("hours-title"), *lines, visit.say("reminders-typed")])

    def key(knob: Knob, value: int, label: str, is_chosen: bool) -> Key:
        return Key(label, Setting(knob, value), "success" if is_chosen else None)

    def at(knob: Knob, hours: tuple[int, ...], chosen: time) -> tuple[Key, ...]:
        said = [visit.say(f"hours-key-{knob.name.lower()}", hour=time(hour)) for hour in hours]
        return tuple(key(knob, hour, label, time(hour) == chosen) for hour, label in zip(hours, said, strict=True))

    before = tuple(
        key(Knob.BEFORE, delay, visit.say("hours-key-before", delay=Spoken(_delay(delay, visit))), delay == minutes)
        for delay in DELAYS
    )
    menus = at(Knob.MENUS, MENUS, choice.menus)
    rows = (
        at(Knob.EVENING, EVENINGS, choice.evening),
        before[:2],
        before[2:],
        at(Knob.PLAN, PLANS, choice.plan),
        menus,
    )
    return Reply(text, (*rows, (_back(visit),)))


def days(visit: Visit) -> Reply:
    """The weekdays on which nothing is sent."""
    choice = chosen(visit)
    days = [
        Key(_switch(visit.say(f"weekday-{day}"), day not in choice.quiet, visit), Setting(Knob.QUIET, day))
        for day in sorted(WEEK)
    ]
    rows = (tuple(days[:2]), tuple(days[2:4]), tuple(days[4:5]), tuple(days[5:]))
    return Reply(visit.say("days-title"), (*rows, (_back(visit),)))


def _back(visit: Visit) -> Key:
    return Key(visit.say("reminders-back"), Setting(Knob.SCREEN, Screen.MAIN))


def _weekdays(days: frozenset[int], visit: Visit) -> list[str]:
    return [visit.say(f"weekday-{day}") for day in sorted(days)]
