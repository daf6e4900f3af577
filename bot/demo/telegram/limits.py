"""How fast a bot may send, when the local Telegram is told to mind.

Telegram publishes 30 messages a second overall, 1 a second to a chat with "short bursts" allowed, 20 a minute to a
group (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this); not how long a burst, nor how
long the wait after it. Both are assumptions here, and only that.
"""

from collections import defaultdict, deque

from bot.demo.telegram.refusals import too_many_requests

SENDING = {"sendmessage", "senddocument", "sendphoto"}
OVERALL = 30
BURST = 5  # messages to one chat at once, regained at one a second
GROUP_MINUTE = 20


class Pacing:
    """Refuses with 429 what goes over the limits; what is refused does not count as sent."""

    def __init__(self, overall: int = OVERALL, burst: int = BURST) -> None:
        self.overall = overall
        self.burst = burst
        self._all: deque[float] = deque()
        self._chats: dict[int, deque[float]] = defaultdict(deque)

    def check(self, method: str, chat_id: int, at: float) -> None:
        """Counts a sending at `at` (monotonic seconds), or refuses it."""
        if method.lower() not in SENDING:
            return
        chat = self._chats[chat_id]
        span, most = (60.0, GROUP_MINUTE) if chat_id < 0 else (float(self.burst), self.burst)
        _forget(self._all, at - 1.0)
        _forget(chat, at - span)
        if len(self._all) >= self.overall:
            raise too_many_requests(_wait(self._all[0] + 1.0 - at))
        if len(chat) >= most:
            raise too_many_requests(_wait(chat[0] + span - at))
        self._all.append(at)
        chat.append(at)


def _forget(times: deque[float], before: float) -> None:
    while times and times[0] <= before:
        times.popleft()


def _wait(seconds: float) -> int:
    return max(1, int(seconds + 0.999))
