"""One person's turn: who speaks, at what instant, in which transaction; what a page is given."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session

from handlers.reply import Reply
from locales.voice import Voice
from models.actions.booking import Origin
from models.files.sheets import LARGEST, Rows
from models.files.text import MEGABYTE
from models.refusals import Refusal
from models.rules.commune import Commune
from models.rules.people import Person
from models.vocabulary import Role, Stamp


@dataclass(frozen=True, slots=True)
class Owed:
    """A notice to somebody else, written in the same transaction and sent after the answer."""

    chat_id: int
    kind: str
    reply: Reply
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A photo or a document sent, as Telegram declares it. `opened`: its rows once fetched, or why it has none.

    `size` in bytes, 0 where it is not declared; `is_image`: a picture sent as a document.
    """

    file_id: str
    size: int = 0
    is_photo: bool = False
    is_image: bool = False
    caption: str | None = None
    opened: Rows | Refusal | None = None

    @property
    def is_too_large(self) -> bool:
        return self.size > LARGEST * MEGABYTE

    @property
    def may_be_read(self) -> bool:
        """Whether it may be a spreadsheet, of a size that is fetched at all."""
        return not (self.is_photo or self.is_image or self.is_too_large)


@dataclass
class Visit:
    """`instant`: when the message was sent (its edit, if edited); `now`: when it is read. Both aware.

    `words`: the text as sent, its command included; None for a tap, which has the message `tapped`. `changed`: the
    children whose bookings a page has changed, so that open calendars are kept true; `attended`: whether it has
    pointed anybody, so that open lists are. `forwarded`: its
    words are somebody else's, and nothing is done of them at once.
    """

    session: Session
    commune: Commune
    voice: Voice
    telegram_id: int
    instant: datetime
    now: datetime
    message_id: int | None = None
    words: str | None = None
    edited: bool = False
    upload: Upload | None = None
    forwarded: bool = False
    known: Person | None = None
    signed_in: Person | None = None
    tapped: int | None = None
    owed: list[Owed] = field(default_factory=list)
    changed: set[int] = field(default_factory=set)
    attended: bool = False

    @property
    def person(self) -> Person:
        """Who speaks, signed in; pages for strangers look at `known` instead."""
        assert self.known
        return self.known

    @property
    def today(self) -> date:
        return self.commune.today(self.instant)

    @property
    def stamp(self) -> Stamp:
        return Stamp(self.known.account_id if self.known else None, self.now)

    def origin(self) -> Origin:
        """The message behind what is asked, its command included."""
        return Origin(self.instant, self.words, self.message_id)

    def has(self, role: Role) -> bool:
        return bool(self.known and role in self.known.roles)

    def say(self, name: str, /, **facts: object) -> str:
        return self.voice.say(name, facts)

    def toast(self, name: str, /, **facts: object) -> str:
        """A word over the chat, where Telegram takes no markup."""
        return Voice(self.today, markup=False).say(name, facts)

    def tell(self, chats: Iterable[int], kind: str, reply: Reply, key: str | None = None) -> None:
        """Owe `reply` to other chats; with a `key`, once to each."""
        self.owed += [Owed(chat_id, kind, reply, f"{key}:{chat_id}" if key else None) for chat_id in chats]
