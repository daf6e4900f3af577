"""What an agent reads: a session's list, a child's card, the end of a session; and its close, told to the mairie."""

from collections.abc import Sequence

from handlers import attendance_keys
from handlers.attendance_keys import Sheet
from handlers.reply import Key, Reply
from handlers.visit import Visit
from locales.voice import Spoken
from models.actions import attendance, roster, sittings
from models.rules.attendance import Entry, Expected, Signal, Times, left_to_see, names
from models.rules.roll_screen import LETTERS, Deed, RollView, Screen, last_page
from models.tables import AttendanceChange, Draft
from models.vocabulary import Service

KIND = "attendance"
CHANGES_SHOWN = 3
NAMES = {Service.GARDERIE_MATIN: "morning", Service.GARDERIE_SOIR: "evening"}
NO_KEYS: tuple[tuple[Key, ...], ...] = ()


def drawn(draft: Draft, screen: Screen, visit: Visit, entries: Sequence[Entry] | None = None) -> Reply:
    """The screen as things stand; `entries`: the list, if it is loaded already."""
    sheet = sheet_of(draft.id, screen, visit, entries)
    text, keys = _VIEWS[screen.view](sheet)
    return Reply("\n".join(text), keys, draft_id=draft.id)


def sheet_of(draft_id: int, screen: Screen, visit: Visit, entries: Sequence[Entry] | None = None) -> Sheet:
    sitting = sittings.open_sitting(visit.session, screen.day, screen.service, visit.stamp)
    entries = entries or roster.roster(visit.session, screen.day, screen.service)
    return Sheet(draft_id, screen, sitting, entries, names(entries), visit)


def session_name(service: Service, visit: Visit) -> str:
    return visit.say("session-morning" if service is Service.GARDERIE_MATIN else "session-evening")


Drawn = tuple[list[str], tuple[tuple[Key, ...], ...]]


def _list(sheet: Sheet) -> Drawn:
    say, screen = sheet.visit.say, sheet.screen
    lines = [*_heading(sheet), say("roll-look") if screen.view is RollView.LOOK else _how(sheet)]
    if screen.initial:
        lines.append(say("roll-initial", letter=LETTERS[screen.initial - 1].upper()))
    if pages := last_page(screen.chosen(sheet.entries)):
        lines.append(say("roll-page", page=min(screen.page, pages) + 1, pages=pages + 1))
    if not screen.shown(sheet.entries):
        lines.append(say("roll-nobody"))
    if marks := attendance_keys.legend(sheet):
        lines.append(say("roll-legend", marks=Spoken("  ".join(say(name) for name in marks))))
    return lines, attendance_keys.list_keys(sheet)


def _how(sheet: Sheet) -> str:
    return sheet.visit.say("roll-how-morning" if sheet.is_morning else "roll-how-evening")


def _heading(sheet: Sheet) -> list[str]:
    say, entries = sheet.visit.say, sheet.entries
    lines = [say("roll-title", service=NAMES[sheet.screen.service], day=sheet.screen.day, closes=sheet.ends)]
    announced = sum(entry.expected is Expected.ANNOUNCED for entry in entries)
    if sheet.is_morning:
        come = sum(bool(entry.times.arrived) for entry in entries)
        lines.append(say("roll-counts-morning", announced=announced, come=come))
    else:
        gone, late = sum(bool(entry.times.left) for entry in entries), sum(bool(entry.late) for entry in entries)
        here = sum(entry.is_here for entry in entries)
        lines.append(say("roll-counts-evening", announced=announced, here=here, gone=gone, late=late))
    if sheet.sitting.closed_at:
        lines.append(say("roll-closed", at=sheet.local(sheet.sitting.closed_at)))
    return lines


# A child's card


def _card(sheet: Sheet) -> Drawn:
    entry = next((entry for entry in sheet.entries if entry.child_id == sheet.screen.child_id), None)
    if entry is None:
        return _list(sheet)
    family = _family(entry, sheet) if sheet.screen.view is RollView.FAMILY else []
    lines = [_card_title(entry, sheet), *_told(entry, sheet), *_stands(entry, sheet), *_changes(entry, sheet)]
    return [*lines, *family, *_to_type(sheet)], attendance_keys.card_keys(entry, sheet)


def _card_title(entry: Entry, sheet: Sheet) -> str:
    whole = f"{entry.first_name} {entry.last_name}"
    return sheet.visit.say("card-title", name=whole, **{"class": entry.school_class or None})


def _told(entry: Entry, sheet: Sheet) -> list[str]:
    said = {Signal.ABSENT: "card-signalled", Signal.NO_MEAL: "card-no-meal"}.get(entry.signal)
    return [sheet.visit.say(said)] if said else []


