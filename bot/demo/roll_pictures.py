"""The agents' lists as the guides show them: an evening of garderie, a meal at the canteen."""

from datetime import datetime

from bot.demo.bubbles import Said
from bot.demo.cast import PARIS, called
from bot.demo.shots import moved_to, on_stage, say, seen, tap

EVENING = tuple(datetime(2026, 11, 26, hour, minute, tzinfo=PARIS) for hour, minute in ((16, 40), (17, 12), (18, 42)))
LUNCH = datetime(2026, 11, 27, 11, 50, tzinfo=PARIS)
AGENT, MAIRIE = called("agent"), called("mairie")


async def evening() -> list[list[Said]]:
    """Thursday: some have left, one of them late; its card; the end of the session."""
    assert AGENT
    async with on_stage() as stage:
        await moved_to(stage, EVENING[0])
        await say(stage, "/pointage", AGENT)
        await tap(stage, "Tous présents", AGENT)
        await moved_to(stage, EVENING[1])
        await tap(stage, "Emma", AGENT)
        await tap(stage, "Noé", AGENT)
        await moved_to(stage, EVENING[2])
        await tap(stage, "Mateo", AGENT)
        pointed = await seen(stage, AGENT)
        await tap(stage, "Mateo", AGENT)
        card = await seen(stage, AGENT)
        await tap(stage, "◀ Liste", AGENT)
        await tap(stage, "Clore", AGENT)
        return [pointed, card, await seen(stage, AGENT)]


async def lunch() -> list[list[Said]]:
    """Friday: two are there, one is missing, one more eats; the end, and what the mairie reads."""
    assert AGENT
    assert MAIRIE
    async with on_stage() as stage:
        await moved_to(stage, LUNCH)
        await say(stage, "/appel", AGENT)
        await tap(stage, "Hugo", AGENT)
        await tap(stage, "Ajouter un enfant", AGENT)
        await tap(stage, "Tom", AGENT)
        await tap(stage, "Noter des absents", AGENT)
        await tap(stage, "Jade", AGENT)
        await tap(stage, "Noter des présents", AGENT)
        called_ = await seen(stage, AGENT)
        await tap(stage, "Les 2 autres", AGENT)
        await tap(stage, "Terminer", AGENT)
        end = await seen(stage, AGENT)
        before = len(await seen(stage, MAIRIE))
        await tap(stage, "Envoyer à la mairie", AGENT)
        told = await seen(stage, MAIRIE)
        return [called_, end, [told[0], *told[before:]] if before else told]
