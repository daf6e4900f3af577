"""What stands of what was done, in a sentence: « La cantine de lundi 30 novembre est réservée pour Léa et Tom. »"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from locales.answers import blocks, capital
from locales.voice import Spoken, Voice
from models.rules.booking import Meal
from models.vocabulary import Service, State

FEW = 5  # days named one by one
BOTH = {Service.GARDERIE_MATIN, Service.GARDERIE_SOIR}


def standing(states: Mapping[Meal, State], names: Mapping[int, str], voice: Voice, *, still: bool) -> str:
    """A sentence for each state and what shares it; `still`: it stays so, whatever was said."""
    said = [
        _say(state, block.services, block.children, block.days, names, voice, still)
        for state in State
        for block in blocks(meal for meal, found in states.items() if found is state)
    ]
    return " ".join(map(capital, said))


def _say(
    state: State,
    services: Sequence[Service],
    children: Iterable[int],
    days: Sequence[date],
    names: Mapping[int, str],
    voice: Voice,
    still: bool,
) -> str:
    facts = {
        "services": _the(services, voice),
        "when": _when(days, voice),
        "children": [names[child] for child in children if child in names],
        "count": len(services),
        "still": "yes" if still else "no",
    }
    return voice.say(f"stands-{state.value}", facts)


def _the(services: Sequence[Service], voice: Voice) -> Spoken:
    """La cantine et la garderie du soir."""
    alone = [service for service in services if not set(services) >= BOTH or service not in BOTH]
    said = [voice.say("the-service", service=service) for service in alone]
    return Spoken(voice.list([*said, voice.say("the-both-sessions")] if len(alone) < len(services) else said))


def _when(days: Sequence[date], voice: Voice) -> Spoken:
    if len(days) <= FEW:
        return Spoken(voice.say("stands-on", days=list(map(voice.day, days))))
    return Spoken(voice.say("stands-between", count=len(days), first=days[0], last=days[-1]))
