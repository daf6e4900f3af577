"""What people type: a sentence is read, then asked about, carried out, or shown what it asks for."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from handlers import (
    booking,
    calendar,
    follow_ups,
    invoices,
    lost,
    menus,
    planning,
    questions,
    reminders,
    topics,
    usual_week,
)
from handlers.buttons import Answer
from handlers.reply import Reply
from handlers.screens import Former, find, recall
from handlers.visit import Visit
from locales.fr import grammar
from locales.fr.topics import topic_of
from locales.packing import unpack
from locales.requests import SHOWN, Follow, Intent, Reading, Request, Usual
from locales.topics import MANNERS, REASONS
from locales.voice import Spoken
from models.actions import drafts, receipts
from models.actions.booking import Origin
from models.tables import Draft
from models.vocabulary import ScreenKind

NOTHING = Reply("")


def read(text: str, visit: Visit, intent: Intent | None = None) -> Reply:
    """A sentence; `intent` is what its command says. An edited one takes the place of what it was."""
    return hear(text, None if visit.edited or visit.forwarded else recall(visit), visit, intent)


def hear(text: str, former: Former | None, visit: Visit, intent: Intent | None = None) -> Reply:
    """A sentence said after `former`."""
    return _unless_edited(lambda before: _answer(text, visit, intent, before), former, visit)


def usual(text: str, visit: Visit) -> Reply:
    """/semaine, with or without words behind it."""
    if not text:
        return usual_week.show(text, visit)
    stated = _read(text, visit, None, usual=Usual.STATED)
    return _unless_edited(
        lambda former: _as_usual(stated, visit) or _answer(text, visit, None, former), recall(visit), visit
    )


def menu(text: str, visit: Visit) -> Reply:
    """/menu, with or without days behind it."""
    return read(f"menu {text}", visit) if text else menus.show(visit)


def reserve(text: str, visit: Visit) -> Reply:
    """/reserver, with or without words behind it."""
    return read(text or "réserver", visit, Intent.BOOK)


def cancel(text: str, visit: Visit) -> Reply:
    """/annuler, with or without words behind it."""
    return read(text or "annuler", visit, Intent.CANCEL)


def choose(button: Answer, visit: Visit) -> Reply:
    """An answer to a question completes its sentence, and is judged at the sentence's instant."""
    draft = drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now, ScreenKind.QUESTION)
    if draft is None:
        return Reply(visit.say("already-decided"))
    choices = draft.payload["choices"]
    if not 0 <= button.choice < len(choices):
        return Reply(visit.say("stale-button"))
    return replace(_complete(draft, unpack(choices[button.choice]), button.choice, visit), in_place=True)


def choose_every(former: Former, visit: Visit) -> Reply | None:
    """« les deux »: all that a question offers, where its answers do not gainsay one another."""
    draft = former.draft
    if draft is None or len(set(draft.payload["follows"])) > 1:
        return None
    together = questions.together([unpack(choice) for choice in draft.payload["choices"]], visit)
    if together is None:
        return None
    drafts.take(visit.session, draft.id, visit.telegram_id, visit.now, ScreenKind.QUESTION)
    return _complete(draft, together, 0, visit)


def _complete(draft: Draft, requests: Sequence[Request], choice: int, visit: Visit) -> Reply:
    about = draft.payload.get("former")
    former = find((), about["receipt_id"], about["draft_id"], visit) if about else None
    follows = draft.payload["follows"][choice] if about else None
    reading = Reading(tuple(requests), follows=Follow(follows) if follows else None)
    origin = Origin(draft.instant, draft.words, draft.message_id)
    return _of_usual_week(draft, requests, origin, visit) or _carry(reading, former, origin, visit)


def _of_usual_week(draft: Draft, requests: Sequence[Request], origin: Origin, visit: Visit) -> Reply | None:
    """The answer to a question about the usual week."""
    usual = draft.payload.get("usual")
    return (
        usual_week.carry(grammar.habit_in(draft.words or "", Usual(usual)), requests, origin, visit) if usual else None
    )


def _answer(text: str, visit: Visit, intent: Intent | None, former: Former | None) -> Reply:
    if visit.forwarded:
        return _forwarded(text, visit, intent)
    reading = _understand(text, visit, intent, former)
    if reading.at_home:
        return reminders.at_home(reading.at_home, visit)
    if apart := former and not intent and follow_ups.not_among(text, reading, former, visit):
        return apart
    reading = follow_ups.held_back(reading, former)
    return _as_usual(reading, visit) or _besides(text, reading, former, visit) or _act_on(reading, former, visit)


def _as_usual(reading: Reading, visit: Visit) -> Reply | None:
    """What speaks of the usual week is its page's; all else is a request."""
    return usual_week.read(reading, reading.habit, visit) if reading.habit else None


def _forwarded(text: str, visit: Visit, intent: Intent | None) -> Reply:
    """Somebody else's words continue nothing and decide nothing: what they ask is shown first."""
    reading = _read(text, visit, intent)
    requests = tuple(replace(request, shown_first=True) for request in reading.requests)
    shown = replace(reading, requests=requests)
    reply = _as_usual(shown, visit) or _besides(text, shown, None, visit) or _act_on(shown, None, visit)
    acts = any(request.intent in booking.WANTED for request in requests)
    return replace(reply, text="\n\n".join([visit.say("forwarded-not-done"), reply.text])) if acts else reply


