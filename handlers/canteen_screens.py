"""What an agent reads of the canteen's roll: counts, plates by diet, who was not called; what the mairie is sent."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from handlers import canteen_keys
from handlers.attendance_cards import Drawn
from handlers.attendance_keys import Sheet, legend
from locales.voice import Spoken
from models.rules.attendance import Entry
from models.rules.canteen_roll import group_of, groups, is_told_absent, is_unbooked, listed, plates, tally
from models.rules.roll_screen import LETTERS, RollView, last_page
from models.vocabulary import Diet

HOW = {RollView.LOOK: "roll-look", RollView.ABSENT: "call-how-absent", RollView.ADD: "call-how-add"}


def roll(sheet: Sheet) -> Drawn:
    """The list, or a class of it."""
    say, known = sheet.visit.say, groups(sheet.entries)
    lines = [*_heading(sheet), say(HOW.get(sheet.screen.view, "call-how"))]
    if 0 < sheet.screen.group <= len(known):
        lines.append(say("call-alone", name=canteen_keys.group_name(known[sheet.screen.group - 1], known, sheet)))
    lines += [*_page(sheet), *([] if sheet.shown else [say("call-nobody")])]
    if marks := legend(sheet):
        lines.append(say("roll-legend", marks=Spoken("  ".join(say(name) for name in marks))))
    return lines, canteen_keys.list_keys(sheet)


def _page(sheet: Sheet) -> list[str]:
    pages = last_page(sheet.chosen)
    page = min(sheet.screen.page, pages) + 1
    return [sheet.visit.say("roll-page", page=page, pages=pages + 1)] if pages else []


def _heading(sheet: Sheet) -> list[str]:
    say = sheet.visit.say
    lines = [say("call-title", day=sheet.screen.day), *_counts(sheet, "call-plates")]
    if sheet.sitting.closed_at and sheet.is_today:
        lines.append(say("call-closed", at=sheet.local(sheet.sitting.closed_at)))
    return lines


def _counts(sheet: Sheet, served: str) -> list[str]:
    say, counted = sheet.visit.say, tally(sheet.entries)
    facts = {"booked": counted.booked, "present": counted.present, "absent": counted.absent, "told": counted.told}
    lines = [say("call-counts", **facts, awaited=counted.awaited, unbooked=counted.unbooked)]
    return [*lines, *([say(served, plates=_plates(counted.plates, sheet))] if counted.plates else [])]


def _plates(counted: Mapping[Diet, int], sheet: Sheet) -> list[Spoken]:
    return [
        Spoken(sheet.visit.say("call-plate", count=count, diet=diet.value, brought=diet is Diet.PANIER))
        for diet, count in counted.items()
    ]


def _add(sheet: Sheet) -> Drawn:
    """The children who are not expected."""
    say = sheet.visit.say
    lines = [say("call-title", day=sheet.screen.day), say(HOW[RollView.ADD])]
    if sheet.screen.initial:
        lines.append(say("roll-initial", letter=LETTERS[sheet.screen.initial - 1].upper()))
    return [*lines, *_page(sheet), *([] if sheet.shown else [say("roll-nobody")])], canteen_keys.add_keys(sheet)


def _closing(sheet: Sheet) -> Drawn:
    """Who was not called, before it is sent."""
    entries = listed(sheet.entries)
    awaited = [entry for entry in entries if entry.is_awaited]
    how = [sheet.visit.say("call-how-closing")] if awaited else []
    return [*_heading(sheet), *_named(entries, sheet), *how], canteen_keys.closing_keys(awaited, sheet)


PARTS: tuple[tuple[str, Callable[[Entry], bool]], ...] = (
    ("absent", lambda entry: entry.times.absent),
    ("told", is_told_absent),
    ("unbooked", is_unbooked),
    ("awaited", lambda entry: entry.is_awaited),
)


def _named(entries: Sequence[Entry], sheet: Sheet) -> list[str]:
    """Who is absent, told absent, there without booking, not called: a line each, where there are any."""
    parts = ((name, [entry for entry in entries if belongs(entry)]) for name, belongs in PARTS)
    return [sheet.visit.say(f"call-{name}", names=_names(some, sheet)) for name, some in parts if some]


def _names(entries: Iterable[Entry], sheet: Sheet) -> list[str]:
    return [sheet.names[entry.child_id] for entry in entries]


def summary(sheet: Sheet, *, again: bool) -> list[str]:
    """What the mairie is sent: counts, plates by diet and by class, names of whoever was not as booked, notes."""
    say, entries = sheet.visit.say, listed(sheet.entries)
    lines = [say("call-summary", day=sheet.screen.day, again=again), *_counts(sheet, "call-summary-plates")]
    lines += [say("call-summary-alone")] if sheet.sitting.closed_by is None else []
    known = groups(entries)
    for group, some in groupby(entries, group_of):
        name, children = canteen_keys.group_name(group, known, sheet), list(some)
        served = plates(children)
        if served:
            lines.append(say("call-summary-class", name=name, plates=_plates(served, sheet)))
    noted = [entry for entry in entries if entry.note]
    notes = [say("summary-notes", name=sheet.names[entry.child_id], note=entry.note) for entry in noted]
    return [*lines, *_named(entries, sheet), *notes]


VIEWS: Mapping[RollView, Callable[[Sheet], Drawn]] = {RollView.ADD: _add, RollView.CLOSING: _closing}
