"""The plan of the coming week, on Sunday: what is booked, what is usual and missing, and until when."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, timedelta

from sqlalchemy.orm import Session

from handlers import booking, menus, planning
from handlers.buttons import AtHome, BookAhead
from handlers.reply import LONGEST_LABEL, Key, Reply, shorten
from handlers.visit import Visit
from locales.requests import Intent, Request, Span
from locales.voice import Voice
from models.actions import menus as menu_table
from models.actions import people, plans
from models.actions.outbox import Notice
from models.actions.plans import Ahead
from models.rules.commune import Commune
from models.rules.cutoffs import next_deadlines
from models.rules.menus import Menu
from models.rules.rounds import WEEKLY, Round, is_week, open_days

KIND = "plan"


def notices(
    session: Session,
    round_: Round,
    commune: Commune,
    is_for: Callable[[int], bool],
    apart: Callable[[int], Collection[date]],
    households: Collection[int] | None = None,
) -> Iterator[Notice]:
    """The plans of a week, for the accounts the round is for. `apart`: the days an account is reminded of otherwise.

    None is owed of a week of which nothing is known.
    """
    weeks = plans.weeks_ahead(session, round_.day, commune, round_.at, households)
    told = [week for week in weeks if is_for(week.account_id)]
    names = people.names_by_household(session, [household for week in told for household in week.households])
    voice = Voice(commune.today(round_.at))
    eaten = menu_table.known(session, open_days(round_.day, commune)) if told else {}
    for week in told:
        plan = _plan(week, round_, _names(week, names), apart(week.account_id), eaten, voice, commune)
        if plan:
            key = f"plan:{week.account_id}:{round_.day}"
            yield Notice(week.telegram_id, KIND, plan.contents()[0], key=key, useful_until=round_.until)


def _names(week: Ahead, names: Mapping[int, Mapping[int, str]]) -> dict[int, str]:
    return {child: name for household in week.households for child, name in names[household].items()}


def _plan(
    week: Ahead,
    round_: Round,
    names: Mapping[int, str],
    apart: Collection[date],
    eaten: Mapping[date, Menu],
    voice: Voice,
    commune: Commune,
) -> Reply | None:
    """One account's plan, with the menus known where it stays short."""
    missing = {child: tuple(day for day in days if day not in apart) for child, days in week.missing.items()}
    missing = {child: days for child, days in missing.items() if days}
    if not week.booked and not missing:
        return None
    lacking = [
        voice.say("plan-missing", children=[names[child] for child in children], days=days)
        for days, children in _by_days(missing).items()
    ]
    days = menus.between(_days(week, round_.day, names, voice, commune), eaten, voice)
    lines = [*_opening(round_.day, voice, commune), *days]
    closing = [*lacking, *_next_cutoff(round_, voice, commune)]
    text = "\n".join(["\n".join(lines), *(["", *closing] if closing else [])])
    return Reply(text, tuple(_keys(missing, round_.day, names, voice)))


def _by_days(missing: Mapping[int, tuple[date, ...]]) -> dict[tuple[date, ...], list[int]]:
    """Children who lack the same days, together."""
    together: dict[tuple[date, ...], list[int]] = {}
    for child, days in missing.items():
        together.setdefault(days, []).append(child)
    return together


def _opening(monday: date, voice: Voice, commune: Commune) -> list[str]:
    """The week, and where it ends holidays, the day school begins again."""
    back = [] if open_days(monday - WEEKLY, commune) else [voice.say("plan-back", day=open_days(monday, commune)[0])]
    return [voice.say("plan-title", monday=monday), *back]


def _days(week: Ahead, monday: date, names: Mapping[int, str], voice: Voice, commune: Commune) -> dict[date, str]:
    lines = {}
    for day in (monday + timedelta(number) for number in range(7)):
        stands = {meal: state for meal, state in week.booked.items() if meal.day == day and meal.child_id in names}
        if line := planning.line(day, stands, names, voice, commune):
            lines[day] = line
    return lines


def _next_cutoff(round_: Round, voice: Voice, commune: Commune) -> list[str]:
    found = next_deadlines(commune.cutoffs, commune.calendar, round_.at, 1)
    return [voice.say("planning-next-cutoff", day=day, deadline=deadline) for day, deadline in found]


def _keys(
    missing: Mapping[int, tuple[date, ...]], monday: date, names: Mapping[int, str], voice: Voice
) -> Iterator[tuple[Key, ...]]:
    """A button a child with the days it books, one for all where they lack the same; nobody missing: none of them."""
    for child, days in missing.items():
        label = voice.say("plan-book", child=names[child], days=_weekdays(days, voice))
        yield (_book(label, monday, days, (child,)),)
    if len(missing) > 1 and len(alike := _by_days(missing)) == 1:
        [(days, children)] = alike.items()
        if _ahead(monday, days, tuple(children)).fits():
            yield (_book(voice.say("plan-book-all", days=_weekdays(days, voice)), monday, days, tuple(children)),)
    if missing:
        yield (Key(voice.say("remind-at-home"), AtHome(monday)),)


def _weekdays(days: Collection[date], voice: Voice) -> list[str]:
    return [voice.say(f"weekday-{day.isoweekday()}") for day in days]


def _book(label: str, monday: date, days: Collection[date], children: tuple[int, ...]) -> Key:
    return Key(shorten(label, LONGEST_LABEL), _ahead(monday, days, children), "success")


def _ahead(monday: date, days: Collection[date], children: tuple[int, ...]) -> BookAhead:
    return BookAhead(monday, sum(1 << day.weekday() for day in days), children)


def book(button: BookAhead, visit: Visit) -> Reply:
    """Book those days at once, judged as the tap arrives."""
    names = visit.person.names
    if not is_week(button.monday, visit.today) or not set(button.children) <= set(names):
        return Reply(visit.say("stale-button"))
    days = tuple(button.monday + timedelta(number) for number in range(7) if button.days >> number & 1)
    if not days:
        return Reply(visit.say("stale-button"))
    who = tuple(names[child] for child in button.children)
    return booking.at_once(Request(Intent.BOOK, who=who, spans=(Span(days[0], days[-1]),), days=days), visit)
