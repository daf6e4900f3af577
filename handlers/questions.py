"""Asking back: the readings a sentence may have, as buttons in full dates."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from handlers.buttons import Abandon, Answer
from handlers.reply import LONGEST_LABEL, Key, Reply, shorten
from handlers.visit import Visit
from locales.answers import capital
from locales.packing import pack_choices
from locales.requests import Choice, Intent, Question, Reading, Request, Span
from locales.voice import Spoken
from models.actions import booking, drafts
from models.actions.booking import Origin
from models.rules.cutoffs import next_deadlines

NEAREST = 4  # days offered where none was said


def ask(reading: Reading, origin: Origin, visit: Visit, **about: str) -> Reply:
    """The question and its answers; what is chosen is done as if it had been said. `about` is kept beside them."""
    question = reading.ask
    assert question
    said = {name: shorten(fact, LONGEST_LABEL) if isinstance(fact, str) else fact for name, fact in question.facts}
    facts = {**said, "intent": reading.requests[0].intent.value if reading.requests else None}
    text = visit.voice.say(f"ask-{question.why}", facts)
    if not question.choices:
        question = replace(question, choices=_nearest(reading.requests, visit))
    if not question.choices:
        return Reply(text)
    payload = {"why": question.why, "choices": pack_choices(question.choices), **about}
    draft = drafts.open_draft(visit.session, visit.telegram_id, "question", payload, origin)
    labels = _labels(question, visit)
    rows = [(Key(label, Answer(draft.id, number)),) for number, label in enumerate(labels)]
    abandon = Key(visit.say("button-abandon"), Abandon(draft.id))
    reply = Reply(text, (*rows, (abandon,)))
    drafts.keep_screen(draft, reply.contents())
    return reply


def _nearest(requests: Sequence[Request], visit: Visit) -> tuple[Choice, ...]:
    """Where no day was said: the next days that can still be booked, or those booked that can be cancelled."""
    if not requests or requests[0].intent not in (Intent.BOOK, Intent.CANCEL):
        return ()
    request, commune = requests[0], visit.commune
    days = [day for day, _ in next_deadlines(commune.cutoffs, commune.calendar, visit.instant, NEAREST)]
    if request.intent is Intent.CANCEL:
        booked = booking.booked(visit.session, visit.person.names, visit.today, date.max)
        days = sorted({meal.day for meal in booked})[:NEAREST]
    return tuple(Choice((replace(request, days=(day,), spans=(Span(day, day),)),)) for day in days)


def _labels(question: Question, visit: Visit) -> list[str]:
    """What each choice would do, as short as tells them apart."""
    return [shorten(_label(choice, visit), LONGEST_LABEL) for choice in question.choices]


def _label(choice: Choice, visit: Visit) -> str:
    if choice.label:
        return capital(visit.voice.say(f"choice-{choice.label}", dict(choice.facts)))
    return capital(" + ".join(_request_label(request, visit) for request in choice.requests))


def _request_label(request: Request, visit: Visit) -> str:
    """réserver jeudi 3 décembre (Léa)."""
    services = Spoken(visit.voice.list(visit.say("service", service=service) for service in request.services))
    name = f"choice-{request.intent.value}" if request.intent in (Intent.BOOK, Intent.CANCEL) else "choice-other"
    when = Spoken(_when(request, visit))
    return visit.say(name, services=services or None, when=when, who=list(request.who) or None)


def _when(request: Request, visit: Visit) -> str:
    spans = [(span.first, span.last) for span in request.spans if span.first and span.last]
    if len(spans) == 1 and spans[0][0] != spans[0][1]:
        return visit.say("from-to", first=spans[0][0], last=spans[0][1])
    return _list_days(request.days or [first for first, _ in spans], visit)


def _list_days(days: Sequence[date], visit: Visit) -> str:
    if len(days) > 3:
        return visit.say("from-to", first=days[0], last=days[-1])
    return visit.voice.list(visit.voice.day(day) for day in days)
