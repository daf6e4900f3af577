"""An agent's list: one message to tap on; whatever is tapped is written, and every list open on a phone shows it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from handlers import attendance_news, attendance_screens
from handlers.attendance_keys import SHIFTS, end_from, is_done
from handlers.attendance_screens import KIND
from handlers.buttons import CallChild, CardDeed, OpenSitting, PointChild, ShiftTime, SittingDeed, TurnList
from handlers.reply import Reply
from handlers.visit import Visit
from models.actions import attendance, billing, context, drafts, people, roster, sittings
from models.actions.attendance import Desk
from models.rules.attendance import (
    Entry,
    Times,
    hours_of,
    is_running,
    moment,
    moment_of,
    not_theirs,
    not_there,
    pointed,
)
from models.rules.roll_screen import Deed, RollView, Screen, Whole
from models.tables import Draft
from models.vocabulary import Role, Service

Tap = PointChild | ShiftTime | CardDeed | CallChild


def open_at(button: OpenSitting, visit: Visit) -> Reply:
    return open_list(button.day, button.service, visit)


def open_list(day: date, service: Service, visit: Visit) -> Reply:
    """The list of a session, opened; raises a Refusal where there is no school, no session, or it is not theirs."""
    _check(day, service, visit)
    if closed := visit.commune.calendar.objection(day):
        raise closed
    sittings.open_sitting(visit.session, day, service, visit.stamp)
    return _shown(_draft_of(day, service, visit), Screen(day, service), visit)


def _draft_of(day: date, service: Service, visit: Visit) -> Draft:
    """The agent's open list of that session; of another one it is closed, that no key of its message points here."""
    draft = drafts.last_open(visit.session, visit.telegram_id, KIND)
    if draft:
        screen = Screen.unpack(draft.payload)
        if (screen.day, screen.service) == (day, service):
            return draft
        drafts.take(visit.session, draft.id, visit.telegram_id, visit.now, KIND)
    return drafts.open_draft(visit.session, visit.telegram_id, KIND, Screen(day, service).pack(), visit.origin())


def _check(day: date, service: Service, visit: Visit) -> None:
    if service is not Service.CANTINE:
        hours_of(visit.commune, service, day)
    if no := not_theirs(visit.person.roles, day, visit.commune.today(visit.now)):
        raise no


def desk(screen: Screen, visit: Visit) -> Desk:
    """Where what is tapped or said is written; raises a Refusal where it is not theirs to write."""
    _check(screen.day, screen.service, visit)
    sitting = sittings.open_sitting(visit.session, screen.day, screen.service, visit.stamp)
    return Desk(visit.session, sitting, visit.commune, visit.stamp, visit.instant)


# Taps


def turn(button: TurnList, visit: Visit) -> Reply:
    """Another page, a letter, the cards, the end of the session."""
    found = find(button.draft_id, visit)
    if found is None:
        return Reply(visit.say("roll-stale"))
    draft, screen = found
    page, initial = max(0, min(button.page, 99)), button.initial if 0 <= button.initial <= 26 else 0
    turned = replace(screen, page=page, initial=initial, view=button.view, child_id=0, typing=None)
    return in_place(draft, turned, visit)


def point(button: PointChild, visit: Visit) -> Reply:
    """A child: pointed now; one that is pointed shows its card. On an old list it changes nothing, and says so."""

    def act(entry: Entry, draft: Draft, screen: Screen) -> Reply:
        if entry.times.absent or is_done(entry, screen.service):
            return in_place(draft, replace(screen, view=RollView.CARD, child_id=entry.child_id), visit)
        return write(entry, pointed(entry.times, screen.service, now(screen, visit)), draft, screen, visit)

    return on_child(button, act, visit)


def now(screen: Screen, visit: Visit) -> datetime:
    """When what is tapped was."""
    return moment(visit.commune, screen.service, screen.day, visit.instant)


