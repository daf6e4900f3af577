"""Telegram's HTML: a text with tags in, plain text and entities out.

It accepts and refuses what tdlib/td does (`parse_html` in td/telegram/MessageEntity.cpp), whose errors give offsets in
bytes of UTF-8, while entities count UTF-16 units.
"""

import re

from bot.demo.telegram import html_tags, utf16
from bot.demo.telegram.html_tags import OpenTag
from bot.demo.telegram.refusals import Refusal, bad_request
from bot.demo.telegram.scanner import END, SPACE, Scanner
from bot.demo.telegram.values import JSON

SPECIAL = re.compile(rb"[<&]")


def parse(text: str) -> tuple[str, list[JSON]]:
    """The plain text and its entities; refuses what Telegram cannot parse."""
    return _Parser(text).run()


def _cannot(reason: str) -> Refusal:
    return bad_request(f"can't parse entities: {reason}")


class _Parser(Scanner):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.out = bytearray()
        self.offset = 0
        self.open: list[OpenTag] = []
        self.entities: list[JSON] = []

    def run(self) -> tuple[str, list[JSON]]:
        while not self.ended:
            if self.at() == ord("<"):
                self.tag()
            elif self.at() == ord("&") and (decoded := self.reference()):
                self.copy(decoded.encode("utf-8", "surrogatepass"))
            else:
                self.plain()
        if self.open:
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return self.out.decode("utf-8", "surrogatepass"), self.entities

    def plain(self) -> None:
        """Copies what stands before the next tag or reference, or the ampersand that begins none."""
        special = SPECIAL.search(self.source, self.i + 1)
        end = special.start() if special else len(self.source)
        self.copy(self.source[self.i : end])
        self.i = end

    def copy(self, text: bytes) -> None:
        self.out += text
        self.offset += utf16.length(text.decode("utf-8", "surrogatepass"))

    def tag(self) -> None:
        begin = self.i
        self.i += 1
        if self.at() == ord("/"):
            self.end_tag(begin)
        else:
            self.start_tag(begin)
        self.i += 1

    def start_tag(self, begin: int) -> None:
        name = self.word(b">").lower()
        if self.ended:
            raise _cannot(f"Unclosed start tag at byte offset {begin}")
        if name not in html_tags.TYPES:
            raise _cannot(f'Unsupported start tag "{name}" at byte offset {begin}')
        argument = ""
        while self.at() != ord(">"):
            self.skip_space()
            if self.at() == ord(">"):
                break
            argument = html_tags.argument(name, *self.attribute(name, begin)) or argument
        if name == "span" and argument != "spoiler":
            raise _cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(OpenTag(name, argument, self.offset, len(self.out)))

    def attribute(self, tag: str, begin: int) -> tuple[str, str]:
        """The next attribute and its value, which may be missing."""
        name = self.word(b"=>/\"'")
        if not name:
            raise _cannot(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self.skip_space()
        has_value = self.at() == ord("=")
        if has_value:
            self.i += 1
            self.skip_space()
        if self.at() == END:
            raise _cannot(f'Unclosed start tag "{tag}" at byte offset {begin}')
        value = self.value() if has_value else ""
        if self.at() == END:
            raise _cannot(f"Unclosed start tag at byte offset {begin}")
        return name, value

    def value(self) -> str:
        if self.at() in b"'\"":
            return self.quoted()
        begin, name = self.i, self.name()
        if self.at() not in SPACE + b">":
            raise _cannot(f"Unexpected end of name token at byte offset {begin}")
        return name

    def end_tag(self, begin: int) -> None:
        if not self.open:
            raise _cannot(f"Unexpected end tag at byte offset {begin}")
        self.i += 1
        name = self.word(b">").lower()
        self.skip_space()
        if self.at() != ord(">"):
            raise _cannot(f"Unclosed end tag at byte offset {begin}")
        tag = self.open.pop()
        if name and name != tag.name:
            raise _cannot(f'Unmatched end tag at byte offset {begin}, expected "</{tag.name}>", found "</{name}>"')
        if self.offset > tag.offset:
            text = self.out[tag.start :].decode("utf-8", "replace")
            html_tags.close(tag, self.offset, text, self.entities)
