"""Reminders before a cut-off: to whom they are owed, what they say, and what their buttons do."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import booking
from handlers.buttons import BookReminded, Mute, NeverAgain, NotThisTime, RestoreReminders
from handlers.reply import Key, Reply
from handlers.visit import Visit
from locales.requests import Intent, Request, Span
from locales.voice import Voice
from models.actions import people, reminders
from models.actions.outbox import Notice, owe
from models.actions.reminders import Missing
from models.rules.commune import Commune
from models.rules.reminders import Round


def owe_due(session: Session, commune: Commune, now: datetime) -> int:
    """Write the reminders whose hour has come, once; returns how many rounds were owed."""
    rounds = reminders.rounds_to_owe(session, commune, now)
    for round_ in rounds:
        voice = Voice(commune.today(now))
        missing = reminders.missing(session, round_.day, commune.calendar)
        owe(session, [_notice(session, one, round_, voice, commune) for one in missing], now)
        reminders.mark_owed(session, round_, now)
    return len(rounds)


def _notice(session: Session, missing: Missing, round_: Round, voice: Voice, commune: Commune) -> Notice:
    """One account's reminder; the first weeks' are owed once a school year, all others once a round."""
    moment = f"reminder:{round_.moment}:{missing.account_id}:{round_.day}"
    year = commune.calendar.year_of(round_.day)
    return Notice(
        missing.telegram_id,
        reminders.KIND,
        _reminder(session, missing, round_, voice).contents()[0],
        key=f"reminder:season:{missing.account_id}:{year.period.first}" if missing.season and year else moment,
        day=round_.day,
        household_id=missing.household_id,
        useful_until=round_.deadline,
    )


def _reminder(session: Session, missing: Missing, round_: Round, voice: Voice) -> Reply:
    names = {pupil.id: pupil.first_name for pupil in people.pupils_of(session, [missing.household_id])}
    told = [names[child] for child in missing.children]
    name = "reminder-season" if missing.season else f"reminder-{round_.moment}"
    text = voice.say(name, children=told, day=round_.day, deadline=round_.deadline)
    book = [
        (Key(voice.say("remind-book", child=names[child]), BookReminded(round_.day, child), "success"),)
        for child in missing.children
    ]
    everybody = (Key(voice.say("remind-book-all"), BookReminded(round_.day, 0), "success"),)
    no = (
        Key(voice.say("remind-not-this-time"), NotThisTime(round_.day)),
        Key(voice.say("remind-never"), NeverAgain(round_.day)),
    )
    return Reply(text, (*book, *((everybody,) if len(book) > 1 else ()), no))


def book(button: BookReminded, visit: Visit) -> Reply:
    """Book at once, judged as the tap arrives."""
    names = visit.person.names
    who = (names[button.child_id],) if button.child_id in names else tuple(names.values())
    if button.child_id and button.child_id not in names:
        return Reply(visit.say("stale-button"))
    request = Request(Intent.BOOK, who=who, spans=(Span(button.day, button.day),), days=(button.day,))
    return booking.fulfil([request], visit.origin(), visit)


def decline(button: NotThisTime, visit: Visit) -> Reply:
    """Not this time: the household is not reminded of that day again."""
    reminders.decline(visit.session, visit.person.households, button.day)
    accounts = people.accounts_of(visit.session, visit.person.households)
    others = [chat for _, chat in accounts if chat != visit.telegram_id]
    visit.tell(others, "declined", Reply(visit.say("declined-by-other", who=visit.person.name, day=button.day)))
    return Reply(visit.say("declined", day=button.day), in_place=True)


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
    return Reply(visit.say("muted", what=_muted([(button.child_id, button.weekday)], visit)), in_place=True)


def show(_text: str, visit: Visit) -> Reply:
    """/rappels: when they come, what is muted, and how to have it back."""
    hours = visit.commune.reminders
    minutes = int(hours.before.total_seconds() // 60)
    text = visit.say("reminders-on", evening=hours.evening, minutes=minutes)
    muted = reminders.muted_by(visit.session, visit.person.account_id)
    if not muted:
        return Reply(text)
    restore = Key(visit.say("reminders-restore"), RestoreReminders())
    return Reply("\n".join([text, visit.say("reminders-muted", what=_muted(muted, visit))]), ((restore,),))


def restore(_button: RestoreReminders, visit: Visit) -> Reply:
    reminders.restore(visit.session, visit.person.account_id)
    return Reply(visit.say("reminders-restored"), in_place=True)


def _muted(muted: Iterable[tuple[int, int]], visit: Visit) -> str:
    said = []
    for child, weekday in muted:
        if child:
            said.append(visit.say("muted-child", child=visit.person.names.get(child, "")))
        elif weekday:
            said.append(visit.say("muted-weekday", weekday=visit.say(f"weekday-{weekday}")))
        else:
            said.append(visit.say("muted-all"))
    return visit.voice.list(said)
