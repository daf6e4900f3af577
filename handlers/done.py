"""What has just been done: what stands of it, whether to take it back, what of it is wanted after all."""

from collections.abc import Mapping
from dataclasses import replace

from handlers import booking, calendar, questions
from handlers.booking import Asked
from handlers.buttons import Abandon
from handlers.reply import Lost, Reply
from handlers.screens import Former, find
from handlers.visit import Visit
from locales.answers import blocks
from locales.fr.put_back import Part, wanted_back
from locales.requests import Choice, Follow, Intent, Question, Reading, Request
from locales.standing import standing
from locales.voice import Spoken
from models.actions import booking as bookings
from models.actions import drafts, receipts
from models.rules.booking import Meal
from models.tables import Receipt
from models.vocabulary import Role, ScreenKind, Service, State

States = Mapping[Meal, State]


def _last(former: Former, visit: Visit) -> Receipt | None:
    """The receipt of what was done last: of what was taken back, the one that took it back."""
    receipt = former.receipt
    if receipt and receipt.undone_by:
        return receipts.of_account(visit.session, receipt.undone_by, visit.person.account_id)
    return receipt


def _states(receipt: Receipt, visit: Visit) -> States:
    """How the meals that `receipt` changed stand now."""
    changed = [line for line in receipt.lines if line.after is not None and line.after is not line.before]
    meals = [Meal(line.child_id, line.service, line.day) for line in changed if line.child_id in visit.person.names]
    found = bookings.standing(visit.session, {meal.child_id for meal in meals}, {meal.day for meal in meals})
    return {meal: found.get(meal, State.CANCELLED) for meal in meals}


def _states_of(former: Former | None, visit: Visit) -> States:
    receipt = _last(former, visit) if former else None
    return _states(receipt, visit) if receipt else {}


def _say(states: States, visit: Visit, *, still: bool) -> Spoken:
    return Spoken(standing(states, visit.person.names, visit.voice, still=still))


def thanks(_former: Former | None, visit: Visit) -> Reply:
    return Reply(visit.say("thanks-back"))


def agreed(former: Former | None, visit: Visit) -> Reply | None:
    """« oui », where nothing is to be decided: what stands of what was done, or that nothing waits."""
    states = _states_of(former, visit)
    if states:
        return Reply(visit.say("agreed-stands", stands=_say(states, visit, still=False)))
    return Reply(visit.say("nothing-waits")) if visit.has(Role.PARENT) else None


def at_rest(_former: Former | None, visit: Visit) -> Reply | None:
    """« non », « oublie », of a page that changed nothing."""
    return Reply(visit.say("no-booking-changed")) if visit.has(Role.PARENT) else None


def checked(former: Former | None, visit: Visit) -> Reply | None:
    """« c’est noté ? »: what stands, or that nothing was changed."""
    states = _states_of(former, visit)
    if states:
        return Reply(visit.say("agreed-stands", stands=_say(states, visit, still=False)))
    return Reply(visit.say("nothing-changed-yet")) if visit.has(Role.PARENT) else None


def stands(former: Former, visit: Visit, why: Lost) -> Reply | None:
    """La cantine de lundi reste réservée; None where nothing was changed."""
    states = _states_of(former, visit)
    if not states:
        return None
    name = "not-understood-stands" if why is Lost.WORDS else "stands-alone"
    return Reply(visit.say(name, stands=_say(states, visit, still=True)))


def ask_undo(former: Former, visit: Visit) -> Reply | None:
    """What stands, and whether to take it back."""
    receipt = _last(former, visit)
    states = _states(receipt, visit) if receipt else {}
    if not states:
        return Reply(visit.say("nothing-to-undo"))
    label = _label(states)
    said = Spoken(visit.say("standing-asked", stands=_say(states, visit, still=False), label=label))
    choice = Choice(_contrary(states, visit), label, follows=Follow.UNDO if _holds(receipt, states) else None)
    question = Question("undo", (("standing", said),), (choice,))
    return questions.ask(Reading((), question), Former(former.requests, receipt, None), visit)


def _holds(receipt: Receipt | None, states: States) -> bool:
    """Whether what `receipt` did stands still, so that taking it back means what is asked."""
    lines = receipt.lines if receipt and not receipt.undone_by else []
    after = {Meal(line.child_id, line.service, line.day): line.after for line in lines}
    return all(after.get(meal) is state for meal, state in states.items())


