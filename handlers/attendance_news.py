"""What is told of a session without being asked: its end, its summary, a child's lateness, arrivals and departures."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import canteen_screens
from handlers.attendance_keys import Sheet
from handlers.attendance_screens import session_name, who_is_left
from handlers.buttons import OpenSitting
from handlers.reply import Key, Reply
from handlers.visit import Visit
from locales.voice import Voice
from models.actions import attendance, outbox, people, roster, sittings
from models.actions.attendance import Desk, News
from models.actions.outbox import Notice
from models.rules.attendance import Entry, Expected, left_to_see, names
from models.rules.commune import Commune
from models.rules.roll_screen import Screen
from models.tables import Sitting
from models.vocabulary import Role, Stamp


def owe_due(session: Session, commune: Commune, now: datetime) -> None:
    """Ask about sessions that should be closed, close those forgotten, tell parents."""
    visit = Visit(session, commune, Voice(commune.today(now)), 0, now, now)
    found = sittings.unclosed(session, commune, now)
    if found.due and people.staff_accounts(session, Role.AGENT):
        for sitting in found.due:
            _ask(sitting, visit)
    for sitting in found.forgotten:
        _close_forgotten(sitting, visit)
    for news in attendance.to_tell(session, now):
        _tell(news, visit)
    _owe(visit)


def _close_forgotten(sitting: Sitting, visit: Visit) -> None:
    stamp = Stamp(None, visit.now)
    if sittings.has_something_to_tell(visit.session, sitting, visit.commune):
        close(Desk(visit.session, sitting, visit.commune, stamp, visit.now), visit)
    else:
        sittings.close(visit.session, sitting, stamp)


def _owe(visit: Visit) -> None:
    """What was told here, written: nobody's visit ends with it."""
    notices = [
        Notice(owed.chat_id, owed.kind, content, owed.key) for owed in visit.owed for content in owed.reply.contents()
    ]
    outbox.owe(visit.session, notices, visit.now)


# The end of a session


def _ask(sitting: Sitting, visit: Visit) -> None:
    """A quarter of an hour after its end the agents are asked, ten minutes later the mairie is told.

    Where everybody has been pointed it closes by itself then; where nobody was announced nor seen nothing is asked.
    """
    sheet = _sheet(sitting, visit)
    here, awaited = left_to_see(sheet.entries)
    if sitting not in visit.session:
        sitting = sittings.unopened(visit.session, sitting.day, sitting.service)
    if sitting.opened_at is None and not awaited:
        sitting.closed_at = visit.now
        return
    left = who_is_left(here, awaited, sheet)
    if sitting.asked_at is None:
        sitting.asked_at = visit.now
        _tell_agents(sitting, left, visit)
    elif not awaited and (not here or sheet.is_morning):
        close(Desk(visit.session, sitting, visit.commune, Stamp(None, visit.now), visit.now), visit)
    else:
        sitting.passed_on_at = visit.now
        _tell_mairie(sitting, left, visit)
    visit.session.flush()


def _sheet(sitting: Sitting, visit: Visit) -> Sheet:
    entries = roster.roster(visit.session, sitting.day, sitting.service)
    return Sheet(0, Screen(sitting.day, sitting.service), sitting, entries, names(entries), visit)


def _tell_agents(sitting: Sitting, left: Sequence[str], visit: Visit) -> None:
    name = "ask-agents" if sitting.opened_at else "ask-agents-unopened"
    text = "\n".join([visit.say(name, **_session_facts(sitting, visit)), *left])
    agents = people.staff_accounts(visit.session, Role.AGENT)
    visit.tell(agents, "sitting", Reply(text, _open_key(sitting, visit)), _key("asked", sitting))


def _tell_mairie(sitting: Sitting, left: Sequence[str], visit: Visit) -> None:
    asked = visit.commune.local(sitting.asked_at or visit.now).time()
    text = "\n".join([visit.say("pass-on", **_session_facts(sitting, visit), asked=asked), *left])
    chats = people.staff_accounts(visit.session, Role.MAIRIE)
    visit.tell(chats, "sitting", Reply(text, _open_key(sitting, visit)), _key("passed-on", sitting))


def _session_facts(sitting: Sitting, visit: Visit) -> dict[str, object]:
    closes = visit.commune.local(sittings.ends(sitting, visit.commune)).time()
    return {"session": session_name(sitting.service, visit), "day": sitting.day, "closes": closes}


