"""How Telegram says no: an HTTP status, a description, and sometimes parameters.

The wording is that of tdlib/telegram-bot-api (`Client::fail_query_with_error`) and of tdlib/td, whose first letter
the Bot API lowers behind its "Bad Request: ".
"""

from typing import Any

from bot.demo.telegram.values import JSON


class Refusal(Exception):  # noqa: N818 - an answer like another, not an error of ours
    """An answer with `ok: false`; `code` is the HTTP status and the body's `error_code`."""

    def __init__(self, code: int, description: str, parameters: JSON | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_body(self) -> JSON:
        """The JSON Telegram answers with."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(reason: str) -> Refusal:
    return Refusal(400, f"Bad Request: {_lowered(reason)}")


def forbidden(reason: str) -> Refusal:
    return Refusal(403, f"Forbidden: {reason}")


def conflict(reason: str) -> Refusal:
    return Refusal(409, f"Conflict: {reason}")


def not_found() -> Refusal:
    return Refusal(404, "Not Found")


def unauthorized() -> Refusal:
    return Refusal(401, "Unauthorized")


def too_many_requests(seconds: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def _lowered(reason: str) -> str:
    """The first letter lowered, unless the reason is one of the server's codes (`BUTTON_DATA_INVALID`)."""
    return reason if reason[1:2].isupper() or reason[1:2] == "_" else reason[:1].lower() + reason[1:]
