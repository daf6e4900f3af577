"""The keys of a calendar: a month as a grid, a week a line a day; what each looks like and what a tap on it says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from handlers import sheets
from handlers.buttons import Abandon, MarkDays, MarkPeriod, Turn, ValidateMarks
from handlers.reply import Key, Style
from handlers.visit import Visit
from locales.answers import capital
from locales.fr.spelling import month_name
from models.rules.leaf import WORKING_DAYS, Leaf, View
from models.rules.selection import meals_of
from models.rules.squares import Shade, Square
from models.vocabulary import Period, Service

Squares = Mapping[tuple[date, Service], Square]
Row = tuple[Key, ...]
IN_A_ROW = 4  # children; a phone shows so many names

SIGNS = {
    Shade.BOOKED: "🟩",
    Shade.PARTLY: "🟨",
    Shade.ABSENT: "🟧",
    Shade.FREE: "",
    Shade.LOCKED: "🔒",
    Shade.HOLIDAY: "🟦",
    Shade.CLOSED: "⛔",
    Shade.AWAY: "🏠",
    Shade.OFF: "·",
}
STYLES: dict[Shade, Style] = {Shade.BOOKED: "success", Shade.HOLIDAY: "primary"}
ADDED, REMOVED = "☑️", "❌"  # seen on keys of any colour
LOCK = "🔒"
SEEN_ALIKE = {Shade.FREE, Shade.OFF}  # what needs no legend


@dataclass(frozen=True, slots=True)
class Look:
    """How a square is shown: its sign, its colour, the sentence of the legend that explains it."""

    sign: str
    style: Style | None
    legend: str | None


def look_of(square: Square, leaf: Leaf) -> Look:
    """What is marked on it comes before what stands."""
    meals = set(meals_of(square))
    if meals & leaf.selection.add:
        return Look(ADDED, None, "legend-add")
    if meals & leaf.selection.remove:
        return Look(REMOVED, "danger", "legend-remove")
    shade = square.shade
    lock = LOCK if square.is_locked and shade in (Shade.BOOKED, Shade.PARTLY) else ""
    legend = None if shade in SEEN_ALIKE else f"legend-{shade}"
    return Look(SIGNS[shade] + lock, STYLES.get(shade), legend)


def legends(squares: Squares, leaf: Leaf) -> list[str]:
    """The names of the sentences that explain the signs shown, each once, in the order of days."""
    return list(dict.fromkeys(name for square in squares.values() if (name := look_of(square, leaf).legend)))


def keys(leaf: Leaf, squares: Squares, draft_id: int, visit: Visit) -> tuple[Row, ...]:
    """The keyboard under a calendar; never over a hundred keys."""
    desk = _Desk(leaf, squares, draft_id, visit)
    grid = desk.month() if leaf.view is View.MONTH else desk.week()
    documents = sheets.keys(visit, leaf.child_id, leaf.month.first)[:1]
    return (*grid, *desk.children(), *desk.whole(), *documents, *desk.decisions())


class _Desk:
    """Makes the keys of one leaf."""

    def __init__(self, leaf: Leaf, squares: Squares, draft_id: int, visit: Visit) -> None:
        self.leaf, self.squares, self.draft_id, self.visit = leaf, squares, draft_id, visit

    # The grid

    def month(self) -> list[Row]:
        before, after = self.leaf.neighbours()
        return [
            self._turning(month_name(before), month_name(after), month_name(self.leaf.month.first)),
            self._weekdays(),
            *(self._week_of(monday) for monday in self.leaf.mondays),
            self._services(),
        ]

    def week(self) -> list[Row]:
        before, after = (day.isocalendar().week for day in self.leaf.neighbours())
        (monday,) = self.leaf.mondays
        names = [self._say("key-week-number", number=number) for number in (before, after)]
        title = self._say("key-week", number=monday.isocalendar().week)
        days = (monday + timedelta(days=number) for number in range(WORKING_DAYS))
        return [self._turning(names[0], names[1], title), *map(self._day_row, days)]

    def _turning(self, before: str, after: str, title: str) -> Row:
        earlier, later = self.leaf.neighbours()
        return (
            self._turn(self._say("key-before", name=before), anchor=earlier),
            self._turn(capital(title), anchor=self.leaf.anchor),
            self._turn(self._say("key-after", name=after), anchor=later),
        )

    def _weekdays(self) -> Row:
        """Their names: a tap is for each of them in the month."""
        month = self.leaf.month
        names = (
            Key(self._say(f"weekday-short-{weekday}"), self._mark(month, weekday))
            for weekday in range(1, WORKING_DAYS + 1)
        )
        return (self._turn(self._say("key-today"), anchor=self.visit.today), *names)

    def _week_of(self, monday: date) -> Row:
        week = Period(monday, monday + timedelta(days=WORKING_DAYS - 1))
        number = self._say("key-week-number", number=monday.isocalendar().week)
        return (Key(number, self._mark(week)), *(self._cell(day, self.leaf.service, str(day.day)) for day in week))

    def _day_row(self, day: date) -> Row:
        """A day of a week: its name, which shows why it is closed, then its services."""
        weekday = self._say(f"weekday-short-{day.isoweekday()}")
        name = self._say("key-day", weekday=weekday, number=str(day.day))
        first = self.squares[day, Service.CANTINE]
        sign = SIGNS[first.shade] if first.shade in (Shade.HOLIDAY, Shade.CLOSED, Shade.AWAY, Shade.OFF) else ""
        if sign and not any(self.squares[day, service].booked for service in Service):
            return (self._cell(day, Service.CANTINE, f" {name}"),)
        cells = (self._cell(day, service, self._service_name(service)) for service in Service)
        return (self._cell_name(day, name), *cells)

    def _cell(self, day: date, service: Service, name: str) -> Key:
        look = look_of(self.squares[day, service], self.leaf)
        return Key(f"{look.sign}{name}", self._mark(Period(day, day), service=service), look.style)

    def _cell_name(self, day: date, name: str) -> Key:
        """The day's own name turns to its month."""
        return self._turn(name, anchor=day, view=View.MONTH)

    # What is shown, and of whom

    def _services(self) -> Row:
        return tuple(
            self._turn(self._chosen(self._service_name(s), s is self.leaf.service), service=s) for s in Service
        )

    def children(self) -> list[Row]:
        names = {0: self._say("key-everybody"), **self.visit.person.names}
        if len(names) < 3:
            return []
        all_ = [self._turn(self._chosen(name, id_ == self.leaf.child_id), child_id=id_) for id_, name in names.items()]
        return list(_in_rows(all_))

    def whole(self) -> list[Row]:
        """All of a week, a month, a year; a period; the other view."""
        period = Key(self._say("key-period-off" if self.leaf.ranging else "key-period"), MarkPeriod(self.draft_id))
        if self.leaf.view is View.WEEK:
            (monday,) = self.leaf.mondays
            week = Key(self._say("key-whole-week"), self._mark(Period(monday, monday + timedelta(days=4))))
            return [(week, self._turn(self._say("key-by-month"), view=View.MONTH))]
        month = Key(self._say("key-whole-month"), self._mark(self.leaf.month))
        wholes = (period, month, *self._year())
        return [wholes, (self._turn(self._say("key-by-week"), anchor=self._week_to_show(), view=View.WEEK),)]

    def _week_to_show(self) -> date:
        """This week, in its month; else the month's first."""
        today = self.visit.today
        return today if today in self.leaf.days else self.leaf.mondays[0]

    def _year(self) -> list[Key]:
        calendar, today = self.visit.commune.calendar, self.visit.today
        year = calendar.year_of(self.leaf.month.last) or calendar.year_of(self.leaf.month.first)
        if year is None or year.period.last < today:
            return []
        return [Key(self._say("key-whole-year"), self._mark(Period(max(today, year.period.first), year.period.last)))]

    def decisions(self) -> list[Row]:
        validate = Key(self._say("button-validate"), ValidateMarks(self.draft_id), "success")
        return [(validate, Key(self._say("button-abandon"), Abandon(self.draft_id)))]

    # Words and buttons

    def _turn(
        self,
        name: str,
        *,
        anchor: date | None = None,
        view: View | None = None,
        child_id: int | None = None,
        service: Service | None = None,
    ) -> Key:
        leaf = replace(
            self.leaf,
            anchor=anchor or self.leaf.anchor,
            view=view or self.leaf.view,
            child_id=self.leaf.child_id if child_id is None else child_id,
            service=service or self.leaf.service,
        )
        return Key(name, Turn(self.draft_id, leaf.anchor, leaf.view, leaf.child_id, leaf.service))

    def _mark(self, period: Period, weekday: int = 0, *, service: Service | None = None) -> MarkDays:
        return MarkDays(self.draft_id, period.first, period.last, weekday, service or self.leaf.service)

    def _service_name(self, service: Service) -> str:
        return self._say(f"key-{service.value.replace('_', '-')}")

    def _chosen(self, name: str, chosen: bool) -> str:
        return self._say("key-chosen", name=name) if chosen else name

    def _say(self, name: str, /, **facts: object) -> str:
        return self.visit.say(name, **facts)


def _in_rows(all_: Sequence[Key]) -> Iterable[Row]:
    return (tuple(all_[at : at + IN_A_ROW]) for at in range(0, len(all_), IN_A_ROW))
