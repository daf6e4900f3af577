"""Booking as usual, up to a day; and making what is booked ahead follow a usual week that has just changed."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from handlers import booking, usual_words
from handlers.booking import Asked
from handlers.buttons import BookUsual
from handlers.reply import Reply
from handlers.visit import Visit
from locales.answers import blocks
from locales.requests import Habit, Intent, Request
from locales.voice import Spoken
from models.actions import usual_week
from models.actions.booking import Origin
from models.rules.as_usual import Adaptation
from models.rules.booking import Meal, Timing
from models.rules.calendar import ONE_DAY
from models.rules.people import Pupil
from models.rules.usual_week import Habits
from models.vocabulary import Period, Service


def book(button: BookUsual, visit: Visit) -> Reply:
    """Réserver jusqu’aux vacances: from tomorrow on, judged as the tap arrives."""
    calendar = visit.commune.calendar
    if button.until <= visit.today or not calendar.is_published(button.until):
        return usual_words.page(visit, visit.say("usual-stale"))
    days = calendar.open_days(Period(visit.today + ONE_DAY, button.until))
    return _fulfil(_plan(days, (), visit.person.pupils, visit.instant, visit), visit.origin(), visit)


def book_said(asked: Sequence[Request], said: Habit, origin: Origin, visit: Visit) -> Reply:
    """« Réserver comme d’habitude jusqu’au 18 décembre »: the usual part of the days said; no day, the page's keys."""
    if not any(request.days for request in asked):
        return usual_words.page(visit, *_closed(asked, visit))
    plan = Adaptation()
    for request in asked:
        pupils = {
            id_: visit.person.pupils[id_] for id_, name in visit.person.names.items() if name in _who(request, visit)
        }
        found = _plan(request.days, _services(request, said), pupils, origin.instant, visit)
        for known, more in ((plan.to_book, found.to_book), (plan.already, found.already), (plan.aside, found.aside)):
            known += [meal for meal in more if meal not in known]
    return _fulfil(plan, origin, visit, asked)


def _closed(asked: Iterable[Request], visit: Visit) -> list[str]:
    """Why the days named have no school."""
    whys = (visit.commune.calendar.objection(day) for request in asked for day in request.closed)
    return [visit.say("refusal", reason=Spoken(visit.voice.explain(why))) for why in whys if why]


def _who(request: Request, visit: Visit) -> Collection[str]:
    return request.who or visit.person.names.values()


def _services(request: Request, said: Habit) -> tuple[Service, ...]:
    """The services named; the canteen is also what a sentence means that names none, and then all are meant."""
    return tuple(s for s in request.services if s is not Service.CANTINE or said.meals)


def _plan(
    days: Collection[date], services: Collection[Service], pupils: dict[int, Pupil], instant: datetime, visit: Visit
) -> Adaptation:
    at = Timing(instant, visit.now)
    return usual_week.followed(visit.session, days, services, pupils, at=at, commune=visit.commune)


def _fulfil(plan: Adaptation, origin: Origin, visit: Visit, asked: Sequence[Request] = ()) -> Reply:
    """Done at once or shown first as any wish; shown first where days the family cancelled are left aside.

    `asked`: what was said of the days, with what was assumed while reading it.
    """
    requests = [*_requests(Intent.BOOK, plan.to_book, visit), *_requests(Intent.BOOK, plan.already, visit)]
    aside = _requests(Intent.BOOK, plan.aside, visit)
    if not requests and not aside:
        return usual_words.page(visit, visit.say("usual-none-then"))
    notes, shown_first = tuple(note for one in asked for note in one.notes), any(one.shown_first for one in asked)
    requests[:1] = [replace(first, notes=notes, shown_first=shown_first) for first in requests[:1]]
    if not aside:
        return booking.fulfil(requests, origin, visit)
    return booking.show_first(Asked(requests, origin, aside=aside), visit)


def adapt(old: Habits, new: Habits, visit: Visit, opening: str) -> Reply | None:
    """What is booked ahead and does not follow `new`, to be validated; None where all of it does."""
    at = Timing(visit.instant, visit.now)
    plan = usual_week.adaptation(visit.session, old, new, visit.person.pupils, at=at, commune=visit.commune)
    requests = [*_requests(Intent.CANCEL, plan.to_cancel, visit), *_requests(Intent.BOOK, plan.to_book, visit)]
    if not requests:
        return None
    aside = _requests(Intent.BOOK, plan.aside, visit)
    return booking.show_first(Asked(requests, visit.origin(), aside=aside), visit, "usual-adapt", opening=[opening])


def _requests(intent: Intent, meals: Iterable[Meal], visit: Visit) -> list[Request]:
    """As few requests as say `meals`."""
    names = visit.person.names
    return [
        Request(intent, block.services, tuple(names[child] for child in block.children), days=block.days)
        for block in blocks(meals)
    ]
