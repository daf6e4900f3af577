"""The post: evenly paced, answers first, each chat in order, each letter marked, whatever Telegram answers.

Most of it runs on a clock that jumps: five thousand letters take three minutes of it, and no time of ours.
"""

import asyncio
import logging
import selectors
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.caller import Caller
from bot.clerk import Clerk, Result, open_database
from bot.pace import Pace, Tempo
from bot.post import Post
from locales.sheets.file import File
from models.actions import outbox
from models.actions.outbox import Envelope, Notice
from models.tables import Account, Base, Letter
from models.tables import Post as State
from tests.telegram import Person
from tests.town import CAMILLE, SOPHIE, Town, paris

BEGAN = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
LIMIT = 31  # messages in any one second, wherever it begins
THOUSANDS = 5_000


# A clock that jumps


class Jumping(selectors.DefaultSelector):
    """Waits for nothing: the time to the next thing planned is passed over."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        assert timeout is not None, "everybody waits for ever"
        self.passed += max(0.0, timeout)
        return super().select(0)


class JumpingLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.selector = Jumping()
        super().__init__(self.selector)

    def time(self) -> float:
        return self.selector.passed


def on_a_jumping_clock(story: Coroutine[Any, Any, None]) -> None:
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        runner.run(story)


# A Telegram that notes when it was called


@dataclass
class Called:
    at: float
    method: str
    chat_id: int
    text: str = ""


@dataclass
class FakeBot:
    """What the post calls; `answer` may raise what Telegram would have answered."""

    answer: Callable[[Called], None] = lambda _: None
    latency: float = 0.05
    calls: list[Called] = field(default_factory=list)

    async def _called(self, method: str, chat_id: int, text: str = "") -> SimpleNamespace:
        call = Called(asyncio.get_running_loop().time(), method, chat_id, text)
        self.calls.append(call)
        await asyncio.sleep(self.latency)
        self.answer(call)
        return SimpleNamespace(message_id=len(self.calls))

    async def send_message(self, chat_id: int, text: str, **_: Any) -> SimpleNamespace:
        return await self._called("send_message", chat_id, text)

    async def send_photo(self, chat_id: int, content: bytes, **_: Any) -> SimpleNamespace:
        return await self._called("send_photo", chat_id, content.decode())

    async def edit_message_text(self, text: str, *, chat_id: int, **_: Any) -> SimpleNamespace:
        return await self._called("edit_message_text", chat_id, text)

    async def answer_callback_query(self, callback: str, text: str | None = None, *, show_alert: bool = False) -> None:
        assert show_alert == bool(text)
        await self._called("answer_callback_query", 0, callback)

    async def set_my_commands(self, _commands: Sequence[Any], *, scope: Any) -> None:
        await self._called("set_my_commands", scope.chat_id)

    async def leave_chat(self, chat_id: int) -> None:
        await self._called("leave_chat", chat_id)

    def texts(self, chat_id: int | None = None) -> list[str]:
        return [call.text for call in self.calls if call.text and chat_id in (None, call.chat_id)]

    @property
    def times(self) -> list[float]:
        return [call.at for call in self.calls if call.method != "answer_callback_query"]


class ClerkHere(Clerk):
    """A clerk without a thread, which a jumping clock would not wait for."""

    transactions = 0

    async def run(self, work: Callable[[Session], Result]) -> Result:
        self.transactions += 1
        await asyncio.sleep(0.001)
        return self.run_here(work)


@dataclass
class Office:
    """A post at work on its own database and clock."""

    bot: FakeBot
    clerk: ClerkHere
    post: Post
    now: Callable[[], datetime]

    def owes(self, *notices: Notice) -> None:
        self.clerk.run_here(lambda session: outbox.owe(session, notices, self.now()))
        self.post.wake()

    def answers(self, chat_id: int, *contents: dict[str, Any]) -> list[Envelope]:
        envelopes = self.clerk.run_here(lambda session: outbox.answer(session, chat_id, contents, self.now()))
        self.post.hand_over(envelopes)
        return envelopes

    def letters(self) -> list[Letter]:
        return list(self.clerk.run_here(lambda session: session.scalars(select(Letter).order_by(Letter.id)).all()))

    def states(self) -> list[State]:
        return [letter.state for letter in self.letters()]

    async def until_done(self, seconds: float = 600) -> None:
        """Wait until nothing is owed any more."""
        async with asyncio.timeout(seconds):
            while any(state in (State.PENDING, State.SENDING) for state in self.states()):  # noqa: ASYNC110
                await asyncio.sleep(1)


@contextmanager
def open_office(bot: FakeBot, tempo: Tempo) -> Iterator[Office]:
    loop, clerk = asyncio.get_running_loop(), ClerkHere(open_database("sqlite://"))
    clerk.run_here(lambda session: Base.metadata.create_all(session.connection()))

    def now() -> datetime:
        return BEGAN + timedelta(seconds=loop.time())

    yield Office(bot, clerk, Post(cast("Bot", bot), clerk, now, tempo), now)
    clerk.close()


Story = Callable[[Office], Coroutine[Any, Any, None]]


def in_the_office(story: Story, bot: FakeBot | None = None, tempo: Tempo | None = None) -> FakeBot:
    """Tell `story` with the post running; the bot tells afterwards what was called, and when."""
    bot = bot or FakeBot()

    async def tell() -> None:
        with open_office(bot, tempo or Tempo()) as office:
            running = asyncio.create_task(office.post.run())
            try:
                await story(office)
                assert not running.done(), "the post has stopped"
            finally:
                running.cancel()
                with suppress(asyncio.CancelledError):
                    await running

    on_a_jumping_clock(tell())
    return bot


def notice(chat_id: int, text: str = "notice", **more: Any) -> Notice:
    return Notice(chat_id, "notice", {"text": text}, **more)


def most_in_a_second(times: Sequence[float]) -> int:
    """How many of `times` (in order) the fullest second holds, wherever it begins."""
    first = most = 0
    for last, at in enumerate(times):
        while times[first] <= at - 1.0:
            first += 1
        most = max(most, last - first + 1)
    return most


def test_documents_leave_as_evenly_as_words_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing takes its time; what was drawn leaves in a place of its own."""

    async def draw(_: Post, recipe: dict[str, Any]) -> File:
        await asyncio.sleep(recipe["facts"]["seconds"])
        return File("mois.png", b"drawn", is_photo=True)

    monkeypatch.setattr(Caller, "_draw", draw)
    drawn = {"drawing": "picture", "facts": {"seconds": 0.4}}

    async def story(office: Office) -> None:
        office.owes(*(Notice(chat, "notice", {"caption": "", "document": drawn}) for chat in range(1, 91)))
        office.owes(*(notice(chat) for chat in range(101, 301)))
        await office.until_done()
        assert set(office.states()) == {State.SENT}

    bot = in_the_office(story)
    assert len(bot.texts()) == 290
    assert most_in_a_second(bot.times) <= LIMIT


