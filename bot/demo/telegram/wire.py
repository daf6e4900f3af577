"""Values of the control API as JSON and back."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.demo.telegram.taps import Toast
from bot.demo.telegram.values import JSON, Message, Person


@dataclass(frozen=True, slots=True)
class Screen:
    """What someone sees of their chat with the bot; `change` is to be given back to wait for the next look.

    Documents come without their bytes; `keyboard` holds the keys in place of their own keyboard, `menu` the commands
    with their descriptions.
    """

    change: int
    messages: list[Message]
    toasts: list[Toast]
    keyboard: list[list[str]]
    menu: dict[str, str]


def person_of(given: JSON) -> Person:
    """A person from the fields of a `User`; unknown fields are a TypeError."""
    return Person(**given)


def person_as_json(person: Person) -> JSON:
    user = person.as_user()
    del user["is_bot"]
    return user


def message_as_json(message: Message) -> JSON:
    return {
        "message_id": message.message_id,
        "chat_id": message.chat_id,
        "date": message.date.isoformat(),
        "sender": message.sender,
        "body": message.body,
        "markup": message.markup,
        "edited": message.edited.isoformat() if message.edited else None,
        "deleted": message.deleted,
    }


def message_of(given: JSON) -> Message:
    edited = datetime.fromisoformat(given["edited"]) if given["edited"] else None
    return Message(**given | {"date": datetime.fromisoformat(given["date"]), "edited": edited})


def screen_as_json(screen: Screen) -> JSON:
    return {
        "change": screen.change,
        "messages": [message_as_json(message) for message in screen.messages],
        "toasts": [{"text": toast.text, "alert": toast.alert} for toast in screen.toasts],
        "keyboard": screen.keyboard,
        "menu": screen.menu,
    }


def screen_of(given: JSON) -> Screen:
    messages = [message_of(message) for message in given["messages"]]
    toasts = [Toast(**toast) for toast in given["toasts"]]
    return replace(Screen(**given), messages=messages, toasts=toasts)


def instant_of(text: str) -> datetime:
    """An instant from ISO text; without an offset it is taken as UTC."""
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
