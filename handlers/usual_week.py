"""/semaine: the usual week shown, or said in a sentence."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from handlers import as_usual, booking, questions, usual_grid, usual_words
from handlers.reply import Reply
from handlers.visit import Visit
from locales.fr.amending import excepts
from locales.requests import Habit, Intent, Reading, Request, Span, Usual
from models.actions import drafts, usual_week
from models.actions.booking import Origin
from models.rules.people import Pupil
from models.rules.recurrences import weeks_of
from models.rules.usual_week import Habits, Way, with_weekdays
from models.vocabulary import Period, ScreenKind, Service, Weeks

LONGEST_SPAN = timedelta(days=400)
WEEKEND = {6, 7}
EVERY_DAY: dict[int, Weeks | None] = dict.fromkeys(range(1, 8), Weeks.ALL)  # what is over on no day in particular


def show(_text: str, visit: Visit) -> Reply:
    """The page, after which days of the week are what is usual."""
    drafts.open_draft(visit.session, visit.telegram_id, ScreenKind.USUAL_PAGE, {}, visit.origin())
    return usual_words.page(visit)


def read(reading: Reading, said: Habit, visit: Visit) -> Reply | None:
    """A sentence of the usual week; None for one that asks for something else in passing."""
    if reading.ask and reading.ask.why != "which-days":
        return questions.ask(reading, None, visit, usual=said.usual.value)
    return carry(said, reading.requests, visit.origin(), visit)


def carry(said: Habit, requests: Sequence[Request], origin: Origin, visit: Visit) -> Reply | None:
    """What is said of the usual week, as requests: a week to be kept, or days to be booked by it."""
    acts = [request for request in requests if request.intent in booking.WANTED]
    if said.usual is Usual.STATED:
        return _propose(said, acts, origin, visit)
    if excepts(visit.words or "") and not any(request.days for request in acts):
        return Reply(visit.say("usual-except-until-when"))  # its keys would book what is excepted, too
    return as_usual.book_said(acts, said, origin, visit) if said.holds(requests) else None


def _propose(said: Habit, acts: Sequence[Request], origin: Origin, visit: Visit) -> Reply:
    """The grid with what the sentence says in it, to be validated."""
    if not acts:
        return usual_words.page(visit)
    over = all(request.intent is Intent.CANCEL for request in acts)
    weekdays = [EVERY_DAY if over and not request.spans else _weekdays(request, said) for request in acts]
    if any(None in found.values() for found in weekdays):
        return usual_words.page(visit, visit.say("usual-too-seldom"))
    school = visit.commune.calendar.weekdays
    wishes = [
        (request, {weekday: weeks for weekday, weeks in found.items() if weeks and weekday in school})
        for request, found in zip(acts, weekdays, strict=True)
    ]
    before = usual_week.load(visit.session, visit.person.pupils)
    wanted, children = _carried_out(before, wishes, said, visit)
    notes = _notes(acts, weekdays, said, visit)
    if wanted != before:
        return usual_grid.open_grid(children, before, wanted, origin, visit, notes)
    named = {pupil.id: pupil for request in acts if request.who for pupil in _pupils(request, visit)}
    if named and not children and not notes:
        return usual_grid.open_grid(named, before, before, origin, visit)
    return usual_words.page(visit, *(notes or [visit.say("usual-unchanged" if children else "usual-how-to-say")]))


def _notes(
    acts: Sequence[Request], weekdays: Iterable[dict[int, Weeks | None]], said: Habit, visit: Visit
) -> list[str]:
    """What of the sentence is not in the grid: weekdays without school, even or odd weeks not made out."""
    school = visit.commune.calendar.weekdays
    closed = sorted({weekday for request in acts for weekday in _closed(request, school)})
    notes = [visit.say("usual-no-school", weekday=visit.say(f"weekday-{weekday}")) for weekday in closed]
    if said.fortnightly and all(weeks is Weeks.ALL for found in weekdays for weeks in found.values()):
        notes.append(visit.say("usual-check-weeks"))
    return notes


def _weekdays(request: Request, said: Habit) -> dict[int, Weeks | None]:
    """Even weeks or odd ones are told by the days; near the year's end by a single one, of those that come back."""
    comes_back = any(note.name == "until-year-end" for note in request.notes)
    return weeks_of(_days(request.spans), fortnightly=said.fortnightly and comes_back)


def _closed(request: Request, school: Collection[int]) -> set[int]:
    """Weekdays without school that were said one by one, not along with a stretch of days or whole weeks."""
    said = {day.isoweekday() for span in request.spans if span.first == span.last for day in _days([span])}
    return set() if said >= set(school) or said >= WEEKEND else said - set(school)


def _carried_out(
    habits: Habits, wishes: Sequence[tuple[Request, dict[int, Weeks]]], said: Habit, visit: Visit
) -> tuple[Habits, dict[int, Pupil]]:
    """`habits` once the `wishes` are in them, and the children they speak of.

    What is said of a child's service takes the place of what was usual; what the sentence says next comes besides.
    """
    children: dict[int, Pupil] = {}
    stated: set[tuple[int, Service]] = set()
    for request, weekdays in wishes:
        for pupil in _pupils(request, visit) if weekdays else ():
            children[pupil.id] = pupil
            for service in _services(request, said):
                way = _way(request, said, besides=said.besides or (pupil.id, service) in stated)
                habits = with_weekdays(habits, service, weekdays, way, [pupil])
                stated.add((pupil.id, service))
    return habits, children


def _pupils(request: Request, visit: Visit) -> list[Pupil]:
    names, pupils = visit.person.names, visit.person.pupils
    return [pupils[id_] for id_, name in names.items() if not request.who or name in request.who]


def _services(request: Request, said: Habit) -> Iterable[Service]:
    """Those said; of « rien » all, unless one is named: the grammar takes what names none for the canteen."""
    unsaid = request.services == (Service.CANTINE,) and said.never and not said.meals
    return Service if unsaid or not request.services else request.services


def _way(request: Request, said: Habit, *, besides: bool) -> Way:
    if request.intent is Intent.CANCEL or said.never:
        return Way.REMOVE
    return Way.ADD if besides else Way.REPLACE


def _days(spans: Iterable[Span]) -> list[date]:
    """The calendar days of `spans`, of an open one its known end alone."""
    days: list[date] = []
    for span in spans:
        first, last = span.first or span.last, span.last or span.first
        if first and last:
            days += Period(first, min(last, first + LONGEST_SPAN))
    return days
