"""Asking back: the readings a sentence may have, as buttons in full dates."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from handlers import booking as booking_page
from handlers.buttons import Abandon, Answer
from handlers.lost import EXAMPLE
from handlers.reply import LONGEST_LABEL, Key, Reply, parted, shorten, told_apart
from handlers.screens import Former
from handlers.visit import Visit
from locales.answers import capital, say_services
from locales.packing import pack_choices
from locales.requests import Choice, Follow, Intent, Question, Reading, Request, Span
from locales.voice import Spoken
from models.actions import booking, drafts
from models.rules.cutoffs import next_deadlines
from models.tables import Draft, Receipt
from models.vocabulary import ScreenKind

NEAREST = 4  # days offered where none was said


def ask(reading: Reading, former: Former | None, visit: Visit, **about: str) -> Reply:
    """The question and its answers; what is chosen is done as if it had been said. `about` is kept beside them."""
    question = reading.ask
    assert question
    text = _say(question, reading.requests, visit)
    offered = () if question.choices else _nearest(reading, visit)
    question = replace(question, choices=question.choices or offered)
    if not question.choices:
        if reading.requests:
            booking_page.remember(reading.requests, visit)
        return Reply(text if "«" in text else " ".join([text, visit.say("ask-example", child=_some_child(visit))]))
    payload = {**_packed(question, former), "offered": bool(offered), **about}
    draft = drafts.open_draft(visit.session, visit.telegram_id, ScreenKind.QUESTION, payload, visit.origin())
    _remember(reading, former, draft, visit)
    common, labels = _labels(question, visit)
    rows = [(Key(label, Answer(draft.id, number)),) for number, label in enumerate(labels)]
    abandon = Key(visit.say(_declining(question)), Abandon(draft.id))
    shared = visit.say("choices-shared", words=common) if common else ""
    reply = Reply("\n".join(filter(None, [text, shared])), (*rows, (abandon,)))
    drafts.keep_screen(draft, reply.contents())
    return reply


def _some_child(visit: Visit) -> str:
    return next(iter(visit.person.names.values()), EXAMPLE)


def _declining(question: Question) -> str:
    """What the key says that leaves all as it is."""
    undoes = question.why == "undo" or any(choice.follows is Follow.UNDO for choice in question.choices)
    if not undoes:
        return "button-abandon"
    return "button-keep" if question.choices[0].label == "undo" else "button-leave-so"


def _say(question: Question, requests: Sequence[Request], visit: Visit) -> str:
    said = {name: shorten(fact, LONGEST_LABEL) if type(fact) is str else fact for name, fact in question.facts}
    intent = requests[0].intent.value if requests else None
    return visit.voice.say(f"ask-{question.why}", {"standing": None, **said, "intent": intent})


def _packed(question: Question, former: Former | None) -> dict[str, object]:
    """What each choice would do, and to which sentence before."""
    about = former and {"receipt_id": _id(former.receipt), "draft_id": _id(former.draft)}
    choices, follows = pack_choices(question.choices), [choice.follows for choice in question.choices]
    return {"why": question.why, "choices": choices, "follows": follows, "former": about}


def _id(row: Receipt | Draft | None) -> int | None:
    return row.id if row else None


def _remember(reading: Reading, former: Former | None, draft: Draft, visit: Visit) -> None:
    """What comes next may answer: about the sentence before, if it was that that is to be continued."""
    assert reading.ask
    if former and any(choice.follows for choice in reading.ask.choices):
        booking_page.remember(former.requests, visit, receipt_id=_id(former.receipt), draft_id=draft.id)
    else:
        booking_page.remember(reading.requests, visit, draft_id=draft.id)


def together(choices: Sequence[Sequence[Request]], visit: Visit) -> tuple[Request, ...] | None:
    """The answers to a question, all at once: the one that holds the others, or each; None where they overlap."""
    told = [_told(requests, visit) for requests in choices]
    whole = set().union(*told)
    if holder := next((tuple(choices[at]) for at, one in enumerate(told) if one == whole), None):
        return holder
    acts = {request.intent for requests in choices for request in requests}
    disjoint = sum(map(len, told)) == len(whole) and len(acts) == 1 and acts < {Intent.BOOK, Intent.CANCEL}
    return tuple(request for requests in choices for request in requests) if disjoint else None


def _told(requests: Sequence[Request], visit: Visit) -> set[tuple[object, ...]]:
    """What requests say, meal by meal."""
    everybody = visit.person.names.values()
    return {
        (request.intent, service, child, day)
        for request in requests
        for service in request.services or (None,)
        for child in request.who or everybody
        for day in (*request.days, *request.closed)
    }


def _nearest(reading: Reading, visit: Visit) -> tuple[Choice, ...]:
    """Where no day was said: the next days that can still be booked, or those booked that can be cancelled."""
    if not reading.requests or reading.requests[0].intent not in (Intent.BOOK, Intent.CANCEL):
        return ()
    request, commune = reading.requests[0], visit.commune
    days = [day for day, _ in next_deadlines(commune.cutoffs, commune.calendar, visit.instant, NEAREST)]
    if request.intent is Intent.CANCEL:
        booked = booking.booked_at_home(visit.session, visit.person.children, visit.today, date.max)
        days = sorted({meal.day for meal in booked})[:NEAREST]
    return tuple(
        Choice((replace(request, days=(day,), spans=(Span(day, day),)),), follows=reading.follows) for day in days
    )


def _labels(question: Question, visit: Visit) -> tuple[str, list[str]]:
    """What each choice would do, within a key's length and no two alike; apart, what all begin with if too long."""
    labels = [_label(choice, visit) for choice in question.choices]
    common = ""
    if any(len(label) > LONGEST_LABEL for label in labels):
        common, rest = parted(labels)
        labels = [capital(label) for label in rest]
    return common, told_apart(labels, LONGEST_LABEL)


def _label(choice: Choice, visit: Visit) -> str:
    if choice.label:
        return capital(visit.voice.say(f"choice-{choice.label}", dict(choice.facts)))
    return capital(" + ".join(_request_label(request, visit) for request in choice.requests))


def _request_label(request: Request, visit: Visit) -> str:
    """réserver jeudi 3 décembre (Léa)."""
    services = say_services(request.services, visit.voice)
    name = f"choice-{request.intent.value}" if request.intent in (Intent.BOOK, Intent.CANCEL) else "choice-other"
    when = _when(request, visit)
    return visit.say(
        name, services=services or None, when=Spoken(when) if when else None, who=list(request.who) or None
    )


def _when(request: Request, visit: Visit) -> str:
    spans = [(span.first, span.last) for span in request.spans if span.first and span.last]
    if len(spans) == 1 and spans[0][0] != spans[0][1]:
        return visit.say("from-to", first=spans[0][0], last=spans[0][1])
    return _list_days(request.days or [first for first, _ in spans], visit)


def _list_days(days: Sequence[date], visit: Visit) -> str:
    if len(days) > 3:
        return visit.say("from-to", first=days[0], last=days[-1])
    return visit.voice.list(visit.voice.day(day) for day in days)
