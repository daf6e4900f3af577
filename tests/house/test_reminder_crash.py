"""Killed between owing a reminder and sending it: it comes, once, while it is useful, and never after."""

from functools import partial
from pathlib import Path

import pytest

from bot.storage import migrate
from tests.conversations.test_reminders import TUESDAYS
from tests.process import Process
from tests.telegram import LocalTelegram
from tests.town import CAMILLE, Town, settle


def _has_polled(telegram: LocalTelegram, before: int) -> bool:
    return len(telegram.calls_to("getUpdates")) > before


@pytest.mark.parametrize(("again", "told"), [("2026-11-30 08:50", 1), ("2026-11-30 09:01", 0)])
async def test_killed_between_owing_and_sending(tmp_path: Path, again: str, told: int) -> None:
    async with LocalTelegram() as telegram:
        town = Town(tmp_path, telegram)
        town.now("2026-11-30 08:00")
        telegram.now = town.clock
        migrate(town.url)
        settle(town)
        telegram.says(CAMILLE, "/start")
        town.has_booked("Léa", *TUESDAYS)
        bot = Process(tmp_path, telegram, town.instant)
        telegram.fails(500, "sendMessage", times=None)
        await bot.starts()
        await telegram.until(lambda: town.owed() and len(telegram.calls_to("sendMessage")) > 1, 15)
        await bot.is_killed()
        telegram.heals()
        town.now(again)
        bot = Process(tmp_path, telegram, town.instant)
        for _ in range(2):  # a second start owes nothing more
            await bot.starts()
            polls = len(telegram.calls_to("getUpdates"))
            await telegram.until(partial(_has_polled, telegram, polls), 15)
            await town.rest(50)
            await bot.is_killed()
        reminders = [message for message in telegram.answers(CAMILLE) if "mardi 1er décembre" in message.text]
        assert len(reminders) == told
        town.clerk.close()
