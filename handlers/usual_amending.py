"""What is typed under the usual week: its page, of which the days are said next, and the open grid, amended."""

from handlers import usual_grid, usual_week
from handlers.reply import Reply
from handlers.screens import Former, shown_again
from handlers.visit import Visit
from locales.fr import grammar
from locales.fr.amending import Amended, How, amended, is_tied, says_week
from locales.requests import Usual
from models.rules.people import Pupil
from models.rules.usual_week import Habits, Way, with_weekdays
from models.vocabulary import Service, Weeks

WAYS = {How.INSTEAD: Way.REPLACE, How.REMOVE: Way.REMOVE, How.ADD: Way.ADD}  # in the order they are done


def said_of_page(text: str, _former: Former, visit: Visit) -> Reply | None:
    """« mardi et jeudi pour Léa », under what asks for what is usual."""
    children = tuple(visit.person.names.values())
    if not says_week(text, children):
        return None
    now, calendar = visit.commune.local(visit.instant), visit.commune.calendar
    reading = grammar.read(text, now=now, calendar=calendar, children=children, usual=Usual.STATED)
    return usual_week.read(reading, reading.habit, visit) if reading.habit else None


def typed(text: str, former: Former, visit: Visit) -> Reply | None:
    """« non pas jeudi, vendredi », « et mardi aussi »: in the grid; it is shown again with how to say the rest."""
    assert former.draft
    said = amended(text, tuple(visit.person.names.values()))
    screen = usual_grid.look(former.draft.id, visit) if said else None
    if said and screen:
        pupils = _pupils(said, screen.pupils, visit)
        closed = {weekday for _, weekday in said.ways} - visit.commune.calendar.weekdays
        notes = [visit.say("usual-no-school", weekday=visit.say(f"weekday-{day}")) for day in sorted(closed)]
        wanted = _carried_out(said, screen, pupils, visit) if pupils else screen.wanted
        return usual_grid.rewritten(screen, wanted, visit, notes)
    return shown_again("usual-how-to-amend", former, visit) if is_tied(text) else None


def _pupils(said: Amended, pupils: dict[int, Pupil], visit: Visit) -> list[Pupil]:
    return [pupil for id_, pupil in pupils.items() if not said.children or visit.person.names[id_] in said.children]


def _carried_out(said: Amended, screen: usual_grid.Screen, pupils: list[Pupil], visit: Visit) -> Habits:
    wanted = screen.wanted
    for service in said.services or _services(screen):
        for how, way in WAYS.items():
            open_days = [day for day in said.weekdays(how) if day in visit.commune.calendar.weekdays]
            if open_days:
                wanted = with_weekdays(wanted, service, dict.fromkeys(open_days, Weeks.ALL), way, pupils)
    return wanted


def _services(screen: usual_grid.Screen) -> list[Service]:
    """Those that the grid was opened to change; else the canteen."""
    changed = {habit.service for habit in screen.before ^ screen.wanted}
    return sorted(changed) or [Service.CANTINE]