# Pace


@dataclass
class FakeClock:
    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now


def leave(pace: Pace, clock: FakeClock, count: int) -> list[float]:
    times = []
    for _ in range(count):
        clock.now += pace.wait()
        pace.leave()
        times.append(clock.now)
    return times


def test_five_thousand_leave_at_twenty_nine_a_second_flat() -> None:
    clock = FakeClock()
    times = leave(Pace(clock, 29), clock, THOUSANDS)
    assert most_in_a_second(times) <= 30
    assert times[-1] - times[0] == pytest.approx((THOUSANDS - 1) / 29)


def test_after_silence_asked_for_and_after_a_pause_there_is_no_burst() -> None:
    clock = FakeClock()
    pace = Pace(clock, 29)
    times = leave(pace, clock, 100)
    pace.hold(30)
    times += leave(pace, clock, 100)
    assert times[100] - times[99] >= 30
    clock.now += 3_600
    times += leave(pace, clock, 100)
    assert most_in_a_second(times) <= 30


@given(st.lists(st.tuples(st.sampled_from(["leave", "pause", "hold"]), st.floats(0, 3)), max_size=200))
def test_whatever_happens_two_never_leave_closer_than_the_rate(story: list[tuple[str, float]]) -> None:
    clock = FakeClock()
    pace, times = Pace(clock, 29), []
    for act, seconds in story:
        if act == "leave":
            times += leave(pace, clock, 5)
        elif act == "pause":
            clock.now += seconds
        else:
            pace.hold(seconds)
            assert pace.wait() >= seconds - 1e-9
    assert all(later - sooner >= 1 / 29 - 1e-6 for sooner, later in pairwise(times))


# The queue


