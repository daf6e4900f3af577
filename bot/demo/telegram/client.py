"""The people's side from another process: a client of the control API."""

import base64
from datetime import datetime
from types import TracebackType
from typing import Any, Self

import aiohttp

from bot.demo.telegram import wire
from bot.demo.telegram.values import JSON, Message, Person
from bot.demo.telegram.wire import Screen


class ImpossibleError(Exception):
    """What a person cannot do, with the reason: no such key, a blank text, …"""


class People:
    """`async with People(url) as people:` speaks to the local Telegram whose process printed that URL."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session:
            await self._session.close()

    async def says(self, person: Person, text: str, at: datetime | None = None) -> Message:
        given = {"text": text, "at": at.isoformat() if at else None}
        return wire.message_of((await self._post("says", person, given))["message"])

    async def edits(self, person: Person, message: Message, text: str) -> Message:
        given = {"message_id": message.message_id, "text": text}
        return wire.message_of((await self._post("edits", person, given))["message"])

    async def taps(self, person: Person, button: str, message: Message | None = None) -> str:
        """Taps the key found as `LocalTelegram.taps` finds it; the query's id."""
        given = {"button": button, "message_id": message.message_id if message else None}
        return str((await self._post("taps", person, given))["query_id"])

    async def sends_document(
        self, person: Person, filename: str, content: bytes, caption: str | None = None
    ) -> Message:
        given = {"filename": filename, "content": base64.b64encode(content).decode(), "caption": caption}
        return wire.message_of((await self._post("sends_document", person, given))["message"])

    async def sees(self, person: Person, since: int = -1, *, timeout: float = 0.0) -> Screen:  # noqa: ASYNC109
        """Their screen: at once, or, given the `change` of an earlier look, once it differs or after `timeout` s."""
        query = {"person": person.id, "since": since, "timeout": timeout, "language": person.language_code or ""}
        return wire.screen_of(await self._json("GET", "chat", params=query))

    async def opens(self, message: Message) -> bytes:
        """The bytes of a document or photo in a private chat."""
        query = {"person": message.chat_id, "message_id": message.message_id}
        async with self._http.get(f"{self._url}/people/document", params=query) as response:
            response.raise_for_status()
            return await response.read()

    async def sets_clock(self, now: datetime) -> None:
        """Telegram's clock shows `now` and goes on from there."""
        await self._json("POST", "clock", json={"now": now.isoformat()})

    async def clock(self) -> datetime:
        return wire.instant_of((await self._json("GET", "clock"))["now"])

    async def pending(self) -> int:
        """How many updates the bot has not confirmed."""
        return int((await self._json("GET", "pending"))["pending"])

    @property
    def _http(self) -> aiohttp.ClientSession:
        assert self._session, "to be used in an `async with`"
        return self._session

    async def _post(self, action: str, person: Person, given: JSON) -> JSON:
        return await self._json("POST", action, json={"person": wire.person_as_json(person)} | given)

    async def _json(self, method: str, path: str, **more: Any) -> JSON:
        async with self._http.request(method, f"{self._url}/people/{path}", **more) as response:
            if response.status == 409:
                raise ImpossibleError((await response.json())["error"])
            response.raise_for_status()
            answer: JSON = await response.json()
            return answer
