"""What people do: write, and correct themselves; and updates made by hand."""

from datetime import UTC, datetime

from bot.demo.telegram import utf16
from bot.demo.telegram.chats import Chat
from bot.demo.telegram.text import BLANK, MAX_TEXT, plain
from bot.demo.telegram.values import JSON, Message, Person
from bot.demo.telegram.world import World

CAPTIONED = ("photo", "document", "voice")  # what has a caption, which is corrected as a text is


class Acting:
    """The acting part of the local Telegram; everything here queues an update and returns at once."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.privacy = True
        """Whether the bot sees only commands and replies in groups, as every bot does unless BotFather was told."""

    def says(
        self,
        person: Person,
        text: str,
        at: datetime | None = None,
        *,
        group: int | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """They write `text`, dated `at` (aware; now by default), to the bot or into a group it is in."""
        content = plain(text)
        assert content.text.strip(BLANK), f"nobody can send {text!r}: it is blank"
        assert utf16.length(content.text) <= MAX_TEXT, "an app cuts a text this long into several messages"
        body = content.as_fields() | ({"reply_to": reply_to.message_id} if reply_to else {})
        return self._post(person, body, at, group=group)

    def forwards(self, person: Person, text: str, *, of: Person, at: datetime | None = None) -> Message:
        """They forward to the bot what somebody wrote elsewhere a minute before."""
        now = (at or self.world.now()).astimezone(UTC)
        written = int(now.timestamp()) - 60
        origin = {"type": "user", "sender_user": of.as_user(), "date": written}
        return self._post(person, plain(text).as_fields() | {"forward_origin": origin}, at)

    def edits(self, person: Person, message: Message, text: str, at: datetime | None = None) -> Message:
        """They correct a message of theirs; `at` becomes its edit date, its date stays."""
        instant = (at or self.world.now()).astimezone(UTC).replace(microsecond=0)
        now = self.world.chat_of(message).messages[message.message_id]
        assert "forward_origin" not in now.body, "nobody can edit what was forwarded"
        assert now.sender["id"] == person.id, "nobody can edit what another wrote"
        under = any(name in now.body for name in CAPTIONED)
        written = {"text", "entities", "caption", "caption_entities"}
        kept = {name: value for name, value in now.body.items() if name not in written}
        changed = self.world.change(now, body=kept | plain(text).as_fields(caption=under), edited=instant)
        self._deliver("edited_message", changed)
        return changed

    def repeat(self, update_id: int | None = None) -> int:
        """Delivers an update once more although it was confirmed, the newest by default; its number."""
        number = max(self.world.updates.history) if update_id is None else update_id
        self.world.updates.repeat(number, now=self.world.clock())
        self.world.bell.ring()
        return number

    def raw(self, update: JSON) -> int:
        """Queues an update as it is, numbered unless it has an `update_id`; its number."""
        update_id = self.world.updates.put_raw(update, now=self.world.clock())
        self.world.bell.ring()
        return update_id

    def _post(
        self,
        person: Person,
        body: JSON,
        at: datetime | None,
        *,
        group: int | None = None,
        file: bytes | None = None,
    ) -> Message:
        chat = self.world.chats.meet(person) if group is None else self.world.chats.find(group)
        assert chat, f"no group {group}"
        assert not chat.blocked, f"{person.first_name} has blocked the bot and must unblock it first"
        message = self.world.add(chat, person.as_user(), body, date=at, file=file)
        if chat.is_private or (chat.standing == "member" and self._is_shown(chat, message)):
            self._deliver("message", message)
        return message

    def _is_shown(self, chat: Chat, message: Message) -> bool:
        """Whether the bot gets to see a message in a group."""
        answered = chat.messages.get(message.body.get("reply_to", 0))
        name, _, addressee = message.text.split(maxsplit=1)[0].partition("@") if message.text else ("", "", "")
        is_command = name.startswith("/") and addressee.lower() in {"", self.world.username.lower()}
        return not self.privacy or is_command or bool(answered and answered.from_bot)

    def _deliver(self, kind: str, message: Message) -> None:
        self.world.queue(kind, self.world.show(message))
