"""Days that continue those of the former sentence: « et lundi », « plutôt vendredi », « pareil la semaine d'après »."""

from datetime import date, timedelta

from locales.fr.pieces.clock import ONE_DAY, WEEK, Clock, Span, monday_of, month_length
from locales.fr.pieces.counted import Morrow, SameWeek
from locales.fr.pieces.days import Later, Piece, Point, Written
from locales.fr.pieces.exceptions import Except, each_day
from locales.fr.pieces.lists import AnyOf, Listed
from locales.fr.pieces.parts import Rest, SchoolYear
from locales.fr.pieces.periods import Period
from locales.fr.pieces.ranges import Between, From, Until
from locales.fr.pieces.recurrences import Every
from locales.fr.pieces.spans import subtract
from locales.fr.pieces.value import Value, replace
from locales.fr.pieces.weeks import ThisWeek


class Former(Value):
    """The days of a former request, as they were read: its `said` spans, and the school days among them."""

    said: tuple[Span, ...]
    days: tuple[date, ...] = ()

    def spans(self, clock: Clock) -> list[Span]:
        clock.today_said = clock.today_said or clock.today in self.days
        clock.assumed = clock.assumed or any(first is None or last is None for first, last in self.said)
        return list(self.said)

    @property
    def bounds(self) -> tuple[date, date]:
        """First and last day that count."""
        days = self.days or tuple(day for span in self.said for day in span if day)
        return days[0], days[-1]

    @property
    def comes_back(self) -> bool:
        """Whether the days reach beyond a week, so that a weekday is said of each of them."""
        first, last = self.bounds
        return last - first > WEEK

    def weekdays(self, clock: Clock) -> frozenset[int]:
        return frozenset(day.isoweekday() for day in self.days or each_day(self.said, clock))


class Besides(Value):
    """A piece read on from the former days, as a list is."""

    piece: Piece
    former: Former

    def spans(self, clock: Clock) -> list[Span]:
        kept, clock.after = clock.after, self.former.bounds[1]
        found = self.piece.spans(clock)
        clock.after = kept
        return found


class Onward(Value):
    """A weekday read on from the former days; asked where that is in a later week, and another may be meant.

    That of the former week, or the next there is.
    """

    weekday: int
    former: Former

    def spans(self, clock: Clock) -> list[Span]:
        onward = Besides(Written(self.weekday), self.former)
        days = [each.spans(clock.aside()) for each in (onward, SameWeek(self.weekday, self.former))]
        days.append(Written(self.weekday).spans(clock.aside()))
        fit = [
            found for found in days if found[0][0] not in self.former.days and clock.is_open(found[0][0] or clock.today)
        ]
        options = [found for at, found in enumerate(fit) if found not in fit[:at]]
        if len(options) < 2 or self._is_near(days[0][0][0]):
            return onward.spans(clock)
        return clock.choose("which-days", options)

    def _is_near(self, day: date | None) -> bool:
        """Whether `day` is of the one week the former days are of."""
        return day is not None and {monday_of(day)} == {monday_of(bound) for bound in self.former.bounds}


class Weekly(Value):
    """A weekday said of former days that come back: each of them between the same ends."""

    weekday: int
    former: Former

    def spans(self, _: Clock) -> list[Span]:
        first, last = self.former.bounds
        days = (first + timedelta(days=i) for i in range((last - first).days + 1))
        return [(day, day) for day in days if day.isoweekday() == self.weekday]


class Rebounded(Value):
    """Former days that come back, with another start or end: « à partir du 7, plutôt »."""

    bound: From | Until
    former: Former

    def spans(self, clock: Clock) -> list[Span]:
        start, end = self.bound.bounds(clock)
        first, last = self.former.bounds
        first, last = (start or first, last) if isinstance(self.bound, From) else (first, end or last)
        weekdays = self.former.weekdays(clock)
        days = (first + timedelta(days=i) for i in range((last - first).days + 1))
        return [(day, day) for day in days if day.isoweekday() in weekdays]


class SameMonth(Point):
    """A number said instead of former days: that of their month, else the next; asked when not nearest."""

    number: int
    former: Former

    def day(self, clock: Clock) -> date:
        last = self.former.bounds[1]
        following = Written(number=self.number).first_from(last + ONE_DAY) or last
        if self.number > month_length(last.year, last.month):
            return Written(number=self.number, month=last.month).day(clock)
        same = last.replace(day=self.number)
        if same <= clock.today:
            return following
        return clock.choose("which-day", [same, following]) if following - last < abs(same - last) else same


class Among(Value):
    """The former days that a piece says; where it says none of them, the piece itself."""

    wanted: Piece
    former: Former

    def spans(self, clock: Clock) -> list[Span]:
        left = Except(self.former, self.wanted).spans(clock.aside())
        hit = subtract(self.former.said, left)
        return hit or instead(self.wanted, self.former).spans(clock)


