"""Faults on demand: slow, refused, cut, before or after the effect."""

from dataclasses import dataclass

from bot.demo.telegram.refusals import Refusal, too_many_requests, unauthorized
from bot.demo.telegram.values import JSON

ANSWERS = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}


@dataclass(slots=True)
class Fault:
    """What goes wrong with a call, `times` times (None: until healed).

    `seconds` delays the call; `refusal` is the answer instead of the true one; `cut` closes the connection without any
    answer. With `after`, a refusal or cut comes once the call has had its effect: the caller cannot know.
    """

    method: str | None = None
    chat_id: int | None = None
    times: int | None = 1
    seconds: float = 0.0
    refusal: Refusal | None = None
    cut: bool = False
    after: bool = False

    def concerns(self, method: str, params: JSON) -> bool:
        same_method = self.method is None or self.method.lower() == method.lower()
        return self.times != 0 and same_method and self.chat_id in (None, params.get("chat_id"))


class Faults:
    """The faults waiting for their call, first come, first met; `latency` seconds are added to every answer."""

    def __init__(self) -> None:
        self.latency = 0.0
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._waiting.append(fault)

    def clear(self) -> None:
        self._waiting.clear()
        self.latency = 0.0

    def meet(self, method: str, params: JSON) -> Fault | None:
        """The fault this call runs into, used up by it."""
        fault = next((fault for fault in self._waiting if fault.concerns(method, params)), None)
        if fault and fault.times is not None:
            fault.times -= 1
        return fault


def refusal(code: int, *, retry_after: int | None = None, description: str | None = None) -> Refusal:
    """The answer Telegram gives with this status: 401, 429 (with its wait in seconds), 500, 502, …"""
    if code == 429:
        return too_many_requests(retry_after or 1)
    if code == 401:
        return unauthorized()
    return Refusal(code, description or ANSWERS.get(code, "Internal Server Error"))
