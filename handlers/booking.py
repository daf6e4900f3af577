"""Booking and cancelling: requests are judged, done at once or shown first, answered, and undone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from handlers.buttons import Abandon, Grant, Undo, Validate
from handlers.reply import Key, Reply
from handlers.visit import Visit
from locales.answers import Answer, capital
from locales.packing import pack, unpack
from locales.requests import Intent, Request
from locales.voice import Spoken
from models.actions import booking, drafts, people, preferences, receipts, reminders
from models.actions.booking import Issued, Origin, Wish
from models.refusals import OrderLeft
from models.rules.booking import Meal, Timing, Verdict
from models.rules.rounds import Kind
from models.tables import Receipt
from models.vocabulary import Role, State

SHOWN_FIRST = 5  # child-days; more are shown before they are done
WANTED = {Intent.BOOK: State.RESERVED, Intent.CANCEL: State.CANCELLED}


def fulfil(requests: Sequence[Request], origin: Origin, visit: Visit) -> Reply:
    """Do `requests` at once if they are small and certain; otherwise show them first."""
    verdicts = consider(requests, origin.instant, visit)
    if any(request.shown_first for request in requests) or sum(v.child_days() for v in verdicts) > SHOWN_FIRST:
        return recap(requests, verdicts, origin, visit, "recap")
    if any(request.group for request in requests) and not all(_is_whole(verdict) for verdict in verdicts):
        return recap(requests, verdicts, origin, visit, "all-or-nothing")
    return carry_out(requests, verdicts, origin, visit)


def at_once(request: Request, visit: Visit) -> Reply:
    """Do what a button of ours asks, however many days: it said which."""
    origin = visit.origin()
    return carry_out([request], consider([request], origin.instant, visit), origin, visit)


def _is_whole(verdict: Verdict) -> bool:
    return bool(verdict.granted) and not verdict.refused and not verdict.absent


def consider(requests: Sequence[Request], instant: datetime, visit: Visit) -> list[Verdict]:
    at = Timing(instant, visit.now)
    return [
        booking.consider(visit.session, _wish(request, visit), visit.person, at=at, commune=visit.commune)
        for request in requests
    ]


def _wish(request: Request, visit: Visit) -> Wish:
    names = visit.person.names
    children = tuple(id_ for id_, name in names.items() if name in request.who) if request.who else tuple(names)
    days = tuple(sorted({*request.days, *request.closed}))
    return Wish(WANTED[request.intent], children, days, request.services)


def recap(requests: Sequence[Request], verdicts: Sequence[Verdict], origin: Origin, visit: Visit, title: str) -> Reply:
    """What would be done, with Valider under it; nothing is written but the draft."""
    said = answer(visit).planned(verdicts)
    if not any(verdict.changes() for verdict in verdicts):
        opening = [visit.say("nothing-changed")] if title == "all-or-nothing" else []
        return Reply("\n\n".join([*opening, *_notes(requests, visit), *(said or _nothing(requests, visit))]))
    draft = drafts.open_draft(visit.session, visit.telegram_id, "recap", {"requests": pack(requests)}, origin)
    text = "\n\n".join([visit.say(title), *_notes(requests, visit), *said, visit.say("recap-not-yet")])
    validate_key = Key(visit.say("button-validate"), Validate(draft.id), "success")
    reply = Reply(text, ((validate_key, Key(visit.say("button-abandon"), Abandon(draft.id))),))
    drafts.keep_screen(draft, reply.contents())
    return reply


def validate(button: Validate, visit: Visit) -> Reply:
    """Valider: judged anew, at the instant of the sentence."""
    draft = drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now, "recap")
    if draft is None:
        return Reply(visit.say("already-decided"))
    requests = unpack(draft.payload["requests"])
    origin = Origin(draft.instant, draft.words, draft.message_id)
    return replace(carry_out(requests, consider(requests, draft.instant, visit), origin, visit), in_place=True)


def typed(text: str, visit: Visit) -> Reply | None:
    """Valider or Abandonner typed instead of tapped: the recap shown last, if it is recent; None otherwise."""
    said, valider = capital(text.strip().lower()), visit.say("button-validate")
    if said not in (valider, visit.say("button-abandon")):
        return None
    draft = drafts.latest(visit.session, visit.telegram_id, visit.instant)
    if draft is None:
        return None
    reply = validate(Validate(draft.id), visit) if said == valider else abandon(Abandon(draft.id), visit)
    return replace(reply, in_place=False)


def abandon(button: Abandon, visit: Visit) -> Reply:
    draft = drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now)
    return Reply(visit.say("abandoned" if draft else "already-decided"), in_place=bool(draft))


def carry_out(requests: Sequence[Request], verdicts: Sequence[Verdict], origin: Origin, visit: Visit) -> Reply:
    """Write, and say each child, service and day; the other guardians are told of what changed."""
    if not any(v.granted or v.absent or v.refused for v in verdicts):
        said = answer(visit).done(verdicts) or _nothing(requests, visit)
        return Reply("\n\n".join([*_notes(requests, visit), *said]))
    receipt = booking.write(visit.session, verdicts, visit.person.pupils, origin, visit.stamp)
    return conclude(receipt, verdicts, visit, opening=_notes(requests, visit))


def conclude(receipt: Issued, verdicts: Sequence[Verdict], visit: Visit, *, opening: Sequence[str] = ()) -> Reply:
    """The answer to what was just written, with its receipt and undo."""
    said = answer(visit).done(verdicts)
    changed = any(verdict.changes() for verdict in verdicts)
    asked = _ask_mairie(receipt, verdicts, said, visit)
    _tell_absences(receipt, verdicts, visit)
    text = "\n\n".join([*opening, *said, *asked])
    booking.keep_answer(visit.session, receipt, text)
    if changed:
        reminders.withdraw(visit.session, visit.person.households, _days(verdicts))
        _tell_others(verdicts, visit)
    text = f"{text}\n\n{visit.say('receipt', number=receipt.number)}"
    undo_key = Key(visit.say("button-undo"), Undo(receipt.id))
    return Reply(text, ((undo_key,),) if changed else ())


def answer(visit: Visit) -> Answer:
    return Answer(visit.voice, visit.person.names, visit.commune, visit.now)


def _ask_mairie(receipt: Issued, verdicts: Sequence[Verdict], said: Sequence[str], visit: Visit) -> list[str]:
    """In time but the order gone: the mairie gets the request, with its override one tap away."""
    late = [no for verdict in verdicts for no in (*verdict.refused, *verdict.absent) if isinstance(no.why, OrderLeft)]
    if not late:
        return []
    at = visit.commune.local(receipt.at)
    head = visit.say("order-left-to-mairie", name=visit.person.name, at=at, number=receipt.number)
    grant = Key(visit.say("grant", reason=visit.say("reason-1")), Grant(receipt.id, 1), "success")
    secretaries = people.staff_accounts(visit.session, Role.MAIRIE)
    visit.tell(secretaries, "order-left", Reply("\n\n".join([head, *said]), ((grant,),)))
    return [visit.say("order-left-asked")]


def _tell_absences(receipt: Issued, verdicts: Sequence[Verdict], visit: Visit) -> None:
    """A meal ordered for a child who will not come: the mairie is told."""
    late = [Verdict(verdict.wanted, absent=verdict.absent) for verdict in verdicts if verdict.absent]
    if late:
        head = visit.say("absence-to-mairie", name=visit.person.name, number=receipt.number)
        secretaries = people.staff_accounts(visit.session, Role.MAIRIE)
        lines = [visit.say("absence-line", **facts) for facts in answer(visit).absences(late)]
        visit.tell(secretaries, "absence", Reply("\n".join([head, *lines])))


def _days(verdicts: Sequence[Verdict]) -> list[date]:
    return sorted({meal.day for verdict in verdicts for meal in verdict.granted})


def _tell_others(verdicts: Sequence[Verdict], visit: Visit) -> None:
    """The other guardians of each household hear of the children it has that week, and of no others."""
    for home in visit.person.households:
        here = [done for verdict in verdicts if (done := _done_at(home, verdict, visit)).changes()]
        if here:
            listening = preferences.listening(visit.session, [home], Kind.OTHERS)
            chats = [chat for chat in listening if chat != visit.telegram_id]
            text = "\n\n".join([visit.say("other-guardian", who=visit.person.name), *answer(visit).done(here)])
            visit.tell(chats, "other-guardian", Reply(text))


def _done_at(home: int, verdict: Verdict, visit: Visit) -> Verdict:
    """What `verdict` changes for the children `home` has."""
    pupils = visit.person.pupils

    def is_here(meal: Meal) -> bool:
        return pupils[meal.child_id].home_on(meal.day) == home

    granted = [meal for meal in verdict.granted if is_here(meal)]
    return Verdict(verdict.wanted, granted=granted, absent=[late for late in verdict.absent if is_here(late.meal)])


def _notes(requests: Sequence[Request], visit: Visit) -> list[str]:
    """What was assumed while reading."""
    return [visit.voice.say(f"note-{note.name}", dict(note.facts)) for request in requests for note in request.notes]


def _nothing(requests: Sequence[Request], visit: Visit) -> list[str]:
    """Why requests touch nothing at all: no such booking, or no school then."""
    return [
        _nothing_booked(request, visit)
        if request.days and request.intent is Intent.CANCEL
        else _no_days(request, visit)
        for request in requests
    ]


def _nothing_booked(request: Request, visit: Visit) -> str:
    days, children = request.days, list(request.who or visit.person.names.values())
    when = visit.say("when-day" if len(days) == 1 else "when-span", first=days[0], last=days[-1])
    return visit.say("nothing-booked", children=children, when=when)


def _no_days(request: Request, visit: Visit) -> str:
    spans = [(span.first, span.last) for span in request.spans if span.first and span.last]
    first, last = spans[0] if spans else (visit.today, visit.today)
    why = visit.commune.calendar.objection(first)
    span = visit.say("span-one" if first == last else "span", first=first, last=last)
    reason = [visit.say("refusal", reason=Spoken(visit.voice.explain(why)))] if why else []
    return "\n".join([visit.say("no-days", span=Spoken(span)), *reason])


def undo(button: Undo, visit: Visit) -> Reply:
    """Annuler cette action: what stood before stands again, cut-offs permitting."""
    receipt = receipts.of_account(visit.session, button.receipt_id, visit.person.account_id)
    if receipt is None:
        return Reply(visit.say("stale-button"))
    if receipt.undone_by:
        return Reply(visit.say("undone-already", number=receipt.number))
    return take_back(receipt, visit) or Reply(visit.say("undo-nothing"))


def take_back(receipt: Receipt, visit: Visit) -> Reply | None:
    """Put back what `receipt` changed, as far as may be; None where nothing of it stands any more."""
    verdicts = booking.undo(visit.session, receipt, visit.person, stamp=visit.stamp, commune=visit.commune)
    if not any(v.granted or v.absent or v.refused for v in verdicts):
        return None
    by = booking.write(visit.session, verdicts, visit.person.pupils, Origin(visit.instant), visit.stamp)
    if any(v.changes() for v in verdicts):
        booking.mark_undone(visit.session, receipt.id, by)
    return conclude(by, verdicts, visit, opening=[visit.say("undone", number=receipt.number)])
