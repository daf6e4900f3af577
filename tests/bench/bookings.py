"""A whole booking, from Telegram to the disk and back, beside python-telegram-bot's plain echo; and a busy minute.

The bot is a process of its own; Telegram is local, in this one, at 0 or 50 ms. Linux only.
`python -m tests.bench.bookings [PARENTS SECONDS]` (2000 60 for a whole minute)
"""

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.clerk import Clerk, open_database
from bot.storage import migrate
from models.tables import Booking, Child, Guardian, HandledUpdate, Household, Residence
from tests.bench.programs import BOT, ECHO, MORNING, Command, Program, clock
from tests.bench.report import Row, p99, ratio, spread, table
from tests.telegram import LocalTelegram, Person
from tests.town import _sign_in

SENTENCE = "réserver cantine lundi pour Léa"
ROUNDS = 3
CALM = 25  # updates a second, fewer than Telegram lets out
ANSWERED, TAKEN, ECHOED = 200, 1000, 60  # updates of a run: all answered; all committed at 50 ms; all echoed at 50 ms
FAR = 0.05  # seconds to Telegram and back
CROWD = 600, 18.0  # parents, seconds


@dataclass(frozen=True, slots=True)
class Rest:
    """A bot nobody speaks to: seconds to its first poll, megabytes, share of a processor."""

    start: float
    memory: float
    idle: float


@dataclass(frozen=True, slots=True)
class Work:
    """Updates a second taken and answered; processor milliseconds an update until each, without what idling costs."""

    taken: float
    answered: float
    cpu_taken: float
    cpu_answered: float


def seeded(folder: Path, people: Sequence[Person]) -> Path:
    """A database where each of `people` has a household, with Léa and Tom."""
    path = folder / "seeded.db"
    migrate(f"sqlite:///{path}")
    clerk = Clerk(open_database(f"sqlite:///{path}"))
    clerk.run_here(partial(_settle, people))
    clerk.close()
    return path


def _settle(people: Sequence[Person], session: Session) -> None:
    for person in people:
        home = Household(key=str(person.id))
        session.add(home)
        session.flush()
        names = {"first_name": person.first_name, "last_name": "Durand"}
        _sign_in(session, Guardian(household_id=home.id, **names), person, MORNING)
        children = [Child(first_name=name, last_name=str(person.id)) for name in ("Léa", "Tom")]
        session.add_all(children)
        session.flush()
        session.add_all(Residence(child_id=child.id, household_id=home.id) for child in children)


@asynccontextmanager
async def started(command: Command, database: Path) -> AsyncIterator[tuple[Program, LocalTelegram, float]]:
    """A bot in a folder of its own, the local Telegram, and how long its first poll took."""
    with TemporaryDirectory() as folder:
        shutil.copy(database, Path(folder) / "town.db")
        async with LocalTelegram() as telegram:
            telegram.now = clock
            program = Program(Path(folder), telegram, command)
            start = await program.is_up()
            await asyncio.sleep(1)
            yield program, telegram, start
            await program.is_stopped(30)


async def resting(program: Program, start: float) -> Rest:
    before, began = program.cpu, monotonic()
    await asyncio.sleep(2)
    return Rest(start, program.memory, (program.cpu - before) / (monotonic() - began))


async def working(program: Program, telegram: LocalTelegram, people: Sequence[Person], idle: float) -> Work:
    """All of `people` write at once; wait until all is committed, then until all is answered."""
    before = spoken(telegram)
    for person in people:
        telegram.says(person, SENTENCE)
    cpu, began = program.cpu, monotonic()
    await telegram.settled(120)
    cpu_taken, taken = program.cpu, monotonic()
    await telegram.until(lambda: spoken(telegram) >= before + len(people), 120)
    cpu_answered, answered = program.cpu, monotonic()
    return Work(
        len(people) / (taken - began),
        len(people) / (answered - began),
        1000 * (cpu_taken - cpu - idle * (taken - began)) / len(people),
        1000 * (cpu_answered - cpu - idle * (answered - began)) / len(people),
    )


def spoken(telegram: LocalTelegram) -> int:
    return sum(call.ok for call in telegram.calls_to("sendMessage"))


async def near(command: Command, database: Path, people: Sequence[Person]) -> tuple[Rest, float, Work]:
    """At rest, then calmly, then all at once."""
    half = len(people) // 2
    async with started(command, database) as (program, telegram, start):
        rest = await resting(program, start)
        calm = await calmly(program, telegram, people[:half], rest.idle)
        return rest, calm, await working(program, telegram, people[half:], rest.idle)


async def calmly(program: Program, telegram: LocalTelegram, people: Sequence[Person], idle: float) -> float:
    """`people` write one after the other: processor milliseconds an update, all told, without what idling costs."""
    cpu, began = program.cpu, monotonic()
    await writing(telegram, people, len(people) / CALM)
    await telegram.until(lambda: spoken(telegram) >= len(people), 120)
    return 1000 * (program.cpu - cpu - idle * (monotonic() - began)) / len(people)


async def writing(telegram: LocalTelegram, people: Sequence[Person], seconds: float) -> list[datetime]:
    """`people` write, evenly over `seconds`; when each did."""
    began, arrivals = monotonic(), list[datetime]()
    for number, person in enumerate(people):
        await asyncio.sleep(began + seconds * number / len(people) - monotonic())
        telegram.says(person, SENTENCE)
        arrivals.append(clock())
    return arrivals


async def far_commits(database: Path, people: Sequence[Person]) -> float:
    """Bookings committed a second with Telegram 50 ms away; Telegram's confirmation is the last one's proof."""
    async with started(BOT, database) as (_, telegram, _start):
        telegram.latency = FAR
        for person in people:
            telegram.says(person, SENTENCE)
        began = monotonic()
        await telegram.settled(120)
        return len(people) / (monotonic() - began)


