"""A text on its way in: parsed, cleaned, trimmed, its entities found, as tdlib's `fix_formatted_text` does."""

import re
from dataclasses import dataclass

from bot.demo.telegram import entities as marks
from bot.demo.telegram import html_text, utf16
from bot.demo.telegram.params import Params
from bot.demo.telegram.refusals import Refusal, bad_request
from bot.demo.telegram.values import JSON

MAX_TEXT = 4096  # UTF-16 units, after the entities were parsed (https://core.telegram.org/bots/api#sendmessage)
MAX_CAPTION = 1024
# Replaced by a space or removed by td/telegram/misc.cpp, `clean_input_string`.
SPACED = {*map(chr, range(9)), "\x0b", "\x0c", *map(chr, range(0x0E, 0x20))}
REMOVED = {"\r", *map(chr, range(0x2028, 0x202F)), "\u0333", "\u033f", "\u030a"}
SURROGATES = re.compile("[\ud800-\udfff]")
UNCLEAN = re.compile(f"[{''.join(map(re.escape, sorted(SPACED | REMOVED)))}]")
BLANK = " \n\u1680\u180e\u202f\u205f\u2060\u2800\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200E)))


@dataclass(frozen=True, slots=True)
class Formatted:
    """A plain text and its entities, offsets and lengths in UTF-16 units."""

    text: str
    entities: list[JSON]

    def as_fields(self, *, caption: bool = False) -> JSON:
        """The Bot API's fields for it, without the empty ones."""
        names = ("caption", "caption_entities") if caption else ("text", "entities")
        return {name: value for name, value in zip(names, (self.text, self.entities), strict=True) if value}

    def check_length(self, *, caption: bool = False) -> None:
        """Telegram's servers count; the Bot API does not before it has found the chat."""
        if utf16.length(self.text) > (MAX_CAPTION if caption else MAX_TEXT):
            raise bad_request("message caption is too long" if caption else "message is too long")


def message_text(params: Params) -> Formatted:
    """The `text` of a call, not empty."""
    if not params.text("text"):
        raise bad_request("message text is empty")
    formatted = _formatted(params, "text", "entities")
    if not formatted.text.strip(BLANK):
        raise bad_request("text must be non-empty")
    return formatted


def caption(params: Params) -> Formatted:
    """The `caption` of a call, perhaps empty."""
    formatted = _formatted(params, "caption", "caption_entities")
    return formatted if formatted.text.strip(BLANK) else Formatted("", [])


def plain(text: str) -> Formatted:
    """What a person types, as their app sends it."""
    return _fixed(text, [])


def _formatted(params: Params, name: str, entities: str) -> Formatted:
    text, mode = params.text(name), params.text("parse_mode").strip().lower()
    if SURROGATES.search(text):
        raise bad_request("text must be encoded in UTF-8")
    if mode == "html":
        return _fixed(*html_text.parse(text))
    if mode in {"markdown", "markdownv2"}:
        # Telegram takes both; this server does not, and says so rather than show stars and underscores.
        raise Refusal(501, f"Not Implemented: parse_mode {mode} is not known to the local Telegram, HTML is")
    if mode not in {"", "none"}:
        raise bad_request("unsupported parse_mode")
    return _fixed(text, marks.given(params.parsed(entities, "can't parse entities JSON object")))


def _fixed(text: str, entities: list[JSON]) -> Formatted:
    text, entities = _cleaned(text, marks.in_order(entities))
    text, entities = _trimmed(text, marks.joined(entities))
    return Formatted(text, marks.in_order(entities + marks.found(text, entities)))


def _cleaned(text: str, entities: list[JSON]) -> tuple[str, list[JSON]]:
    units = utf16.units(text)
    for entity in entities:
        _check_edges(entity, units)
    if not UNCLEAN.search(text):
        return text, entities
    kept, before, after = [], 0, 0
    moved = {0: 0}
    for character in text:
        clean = " " if character in SPACED else "" if character in REMOVED else character
        kept.append(clean)
        before, after = before + utf16.length(character), after + utf16.length(clean)
        moved[before] = after
    return "".join(kept), [_moved(entity, moved) for entity in entities]


def _check_edges(entity: JSON, units: bytes) -> None:
    begin, end, length = entity["offset"], entity["offset"] + entity["length"], len(units) // 2
    if begin >= length:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {begin}")
    if end > length:
        reason = f"entity beginning at UTF-16 offset {begin} ends after the end of the text at UTF-16 offset {end}"
        raise bad_request(reason)
    # Telegram also gives the byte offset.
    if utf16.splits(units, begin):
        raise bad_request("entity begins in a middle of a UTF-16 symbol")
    if utf16.splits(units, end):
        raise bad_request(f"entity beginning at UTF-16 offset {begin} ends in a middle of a UTF-16 symbol")


def _moved(entity: JSON, moved: dict[int, int]) -> JSON:
    begin, end = moved[entity["offset"]], moved[entity["offset"] + entity["length"]]
    return entity | {"offset": begin, "length": end - begin}


def _trimmed(text: str, entities: list[JSON]) -> tuple[str, list[JSON]]:
    """Spaces and line ends go, at the end even out of an entity, at the beginning not into one."""
    text = text.rstrip(" \n")
    end = utf16.length(text)
    entities = [
        entity | {"length": min(entity["length"], end - entity["offset"])}
        for entity in entities
        if entity["offset"] < end and entity["length"] > 0
    ]
    leading = len(text) - len(text.lstrip(" \n"))
    first = min([leading, *(entity["offset"] for entity in entities)])
    return text[first:], [entity | {"offset": entity["offset"] - first} for entity in entities]
