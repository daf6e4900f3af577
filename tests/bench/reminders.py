"""A simulated school year of 300 families: how many forgotten meals reminders catch, and how many are needless.

Half of the families are regular, 30 % alternate weeks, 20 % are erratic; each forgets 8 % of the days it means.
Everybody is judged by the rule the bot uses; the first seed is lived again by the bot's own rounds on SQLite, and must
remind of the very same days. Nothing is timed. `python -m tests.bench.reminders`
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.clerk import Clerk, open_database
from bot.storage import migrate
from handlers import rounds
from models.rules.reminders import ENOUGH, LATELY, days_looked_back, is_habit, is_in_season, is_usual
from models.rules.rounds import Kind, chosen_by_default, reminded_at
from models.tables import Account, Booking, Child, Guardian, Household, Letter, Residence, UsualWeek
from models.vocabulary import Service, State, Weeks
from tests.bench.report import Row, table
from tests.bench.years import COMMUNE, DAYS
from tests.town import paris

FAMILIES = {"regular": 150, "alternating": 90, "erratic": 60}
FORGOTTEN = 0.08
SKIPPED = 0.02  # in the harder year: of the days usually taken, those not meant for once, without a word
SEEDS = range(5)
WEEKDAYS = sorted(COMMUNE.cutoffs.table)
BEGAN = paris("2026-08-25 10:00")

Lines = list[tuple[int, Weeks]]
Habit = Callable[[date, Sequence[date], AbstractSet[date]], bool]
Told = Callable[[date, AbstractSet[int]], set[int]]  # a day and the families undecided → those reminded


@dataclass(frozen=True)
class Family:
    """A family of one child: the days of the year it means, those it forgets, the usual week it would set."""

    number: int
    kind: str
    means: frozenset[date]
    forgets: frozenset[date]
    lines: Lines


@dataclass
class Tally:
    """Meals forgotten and caught, reminders and those needless, over a year of some families."""

    forgotten: int = 0
    caught: int = 0
    told: int = 0
    needless: int = 0


@dataclass
class Books:
    """What each family has booked, and who was reminded for want of habits."""

    taken: dict[int, set[date]] = field(default_factory=dict)
    seasoned: set[int] = field(default_factory=set)


def families(seed: int, skipped: float = 0) -> list[Family]:
    chance = Random(seed)
    kinds = [kind for kind, count in FAMILIES.items() for _ in range(count)]
    return [_family(number, kind, skipped, chance) for number, kind in enumerate(kinds, 1)]


def _family(number: int, kind: str, skipped: float, chance: Random) -> Family:
    lines, shares = _erratic(chance) if kind == "erratic" else (_pattern(kind, chance), {})
    wanted = [day for day in DAYS if (chance.random() < shares[day.isoweekday()] if shares else is_usual(day, lines))]
    means = [day for day in wanted if chance.random() >= skipped]
    forgets = [day for day in means if chance.random() < FORGOTTEN]
    return Family(number, kind, frozenset(means), frozenset(forgets), lines)


def _pattern(kind: str, chance: Random) -> Lines:
    """Some weekdays of every week; or of every second week, and in the others none or some others."""
    some = _some_weekdays(chance)
    if kind == "regular":
        return [(weekday, Weeks.ALL) for weekday in some]
    own, other = chance.sample([Weeks.EVEN, Weeks.ODD], 2)
    others = _some_weekdays(chance) if chance.random() < 0.5 else []
    return [*((weekday, own) for weekday in some), *((weekday, other) for weekday in others)]


def _some_weekdays(chance: Random) -> list[int]:
    return chance.sample(WEEKDAYS, chance.randint(1, len(WEEKDAYS)))


def _erratic(chance: Random) -> tuple[Lines, dict[int, float]]:
    """Each day by chance, a weekday more often than another; the usual week: what is taken more often than not."""
    shares = {weekday: chance.random() for weekday in WEEKDAYS}
    return [(weekday, Weeks.ALL) for weekday, share in shares.items() if share >= 0.5], shares


def lived(town: Sequence[Family], told: Told, book: Callable[[date, set[int]], None]) -> dict[str, Tally]:
    """A year, day after day: who means a day books it, or forgets; who is reminded of a day forgotten books it."""
    tallies = {kind: Tally() for kind in FAMILIES}
    for day in DAYS:
        booked = {family.number for family in town if day in family.means - family.forgets}
        book(day, booked)
        reminded = told(day, {family.number for family in town} - booked)
        book(day, {family.number for family in town if day in family.forgets and family.number in reminded})
        for family in town:
            _count(tallies[family.kind], day in family.forgets, family.number in reminded)
    return tallies


def _count(tally: Tally, forgotten: bool, reminded: bool) -> None:
    tally.forgotten += forgotten
    tally.caught += forgotten and reminded
    tally.told += reminded
    tally.needless += reminded and not forgotten


# By the rule


def floor(day: date, looked_back: Sequence[date], taken: AbstractSet[date]) -> bool:
    """What is asked at least, for comparison: that weekday in 2 of the last 4 open weeks, and nothing else."""
    assert day not in taken
    return sum(past in taken for past in looked_back[:LATELY]) >= ENOUGH


def by_rule(
    town: Sequence[Family], usual: bool, habit: Habit = is_habit
) -> tuple[Told, Callable[[date, set[int]], None]]:
    books = Books({family.number: set() for family in town})
    lines = {family.number: family.lines if usual else [] for family in town}
    looked_back = {day: days_looked_back(day, COMMUNE.calendar) for day in DAYS}

    def book(day: date, numbers: set[int]) -> None:
        for number in numbers:
            books.taken[number].add(day)

    def told(day: date, undecided: AbstractSet[int]) -> set[int]:
        return {n for n in undecided if _is_told(day, n, lines[n], looked_back[day], books, habit)}

    return told, book


def _is_told(day: date, number: int, lines: Lines, looked_back: Sequence[date], books: Books, habit: Habit) -> bool:
    if lines:
        return is_usual(day, lines)
    if habit(day, looked_back, books.taken[number]):
        return True
    is_first = is_in_season(day, COMMUNE.calendar) and number not in books.seasoned
    books.seasoned |= {number} if is_first else set()
    return is_first


# By the bot


def by_bot(town: Sequence[Family], usual: bool, clerk: Clerk) -> tuple[Told, Callable[[date, set[int]], None]]:
    """The same year in a database: what the bot's own rounds owe, the evening before each cut-off."""
    clerk.run_here(lambda session: _settle(session, town, usual))
    choice = chosen_by_default(COMMUNE)

    def book(day: date, numbers: set[int]) -> None:
        clerk.run_here(lambda session: session.add_all(_booking(number, day) for number in numbers))

    def told(day: date, _undecided: AbstractSet[int]) -> set[int]:
        deadline = COMMUNE.cutoffs.deadline(day, COMMUNE.calendar)
        evening = reminded_at(Kind.EVENING, deadline, choice, COMMUNE.timezone)
        return clerk.run_here(lambda session: _owed(session, day, evening))

    return told, book


