"""What a letter's content asks of Telegram: a message, an edit, a photo, a document drawn when it leaves."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot import alarm
from bot.drawing_room import DrawingRoom
from locales.sheets.file import LARGEST, File
from locales.voice import Spoken, Voice

log = logging.getLogger("clochette")

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
REST = 60.0  # seconds without a document, after which the process that draws is let go
UPLOAD = 60.0  # seconds Telegram may take to answer a file


class Caller:
    """One call a content. `turn` waits for a place in the row, once drawing has taken a while."""

    def __init__(self, bot: Bot, turn: Callable[[], Awaitable[None]]) -> None:
        self._bot, self._turn = bot, turn
        self._room, self._drawing = DrawingRoom(), asyncio.Lock()
        self._resting: asyncio.TimerHandle | None = None

    async def call(self, chat_id: int, content: dict[str, Any] | Any) -> int | None:
        """The call a content stands for; returns the message's number where there is one."""
        if "commands" in content:
            commands = [BotCommand(name, description) for name, description in content["commands"]]
            await self._bot.set_my_commands(commands, scope=BotCommandScopeChat(chat_id))
            return None
        if content.get("leave"):
            await self._bot.leave_chat(chat_id)
            return None
        if recipe := content.get("document"):
            return await self._hand(chat_id, recipe, content)
        if "photo" in content:
            return await self._show(chat_id, content)
        if edited := content.get("edit"):
            return await self._edit(chat_id, edited, content)
        return await self._speak(chat_id, content)

    async def _speak(self, chat_id: int, content: dict[str, Any]) -> int:
        sent = await self._bot.send_message(
            chat_id,
            content["text"],
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=_keyboard(content.get("keys")),
        )
        return sent.message_id

    async def _show(self, chat_id: int, content: dict[str, Any]) -> int:
        """A photo Telegram keeps; where it no longer does, that is said."""
        keyboard, caption = _keyboard(content.get("keys")), content["caption"]
        try:
            sent = await self._bot.send_photo(
                chat_id, content["photo"], caption, parse_mode=ParseMode.HTML, reply_markup=keyboard
            )
        except BadRequest as refused:
            if is_gone(refused):
                raise
            log.warning("a photo is no longer there")
            return await self._speak(chat_id, {"text": Voice().say("photo-gone", caption=Spoken(caption))})
        return sent.message_id

    async def _hand(self, chat_id: int, recipe: dict[str, Any], content: dict[str, Any]) -> int:
        """Draw a document and send it; where that cannot be done it is a bug, and the person is told."""
        try:
            file = await self._draw(recipe)
        except Exception as bug:  # noqa: BLE001 - whatever it is, drawing it again will not mend it
            return await self._speak(chat_id, {"text": Voice().say("not-drawn", reference=alarm.report(bug))})
        await self._turn()  # drawing took a while: it leaves in a place of its own, not on top of another's
        try:
            return await self._send_file(chat_id, file, content)
        except BadRequest as refused:
            if is_gone(refused):
                raise
            return await self._speak(chat_id, {"text": Voice().say("not-drawn", reference=alarm.report(refused))})

    async def _draw(self, recipe: dict[str, Any]) -> File:
        """One at a time, in a process of its own that is let go after a while without any: bookings go on meanwhile."""
        async with self._drawing:
            if self._resting:
                self._resting.cancel()
            try:
                file = await asyncio.to_thread(self._room.draw, recipe)
            finally:
                self._resting = asyncio.get_running_loop().call_later(REST, self._room.close)
        assert 0 < len(file.content) <= LARGEST[file.is_photo], len(file.content)
        return file

    def close(self) -> None:
        """Let nothing be drawn any more."""
        if self._resting:
            self._resting.cancel()
        self._room.close()

    async def _send_file(self, chat_id: int, file: File, content: dict[str, Any]) -> int:
        more = {"caption": content["caption"], "parse_mode": ParseMode.HTML, "filename": file.name}
        send = self._bot.send_photo if file.is_photo else self._bot.send_document
        sent = await send(
            chat_id, file.content, reply_markup=_keyboard(content.get("keys")), read_timeout=UPLOAD, **more
        )
        return sent.message_id

    async def _edit(self, chat_id: int, message_id: int, content: dict[str, Any]) -> int:
        """Take a message's place; where it can no longer be edited, a new one says it."""
        try:
            await self._bot.edit_message_text(
                content["text"],
                chat_id=chat_id,
                message_id=message_id,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=_keyboard(content.get("keys")),
            )
        except BadRequest as refused:
            if "not modified" not in refused.message:
                return await self._speak(chat_id, content)
        return message_id

    async def acknowledge(self, callback: str, toast: str | None) -> None:
        """Stop the tapped button's wheel, with a word or none; too late for it is no harm."""
        try:
            await self._bot.answer_callback_query(callback, toast, show_alert=bool(toast))
        except TelegramError as late:
            log.debug("tap not acknowledged: %s", type(late).__name__)


def is_gone(refused: TelegramError) -> bool:
    """Whether the chat is no more, which is nobody's bug."""
    return "chat not found" in refused.message.lower()


def _keyboard(rows: Iterable[Iterable[dict[str, str]]] | None) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup([[_key(key) for key in row] for row in rows])


def _key(key: dict[str, str]) -> InlineKeyboardButton:
    """A key that comes back with its data, or copies a text, or opens a page."""
    copied = CopyTextButton(key["copy"]) if "copy" in key else None
    return InlineKeyboardButton(
        key["text"], callback_data=key.get("data"), url=key.get("url"), copy_text=copied, style=key.get("style")
    )
