"""The control API, for a program in another process that plays the people: JSON under `/people/`.

| request | body or query | answer |
|---|---|---|
| POST says | person, text, at? | message |
| POST edits | person, message_id, text | message |
| POST taps | person, button, message_id? | query_id |
| POST sends_document | person, filename, content (base64), caption? | message |
| GET chat | person (id), since?, timeout? (seconds) | a screen, once it changed after `since` |
| GET document | person (id), message_id | the bytes |
| POST clock | now (ISO) | now |
| GET clock | | now |
| GET pending | | pending: how many updates the bot has not confirmed |

What a person cannot do is answered with 409 and `error`.
"""

import asyncio
import base64
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.demo.telegram import wire
from bot.demo.telegram.clock import ShiftedClock
from bot.demo.telegram.local import LocalTelegram
from bot.demo.telegram.values import JSON, Message, Person

Action = Callable[[JSON], Any]


class Control:
    """Serves the control API of one local Telegram."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self.telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        posts = {"says": self.says, "edits": self.edits, "taps": self.taps, "sends_document": self.sends_document}
        return [
            *(web.post(f"/people/{name}", _answering(action)) for name, action in posts.items()),
            web.post("/people/clock", _answering(self.set_clock)),
            web.get("/people/chat", self.chat),
            web.get("/people/document", self.document),
            web.get("/people/clock", self.clock),
            web.get("/people/pending", self.pending),
        ]

    def says(self, given: JSON) -> JSON:
        at = wire.instant_of(given["at"]) if given.get("at") else None
        return {"message": wire.message_as_json(self.telegram.says(_person(given), given["text"], at))}

    def edits(self, given: JSON) -> JSON:
        message = self._message(_person(given).id, given["message_id"])
        return {"message": wire.message_as_json(self.telegram.edits(_person(given), message, given["text"]))}

    def taps(self, given: JSON) -> JSON:
        person, number = _person(given), given.get("message_id")
        message = self._message(person.id, number) if number else None
        return {"query_id": self.telegram.taps(person, given["button"], message).query_id}

    def sends_document(self, given: JSON) -> JSON:
        content = base64.b64decode(given["content"])
        message = self.telegram.sends_document(_person(given), given["filename"], content, given.get("caption"))
        return {"message": wire.message_as_json(message)}

    def set_clock(self, given: JSON) -> JSON:
        self.telegram.now = ShiftedClock(wire.instant_of(given["now"]))
        return {"now": self.telegram.now().isoformat()}

    async def clock(self, _: web.Request) -> web.Response:
        return web.json_response({"now": self.telegram.now().isoformat()})

    async def pending(self, _: web.Request) -> web.Response:
        return web.json_response({"pending": self.telegram.pending})

    async def chat(self, request: web.Request) -> web.Response:
        person_id, since = int(request.query["person"]), int(request.query.get("since", "-1"))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(float(request.query.get("timeout", "0"))):
                while self._changes(person_id) <= since:
                    await self.telegram.world.bell.after(self.telegram.world.bell.count)
        return web.json_response(wire.screen_as_json(self._screen(person_id, request.query.get("language", "fr"))))

    async def document(self, request: web.Request) -> web.Response:
        message = self._message(int(request.query["person"]), int(request.query["message_id"]))
        return web.Response(body=message.file) if message.file is not None else web.Response(status=404)

    def _changes(self, person_id: int) -> int:
        chat = self.telegram.world.chats.find(person_id)
        return chat.changes if chat else -1

    def _screen(self, person_id: int, language: str) -> wire.Screen:
        person = Person(person_id, "", language_code=language)
        return wire.Screen(
            change=self._changes(person_id),
            messages=self.telegram.chat(person),
            toasts=self.telegram.toasts(person),
            keyboard=self.telegram.keyboard(person),
            menu=self.telegram.menu(person),
        )

    def _message(self, chat_id: int, message_id: int) -> Message:
        found = next((m for m in self.telegram.history(chat_id) if m.message_id == message_id), None)
        assert found, f"no message {message_id} in chat {chat_id}"
        return found


def _answering(action: Action) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        try:
            return web.json_response(action(await request.json()))
        except AssertionError as impossible:
            return web.json_response({"error": str(impossible)}, status=409)

    return answer


def _person(given: JSON) -> Person:
    return wire.person_of(given["person"])
