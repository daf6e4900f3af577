"""What waits to be fetched by the bot: numbered, redelivered until confirmed, forgotten after a while."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.demo.telegram.bell import Bell
from bot.demo.telegram.values import JSON

# Kinds the bot must ask for by name (https://core.telegram.org/bots/api#getupdates, `allowed_updates`).
ON_DEMAND = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(slots=True)
class Update:
    """One update; `repeated` once it was put back after having been confirmed, `served` once handed out since."""

    update_id: int
    body: JSON
    expires: datetime
    repeated: bool = False
    served: bool = False

    def as_json(self) -> JSON:
        return {"update_id": self.update_id, **self.body}


class Updates:
    """The queue of a bot. Every update ever put is kept in `history`, to be repeated at will."""

    def __init__(self) -> None:
        self.history: dict[int, Update] = {}
        self.allowed: frozenset[str] = frozenset()
        self.bell = Bell()
        self._waiting: dict[int, Update] = {}
        self._repeats: dict[int, Update] = {}
        self._last_id = 0

    def put(self, kind: str, content: JSON, *, now: datetime, lifetime: timedelta = timedelta(days=1)) -> int | None:
        """Queues it and returns its number, or None if the bot did not ask for its `kind`.

        As Telegram does, `kind` is judged here and not when the update is fetched. A text is kept 24 hours, a tap
        150 seconds (tdlib/telegram-bot-api, `Client::add_update`).
        """
        if kind not in self.allowed if self.allowed else kind in ON_DEMAND:
            return None
        return self.put_raw({kind: content}, now=now, lifetime=lifetime)

    def put_raw(self, body: JSON, *, now: datetime, lifetime: timedelta = timedelta(days=1)) -> int:
        self._last_id = body.get("update_id", self._last_id + 1)
        update = Update(self._last_id, {k: v for k, v in body.items() if k != "update_id"}, now + lifetime)
        self.history[update.update_id] = self._waiting[update.update_id] = update
        self.bell.ring()
        return update.update_id

    def repeat(self, update_id: int, *, now: datetime) -> None:
        """Delivers a confirmed update once more, whatever offset the bot asks from."""
        again = Update(update_id, self.history[update_id].body, now + timedelta(days=1), repeated=True)
        self._repeats[update_id] = again
        self.bell.ring()

    def take(self, offset: int, limit: int, *, now: datetime) -> list[Update]:
        """The next updates; those before `offset` are confirmed and forgotten, a negative one counts from the end."""
        if offset < 0:
            offset = min(list(self._waiting)[offset:], default=0)
        self.confirm(below=offset)
        self._forget(number for number, update in self._waiting.items() if update.expires <= now)
        found = [*self._repeats.values(), *self._waiting.values()][:limit]
        for update in found:
            update.served = True
        return found

    def confirm(self, *, below: int) -> None:
        """Forgets what comes before `below`; a repeated update only once it was handed out again."""
        before = self.pending
        self._forget(number for number in self._waiting if number < below)
        done = [number for number, update in self._repeats.items() if update.served and number < below]
        for number in done:
            del self._repeats[number]
        if self.pending != before:
            self.bell.ring()

    def drop(self, update: Update | None = None) -> None:
        """Forgets one update, or all of them."""
        for queue in (self._waiting, self._repeats):
            for number, waiting in list(queue.items()):
                if update is None or waiting is update:
                    del queue[number]
        self.bell.ring()

    @property
    def pending(self) -> int:
        return len(self._waiting) + len(self._repeats)

    def _forget(self, numbers: Iterable[int]) -> None:
        for number in list(numbers):
            del self._waiting[number]
