"""What people type: a sentence is read, then asked about, carried out, or shown what it asks for."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from handlers import booking, lost, planning, questions, usual_week
from handlers.buttons import Answer
from handlers.reply import Reply
from handlers.visit import Visit
from locales.fr import grammar, habitual
from locales.fr.habitual import Usual
from locales.packing import unpack
from locales.requests import Intent, Reading, Request
from models.actions import drafts, receipts
from models.actions.booking import Origin

NOTHING = Reply("")


def read(text: str, visit: Visit, intent: Intent | None = None) -> Reply:
    """A sentence; `intent` is what its command says. An edited one takes the place of what it was."""
    return _unless_edited(lambda: _answer(text, visit, intent), visit)


def usual(text: str, visit: Visit) -> Reply:
    """/semaine, with or without words behind it."""
    if not text:
        return usual_week.show(text, visit)
    said = habitual.heard(text) or habitual.saying(text, Usual.STATED)
    return _unless_edited(lambda: usual_week.read(said, visit) or _answer(text, visit, None), visit)


def reserve(text: str, visit: Visit) -> Reply:
    """/reserver, with or without words behind it."""
    return read(text or "réserver", visit, Intent.BOOK)


def cancel(text: str, visit: Visit) -> Reply:
    """/annuler, with or without words behind it."""
    return read(text or "annuler", visit, Intent.CANCEL)


def choose(button: Answer, visit: Visit) -> Reply:
    """An answer to a question completes its sentence, and is judged at the sentence's instant."""
    draft = drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now, "question")
    if draft is None:
        return Reply(visit.say("already-decided"))
    choices = draft.payload["choices"]
    if not 0 <= button.choice < len(choices):
        return Reply(visit.say("stale-button"))
    requests, origin = unpack(choices[button.choice]), Origin(draft.instant, draft.words, draft.message_id)
    if usual := draft.payload.get("usual"):
        said = habitual.saying(draft.words or "", Usual(usual))
        reply = usual_week.carry(said, requests, origin, visit) or _carry(requests, origin, visit)
    else:
        reply = _carry(requests, origin, visit)
    return replace(reply, in_place=True)


def _answer(text: str, visit: Visit, intent: Intent | None) -> Reply:
    """What speaks of the usual week is its page's, all else is a request, as is whatever stands behind /annuler."""
    said = habitual.heard(text) if intent is not Intent.CANCEL else None
    about_usual = usual_week.read(said, visit) if said else None
    return about_usual or _act_on(_understand(text, visit, intent), visit)


def _understand(text: str, visit: Visit, intent: Intent | None) -> Reading:
    return grammar.read(
        text,
        now=visit.commune.local(visit.instant),
        calendar=visit.commune.calendar,
        children=tuple(visit.person.names.values()),
        intent=intent,
    )


def _act_on(reading: Reading, visit: Visit) -> Reply:
    if reading.ask:
        return questions.ask(reading, visit.origin(), visit)
    if not reading.requests:
        return lost.small_talk(reading, visit)
    return _carry(reading.requests, visit.origin(), visit)


def _carry(requests: Sequence[Request], origin: Origin, visit: Visit) -> Reply:
    """Do what is to be done; otherwise show what was asked for."""
    acts = [request for request in requests if request.intent in booking.WANTED]
    if acts:
        return booking.fulfil(acts, origin, visit)
    pages = {
        Intent.PLANNING: planning.show_asked,
        Intent.DEADLINE: planning.show_deadlines,
        Intent.HELP: lost.help_asked,
        Intent.MENU: lost.no_menu_yet,
        Intent.INVOICES: lost.no_invoices_yet,
        Intent.UNKNOWN: lost.not_understood,
    }
    return pages[requests[0].intent](requests[0], visit)


def _unless_edited(answer: Callable[[], Reply], visit: Visit) -> Reply:
    """What `answer` says. Of an edited message, what its former words did is put back and what they left open closed.

    Telegram also tells of edits that change no word: these are passed over.
    """
    if not visit.edited:
        return answer()
    assert visit.message_id is not None
    assert visit.words is not None
    former = receipts.of_message(visit.session, visit.person.account_id, visit.message_id)
    if former and former[-1].words == visit.words:
        return NOTHING
    if drafts.is_open(visit.session, visit.telegram_id, visit.message_id, visit.words):
        return NOTHING
    drafts.close_for_message(visit.session, visit.telegram_id, visit.message_id, visit.now)
    undone = [back.text for old in former if not old.undone_by and (back := booking.take_back(old, visit))]
    receipts.detach(former)
    reply = answer()
    opening = [visit.say("edited"), *undone] if undone else []
    return Reply("\n\n".join([*opening, reply.text]), reply.keys)
