"""Files from the mairie: fetched from Telegram and opened before the page runs, outside the clerk's thread."""

import asyncio
import logging
from dataclasses import replace

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.clerk import Clerk
from bot.waiting import backoff
from handlers import door
from handlers.door import Incoming
from models.files import sheets
from models.refusals import FileNotReceived, FileTooLarge, Refusal

log = logging.getLogger("clochette")

TRIES = 3  # at fetching; a page then says that it could not be


class Fetching:
    """Fetches what a page may read, one file at a time: 20 MB of somebody's are enough in memory."""

    def __init__(self, bot: Bot, clerk: Clerk) -> None:
        self._bot, self._clerk = bot, clerk
        self._one = asyncio.Lock()

    async def complete(self, incoming: Incoming) -> Incoming:
        """`incoming` with its file's rows, or why it has none; as it is where nobody is to read it."""
        upload = incoming.upload
        if upload is None or not upload.may_be_read:
            return incoming
        if not await self._clerk.run(lambda session: door.reads_files_of(session, incoming.telegram_id)):
            return incoming
        async with self._one:
            return replace(incoming, upload=replace(upload, opened=await self._open(upload.file_id)))

    async def _open(self, file_id: str) -> sheets.Rows | Refusal:
        try:
            return await asyncio.to_thread(sheets.open_rows, await self._fetch(file_id))
        except Refusal as why:
            return why

    async def _fetch(self, file_id: str) -> bytes:
        """Its bytes; raises a Refusal where Telegram does not give them."""
        for attempt in range(TRIES):
            try:
                return bytes(await (await self._bot.get_file(file_id)).download_as_bytearray())
            except BadRequest as refused:
                raise FileTooLarge(sheets.LARGEST) if "too big" in refused.message else FileNotReceived() from None
            except TelegramError as trouble:
                log.warning("a file cannot be fetched (%s)", type(trouble).__name__)
                await asyncio.sleep(backoff(attempt))
        raise FileNotReceived
