"""The grid of a usual week: opened for one child or all, changed tap by tap, kept by Valider."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers import as_usual, booking, usual_words
from handlers.buttons import Abandon, EditUsual, KeepUsual, SetUsual
from handlers.reply import Key, Reply, Style
from handlers.visit import Visit
from models.actions import drafts, people, usual_week
from models.actions.booking import Origin
from models.rules.people import Pupil
from models.rules.usual_week import Cell, Habits, Mark, mark_of, next_mark, seen_from, weeks_here, with_mark
from models.tables import Draft
from models.vocabulary import ScreenKind, Service

KIND = ScreenKind.USUAL_WEEK
STYLES: dict[Mark, Style] = {Mark.EVERY: "success", Mark.EVEN: "primary", Mark.ODD: "primary"}


@dataclass(frozen=True, slots=True)
class Screen:
    """An open grid: for which children, what stood when it was opened, and what is wanted instead."""

    draft: Draft
    pupils: dict[int, Pupil]
    before: Habits
    wanted: Habits


def edit(button: EditUsual, visit: Visit) -> Reply:
    """The grid of one child, or of all, in place of the page."""
    pupils = {id_: pupil for id_, pupil in visit.person.pupils.items() if button.child_id in (0, id_)}
    if not pupils:
        return Reply(visit.say("stale-button"))
    habits = usual_week.load(visit.session, pupils)
    return replace(open_grid(pupils, habits, habits, visit.origin(), visit), in_place=True)


def open_grid(
    pupils: dict[int, Pupil], before: Habits, wanted: Habits, origin: Origin, visit: Visit, notes: Sequence[str] = ()
) -> Reply:
    before, wanted = seen_from(before, pupils), seen_from(wanted, pupils)
    payload = {"children": list(pupils), "before": usual_week.pack(before), "wanted": usual_week.pack(wanted)}
    draft = drafts.open_draft(visit.session, visit.telegram_id, KIND, payload, origin)
    return _grid(Screen(draft, pupils, before, wanted), visit, notes)


def look(draft_id: int, visit: Visit) -> Screen | None:
    """The grid, if it is this person's and still open; of its children those who are still theirs."""
    draft = drafts.look(visit.session, draft_id, visit.telegram_id, KIND)
    if draft is None:
        return None
    known = visit.person.pupils
    pupils = {id_: known[id_] for id_ in draft.payload["children"] if id_ in known}
    before, wanted = (seen_from(usual_week.unpack(draft.payload[name]), pupils) for name in ("before", "wanted"))
    return Screen(draft, pupils, before, wanted)


def put(button: SetUsual, visit: Visit) -> Reply:
    """A tap in the grid puts there what its key showed would come next."""
    screen = look(button.draft_id, visit)
    if screen is None:
        return replace(usual_words.page(visit, visit.say("usual-stale")), in_place=True)
    if button.mark is Mark.MIXED or button.weekday not in visit.commune.calendar.weekdays:
        return Reply(visit.say("stale-button"))
    if changed := _changed_meanwhile(screen, visit):
        return changed
    cell, pupils = Cell(button.service, button.weekday), list(screen.pupils.values())
    expected = (next_mark(screen.wanted, cell, pupils), mark_of(screen.wanted, cell, pupils))
    notes = [] if button.mark in expected else [visit.say("usual-old-screen")]
    wanted = with_mark(screen.wanted, cell, button.mark, pupils)
    return replace(_grid(_rewrite(screen, screen.before, wanted), visit, notes), in_place=True)


def _changed_meanwhile(screen: Screen, visit: Visit) -> Reply | None:
    """The truth in place of a grid that began from something else; None where nothing has changed."""
    usual_week.hold(visit.session, screen.pupils)
    truth = usual_week.load(visit.session, screen.pupils)
    if truth == screen.before:
        return None
    return replace(_grid(_rewrite(screen, truth, truth), visit, [visit.say("usual-changed-meanwhile")]), in_place=True)


def rewritten(screen: Screen, wanted: Habits, visit: Visit, notes: Sequence[str]) -> Reply:
    """The grid with something else wanted in it, as a message of its own."""
    if changed := _changed_meanwhile(screen, visit):
        return replace(changed, in_place=False)
    return _grid(_rewrite(screen, screen.before, wanted), visit, notes)


def _rewrite(screen: Screen, before: Habits, wanted: Habits) -> Screen:
    packed = {"before": usual_week.pack(before), "wanted": usual_week.pack(wanted)}
    screen.draft.payload = {**screen.draft.payload, **packed}
    return replace(screen, before=before, wanted=wanted)


