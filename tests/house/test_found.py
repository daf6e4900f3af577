"""Bugs found while testing the shell hard: each test fails until its bug is fixed, and stays to keep it so."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from pydantic import SecretStr
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from telegram.error import ChatMigrated, NetworkError, RetryAfter, TelegramError

from bot.application import Clochette
from bot.clerk import open_database
from bot.settings import Settings
from handlers.buttons import Answer as AnswerButton
from handlers.buttons import Undo, Validate
from models.actions import outbox
from models.actions.calendar import take_no_orders
from models.actions.outbox import Notice
from models.refusals import DeadlineAlreadyPast
from models.tables import Account, Base, Child, Draft, Guardian, Household, NoOrderDay, Receipt, Residence
from models.tables import Post as State
from models.vocabulary import Service, Stamp
from tests.conversations.test_roles import LONG
from tests.house.test_post import FakeBot, Office, failing, in_the_office, notice
from tests.telegram import LocalTelegram
from tests.town import CAMILLE, FAST, SECRETARY, SOPHIE, Town, paris, settle


def ids(town: Town) -> dict[str, int]:
    return town.read(lambda s: {name: id_ for id_, name in s.execute(select(Child.id, Child.first_name))})


def homes(town: Town) -> dict[str, int]:
    return town.read(lambda s: {key: id_ for id_, key in s.execute(select(Household.id, Household.key))})


def account_of(session: Session, telegram_id: int) -> int:
    return session.scalars(select(Account.id).where(Account.telegram_id == telegram_id)).one()


# Booking


async def test_a_recap_validated_days_later_books_no_day_that_is_past_or_whose_cutoff_is(town: Town) -> None:
    """The order of a day counts as left even when the bot was down at its hour, and no day in the past is booked."""
    town.now("2026-11-27 08:58")
    await town.hears(CAMILLE, "cantine la semaine prochaine")
    await town.closes()
    town.now("2026-12-02 10:00")
    await town.opens()
    await town.order_leaves("2026-12-03")
    await town.tapped(CAMILLE, "Valider")
    assert town.booked("Léa") == ["2026-12-04"]


async def test_a_recap_of_garderie_validated_weeks_later_announces_no_evening_that_is_past(town: Town) -> None:
    await town.hears(CAMILLE, "garderie du soir la semaine prochaine")
    town.now("2026-12-16 10:00")
    await town.tapped(CAMILLE, "Valider")
    assert town.booked("Léa", service=Service.GARDERIE_SOIR) == []


async def test_words_edited_away_and_back_again_are_done_again(town: Town) -> None:
    await town.hears(CAMILLE, "cantine jeudi pour Léa")
    message = next(m for m in reversed(town.telegram.chat(CAMILLE)) if not m.from_bot)
    await town.edited(CAMILLE, message, "blorp flurb")
    assert town.booked("Léa") == []
    heard = await town.edited(CAMILLE, message, "cantine jeudi pour Léa")
    assert heard.says("jeudi 3 décembre")
    assert town.booked("Léa") == ["2026-12-03"]


async def test_a_command_edited_into_its_contrary_is_read_again(town: Town) -> None:
    """The words kept lack their command, so that "/reserver jeudi" and "/annuler jeudi" look the same."""
    await town.hears(CAMILLE, "/reserver jeudi pour Léa")
    message = next(m for m in reversed(town.telegram.chat(CAMILLE)) if not m.from_bot)
    await town.edited(CAMILLE, message, "/annuler jeudi pour Léa")
    assert town.booked("Léa") == []


async def test_a_receipt_keeps_the_words_with_their_command(town: Town) -> None:
    town.has_booked("Léa", "2026-12-03")
    await town.hears(CAMILLE, "/annuler jeudi pour Léa")
    number = town.read(lambda s: s.scalars(select(Receipt.number)).one())
    assert (await town.hears(SECRETARY, f"/recu {number}")).says("/annuler jeudi pour Léa")


async def test_an_edit_that_changes_no_word_leaves_the_recap_open(town: Town) -> None:
    """The Bot API: edited_message "may at times be triggered by changes to fields not actively used by your bot"."""
    town.now("2026-11-27 08:58")
    await town.hears(CAMILLE, "cantine la semaine prochaine")
    message = next(m for m in reversed(town.telegram.chat(CAMILLE)) if not m.from_bot)
    town.now("2026-11-27 09:02")
    assert (await town.edited(CAMILLE, message, "cantine la semaine prochaine")).messages == ()
    await town.tapped(CAMILLE, "Valider")
    assert town.booked("Léa")[0] == "2026-11-30"


async def test_the_other_guardian_hears_of_their_own_household_s_children_only(town: Town) -> None:
    """Camille also lives in the Petits' home: Sophie Petit is told of Inès, not of the Durands' children."""

    def move_in(session: Session) -> None:
        home = session.scalars(select(Household).where(Household.key == "petit")).one()
        who = {"first_name": "Camille", "last_name": "Durand", "account_id": account_of(session, CAMILLE.id)}
        session.add(Guardian(household_id=home.id, **who))

    town.read(move_in)
    before = len(town.telegram.answers(SOPHIE))
    await town.hears(CAMILLE, "cantine mardi 8 décembre")
    told = "\n".join(message.text for message in town.telegram.answers(SOPHIE)[before:])
    assert "Inès" in told
    assert "Léa" not in told
    assert "Tom" not in told


async def test_undo_after_the_child_has_left_the_household_is_refused_politely(town: Town) -> None:
    await town.hears(CAMILLE, "cantine jeudi pour Léa")
    lea = ids(town)["Léa"]

    def leave_home(session: Session) -> None:
        session.delete(session.scalars(select(Residence).where(Residence.child_id == lea)).one())

    town.read(leave_home)
    assert (await town.tapped(CAMILLE, "Annuler cette action")).says_nothing_of("quelque chose s’est mal passé")


async def test_forged_kinds_on_one_s_own_open_screens_are_refused_politely(town: Town) -> None:
    await town.hears(CAMILLE, "cantine vendredi prochain pour Léa")
    await town.hears(CAMILLE, "cantine du 3 au 14 décembre")
    question, recap = town.read(lambda s: s.scalars(select(Draft.id).order_by(Draft.id)).all())
    for data in (Validate(question).pack(), AnswerButton(recap, 0).pack()):
        assert (await town.forged(CAMILLE, data)).says_nothing_of("quelque chose s’est mal passé")


async def test_a_secretary_who_is_a_parent_undoes_no_override_of_another_s_child(town: Town) -> None:
    town.now("2026-11-27 09:30")
    await town.hears(CAMILLE, "cantine lundi pour Léa")
    number = town.read(lambda s: s.scalars(select(Receipt.number)).one())
    await town.hears(SECRETARY, f"/recu {number}")
    await town.tapped(SECRETARY, "Accorder quand même : erreur ou panne")

    def become_parent(session: Session) -> None:
        home = session.scalars(select(Household).where(Household.key == "petit")).one()
        who = {"first_name": "Odile", "last_name": "X", "account_id": account_of(session, SECRETARY.id)}
        session.add(Guardian(household_id=home.id, **who))

    town.read(become_parent)
    receipt = town.read(lambda s: s.scalars(select(Receipt.id).order_by(Receipt.id.desc())).first())
    assert receipt
    heard = await town.forged(SECRETARY, Undo(receipt).pack())
    assert heard.says_nothing_of("quelque chose s’est mal passé")
    assert town.booked("Léa") == ["2026-11-30"]


@pytest.mark.parametrize("words", ["/reserver\ncantine jeudi pour Léa", "/reserver\u00a0cantine jeudi pour Léa"])
async def test_a_command_is_parted_from_its_words_by_any_space(town: Town, words: str) -> None:
    await town.hears(CAMILLE, words)
    assert town.booked("Léa") == ["2026-12-03"]


async def test_a_receipt_of_very_long_words_is_shown_to_the_mairie(town: Town) -> None:
    words = "cantine jeudi pour Léa" + " svp" * 1_000
    await town.hears(CAMILLE, words)
    number = town.read(lambda s: s.scalars(select(Receipt.number)).one())
    assert (await town.hears(SECRETARY, f"/recu {number}")).says("Camille Durand", "cantine jeudi pour Léa")


async def test_an_unknown_name_of_four_thousand_letters_is_answered(town: Town) -> None:
    heard = await town.hears(CAMILLE, "cantine jeudi pour " + "Zo" + "é" * 4_000)
    assert heard.messages
    heard.says_nothing_of("quelque chose s’est mal passé")


@pytest.mark.parametrize("number", range(len(LONG)))
async def test_a_parent_s_text_of_four_thousand_characters_is_answered(town: Town, number: int) -> None:
    """The grammar asks "too-long", a question that has no sentence."""
    heard = await town.told(CAMILLE, lambda: town.telegram.raw({"message": said(LONG[number], town)}))
    assert heard.messages
    heard.says_nothing_of("quelque chose s’est mal passé")


def said(text: str, town: Town) -> dict[str, Any]:
    sent = {"message_id": 900, "date": int(town.clock().timestamp()), "text": text}
    return {"from": CAMILLE.as_user(), "chat": CAMILLE.as_chat(), **sent}


# The order of the day


async def test_the_order_leaves_while_people_keep_writing(tmp_path: Path) -> None:
    """A busy morning: with a message within each long poll, no answer of getUpdates is ever empty."""
    async with LocalTelegram() as telegram:
        town = Town(tmp_path, telegram)
        telegram.now = town.clock
        Base.metadata.create_all(open_database(town.url))
        settle(town)
        town.now("2026-11-27 09:11")
        strangers = asyncio.create_task(_chatter(town))
        await town.opens()
        try:
            async with asyncio.timeout(3):
                await town.order_leaves("2026-11-30")
        finally:
            strangers.cancel()
            await town.closes()
            town.clerk.close()


async def _chatter(town: Town) -> None:
    while True:
        town.telegram.says(SOPHIE, "/aide")
        await asyncio.sleep(0.1)


def test_a_no_order_day_refused_for_want_of_another_cutoff_changes_nothing(town: Town) -> None:
    """The docstring: "changing nothing"; the door answers a Refusal and commits what was done before it."""
    stamp = Stamp(None, paris("2026-11-27 08:30"))
    day = paris("2026-11-27 00:00").date()

    def declare(session: Session) -> None:
        with pytest.raises(DeadlineAlreadyPast):
            take_no_orders(session, day, "pont", stamp, commune=town.commune)

    town.read(declare)
    assert town.read(lambda s: s.scalars(select(NoOrderDay.day)).all()) == []


# People


async def test_whoever_writes_again_is_written_to_again(town: Town) -> None:
    """Telegram keeps "unblocked" 24 hours only: after a longer stop, the message itself is the sign."""

    def block(session: Session) -> None:
        session.execute(update(Account).where(Account.telegram_id == CAMILLE.id).values(blocked_at=town.clock()))

    town.read(block)
    await town.hears(CAMILLE, "cantine jeudi pour Léa")
    blocked = select(Account.blocked_at).where(Account.telegram_id == CAMILLE.id)
    assert town.read(lambda session: session.scalars(blocked).one()) is None


async def test_a_live_location_is_answered_once_not_at_each_of_its_steps(town: Town) -> None:
    message: dict[str, Any] = {
        "message_id": 900,
        "from": CAMILLE.as_user(),
        "chat": CAMILLE.as_chat(),
        "date": int(town.clock().timestamp()),
        "location": {"latitude": 50.7, "longitude": 2.4, "live_period": 3_600},
    }
    before = len(town.telegram.answers(CAMILLE))
    town.telegram.raw({"message": message})
    for step in range(5):
        moved = {"location": {"latitude": 50.7, "longitude": 2.4 + step / 100, "live_period": 3_600}}
        town.telegram.raw({"edited_message": message | {"edit_date": message["date"] + step} | moved})
    await town.rest()
    assert len(town.telegram.answers(CAMILLE)) == before + 1


# The post


@pytest.mark.parametrize("trouble", [NetworkError("Bad Gateway")])
def test_a_letter_tried_again_keeps_its_place_in_its_chat(trouble: TelegramError) -> None:
    async def story(office: Office) -> None:
        office.owes(*(notice(7, f"{number}") for number in range(4)))
        await office.until_done()

    bot = in_the_office(story, FakeBot(failing(trouble, 7, times=3)))
    assert list(dict.fromkeys(bot.texts(7))) == ["0", "1", "2", "3"]
    assert bot.texts(7)[3:] == ["0", "1", "2", "3"]


def test_a_goodbye_tried_again_is_said_before_leaving_the_group() -> None:
    async def story(office: Office) -> None:
        office.owes(Notice(-5, "group", {"text": "goodbye"}), Notice(-5, "group", {"leave": True}))
        await office.until_done()

    bot = in_the_office(story, FakeBot(failing(NetworkError("cut"), -5, times=2)))
    assert [call.method for call in bot.calls][-2:] == ["send_message", "leave_chat"]


def test_after_a_429_not_even_the_letter_at_the_door_leaves() -> None:
    async def story(office: Office) -> None:
        office.owes(*(notice(chat, f"{chat}") for chat in range(1, 21)))
        await office.until_done()

    bot = in_the_office(story, FakeBot(failing(RetryAfter(timedelta(seconds=5)), 3), latency=0.01))
    refused = next(call.at for call in bot.calls if call.chat_id == 3)
    assert not [call.chat_id for call in bot.calls if refused + 0.011 < call.at < refused + 5]


def test_a_letter_that_cannot_even_be_called_does_not_silence_its_chat_for_ever() -> None:
    """A bug of ours in a content (here: no text) is for the alarm; the chat's next letters leave."""

    async def story(office: Office) -> None:
        office.answers(7, {"edit": 12, "callback": "tap"})
        await asyncio.sleep(2)
        office.owes(notice(7, "next"))
        await asyncio.sleep(10)
        assert office.states() == [State.DROPPED, State.SENT]

    in_the_office(story)


