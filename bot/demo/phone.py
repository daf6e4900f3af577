"""A player's phone: what is new in their chat since it was last looked at, and what waits there unread."""

from dataclasses import dataclass

from bot.demo.cast import Player
from bot.demo.telegram import Button, Message, Toast
from bot.demo.telegram.wire import Screen


@dataclass(frozen=True, slots=True)
class Sight:
    """A message of the bot's as it came, or as an edit left it."""

    message: Message
    edited: bool = False


class Phone:
    """One player's; `change` is to be given to the local Telegram to wait for what comes next."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.change = -1
        self.unread: list[Sight] = []
        self._known: dict[int, Message] = {}
        self._toasts = 0

    def look(self, screen: Screen) -> tuple[list[Sight], list[Toast]]:
        """The bot's messages and toasts that are new on `screen`; the messages are unread until `read`."""
        sights = [
            Sight(message, edited=message.message_id in self._known)
            for message in screen.messages
            if message.from_bot and _looks(message) != _looks(self._known.get(message.message_id))
        ]
        toasts = screen.toasts[self._toasts :]
        self._known = {message.message_id: message for message in screen.messages}
        self.change, self._toasts = screen.change, len(screen.toasts)
        self.unread += sights
        return sights, toasts

    def read(self) -> list[Sight]:
        """What was unread, each message once, as it looks now."""
        latest = {sight.message.message_id: sight for sight in self.unread}
        self.unread = []
        return list(latest.values())


def _looks(message: Message | None) -> object:
    return message and (message.body, message.markup)


class Keys:
    """The numbers under the messages on the terminal, and the buttons they stand for."""

    def __init__(self) -> None:
        self._keys: list[tuple[Message, Button]] = []
        self._stale = False

    def start_again(self) -> None:
        """The next message with buttons takes the numbers from 1; those shown stay good until then."""
        self._stale = True

    def number(self, message: Message) -> list[list[tuple[int, Button]]]:
        """Its rows of buttons, each button with its number."""
        if message.rows and self._stale:
            self._keys, self._stale = [], False
        return [[(self._add(message, button), button) for button in row] for row in message.rows]

    def _add(self, message: Message, button: Button) -> int:
        self._keys.append((message, button))
        return len(self._keys)

    def under(self, number: int) -> tuple[Message, Button] | None:
        return self._keys[number - 1] if 0 < number <= len(self._keys) else None
