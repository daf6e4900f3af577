"""The chats a bot knows, and whether it may write there."""

from dataclasses import dataclass, field

from bot.demo.telegram.params import Params
from bot.demo.telegram.refusals import bad_request, forbidden
from bot.demo.telegram.values import JSON, Message, Person

SUPERGROUPS_BELOW = -1_000_000_000_000


@dataclass(slots=True)
class Chat:
    """A private chat or a group.

    `standing` is the bot's in it: member, left or kicked; `keyboard` what stands in place of the person's own;
    `changes` counts what changed on the screen.
    """

    as_json: JSON
    messages: dict[int, Message] = field(default_factory=dict)
    standing: str = "member"
    blocked: bool = False
    deactivated: bool = False
    keyboard: JSON | None = None
    changes: int = 0

    @property
    def id(self) -> int:
        return int(self.as_json["id"])

    @property
    def is_private(self) -> bool:
        return bool(self.as_json["type"] == "private")

    def check_access(self, *, writing: bool = True) -> None:
        """Refuses what the Bot API refuses before asking the servers (`Client::check_chat_access`)."""
        if self.deactivated and writing:
            raise forbidden("user is deactivated")
        if self.standing != "member" and (writing or self.as_json["type"] == "supergroup"):
            how = "was kicked from" if self.standing == "kicked" else "is not a member of"
            raise forbidden(f"bot {how} the {self.as_json['type']} chat")

    def check_welcome(self) -> None:
        """Refuses what the servers refuse to whoever sends something."""
        if self.blocked:
            raise forbidden("bot was blocked by the user")


class Chats:
    """Every chat the bot has met: someone who never wrote to it is in none."""

    def __init__(self) -> None:
        self._chats: dict[int, Chat] = {}

    def find(self, chat_id: int) -> Chat | None:
        return self._chats.get(chat_id)

    def meet(self, person: Person) -> Chat:
        """The private chat with them, made if this is the first time; their name is taken as it is now."""
        chat = self._chats.setdefault(person.id, Chat(person.as_chat()))
        chat.as_json = person.as_chat()
        return chat

    def open_group(self, group_id: int, title: str) -> Chat:
        kind = "supergroup" if group_id < SUPERGROUPS_BELOW else "group"
        return self._chats.setdefault(group_id, Chat({"id": group_id, "type": kind, "title": title}, standing="left"))

    def named(self, params: Params, *, writing: bool = True) -> Chat:
        """The chat a call is about; `@names` are not known here."""
        if not params.text("chat_id"):
            raise bad_request("chat_id is empty")
        chat = self._chats.get(params.number("chat_id"))
        if chat is None:
            raise bad_request("chat not found")
        chat.check_access(writing=writing)
        return chat
