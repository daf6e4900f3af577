"""/menu: what is eaten today, this week and the next; and the menus that come by themselves."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy.orm import Session

from handlers.lost import reach
from handlers.reply import Photo, Reply
from handlers.visit import Visit
from locales.requests import Request
from locales.voice import Spoken, Voice
from models.actions import menus
from models.actions.outbox import Notice
from models.rules.commune import Commune
from models.rules.menus import Menu, in_order
from models.rules.rounds import WEEKLY, Round, monday_of, open_days

KIND = "menus"
FEW = 5  # days without a menu named one by one
SHORT = 900  # characters of a plan that still reads well with its menus


def say(menu: Menu, voice: Voice) -> Spoken:
    """Its dishes, whether it is vegetarian, its allergens."""
    told = "unsaid" if menu.allergens is None else "some" if menu.allergens else "nothing"
    facts = {"vegetarian": menu.vegetarian, "told": told, "allergens": in_order(menu.allergens or ())}
    return Spoken(voice.say("menu-dishes", dishes=", ".join(menu.dishes), **facts))


def show(visit: Visit) -> Reply:
    """/menu: today, the rest of this week, the next."""
    this = monday_of(visit.today)
    weeks = {monday: [day for day in open_days(monday, visit.commune) if day >= visit.today] for monday in _two(this)}
    known = menus.known(visit.session, [day for days in weeks.values() for day in days])
    photos = menus.photos(visit.session, [monday for monday, days in weeks.items() if days])
    parts = [visit.say("menu-title")]
    if visit.today in weeks[this]:
        parts.append("\n".join([visit.say("menu-today"), *_lines([visit.today], known, this in photos, visit)]))
        weeks[this].remove(visit.today)
    for name, (monday, days) in zip(("menu-this-week", "menu-next-week"), weeks.items(), strict=True):
        if days or monday != this:
            parts.append("\n".join([visit.say(name), *_lines(days, known, monday in photos, visit)]))
    is_lacking = any(day not in known for monday, days in weeks.items() if monday not in photos for day in days)
    return _reply([*parts, *_closing(known, visit, is_lacking=is_lacking)], photos, visit.voice)


def _two(monday: date) -> tuple[date, date]:
    return monday, monday + WEEKLY


def _lines(days: Collection[date], known: Mapping[date, Menu], has_photo: bool, visit: Visit) -> list[str]:
    """A line a day; one for all where nothing is known of any."""
    if not days:
        return [visit.say("planning-no-school")]
    if not any(day in known for day in days):
        return [visit.say("menu-see-photo" if has_photo else "menu-unknown-week")]
    return [_line(day, known, visit) for day in days]


def _line(day: date, known: Mapping[date, Menu], visit: Visit) -> str:
    said = say(known[day], visit.voice) if day in known else Spoken(visit.say("menu-unknown-day"))
    return visit.say("menu-line", day=day, menu=said)


def _closing(known: Mapping[date, Menu], visit: Visit, *, is_lacking: bool) -> list[str]:
    """What the signs mean, and whom to ask for what is not known."""
    contact = reach(visit.commune)
    if known:
        return [visit.say("menu-legend", contact=contact)]
    return [visit.say("menu-ask-mairie", contact=contact)] if is_lacking else []


def _reply(parts: Iterable[str], photos: Mapping[date, str], voice: Voice) -> Reply:
    shown = (Photo(photos[monday], voice.say("menu-photo", monday=monday)) for monday in sorted(photos))
    return Reply("\n\n".join(parts), documents=tuple(shown))


def show_asked(request: Request, visit: Visit) -> Reply:
    """Qu'est-ce qu'on mange lundi ? The days it names, or the page."""
    named = {day for span in request.spans for day in (span.first, span.last) if day}
    today = {visit.today} if named and min(named) <= visit.today <= max(named) else set()
    days = sorted({*request.days, *(day for day in today if visit.commune.calendar.is_open(day))})
    if not days and not request.closed:
        return show(visit)
    known = menus.known(visit.session, days)
    photos = menus.photos(visit.session, {monday_of(day) for day in days})
    lacking = [day for day in days if day not in known and monday_of(day) not in photos]
    lines = [_line(day, known, visit) for day in days if day in known]
    parts = [visit.say("menu-title"), "\n".join([*lines, *_closed(request.closed, visit), *_unknown(lacking, visit)])]
    return _reply([*filter(None, parts), *_closing(known, visit, is_lacking=bool(lacking))], photos, visit.voice)


def _closed(days: Iterable[date], visit: Visit) -> list[str]:
    """Days of which it is said why nobody eats."""
    whys = [why for day in days if (why := visit.commune.calendar.objection(day))]
    return [visit.say("refusal", reason=Spoken(visit.voice.explain(why))) for why in whys]


def _unknown(days: list[date], visit: Visit) -> list[str]:
    if len(days) > FEW:
        return [visit.say("menu-unknown-others")]
    return [visit.say("menu-unknown-days", days=days)] if days else []


def beside(menu: Menu | None, voice: Voice) -> list[str]:
    """The line a reminder of its day ends with."""
    return [voice.say("menu-of-day", menu=say(menu, voice))] if menu else []


def between(lines: Mapping[date, str], known: Mapping[date, Menu], voice: Voice) -> list[str]:
    """The lines of a plan, each with its menu below where all of it stays short."""
    full = {day: voice.say("menu-of-line", menu=say(known[day], voice)) for day in lines if day in known}
    if sum(map(len, (*lines.values(), *full.values()))) > SHORT:
        return list(lines.values())
    return [said for day, line in lines.items() for said in (line, full.get(day)) if said]


def notices(
    session: Session,
    round_: Round,
    commune: Commune,
    is_for: Callable[[int], bool],
    households: Collection[int] | None = None,
) -> Iterator[Notice]:
    """The menus of a week, for the accounts the round is for; one letter a message, owed once to each."""
    contents = _week(session, round_.day, commune).contents()
    for account, chat in menus.to_tell(session, round_.day, households).items():
        if is_for(account):
            for number, content in enumerate(contents):
                key = f"menus:{account}:{round_.day}:{number}"
                yield Notice(chat, KIND, content, key=key, useful_until=round_.until)


def _week(session: Session, monday: date, commune: Commune) -> Reply:
    """Monday's notice: the days known of the week, or its photo."""
    voice = Voice(monday)
    known = menus.known(session, open_days(monday, commune))
    photos = menus.photos(session, [monday])
    title = voice.say("menus-monday-title", monday=monday)
    lines = [voice.say("menu-line", day=day, menu=say(menu, voice)) for day, menu in known.items()]
    legend = [voice.say("menu-legend", contact=reach(commune))] if known else []
    return _reply(["\n".join([title, *lines]), *legend], photos, voice)
