"""A town to tell stories in: families, a clock, the real bot and the local Telegram, spoken to as people speak."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.application import Clochette
from bot.clerk import Clerk, _lost_a_race, open_database
from bot.demo.telegram import LocalTelegram, Message, Person
from bot.pace import Tempo
from bot.settings import SHIPPED, Settings, read_commune
from bot.storage import migrate
from models.actions import invitations, people
from models.refusals import Refusal
from models.rules.booking import Meal
from models.tables import Booking, Child, DailyOrder, Guardian, Household, Letter, Post, Residence, Staff
from models.vocabulary import Role, Service, Stamp, State, Weeks

Result = TypeVar("Result")

PARIS = ZoneInfo("Europe/Paris")
FAST = Tempo(rate=10_000, chat=0.0, tick=0.02, poll=1)

CAMILLE = Person(1, "Camille", "Durand")
ALEX = Person(2, "Alex", "Durand")
SOPHIE = Person(3, "Sophie", "Petit")
MARC = Person(4, "Marc", "Lefèvre")
AGENT = Person(8, "Nadia")
SECRETARY = Person(9, "Odile")
STRANGER = Person(99, "Inconnu")


def paris(text: str) -> datetime:
    """2026-12-03 09:01 in the commune."""
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


@dataclass(frozen=True, slots=True)
class Heard:
    """What the bot said to one person in answer: its new or changed messages."""

    messages: tuple[Message, ...]

    @property
    def text(self) -> str:
        return "\n".join(message.text for message in self.messages)

    def says(self, *words: str) -> bool:
        """Whether all of `words` are in the answer, no-break spaces read as spaces; shows the answer where not."""
        plain = self.text.replace("\u00a0", " ")
        lacking = [word for word in words if word not in plain]
        assert not lacking, f"{lacking} not in:\n{plain}"
        return True

    def says_nothing_of(self, *words: str) -> bool:
        plain = self.text.replace("\u00a0", " ")
        said = [word for word in words if word in plain]
        assert not said, f"{said} in:\n{plain}"
        return True

    @property
    def keys(self) -> list[str]:
        return [button.text for message in self.messages for button in message.buttons]


class Town:
    """The stage: `now` sets its clock, people speak and tap, `rest` waits until nothing is owed any more."""

    def __init__(self, folder: Path, telegram: LocalTelegram, url: str | None = None, **changes: Any) -> None:
        self.telegram, self.folder = telegram, folder
        self.commune = replace(read_commune(SHIPPED), telephone="03 20 00 00 00", **changes)
        self.url = url or f"sqlite:///{folder / 'town.db'}"
        self.clerk = Clerk(open_database(self.url))
        self.instant = paris("2026-11-26 10:00")
        self.bot: asyncio.Task[None] | None = None
        self._stop = asyncio.Event()
        self.tempo = FAST
        self.ticks: int | None = None  # looked at its due times so often since it opened; None: not counted

    # The clock

    def now(self, text: str) -> None:
        self.instant = paris(text)

    def clock(self) -> datetime:
        return self.instant.astimezone(UTC)

    # The bot

    async def opens(self) -> None:
        """Start the bot, as `clochette run` would."""
        settings = Settings(token=self.telegram.token, api_url=self.telegram.url, database_url=self.url)
        self._stop = asyncio.Event()
        bot = Clochette(settings, self.commune, self.clock, self.tempo)
        self._count_ticks(bot)
        self.bot = asyncio.create_task(bot.run(self._stop))

    def _count_ticks(self, bot: Clochette) -> None:
        """Know when it has looked at its due times, however slow the machine is."""
        tick, self.ticks = bot._tick, 0

        async def counted(*given: Any) -> None:
            await tick(*given)
            self.ticks = (self.ticks or 0) + 1

        setattr(bot, "_tick", counted)  # noqa: B010 - a method is not assigned to

    async def closes(self) -> None:
        """Stop it, as SIGTERM would."""
        if self.bot:
            self._stop.set()
            await self.bot
            self.bot, self.ticks = None, None

    # People

    async def hears(self, person: Person, text: str, at: str | None = None) -> Heard:
        """`person` writes `text` (sent `at`, else now); the answer."""
        return await self._heard(person, lambda: self.telegram.says(person, text, paris(at) if at else None))

    async def edited(self, person: Person, message: Message, text: str) -> Heard:
        return await self._heard(person, lambda: self.telegram.edits(person, message, text))

    async def tapped(self, person: Person, key: str) -> Heard:
        """`person` taps the key of that text, the no-break space before a colon or not."""
        return await self._heard(person, lambda: self.telegram.taps(person, key.replace(" :", "\u00a0:")))

    async def forged(self, person: Person, data: str) -> Heard:
        last = self.telegram.last(person)
        return await self._heard(person, lambda: self.telegram.taps_forged(person, data, last))

    async def told(self, person: Person, act: Callable[[], object] = lambda: None) -> Heard:
        """What `person` is told unasked, when `act` happens and the bot has looked at its due times."""
        return await self._heard(person, act, ticks=2)

    async def _heard(self, person: Person, act: Callable[[], object], ticks: int = 0) -> Heard:
        before = {message.message_id: message for message in self.telegram.answers(person)}
        act()
        await self.rest(ticks)
        after = self.telegram.answers(person)
        return Heard(tuple(message for message in after if before.get(message.message_id) != message))

    async def rest(self, ticks: int = 0) -> None:
        """Wait until every update is handled and every letter has left."""
        await self._looks(ticks)
        await self.telegram.settled()
        async with asyncio.timeout(5):
            while self.owed():  # noqa: ASYNC110 - the database rings no bell
                await asyncio.sleep(0.005)

    async def _looks(self, ticks: int) -> None:
        """Wait until the bot has looked at its due times so often more; what it was at before may not have counted."""
        if self.ticks is None:
            return await asyncio.sleep(ticks * self.tempo.tick)
        wanted = self.ticks + ticks
        async with asyncio.timeout(15):
            while (self.ticks or 0) < wanted:  # noqa: ASYNC110 - as below
                await asyncio.sleep(0.005)
        return None

    async def order_leaves(self, day: str) -> None:
        """Wait until the order of `day` has left: the clock must have passed its hour."""
        wanted = select(DailyOrder.day).where(DailyOrder.day == date.fromisoformat(day))
        async with asyncio.timeout(15):
            while self.read(lambda session: session.scalar(wanted)) is None:  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    # The town's memory

    def read(self, work: Callable[[Session], Result]) -> Result:
        """Look at the database, or write in it; again where PostgreSQL had it lose a race against the bot."""
        while True:
            try:
                return self.clerk.run_here(work)
            except OperationalError as trouble:
                if not _lost_a_race(trouble):
                    raise

    def owed(self) -> int:
        owed = select(func.count()).select_from(Letter).where(Letter.state.in_((Post.PENDING, Post.SENDING)))
        return self.read(lambda session: session.scalars(owed).one())

    def booked(self, child: str, state: State = State.RESERVED, service: Service = Service.CANTINE) -> list[str]:
        """The days that stand for a child, as ISO dates."""
        rows = (
            select(Booking.day)
            .join(Child, Child.id == Booking.child_id)
            .where(Child.first_name == child, Booking.state == state, Booking.service == service)
            .order_by(Booking.day)
        )
        return [day.isoformat() for day in self.read(lambda session: session.scalars(rows).all())]

    def has_booked(self, child: str, *days: str, service: Service = Service.CANTINE) -> None:
        """Bookings made before the story begins."""

        def write(session: Session) -> None:
            row = session.scalars(select(Child).where(Child.first_name == child)).one()
            for day in days:
                home = row.residences[0].household_id
                stamp = {"created_at": self.clock(), "changed_at": self.clock()}
                meal = Meal(row.id, service, date.fromisoformat(day))
                session.add(
                    Booking(
                        child_id=meal.child_id,
                        household_id=home,
                        day=meal.day,
                        service=service,
                        state=State.RESERVED,
                        **stamp,
                    )
                )

        self.read(write)

    async def everybody_writes_once(self) -> None:
        """Telegram knows a chat only once its person has written."""
        for person in (CAMILLE, ALEX, SOPHIE, MARC, AGENT, SECRETARY):
            self.telegram.says(person, "/start")
        await self.rest()


def settle(town: Town) -> None:
    """Give the town its people: the Durands, two homes of Inès, an agent and a secretary, all signed in."""
    now = town.clock()
    town.read(lambda session: _settle_families(session, now))
    town.read(lambda session: _settle_staff(session, now))


def _settle_families(session: Session, now: datetime) -> None:
    durand, petit, lefevre = homes = [Household(key=key) for key in ("durand", "petit", "lefevre")]
    session.add_all(homes)
    session.flush()
    for person, home in ((CAMILLE, durand), (ALEX, durand), (SOPHIE, petit), (MARC, lefevre)):
        names = {"first_name": person.first_name, "last_name": person.last_name or ""}
        _sign_in(session, Guardian(household_id=home.id, **names), person, now)
    for first, last, weeks in (
        ("Léa", "Durand", {durand: Weeks.ALL}),
        ("Tom", "Durand", {durand: Weeks.ALL}),
        ("Inès", "Petit", {petit: Weeks.EVEN, lefevre: Weeks.ODD}),
    ):
        child = Child(first_name=first, last_name=last)
        session.add(child)
        session.flush()
        session.add_all(Residence(child_id=child.id, household_id=home.id, weeks=w) for home, w in weeks.items())


def _settle_staff(session: Session, now: datetime) -> None:
    for person, role in ((AGENT, Role.AGENT), (SECRETARY, Role.MAIRIE)):
        _sign_in(session, Staff(name=person.first_name, role=role), person, now)


def _sign_in(session: Session, who: Guardian | Staff, person: Person, now: datetime) -> None:
    session.add(who)
    session.flush()
    code = invitations.invite(session, who, Stamp(None, now))
    session.flush()
    found = invitations.find(session, code, now)
    assert not isinstance(found, Refusal)
    people.bind(session, found, person.id, now)


@asynccontextmanager
async def open_town(folder: Path, url: str | None = None, **changes: Any) -> AsyncIterator[Town]:
    """A town with its bot running; `changes` replace facts of the commune."""
    async with LocalTelegram() as telegram:
        town = Town(folder, telegram, url, **changes)
        telegram.now = town.clock
        migrate(town.url)
        settle(town)
        await town.opens()
        await town.everybody_writes_once()
        try:
            yield town
        finally:
            await town.closes()
            town.clerk.close()