def shift(button: ShiftTime, visit: Visit) -> Reply:
    """The time that matters, some minutes earlier or later."""

    def act(entry: Entry, draft: Draft, screen: Screen) -> Reply:
        movable = moment_of(entry.times, screen.service) and screen.service is not Service.CANTINE
        if not movable or button.minutes not in SHIFTS:
            return Reply(visit.say("roll-stale"))
        times = moved(entry.times, button.minutes, screen.service)
        return write(entry, times, draft, screen, visit, why=f"{button.minutes:+}")

    return on_child(button, act, visit)


def moved(times: Times, minutes: int, service: Service) -> Times:
    """`times`, the one that matters moved by so many minutes."""
    at = moment_of(times, service)
    assert at
    later = at.replace(second=0, microsecond=0) + timedelta(minutes=minutes)
    return replace(times, left=later) if at == times.left else replace(times, arrived=later)


def deed(button: CardDeed, visit: Visit) -> Reply:
    """Whatever else is done on a card."""

    def act(entry: Entry, draft: Draft, screen: Screen) -> Reply:
        card = replace(screen, view=RollView.CARD, child_id=entry.child_id, typing=None)
        match button.deed:
            case Deed.OPEN:
                return in_place(draft, card, visit)
            case Deed.FAMILY:
                return in_place(draft, replace(card, view=RollView.FAMILY), visit)
            case Deed.TYPE if screen.service is Service.CANTINE:
                return Reply(visit.say("roll-stale"))
            case Deed.TYPE | Deed.NOTE:
                return in_place(draft, replace(card, typing=button.deed), visit)
            case Deed.LEFT if screen.service is Service.CANTINE:
                return Reply(visit.say("roll-stale"))
            case _:
                pass
        times = _times_after(button.deed, entry, screen, visit)
        return write(entry, times, draft, card, visit, why=button.deed.name.lower())

    return on_child(button, act, visit)


def _times_after(deed_: Deed, entry: Entry, screen: Screen, visit: Visit) -> Times:
    match deed_:
        case Deed.ARRIVED:
            return replace(entry.times, arrived=now(screen, visit), absent=False)
        case Deed.LEFT:
            return replace(entry.times, left=visit.instant, absent=False)
        case Deed.ABSENT:
            return not_there(entry, screen.service)
    return Times()


def whole(button: SittingDeed, visit: Visit) -> Reply:
    """All present, another end for the day, Clore."""
    found = find(button.draft_id, visit)
    if found is None:
        return Reply(visit.say("roll-stale"))
    draft, screen = found
    end = end_from(button.minutes)
    moves_end = button.deed in (Whole.END, Whole.END_AS_USUAL)
    if (button.deed is Whole.END and end is None) or (moves_end and screen.service is Service.CANTINE):
        return Reply(visit.say("roll-stale"))
    at, sent = desk(screen, visit), False
    visit.attended = True
    match button.deed:
        case Whole.ALL_HERE:
            awaited = [e for e in roster.roster(visit.session, screen.day, screen.service) if e.is_awaited]
            return all_here(awaited, draft, screen, visit)
        case Whole.CLOSE:
            sent = attendance_news.close(at, visit) and screen.service is Service.CANTINE
        case Whole.END_AS_USUAL:
            attendance.end_at(at, None)
        case Whole.END:
            attendance.end_at(at, end)
    view = RollView.LIST if button.deed is Whole.CLOSE else screen.view
    return in_place(draft, replace(screen, view=view), visit, toast=visit.toast("toast-call-sent") if sent else None)


def all_here(awaited: Sequence[Entry], draft: Draft, screen: Screen, visit: Visit) -> Reply:
    """Whoever was announced, and told absent by nobody, has come."""
    at = desk(screen, visit)
    for entry in awaited:
        attendance.put(at, entry, replace(entry.times, arrived=now(screen, visit)), entry.first_name)
    visit.attended = True
    return in_place(draft, screen, visit, toast=visit.toast("toast-all-here", count=len(awaited)))


