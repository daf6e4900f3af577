"""What people send besides texts: documents, photos, voices, contacts."""

from datetime import datetime

from bot.demo.telegram.acting import Acting
from bot.demo.telegram.text import plain
from bot.demo.telegram.values import JSON, Message, Person


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


def _caption(caption: str | None) -> JSON:
    return plain(caption).as_fields(caption=True) if caption else {}
