"""The tags of Telegram's HTML, and the entities they become."""

from dataclasses import dataclass

from bot.demo.telegram import links
from bot.demo.telegram.refusals import bad_request
from bot.demo.telegram.values import JSON

TYPES = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
    "blockquote": "blockquote",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
WHOLE = {("a", "href"), ("tg-emoji", "emoji-id")}
PREFIXED = {("code", "class"): "language-", ("span", "class"): "tg-"}


@dataclass(slots=True)
class OpenTag:
    """A tag not closed yet: its argument, and where its text began, in UTF-16 units and in bytes."""

    name: str
    argument: str
    offset: int
    start: int

    def entity(self, end: int) -> JSON:
        kind = "expandable_blockquote" if self.argument == "expandable" else TYPES[self.name]
        return {"type": kind, "offset": self.offset, "length": end - self.offset}


def argument(tag: str, name: str, value: str) -> str:
    """What an attribute tells about its tag; attributes of no meaning tell nothing."""
    if (tag, name) == ("blockquote", "expandable"):
        return name
    if (tag, name) in WHOLE:
        return value
    prefix = PREFIXED.get((tag, name))
    return value.removeprefix(prefix) if prefix and value.startswith(prefix) else ""


def close(tag: OpenTag, end: int, text: str, entities: list[JSON]) -> None:
    """Adds to `entities` what a tag with this text means, up to the offset `end`."""
    if tag.name == "a":
        # Telegram drops a link it does not take and keeps its text. It makes a mention of `tg://user?id=…` if the bot
        # knows the person; here it stays a link.
        url = tag.argument or text
        entities += [tag.entity(end) | {"url": links.checked(url, "Entity")}] if links.is_valid(url) else []
    elif tag.name == "tg-emoji":
        if not tag.argument.isdecimal() or not 0 < int(tag.argument) < 2**63:
            raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
        entities.append(tag.entity(end) | {"custom_emoji_id": tag.argument})
    elif tag.name in {"pre", "code"}:
        _close_code(tag, tag.entity(end), entities)
    else:
        entities.append(tag.entity(end))


def _close_code(tag: OpenTag, entity: JSON, entities: list[JSON]) -> None:
    """`<pre><code class="language-…">` is one `pre` entity with a language, in either order."""
    last = entities[-1] if entities else {}
    same = last.get("offset") == entity["offset"] and last.get("length") == entity["length"]
    if tag.name == "pre" and same and last["type"] == "code" and last.get("language"):
        last["type"] = "pre"
    elif tag.name == "code" and same and last["type"] == "pre" and tag.argument:
        last["language"] = tag.argument
    else:
        entities.append(entity | ({"language": tag.argument} if tag.argument else {}))
