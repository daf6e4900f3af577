"""What people, keys and messages are here, as plain values."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with Telegram on their phone; `id` is their user id and the id of their private chat with the bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "fr"

    def as_user(self) -> JSON:
        """The Bot API's `User` object."""
        known = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name} | _present(known)

    def as_chat(self) -> JSON:
        """The Bot API's `Chat` object of the private chat with them."""
        known = {"last_name": self.last_name, "username": self.username}
        return {"id": self.id, "type": "private", "first_name": self.first_name} | _present(known)


@dataclass(frozen=True, slots=True)
class Button:
    """A key of an inline keyboard; one of `data`, `url`, `copy_text` is set, or none for the rarer kinds."""

    text: str
    data: str | None = None
    url: str | None = None
    style: str | None = None
    copy_text: str | None = None

    @classmethod
    def of(cls, button: JSON) -> "Button":
        """From the Bot API's `InlineKeyboardButton`."""
        copy_text = button.get("copy_text")
        return cls(
            text=button["text"],
            data=button.get("callback_data"),
            url=button.get("url"),
            style=button.get("style"),
            copy_text=copy_text["text"] if copy_text else None,
        )


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stands in a chat now; an edit makes another value, so one kept by a test does not change.

    `body` holds the Bot API's fields for the content (text, entities, caption, document, contact, …); `markup` is
    what came as `reply_markup`, cleaned; `file` the bytes of a document, photo or voice; `date` and `edited` are
    whole seconds, UTC.
    """

    message_id: int
    chat_id: int
    date: datetime
    sender: JSON
    body: JSON
    markup: JSON | None = None
    file: bytes | None = field(default=None, repr=False)
    edited: datetime | None = None
    deleted: bool = False

    @property
    def from_bot(self) -> bool:
        return bool(self.sender["is_bot"])

    @property
    def text(self) -> str:
        """The text, else the caption, else nothing."""
        return str(self.body.get("text", self.body.get("caption", "")))

    @property
    def entities(self) -> list[JSON]:
        found: list[JSON] = self.body.get("entities") or self.body.get("caption_entities") or []
        return found

    @property
    def filename(self) -> str | None:
        document: JSON = self.body.get("document", {})
        return document.get("file_name")

    @property
    def rows(self) -> list[list[Button]]:
        """The inline keyboard under the message, row by row; empty when there is none."""
        keyboard = (self.markup or {}).get("inline_keyboard", [])
        return [[Button.of(button) for button in row] for row in keyboard]

    @property
    def buttons(self) -> list[Button]:
        return [button for row in self.rows for button in row]


def _present(fields: JSON) -> JSON:
    return {name: value for name, value in fields.items() if value is not None}
