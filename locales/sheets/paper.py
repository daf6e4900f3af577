"""What a template is given: words ready to be read, as JSON, which can never be markup."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from locales.voice import Spoken, Voice

NARROW = "\N{NARROW NO-BREAK SPACE}"  # the font lacks it
JOINERS = "\u200c\u200d"  # they shape letters; every other format sign turns the line or hides in it
HIDDEN = {"Cc": " ", "Zl": " ", "Zp": " ", "Cf": "", "Cs": "", "Co": ""}  # by Unicode category, what stands instead
HEAP = re.compile("([\u0300-\u036f]{2})[\u0300-\u036f]+")  # more than two marks on a letter overlap the lines around
PAGE, COUNT = "\N{WHITE SQUARE}", "\N{BLACK SQUARE}"  # where a page's number and how many there are will stand


@dataclass(frozen=True, slots=True)
class Paper:
    """`template`: its file; `title`, `author`: of the document; `made`: its date, on which all of it is true."""

    template: str
    title: str
    author: str
    made: date
    words: Mapping[str, Any]

    def pack(self) -> str:
        """The JSON `paper.typ` reads."""
        made = [self.made.year, self.made.month, self.made.day]
        return json.dumps(_readable({**self.words, "title": self.title, "author": self.author, "made": made}))


def readable(words: str) -> str:
    """`words` without what cannot be seen: controls, signs that turn the direction of a line, heaps of marks."""
    return "".join(map(_visible, HEAP.sub(r"\1", words.replace(NARROW, "\N{NO-BREAK SPACE}"))))


def numbered(name: str, voice: Voice, **facts: object) -> list[str]:
    """The sentence `name` of a page's $page and $count, parted where the template writes them."""
    said = voice.say(name, facts, page=Spoken(PAGE), count=Spoken(COUNT), pages=Spoken(COUNT))
    before, _, rest = said.rpartition(PAGE)
    between, _, after = rest.partition(COUNT)
    return [before, between, after]


def _readable(value: Any) -> Any:
    match value:
        case str():
            return readable(value)
        case Mapping():
            return {key: _readable(one) for key, one in value.items()}
        case list() | tuple():
            return [_readable(one) for one in value]
    return value


def _visible(letter: str) -> str:
    return letter if letter in JOINERS else HIDDEN.get(unicodedata.category(letter), letter)
