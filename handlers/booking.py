"""Booking and cancelling: requests are judged, done at once or shown first, answered, and undone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from handlers.buttons import Abandon, AddAside, Grant, OpenCalendar, Undo, Validate
from handlers.reply import Key, Reply
from handlers.visit import Visit
from locales.answers import Answer
from locales.packing import pack, unpack
from locales.requests import SHOWN_FIRST, Intent, Request
from locales.voice import Spoken
from models.actions import booking, context, drafts, people, preferences, receipts, reminders
from models.actions.booking import Issued, Origin, Wish
from models.refusals import OrderLeft
from models.rules.booking import Meal, Timing, Verdict
from models.rules.recalls import Asked as Waiting
from models.rules.recalls import first_recall
from models.rules.rounds import Kind
from models.tables import Draft, Receipt
from models.vocabulary import Role, ScreenKind, Service, State

RECAPS = (ScreenKind.RECAP, ScreenKind.ASIDE)
WANTED = {Intent.BOOK: State.RESERVED, Intent.CANCEL: State.CANCELLED}


def fulfil(requests: Sequence[Request], origin: Origin, visit: Visit, instead_of: Receipt | None = None) -> Reply:
    """Do `requests` at once if they are small and certain; otherwise show them first.

    `instead_of`: what they take the place of is given up with the same stroke, all or nothing.
    """
    asked = Asked(requests, origin, instead_of)
    verdicts = judge(asked, visit)
    if any(request.shown_first for request in requests) or _child_days(asked, verdicts) > SHOWN_FIRST:
        return recap(asked, verdicts, visit, "recap")
    if not _may_be_halved(asked) and not all(_is_whole(verdict, asked) for verdict in verdicts):
        return recap(asked, verdicts, visit, "all-or-nothing")
    return carry_out(asked, verdicts, visit)


def at_once(request: Request, visit: Visit) -> Reply:
    """Do what a button of ours asks, however many days: it said which."""
    asked = Asked([request], visit.origin())
    return carry_out(asked, judge(asked, visit), visit)


@dataclass(frozen=True, slots=True)
class Asked:
    """Requests and the message behind them; the receipt of what they take the place of.

    `aside`: what a recap leaves alone unless a key asks for it.
    """

    requests: Sequence[Request]
    origin: Origin
    instead_of: Receipt | None = None
    aside: Sequence[Request] = ()


def _child_days(asked: Asked, verdicts: Sequence[Verdict]) -> int:
    """How much is asked; of a correction, what it would change."""
    if asked.instead_of:
        verdicts = [verdict.without(verdict.unchanged) for verdict in verdicts]
    return sum(verdict.child_days() for verdict in verdicts)


def _may_be_halved(asked: Asked) -> bool:
    return not asked.instead_of and not any(request.group for request in asked.requests)


def _is_whole(verdict: Verdict, asked: Asked) -> bool:
    """Whether all of it can be done; of a correction, some may stand already."""
    some = bool(verdict.granted or (asked.instead_of and verdict.unchanged))
    return some and not verdict.refused and not verdict.absent


def judge(asked: Asked, visit: Visit) -> list[Verdict]:
    """What is given up, then what is wanted; nothing is given up for what cannot be had."""
    at = Timing(asked.origin.instant, visit.now)
    wanted = [
        booking.consider(visit.session, _wish(request, visit), visit.person, at=at, commune=visit.commune)
        for request in asked.requests
    ]
    if not asked.instead_of or not any(verdict.granted or verdict.unchanged for verdict in wanted):
        return wanted
    mentioned = {meal for verdict in wanted for meal in verdict.meals}
    given_up = booking.undo(visit.session, asked.instead_of, visit.person, at=at, commune=visit.commune)
    left = [verdict.without(mentioned) for verdict in given_up]
    return [*(verdict for verdict in left if verdict.meals), *wanted]


def _wish(request: Request, visit: Visit) -> Wish:
    names = visit.person.names
    children = tuple(id_ for id_, name in names.items() if name in request.who) if request.who else tuple(names)
    days = tuple(sorted({*request.days, *request.closed}))
    return Wish(WANTED[request.intent], children, days, request.services)


def show_first(asked: Asked, visit: Visit, title: str = "recap", *, opening: Sequence[str] = ()) -> Reply:
    """Show what `asked` would do, however small."""
    return recap(asked, judge(asked, visit), visit, title, opening=opening)


def recap(asked: Asked, verdicts: Sequence[Verdict], visit: Visit, title: str, *, opening: Sequence[str] = ()) -> Reply:
    """What would be done, with Valider under it; nothing is written but the draft.

    `title` names the sentence above and, with "-not-yet", the one below.
    """
    said, changes = answer(visit).planned(verdicts), any(verdict.changes() for verdict in verdicts)
    left = answer(visit).aside(judge(Asked(asked.aside, asked.origin), visit))
    if not changes and not left:
        remember(asked.requests, visit)
        unchanged = [visit.say("nothing-changed")] if title == "all-or-nothing" else []
        said = said or _nothing(asked.requests, visit)
        return Reply("\n\n".join([*opening, *unchanged, *_notes(asked.requests, visit), *said]))
    closing = [visit.say(f"{title}-not-yet")] if changes else []
    text = "\n\n".join([*opening, visit.say(title), *_notes(asked.requests, visit), *said, *left, *closing])
    draft = _draft(
        asked, visit, ScreenKind.RECAP if changes else ScreenKind.ASIDE
    )  # Valider has nothing to do in the latter
    reply = Reply(text, decisions(draft, visit))
    drafts.keep_screen(draft, reply.contents())
    return reply


def _draft(asked: Asked, visit: Visit, kind: ScreenKind) -> Draft:
    draft = drafts.open_draft(visit.session, visit.telegram_id, kind, _packed(asked), asked.origin)
    draft.recall_at = first_recall(waiting(asked.requests), visit.now, visit.commune)
    remember(asked.requests, visit, draft_id=draft.id)
    return draft


def waiting(requests: Sequence[Request]) -> list[Waiting]:
    """The services and days that wait for Valider."""
    return [(s, day) for r in requests for s in r.services or (Service.CANTINE,) for day in r.days]


def decisions(draft: Draft, visit: Visit) -> tuple[tuple[Key, ...], ...]:
    """The keys under a recap."""
    add = ((Key(visit.say("button-add-aside"), AddAside(draft.id)),),) if draft.payload["aside"] else ()
    validate_key = Key(visit.say("button-validate"), Validate(draft.id), "success")
    abandon_key = Key(visit.say("button-abandon"), Abandon(draft.id))
    return (*add, (validate_key, abandon_key) if draft.kind is ScreenKind.RECAP else (abandon_key,))


def _packed(asked: Asked) -> dict[str, object]:
    receipt = asked.instead_of
    return {
        "requests": pack(asked.requests),
        "aside": pack(asked.aside),
        "instead_of": receipt.id if receipt else None,
    }


def add_aside(button: AddAside, visit: Visit) -> Reply:
    """What a recap left aside is shown among the rest; Valider is still to come."""
    mine = (drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now, k) for k in RECAPS)
    draft = next(filter(None, mine), None)
    if draft is None:
        return Reply(visit.say("already-decided"))
    asked = _unpacked(draft, visit)
    whole = replace(asked, requests=[*asked.requests, *asked.aside], aside=())
    return replace(show_first(whole, visit), in_place=True)


def _unpacked(draft: Draft, visit: Visit) -> Asked:
    """What a recap shows, and what it leaves aside."""
    payload, origin = draft.payload, Origin(draft.instant, draft.words, draft.message_id)
    former = receipts.of_account(visit.session, payload.get("instead_of"), visit.person.account_id)
    return Asked(unpack(payload["requests"]), origin, former, unpack(payload.get("aside", ())))


def validate(button: Validate, visit: Visit) -> Reply:
    """Valider: judged anew, at the instant of the sentence."""
    draft = drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now, ScreenKind.RECAP)
    if draft is None:
        return Reply(visit.say("already-decided"))
    asked = _unpacked(draft, visit)
    return replace(carry_out(asked, judge(asked, visit), visit), in_place=True)


def abandon(button: Abandon, visit: Visit) -> Reply:
    draft = drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now)
    return Reply(visit.say("abandoned" if draft else "already-decided"), in_place=bool(draft))


def carry_out(asked: Asked, verdicts: Sequence[Verdict], visit: Visit) -> Reply:
    """Write, and say each child, service and day; the other guardians are told of what changed."""
    notes = _notes(asked.requests, visit)
    if not any(v.granted or v.absent or v.refused for v in verdicts):
        remember(asked.requests, visit)
        return Reply("\n\n".join([*notes, *(answer(visit).done(verdicts) or _nothing(asked.requests, visit))]))
    receipt = booking.write(visit.session, verdicts, visit.person.pupils, asked.origin, visit.stamp)
    remember(asked.requests, visit, receipt_id=receipt.id)
    return conclude(receipt, verdicts, visit, opening=notes)


def remember(
    requests: Sequence[Request], visit: Visit, *, receipt_id: int | None = None, draft_id: int | None = None
) -> None:
    """Keep what the next sentence may continue."""
    context.remember(
        visit.session, visit.telegram_id, pack(requests), visit.instant, receipt_id=receipt_id, draft_id=draft_id
    )


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
        visit.changed |= {meal.child_id for verdict in verdicts for meal in verdict.meals}
    text = f"{text}\n\n{visit.say('receipt', number=receipt.number)}"
    return Reply(text, (_ways_on(receipt, verdicts, visit),) if changed else ())


def _ways_on(receipt: Issued, verdicts: Sequence[Verdict], visit: Visit) -> tuple[Key, ...]:
    """Undo, and the calendar at the month of the first day."""
    first = min(meal.day for verdict in verdicts for meal in verdict.meals)
    undo_key = Key(visit.say("button-undo"), Undo(receipt.id))
    return undo_key, Key(visit.say("key-calendar"), OpenCalendar(first))


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
        listening = preferences.listening(visit.session, [home], Kind.OTHERS)
        chats = [chat for chat in listening if chat != visit.telegram_id]
        here = [done for verdict in verdicts if (done := _done_at(home, verdict, visit)).changes()] if chats else []
        if here:
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
    at = Timing(visit.instant, visit.now)
    verdicts = booking.undo(visit.session, receipt, visit.person, at=at, commune=visit.commune)
    if not any(v.granted or v.absent or v.refused for v in verdicts):
        return None
    by = booking.write(visit.session, verdicts, visit.person.pupils, Origin(visit.instant), visit.stamp)
    if any(v.changes() for v in verdicts):
        booking.mark_undone(visit.session, receipt.id, by)
    return conclude(by, verdicts, visit, opening=[visit.say("undone", number=receipt.number)])
