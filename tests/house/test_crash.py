"""Killed anywhere, nothing acknowledged is lost and nothing is done twice; stopped politely, it goes at once."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.storage import migrate
from models.tables import Booking, HandledUpdate, Receipt
from tests.process import Process
from tests.telegram import LocalTelegram
from tests.town import CAMILLE, Town, paris, settle

THURSDAY = "2026-09-10 10:00"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[tuple[Town, Process]]:
    async with LocalTelegram() as telegram:
        town = Town(tmp_path, telegram)
        town.now(THURSDAY)
        telegram.now = town.clock
        migrate(town.url)
        settle(town)
        yield town, Process(tmp_path, telegram, paris(THURSDAY))
        town.clerk.close()


def answers(town: Town) -> list[str]:
    return [message.text for message in town.telegram.answers(CAMILLE)]


async def test_killed_between_commit_and_answer_the_answer_still_comes_once(stage: tuple[Town, Process]) -> None:
    town, bot = stage
    town.telegram.fails(500, "sendMessage", times=None)
    town.telegram.says(CAMILLE, "cantine lundi pour Léa")
    await bot.starts()
    await town.telegram.until(lambda: town.telegram.calls_to("sendMessage"), 15)
    await bot.is_killed()
    assert answers(town) == []
    assert town.booked("Léa") == ["2026-09-14"]
    town.telegram.heals()
    await bot.starts()
    await town.telegram.until(lambda: answers(town), 15)
    await town.rest()
    assert len(answers(town)) == 1
    assert "lundi 14 septembre" in answers(town)[0]
    assert town.booked("Léa") == ["2026-09-14"]
    assert await bot.is_stopped() == 0


async def test_killed_again_and_again_under_load_every_sentence_is_done_once(stage: tuple[Town, Process]) -> None:
    town, bot = stage
    days = ("lundi", "mardi", "vendredi")
    wanted = {"lundi": "2026-09-14", "mardi": "2026-09-15", "vendredi": "2026-09-18"}
    sentences = [f"cantine {day} 1{4 + number} septembre pour Tom" for day, number in zip(days, (0, 1, 4), strict=True)]
    for number in range(30):
        town.telegram.says(CAMILLE, sentences[number % 3])
    for pause in (0.9, 1.0, 1.1, 1.2):
        await bot.starts()
        await asyncio.sleep(pause)
        await bot.is_killed()
    polls = len(town.telegram.calls_to("getUpdates"))
    await bot.starts()
    await town.telegram.until(lambda: len(town.telegram.calls_to("getUpdates")) > polls, 20)
    await town.telegram.settled(20)
    handled = town.read(lambda session: session.scalars(select(func.count()).select_from(HandledUpdate)).one())
    receipts = town.read(lambda session: session.scalars(select(Receipt.message_id)).all())
    assert handled == 30
    assert len(receipts) == len(set(receipts)) == 3
    assert town.booked("Tom") == list(wanted.values())
    assert town.read(lambda session: session.scalars(select(func.count()).select_from(Booking)).one()) == 3
    assert await bot.is_stopped() == 0


async def test_sigterm_ends_it_within_three_seconds_with_calls_under_way(
    stage: tuple[Town, Process],
) -> None:
    town, bot = stage
    await bot.starts()
    await town.telegram.until(lambda: town.telegram.calls_to("getUpdates"), 15)
    town.telegram.slows(30, "sendMessage")
    town.telegram.says(CAMILLE, "/planning")
    await town.telegram.settled(10)
    began = time.monotonic()
    assert await bot.is_stopped() == 0
    assert time.monotonic() - began < 3


async def test_a_network_that_fails_is_waited_for_with_one_line_and_no_traceback(stage: tuple[Town, Process]) -> None:
    town, bot = stage
    town.telegram.cuts(times=4)
    town.telegram.says(CAMILLE, "/planning")
    await bot.starts()
    await town.telegram.until(lambda: answers(town), 30)
    assert "Traceback" not in bot.log
    assert bot.log.count("Telegram cannot be reached") <= 2
    assert town.telegram.token not in bot.log
    assert await bot.is_stopped() == 0


async def test_a_token_telegram_does_not_know_is_one_french_line(tmp_path: Path) -> None:
    async with LocalTelegram() as telegram:
        bot = Process(tmp_path, telegram, CLOCHETTE_TOKEN="42:wrong-token-of-the-right-shape-xxxxxx")
        await bot.starts()
        assert await bot.ends() == 1
        assert "CLOCHETTE_TOKEN" in bot.log
        assert len(bot.log.strip().splitlines()) == 1


async def test_without_a_token_one_french_line(tmp_path: Path) -> None:
    async with LocalTelegram() as telegram:
        bot = Process(tmp_path, telegram, CLOCHETTE_TOKEN="")
        await bot.starts()
        assert await bot.ends() == 1
        assert "CLOCHETTE_TOKEN" in bot.log
        assert len(bot.log.strip().splitlines()) == 1