def test_five_thousand_notices_leave_evenly_each_once_each_marked() -> None:
    async def story(office: Office) -> None:
        office.owes(*(notice(chat, f"notice {chat}") for chat in range(1, THOUSANDS + 1)))
        await asyncio.sleep(170)
        await office.until_done()
        assert set(office.states()) == {State.SENT}
        assert all(letter.message_id and letter.sent_at for letter in office.letters())

    bot = in_the_office(story)
    assert len(bot.texts()) == len(set(bot.texts())) == THOUSANDS
    assert most_in_a_second(bot.times) <= LIMIT
    assert bot.times[-1] - bot.times[0] == pytest.approx(THOUSANDS / 29, rel=0.02)


def test_one_a_second_to_one_chat_in_the_order_written() -> None:
    async def story(office: Office) -> None:
        office.owes(*(notice(7, f"{number}") for number in range(10)), notice(8, "other"))
        await office.until_done()

    bot = in_the_office(story)
    assert bot.texts(7) == [str(number) for number in range(10)]
    mine = [call.at for call in bot.calls if call.chat_id == 7]
    assert all(later - sooner >= 1.0 for sooner, later in pairwise(mine))
    assert next(call.at for call in bot.calls if call.chat_id == 8) < 1.0


def test_a_slow_telegram_still_gets_one_chat_s_letters_one_after_the_other() -> None:
    async def story(office: Office) -> None:
        office.owes(*(notice(7, f"{number}") for number in range(4)))
        await office.until_done()

    bot = in_the_office(story, FakeBot(latency=3.0))
    assert bot.texts() == ["0", "1", "2", "3"]
    assert all(later.at - sooner.at >= 3.0 for sooner, later in pairwise(bot.calls))


def test_an_answer_leaves_before_a_thousand_notices_that_waited_already() -> None:
    async def story(office: Office) -> None:
        office.owes(*(notice(chat) for chat in range(1, 1_001)))
        await asyncio.sleep(5)
        for number in range(20):
            office.answers(5_000 + number, {"text": "answer"})
        before = len(office.bot.calls)
        await asyncio.sleep(0.9)
        answers = [call for call in office.bot.calls[before:] if call.text == "answer"]
        assert len(answers) == 20
        assert office.bot.calls[before + 1].text == "answer"  # one notice may have been at the door
        await office.until_done()

    assert most_in_a_second(in_the_office(story).times) <= LIMIT


def test_an_answer_to_a_chat_that_has_notices_waiting_comes_next() -> None:
    async def story(office: Office) -> None:
        office.owes(*(notice(7, f"notice {number}") for number in range(5)))
        await asyncio.sleep(0.5)
        office.answers(7, {"text": "answer"}, {"text": "its second part"})
        await office.until_done()

    assert in_the_office(story).texts()[:3] == ["notice 0", "answer", "its second part"]


def test_answers_too_leave_one_a_second_to_one_chat() -> None:
    async def story(office: Office) -> None:
        office.answers(7, *({"text": f"{number}"} for number in range(4)))
        office.answers(8, {"text": "other"})
        await office.until_done()

    bot = in_the_office(story)
    assert bot.texts(7) == ["0", "1", "2", "3"]
    mine = [call.at for call in bot.calls if call.chat_id == 7]
    assert all(later - sooner >= 1.0 for sooner, later in pairwise(mine))
    assert next(call.at for call in bot.calls if call.chat_id == 8) < 1.0


def test_what_is_no_longer_useful_is_dropped_not_sent() -> None:
    async def story(office: Office) -> None:
        soon = office.now() + timedelta(seconds=10)
        office.owes(*(notice(chat, "useful", useful_until=soon) for chat in range(1, 501)), notice(7, "always"))
        await office.until_done()
        told = {letter.content["text"]: letter.state for letter in office.letters()}
        assert told["always"] is State.SENT
        assert {State.SENT, State.DROPPED} == {*office.states()}

    bot = in_the_office(story)
    assert all(call.at <= 10.1 for call in bot.calls if call.text == "useful")
    assert 280 <= bot.texts().count("useful") <= 300


def test_useful_until_its_very_instant() -> None:
    async def story(office: Office) -> None:
        office.owes(notice(7, useful_until=office.now() + timedelta(seconds=1)), notice(8, useful_until=BEGAN))
        await office.until_done()

    assert [call.chat_id for call in in_the_office(story).calls] == [7]


# What Telegram answers


def failing(trouble: TelegramError, chat_id: int, times: int = 1) -> Callable[[Called], None]:
    left = [times]

    def answer(call: Called) -> None:
        if call.chat_id == chat_id and left[0]:
            left[0] -= 1
            raise trouble

    return answer


