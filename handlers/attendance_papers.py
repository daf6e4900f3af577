"""The garderie on paper: /pointage feuille, a session's list to be written on; /pointage mois, a page a child."""

from collections.abc import Iterable, Sequence
from datetime import date

from handlers.reply import LONGEST_LABEL, Document, Reply, shorten
from handlers.visit import Visit
from locales import bills
from locales.fr.days_said import Toward
from locales.fr.roll_asked import Asked, asked_session
from locales.sheets.asked import read
from locales.sheets.presence import PresenceSheet, Stay
from locales.sheets.roll import Pupil, RollSheet
from models.actions import roster
from models.actions.presence_month import presence_month
from models.files.text import fold
from models.refusals import Unpublished
from models.rules.attendance import GARDERIE, Entry, day_to_print, hours_of, not_to_print
from models.rules.lines import Presence
from models.rules.presence_month import add_up
from models.tables import Child
from models.vocabulary import Role, Service


def typed(text: str, visit: Visit) -> Reply | None:
    """What is behind /pointage, where it asks for a paper; None for anything else."""
    word, _, rest = text.strip().partition(" ")
    page = PAPERS.get(fold(word))
    return page(rest, visit) if page else None


def print_roll(text: str, visit: Visit) -> Reply:
    """« demain soir »: the sheet of a session, or of each session of the day; with no day, what comes next.

    Raises a Refusal where there is no school or no session, or it is not theirs to print.
    """
    commune, today = visit.commune, visit.today
    asked = asked_session(text, commune.today(visit.instant), commune.calendar, Toward.AHEAD)
    if asked is None:
        return Reply(visit.say("roll-paper-which-day"))
    day, services = _wanted(asked, visit)
    if day is None:
        raise Unpublished(today)
    if no := not_to_print(visit.person.roles, day, today, commune.calendar):
        raise no
    if closed := commune.calendar.objection(day):
        raise closed
    sheets = [_sheet(day, service, visit) for service in services]
    caption = visit.say("roll-paper-caption", day=day, services=list(services))
    return Reply(documents=(Document("roll", {"sheets": [sheet.pack() for sheet in sheets]}, caption),))


def _wanted(asked: Asked, visit: Visit) -> tuple[date | None, tuple[Service, ...]]:
    """The day and its sessions, as far as they are said; of today, the one that comes next, or all once it is over."""
    next_day, next_services = day_to_print(visit.commune, visit.instant)
    day = asked.day or (visit.today if asked.service and visit.commune.calendar.is_open(visit.today) else next_day)
    if asked.service:
        return day, (asked.service,)
    if day == next_day == visit.today:
        return day, next_services
    return day, tuple(service for service in GARDERIE if service in visit.commune.sessions)


def _sheet(day: date, service: Service, visit: Visit) -> RollSheet:
    hours = hours_of(visit.commune, service, day)
    entries = roster.roster(visit.session, day, service)
    schools = {entry.school for entry in entries if entry.school}
    pupils = tuple(_pupil(entry, visit, named=len(schools) > 1) for entry in entries)
    made = visit.commune.local(visit.now)
    return RollSheet(day, service, hours.opens, hours.last_closing, made, pupils)


def _pupil(entry: Entry, visit: Visit, *, named: bool) -> Pupil:
    """`named`: the school is said with the class, there being several."""
    said = (entry.school_class, entry.school if named else "")
    arrived, left = (visit.commune.local(at).time() if at else None for at in (entry.times.arrived, entry.times.left))
    name = f"{entry.first_name} {entry.last_name}".strip()
    return Pupil(name, " – ".join(filter(None, said)), entry.expected, entry.signal, arrived, left)


def print_month(text: str, visit: Visit) -> Reply:
    """« novembre Léa »: a page for each child who was there, or for those named; for the mairie."""
    if not visit.has(Role.MAIRIE):
        return Reply(visit.say("not-for-you"))
    named = _named(roster.children(visit.session))
    asked = read(text, sorted(named, key=len, reverse=True), visit.today)
    if asked.unread or asked.whole_year:
        example = next(iter(named), "Léa")
        words = shorten(" ".join(asked.unread) or text, LONGEST_LABEL)
        return Reply(visit.say("presence-not-read", words=words, child=example))
    ids = {child for name in asked.children for child in named[name]}
    month = _past(asked.month or visit.today, text, visit.today)
    sheets = [
        _month_of(child, presences, month, visit)
        for child, presences in presence_month(visit.session, month, visit.commune, ids)
    ]
    said = bills.month(month)
    if not sheets:
        return Reply(visit.say("presence-nobody", child=asked.children or None, month=said))
    caption = visit.say("presence-caption", month=said, count=len(sheets), first=sheets[0].child)
    return Reply(documents=(Document("presence", {"sheets": [sheet.pack() for sheet in sheets]}, caption),))


def _past(month: date, text: str, today: date) -> date:
    """The first day of the month; one that is still to come, without its year, is that of the year before."""
    to_come = month > today and str(month.year) not in text
    return month.replace(year=month.year - to_come, day=1)


def _named(children: Iterable[Entry]) -> dict[str, set[int]]:
    """Whom a name may be: the first name alone, or with the last."""
    named: dict[str, set[int]] = {}
    for entry in children:
        for name in (entry.first_name, f"{entry.first_name} {entry.last_name}"):
            named.setdefault(name, set()).add(entry.child_id)
    return named


def _month_of(child: Child, presences: Sequence[Presence], month: date, visit: Visit) -> PresenceSheet:
    return PresenceSheet(
        f"{child.first_name} {child.last_name}",
        child.school_class,
        month,
        visit.today,
        tuple(map(Stay.of, presences)),
        add_up(presences),
    )


PAPERS = {"feuille": print_roll, "feuilles": print_roll, "mois": print_month}
