"""What came with a request: JSON, a form, a multipart body or a query string, read the way the Bot API reads them."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.demo.telegram.refusals import bad_request
from bot.demo.telegram.values import JSON

NUMBERS = {"chat_id", "message_id", "user_id", "offset", "limit", "timeout", "reply_to_message_id"}
TEXTS = {"text", "caption", "description", "short_description"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came in a multipart body."""

    filename: str
    content: bytes = field(repr=False)
    content_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Params:
    """The parameters of a call, all as text (objects as JSON), as the Bot API itself keeps them."""

    values: dict[str, str] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return self.values.get(name, "")

    def number(self, name: str, default: int = 0) -> int:
        """A whole number; anything else counts as not given, as in `Client::get_integer_arg`."""
        try:
            return int(self.values.get(name, ""))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        return self.values.get(name, "").lower() in {"true", "yes", "1"}

    def parsed(self, name: str, complaint: str) -> Any:
        """The JSON given as `name`, None if it was not given; `complaint` is the refusal if it is no JSON."""
        if not (text := self.values.get(name, "")):
            return None
        try:
            return json.loads(text)
        except ValueError as error:
            raise bad_request(complaint) from error

    def shown(self) -> JSON:
        """The parameters as a test wants to read them: JSON decoded, files by their name."""
        return {name: _decoded(name, value) for name, value in self.values.items()} | {
            name: upload.filename for name, upload in self.uploads.items()
        }


async def read(request: web.Request) -> Params:
    """Everything given, the body winning over the query string."""
    values = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        values |= _from_json(await request.text())
    elif request.method == "POST":
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                uploads[name] = Upload(value.filename, value.file.read(), value.content_type)
            else:
                values[name] = value if isinstance(value, str) else bytes(value).decode("utf-8", "replace")
    return Params(values, uploads)


def _from_json(body: str) -> dict[str, str]:
    if not body.strip():
        return {}
    try:
        given = json.loads(body)
    except ValueError as error:
        raise bad_request("Can't parse JSON object") from error
    if not isinstance(given, dict):
        raise bad_request("expected an Object as JSON content")
    return {name: _as_text(value) for name, value in given.items() if value is not None}


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _decoded(name: str, value: str) -> Any:
    """Objects, flags and the numbers that matter as Python has them; a text stays what it is, even "123"."""
    if name in NUMBERS or value in {"true", "false"} or value[:1] in {"{", "["}:
        try:
            return value if name in TEXTS else json.loads(value)
        except ValueError:
            return value
    return value
