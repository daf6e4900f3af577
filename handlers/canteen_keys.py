"""The keys of the canteen's roll: children by class with their diet, all who are left, one more, the end."""

from collections.abc import Sequence
from itertools import groupby

from handlers.attendance_keys import (
    IN_A_ROW,
    Row,
    Sheet,
    back,
    is_done,
    letters,
    mark_of,
    pages,
    rows_of,
    turn,
    whole_key,
)
from handlers.buttons import CallChild, CallRest, CardDeed, TurnClass
from handlers.reply import LONGEST_LABEL, Key, Style, shorten
from locales.voice import Spoken
from models.actions.sittings import is_outdated
from models.rules.attendance import Entry
from models.rules.canteen_roll import Group, group_of, groups, listed
from models.rules.roll_screen import PAGE, Deed, RollView, Whole
from models.vocabulary import Diet

JOINED = " · "


def list_keys(sheet: Sheet) -> tuple[Row, ...]:
    """Children under the name of their class, pages, and what concerns the whole; never over a hundred keys."""
    known = groups(sheet.entries)
    rows: list[Row] = []
    for group, children in groupby(sheet.shown, group_of):
        if len(known) > 1:
            rows.append((_class_key(group, known, sheet),))
        rows += rows_of([_child(entry, sheet) for entry in children], IN_A_ROW)
    return (*rows, *pages(sheet), *_whole(sheet))


def group_name(group: Group, known: Sequence[Group], sheet: Sheet) -> str:
    """A class, with its school where there are several."""
    school, school_class = group
    several = len({school for school, _ in known}) > 1
    return sheet.visit.toast("call-class", **{"class": school_class or None}, school=school if several else None)


def _class_key(group: Group, known: Sequence[Group], sheet: Sheet) -> Key:
    """A tap shows the class alone, or all of them again."""
    number = known.index(group) + 1
    alone = sheet.screen.group == number
    facts = {"name": group_name(group, known, sheet), "count": len(listed(sheet.entries, number)), "alone": alone}
    label = shorten(sheet.visit.toast("call-key-class", **facts), LONGEST_LABEL)
    return Key(label, TurnClass(sheet.draft_id, 0 if alone else number), "primary")


def _child(entry: Entry, sheet: Sheet, *, present: bool | None = None) -> Key:
    """A child as it stands; a tap notes what the list is for, or opens its card."""
    view, service = sheet.screen.view, sheet.screen.service
    draft, id_, version = sheet.draft_id, entry.child_id, entry.version
    there = view is not RollView.ABSENT if present is None else present
    button = (
        CardDeed(draft, id_, version, Deed.OPEN) if view is RollView.LOOK else CallChild(draft, id_, version, there)
    )
    style: Style | None = "success" if is_done(entry, service) else "danger" if entry.times.absent else None
    return Key(shorten(_label(entry, sheet), LONGEST_LABEL), button, style)


def _label(entry: Entry, sheet: Sheet) -> str:
    """Mark, name, diet where it is not the standard one, PAI; of a child to be added its class first."""
    say = sheet.visit.toast
    own = [entry.school_class] if sheet.screen.view is RollView.ADD and entry.school_class else []
    diet = [] if entry.diet is Diet.STANDARD else [entry.diet.value]
    more = [*own, *diet, *([say("card-pai")] if entry.pai else [])]
    name = Spoken(JOINED.join([sheet.names[entry.child_id], *more]))
    return say("roll-key", mark=mark_of(entry, sheet.screen.service), name=name)


def _whole(sheet: Sheet) -> list[Row]:
    say, view = sheet.visit.say, sheet.screen.view
    absent = view is RollView.ABSENT
    mode = _view(sheet, say("call-key-mark-present" if absent else "call-key-mark-absent"), _other(view))
    look = _view(sheet, say("roll-key-point" if view is RollView.LOOK else "roll-key-look"), _looking(view))
    add = turn(sheet, say("call-key-add"), 0, 0, RollView.ADD)
    end = turn(sheet, say("call-key-end"), 0, sheet.screen.page, RollView.CLOSING)
    return [*_rest(sheet), (mode, look), (add, end)]


def _view(sheet: Sheet, name: str, view: RollView) -> Key:
    return turn(sheet, name, 0, sheet.screen.page, view)


def _other(view: RollView) -> RollView:
    return RollView.LIST if view is RollView.ABSENT else RollView.ABSENT


def _looking(view: RollView) -> RollView:
    return RollView.LIST if view is RollView.LOOK else RollView.LOOK


def _rest(sheet: Sheet) -> list[Row]:
    """All not called yet are there: of the class shown, else of all."""
    group = sheet.screen.group
    count = sum(entry.is_awaited for entry in listed(sheet.entries, group))
    name = sheet.visit.say("call-key-rest", count=count)
    return [(Key(name, CallRest(sheet.draft_id, group, count), "success"),)] if count else []


def add_keys(sheet: Sheet) -> tuple[Row, ...]:
    """The children who are not on the list, to be found by letter."""
    children = [_child(entry, sheet) for entry in sheet.shown]
    return (*rows_of(children, IN_A_ROW), *letters(sheet), *pages(sheet), back(sheet))


def closing_keys(awaited: Sequence[Entry], sheet: Sheet) -> tuple[Row, ...]:
    """Whoever has not been called, and the end."""
    children = [_child(entry, sheet, present=True) for entry in awaited[:PAGE]]
    return (*rows_of(children, IN_A_ROW), *_send(sheet), back(sheet))


def _send(sheet: Sheet) -> list[Row]:
    """What sends the summary, or its correction; not of a day past, which the mairie corrects itself."""
    again = is_outdated(sheet.visit.session, sheet.sitting)
    if not sheet.is_today or (sheet.sitting.closed_at and not again):
        return []
    return [(whole_key(sheet, sheet.visit.say("call-key-send", again=again), Whole.CLOSE),)]