def keep(button: KeepUsual, visit: Visit) -> Reply:
    """Valider: kept, told to the other guardians, and what is booked ahead offered to be adapted."""
    screen = look(button.draft_id, visit)
    if screen is None:
        return replace(usual_words.page(visit, visit.say("usual-stale")), in_place=True)
    if changed := _changed_meanwhile(screen, visit):
        return changed
    drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now, KIND)
    if screen.wanted == screen.before:
        return replace(usual_words.page(visit, visit.say("usual-unchanged")), in_place=True)
    usual_week.keep(visit.session, screen.wanted, screen.pupils, visit.stamp)
    _tell_others(screen, visit)
    kept = "\n".join([visit.say("usual-kept"), *usual_words.describe(screen.wanted, screen.pupils, visit)])
    reply = as_usual.adapt(screen.before, screen.wanted, visit, kept)
    return replace(reply or usual_words.page(visit, visit.say("usual-kept")), in_place=True)


def _tell_others(screen: Screen, visit: Visit) -> None:
    """The other guardians of each household hear of the weeks in which it has the child, and of no others."""
    for home in visit.person.households:
        here = {
            id_: Pupil(id_, pupil.first_name, pupil.last_name, homes)
            for id_, pupil in screen.pupils.items()
            if (homes := tuple(one for one in pupil.homes if one[0] == home))
        }
        old, new = seen_from(screen.before, here), seen_from(screen.wanted, here)
        changed = [id_ for id_ in here if any(habit.child_id == id_ for habit in old ^ new)]
        if changed:
            chats = [chat for _, chat in people.accounts_of(visit.session, [home]) if chat != visit.telegram_id]
            said = [visit.say("usual-by-other", who=visit.person.name), *usual_words.describe(new, changed, visit)]
            visit.tell(chats, KIND, Reply("\n".join(said)))


def _grid(screen: Screen, visit: Visit, notes: Sequence[str] = ()) -> Reply:
    """What is wanted in words, the keys weekday by weekday, and how to read them."""
    title = visit.say("usual-grid-title", children=[visit.person.names[id_] for id_ in screen.pupils])
    wanted = usual_words.describe(screen.wanted, screen.pupils, visit)
    parts = [*notes, "\n".join([title, *wanted]), *_before(screen, visit), _legend(screen, visit)]
    if screen.wanted != screen.before:
        parts.append(visit.say("recap-not-yet"))
    validate_key = Key(visit.say("button-validate"), KeepUsual(screen.draft.id), "success")
    decide = (validate_key, Key(visit.say("button-abandon"), Abandon(screen.draft.id)))
    rows = (_row(weekday, screen, visit) for weekday in sorted(visit.commune.calendar.weekdays))
    reply = Reply("\n\n".join(parts), (*rows, decide))
    drafts.keep_screen(screen.draft, reply.contents())
    booking.remember((), visit, draft_id=screen.draft.id)
    return reply


def _row(weekday: int, screen: Screen, visit: Visit) -> tuple[Key, ...]:
    return tuple(_key(Cell(service, weekday), screen, visit) for service in Service)


def _key(cell: Cell, screen: Screen, visit: Visit) -> Key:
    pupils = list(screen.pupils.values())
    mark, then = (find(screen.wanted, cell, pupils) for find in (mark_of, next_mark))
    facts = {"weekday": cell.weekday, "service": cell.service.value, "mark": mark.name}
    return Key(
        visit.say("usual-key", **facts), SetUsual(screen.draft.id, cell.service, cell.weekday, then), STYLES.get(mark)
    )


def _before(screen: Screen, visit: Visit) -> list[str]:
    """What stands until Valider, for the children of whom it differs."""
    changed = [id_ for id_ in screen.pupils if any(habit.child_id == id_ for habit in screen.before ^ screen.wanted)]
    lines = usual_words.describe(screen.before, changed, visit)
    return ["\n".join([visit.say("usual-before"), *lines])] if changed else []


def _legend(screen: Screen, visit: Visit) -> str:
    """What the marks mean, whether this week is even, and whose weeks are only every other one."""
    number = visit.today.isocalendar().week
    mixed = [visit.say("usual-legend-mixed")] if len(screen.pupils) > 1 else []
    lines = [visit.say("usual-legend"), *mixed, visit.say("usual-this-week", number=number, parity=number % 2)]
    for id_, pupil in screen.pupils.items():
        weeks = weeks_here(pupil)
        if len(weeks) == 1:
            (parity,) = weeks
            lines.append(visit.say("usual-part-time", child=visit.person.names[id_], weeks=parity))
    return "\n".join(lines)