def test_a_403_ends_that_person_only_and_marks_the_account() -> None:
    async def story(office: Office) -> None:
        def settle(session: Session) -> None:
            session.add_all(Account(telegram_id=chat, created_at=BEGAN) for chat in (7, 8))

        office.clerk.run_here(settle)
        office.owes(*(notice(7, f"{number}") for number in range(3)), notice(8, "hello"))
        await office.until_done()
        assert office.states() == [State.DROPPED] * 3 + [State.SENT]
        accounts = office.clerk.run_here(lambda session: {row[0]: row[1] for row in session.execute(blocked)})
        assert accounts[7] is not None
        assert accounts[8] is None

    blocked = select(Account.telegram_id, Account.blocked_at)
    bot = in_the_office(story, FakeBot(failing(Forbidden("bot was blocked by the user"), 7, times=9)))
    assert bot.texts() == ["0", "hello"]


def test_a_429_holds_everything_loses_nothing_and_makes_no_burst() -> None:
    began = 4.0

    def answer(call: Called) -> None:
        if began <= call.at < began + 0.2:
            raise RetryAfter(timedelta(seconds=20))

    async def story(office: Office) -> None:
        office.owes(*(notice(chat, f"notice {chat}") for chat in range(1, 601)))
        await office.until_done()
        assert set(office.states()) == {State.SENT}

    bot = in_the_office(story, FakeBot(answer))
    refused = [call for call in bot.calls if began <= call.at < began + 0.2]
    delivered = [call.text for call in bot.calls if call not in refused]
    assert len(delivered) == len(set(delivered)) == 600
    assert not [call for call in bot.calls if began + 0.3 <= call.at < began + 20]
    assert most_in_a_second(bot.times) <= LIMIT


def test_a_429_keeps_the_order_of_a_chat() -> None:
    async def story(office: Office) -> None:
        office.owes(*(notice(7, f"{number}") for number in range(4)))
        await office.until_done()

    bot = in_the_office(story, FakeBot(failing(RetryAfter(timedelta(seconds=5)), 7)))
    assert bot.texts() == ["0", "0", "1", "2", "3"]


@pytest.mark.parametrize("trouble", [NetworkError("Bad Gateway"), TimedOut(), TelegramError("Invalid server response")])
def test_a_telegram_in_trouble_is_tried_again_with_one_line_in_the_log(
    trouble: TelegramError, caplog: pytest.LogCaptureFixture
) -> None:
    async def story(office: Office) -> None:
        office.owes(notice(7, "kept"))
        office.answers(8, {"text": "answer"})
        await office.until_done()
        assert set(office.states()) == {State.SENT}

    caplog.set_level(logging.WARNING)
    bot = in_the_office(story, FakeBot(failing(trouble, 7, times=4)))
    assert bot.texts(7) == ["kept"] * 5
    assert bot.texts(8) == ["answer"]
    assert len(caplog.records) <= 2


def test_ten_minutes_of_outage_lose_nothing() -> None:
    def answer(call: Called) -> None:
        if call.at < 600:
            raise NetworkError("down")

    async def story(office: Office) -> None:
        office.owes(*(notice(chat, f"notice {chat}") for chat in range(1, 41)))
        await asyncio.sleep(600)
        await office.until_done()
        assert set(office.states()) == {State.SENT}

    bot = in_the_office(story, FakeBot(answer))
    delivered = [call.text for call in bot.calls if call.at >= 600]
    assert len(delivered) == len(set(delivered)) == 40
    assert most_in_a_second(bot.times) <= LIMIT


def test_an_edit_that_changes_nothing_is_fine() -> None:
    same = BadRequest("Message is not modified: specified new message content is exactly the same")

    async def story(office: Office) -> None:
        office.answers(7, {"text": "said", "edit": 12})
        await office.until_done()
        assert office.states() == [State.SENT]
        assert office.letters()[0].message_id == 12

    bot = in_the_office(story, FakeBot(failing(same, 7)))
    assert [call.method for call in bot.calls] == ["edit_message_text"]


@pytest.mark.parametrize("why", ["Message to edit not found", "Message can't be edited", "MESSAGE_ID_INVALID"])
def test_a_message_to_edit_that_is_gone_is_said_anew(why: str) -> None:
    async def story(office: Office) -> None:
        office.answers(7, {"text": "said", "edit": 12})
        await office.until_done()
        assert office.states() == [State.SENT]
        assert office.letters()[0].message_id == 2

    bot = in_the_office(story, FakeBot(failing(BadRequest(why), 7)))
    assert [call.method for call in bot.calls] == ["edit_message_text", "send_message"]