def _besides(text: str, reading: Reading, former: Former | None, visit: Visit) -> Reply | None:
    """What is said of another subject, where nothing is to be done; thanks decide no screen."""
    topic = topic_of(text)
    acts = any(request.intent in booking.WANTED and request.spans for request in reading.requests)
    waits = topic in MANNERS and former is not None and former.fresh and former.draft is not None
    if topic is None or waits or (acts and (topic in REASONS or not reading.ask)):
        return None
    return topics.answer(topic, visit, text)


def correct(text: str, former: Former, visit: Visit) -> Reply:
    """« oui mais sans Tom »: what is shown is shown again so, and waits for another yes."""
    reading = _understand(text, visit, None, former)
    shown = tuple(replace(request, shown_first=True) for request in reading.requests)
    reading = replace(reading, requests=shown)
    return _as_usual(reading, visit) or _act_on(reading, former, visit)


def _understand(text: str, visit: Visit, intent: Intent | None, former: Former | None) -> Reading:
    if former is None:
        return _read(text, visit, intent)
    if former.fresh and (answers := former.answers):
        readings = [_read(text, visit, intent, requests) for requests in answers]
        return readings[0] if readings[0].habit or readings[0].at_home else follow_ups.agreed(answers, readings)
    if former.fresh:
        reading = _read(text, visit, intent, former.requests)
        return follow_ups.instead(reading) if former.receipt and former.receipt.undone_by else reading
    reading = _read(text, visit, intent)
    if reading.ask is None or reading.ask.why != "no-context":
        return reading
    return follow_ups.confirmed(_read(text, visit, intent, former.requests))


def _read(
    text: str, visit: Visit, intent: Intent | None, former: Sequence[Request] = (), usual: Usual | None = None
) -> Reading:
    return grammar.read(
        text,
        now=visit.commune.local(visit.instant),
        calendar=visit.commune.calendar,
        children=tuple(visit.person.names.values()),
        intent=intent,
        former=former,
        usual=usual,
    )


def _act_on(reading: Reading, former: Former | None, visit: Visit) -> Reply:
    if former and former.calendar and former.fresh and (days := _bare_days(reading)):
        return calendar.select_typed(days, former.calendar, visit)
    if reading.ask:
        return _traced(questions.ask(reading, former, visit), reading, visit)
    if not reading.requests:
        return lost.small_talk(reading, visit)
    return _traced(_carry(reading, former, visit.origin(), visit), reading, visit)


def _traced(reply: Reply, reading: Reading, visit: Visit) -> Reply:
    """Every clause leaves a trace: what was asked beside what is done is answered, the rest quoted."""
    if not any(request.intent in booking.WANTED for request in reading.requests):
        return reply
    shown = [request for request in reading.requests if request.intent in SHOWN]
    asked = [_page(request, visit).text for request in shown]
    words = [Spoken(visit.say("quoted", words=each)) for each in reading.quoted]
    quoted = [visit.say("not-read", words=words)] if words else []
    return replace(reply, text="\n\n".join([*quoted, reply.text, *asked]))


def _bare_days(reading: Reading) -> list[date]:
    """The days of a sentence that says nothing else."""
    doubtful = reading.ask and reading.ask.why != "what-to-do"
    if doubtful or any(request.intent is not Intent.UNKNOWN for request in reading.requests):
        return []
    return sorted({day for request in reading.requests for day in (*request.days, *request.closed)})


def _carry(reading: Reading, former: Former | None, origin: Origin, visit: Visit) -> Reply:
    """Do what is to be done; otherwise show what was asked for."""
    acts = [request for request in reading.requests if request.intent in booking.WANTED]
    if acts and reading.follows and former:
        return follow_ups.carry_out(acts, reading.follows, former, origin, visit)
    if acts:
        return booking.fulfil(acts, origin, visit)
    return _show(reading.requests, visit)


def _show(requests: Sequence[Request], visit: Visit) -> Reply:
    if not requests:
        return Reply(visit.say("nothing-done"))
    if requests[0].intent is not Intent.UNKNOWN:
        booking.remember(requests, visit)
    return _page(requests[0], visit)


def _page(request: Request, visit: Visit) -> Reply:
    pages = {
        Intent.PLANNING: planning.show_asked,
        Intent.DEADLINE: planning.show_deadlines,
        Intent.HELP: lost.help_asked,
        Intent.MENU: menus.show_asked,
        Intent.INVOICES: invoices.show_asked,
        Intent.UNKNOWN: lost.not_understood,
    }
    return pages[request.intent](request, visit)


def _unless_edited(answer: Callable[[Former | None], Reply], former: Former | None, visit: Visit) -> Reply:
    """What `answer` says after the sentence before.

    Of an edited message, what its former words did is put back and what they left open is closed.

    Telegram also tells of edits that change no word: these are passed over.
    """
    if not visit.edited:
        return answer(former)
    assert visit.message_id is not None
    assert visit.words is not None
    done = receipts.of_message(visit.session, visit.person.account_id, visit.message_id)
    if done and done[-1].words == visit.words:
        return NOTHING
    if drafts.is_open(visit.session, visit.telegram_id, visit.message_id, visit.words):
        return NOTHING
    drafts.close_for_message(visit.session, visit.telegram_id, visit.message_id, visit.now)
    undone = [back.text for old in done if not old.undone_by and (back := booking.take_back(old, visit))]
    receipts.detach(done)
    reply = answer(None)
    opening = [visit.say("edited"), *undone] if undone else []
    return replace(reply, text="\n\n".join([*opening, reply.text]))
