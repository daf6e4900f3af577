"""The keys of a session's list, of a child's card, of the end of a session: what they look like, what a tap says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from handlers.buttons import CardDeed, PointChild, ShiftTime, SittingDeed, TurnList
from handlers.reply import LONGEST_LABEL, Key, shorten
from handlers.visit import Visit
from models.actions.sittings import ends
from models.rules.attendance import Entry, Expected, Signal, moment_of, not_there
from models.rules.canteen_roll import in_view, is_unbooked
from models.rules.roll_screen import LETTERS, PAGE, Deed, RollView, Screen, Whole, initials, last_page
from models.tables import Sitting
from models.vocabulary import Service

Row = tuple[Key, ...]
IN_A_ROW = 2  # children; with a third, phones cut the hours off their names
LETTERS_IN_A_ROW = 8
SEARCHED = 15  # children: beyond, letters are offered
SHIFTS = (-5, -1, 1, 5)  # minutes
LISTS = (RollView.LOOK, RollView.ABSENT, RollView.ADD)  # ways to look at the list: its pages keep them
LATE, GONE, HERE, NOT_THERE, TOLD_ABSENT, NO_MEAL, USUAL = "⏰ ", "✅ ", "🟢 ", "❌ ", "🤒 ", "🍽 ", "◦ "
UNBOOKED = "➕ "
EXPLAINED = {
    HERE: "roll-mark-here",
    NOT_THERE: "roll-mark-not-there",
    TOLD_ABSENT: "roll-mark-absent",
    NO_MEAL: "roll-mark-no-meal",
    USUAL: "roll-mark-usual",
    UNBOOKED: "roll-mark-unbooked",
}


@dataclass(frozen=True)
class Sheet:
    """What an open list is drawn from; `names` by child."""

    draft_id: int
    screen: Screen
    sitting: Sitting
    entries: Sequence[Entry]
    names: Mapping[int, str]
    visit: Visit

    @property
    def is_morning(self) -> bool:
        return self.screen.service is Service.GARDERIE_MATIN

    @property
    def is_canteen(self) -> bool:
        return self.screen.service is Service.CANTINE

    @property
    def is_today(self) -> bool:
        return self.screen.day == self.visit.commune.today(self.visit.now)

    @property
    def chosen(self) -> list[Entry]:
        """The children this view is about, all its pages."""
        return in_view(self.screen, self.entries) if self.is_canteen else self.screen.chosen(self.entries)

    @property
    def shown(self) -> list[Entry]:
        return self.screen.on_page(self.chosen)

    def local(self, instant: datetime) -> time:
        return self.visit.commune.local(instant).time()

    @property
    def ends(self) -> time:
        return self.local(ends(self.sitting, self.visit.commune))


def mark_of(entry: Entry, service: Service) -> str:
    """What stands, else what the parents told, else how expected."""
    if entry.times.absent:
        return NOT_THERE
    if service is Service.CANTINE and is_unbooked(entry):
        return UNBOOKED
    if entry.times.left or (entry.times.arrived and service is not Service.GARDERIE_SOIR):
        return LATE if entry.late else GONE
    if entry.times.arrived:
        return HERE
    if entry.signal is not Signal.NONE:
        return TOLD_ABSENT if entry.signal is Signal.ABSENT else NO_MEAL
    return USUAL if entry.expected is Expected.USUAL else ""


def legend(sheet: Sheet) -> list[str]:
    """The names of the sentences that explain the marks shown, each once."""
    marks = (mark_of(entry, sheet.screen.service) for entry in sheet.shown)
    return list(dict.fromkeys(EXPLAINED[mark] for mark in marks if mark in EXPLAINED))


def list_keys(sheet: Sheet) -> tuple[Row, ...]:
    """Children, letters, pages, and what concerns the whole session; never over a hundred keys."""
    children = [_child(entry, sheet) for entry in sheet.shown]
    return (*rows_of(children, IN_A_ROW), *letters(sheet), *pages(sheet), *_whole(sheet))


def _child(entry: Entry, sheet: Sheet, *, opens: bool | None = None) -> Key:
    service, draft, id_ = sheet.screen.service, sheet.draft_id, entry.child_id
    looking = sheet.screen.view is RollView.LOOK if opens is None else opens
    button = CardDeed(draft, id_, entry.version, Deed.OPEN) if looking else PointChild(draft, id_, entry.version)
    return Key(shorten(_label(entry, sheet), LONGEST_LABEL), button, "success" if is_done(entry, service) else None)


def is_done(entry: Entry, service: Service) -> bool:
    """Whether a child has come, in the morning or to the meal, or gone, in the evening."""
    return mark_of(entry, service) in (GONE, LATE, UNBOOKED)


def _label(entry: Entry, sheet: Sheet) -> str:
    say, service = sheet.visit.toast, sheet.screen.service
    mark, name = mark_of(entry, service), sheet.names[entry.child_id]
    if moment := moment_of(entry.times, service):
        return say("roll-key-timed", mark=mark, name=name, at=sheet.local(moment))
    if entry.expected is Expected.OTHER and entry.school_class and not mark:
        return say("roll-key-class", mark=mark, name=name, **{"class": entry.school_class})
    return say("roll-key", mark=mark, name=name)


def letters(sheet: Sheet) -> list[Row]:
    """The letters names begin with, to find a child among many."""
    if len(sheet.entries) <= SEARCHED:
        return []
    used = set().union(*map(initials, sheet.entries))
    chosen = sheet.screen.initial
    keys = [
        turn(sheet, sheet.visit.say("key-chosen", name=letter.upper()) if number == chosen else letter.upper(), number)
        for number, letter in enumerate(LETTERS, 1)
        if letter in used
    ]
    return rows_of([*([turn(sheet, sheet.visit.say("roll-key-all"), 0)] if chosen else []), *keys], LETTERS_IN_A_ROW)


def pages(sheet: Sheet) -> list[Row]:
    last = last_page(sheet.chosen)
    page, initial = min(sheet.screen.page, last), sheet.screen.initial
    before = [turn(sheet, sheet.visit.say("roll-key-before"), initial, page - 1)] if page else []
    after = [turn(sheet, sheet.visit.say("roll-key-after"), initial, page + 1)] if page < last else []
    return [(*before, *after)] if last else []


def turn(sheet: Sheet, name: str, initial: int, page: int = 0, view: RollView | None = None) -> Key:
    kept = sheet.screen.view if sheet.screen.view in LISTS else RollView.LIST
    return Key(name, TurnList(sheet.draft_id, page, initial, view or kept))


def _whole(sheet: Sheet) -> list[Row]:
    say, screen = sheet.visit.say, sheet.screen
    looking = screen.view is RollView.LOOK
    other = RollView.LIST if looking else RollView.LOOK
    look = say("roll-key-point" if looking else "roll-key-look")
    all_here = [] if sheet.is_morning else [whole_key(sheet, say("roll-key-all-here"), Whole.ALL_HERE)]
    hours = turn(sheet, say("roll-key-hours", at=sheet.ends), screen.initial, screen.page, RollView.HOURS)
    close = turn(sheet, say("roll-key-close"), screen.initial, screen.page, RollView.CLOSING)
    return [(turn(sheet, look, screen.initial, screen.page, other), *all_here), (hours, close)]


def whole_key(sheet: Sheet, name: str, deed: Whole, minutes: int = 0) -> Key:
    return Key(name, SittingDeed(sheet.draft_id, deed, minutes))


def back(sheet: Sheet) -> Row:
    return (turn(sheet, sheet.visit.say("roll-key-list"), sheet.screen.initial, sheet.screen.page, RollView.LIST),)


def card_keys(entry: Entry, sheet: Sheet) -> tuple[Row, ...]:
    """Under a child's card: its time shifted or typed, the rest of what may be noted."""
    rows = []
    if moment_of(entry.times, sheet.screen.service) and not sheet.is_canteen:
        rows += [tuple(_shift(entry, minutes, sheet) for minutes in SHIFTS)]
    deeds = [(_say_deed(deed, sheet), deed) for deed in _deeds(entry, sheet)]
    keys = [Key(name, CardDeed(sheet.draft_id, entry.child_id, entry.version, deed)) for name, deed in deeds]
    return (*rows, *rows_of(keys, 2), back(sheet))


