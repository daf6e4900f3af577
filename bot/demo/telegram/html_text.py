"""Telegram's HTML: a text with tags in, plain text and entities out.

A transcription of what tdlib/td does (`parse_html` in td/telegram/MessageEntity.cpp): it works on UTF-8 bytes, whose
offsets its errors give, while entities count UTF-16 units.
"""

import re
from dataclasses import dataclass

from bot.demo.telegram import links, utf16
from bot.demo.telegram.refusals import Refusal, bad_request
from bot.demo.telegram.values import JSON

TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
SPACE = b" \t\r\n\0\x0b"
SPECIAL = re.compile(rb"[<&]")
END = 0  # what stands behind the last byte, as in a C string


@dataclass(slots=True)
class _Open:
    """A tag not closed yet: its argument, where its text began in UTF-16 units and in characters."""

    tag: str
    argument: str
    offset: int
    start: int


def parse(text: str) -> tuple[str, list[JSON]]:
    """The plain text and its entities, in Telegram's order; refuses what Telegram cannot parse."""
    return _Parser(text.encode("utf-8", "surrogatepass")).run()


def _cannot(reason: str) -> Refusal:
    return bad_request(f"can't parse entities: {reason}")


class _Parser:
    def __init__(self, source: bytes) -> None:
        self.source = source
        self.i = 0
        self.out = bytearray()
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[JSON] = []

    def at(self, index: int | None = None) -> int:
        index = self.i if index is None else index
        return self.source[index] if index < len(self.source) else END

    def run(self) -> tuple[str, list[JSON]]:
        while self.i < len(self.source):
            if self.at() == ord("<"):
                self.tag()
            elif self.at() == ord("&") and (decoded := self.reference()):
                self.copy(decoded.encode("utf-8", "surrogatepass"))
            else:
                self.plain()
        if self.open:
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return self.out.decode("utf-8", "replace"), _sorted(self.entities)

    def plain(self) -> None:
        """Copies what stands before the next tag or reference, or the ampersand that begins none."""
        special = SPECIAL.search(self.source, self.i + 1)
        end = special.start() if special else len(self.source)
        self.copy(self.source[self.i : end])
        self.i = end

    def copy(self, text: bytes) -> None:
        self.out += text
        self.offset += utf16.length(text.decode("utf-8", "surrogatepass"))

    def reference(self) -> str | None:
        """Decodes the character reference here and steps over it; None, without moving, if it is not one."""
        end = self.i + 1
        if self.at(end) == ord("#"):
            is_hex = self.at(end + 1) == ord("x")
            start = end = end + (2 if is_hex else 1)
            digits = b"0123456789abcdefABCDEF" if is_hex else b"0123456789"
            while self.at(end) in digits and self.at(end) != END:
                end += 1
            code = int(self.source[start:end] or b"0", 16 if is_hex else 10)
            found = chr(code) if 0 < code < 0x10FFFF and end - self.i < 10 else None
        else:
            while chr(self.at(end)).isascii() and chr(self.at(end)).isalpha():
                end += 1
            found = NAMED.get(self.source[self.i + 1 : end])
        if found:
            self.i = end + (self.at(end) == ord(";"))
        return found

    def tag(self) -> None:
        begin = self.i
        self.i += 1
        if self.at() == ord("/"):
            self.end_tag(begin)
        else:
            self.start_tag(begin)
        self.i += 1

    def word(self, stop: bytes) -> str:
        """What comes before a space or one of `stop`."""
        start = self.i
        while self.i < len(self.source) and self.at() not in SPACE + stop:
            self.i += 1
        return self.source[start : self.i].decode("utf-8", "replace")

    def skip_space(self) -> None:
        while self.i < len(self.source) and self.at() in SPACE:
            self.i += 1

    def start_tag(self, begin: int) -> None:
        name = self.word(b">").lower()
        if self.i >= len(self.source):
            raise _cannot(f"Unclosed start tag at byte offset {begin}")
        if name not in TYPES:
            raise _cannot(f'Unsupported start tag "{name}" at byte offset {begin}')
        argument = ""
        while self.at() != ord(">"):
            self.skip_space()
            if self.at() == ord(">"):
                break
            argument = _argument(name, *self.attribute(name, begin)) or argument
        if name == "span" and argument != "spoiler":
            raise _cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(_Open(name, argument, self.offset, len(self.out)))

    def attribute(self, tag: str, begin: int) -> tuple[str, str]:
        name = self.word(b"=>/\"'")
        if not name:
            raise _cannot(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self.skip_space()
        if self.at() != ord("="):
            if self.at() == END:
                raise _cannot(f'Unclosed start tag "{tag}" at byte offset {begin}')
            return name, ""
        self.i += 1
        self.skip_space()
        if self.at() == END:
            raise _cannot(f'Unclosed start tag "{tag}" at byte offset {begin}')
        value = self.quoted() if self.at() in b"'\"" else self.token()
        if self.at() == END:
            raise _cannot(f"Unclosed start tag at byte offset {begin}")
        return name, value

    def token(self) -> str:
        start = self.i
        while chr(self.at()).isascii() and (chr(self.at()).isalnum() or self.at() in b".-"):
            self.i += 1
        if self.at() not in SPACE + b">":
            raise _cannot(f"Unexpected end of name token at byte offset {start}")
        return self.source[start : self.i].decode().lower()

    def quoted(self) -> str:
        quote, value = self.at(), bytearray()
        self.i += 1
        while self.i < len(self.source) and self.at() != quote:
            if self.at() == ord("&") and (decoded := self.reference()):
                value += decoded.encode("utf-8", "surrogatepass")
                continue
            value.append(self.at())
            self.i += 1
        self.i += self.at() == quote
        return value.decode("utf-8", "replace")

    def end_tag(self, begin: int) -> None:
        if not self.open:
            raise _cannot(f"Unexpected end tag at byte offset {begin}")
        self.i += 1
        name = self.word(b">").lower()
        self.skip_space()
        if self.at() != ord(">"):
            raise _cannot(f"Unclosed end tag at byte offset {begin}")
        opened = self.open.pop()
        if name and name != opened.tag:
            raise _cannot(f'Unmatched end tag at byte offset {begin}, expected "</{opened.tag}>", found "</{name}>"')
        if self.offset > opened.offset:
            self.close(opened)

    def close(self, opened: _Open) -> None:
        entity: JSON = {"type": TYPES[opened.tag], "offset": opened.offset, "length": self.offset - opened.offset}
        if opened.tag == "a":
            if link := _link(opened.argument or self.out[opened.start :].decode("utf-8", "replace")):
                self.entities.append(entity | link)
        elif opened.tag == "tg-emoji":
            if not opened.argument.isdecimal() or not 0 < int(opened.argument) < 2**63:
                raise _cannot("Invalid custom emoji identifier specified")
            self.entities.append(entity | {"custom_emoji_id": opened.argument})
        elif opened.tag in {"pre", "code"}:
            self.close_code(opened, entity)
        else:
            self.entities.append(
                entity | ({"type": "expandable_blockquote"} if opened.argument == "expandable" else {})
            )

    def close_code(self, opened: _Open, entity: JSON) -> None:
        """`<pre><code class="language-…">` is one `pre` entity with a language, in either order."""
        last = self.entities[-1] if self.entities else {}
        same = last.get("offset") == entity["offset"] and last.get("length") == entity["length"]
        if opened.tag == "pre" and same and last["type"] == "code" and last.get("language"):
            last["type"] = "pre"
        elif opened.tag == "code" and same and last["type"] == "pre" and opened.argument:
            last["language"] = opened.argument
        else:
            self.entities.append(entity | ({"language": opened.argument} if opened.argument else {}))


def _argument(tag: str, name: str, value: str) -> str:
    """What an attribute tells about its tag; attributes of no meaning are ignored."""
    if (tag, name) in {("a", "href"), ("tg-emoji", "emoji-id"), ("blockquote", "expandable")}:
        return value if tag != "blockquote" else "expandable"
    prefix = {("code", "class"): "language-", ("span", "class"): "tg-"}.get((tag, name))
    return value.removeprefix(prefix) if prefix and value.startswith(prefix) else ""


def _link(url: str) -> JSON | None:
    """A link, or nothing: Telegram drops the tag of a link it does not take, and keeps its text.

    `tg://user?id=…` becomes a mention only of someone the bot knows; it is kept as a link here.
    """
    return {"url": links.checked(url, "Entity")} if links.is_valid(url) else None


def _sorted(entities: list[JSON]) -> list[JSON]:
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))
