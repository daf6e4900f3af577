"""Updates in: each acts once, each person in order, people side by side, whatever network, database and bugs do."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from datetime import datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from telegram import Bot, Update, User
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.clerk import Clerk, open_database
from bot.intake import Intake, Queue
from bot.wire import AiohttpRequest
from handlers import contents, taps
from handlers.visit import Visit
from models.refusals import BadSetting
from models.tables import Draft, HandledUpdate, Letter, Receipt
from tests.telegram import Person
from tests.town import ALEX, CAMILLE, SOPHIE, STRANGER, Town, paris


def update_of(number: int, person: int) -> Update:
    return cast("Update", SimpleNamespace(update_id=number, effective_user=User(person, "X", is_bot=False)))


# People side by side, one person in order


class Desk:
    """Handles updates when told to, and notes the order in which it began and ended."""

    def __init__(self) -> None:
        self.began: list[int] = []
        self.ended: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}

    async def handle(self, update: Update) -> None:
        self.began.append(update.update_id)
        if gate := self.gates.get(update.update_id):
            await gate.wait()
        self.ended.append(update.update_id)

    def holds(self, number: int) -> asyncio.Event:
        return self.gates.setdefault(number, asyncio.Event())


async def test_one_person_s_updates_wait_for_each_other_and_nobody_else_does() -> None:
    desk = Desk()
    slow, queue = desk.holds(1), Queue(desk.handle)
    tasks = [queue.put(update_of(number, person)) for number, person in ((1, 7), (2, 7), (3, 8), (4, 7), (5, 9))]
    await asyncio.sleep(0.01)
    assert desk.ended == [3, 5]
    assert desk.began == [1, 3, 5]
    slow.set()
    await asyncio.gather(*tasks)
    assert desk.ended == [3, 5, 1, 2, 4]


async def test_after_one_that_fails_a_person_s_next_update_is_handled() -> None:
    handled = []

    async def handle(update: Update) -> None:
        if update.update_id == 1:
            raise RuntimeError
        handled.append(update.update_id)

    queue = Queue(handle)
    failed = queue.put(update_of(1, 7))
    await queue.put(update_of(2, 7))
    assert handled == [2]
    assert isinstance(failed.exception(), RuntimeError)


async def test_whoever_is_done_with_is_forgotten() -> None:
    queue = Queue(Desk().handle)
    await asyncio.gather(*(queue.put(update_of(number, number % 50)) for number in range(500)))
    await asyncio.sleep(0)
    assert not queue._last


# The offset


class Feed:
    """Answers getUpdates as Telegram does: all that is not confirmed, again and again; `asked` are the offsets."""

    def __init__(self, *people: int) -> None:
        self.waiting = dict(enumerate(people, 1))
        self.asked: list[int] = []
        self.troubles: list[Exception] = []

    async def ask(self, _url: str, parameters: dict[str, Any], _patience: float) -> list[dict[str, Any]]:
        self.asked.append(offset := parameters["offset"])
        if self.troubles:
            raise self.troubles.pop(0)
        for number in [number for number in self.waiting if number < offset]:
            del self.waiting[number]
        found = [raw_update(number, person) for number, person in sorted(self.waiting.items())][: parameters["limit"]]
        await asyncio.sleep(0.001 if found else 0.02)
        return found


def raw_update(number: int, person: int) -> dict[str, Any]:
    who = Person(person, "X")
    return {"update_id": number, "message": {"message_id": 1, "date": 1, "from": who.as_user(), "chat": who.as_chat()}}


@asynccontextmanager
async def intake_of(
    feed: Feed, handle: Callable[[Update], Any], clock: Callable[[], datetime] = lambda: paris("2026-11-26 10:00")
) -> AsyncIterator[tuple[Intake, asyncio.Task[None]]]:
    bot = cast("Bot", SimpleNamespace(base_url="", defaults=None))
    intake = Intake(bot, cast("AiohttpRequest", feed), handle, clock, poll=1)
    running = asyncio.create_task(intake.run())
    try:
        yield intake, running
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError, TelegramError):
            await running


async def until(wanted: Callable[[], object], seconds: float = 5) -> None:
    async with asyncio.timeout(seconds):
        while not wanted():  # noqa: ASYNC110 - a plain test
            await asyncio.sleep(0.005)


async def test_nothing_is_confirmed_beyond_the_lowest_update_that_is_not_done() -> None:
    desk, feed = Desk(), Feed(7, 8, 9, 8)
    slow = desk.holds(2)
    async with intake_of(feed, desk.handle) as (intake, _):
        await until(lambda: len(feed.asked) >= 3)
        assert max(feed.asked) == 2
        assert set(feed.waiting) == {2, 3, 4}
        assert intake.current_at is None
        slow.set()
        await until(lambda: not feed.waiting)
        assert desk.ended == [1, 3, 2, 4]
        await until(lambda: intake.current_at)


async def test_two_hundred_and_fifty_updates_that_waited_are_each_handled_once_in_each_person_s_order() -> None:
    desk, feed = Desk(), Feed(*(number % 9 for number in range(250)))
    people = dict(feed.waiting)
    async with intake_of(feed, desk.handle):
        await until(lambda: not feed.waiting)
    assert sorted(desk.ended) == list(range(1, 251))
    for person in range(9):
        mine = [number for number in desk.ended if people[number] == person]
        assert mine == sorted(mine)


async def test_after_a_quiet_week_telegram_numbers_anew_and_lower() -> None:
    desk, feed = Desk(), Feed()
    feed.waiting = {900: 7, 901: 7}
    async with intake_of(feed, desk.handle):
        await until(lambda: feed.asked[-1:] == [0] and not feed.waiting)
        feed.waiting = {12: 7, 13: 8}
        await until(lambda: not feed.waiting)
    assert desk.ended == [900, 901, 12, 13]


@pytest.mark.parametrize(
    "trouble", [Conflict("terminated by other getUpdates request"), NetworkError("cut"), TelegramError("Invalid")]
)
async def test_a_telegram_in_trouble_is_waited_for_with_one_line(
    trouble: TelegramError, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.intake.backoff", lambda _: 0.001)
    desk, feed = Desk(), Feed(7)
    feed.troubles = [trouble] * 5
    async with intake_of(feed, desk.handle) as (_, running):
        await until(lambda: not feed.waiting)
        assert not running.done()
    assert desk.ended == [1]
    assert len([record for record in caplog.records if record.levelno >= logging.WARNING]) == 1


async def test_silence_asked_for_is_kept() -> None:
    feed = Feed(7)
    feed.troubles = [RetryAfter(1)]
    loop = asyncio.get_running_loop()
    async with intake_of(feed, Desk().handle):
        began = loop.time()
        await until(lambda: not feed.waiting)
    assert loop.time() - began >= 0.95


async def test_a_token_revoked_while_running_ends_it() -> None:
    feed = Feed()
    feed.troubles = [InvalidToken("Unauthorized")]
    async with intake_of(feed, Desk().handle) as (_, running):
        await asyncio.wait([running], timeout=5)
        assert isinstance(running.exception(), InvalidToken)


# The clerk


async def test_a_database_in_trouble_is_waited_for_with_one_line_and_the_work_done_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.clerk.backoff", lambda _: 0.001)
    clerk, tries = Clerk(open_database("sqlite://")), []

    def work(_: Session) -> str:
        tries.append(1)
        if len(tries) < 5:
            raise OperationalError("INSERT Camille", {}, sqlite3.OperationalError("database is locked"))
        return "done"

    assert await clerk.run(work) == "done"
    clerk.close()
    assert len(tries) == 5
    assert len(caplog.records) == 1
    assert "Camille" not in caplog.text


# With the real bot


def handled(town: Town) -> int:
    return town.read(lambda session: session.scalars(select(func.count()).select_from(HandledUpdate)).one())


def break_page(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    """A bug in the page of the command /planning, after it has written something, told in personal words."""

    def broken(_text: str, visit: Visit) -> Any:
        visit.session.add(Draft(telegram_id=1, kind="half", payload={}, instant=visit.now))
        visit.session.flush()
        raise KeyError(word)

    monkeypatch.setitem(contents.COMMANDS, "planning", contents.Entry(broken, None))


async def test_a_bug_is_apologised_for_to_that_person_only_and_nothing_of_it_is_kept(
    town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    break_page(monkeypatch, "Léa Durand")
    before = {person: len(town.telegram.answers(person)) for person in (ALEX, SOPHIE)}
    seen = handled(town)
    heard = await town.hears(CAMILLE, "/planning svp pour mon Tom")
    assert heard.says("quelque chose s’est mal passé")
    assert len(heard.messages) == 1
    reference = heard.text.rstrip(".").split()[-1]
    assert reference in caplog.text
    assert {person: len(town.telegram.answers(person)) for person in (ALEX, SOPHIE)} == before
    assert town.read(lambda session: session.scalars(select(Draft)).all()) == []
    assert handled(town) == seen + 1
    assert (await town.hears(CAMILLE, "cantine jeudi pour Léa")).says("Cantine réservée")
    for word in ("Léa", "Durand", "Tom", "Camille", "svp", town.telegram.token, town.telegram.token.split(":")[1]):
        assert word not in caplog.text


async def test_a_bug_redelivered_is_apologised_for_once(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    break_page(monkeypatch, "x")
    await town.hears(CAMILLE, "/planning")
    before = len(town.telegram.answers(CAMILLE))
    town.telegram.repeat()
    await town.rest()
    assert len(town.telegram.answers(CAMILLE)) == before


async def test_a_bug_in_a_tap_still_stops_the_button_s_wheel(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    break_page(monkeypatch, "x")
    monkeypatch.setitem(taps.SHOWN, "planning", contents.COMMANDS["planning"].page)
    await town.hears(CAMILLE, "blorp flurb")
    before = len(town.telegram.calls_to("answerCallbackQuery"))
    assert (await town.tapped(CAMILLE, "Mon planning")).says("quelque chose s’est mal passé")
    assert len(town.telegram.calls_to("answerCallbackQuery")) == before + 1


async def test_a_tap_and_a_text_redelivered_act_once(town: Town) -> None:
    await town.hears(CAMILLE, "cantine du 3 au 14 décembre pour Léa")
    await town.tapped(CAMILLE, "Valider")
    said, receipts = len(town.telegram.answers(CAMILLE)), select(func.count()).select_from(Receipt)
    for number in sorted(town.telegram.world.updates.history)[-2:] * 2:
        town.telegram.repeat(number)
        await town.rest()
    await town.closes()
    for number in sorted(town.telegram.world.updates.history)[-2:]:
        town.telegram.repeat(number)
    await town.opens()  # which remembers nothing but what is in the database
    await town.rest()
    assert len(town.telegram.answers(CAMILLE)) == said
    assert town.read(lambda session: session.scalars(receipts).one()) == 1


async def test_a_database_locked_for_two_seconds_is_waited_for(town: Town) -> None:
    with closing(sqlite3.connect(town.folder / "town.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        town.telegram.says(CAMILLE, "cantine jeudi pour Léa")
        await asyncio.sleep(2)
        assert town.telegram.pending == 1
        other.execute("ROLLBACK")
    await town.rest()
    assert town.booked("Léa") == ["2026-12-03"]
    assert town.read(lambda session: session.scalars(select(func.count()).select_from(Receipt)).one()) == 1
    assert [m for m in town.telegram.answers(CAMILLE) if "Cantine réservée" in m.text][1:] == []


async def test_two_hundred_and_fifty_messages_waiting_at_start_are_all_answered_once(town: Town) -> None:
    await town.closes()
    people = [Person(2_000 + number, "X") for number in range(50)]
    for number in range(250):
        town.telegram.says(people[number % 50], f"bonjour {number}")
    await town.opens()
    await town.telegram.settled(15)
    await town.rest()
    assert [len(town.telegram.answers(person)) for person in people] == [5] * 50
    letters = select(func.count()).select_from(Letter).where(Letter.chat_id >= 2_000)
    assert town.read(lambda session: session.scalars(letters).one()) == 250


async def test_one_person_s_sentences_are_done_in_the_order_written(town: Town) -> None:
    for words in ("cantine jeudi pour Léa", "annule jeudi pour Léa") * 8:
        town.telegram.says(CAMILLE, words)
    await town.rest()
    assert town.booked("Léa") == []
    titles = [m.text.split("\n")[0] for m in town.telegram.answers(CAMILLE)[-16:]]
    assert ["réservée" in title for title in titles] == [True, False] * 8


async def test_another_bot_with_the_same_token_is_waited_out(town: Town) -> None:
    town.telegram.fails(409, "getUpdates", description="Conflict: terminated by other getUpdates request")
    town.telegram.says(STRANGER, "bonjour")
    assert (await town.hears(CAMILLE, "/start")).says("Rebonjour")


async def test_a_token_revoked_while_running_ends_the_bot_with_a_word_of_it(town: Town) -> None:
    town.telegram.fails(401, "getUpdates", times=None)
    town.telegram.says(STRANGER, "bonjour")
    assert town.bot
    await asyncio.wait([town.bot], timeout=5)
    error = town.bot.exception()
    town.bot = None
    assert isinstance(error, BadSetting)
    assert error.key == "CLOCHETTE_TOKEN"


async def test_update_numbers_that_start_over_lower_are_handled_not_taken_for_old_ones(town: Town) -> None:
    seen, began = handled(town), len(town.telegram.answers(SOPHIE))
    message = {"message_id": 900, "chat": SOPHIE.as_chat(), "from": SOPHIE.as_user(), "text": "/start"}
    message["date"] = int(town.clock().timestamp())
    town.telegram.raw({"update_id": 5_000, "message": message})
    await town.rest()
    await asyncio.sleep(town.tempo.poll + 0.2)  # an empty answer, as a quiet week gives many
    town.telegram.raw({"update_id": 400, "message": message})
    await town.telegram.until(lambda: len(town.telegram.answers(SOPHIE)) == began + 2)
    assert handled(town) == seen + 2
