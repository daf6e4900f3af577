"""People's fingers on keys."""

from bot.demo.telegram.taps import LIFETIME, Tap
from bot.demo.telegram.values import JSON, Button, Message, Person
from bot.demo.telegram.world import World


class Tapping:
    """The tapping part of the local Telegram."""

    world: World

    def taps(self, person: Person, button: str, message: Message | None = None, *, group: int | None = None) -> Tap:
        """They tap the key with this text, or data, in the newest message that has one, or in `message`.

        The text may lack its emoji and its end, as long as one key only begins so. Raises AssertionError, with the
        keys there are, if there is none; and for a key that opens a link or copies a text, of which bots learn nothing.
        """
        chat_id = person.id if group is None else group
        chat = self.world.chats.find(chat_id)
        messages = [m for m in chat.messages.values() if m.rows and not m.deleted] if chat else []
        if message:
            messages = [m for m in messages if m.message_id == message.message_id]
        for candidate in reversed(messages):
            if found := _matching(button, candidate):
                return self._tap(person, candidate, _data(found))
        raise AssertionError(f"no key {button!r} in chat {chat_id}; there are: {_listed(messages)}")

    def taps_forged(self, person: Person, data: str, message: Message) -> Tap:
        """A tap with data of their own making, or on a key that is there no more; `message` may be deleted."""
        return self._tap(person, message, data)

    def _tap(self, person: Person, message: Message, data: str) -> Tap:
        content: JSON = {"from": person.as_user(), "message": self._as_stored(message)}
        content |= {"chat_instance": str(7_000_000_000 + abs(message.chat_id)), "data": data}
        tap = self.world.taps.add(person.id, content, at=self.world.clock())
        tap.update_id = self.world.queue("callback_query", tap.content, lifetime=LIFETIME)
        return tap

    def _as_stored(self, message: Message) -> JSON:
        """The message as it is now; the Bot API's `InaccessibleMessage` if it is gone."""
        chat = self.world.chat_of(message)
        stored = chat.messages[message.message_id]
        if stored.deleted:
            return {"chat": chat.as_json, "message_id": stored.message_id, "date": 0}
        return self.world.show(stored)


def _matching(wanted: str, message: Message) -> Button | None:
    exact = [b for b in message.buttons if wanted in (b.text, b.data)]
    near = [b for b in message.buttons if _words(b.text).startswith(_words(wanted))] if _words(wanted) else []
    found = exact or near
    assert len(found) < 2 or exact, f"several keys begin with {wanted!r}: {_listed([message])}"
    return found[0] if found else None


def _data(button: Button) -> str:
    assert button.data is not None, f"a tap on {button.text!r} does not reach the bot"
    return button.data


def _words(text: str) -> str:
    """The text without what comes before its first letter or digit: emoji, arrows, boxes to tick."""
    start = next((index for index, character in enumerate(text) if character.isalnum()), len(text))
    return text[start:].strip()


def _listed(messages: list[Message]) -> str:
    rows = [[button.text for button in row] for message in messages for row in message.rows]
    return repr(rows) if rows else "none"
