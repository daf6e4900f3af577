"""The planning as documents: a picture, a page to print, a file for the phone's calendar; by month or school year."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from handlers.buttons import Format, Picture
from handlers.reply import Document, Key, Reply
from handlers.visit import Visit
from locales.sheets import heading
from locales.sheets.agenda import Agenda
from locales.sheets.asked import read
from locales.sheets.sheet import SESSIONS, WEEK, Cell, Sheet, is_month
from locales.voice import Voice
from models.actions import booking
from models.refusals import Unpublished
from models.rules.booking import Facts, Meal, Timing
from models.rules.squares import Square, look
from models.vocabulary import Period, Service, State

SUMMER = 7  # a school year's last month on paper


def keys(visit: Visit, child_id: int, month: date | None) -> tuple[tuple[Key, ...], ...]:
    """The keys another page puts under its own: `month` as each document (None: the school year), then the year.

    `child_id` 0: all the children.
    """
    year, number = (month.year, month.month) if month else (_school_year(visit.today, visit).first.year, 0)
    row = tuple(Key(visit.say(f"sheet-key-{format_}"), Picture(child_id, year, number, format_)) for format_ in Format)
    return (row, *_whole_year(visit, child_id, month)) if month else (row,)


def _whole_year(visit: Visit, child_id: int, month: date) -> tuple[tuple[Key, ...], ...]:
    """The key of the school year `month` is in, where it is published."""
    year = visit.commune.calendar.year_of(month)
    if year is None:
        return ()
    return ((Key(visit.say("sheet-key-year"), Picture(child_id, year.period.first.year, 0, Format.IMAGE)),),)


def typed(text: str, visit: Visit) -> Reply | None:
    """/planning image, pdf or agenda, of a month or the year, for some or all; None where no document is asked for."""
    names = visit.person.names
    asked = read(text, names.values(), visit.today)
    if asked.format is None:
        return None
    if asked.unread:
        example = next(iter(names.values()), "Léa")
        return Reply(visit.say("sheet-not-read", words=" ".join(asked.unread), child=example))
    children = [child for child, name in names.items() if name in asked.children] or list(names)
    day = asked.month or visit.today
    period = _school_year(day, visit) if asked.whole_year else _month(day.year, day.month, visit)
    return _answer(children, period, Format(asked.format), visit)


def draw(button: Picture, visit: Visit) -> Reply:
    """A tap: what it asks for is checked as if nobody had offered it."""
    children = [button.child_id] if button.child_id else list(visit.person.names)
    if not set(children) <= visit.person.pupils.keys():
        return Reply(visit.say("stale-button"))
    try:
        first = date(button.year, button.month or 9, 15)
    except (ValueError, OverflowError):
        return Reply(visit.say("stale-button"))
    period = _month(first.year, first.month, visit) if button.month else _school_year(first, visit)
    return _answer(children, period, button.format, visit)


def _month(year: int, month: int, visit: Visit) -> Period:
    """The days of a month; raises Unpublished where nothing of it is known."""
    first = date(year, month, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    calendar = visit.commune.calendar
    if not calendar.is_published(first) and not calendar.is_published(last):
        raise Unpublished(first)
    return Period(first, last)


def _school_year(day: date, visit: Visit) -> Period:
    """The whole months of the school year of `day`, in summer the next where it is known; raises Unpublished."""
    calendar = visit.commune.calendar
    year = calendar.year_of(day)
    if year is None or day > year.period.last:
        year = calendar.next_year(day) or year
    if year is None:
        raise Unpublished(day)
    first = year.period.first
    return Period(first.replace(day=1), date(first.year + 1, SUMMER, 31))


def _answer(children: Sequence[int], period: Period, format_: Format, visit: Visit) -> Reply:
    if not children:
        return Reply(visit.say("sheet-no-child"))
    if format_ is Format.AGENDA:
        return _agenda(children, period, visit)
    sheets = _sheets(children, period, visit)
    if format_ is Format.PDF:
        caption = _caption("sheet-caption", [sheet.child for sheet in sheets], period, visit)
        return Reply(documents=(Document("pages", {"sheets": [sheet.pack() for sheet in sheets]}, caption),))
    drawn = [Document("picture", one.pack(), _caption("sheet-caption", [one.child], period, visit)) for one in sheets]
    return Reply(documents=tuple(drawn), keys=_others(children, period, visit))


def _others(children: Sequence[int], period: Period, visit: Visit) -> tuple[tuple[Key, ...], ...]:
    """Under a picture: the same as a page or for the phone's calendar, and the year it is in."""
    child = children[0] if len(children) == 1 else 0
    month = period.first if is_month(period) else None
    year = period.first.year
    row = tuple(
        Key(visit.say(f"sheet-key-{format_}"), Picture(child, year, month.month if month else 0, format_))
        for format_ in Format
        if format_ is not Format.IMAGE
    )
    return (row, *(_whole_year(visit, child, month) if month else ()))


def _caption(name: str, children: Iterable[str], period: Period, visit: Visit) -> str:
    return visit.say(name, when=heading.when(period, visit.voice), children=list(children), day=visit.today)


def _sheets(children: Sequence[int], period: Period, visit: Visit) -> list[Sheet]:
    """What stands for each child as this household sees it."""
    calendar = visit.commune.calendar
    days = [day for day in period if day.isoweekday() in WEEK or calendar.is_open(day)]
    meals = [Meal(child, service, day) for child in children for service in Service for day in days]
    facts = booking.load_facts(visit.session, meals, visit.person.pupils)
    return [_sheet(child, days, period, facts, visit) for child in children]


def _sheet(child: int, days: Sequence[date], period: Period, facts: Facts, visit: Visit) -> Sheet:
    at, plain = Timing.at(visit.now), Voice(visit.today, markup=False)
    squares = look(days, [Service.CANTINE], [child], facts, at=at, commune=visit.commune).values()
    cells = {square.day: Cell.of(square, _sessions(child, square, facts), plain) for square in squares}
    return Sheet(visit.person.names[child], period, visit.commune.today(visit.now), cells)


def _sessions(child: int, square: Square, facts: Facts) -> tuple[Service, ...]:
    """The garderie announced for a day on which this household has the child."""
    if not square.children:
        return ()
    return tuple(
        service for service in SESSIONS if facts.standing.get(Meal(child, service, square.day)) is State.RESERVED
    )


def _agenda(children: Sequence[int], period: Period, visit: Visit) -> Reply:
    """What is booked, for the phone's own calendar: first names and hours, nothing else."""
    pupils = visit.person.pupils
    stands = booking.booked(visit.session, children, period.first, period.last)
    meals = tuple(
        meal
        for meal, state in stands.items()
        if state is State.RESERVED and pupils[meal.child_id].home_on(meal.day) is not None
    )
    names = {child: pupils[child].first_name for child in children}
    if not meals:
        return Reply(_caption("sheet-agenda-empty", names.values(), period, visit))
    commune = visit.commune
    agenda = Agenda(names, meals, commune.sessions, commune.timezone.key, visit.now)
    caption = _caption("sheet-agenda-caption", names.values(), period, visit)
    return Reply(documents=(Document("agenda", agenda.pack(), caption),))
