"""The local Telegram as tests use it: its people, and a real python-telegram-bot `Bot` connected to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Bot

from bot.demo.telegram import Button, Call, LocalTelegram, Message, Person, Tap, Toast

__all__ = ["Button", "Call", "LocalTelegram", "Message", "Person", "Tap", "Toast", "bot_of"]


@asynccontextmanager
async def bot_of(telegram: LocalTelegram, *, token: str | None = None) -> AsyncIterator[Bot]:
    """A `Bot` that speaks to this Telegram over HTTP, with its own token or another; not initialized."""
    bot = Bot(token or telegram.token, base_url=f"{telegram.url}/bot", base_file_url=f"{telegram.url}/file/bot")
    requests = bot._request
    for request in requests:
        await request.initialize()
    try:
        yield bot
    finally:
        for request in requests:
            await request.shutdown()