def test_a_group_that_became_a_supergroup_is_not_written_to_for_ever() -> None:
    async def story(office: Office) -> None:
        office.owes(Notice(-5, "group", {"text": "goodbye"}))
        await asyncio.sleep(300)

    assert len(in_the_office(story, FakeBot(failing(ChatMigrated(-1_000_005), -5, times=99))).calls) <= 3


def test_one_chat_s_long_queue_does_not_hide_the_others() -> None:
    async def story(office: Office) -> None:
        office.owes(*(notice(7, f"{number}") for number in range(400)), notice(8, "mine"))
        await asyncio.sleep(20)
        assert "mine" in office.bot.texts(8)

    in_the_office(story)


# Updates nobody can parse


async def test_an_update_the_library_cannot_parse_is_passed_over(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    """Of another version of the Bot API, it lacks what the library wants: the bot must neither die of it nor log it.

    It is asked for again for 24 hours: a bot that dies of it dies at each start.
    """
    poll = {"id": "1", "question": "Qui garde Léa ?", "options": [], "total_voter_count": 0, "is_closed": False}
    poll |= {"is_anonymous": True, "type": "regular", "allows_multiple_answers": False}  # as Bot API 9.5 has it
    sent = {"message_id": 901, "date": int(town.clock().timestamp())}
    town.telegram.raw({"message": {**sent, "from": CAMILLE.as_user(), "chat": CAMILLE.as_chat(), "poll": poll}})
    assert (await town.hears(SOPHIE, "/start")).says("Rebonjour")
    assert town.bot
    assert not town.bot.done()
    assert "Camille" not in caplog.text
    assert "Léa" not in caplog.text


async def test_an_update_whose_apology_fails_too_is_reported_without_its_words(
    town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A task that nobody awaits is logged by asyncio, traceback and personal words and all."""
    begin = outbox.begin_update

    def begin_update(session: Session, update_id: int, now: datetime) -> bool:
        if update_id == broken:
            raise ValueError("Léa Durand")
        return begin(session, update_id, now)

    monkeypatch.setattr(outbox, "begin_update", begin_update)
    broken = max(town.telegram.world.updates.history) + 1
    town.telegram.says(CAMILLE, "cantine jeudi pour Léa")
    assert (await town.hears(SOPHIE, "/start")).says("Rebonjour")
    gc.collect()
    await asyncio.sleep(0)
    assert "bug" in caplog.text
    assert "Léa" not in caplog.text
    assert "Traceback" not in caplog.text


# The webhook


@asynccontextmanager
async def by_webhook(folder: Path, port: int, **changes: Any) -> AsyncIterator[tuple[Town, str]]:
    async with LocalTelegram() as telegram:
        town = Town(folder, telegram)
        telegram.now = town.clock
        Base.metadata.create_all(open_database(town.url))
        settle(town)
        known: dict[str, Any] = {"token": telegram.token, "api_url": telegram.url, "database_url": town.url}
        url = f"http://127.0.0.1:{port}"
        settings = Settings(**known, webhook_url=url, listen=f"127.0.0.1:{port}", **changes)
        stop = asyncio.Event()
        town.bot = asyncio.create_task(Clochette(settings, town.commune, town.clock, FAST).run(stop))
        try:
            yield town, url
        finally:
            stop.set()
            with suppress(Exception):
                await town.bot
            town.clerk.close()


FORGED = {
    "update_id": 5,
    "message": {
        "message_id": 1,
        "from": CAMILLE.as_user(),
        "chat": CAMILLE.as_chat(),
        "date": int(paris("2026-11-26 10:00").timestamp()),
        "text": "cantine jeudi pour Léa",
    },
}


async def test_a_header_no_ascii_can_write_is_refused_like_another(
    tmp_path: Path, unused_tcp_port: int, caplog: pytest.LogCaptureFixture
) -> None:
    secret = SecretStr("s3cret")
    async with by_webhook(tmp_path, unused_tcp_port, webhook_secret=secret) as (town, url):
        await town.telegram.until(lambda: town.telegram.calls_to("getWebhookInfo"))
        headers = {"X-Telegram-Bot-Api-Secret-Token": "clé"}
        async with (
            aiohttp.ClientSession() as client,
            client.post(f"{url}/telegram", json=FORGED, headers=headers) as response,
        ):
            assert response.status == 403
    assert "Traceback" not in caplog.text


async def test_a_network_that_fails_while_the_webhook_is_set_is_waited_for(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    secret = SecretStr("s3cret")
    async with LocalTelegram() as telegram:
        town = Town(tmp_path, telegram)
        Base.metadata.create_all(open_database(town.url))
        known: dict[str, Any] = {"token": telegram.token, "api_url": telegram.url, "database_url": town.url}
        known["webhook_secret"] = secret
        listen = f"127.0.0.1:{unused_tcp_port}"
        telegram.fails(502, "setWebhook")
        stop = asyncio.Event()
        bot = Clochette(Settings(**known, webhook_url=f"http://{listen}", listen=listen), town.commune, tempo=FAST)
        running = asyncio.create_task(bot.run(stop))
        try:
            await telegram.until(lambda: len(telegram.calls_to("setWebhook")) == 2)
            assert not running.done()
        finally:
            stop.set()
            with suppress(Exception):
                await running
            town.clerk.close()


async def test_what_is_brought_and_is_no_update_costs_no_traceback(
    tmp_path: Path, unused_tcp_port: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Answered 200 once reported, or Telegram brings it again and again."""
    async with by_webhook(tmp_path, unused_tcp_port, webhook_secret=SecretStr("s3cret")) as (town, url):
        await town.telegram.until(lambda: town.telegram.calls_to("getWebhookInfo"))
        broken = {"update_id": 9, "message": {"message_id": 901, "text": "Camille Durand"}}
        headers = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}
        async with (
            aiohttp.ClientSession() as client,
            client.post(f"{url}/telegram", json=broken, headers=headers) as response,
        ):
            assert response.status == 200
    assert "Traceback" not in caplog.text
