"""The pictures of the guides, from real conversations of the demonstration: `python -m bot.demo.picture [FOLDER]`.

chat.svg is a conversation drawn, calendrier.svg the calendar by the month and by the week, mois.png the picture the bot
answers with.
"""

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

FOLDER = Path("docs/pictures")
VALIDATE = Voice().say("button-validate")
BOOKED = (
    "cantine tous les lundis, mardis et jeudis de décembre pour Léa",
    "garderie du soir tous les mardis et vendredis de décembre pour Léa",
    "garderie du matin tous les lundis de décembre pour Léa",
)
CUT_OFF_PASSED = datetime(2026, 11, 30, 9, 1, tzinfo=PARIS)
EVENING_BEFORE = datetime(2026, 11, 29, 18, tzinfo=PARIS)


def main(folder: Path = FOLDER) -> None:
    """Play the conversations and write their pictures into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, play in (("chat", _play), ("calendrier", _calendar)):
        folder.joinpath(f"{name}.svg").write_text(picture(asyncio.run(play()), _words()), encoding="utf-8")
    folder.joinpath("mois.png").write_bytes(asyncio.run(_month()))


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
        await _tap(stage, "Réserver Léa")
        await stage.set_clock(CUT_OFF_PASSED)
        await _say(stage, "réserver cantine mardi pour Tom")
        return [first, (await _seen(stage))[len(first) :]]


async def _calendar() -> list[list[Said]]:
    """Mark days in a month, then look at a week of it."""
    async with Stage({**os.environ, "CLOCHETTE_DATABASE_URL": ""}) as stage:
        await stage.ready()
        await _say(stage, "/calendrier décembre")
        for key in ("3", "7", "11"):
            await _tap(stage, key)
        month = await _seen(stage)
        await _tap(stage, "Par semaine")
        await _tap(stage, "S50 ▶")
        return [month, await _seen(stage)]


async def _tap(stage: Stage, key: str) -> None:
    await stage.people.taps(FIRST.person, key)
    await stage.watched(stage.quiet(), 20)


async def _month() -> bytes:
    """Book some of December for Léa, announce garderie, and ask for the month."""
    async with Stage({**os.environ, "CLOCHETTE_DATABASE_URL": ""}) as stage:
        await stage.ready()
        for text in BOOKED:
            await _say(stage, text)
            if any(button.text == VALIDATE for button in (await _last(stage)).buttons):
                await _tap(stage, VALIDATE)
        await _say(stage, "/planning image décembre Léa")
        return await stage.people.opens(await _last(stage))


async def _last(stage: Stage) -> Message:
    return (await stage.people.sees(FIRST.person)).messages[-1]


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
