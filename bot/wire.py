"""Telegram over aiohttp, at python-telegram-bot's own extension point: a third of its default's CPU."""

from collections.abc import Mapping
from typing import Any

import aiohttp
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

CONNECTIONS = 64
PATIENCE = 10.0  # seconds, where a call says nothing else


class AiohttpRequest(BaseRequest):
    """A pool of connections to the Bot API."""

    def __init__(self, connections: int = CONNECTIONS) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return PATIENCE

    async def initialize(self) -> None:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        if self._session:
            await self._session.close()
            self._session = None

    async def ask(self, url: str, parameters: Mapping[str, object], seconds: float) -> Any:
        """What Telegram answers to a call, as it writes it; raises as the library's own calls do."""
        data = RequestData([RequestParameter.from_input(name, value) for name, value in parameters.items()])
        return await self.post(url, data, read_timeout=seconds)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - aiohttp has no such bound
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the pool queues
    ) -> tuple[int, bytes]:
        """Send one request; raises TimedOut or NetworkError, without the URL, which holds the token."""
        assert self._session, "initialize() first"
        timeout = aiohttp.ClientTimeout(sock_connect=_seconds(connect_timeout), sock_read=_seconds(read_timeout))
        try:
            async with self._session.request(method, url, data=_body(request_data), timeout=timeout) as response:
                return response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None


def _seconds(given: ODVInput[float]) -> float | None:
    return given if isinstance(given, int | float) or given is None else PATIENCE


def _body(data: RequestData | None) -> Mapping[str, Any] | aiohttp.FormData | None:
    """Parameters as a form; with files, in several parts, their names as they are: Telegram undoes no %C3%A9."""
    if data is None:
        return None
    if not data.contains_files:
        return data.json_parameters
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    for name, (filename, content, kind) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