def _open_key(sitting: Sitting, visit: Visit) -> tuple[tuple[Key, ...], ...]:
    return ((Key(visit.say("roll-key-open"), OpenSitting(sitting.day, sitting.service)),),)


def _key(what: str, sitting: Sitting) -> str:
    """Owed once for each end the session was given."""
    return f"sitting:{what}:{sitting.day}:{sitting.service}:{sitting.closes or ''}"


def close(desk: Desk, visit: Visit) -> bool:
    """Close the session, once, and send the mairie its summary; that of a roll again, once it was corrected.

    False where there was nothing to close.
    """
    before = desk.sitting.closed_at
    if not sittings.close(desk.session, desk.sitting, desk.stamp):
        return False
    chats = people.staff_accounts(desk.session, Role.MAIRIE)
    key = _key("summary", desk.sitting) + (f":{before:%H%M%S}" if before else "")
    visit.tell(chats, "summary", Reply("\n".join(_summary(desk.sitting, visit, again=bool(before)))), key)
    return True


def _summary(sitting: Sitting, visit: Visit, *, again: bool) -> list[str]:
    sheet, say = _sheet(sitting, visit), visit.say
    if sheet.is_canteen:
        return canteen_screens.summary(sheet, again=again)
    entries = sheet.entries
    there = [entry for entry in entries if entry.times.arrived or entry.times.left]
    here, awaited = left_to_see(entries)
    unannounced = [entry for entry in there if entry.expected is not Expected.ANNOUNCED]
    lines = [say("summary", session=session_name(sitting.service, visit), day=sitting.day, present=len(there))]
    lines += [say("summary-alone")] if sitting.closed_by is None else []
    lines += _late_lines(entries, sheet)
    parts = (("no-departure", [] if sheet.is_morning else here), ("awaited", awaited), ("unannounced", unannounced))
    lines += [say(f"summary-{name}", names=[sheet.names[e.child_id] for e in some]) for name, some in parts if some]
    return [
        *lines,
        *(say("summary-notes", name=sheet.names[e.child_id], note=e.note) for e in entries if e.note),
    ]


def _late_lines(entries: Iterable[Entry], sheet: Sheet) -> list[str]:
    visit, late = sheet.visit, [entry for entry in entries if entry.late]
    lines = [
        visit.say(
            "summary-late-line",
            name=f"{entry.first_name} {entry.last_name}",
            minutes=entry.late,
            nth=roster.lateness_this_month(visit.session, entry.child_id, sheet.sitting.day),
        )
        for entry in late
    ]
    return [visit.say("summary-late"), *lines] if lines else []


# Parents


def _tell(news: News, visit: Visit) -> None:
    """Lateness, to every guardian of the home that has the child that day; coming and going, to those who asked."""
    accounts = people.accounts_of(visit.session, [news.household_id])
    watching = attendance.watchers(visit.session, [news.household_id])
    late, presence = _of_lateness(news, visit), _of_presence(news, visit)
    key = f"attendance:{news.id}:{news.changed_at.timestamp():.0f}"
    for account_id, chat_id in accounts:
        text = late or (presence if account_id in watching else None)
        if text:
            visit.tell([chat_id], "attendance-told", Reply(text), key)


def _of_lateness(news: News, visit: Visit) -> str | None:
    """Said once; again only where the minutes changed since."""
    entry, left = news.entry, news.entry.times.left
    if entry.late == news.told_late:
        return None
    facts = {"child": entry.first_name, "day": news.day}
    if not entry.late or left is None:
        return visit.say("told-not-late", **facts)
    corrected = news.told_late or news.day != visit.commune.today(visit.now)
    name = "told-late-corrected" if corrected else "told-late"
    return visit.say(name, **facts, at=visit.commune.local(left).time(), minutes=entry.late)


def _of_presence(news: News, visit: Visit) -> str | None:
    """The newest of coming and going; what was told and taken back since is said to be."""
    times, child = news.entry.times, news.entry.first_name
    moment = times.left or times.arrived
    if news.day != visit.commune.today(visit.now) or moment == news.told_of:
        return None
    if moment is None:
        return visit.say("told-taken-back", child=child)
    name = "told-left" if times.left else "told-arrived"
    return visit.say(name, child=child, at=visit.commune.local(moment).time())
