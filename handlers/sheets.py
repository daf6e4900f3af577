"""The planning as documents: a picture, a page to print, a file for the phone's calendar; by month or school year."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date

from handlers.buttons import Format, Picture
from handlers.reply import Document, Key, Reply, shorten
from handlers.visit import Visit
from locales.answers import capital
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

YEAR_BEGINS, YEAR_ENDS = 9, 7  # months, on paper
LONGEST_SAID = 60  # of words not understood


def keys(visit: Visit, child_id: int, month: date | None) -> tuple[tuple[Key, ...], ...]:
    """The keys another page puts under its own: `month` as each document (None: the school year), then the year.

    `child_id` 0: all the children.
    """
    year = _year_of(month or visit.today, visit)
    if month is None:
        return (_row(visit, child_id, year, 0, Format),) if year else ()
    return (_row(visit, child_id, month.year, month.month, Format), *_whole_year(visit, child_id, year))


def _row(visit: Visit, child_id: int, year: int, month: int, formats: Iterable[Format]) -> tuple[Key, ...]:
    return tuple(Key(visit.say(f"sheet-key-{one}"), Picture(child_id, year, month, one)) for one in formats)


def _whole_year(visit: Visit, child_id: int, year: int | None) -> tuple[tuple[Key, ...], ...]:
    """The key of the school year begun in `year`, where it is published."""
    return ((Key(visit.say("sheet-key-year"), Picture(child_id, year, 0, Format.IMAGE)),),) if year else ()


def typed(text: str, visit: Visit) -> Reply | None:
    """/planning image, pdf or agenda, of a month or the year, for some or all; None where no document is asked for."""
    names = visit.person.names
    asked = read(text, names.values(), visit.today)
    if asked.format is None:
        return None
    if asked.unread:
        example = next(iter(names.values()), "Léa")
        return Reply(visit.say("sheet-not-read", words=shorten(" ".join(asked.unread), LONGEST_SAID), child=example))
    children = [child for child, name in names.items() if name in asked.children] or list(names)
    day = asked.month or visit.today
    year = (_year_of(day, visit) if asked.whole_year else None) or day.year
    return _answer(children, year, 0 if asked.whole_year else day.month, Format(asked.format), visit)


def draw(button: Picture, visit: Visit) -> Reply:
    """A tap: what it asks for is checked as if nobody had offered it."""
    children = [button.child_id] if button.child_id else list(visit.person.names)
    if not set(children) <= visit.person.pupils.keys():
        return Reply(visit.say("stale-button"))
    if not (date.min.year <= button.year < date.max.year and 0 <= button.month <= 12):
        return Reply(visit.say("stale-button"))
    return _answer(children, button.year, button.month, button.format, visit)


def _answer(children: Sequence[int], year: int, month: int, format_: Format, visit: Visit) -> Reply:
    """The documents asked for, or why there are none; `month` 0: the school year begun in `year`."""
    if not children:
        return Reply(visit.say("sheet-no-child"))
    period = _month(year, month) if month else _school_year(year, visit)
    calendar = visit.commune.calendar
    if period is None or not (calendar.is_published(period.first) or calendar.is_published(period.last)):
        return Reply(capital(visit.voice.explain(Unpublished(date(year, month or YEAR_BEGINS, 1)))))
    if format_ is Format.AGENDA:
        return _agenda(children, period, visit)
    sheets = _sheets(children, period, visit)
    if format_ is Format.PDF:
        caption = _caption("sheet-caption", [sheet.child for sheet in sheets], period, visit)
        return Reply(documents=(Document("pages", {"sheets": [sheet.pack() for sheet in sheets]}, caption),))
    drawn = [Document("picture", one.pack(), _caption("sheet-caption", [one.child], period, visit)) for one in sheets]
    return Reply(documents=tuple(drawn), keys=_others(children, period, visit))


def _month(year: int, month: int) -> Period:
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _year_of(day: date, visit: Visit) -> int | None:
    """In which year the school year of `day` began; in summer the next one's, where it is known."""
    calendar = visit.commune.calendar
    year = calendar.year_of(day)
    if year is None or day > year.period.last:
        year = calendar.next_year(day) or year
    return year.period.first.year if year else None


def _school_year(year: int, visit: Visit) -> Period | None:
    """The whole months of the school year begun in `year`, as far as July; None where it is not published."""
    years = visit.commune.calendar.years
    first = next((one.period.first for one in years if one.period.first.year == year), None)
    return Period(first.replace(day=1), date(year + 1, YEAR_ENDS, 31)) if first else None


def _others(children: Sequence[int], period: Period, visit: Visit) -> tuple[tuple[Key, ...], ...]:
    """Under a picture: the same as a page or for the phone's calendar, and the year it is in."""
    child, first = children[0] if len(children) == 1 else 0, period.first
    formats = (Format.PDF, Format.AGENDA)
    if not is_month(period):
        return (_row(visit, child, first.year, 0, formats),)
    year = _year_of(first, visit)
    return (_row(visit, child, first.year, first.month, formats), *_whole_year(visit, child, year))


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
    pupils = [visit.person.pupils[child] for child in children]
    stands = booking.booked_at_home(visit.session, pupils, period.first, period.last)
    meals = tuple(meal for meal, state in stands.items() if state is State.RESERVED)
    names = {pupil.id: pupil.first_name for pupil in pupils}
    if not meals:
        return Reply(_caption("sheet-agenda-empty", names.values(), period, visit))
    commune = visit.commune
    agenda = Agenda(names, meals, commune.sessions, commune.timezone.key, visit.now)
    caption = _caption("sheet-agenda-caption", names.values(), period, visit)
    return Reply(documents=(Document("agenda", agenda.pack(), caption),))