class Likewise(Value):
    """The former weekdays, in another week or month: « pareil la semaine d'après », "la même chose en janvier".

    Where that is not `sure`, "aussi la semaine prochaine", the whole of it may be meant.
    """

    piece: Piece
    former: Former
    sure: bool = True

    def spans(self, clock: Clock) -> list[Span]:
        found = (_of_each(self.piece, self.former) or _after(self.piece, self.former)).spans(clock)
        if all(first == last for first, last in found):
            return found
        weekdays = self.former.weekdays(clock)
        if clock.calendar and weekdays >= clock.calendar.weekdays:
            return found
        alike: list[Span] = [(day, day) for day in each_day(found, clock) if day.isoweekday() in weekdays]
        same_week = self.sure and all(first and last and last - first < WEEK for first, last in found)
        return alike if same_week or self.former.comes_back else clock.choose("which-days", [alike, found])


def besides(piece: Piece, former: Former) -> Piece:
    """What `piece` means where it is said besides former days."""
    if isinstance(piece, Listed):
        return Listed((besides(piece.pieces[0], former), *piece.pieces[1:]))
    return _of_each(piece, former) or _numbered(piece, former) or _of_period(piece, former) or _after(piece, former)


def _after(piece: Piece, former: Former) -> Piece:
    if isinstance(piece, Listed):
        return Listed((_after(piece.pieces[0], former), *piece.pieces[1:]))
    weekday = _weekday(piece)
    if not weekday or former.comes_back:
        return Besides(piece, former)
    onward = Onward(weekday, former)
    return onward if isinstance(piece, Written) else AnyOf((onward, Besides(piece, former)), "which-days")


def instead(piece: Piece, former: Former) -> Piece:
    """What `piece` means where it is said instead of former days."""
    if isinstance(piece, Listed):
        return Listed(tuple(instead(each, former) for each in piece.pieces))
    if isinstance(piece, AnyOf):
        return replace(piece, pieces=tuple(instead(each, former) for each in piece.pieces))
    if isinstance(piece, (From, Until)):
        return _rebounded(piece, former)
    found = _of_each(piece, former) or _same_week(piece, former) or _numbered(piece, former)
    found = found or _of_period(piece, former) or _in_month(piece, former)
    return found or (Besides(piece, former) if _counts_on(piece) else piece)


def _same_week(piece: Piece, former: Former) -> Piece | None:
    weekday = _weekday(piece)
    if not weekday:
        return None
    same = SameWeek(weekday, former)
    return same if isinstance(piece, Written) else AnyOf((same, piece), "which-days")


def _rebounded(bound: From | Until, former: Former) -> Piece:
    """Another start or end of former days, or of what was one day."""
    bound = replace(bound, piece=_numbered(bound.piece, former) or bound.piece)
    return Rebounded(bound, former) if former.bounds[0] != former.bounds[1] else bound


def _of_period(piece: Piece, former: Former) -> Piece | None:
    """Of a week or a month, the former weekdays may be meant."""
    if isinstance(piece, Period) and not isinstance(piece, (ThisWeek, Rest, SchoolYear)):
        return Likewise(piece, former, sure=False)
    return None


def _in_month(piece: Piece, former: Former) -> Piece | None:
    """« du 3 au 14 », in the month of the former days."""
    if not isinstance(piece, Between) or not isinstance(piece.last, Written):
        return None
    last = piece.last
    month = former.bounds[1]
    is_number = last == Written(number=last.number, bare=last.bare)
    return replace(piece, last=replace(last, month=month.month)) if is_number else None


def _counts_on(piece: Piece) -> bool:
    """« le lendemain », "deux jours plus tard": counted from the former days."""
    return isinstance(piece.base if isinstance(piece, Later) else piece, Morrow)


def _of_each(piece: Piece, former: Former) -> Piece | None:
    """A weekday beside days that come back is one of them, or each: asked."""
    weekday = _weekday(piece)
    return AnyOf((Weekly(weekday, former), Written(weekday)), "which-days") if weekday and former.comes_back else None


def _numbered(piece: Piece, former: Former) -> Piece | None:
    if not isinstance(piece, Written) or not piece.number:
        return None
    return SameMonth(piece.number, former) if piece == Written(number=piece.number, bare=piece.bare) else None


def _weekday(piece: Piece) -> int:
    """The weekday `piece` is and nothing more, 0 if it is anything else."""
    if isinstance(piece, Written) and piece == Written(piece.weekday, habitual=piece.habitual):
        return piece.weekday or 0
    return next(iter(piece.weekdays)) if isinstance(piece, Every) and piece.habitual else 0


def touches(former: Former, piece: Piece, clock: Clock) -> bool:
    """Whether `piece` says any of the former days."""
    return Except(former, piece).spans(clock.aside()) != list(former.said)
