"""What a page answers, as values: text, keys, documents, a word on the tapped button."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Literal

from handlers.buttons import Button

Style = Literal["primary", "success", "danger"]
LONGEST = 4096  # UTF-16 units of a Telegram text
LONGEST_TOAST = 200
LONGEST_LABEL = 60  # a button's text is cut on phones beyond
LONGEST_COPY = 256  # UTF-16 units of a text a key copies


@dataclass(frozen=True, slots=True)
class Copy:
    """A text the phone copies when its key is tapped, 1 to 256 UTF-16 units; the bot learns nothing of it."""

    text: str

    def fits(self) -> bool:
        return 0 < _length(self.text) <= LONGEST_COPY


@dataclass(frozen=True, slots=True)
class Link:
    """A page the phone opens; the bot learns nothing of it."""

    url: str


Act = Button | Copy | Link  # what a tap does


@dataclass(frozen=True, slots=True)
class Key:
    """An inline button: what it says, and what a tap brings back, copies or opens."""

    label: str
    button: Act
    style: Style | None = None

    def content(self) -> dict[str, str]:
        packed = {"text": self.label, **self._act()}
        return packed | {"style": self.style} if self.style else packed

    def _act(self) -> dict[str, str]:
        match self.button:
            case Copy(text):
                assert self.button.fits(), text
                return {"copy": text}
            case Link(url):
                return {"url": url}
        return {"data": self.button.pack()}


@dataclass(frozen=True, slots=True)
class Document:
    """A file as its recipe: which drawing, and the facts (JSON) as they were when it was asked for.

    The post draws it when it leaves (locales/sheets/drawing.py). `caption`: HTML, within Telegram's 1,024 signs.
    """

    drawing: str
    facts: Mapping[str, Any]
    caption: str

    def content(self) -> dict[str, object]:
        return {"caption": self.caption, "document": {"drawing": self.drawing, "facts": dict(self.facts)}}


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo somebody sent, shown again by the name Telegram has for it; `caption` as a document's."""

    file_id: str
    caption: str

    def content(self) -> dict[str, object]:
        return {"caption": self.caption, "photo": self.file_id}


class Lost(Enum):
    WORDS = auto()  # some were not understood
    IDLE = auto()  # there was nothing to understand in them


@dataclass(frozen=True, slots=True)
class Reply:
    """Text in Telegram's HTML, made by the voice, then documents and photos.

    `in_place`: the text replaces the tapped message; `edits`: the message it takes the place of, where none was tapped.
    `lost`: nothing was made of the words, so that what stands may be said instead.
    The keys stand under the text, or under the last document where there is no text. `draft_id`: the screen it shows,
    which is to be kept true. `toast`: a word over the chat, in plain text.
    """

    text: str = ""
    keys: tuple[tuple[Key, ...], ...] = ()
    in_place: bool = False
    draft_id: int | None = None
    toast: str | None = None
    edits: int | None = None
    documents: tuple[Document | Photo, ...] = ()
    lost: Lost | None = None

    def contents(self) -> list[dict[str, object]]:
        """What the outbox keeps: one content a message, the text split between lines where it is too long."""
        said: list[dict[str, object]] = [{"text": part} for part in split(self.text)] if self.text else []
        drawn = [document.content() for document in self.documents]
        contents = said or drawn
        if self.keys and contents:
            contents[-1]["keys"] = [[key.content() for key in row] for row in self.keys]
        if self.edits:
            contents[0]["edit"] = self.edits
        if self.draft_id:
            contents[-1]["draft"] = self.draft_id
        return [*said, *drawn]


def shorten(text: str, longest: int) -> str:
    """`text`, its end replaced by … where it is too long."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def split(text: str) -> list[str]:
    """`text` in parts Telegram accepts, cut between lines; no tag of ours spans two, nor stands in so long a line."""
    parts = [""]
    for line in (piece for whole in text.split("\n") for piece in _cut(whole)):
        if _length(parts[-1] + "\n" + line) > LONGEST:
            parts.append(line)
        else:
            parts[-1] += ("\n" if parts[-1] else "") + line
    return parts


def _cut(line: str) -> list[str]:
    """A line too long for one message, in pieces; no entity (&amp;) is cut in two."""
    pieces = []
    while _length(line) > LONGEST:
        piece = re.sub(r"&\w{0,5}$", "", line[: LONGEST // 2])
        pieces.append(piece)
        line = line[len(piece) :]
    return [*pieces, line]


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
