"""Taps on keys that wait for an answer of the bot."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.demo.telegram.refusals import bad_request
from bot.demo.telegram.values import JSON

# After how long the servers refuse an answer is not documented, and people report from 10 seconds to minutes; the one
# figure in Telegram's own code is how long the Bot API keeps the tap for the bot (`Client::add_update_callback_query`).
LIFETIME = timedelta(seconds=150)


@dataclass(frozen=True, slots=True)
class Toast:
    """What someone saw after a tap; `text` may be empty, `alert` is a window they must close."""

    text: str
    alert: bool = False
    url: str | None = None


@dataclass(slots=True)
class Tap:
    """A tap by `user_id`; `update_id` is None if the bot wants no taps."""

    query_id: str
    user_id: int
    at: datetime
    content: JSON = field(repr=False)
    update_id: int | None = None
    answer: Toast | None = None


class Taps:
    """Every tap there was, by its query id."""

    def __init__(self) -> None:
        self.all: dict[str, Tap] = {}

    def add(self, user_id: int, content: JSON, *, at: datetime) -> Tap:
        query_id = str(4_000_000_000_000_000_000 + len(self.all))
        tap = self.all[query_id] = Tap(query_id, user_id, at, {"id": query_id, **content})
        return tap

    def answer(self, query_id: str, toast: Toast, *, now: datetime) -> Tap:
        """Shows the toast; refuses, as Telegram does, a tap unknown, answered before or too old."""
        tap = self.all.get(query_id)
        if tap is None or tap.answer or now - tap.at > LIFETIME:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        tap.answer = toast
        return tap
