"""What the local Telegram knows: its bot, its clock, its chats, its updates, its files and what was asked of it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.demo.telegram.bell import Bell
from bot.demo.telegram.chats import Chat, Chats
from bot.demo.telegram.faults import Faults
from bot.demo.telegram.files import Files
from bot.demo.telegram.limits import Pacing
from bot.demo.telegram.menus import Menus
from bot.demo.telegram.polls import Polls
from bot.demo.telegram.taps import Taps
from bot.demo.telegram.updates import Updates
from bot.demo.telegram.values import JSON, Message
from bot.demo.telegram.webhook import Webhook

Clock = Callable[[], datetime]


@dataclass(slots=True)
class Call:
    """A request of the bot: `at` in seconds of the monotonic clock, `status` None until answered, 0 if cut.

    `outcome` is "ok" or Telegram's description of why not; `result` what it answered with, None if it refused.
    """

    method: str
    params: JSON
    at: float
    status: int | None = None
    outcome: str = ""
    result: Any = None

    @property
    def ok(self) -> bool:
        return self.status == 200


def system_clock() -> datetime:
    return datetime.now(UTC)


@dataclass
class World:
    """Everything there is; of one event loop, and of no other thread."""

    token: str
    name: str = "Clochette"
    username: str = "clochette_bot"
    clock: Clock = system_clock
    chats: Chats = field(default_factory=Chats)
    updates: Updates = field(default_factory=Updates)
    polls: Polls = field(init=False)
    taps: Taps = field(default_factory=Taps)
    menus: Menus = field(default_factory=Menus)
    files: Files = field(default_factory=Files)
    faults: Faults = field(default_factory=Faults)
    pacing: Pacing | None = None
    webhook: Webhook | None = None
    calls: list[Call] = field(default_factory=list)
    bell: Bell = field(default_factory=Bell)
    profile: dict[str, str] = field(default_factory=dict)
    last_message_id: int = 0

    def __post_init__(self) -> None:
        self.polls = Polls(self.updates.bell)

    @property
    def bot(self) -> JSON:
        """The bot's own `User` object."""
        name = {"first_name": self.name, "username": self.username}
        return {"id": int(self.token.partition(":")[0]), "is_bot": True, **name}

    def now(self) -> datetime:
        """The clock's instant as Telegram dates things: UTC, whole seconds."""
        return self.clock().astimezone(UTC).replace(microsecond=0)

    def add(self, chat: Chat, sender: JSON, body: JSON, **more: Any) -> Message:
        """Puts a message into a chat. Private chats and groups share one numbering, as they do for a real bot."""
        self.last_message_id += 1
        date: datetime = more.pop("date", None) or self.now()
        assert date.tzinfo, "a date needs its offset"
        message = Message(
            self.last_message_id, chat.id, date.astimezone(UTC).replace(microsecond=0), sender, body, **more
        )
        chat.messages[message.message_id] = message
        self.touch(chat)
        return message

    def change(self, message: Message, **changes: Any) -> Message:
        """Puts a changed copy in the place of a message."""
        chat = self.chat_of(message)
        changed = chat.messages[message.message_id] = replace(message, **changes)
        self.touch(chat)
        return changed

    def touch(self, chat: Chat) -> None:
        """Tells whoever watches the chat that it looks different now."""
        chat.changes += 1
        self.bell.ring()

    def chat_of(self, message: Message) -> Chat:
        chat = self.chats.find(message.chat_id)
        assert chat is not None, f"no chat {message.chat_id}"
        return chat

    def show(self, message: Message) -> JSON:
        """The Bot API's `Message` object of it."""
        shown = {
            "message_id": message.message_id,
            "from": message.sender,
            "chat": self.chat_of(message).as_json,
            "date": _seconds(message.date),
            **message.body,
        }
        if message.edited:
            shown["edit_date"] = _seconds(message.edited)
        if "reply_to" in shown:
            shown["reply_to_message"] = self._quoted(message.chat_id, shown.pop("reply_to"))
        if message.rows and message.markup:
            shown["reply_markup"] = message.markup
        return shown

    def queue(self, kind: str, content: JSON, *, lifetime: timedelta = timedelta(days=1)) -> int | None:
        """Queues an update for the bot; its number, or None if the bot wants no such updates."""
        update_id = self.updates.put(kind, content, now=self.clock(), lifetime=lifetime)
        self.bell.ring()
        return update_id

    def _quoted(self, chat_id: int, message_id: int) -> JSON:
        chat = self.chats.find(chat_id)
        assert chat is not None
        quoted = chat.messages[message_id]
        return self.show(replace(quoted, body={k: v for k, v in quoted.body.items() if k != "reply_to"}))


def _seconds(instant: datetime) -> int:
    return int(instant.timestamp())
