"""What people do: write, correct themselves, send files, block, invite the bot into groups."""

from datetime import UTC, datetime

from bot.demo.telegram import utf16
from bot.demo.telegram.chats import Chat
from bot.demo.telegram.text import BLANK, MAX_TEXT, plain
from bot.demo.telegram.values import JSON, Message, Person
from bot.demo.telegram.world import World


class Acting:
    """The acting half of the local Telegram; everything here queues an update and returns at once."""

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

    def edits(self, person: Person, message: Message, text: str, at: datetime | None = None) -> Message:
        """They correct a message of theirs; `at` becomes its edit date, its date stays."""
        instant = (at or self.world.now()).astimezone(UTC).replace(microsecond=0)
        now = self.world.chat_of(message).messages[message.message_id]
        assert now.sender["id"] == person.id, "nobody can edit what another wrote"
        kept = {name: value for name, value in now.body.items() if name not in {"text", "entities"}}
        changed = self.world.change(now, body=kept | plain(text).as_fields(), edited=instant)
        self._deliver("edited_message", changed)
        return changed

    def sends_document(
        self,
        person: Person,
        filename: str,
        content: bytes,
        caption: str | None = None,
        *,
        mime_type: str | None = None,
        at: datetime | None = None,
    ) -> Message:
        """They send a file; the bot fetches it by getFile."""
        file = self.world.files.add("documents", filename, content)
        document = {"file_name": filename, "mime_type": mime_type or "application/octet-stream", **file.as_json()}
        return self._post(person, {"document": document} | _caption(caption), at, file=content)

    def sends_photo(
        self, person: Person, content: bytes, caption: str | None = None, *, at: datetime | None = None
    ) -> Message:
        file = self.world.files.add("photos", "photo.jpg", content)
        photo = [{**file.as_json(), "width": 640, "height": 480}]
        return self._post(person, {"photo": photo} | _caption(caption), at, file=content)

    def sends_voice(
        self, person: Person, content: bytes = b"OggS", *, duration: int = 1, at: datetime | None = None
    ) -> Message:
        """They send a voice message of `duration` seconds."""
        file = self.world.files.add("voice", "voice.oga", content)
        voice = {"duration": duration, "mime_type": "audio/ogg", **file.as_json()}
        return self._post(person, {"voice": voice}, at, file=content)

    def sends_contact(
        self, person: Person, phone_number: str, *, of: Person | None = None, at: datetime | None = None
    ) -> Message:
        """They share a telephone number, their own unless it is `of` another."""
        who = of or person
        contact = {"phone_number": phone_number, "first_name": who.first_name, "user_id": who.id}
        return self._post(person, {"contact": contact}, at)

    def blocks(self, person: Person) -> None:
        """They block the bot, which learns of it."""
        self._turn(person, blocked=True)

    def unblocks(self, person: Person) -> None:
        self._turn(person, blocked=False)

    def deactivates(self, person: Person) -> None:
        """They delete their account; Telegram tells nobody."""
        self.world.chats.meet(person).deactivated = True

    def adds_to_group(self, person: Person, group_id: int, title: str = "Groupe") -> None:
        """They bring the bot into a group, made if it is new; below -1000000000000 it is a supergroup."""
        self._join(person, self.world.chats.open_group(group_id, title), "member")

    def kicks_from_group(self, person: Person, group_id: int) -> None:
        chat = self.world.chats.find(group_id)
        assert chat, f"no group {group_id}"
        self._join(person, chat, "kicked")

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

    def _turn(self, person: Person, *, blocked: bool) -> None:
        chat = self.world.chats.find(person.id)
        assert chat, f"{person.first_name} has never written to the bot"
        assert chat.blocked != blocked, f"{person.first_name} had done so before"
        chat.blocked = blocked
        self._tell_standing(person, chat, *(("member", "kicked") if blocked else ("kicked", "member")))

    def _join(self, person: Person, chat: Chat, standing: str) -> None:
        before, chat.standing = chat.standing, standing
        self._tell_standing(person, chat, before, standing)
        if standing == "member":
            bot = self.world.bot
            joined = self.world.add(chat, person.as_user(), {"new_chat_members": [bot]})
            self._deliver("message", joined)

    def _tell_standing(self, person: Person, chat: Chat, before: str, after: str) -> None:
        member = {"user": self.world.bot}
        content = {
            "chat": chat.as_json,
            "from": person.as_user(),
            "date": int(self.world.now().timestamp()),
            "old_chat_member": member | _standing(before),
            "new_chat_member": member | _standing(after),
        }
        self.world.queue("my_chat_member", content)


def _standing(status: str) -> JSON:
    return {"status": status, "until_date": 0} if status == "kicked" else {"status": status}


def _caption(caption: str | None) -> JSON:
    return plain(caption).as_fields(caption=True) if caption else {}