def test_what_telegram_never_takes_is_dropped_with_an_alarm_and_the_queue_goes_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def story(office: Office) -> None:
        office.owes(notice(7, "Léa <b"), notice(7, "next"), notice(8, "other"))
        await office.until_done()
        assert office.states() == [State.DROPPED, State.SENT, State.SENT]

    bot = in_the_office(story, FakeBot(failing(BadRequest("Can't parse entities"), 7)))
    assert bot.texts(7) == ["Léa <b", "next"]
    assert "bug" in caplog.text
    assert "Léa" not in caplog.text


def test_an_unknown_chat_is_dropped_without_a_word(caplog: pytest.LogCaptureFixture) -> None:
    async def story(office: Office) -> None:
        office.owes(notice(7), notice(8))
        await office.until_done()
        assert office.states() == [State.DROPPED, State.SENT]

    in_the_office(story, FakeBot(failing(BadRequest("Chat not found"), 7)))
    assert not caplog.records


def test_a_tap_is_acknowledged_at_once_even_while_telegram_wants_silence() -> None:
    async def story(office: Office) -> None:
        office.owes(notice(1))
        await asyncio.sleep(1)
        office.answers(7, {"callback": "tap", "text": "answer"})
        office.answers(8, {"callback": "nothing to say"})
        await asyncio.sleep(0.5)
        assert office.bot.texts() == ["notice", "tap", "nothing to say"]
        await office.until_done()
        assert set(office.states()) == {State.SENT}

    bot = in_the_office(story, FakeBot(failing(RetryAfter(timedelta(seconds=30)), 1)))
    assert [call.text for call in bot.calls if call.chat_id == 7] == ["answer"]
    assert not [call for call in bot.calls if call.chat_id == 8]


def test_a_tap_too_old_to_acknowledge_does_no_harm() -> None:
    async def story(office: Office) -> None:
        office.answers(7, {"callback": "old", "text": "answer"})
        await office.until_done()
        assert office.states() == [State.SENT]

    in_the_office(story, FakeBot(failing(BadRequest("Query is too old"), 0)))


def test_menus_and_leaving_a_group_are_letters_too() -> None:
    async def story(office: Office) -> None:
        office.owes(
            Notice(7, "menu", {"commands": [["aide", "Aide"]]}),
            Notice(-500, "group", {"text": "goodbye"}),
            Notice(-500, "group", {"leave": True}),
        )
        await office.until_done()
        assert set(office.states()) == {State.SENT}

    bot = in_the_office(story)
    assert [call.method for call in bot.calls] == ["set_my_commands", "send_message", "leave_chat"]


def test_what_wakes_the_post_while_it_claims_is_not_forgotten() -> None:
    """Letters come one by one, each a little later in the post's own turn than the one before."""

    async def story(office: Office) -> None:
        for number in range(200):
            office.owes(notice(number + 1))
            await asyncio.sleep(0.0005 * number)
        await asyncio.sleep(15)
        assert set(office.states()) == {State.SENT}

    in_the_office(story)


def test_an_answer_alone_costs_its_mark_and_no_look_at_the_outbox() -> None:
    async def story(office: Office) -> None:
        await asyncio.sleep(1)
        before = office.clerk.transactions
        office.answers(7, {"text": "answer"})
        await asyncio.sleep(9)
        assert office.states() == [State.SENT]
        assert office.clerk.transactions == before + 1

    in_the_office(story)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 3), st.floats(0, 2.5), st.booleans()), min_size=1, max_size=12))
def test_whoever_writes_a_letter_and_whenever_it_leaves_within_a_tick_of_its_chat_s_rest(
    letters: list[tuple[int, float, bool]],
) -> None:
    """Ours wake the post; another process's are found by the tick. Chats rest meanwhile, whatever the moment."""
    written: dict[str, tuple[float, int]] = {}

    async def tick(office: Office) -> None:
        while True:
            await asyncio.sleep(1)
            if await office.clerk.run(outbox.is_owing):
                office.post.wake()

    async def story(office: Office) -> None:
        ticking = asyncio.create_task(tick(office))
        for number, (chat, pause, ours) in enumerate(letters):
            await asyncio.sleep(pause)
            written[str(number)] = asyncio.get_running_loop().time(), chat
            owe = partial(outbox.owe, notices=[notice(chat, str(number))], now=office.now())
            office.clerk.run_here(owe)
            if ours:
                office.post.wake()
        await asyncio.sleep(len(letters) * 1.2 + 2)
        ticking.cancel()
        assert set(office.states()) == {State.SENT}

    left = {call.text: call.at for call in in_the_office(story).calls}
    free = dict.fromkeys(range(4), 0.0)
    for text, (at, chat) in written.items():
        assert left[text] <= max(at + 1, free[chat]) + 0.2
        free[chat] = max(free[chat], left[text] + 1)


