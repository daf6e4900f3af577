"""What an agent reads: a session's list, a child's card, the end of a session, who is left."""

from collections.abc import Sequence

from handlers import attendance_keys, canteen_screens
from handlers.attendance_cards import Drawn, card
from handlers.attendance_keys import Sheet
from handlers.reply import Reply
from handlers.visit import Visit
from locales.voice import Spoken
from models.actions import roster, sittings
from models.rules.attendance import Entry, Expected, Times, left_to_see, names
from models.rules.roll_screen import LETTERS, RollView, Screen, last_page
from models.tables import Draft
from models.vocabulary import ScreenKind, Service

KIND = ScreenKind.ROLL
CARDS = (RollView.CARD, RollView.FAMILY)
NAMES = {Service.GARDERIE_MATIN: "morning", Service.GARDERIE_SOIR: "evening"}
SESSIONS = {
    Service.GARDERIE_MATIN: "session-morning",
    Service.GARDERIE_SOIR: "session-evening",
    Service.CANTINE: "session-canteen",
}


def drawn(draft: Draft, screen: Screen, visit: Visit, entries: Sequence[Entry] | None = None) -> Reply:
    """The screen as things stand; `entries`: the list, if it is loaded already."""
    sheet = sheet_of(draft.id, screen, visit, entries)
    views, usual = (canteen_screens.VIEWS, canteen_screens.roll) if sheet.is_canteen else (_VIEWS, _list)
    text, keys = (card(sheet) if screen.view in CARDS else None) or views.get(screen.view, usual)(sheet)
    return Reply("\n".join(text), keys, draft_id=draft.id)


def sheet_of(draft_id: int, screen: Screen, visit: Visit, entries: Sequence[Entry] | None = None) -> Sheet:
    sitting = sittings.open_sitting(visit.session, screen.day, screen.service, visit.stamp)
    entries = entries or roster.roster(visit.session, screen.day, screen.service)
    return Sheet(draft_id, screen, sitting, entries, names(entries), visit)


def session_name(service: Service, visit: Visit) -> str:
    return visit.say(SESSIONS[service])


def _list(sheet: Sheet) -> Drawn:
    say, screen = sheet.visit.say, sheet.screen
    lines = [*_heading(sheet), say("roll-look") if screen.view is RollView.LOOK else _how(sheet)]
    if screen.initial:
        lines.append(say("roll-initial", letter=LETTERS[screen.initial - 1].upper()))
    if pages := last_page(sheet.chosen):
        lines.append(say("roll-page", page=min(screen.page, pages) + 1, pages=pages + 1))
    if not sheet.shown:
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
    if screen.service is Service.CANTINE:
        return visit.toast("toast-present")
    at = visit.commune.local(moment).time()
    return visit.toast("toast-left" if gone else "toast-arrived", at=at)
