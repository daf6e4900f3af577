"""The pictures of the guides, from real conversations of the demonstration: `python -m bot.demo.picture [FOLDER]`.

chat.svg is a conversation drawn, calendrier.svg the calendar by the month and by the week, pointage.svg and appel.svg
the agents' lists, mois.png the picture the bot answers with.
"""

import asyncio
import sys
from datetime import datetime
from pathlib import Path

from bot.demo import roll_pictures
from bot.demo.bubbles import Said, Words, picture
from bot.demo.cast import PARIS
from bot.demo.shots import last, moved_to, on_stage, say, seen, tap
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
    for name, play in PLAYS.items():
        folder.joinpath(f"{name}.svg").write_text(picture(asyncio.run(play()), _words(name)), encoding="utf-8")
    folder.joinpath("mois.png").write_bytes(asyncio.run(_month()))


def _words(play: str) -> Words:
    voice = Voice()
    title, below, write = (voice.say(f"demo-picture-{name}") for name in (play, "bot", "write"))
    return Words(title, "Clochette", below, write)


async def _play() -> list[list[Said]]:
    """Book, cancel, see a recap; be reminded, and refused once the cut-off has passed."""
    async with on_stage() as stage:
        await say(stage, "réserver cantine jeudi")
        await say(stage, "annule jeudi pour Tom")
        await say(stage, "garderie du soir du 7 au 11 décembre")
        first = await seen(stage)
        await moved_to(stage, EVENING_BEFORE)
        await tap(stage, "Réserver Léa")
        await stage.set_clock(CUT_OFF_PASSED)
        await say(stage, "réserver cantine mardi pour Tom")
        return [first, (await seen(stage))[len(first) :]]


async def _calendar() -> list[list[Said]]:
    """Mark days in a month, then look at a week of it."""
    async with on_stage() as stage:
        await say(stage, "/calendrier décembre")
        for key in ("3", "7", "11"):
            await tap(stage, key)
        month = await seen(stage)
        await tap(stage, "Par semaine")
        await tap(stage, "S50 ▶")
        return [month, await seen(stage)]


async def _month() -> bytes:
    """Book some of December for Léa, announce garderie, and ask for the month."""
    async with on_stage() as stage:
        for text in BOOKED:
            await say(stage, text)
            if any(button.text == VALIDATE for button in (await last(stage)).buttons):
                await tap(stage, VALIDATE)
        await say(stage, "/planning image décembre Léa")
        return await stage.people.opens(await last(stage))


PLAYS = {
    "chat": _play,
    "calendrier": _calendar,
    "pointage": roll_pictures.evening,
    "appel": roll_pictures.lunch,
}


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