def _settle(session: Session, town: Sequence[Family], usual: bool) -> None:
    for family in town:
        n = family.number
        session.add_all([Household(id=n, key=str(n)), Account(id=n, telegram_id=n, created_at=BEGAN)])
        session.flush()
        session.add(Guardian(household_id=n, account_id=n, first_name="Camille", last_name=str(n)))
        session.add(Child(id=n, first_name="Léa", last_name=str(n)))
        session.flush()
        session.add(Residence(child_id=n, household_id=n))
        lines = family.lines if usual else []
        session.add_all(
            UsualWeek(child_id=n, service=Service.CANTINE, weekday=weekday, weeks=weeks) for weekday, weeks in lines
        )


def _booking(number: int, day: date) -> Booking:
    stamp = {"created_at": BEGAN, "changed_at": BEGAN}
    ids = {"child_id": number, "household_id": number, "account_id": number}
    return Booking(**ids, day=day, service=Service.CANTINE, state=State.RESERVED, **stamp)


def _owed(session: Session, day: date, evening: datetime) -> set[int]:
    rounds.owe_due(session, COMMUNE, evening)
    return set(session.scalars(select(Letter.chat_id).where(Letter.kind == "reminder", Letter.day == day)))


def agree(seed: int, usual: bool) -> bool:
    """Whether the bot reminds of the very days the rule says."""
    town = families(seed)
    said: list[list[set[int]]] = []
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'town.db'}"
        migrate(url)
        clerk = Clerk(open_database(url))
        for told, book in (by_rule(town, usual), by_bot(town, usual, clerk)):
            days: list[set[int]] = []
            lived(town, _noting(told, days), book)
            said.append(days)
        clerk.close()
    return said[0] == said[1]


def _noting(told: Told, days: list[set[int]]) -> Told:
    def noted(day: date, undecided: AbstractSet[int]) -> set[int]:
        days.append(told(day, undecided) & undecided)
        return days[-1]

    return noted


# What is said of it


def measured(usual: bool, skipped: float = 0, habit: Habit = is_habit) -> dict[str, list[Tally]]:
    """A tally a seed, by kind."""
    years: list[Mapping[str, Tally]] = []
    for seed in SEEDS:
        town = families(seed, skipped)
        years.append(lived(town, *by_rule(town, usual, habit)))
    return {kind: [year[kind] for year in years] for kind in FAMILIES}


def _row(kind: str, tallies: Sequence[Tally], title: str, reach: str) -> Row:
    caught = _spread([tally.caught / tally.forgotten for tally in tallies])
    needless = _spread([tally.needless / max(tally.told, 1) for tally in tallies])
    a_family = median(tally.needless for tally in tallies) / FAMILIES[kind]
    forgotten = median(tally.forgotten for tally in tallies) / FAMILIES[kind]
    said = f"caught {caught} of {forgotten:.1f} forgotten a family; "
    said += f"needless {needless} of reminders, {a_family:.1f} a family"
    return Row(f"{kind}, {title}", said, reach)


def _spread(shares: Sequence[float]) -> str:
    low, middle, high = (f"{100 * share:.1f}" for share in (min(shares), median(shares), max(shares)))
    return f"{middle} % ({low}-{high})"


def rows() -> Iterator[Row]:
    for kind, tallies in measured(False, habit=floor).items():
        yield _row(kind, tallies, "no usual week, by 2 of the last 4 alone", "–")
    for title, usual, skipped in (
        ("no usual week", False, 0.0),
        ("usual week set", True, 0.0),
        ("no usual week, 2 % skipped without a word", False, SKIPPED),
        ("usual week set, 2 % skipped without a word", True, SKIPPED),
    ):
        for kind, tallies in measured(usual, skipped).items():
            is_aimed = usual and not skipped and kind != "erratic"
            yield _row(kind, tallies, title, "≥ 95 %, ≤ 5 %" if is_aimed else "–")
    same = all(agree(0, usual) for usual in (False, True))
    yield Row("the bot itself on SQLite, first seed", "the same days" if same else "OTHER DAYS", "the same days")


if __name__ == "__main__":
    print(table(rows()))  # noqa: T201
