"""Who has the bot around: people who block it, groups that take it in."""

from bot.demo.telegram.acting import Acting
from bot.demo.telegram.chats import Chat
from bot.demo.telegram.values import JSON, Person


class Belonging(Acting):
    """The welcoming part of the local Telegram; the bot learns of each change by `my_chat_member`."""

    def blocks(self, person: Person) -> None:
        self._turn(person, blocked=True)

    def unblocks(self, person: Person) -> None:
        self._turn(person, blocked=False)

    def deactivates(self, person: Person) -> None:
        """They delete their account; of that, Telegram tells nobody."""
        self.world.chats.meet(person).deactivated = True

    def adds_to_group(self, person: Person, group_id: int, title: str = "Groupe") -> None:
        """They bring the bot into a group, made if it is new; below -1000000000000 it is a supergroup."""
        self._join(person, self.world.chats.open_group(group_id, title), "member")

    def kicks_from_group(self, person: Person, group_id: int) -> None:
        chat = self.world.chats.find(group_id)
        assert chat, f"no group {group_id}"
        self._join(person, chat, "kicked")

    def _turn(self, person: Person, *, blocked: bool) -> None:
        chat = self.world.chats.find(person.id)
        assert chat, f"{person.first_name} has never written to the bot"
        assert chat.blocked != blocked, f"{person.first_name} had done so before"
        chat.blocked = blocked
        self._tell(person, chat, *(("member", "kicked") if blocked else ("kicked", "member")))

    def _join(self, person: Person, chat: Chat, standing: str) -> None:
        before, chat.standing = chat.standing, standing
        self._tell(person, chat, before, standing)
        if standing == "member":
            joined = self.world.add(chat, person.as_user(), {"new_chat_members": [self.world.bot]})
            self._deliver("message", joined)

    def _tell(self, person: Person, chat: Chat, before: str, after: str) -> None:
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
