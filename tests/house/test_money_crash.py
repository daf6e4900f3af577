"""Killed while it tells of an invoice: nobody is told twice, the journal asks about the one letter in doubt."""

from pathlib import Path

from sqlalchemy import select

from bot.storage import migrate
from models.tables import JournalEntry
from tests.conversations.test_invoices import PRICES, eat, issue
from tests.process import Process
from tests.telegram import LocalTelegram
from tests.town import ALEX, CAMILLE, SOPHIE, Town, paris, settle


async def test_killed_in_the_middle_of_an_issue(tmp_path: Path) -> None:
    """Three guardians are owed a letter; the bot dies while Telegram is slow to take the first, and comes back."""
    async with LocalTelegram() as telegram:
        town = Town(tmp_path, telegram, pricing=PRICES)
        town.now("2027-01-05 10:00")
        telegram.now = town.clock
        migrate(town.url)
        settle(town)
        town.read(eat)
        people = (CAMILLE, ALEX, SOPHIE)
        for person in people:
            telegram.says(person, "/start")
        bot = Process(tmp_path, telegram, paris("2027-01-05 10:00"))
        await bot.starts()
        await telegram.until(lambda: all(telegram.answers(person) for person in people), 60)
        telegram.slows(5, "sendMessage", times=None)
        before = len(telegram.calls_to("sendMessage"))
        issue(town)
        await telegram.until(lambda: len(telegram.calls_to("sendMessage")) > before, 60)
        await bot.is_killed()
        telegram.heals()
        await bot.starts()
        await telegram.until(lambda: not town.owed(), 60)
        told = [m for person in people for m in telegram.answers(person) if "2027-" in m.text]
        doubtful = select(JournalEntry.facts).where(JournalEntry.action == "letter-doubtful")
        asked = town.read(lambda session: session.scalars(doubtful).all())
        assert len({m.chat_id for m in told}) == len(told)
        assert asked
        assert len(told) + len(asked) >= 3
        assert await bot.is_stopped(20) == 0
        town.clerk.close()
