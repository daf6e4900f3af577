"""Formatting of a text: what the caller says about it, and what Telegram finds in it by itself."""

import re
from typing import Any

from bot.demo.telegram import links, utf16
from bot.demo.telegram.refusals import bad_request
from bot.demo.telegram.values import JSON

FOUND = ("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number")
FORMATTING = ("bold", "italic", "underline", "strikethrough", "spoiler")
SAID = (*FORMATTING, "blockquote", "expandable_blockquote", "code", "pre")
NEEDED = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}

# What Telegram finds by itself, close to td/telegram/MessageEntity.cpp; telephone numbers, cashtags and card numbers
# are not looked for here.
_FINDERS = {
    "url": re.compile(
        r"\bhttps?://[^\s<>\"]*[^\s<>\".,;:!?)'»]|\b(?:[a-z0-9-]+\.)+(?:fr|com|org|net|eu)\b", re.IGNORECASE
    ),
    "email": re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b"),
    "bot_command": re.compile(r"(?<![\w/<>@])/[a-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/<>@])", re.IGNORECASE | re.ASCII),
    "mention": re.compile(r"(?<!\w)@[a-z0-9_]{2,32}(?!\w)", re.IGNORECASE | re.ASCII),
    "hashtag": re.compile(r"(?<![\w#])#\w*[^\W\d]\w*"),
}


def given(entities: Any) -> list[JSON]:
    """The `entities` a caller passed, checked as the Bot API checks them before looking at the text.

    Entities Telegram finds by itself are dropped: it looks for them anyway.
    """
    if not isinstance(entities, list):
        return []
    for entity in entities:
        _check(entity)
    return [dict(entity) for entity in entities if entity["type"] not in FOUND and entity["length"] > 0]


def _check(entity: Any) -> None:
    if not isinstance(entity, dict):
        raise bad_request("can't parse MessageEntity: Expected an Object")
    for name in ("type", "offset", "length"):
        if name not in entity:
            raise bad_request(f"can't parse MessageEntity: Can't find field \"{name}\"")
    kind, needed = entity["type"], NEEDED.get(entity["type"])
    if kind not in (*FOUND, *SAID, *NEEDED):
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    if needed and needed not in entity:
        raise bad_request(f"can't parse MessageEntity: Can't find field \"{needed}\"")
    if kind == "text_link":
        entity["url"] = links.checked(entity["url"], "Entity")
    for name in ("offset", "length"):
        if entity[name] < 0:
            raise bad_request(f"receive an entity with incorrect {name} {entity[name]}")


def found(text: str, around: list[JSON]) -> list[JSON]:
    """What Telegram finds in the text by itself, outside of links and code in `around`."""
    taken = [entity for entity in around if entity["type"] in (*NEEDED, "code", "pre")]
    for kind, pattern in _FINDERS.items():
        for match in pattern.finditer(text):
            entity = _entity(kind, text, match)
            if not any(_touch(entity, other) for other in taken):
                taken.append(entity)
    return [entity for entity in taken if entity not in around]


def joined(entities: list[JSON]) -> list[JSON]:
    """Formatting of one kind that overlaps or follows on made one, as tdlib does.

    What else `fix_entities` does (cutting formatting at the edges of links, of quotes, of each other) is not done.
    """
    kept: list[JSON] = []
    for entity in in_order(entities):
        same = [other for other in kept if other["type"] == entity["type"]] if entity["type"] in FORMATTING else []
        if same and entity["offset"] <= same[-1]["offset"] + same[-1]["length"]:
            end = max(entity["offset"] + entity["length"], same[-1]["offset"] + same[-1]["length"])
            same[-1]["length"] = end - same[-1]["offset"]
        else:
            kept.append(dict(entity))
    return kept


def in_order(entities: list[JSON]) -> list[JSON]:
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _entity(kind: str, text: str, match: re.Match[str]) -> JSON:
    return {"type": kind, "offset": utf16.length(text[: match.start()]), "length": utf16.length(match[0])}


def _touch(one: JSON, other: JSON) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])