def _deeds(entry: Entry, sheet: Sheet) -> Iterable[Deed]:
    times = entry.times
    if not sheet.is_canteen:
        yield Deed.TYPE
    if not times.arrived:
        yield Deed.ARRIVED
    if not times.left and not sheet.is_canteen:
        yield Deed.LEFT
    if not times.absent and not_there(entry, sheet.screen.service).absent:
        yield Deed.ABSENT
    if not times.empty:
        yield Deed.CANCEL
    yield Deed.NOTE
    if sheet.screen.view is not RollView.FAMILY:
        yield Deed.FAMILY


DEEDS = {
    Deed.TYPE: "roll-key-type",
    Deed.ARRIVED: "roll-key-arrived",
    Deed.LEFT: "roll-key-left",
    Deed.ABSENT: "roll-key-absent",
    Deed.CANCEL: "roll-key-cancel",
    Deed.NOTE: "roll-key-note",
    Deed.FAMILY: "roll-key-family",
}


def _say_deed(deed: Deed, sheet: Sheet) -> str:
    here = sheet.is_canteen and deed is Deed.ARRIVED
    return sheet.visit.say("call-key-present" if here else DEEDS[deed])


def _shift(entry: Entry, minutes: int, sheet: Sheet) -> Key:
    name = sheet.visit.say("roll-key-plus" if minutes > 0 else "roll-key-minus", minutes=abs(minutes))
    return Key(name, ShiftTime(sheet.draft_id, entry.child_id, entry.version, minutes))


def hours_keys(sheet: Sheet) -> tuple[Row, ...]:
    """The end of the session, earlier or later; each key says the hour itself, so that two taps are one."""
    now = sheet.ends.hour * 60 + sheet.ends.minute
    hours = [minutes for shift in (-30, -15, 15, 30) if 0 <= (minutes := now + shift) < 24 * 60]
    keys = [
        whole_key(sheet, sheet.visit.say("roll-key-end", at=time(*divmod(minutes, 60))), Whole.END, minutes)
        for minutes in hours
    ]
    return (tuple(keys), (whole_key(sheet, sheet.visit.say("roll-key-as-usual"), Whole.END_AS_USUAL),), back(sheet))


def closing_keys(left: Sequence[Entry], sheet: Sheet) -> tuple[Row, ...]:
    """Whoever is still to be pointed, and Clore."""
    children = [_child(entry, sheet, opens=False) for entry in left[:PAGE]]
    close = whole_key(sheet, sheet.visit.say("roll-key-close-now", count=len(left)), Whole.CLOSE)
    return (*rows_of(children, IN_A_ROW), (close,), back(sheet))


def rows_of(keys: Sequence[Key], width: int) -> list[Row]:
    return [tuple(keys[at : at + width]) for at in range(0, len(keys), width)]


def end_from(minutes: int) -> time | None:
    """The hour a key says, in minutes after midnight; None for a forged one."""
    return time(*divmod(minutes, 60)) if 0 <= minutes < 24 * 60 else None