async def far_echoes(database: Path, people: Sequence[Person]) -> float:
    async with started(ECHO, database) as (program, telegram, _):
        telegram.latency = FAR
        return (await working(program, telegram, people, 0)).answered


async def crowd(database: Path, people: Sequence[Person], seconds: float) -> list[Row]:
    """`people` write evenly over `seconds`: how long each waits until its transaction begins (handled_update.at)."""
    async with started(BOT, database) as (program, telegram, _):
        arrivals = await writing(telegram, people, seconds)
        await telegram.settled(60)
        await telegram.until(lambda: spoken(telegram) >= len(people), 120)
        arrived = [call.at for call in telegram.calls_to("sendMessage")]
        left = [float(line) for line in (program.folder / "left").read_text("utf-8").splitlines()]
        at, booked = _handled(program)
    assert booked == len(people)
    numbers = [update["update_id"] for update in telegram.updates]
    waits = [1000 * (at[n] - arrived).total_seconds() for n, arrived in zip(numbers, arrivals, strict=True)]
    rate = (len(left) - 1) / (left[-1] - left[0])
    waited = f"{median(waits):.0f} ms median, {p99(waits):.0f} p99, {max(waits):.0f} worst"
    return [
        Row(f"{len(people)} parents in {seconds:.0f} s: from arrival to the transaction", waited, "p99 ≤ 1,000 ms"),
        Row("their answers", f"{rate:.1f}/s, at most {busiest(left)} leave in a second", "29/s, at most 31"),
        Row("the same as they arrive, bunched by a busy machine", f"at most {busiest(arrived)} in a second"),
    ]


def busiest(instants: Sequence[float]) -> int:
    """How many of `instants` the fullest second holds, wherever it begins."""
    return max(sum(first <= at < first + 1 for at in instants) for first in instants)


def _handled(program: Program) -> tuple[dict[int, datetime], int]:
    """When each update's transaction began; how many bookings there are."""
    clerk = Clerk(open_database(f"sqlite:///{program.folder / 'town.db'}"))
    handled = select(HandledUpdate.update_id, HandledUpdate.at)
    at = clerk.run_here(lambda session: dict(iter(session.execute(handled))))
    booked = clerk.run_here(lambda session: session.scalars(select(func.count()).select_from(Booking)).one())
    clerk.close()
    return at, booked


async def measured(parents: int, seconds: float) -> list[Row]:
    people = [Person(1000 + number, f"P{number}") for number in range(max(parents, TAKEN))]
    ours, echo, ours_far, echo_far = [], [], [], []
    with TemporaryDirectory() as folder:
        database = seeded(Path(folder), people)
        for _ in range(ROUNDS):
            ours.append(await near(BOT, database, people[: 2 * ANSWERED]))
            echo.append(await near(ECHO, database, people[: 2 * ANSWERED]))
            ours_far.append(await far_commits(database, people[:TAKEN]))
            echo_far.append(await far_echoes(database, people[:ECHOED]))
        busy = await crowd(database, people[:parents], seconds)
    rests, calms, works = zip(*ours, strict=True)
    echo_rests, echo_calms, echo_works = zip(*echo, strict=True)
    whole = f"CPU an update, answered and marked, {CALM} a second"
    return [
        *_resting(rests, echo_rests),
        _beside(whole, "ms", calms, echo_calms, "1.0 × echo, at most 1.5 ×"),
        *_working(works, echo_works),
        _beside("the same, Telegram 50 ms away", "/s", ours_far, echo_far, "≥ 300/s, 15 × echo"),
        *busy,
    ]


def _resting(ours: Sequence[Rest], echo: Sequence[Rest]) -> Iterator[Row]:
    yield _beside("start to first poll", "s", [r.start for r in ours], [r.start for r in echo], "≤ 2 × echo")
    yield _beside("resting memory (VmRSS)", "MB", [r.memory for r in ours], [r.memory for r in echo], "≤ 1.5 × echo")
    idle = 1000 * median(r.idle for r in ours), 1000 * median(r.idle for r in echo)
    yield Row("idle", f"{idle[0]:.1f} ms CPU a second, echo {idle[1]:.1f}")


def _working(ours: Sequence[Work], echo: Sequence[Work]) -> Iterator[Row]:
    """All at once: ours answers at Telegram's pace, 29 a second; an echo knows no pace."""
    echoed = [w.cpu_answered for w in echo]
    at_once = "CPU an update, all at once: until its commit"
    yield _beside(at_once, "ms", [w.cpu_taken for w in ours], echoed, "1.0 × echo, at most 1.5 ×")
    yield _beside("until its answer, 29 a second, is marked", "ms", [w.cpu_answered for w in ours], echoed)
    yield _beside("bookings committed a second", "/s", [w.taken for w in ours], [w.answered for w in echo])


def _beside(what: str, unit: str, ours: Sequence[float], echo: Sequence[float], reach: str = "–") -> Row:
    digits = 0 if max(*ours, *echo) >= 100 and unit == "/s" else 2
    said = f"{spread(ours, digits)} {unit}, echo {spread(echo, digits)} {unit} · ratio {ratio(ours, echo):.2f}"
    return Row(what, said, reach)


def rows(parents: int = CROWD[0], seconds: float = CROWD[1]) -> list[Row]:
    return asyncio.run(measured(parents, seconds))


if __name__ == "__main__":
    given = sys.argv[1:]
    print(table(rows(int(given[0]), float(given[1])) if given else rows()))  # noqa: T201
