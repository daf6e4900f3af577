"""/appel: taps on the canteen's roll: there or not, all who are left, one class alone."""

from dataclasses import replace

from handlers import attendance
from handlers.buttons import CallChild, CallRest, TurnClass
from handlers.reply import Reply
from handlers.visit import Visit
from models.actions import roster
from models.rules.attendance import Entry, not_there, pointed
from models.rules.canteen_roll import listed
from models.rules.roll_screen import RollView, Screen
from models.tables import Draft
from models.vocabulary import Service


def call(button: CallChild, visit: Visit) -> Reply:
    """A child noted as the key said; one that is so already shows its card."""

    def act(entry: Entry, draft: Draft, screen: Screen) -> Reply:
        if screen.service is not Service.CANTINE:
            return Reply(visit.say("roll-stale"))
        there = pointed(entry.times, screen.service, attendance.now(screen, visit))
        times = there if button.present else not_there(entry, screen.service)
        if times == entry.times:
            return attendance.in_place(draft, replace(screen, view=RollView.CARD, child_id=entry.child_id), visit)
        added = screen.view is RollView.ADD
        shown = replace(screen, view=RollView.LIST, page=0, initial=0) if added else screen
        return attendance.write(entry, times, draft, shown, visit)

    return attendance.on_child(button, act, visit)


def rest(button: CallRest, visit: Visit) -> Reply:
    """Whoever is left of a class, or of all, is there; where they are no longer as many as was shown, nobody is."""
    found = attendance.find(button.draft_id, visit)
    if found is None or found[1].service is not Service.CANTINE:
        return Reply(visit.say("roll-stale"))
    draft, screen = found
    entries = roster.roster(visit.session, screen.day, screen.service)
    left = [entry for entry in listed(entries, button.group) if entry.is_awaited]
    if len(left) != button.count:
        return attendance.in_place(draft, screen, visit, toast=visit.toast("toast-rest-changed"))
    return attendance.all_here(left, draft, screen, visit)


def turn(button: TurnClass, visit: Visit) -> Reply:
    """One class, or all."""
    found = attendance.find(button.draft_id, visit)
    if found is None or found[1].service is not Service.CANTINE:
        return Reply(visit.say("roll-stale"))
    draft, screen = found
    view = screen.view if screen.view in (RollView.ABSENT, RollView.LOOK) else RollView.LIST
    group = button.group if 0 <= button.group <= 99 else 0
    return attendance.in_place(draft, replace(screen, view=view, page=0, initial=0, group=group), visit)
