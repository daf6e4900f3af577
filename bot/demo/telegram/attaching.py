"""What people send besides texts: documents, photos, voices, contacts."""

from collections.abc import Sequence
from datetime import datetime

from bot.demo.telegram import utf16
from bot.demo.telegram.acting import Acting
from bot.demo.telegram.text import plain
from bot.demo.telegram.values import JSON, Message, Person

MOST_OPTIONS = 12  # https://core.telegram.org/bots/api#sendpoll
LONGEST_QUESTION = 300


class Attaching(Acting):
    """The sending part of the local Telegram; the bot fetches the bytes by getFile."""

    def sends_document(
        self,
        person: Person,
        filename: str,
        content: bytes,
        caption: str | None = None,
        *,
        mime_type: str = "application/octet-stream",
        at: datetime | None = None,
    ) -> Message:
        file = self.world.files.add("documents", filename, content)
        document = {"file_name": filename, "mime_type": mime_type, **file.as_json()}
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

    def sends_place(self, person: Person, *, at: datetime | None = None) -> Message:
        """They share where they are."""
        return self._post(person, {"location": {"latitude": 50.72, "longitude": 2.45}}, at)

    def sends_sticker(self, person: Person, emoji: str = "👍", *, at: datetime | None = None) -> Message:
        file = self.world.files.add("stickers", "sticker.webp", b"RIFF")
        sides = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._post(person, {"sticker": {"emoji": emoji, **sides, **file.as_json()}}, at)

    def sends_poll(
        self, person: Person, question: str, options: Sequence[str], *, at: datetime | None = None
    ) -> Message:
        """They send a poll; apps let nobody send one of fewer than two options, or of more than twelve."""
        assert 2 <= len(options) <= MOST_OPTIONS, "a poll has 2 to 12 options"
        assert 1 <= utf16.length(question) <= LONGEST_QUESTION, "a poll's question has 1 to 300 characters"
        asked = [{"text": option, "voter_count": 0, "persistent_id": str(n)} for n, option in enumerate(options)]
        kind = {"type": "regular", "is_anonymous": True, "is_closed": False, "allows_multiple_answers": False}
        rights = {"allows_revoting": True, "members_only": False}
        number = str(len(self.world.updates.history) + 1)
        poll = {"id": number, "question": question, "options": asked, "total_voter_count": 0, **kind, **rights}
        return self._post(person, {"poll": poll}, at)


def _caption(caption: str | None) -> JSON:
    return plain(caption).as_fields(caption=True) if caption else {}
