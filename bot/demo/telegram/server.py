"""The HTTP side: `{URL}/bot{token}/{method}` and `{URL}/file/bot{token}/{path}`, with the faults asked for."""

import asyncio
import inspect
import re
import time
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.demo.telegram import params as reading
from bot.demo.telegram.faults import Fault
from bot.demo.telegram.files import MAX_UPLOAD
from bot.demo.telegram.methods import METHODS
from bot.demo.telegram.params import Params
from bot.demo.telegram.refusals import Refusal, not_found, unauthorized
from bot.demo.telegram.world import Call, World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
# What stands before the Bot API answers in its own way.
GATEWAY = {502, 503, 504}
GATEWAY_PAGE = "<html><head><title>{0} {1}</title></head><body><center><h1>{0} {1}</h1></center></body></html>"
WELL_FORMED = re.compile(r"[1-9]\d*:[\w-]+", re.ASCII)


def application(world: World) -> web.Application:
    """The Bot API of this world, to be run by aiohttp."""
    server = Server(world)
    app = web.Application(client_max_size=MAX_UPLOAD + 1024 * 1024)
    app.router.add_route("*", "/bot{token:[^/]+}/{method:[^/]+}", server.answer)
    app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", server.download)
    app.middlewares.append(server.nowhere)
    return app


class Server:
    """Turns requests into calls and outcomes into answers."""

    def __init__(self, world: World) -> None:
        self.world = world

    @web.middleware
    async def nowhere(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Says in Telegram's words what aiohttp would say in its own."""
        try:
            return await handler(request)
        except web.HTTPNotFound:
            return _response(not_found())
        except web.HTTPRequestEntityTooLarge:
            return _response(Refusal(413, "Request Entity Too Large"))

    async def answer(self, request: web.Request) -> web.Response:
        """One call, from its arrival to the moment its answer leaves, or its connection is cut."""
        try:
            given = await reading.read(request)
        except Refusal as refusal:
            return _response(refusal)
        call = Call(request.match_info["method"], given.shown(), time.monotonic())
        self.world.calls.append(call)
        fault = self.world.faults.meet(call.method, call.params) or Fault()
        await asyncio.sleep(self.world.faults.latency / 2 + fault.seconds)
        if fault.cut and not fault.after:
            return self._cut(request, call)
        response = await self._perform(request, call, given, fault)
        await asyncio.sleep(self.world.faults.latency / 2)
        return self._cut(request, call) if fault.cut else response

    async def download(self, request: web.Request) -> web.Response:
        try:
            self._check_token(request.match_info["token"])
        except Refusal as refusal:
            return _response(refusal)
        file = self.world.files.at(request.match_info["path"])
        return web.Response(body=file.content) if file else _response(not_found())

    async def _perform(self, request: web.Request, call: Call, given: Params, fault: Fault) -> web.Response:
        try:
            if fault.refusal and not fault.after:
                raise fault.refusal
            self._check_token(request.match_info["token"])
            call.result = await self._result(call, given)
            if fault.refusal:
                raise fault.refusal
        except Refusal as refusal:
            call.status, call.outcome = refusal.code, refusal.description
            return _response(refusal)
        else:
            call.status, call.outcome = 200, "ok"
            return web.json_response({"ok": True, "result": call.result})
        finally:
            self.world.bell.ring()

    async def _result(self, call: Call, given: Params) -> Any:
        method = METHODS.get(call.method.lower())
        if method is None:
            raise not_found()
        if self.world.pacing:
            self.world.pacing.check(call.method, given.number("chat_id"), time.monotonic())
        result = method(self.world, given)
        return await result if inspect.isawaitable(result) else result

    def _check_token(self, token: str) -> None:
        if not WELL_FORMED.fullmatch(token):
            raise not_found()
        if token != self.world.token:
            raise unauthorized()

    def _cut(self, request: web.Request, call: Call) -> web.Response:
        call.status, call.outcome = 0, "cut"
        self.world.bell.ring()
        if request.transport:
            request.transport.abort()
        return web.Response()


def _response(refusal: Refusal) -> web.Response:
    if refusal.code in GATEWAY:
        page = GATEWAY_PAGE.format(refusal.code, refusal.description)
        return web.Response(text=page, status=refusal.code, content_type="text/html")
    wait = (refusal.parameters or {}).get("retry_after")
    headers = {"Retry-After": str(wait)} if wait else {}
    return web.json_response(refusal.as_body(), status=refusal.code, headers=headers)