def _stands(entry: Entry, sheet: Sheet) -> list[str]:
    say, times = sheet.visit.say, entry.times
    lines = [say("card-arrived", at=sheet.local(times.arrived))] if times.arrived else []
    lines += [say("card-left", at=sheet.local(times.left))] if times.left else []
    lines += [say("card-late", minutes=entry.late)] if entry.late else []
    lines += [say("card-absent")] if times.absent else []
    lines = lines or [say("card-nothing")]
    lines += [say("card-note", note=entry.note)] if entry.note else []
    return [*lines, *([say("card-by", name=entry.by)] if entry.by else [])]


def _changes(entry: Entry, sheet: Sheet) -> list[str]:
    """What was corrected, the newest first."""
    found = attendance.changes(sheet.visit.session, entry.child_id, sheet.sitting)[:CHANGES_SHOWN]
    return [_change(change, name, sheet) for change, name in found]


def _change(change: AttendanceChange, name: str, sheet: Sheet) -> str:
    before, after = (Spoken(_spelled(facts, sheet)) for facts in (change.before, change.after))
    at = sheet.local(change.at)
    return sheet.visit.say("card-change", at=at, name=name or None, before=before, after=after)


def _spelled(facts: dict[str, object], sheet: Sheet) -> str:
    say = sheet.visit.say
    if "times" not in facts:
        return say("card-change-note")
    times = attendance.times_from(facts["times"])
    if times.absent:
        return say("card-change-absent")
    if times.empty:
        return say("card-change-nothing")
    arrived, left = (instant and sheet.local(instant) for instant in (times.arrived, times.left))
    return say("card-change-times", arrived=arrived, left=left, both=bool(arrived and left)).strip()


def _family(entry: Entry, sheet: Sheet) -> list[str]:
    """Who may fetch the child, and whom to call; nothing else of the family's file."""
    allowed, emergency = roster.family_of(sheet.visit.session, entry.child_id)
    say, telephone = sheet.visit.say, sheet.visit.commune.telephone
    who = say("card-allowed", allowed=allowed) if allowed else say("card-no-allowed")
    call = (
        say("card-emergency", emergency=emergency)
        if emergency
        else say("card-no-emergency", telephone=telephone or None)
    )
    return [who, call]


def _to_type(sheet: Sheet) -> list[str]:
    match sheet.screen.typing:
        case Deed.TYPE:
            return [sheet.visit.say("card-type")]
        case Deed.NOTE:
            return [sheet.visit.say("card-write-note")]
    return []


# The end of a session


def _hours(sheet: Sheet) -> Drawn:
    return [*_heading(sheet), sheet.visit.say("hours-how", at=sheet.ends)], attendance_keys.hours_keys(sheet)


def _closing(sheet: Sheet) -> Drawn:
    here, awaited = left_to_see(sheet.entries)
    left = [*here, *awaited]
    how = [] if sheet.is_morning or not left else [sheet.visit.say("closing-how")]
    return [*_heading(sheet), *who_is_left(here, awaited, sheet), *how], attendance_keys.closing_keys(left, sheet)


def who_is_left(here: Sequence[Entry], awaited: Sequence[Entry], sheet: Sheet) -> list[str]:
    """Who is still here, and of whom nothing is known."""
    here = [] if sheet.is_morning else here
    parts = (("closing-here", here), ("closing-awaited", awaited))
    lines = [
        sheet.visit.say(name, names=[sheet.names[entry.child_id] for entry in some]) for name, some in parts if some
    ]
    return lines or [sheet.visit.say("closing-nobody")]


_VIEWS = {
    RollView.LIST: _list,
    RollView.LOOK: _list,
    RollView.CARD: _card,
    RollView.FAMILY: _card,
    RollView.HOURS: _hours,
    RollView.CLOSING: _closing,
}


# A word over the chat


def what_is_true(entry: Entry, screen: Screen, visit: Visit) -> str:
    """Said where a tap was on a key that no longer showed what stands."""
    what = Spoken(_what(entry.times, screen, visit))
    return visit.toast("toast-changed", name=entry.first_name, what=what, by=entry.by or None)


def _what(times: Times, screen: Screen, visit: Visit) -> str:
    if times.absent:
        return visit.toast("toast-absent")
    gone = times.left if screen.service is Service.GARDERIE_SOIR else None
    moment = gone or times.arrived
    if moment is None:
        return visit.toast("toast-nothing")
    at = visit.commune.local(moment).time()
    return visit.toast("toast-left" if gone else "toast-arrived", at=at)
