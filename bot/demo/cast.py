"""Who plays in the demonstration: invented people, the words that switch to them, their Telegram accounts."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.demo.telegram.values import Person

PARIS = ZoneInfo("Europe/Paris")
STARTS = datetime(2026, 11, 26, 10, tzinfo=PARIS)  # a Thursday: its own canteen, and Friday's, can change no more


class Part(StrEnum):
    """What somebody is in the demonstration."""

    PARENT = "parent"
    AGENT = "agent"
    MAIRIE = "mairie"


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody the terminal can speak as, by typing `word`; `children` are first names."""

    word: str
    person: Person
    part: Part = Part.PARENT
    children: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.person.first_name} {self.person.last_name}"

    @property
    def facts(self) -> dict[str, object]:
        """Who they are, for a sentence; `vowel` tells « d'Inès » from « de Léa »."""
        first = unicodedata.normalize("NFD", "".join(self.children))[:1].lower()
        children, vowel = list(self.children), first in "aeiouy"
        return {"word": self.word, "name": self.name, "part": self.part, "children": children, "vowel": vowel}


CAST = (
    Player("parent", Person(2001, "Camille", "Durand"), children=("Léa", "Tom")),
    Player("alex", Person(2002, "Alex", "Durand"), children=("Léa", "Tom")),
    Player("nadia", Person(2003, "Nadia", "Fournier"), children=("Inès",)),
    Player("julien", Person(2004, "Julien", "Marchand"), children=("Inès",)),
    Player("sophie", Person(2005, "Sophie", "Delattre"), children=("Hugo", "Jade")),
    Player("rui", Person(2006, "Rui", "Pereira"), children=("Mateo",)),
    Player("linh", Person(2007, "Linh", "Tran"), children=("Emma", "Noé")),
    Player("agent", Person(2008, "Martine", "Leroux"), Part.AGENT),
    Player("mairie", Person(2009, "Odile", "Castel"), Part.MAIRIE),
)
FIRST = CAST[0]


def called(word: str) -> Player | None:
    """The player `word` switches to: their word, or their first name."""
    word = word.strip().lower()
    return next((one for one in CAST if word in (one.word, one.person.first_name.lower())), None)