def _label(states: States) -> str:
    """How taking it back is named: a single thing has a name of its own."""
    found = set(states.values())
    if len(blocks(states)) > 1 or len(found) > 1:
        return "undo-several"
    return "undo" if found == {State.RESERVED} else "undo-cancel"


def _contrary(states: States, visit: Visit) -> tuple[Request, ...]:
    booked = [meal for meal, state in states.items() if state is State.RESERVED]
    others = [meal for meal in states if meal not in booked]
    return (*_requests(Intent.CANCEL, booked, visit), *_requests(Intent.BOOK, others, visit))


def _requests(intent: Intent, meals: list[Meal], visit: Visit) -> tuple[Request, ...]:
    names = visit.person.names
    return tuple(
        Request(intent, block.services, tuple(names[child] for child in block.children), days=block.days)
        for block in blocks(meals)
    )


def put_back(text: str, former: Former, visit: Visit) -> Reply | None:
    """« remets lundi », « finalement si »: that very Monday, for the children who had it; None for another subject."""
    part = wanted_back(text, tuple(visit.person.names.values()))
    if part is None:
        return None
    receipt = _last(former, visit)
    if receipt is None:
        return _show_again(part, former, visit)
    states, names = _states(receipt, visit), visit.person.names
    meant = {m: state for m, state in states.items() if part.holds(m.day, m.service, names[m.child_id])}
    gone = [meal for meal, state in meant.items() if state is not State.RESERVED]
    if part == Part() and len(set(states.values())) > 1:
        return ask_undo(former, visit)
    if gone:
        return booking.fulfil(_requests(Intent.BOOK, gone, visit), visit.origin(), visit)
    return Reply(visit.say("stands-alone", stands=_say(meant, visit, still=True))) if meant else None


def _show_again(part: Part, former: Former, visit: Visit) -> Reply | None:
    """What was abandoned, or was not there to be cancelled: shown once more, or that part of it booked."""
    acts = [_wanted(request) for request in former.requests if request.days]
    acts = [request for request in acts if request.intent in booking.WANTED]
    cancels = any(request.intent is Intent.CANCEL for request in acts)
    if not acts:
        return None
    if part == Part():  # « non, on garde », of what was not cancelled
        return (
            Reply(visit.say("nothing-to-undo")) if cancels else booking.show_first(Asked(acts, visit.origin()), visit)
        )
    wanted = [found for request in acts if (found := _part_of(request, part)).days]
    return booking.fulfil(wanted, visit.origin(), visit) if wanted else None


def _wanted(request: Request) -> Request:
    """`request`; of somebody asked about, « Léa mange lundi ? », the booking that « remets lundi » wants."""
    is_of_somebody = request.intent is Intent.PLANNING and request.who
    return replace(request, intent=Intent.BOOK) if is_of_somebody else request


def _part_of(request: Request, part: Part) -> Request:
    """The days of `request` that are wanted after all, for whom and of what is said."""
    when = Part(weekdays=part.weekdays, numbers=part.numbers, months=part.months)
    days = tuple(day for day in request.days if when.holds(day, Service.CANTINE, ""))
    services = tuple(sorted(part.services)) or request.services
    return replace(request, intent=Intent.BOOK, services=services, who=part.children or request.who, days=days)


def keeps(text: str, visit: Visit) -> bool:
    """« non, on garde », of what was about to be cancelled."""
    return wanted_back(text, tuple(visit.person.names.values())) == Part()


def abandon(button: Abandon, visit: Visit) -> Reply:
    """Abandonner, or « Non, garder »: what stands is said."""
    draft = drafts.look(visit.session, button.draft_id, visit.telegram_id, ScreenKind.QUESTION)
    reply = calendar.abandon(button, visit)
    if draft is None or draft.payload.get("why") != "undo":
        return reply
    about = draft.payload["former"]
    receipt = _last(find((), about["receipt_id"], None, visit), visit)
    states = _states(receipt, visit) if receipt else {}
    text = visit.say("abandoned-stands", stands=_say(states, visit, still=True)) if states else reply.text
    return Reply(text, in_place=True)
