"""What an agent has before the eyes: a session's list, a page or a class of it, a child's card, its end."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Self

from models.files.text import fold
from models.rules.attendance import Entry
from models.vocabulary import Service

PAGE = 45  # children: with 26 letters and what is beneath, under Telegram's hundred keys
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class RollView(StrEnum):
    LIST = "l"
    LOOK = "k"  # the list, where a tap opens a card and points nobody
    CARD = "c"
    FAMILY = "f"  # who may fetch the child, whom to call
    HOURS = "h"
    CLOSING = "e"
    ABSENT = "x"  # the canteen's list, where a tap notes an absence
    ADD = "a"  # children the canteen does not expect


class Deed(StrEnum):
    """What is done on a child's card."""

    OPEN = "k"
    CANCEL = "c"
    ABSENT = "a"
    ARRIVED = "i"
    LEFT = "o"
    TYPE = "t"  # a time to be typed
    NOTE = "n"  # words to be typed
    FAMILY = "f"


class Whole(StrEnum):
    """What is done to a session as a whole."""

    ALL_HERE = "p"
    END = "m"
    END_AS_USUAL = "u"
    CLOSE = "e"


@dataclass(frozen=True, slots=True)
class Screen:
    """`child_id`: whose card is open; `typing`: what the next words are, a time or a note of that child.

    `group`: of the canteen's list, which class alone is shown, from 1; 0: all.
    """

    day: date
    service: Service
    page: int = 0
    initial: int = 0
    view: RollView = RollView.LIST
    child_id: int = 0
    typing: Deed | None = None
    group: int = 0

    def pack(self) -> dict[str, Any]:
        return asdict(self) | {"day": self.day.isoformat()}

    @classmethod
    def unpack(cls, payload: Mapping[str, Any]) -> Self:
        typing = payload["typing"]
        return cls(
            date.fromisoformat(payload["day"]),
            Service(payload["service"]),
            payload["page"],
            payload["initial"],
            RollView(payload["view"]),
            payload["child_id"],
            Deed(typing) if typing else None,
            payload.get("group", 0),
        )

    def on_page(self, chosen: Sequence[Entry]) -> list[Entry]:
        """Of the children chosen, those on this page."""
        at = min(self.page, last_page(chosen)) * PAGE
        return list(chosen[at : at + PAGE])

    def chosen(self, entries: Sequence[Entry]) -> list[Entry]:
        """The children whose first or last name begins with the letter, else all."""
        letter = LETTERS[self.initial - 1] if 0 < self.initial <= len(LETTERS) else ""
        return [entry for entry in entries if not letter or letter in initials(entry)]


def initials(entry: Entry) -> set[str]:
    return {fold(name)[:1] for name in (entry.first_name, entry.last_name)}


def last_page(entries: Sequence[Entry]) -> int:
    """The number of the last page, from 0."""
    return max(0, len(entries) - 1) // PAGE
