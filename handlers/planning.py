"""What is booked, and until when it can change."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from handlers import sheets
from handlers.reply import Reply
from handlers.visit import Visit
from locales.answers import capital
from locales.requests import Request
from locales.voice import Spoken, Voice
from models.actions import booking
from models.refusals import NoSchool
from models.rules.booking import Meal
from models.rules.commune import Commune
from models.rules.cutoffs import next_deadlines
from models.vocabulary import Period, Service, State

WEEKS = 2  # shown by /planning: this one and the next
SOON = 4  # cut-offs shown when asked for without a day


def show(text: str, visit: Visit) -> Reply:
    """/planning: this week and the next, by day; /planning image, pdf or agenda: as a document."""
    if asked := sheets.typed(text, visit):
        return asked
    monday = visit.today - timedelta(days=visit.today.weekday())
    children = tuple(visit.person.names)
    weeks = [_week(monday + timedelta(weeks=number), number, children, visit) for number in range(WEEKS)]
    title = visit.say("planning-title", children=list(visit.person.names.values()))
    later = _later(monday + timedelta(weeks=WEEKS), children, visit)
    text = "\n\n".join([title, *weeks, *later, *_next_cutoff(visit)])
    return Reply(text, sheets.keys(visit, 0, visit.today) if children else ())


def show_asked(request: Request, visit: Visit) -> Reply:
    """A question about what is booked: the days it names, or the planning."""
    days = request.days or request.closed
    if not days:
        planning = show("", visit)
        return replace(planning, text="\n\n".join(filter(None, [hours(request.services, visit), planning.text])))
    children = tuple(id_ for id_, name in visit.person.names.items() if not request.who or name in request.who)
    lines = _lines(days, children, visit) or _closed(days, visit)
    title = visit.say("planning-title", children=[visit.person.names[id_] for id_ in children])
    return Reply("\n".join([title, *lines]))


def _closed(days: Iterable[date], visit: Visit) -> list[str]:
    """Why there is no school on days asked about, Wednesdays included."""
    reasons = filter(None, map(visit.commune.calendar.objection, days))
    return [visit.say("refusal", reason=Spoken(visit.voice.explain(why))) for why in reasons]


def hours(services: Iterable[Service], visit: Visit) -> str:
    """When the garderie asked about opens and closes, at every school; nothing where none is asked about."""
    lines = []
    for service, usual in visit.commune.sessions.items():
        if service in set(services):
            held = [("", usual), *usual.schools.items()]
            lines += [
                capital(
                    visit.say(
                        "planning-hours", service=service, school=school or None, opens=at.opens, closes=at.closes
                    )
                )
                for school, at in held
            ]
    return "\n".join(lines)


def _week(monday: date, number: int, children: tuple[int, ...], visit: Visit) -> str:
    period = Period(monday, monday + timedelta(days=4))
    title = visit.say("planning-this-week" if number == 0 else "planning-next-week")
    lines = _lines([day for day in period if day >= visit.today], children, visit)
    return "\n".join([title, *(lines or [visit.say("planning-no-school")])])


def _lines(days: Iterable[date], children: tuple[int, ...], visit: Visit) -> list[str]:
    days = list(days)
    if not days:
        return []
    stands = _booked(children, days[0], days[-1], visit)
    commune, names = visit.commune, visit.person.names
    lines = (
        line(day, {meal: state for meal, state in stands.items() if meal.day == day}, names, visit.voice, commune)
        for day in days
    )
    return [said for said in lines if said]


def _booked(children: Iterable[int], first: date, last: date, visit: Visit) -> dict[Meal, State]:
    pupils = visit.person.pupils
    return booking.booked_at_home(visit.session, [pupils[child] for child in children], first, last)


def line(
    day: date, stands: Mapping[Meal, State], names: Mapping[int, str], voice: Voice, commune: Commune
) -> str | None:
    """A day: what is booked, or why there is no school; a Wednesday like any other is passed over."""
    closed = commune.calendar.objection(day)
    if isinstance(closed, NoSchool) and not stands:
        return None
    if closed and not stands:
        return voice.say("refusal", reason=Spoken(voice.explain(closed)))
    services = [service for service in Service if any(meal.service is service for meal in stands)]
    items = [_item(service, stands, names, voice) for service in services]
    return voice.say("planning-line", day=day, items=Spoken(", ".join(items) or voice.say("planning-empty")))


def _item(service: Service, stands: Mapping[Meal, State], names: Mapping[int, str], voice: Voice) -> str:
    """Cantine (Léa et Tom), absence signalée (Tom)."""
    here = [names[m.child_id] for m, state in stands.items() if m.service is service and state is State.RESERVED]
    away = [names[m.child_id] for m, state in stands.items() if m.service is service and state is State.ABSENT]
    said = [voice.say("planning-item", services=service, children=here)] if here else []
    return ", ".join([*said, *([voice.say("planning-absent", children=away)] if away else [])])


def _later(first: date, children: tuple[int, ...], visit: Visit) -> list[str]:
    """Bookings beyond the weeks shown."""
    days = sorted({meal.day for meal in _booked(children, first, date.max, visit)})
    return [visit.say("planning-elsewhere", count=len(days), day=days[-1])] if days else []


def _next_cutoff(visit: Visit) -> list[str]:
    found = next_deadlines(visit.commune.cutoffs, visit.commune.calendar, visit.now, 1)
    return [visit.say("planning-next-cutoff", day=day, deadline=deadline) for day, deadline in found]


def show_deadlines(request: Request, visit: Visit) -> Reply:
    """Jusqu'à quand ? For the days named, else the next ones."""
    commune = visit.commune
    days = [*request.days, *request.closed]
    asked = [(day, commune.cutoffs.deadline(day, commune.calendar)) for day in days if commune.calendar.is_open(day)]
    found = asked or ([] if days else next_deadlines(commune.cutoffs, commune.calendar, visit.now, SOON))
    lines = [visit.say("deadline-line", day=day, deadline=deadline) for day, deadline in found]
    return Reply(
        "\n".join([visit.say("deadline-title"), *lines, *_closed(days, visit), visit.say("deadline-garderie")])
    )
