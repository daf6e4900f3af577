"""A child's card: what stands, what was corrected, what the family told; who may fetch the child, where asked for."""

from handlers import attendance_keys
from handlers.attendance_keys import Row, Sheet
from locales.voice import Spoken
from models.actions import attendance, roster
from models.rules.attendance import Entry, Signal
from models.rules.canteen_roll import is_unbooked
from models.rules.roll_screen import Deed, RollView
from models.tables import AttendanceChange
from models.vocabulary import Diet

CHANGES_SHOWN = 3

Drawn = tuple[list[str], tuple[Row, ...]]  # lines of text, and keys


def card(sheet: Sheet) -> Drawn | None:
    """The card of the child the screen is at; None where that child is no longer there."""
    entry = next((entry for entry in sheet.entries if entry.child_id == sheet.screen.child_id), None)
    if entry is None:
        return None
    family = _family(entry, sheet) if sheet.screen.view is RollView.FAMILY else []
    lines = [_card_title(entry, sheet), *_told(entry, sheet), *_stands(entry, sheet), *_changes(entry, sheet)]
    return [*lines, *family, *_to_type(sheet)], attendance_keys.card_keys(entry, sheet)


def _card_title(entry: Entry, sheet: Sheet) -> str:
    whole = f"{entry.first_name} {entry.last_name}"
    return sheet.visit.say("card-title", name=whole, **{"class": entry.school_class or None})


def _told(entry: Entry, sheet: Sheet) -> list[str]:
    say, said = sheet.visit.say, {Signal.ABSENT: "card-signalled", Signal.NO_MEAL: "card-no-meal"}.get(entry.signal)
    plate = [say("card-diet", diet=entry.diet.value)] if sheet.is_canteen and entry.diet is not Diet.STANDARD else []
    return [*plate, *([say("card-pai")] if entry.pai else []), *([say(said)] if said else [])]


def _stands(entry: Entry, sheet: Sheet) -> list[str]:
    say, times = sheet.visit.say, entry.times
    if sheet.is_canteen:
        lines = [say("card-unbooked" if is_unbooked(entry) else "card-present")] if entry.was_there else []
    else:
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
    if sheet.is_canteen:
        return say("card-change-present")
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
