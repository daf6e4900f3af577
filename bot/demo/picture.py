"""The picture of the README: a real conversation of the demonstration, drawn by `python -m bot.demo.picture [FILE]`."""

import asyncio
import os
import sys
from datetime import datetime
from pathlib import Path

from bot.demo.bubbles import Key, Said, Words, picture
from bot.demo.cast import FIRST, PARIS
from bot.demo.screen import bounds
from bot.demo.stage import Stage
from bot.demo.telegram import Message
from locales.fr.spelling import write_day
from locales.voice import Voice

FILE = Path("docs/pictures/chat.svg")
CUT_OFF_PASSED = datetime(2026, 11, 30, 9, 1, tzinfo=PARIS)
EVENING_BEFORE = datetime(2026, 11, 29, 18, tzinfo=PARIS)


def main(file: Path = FILE) -> None:
    """Play the conversation and write its picture to `file`."""
    chats = asyncio.run(_play())
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(picture(chats, _words()), encoding="utf-8")


def _words() -> Words:
    voice = Voice()
    title, below, write = (voice.say(f"demo-picture-{name}") for name in ("title", "bot", "write"))
    return Words(title, "Clochette", below, write)


async def _play() -> list[list[Said]]:
    """Book, cancel, see a recap; be reminded, and refused once the cut-off has passed."""
    async with Stage({**os.environ, "CLOCHETTE_DATABASE_URL": ""}) as stage:
        await stage.ready()
        await _say(stage, "réserver cantine jeudi")
        await _say(stage, "annule jeudi pour Tom")
        await _say(stage, "garderie du soir du 7 au 11 décembre")
        first = await _seen(stage)
        await stage.set_clock(EVENING_BEFORE)
        await stage.watched(stage.quiet(), 20)
        await stage.people.taps(FIRST.person, "Réserver Léa")
        await stage.watched(stage.quiet(), 20)
        await stage.set_clock(CUT_OFF_PASSED)
        await _say(stage, "réserver cantine mardi pour Tom")
        return [first, (await _seen(stage))[len(first) :]]


async def _say(stage: Stage, text: str) -> None:
    await stage.people.says(FIRST.person, text)
    await stage.watched(stage.quiet(), 20)


async def _seen(stage: Stage) -> list[Said]:
    """The chat as it stands, with the day before its first message of that day."""
    said: list[Said] = []
    day = None
    for message in (await stage.people.sees(FIRST.person)).messages:
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


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