def find(draft_id: int, visit: Visit) -> tuple[Draft, Screen] | None:
    """The agent's own list, if it is open still and theirs to write on."""
    draft = drafts.look(visit.session, draft_id, visit.telegram_id, KIND)
    return (draft, Screen.unpack(draft.payload)) if draft else None


def on_child(button: Tap, act: Callable[[Entry, Draft, Screen], Reply], visit: Visit) -> Reply:
    """`act` on a child as it stands, where the key tapped showed what stands."""
    found = find(button.draft_id, visit)
    if found is None:
        return Reply(visit.say("roll-stale"))
    draft, screen = found
    entry = roster.entry_of(visit.session, screen.day, screen.service, button.child_id)
    if entry is None:
        return Reply(visit.say("roll-stale"))
    if entry.version != button.version:
        return in_place(draft, screen, visit, toast=attendance_screens.what_is_true(entry, screen, visit))
    return act(entry, draft, screen)


def write(entry: Entry, times: Times, draft: Draft, screen: Screen, visit: Visit, why: str | None = None) -> Reply:
    attendance.put(desk(screen, visit), entry, times, entry.first_name, why)
    visit.attended = True
    return in_place(draft, screen, visit, toast=invoiced(entry.child_id, screen, visit))


def invoiced(child_id: int, screen: Screen, visit: Visit) -> str | None:
    """What the mairie is to know of a change in a month its household has the invoice of; see ADR 0022."""
    if not visit.has(Role.MAIRIE):
        return None
    home = attendance.payer_of(visit.session, child_id, screen.day, screen.service)
    number = billing.claimed_by(visit.session, home, screen.day)
    return None if number is None else visit.toast("already-invoiced", month=screen.day, number=number or None)


def show_again(draft: Draft, screen: Screen, visit: Visit) -> Reply:
    """The list in a new message, under what was typed."""
    return _shown(draft, screen, visit)


def in_place(draft: Draft, screen: Screen, visit: Visit, toast: str | None = None) -> Reply:
    return replace(_shown(draft, screen, visit), in_place=True, toast=toast)


def _shown(draft: Draft, screen: Screen, visit: Visit) -> Reply:
    _check(screen.day, screen.service, visit)
    draft.payload, draft.instant = screen.pack(), visit.instant
    if screen.typing:  # what is typed next is meant for it, whatever was said since
        context.remember(visit.session, visit.telegram_id, (), visit.instant, draft_id=draft.id)
    reply = attendance_screens.drawn(draft, screen, visit)
    drafts.keep_screen(draft, reply.contents())
    return reply


# On other phones


def keep_true(visit: Visit) -> None:
    """After a child is pointed, or a booking of a day in session changed, the lists open on other phones show it."""
    if not (visit.attended or (visit.changed and _in_session(visit))):
        return
    agents = people.staff_accounts(visit.session, Role.AGENT, Role.MAIRIE)
    loaded: dict[tuple[date, Service], list[Entry]] = {}
    for draft in drafts.on_phones(visit.session, KIND, agents, visit.now):
        if draft.shown_as == visit.tapped and draft.telegram_id == visit.telegram_id:
            continue
        known = people.identify(visit.session, draft.telegram_id)
        other = Visit(visit.session, visit.commune, visit.voice, draft.telegram_id, visit.now, visit.now, known=known)
        screen = Screen.unpack(draft.payload)
        held = screen.day, screen.service
        loaded[held] = loaded.get(held) or roster.roster(visit.session, *held)
        reply = attendance_screens.drawn(draft, screen, other, loaded[held])
        visit.tell([draft.telegram_id], KIND, replace(reply, edits=draft.shown_as))


def _in_session(visit: Visit) -> bool:
    """Whether agents are likely to have a list open: spares every other booking the question."""
    commune, day = visit.commune, visit.commune.today(visit.now)
    called = sittings.find(visit.session, day, Service.CANTINE) is not None
    return called or any(is_running(commune, service, day, visit.now) for service in commune.sessions)
