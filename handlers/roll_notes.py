"""What an agent says beside the roll: a note, or whom to call and who may fetch a child."""

from dataclasses import replace

from handlers import attendance
from handlers.attendance_screens import KIND
from handlers.reply import Reply
from handlers.visit import Visit
from locales.fr import roll
from locales.fr.roll import Named
from models.actions import attendance as actions
from models.actions import drafts, roster
from models.rules.attendance import session_at
from models.rules.roll_screen import RollView, Screen


def hear(text: str, screen: Screen | None, visit: Visit) -> Reply | None:
    """A note of a child, or the card that says whom to call; None for what is of another subject."""
    if noted := roll.read_note(text):
        return _note(*noted, screen, visit)
    child = _child(text, visit) if roll.is_about_family(text) else None
    return None if child is None else _show(child, screen, RollView.FAMILY, visit)


def _note(name: str, words: str, screen: Screen | None, visit: Visit) -> Reply | None:
    child = _child(name, visit)
    if child is None:
        return Reply(visit.say("note-of-whom", name=name))
    held = _held(screen, visit)
    entry = roster.entry_of(visit.session, held.day, held.service, child)
    assert entry
    actions.note(attendance.desk(held, visit), entry, words)
    visit.attended = True
    return _show(child, screen, RollView.CARD, visit)


def _child(text: str, visit: Visit) -> int | None:
    """The one child that `text` names."""
    known = [Named(e.child_id, e.first_name, e.last_name) for e in roster.children(visit.session)]
    named = {id_ for line in roll.read(text, known).lines for mention in line.who for id_ in mention.candidates}
    return named.pop() if len(named) == 1 else None


def _held(screen: Screen | None, visit: Visit) -> Screen:
    """The list that is open, or the session of the moment."""
    day = visit.commune.today(visit.instant)
    return screen if screen and screen.day == day else Screen(day, session_at(visit.commune, visit.instant))


def _show(child_id: int, screen: Screen | None, view: RollView, visit: Visit) -> Reply:
    held = _held(screen, visit)
    attendance.open_list(held.day, held.service, visit)
    draft = drafts.last_open(visit.session, visit.telegram_id, KIND)
    assert draft
    return attendance.show_again(draft, replace(held, view=view, child_id=child_id, typing=None), visit)