# Over real HTTP


def letter(town: Town, chat: Person) -> list[Letter]:
    return list(town.read(lambda session: session.scalars(select(Letter).where(Letter.chat_id == chat.id)).all()))


async def test_a_connection_cut_before_the_effect_sends_it_once(town: Town) -> None:
    before = len(town.telegram.answers(CAMILLE))
    town.telegram.cuts("sendMessage", to=CAMILLE)
    await town.hears(CAMILLE, "cantine jeudi pour Léa")
    assert len(town.telegram.answers(CAMILLE)) == before + 1
    assert town.booked("Léa") == ["2026-12-03"]


@pytest.mark.parametrize("how", ["cut", "500"])
async def test_after_the_effect_nobody_can_know_so_an_answer_is_said_again(town: Town, how: str) -> None:
    """The Bot API has no key against it; an answer said twice is better than a booking nobody heard of."""
    before = len(town.telegram.answers(CAMILLE))
    if how == "cut":
        town.telegram.cuts("sendMessage", to=CAMILLE, after=True)
    else:
        town.telegram.fails(500, "sendMessage", to=CAMILLE, after=True)
    await town.hears(CAMILLE, "cantine jeudi pour Léa")
    said = town.telegram.answers(CAMILLE)[before:]
    assert len(said) == 2
    assert said[0].text == said[1].text
    assert town.booked("Léa") == ["2026-12-03"]


async def test_a_gateway_s_page_is_waited_out(town: Town) -> None:
    town.telegram.fails(502, "sendMessage", to=CAMILLE)
    assert (await town.hears(CAMILLE, "cantine jeudi pour Léa")).says("Cantine réservée")


async def test_a_person_who_blocked_the_bot_costs_nobody_else_anything(town: Town) -> None:
    town.telegram.deactivates(CAMILLE)
    town.read(lambda session: outbox.owe(session, [notice(CAMILLE.id), notice(SOPHIE.id)], town.clock()))
    assert (await town.hears(SOPHIE, "/start")).says("notice", "Rebonjour")
    assert {one.state for one in letter(town, CAMILLE)} == {State.SENT, State.DROPPED}
    blocked = select(Account.blocked_at).where(Account.telegram_id == CAMILLE.id)
    assert town.read(lambda session: session.scalars(blocked).one()) is not None


async def test_a_letter_to_a_chat_telegram_does_not_know(town: Town) -> None:
    nobody = Person(777, "Personne")
    town.read(lambda session: outbox.owe(session, [notice(nobody.id)], town.clock()))
    await town.hears(SOPHIE, "/start")
    assert [one.state for one in letter(town, nobody)] == [State.DROPPED]


async def test_letters_found_being_sent_at_start_are_sent_again_once(town: Town) -> None:
    await town.closes()

    def interrupted(session: Session) -> None:
        outbox.answer(session, CAMILLE.id, [{"text": "votre réponse", "callback": "expired"}], town.clock())
        outbox.owe(session, [notice(SOPHIE.id, "votre rappel", useful_until=paris("2026-11-26 11:00"))], town.clock())
        outbox.owe(session, [notice(SOPHIE.id, "trop tard", useful_until=paris("2026-11-26 09:59"))], town.clock())
        assert [envelope.content["text"] for envelope in outbox.claim(session, town.clock())] == ["votre rappel"]

    town.read(interrupted)
    await town.opens()
    await town.rest(3)
    await town.closes()
    await town.opens()
    await town.rest(3)
    assert [m.text for m in town.telegram.answers(CAMILLE)].count("votre réponse") == 1
    assert [m.text for m in town.telegram.answers(SOPHIE)].count("votre rappel") == 1
    assert "trop tard" not in [m.text for m in town.telegram.answers(SOPHIE)]


async def test_a_real_429_holds_for_as_long_as_it_says(town: Town) -> None:
    town.telegram.fails(429, "sendMessage", retry_after=1, to=CAMILLE)
    await town.hears(CAMILLE, "/planning")
    calls = [call for call in town.telegram.calls_to("sendMessage") if call.params["chat_id"] == CAMILLE.id][-2:]
    assert [call.status for call in calls] == [429, 200]
    assert calls[1].at - calls[0].at >= 0.95
