"""What the pictures of the guides are made of: things said and tapped in the demonstration, a chat as it then is."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from bot.demo.bubbles import Key, Said
from bot.demo.cast import FIRST, PARIS, Player
from bot.demo.screen import bounds
from bot.demo.stage import Stage
from bot.demo.telegram import Message
from locales.fr.spelling import write_day

PATIENCE = 20.0  # seconds


@asynccontextmanager
async def on_stage() -> AsyncIterator[Stage]:
    """The demonstration as it begins, in a database of its own."""
    async with Stage({**os.environ, "CLOCHETTE_DATABASE_URL": ""}) as stage:
        await stage.ready()
        yield stage


async def say(stage: Stage, text: str, who: Player = FIRST) -> None:
    await stage.people.says(who.person, text)
    await stage.watched(stage.quiet(), PATIENCE)


async def tap(stage: Stage, key: str, who: Player = FIRST) -> None:
    await stage.people.taps(who.person, key)
    await stage.watched(stage.quiet(), PATIENCE)


async def moved_to(stage: Stage, now: datetime) -> None:
    """It is `now`, and what is due by then has happened."""
    await stage.set_clock(now)
    await stage.watched(stage.quiet(), PATIENCE)


async def last(stage: Stage) -> Message:
    return (await stage.people.sees(FIRST.person)).messages[-1]


async def seen(stage: Stage, who: Player = FIRST) -> list[Said]:
    """The chat as it stands, with the day before its first message of that day."""
    said: list[Said] = []
    day = None
    for message in (await stage.people.sees(who.person)).messages:
        if message.text == "/start":
            continue
        at = message.date.astimezone(PARIS)
        if at.date() != day:
            day = at.date()
            said.append(Said("day", write_day(day)))
        said.append(_said(message, f"{at:%H:%M}"))
    return said


def _said(message: Message, at: str) -> Said:
    bold = tuple(bounds(message.text, entity) for entity in message.entities if entity["type"] == "bold")
    rows = tuple(tuple(Key(button.text, button.style) for button in row) for row in message.rows)
    return Said("bot" if message.from_bot else "me", message.text, rows, bold, at)
