"""Reminders before a cut-off: what they say, and what their buttons do."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from handlers import booking, menus, planning
from handlers.buttons import AtHome, BookReminded, CancelWeek, Mute, NeverAgain, NotAtHome, NotThisTime
from handlers.reply import Key, Reply
from handlers.visit import Visit
from locales.requests import Intent, Request, Span
from locales.voice import Voice
from models.actions import booking as bookings
from models.actions import menus as menu_table
from models.actions import people, preferences, reminders
from models.actions.outbox import Notice
from models.actions.reminders import Missing
from models.rules.commune import Commune
from models.rules.rounds import Kind, Round, is_week, monday_of, open_days

Rows = Iterator[tuple[Key, ...]]


def notices(
    session: Session,
    round_: Round,
    commune: Commune,
    is_for: Callable[[int], bool],
    households: Collection[int] | None = None,
) -> Iterator[Notice]:
    """The reminders of a canteen day, for the accounts the round is for; of `households` alone, if given."""
    everybody = reminders.missing(session, round_.day, commune.calendar, households)
    missing = [one for one in everybody if is_for(one.account_id)]
    names = people.names_by_household(session, [one.household_id for one in missing])
    voice = Voice(commune.today(round_.at))
    eaten = menus.beside(menu_table.known(session, [round_.day]).get(round_.day), voice) if missing else []
    for one in missing:
        reminder = _reminder(one, round_, names[one.household_id], voice)
        yield _notice(one, round_, replace(reminder, text="\n".join([reminder.text, *eaten])), commune)


def _notice(missing: Missing, round_: Round, reply: Reply, commune: Commune) -> Notice:
    """One account's reminder; the first weeks' are owed once a school year, all others once a round."""
    year = commune.calendar.year_of(round_.day)
    once = f"season:{missing.account_id}:{year.period.first}" if missing.season and year else None
    moment = f"{round_.kind}:{missing.account_id}:{round_.day}"
    return Notice(
        missing.telegram_id,
        reminders.KIND,
        reply.contents()[0],
        key=f"reminder:{once or moment}:{missing.household_id}",
        day=round_.day,
        household_id=missing.household_id,
        useful_until=round_.until,
    )


def _reminder(missing: Missing, round_: Round, names: Mapping[int, str], voice: Voice) -> Reply:
    name = "reminder-season" if missing.season else f"reminder-{round_.kind}"
    told = [names[child] for child in missing.children]
    text = voice.say(name, children=told, day=round_.day, deadline=round_.until)
    return Reply(text, tuple(_keys(missing.children, round_.day, names, voice)))


def _keys(children: tuple[int, ...], day: date, names: Mapping[int, str], voice: Voice) -> Rows:
    for child in children:
        yield (Key(voice.say("remind-book", child=names[child]), BookReminded(day, (child,)), "success"),)
    together = BookReminded(day, children)
    if len(children) > 1 and together.fits():
        yield (Key(voice.say("remind-book-all"), together, "success"),)
    yield (
        Key(voice.say("remind-not-this-time"), NotThisTime(day)),
        Key(voice.say("remind-never"), NeverAgain(day)),
    )
    yield (Key(voice.say("remind-at-home"), AtHome(monday_of(day))),)


def book(button: BookReminded, visit: Visit) -> Reply:
    """Book at once, judged as the tap arrives."""
    names = visit.person.names
    if not set(button.children) <= set(names):
        return Reply(visit.say("stale-button"))
    who = tuple(names[child] for child in button.children)
    return booking.at_once(
        Request(Intent.BOOK, who=who, spans=(Span(button.day, button.day),), days=(button.day,)), visit
    )


def decline(button: NotThisTime, visit: Visit) -> Reply:
    """Not this time: the household is not reminded of that day again."""
    reminders.decline(visit.session, visit.person.households, button.day)
    _tell_others(Reply(visit.say("declined-by-other", who=visit.person.name, day=button.day)), visit)
    return Reply(visit.say("declined", day=button.day), in_place=True)


def _tell_others(reply: Reply, visit: Visit) -> None:
    listening = preferences.listening(visit.session, visit.person.households, Kind.OTHERS)
    visit.tell([chat for chat in listening if chat != visit.telegram_id], "declined", reply)


def ask_never(button: NeverAgain, visit: Visit) -> Reply:
    """Never again: this child, this weekday, or all."""
    weekday = button.day.isoweekday()
    children = [(Key(visit.say("mute-child", child=name), Mute(id_, 0)),) for id_, name in visit.person.names.items()]
    day = (Key(visit.say("mute-weekday", weekday=visit.say(f"weekday-{weekday}")), Mute(0, weekday)),)
    return Reply(visit.say("never-what"), (*children, day, (Key(visit.say("mute-all"), Mute(0, 0)),)))


def mute(button: Mute, visit: Visit) -> Reply:
    if button.child_id and button.child_id not in visit.person.names:
        return Reply(visit.say("stale-button"))
    if not 0 <= button.weekday <= 7:
        return Reply(visit.say("stale-button"))
    reminders.mute(visit.session, visit.person.account_id, button.child_id, button.weekday)
    return Reply(visit.say("muted", what=muted([(button.child_id, button.weekday)], visit)), in_place=True)


def muted(pairs: Iterable[tuple[int, int]], visit: Visit) -> str:
    """What (child, weekday) pairs mute, in words."""
    said = []
    for child, weekday in pairs:
        if child:
            said.append(visit.say("muted-child", child=visit.person.names.get(child, "")))
        elif weekday:
            said.append(visit.say("muted-weekday", weekday=visit.say(f"weekday-{weekday}")))
        else:
            said.append(visit.say("muted-all"))
    return visit.voice.list(said)


def stay_home(button: AtHome, visit: Visit) -> Reply:
    """Toute la semaine à la maison: its reminders are muted for the household."""
    if not is_week(button.monday, visit.today) or button.monday < monday_of(visit.today):
        return Reply(visit.say("stale-button"))
    return replace(at_home(button.monday, visit), in_place=True)


def at_home(monday: date, visit: Visit) -> Reply:
    """Mute the week, and offer to cancel what is booked in it."""
    for household in visit.person.households:
        reminders.mute_week(visit.session, household, monday)
    _tell_others(Reply(visit.say("at-home-by-other", who=visit.person.name, monday=monday)), visit)
    still = _still_booked(monday, visit)
    said = [visit.say("at-home", monday=monday), *([visit.say("at-home-booked"), *still] if still else [])]
    cancel = [(Key(visit.say("at-home-cancel"), CancelWeek(monday), "danger"),)] if still else []
    return Reply("\n".join(said), (*cancel, (Key(visit.say("at-home-restore"), NotAtHome(monday)),)))


def _still_booked(monday: date, visit: Visit) -> list[str]:
    """The days of that week still to come on which something is booked, a line each."""
    days, names = _days_ahead(monday, visit), visit.person.names
    stands = bookings.booked(visit.session, names, monday, monday + timedelta(days=6))
    by_day = {day: {meal: state for meal, state in stands.items() if meal.day == day} for day in days}
    lines = (planning.line(day, by_day[day], names, visit.voice, visit.commune) for day in days if by_day[day])
    return [line for line in lines if line]


def _days_ahead(monday: date, visit: Visit) -> tuple[date, ...]:
    return tuple(day for day in open_days(monday, visit.commune) if day > visit.today)


def cancel_week(button: CancelWeek, visit: Visit) -> Reply:
    """Cancel what is booked in the week; shown first where it is much."""
    days = _days_ahead(button.monday, visit) if is_week(button.monday, visit.today) else ()
    if not days:
        return Reply(visit.say("stale-button"))
    request = Request(Intent.CANCEL, spans=(Span(days[0], days[-1]),), days=days)
    return booking.fulfil([request], visit.origin(), visit)


def come_back(button: NotAtHome, visit: Visit) -> Reply:
    reminders.restore_week(visit.session, visit.person.households, button.monday)
    return Reply(visit.say("at-home-restored", monday=button.monday), in_place=True)
