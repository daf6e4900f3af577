"""Keyboards as callers send them: what the Bot API reads, what it silently drops, what it and the servers refuse.

From `Client::get_reply_markup` (tdlib/telegram-bot-api) and td/telegram/ReplyMarkup.cpp.
"""

from typing import Any

from bot.demo.telegram import links, utf16
from bot.demo.telegram.params import Params
from bot.demo.telegram.refusals import Refusal, bad_request
from bot.demo.telegram.values import JSON

MAX_ROW = 12  # tdlib drops what comes after, without a word; that apps show at most 8 is not a refusal
MAX_KEPT = 300
MAX_INLINE = 100  # buttons in all, by the servers; they also limit the bytes in all, by how many is not known
MAX_DATA = 64  # bytes
MAX_COPY = 256
# The first two look like no style at all; undocumented, accepted all the same.
STYLES = {"", "default", "primary", "success", "danger"}
FLAGS = ("resize_keyboard", "one_time_keyboard", "is_persistent", "selective", "remove_keyboard", "force_reply")
INLINE = "can't parse inline keyboard button: "


def read(params: Params) -> JSON | None:
    """The `reply_markup` of a call as it will be kept, or None."""
    given = params.parsed("reply_markup", "can't parse reply keyboard markup JSON object")
    if given is None:
        return None
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    for name in FLAGS:
        _check_type(given, name, bool, "Boolean")
    rows, inline = _rows(given, "keyboard", _key), _rows(given, "inline_keyboard", _inline_key)
    if rows:
        return {name: value for name, value in given.items() if name != "inline_keyboard"} | {"keyboard": rows}
    if inline:
        return {"inline_keyboard": inline}
    kept = next((name for name in ("remove_keyboard", "force_reply") if given.get(name)), None)
    return {name: value for name, value in given.items() if "keyboard" not in name or name == kept} if kept else None


def read_inline(params: Params) -> JSON | None:
    """The same for an edit, where only an inline keyboard may come."""
    markup = read(params)
    if markup and "inline_keyboard" not in markup:
        raise bad_request("Inline keyboard expected")
    return markup


def check(markup: JSON | None) -> None:
    """What Telegram's servers refuse, once the chat is known."""
    buttons = [button for row in (markup or {}).get("inline_keyboard", []) for button in row]
    if len(buttons) > MAX_INLINE:
        raise bad_request("reply markup is too long")
    for button in buttons:
        if len(button.get("callback_data", "").encode()) > MAX_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
        if "copy_text" in button and not 1 <= utf16.length(button["copy_text"]["text"]) <= MAX_COPY:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
        if "pay" in button or "callback_game" in button:
            raise bad_request("BUTTON_TYPE_INVALID")


def _rows(markup: JSON, name: str, read_button: Any) -> list[list[JSON]]:
    rows = markup.get(name, [])
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" must be of type Array')
    kept: list[list[JSON]] = []
    for row in rows:
        if not isinstance(row, list):
            of = " of the InlineKeyboardMarkup" if name == "inline_keyboard" else ""
            raise bad_request(f'field "{name}"{of} must be an Array of Arrays')
        left = MAX_KEPT - sum(map(len, kept))
        # A button without text is dropped; its action is judged all the same.
        buttons = [button for button in map(read_button, row) if button["text"]]
        kept.append(buttons[: min(MAX_ROW, left)])
    return [row for row in kept if row]


def _key(button: Any) -> JSON:
    """A key of a keyboard shown instead of the person's own; text alone may stand for it."""
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request("can't parse keyboard button: Can't find field \"text\"")
    if web_app := button.get("web_app"):
        links.checked(web_app["url"], "Keyboard button Web App", https_only=True)
    return button


def _inline_key(button: Any) -> JSON:
    """A key of an inline keyboard with the one action it keeps: of several, the first in this order."""
    if not isinstance(button, dict):
        raise bad_request(f"{INLINE}InlineKeyboardButton must be an Object")
    for name in ("text", "url", "callback_data", "style", "icon_custom_emoji_id"):
        _check_type(button, name, str, "String", INLINE)
    if "text" not in button:
        raise bad_request(f'{INLINE}Can\'t find field "text"')
    if button.get("style", "primary") not in STYLES:
        raise bad_request("invalid button style specified")
    looks = {name: button[name] for name in ("text", "style", "icon_custom_emoji_id") if name in button}
    return looks | _action(button)


def _action(button: JSON) -> JSON:
    if button.get("url"):
        return {"url": links.checked(button["url"], "Inline keyboard button")}
    if button.get("callback_data"):
        return {"callback_data": button["callback_data"]}
    names = ("callback_game", "pay", "switch_inline_query", "switch_inline_query_chosen_chat")
    for name in (*names, "switch_inline_query_current_chat", "login_url", "web_app", "copy_text"):
        if name in button:
            _check_action(name, button[name])
            return {name: button[name]}
    raise bad_request(f"{INLINE}Text buttons are unallowed in the inline keyboard")


def _check_action(name: str, action: Any) -> None:
    if name in {"web_app", "login_url"}:
        what = "Inline keyboard button Web App" if name == "web_app" else "Inline keyboard button login"
        links.checked(action["url"], what, https_only=True)
    if name == "copy_text" and not isinstance(action, dict):
        raise _wrong_type("copy_text", "Object", INLINE)


def _check_type(fields: JSON, name: str, kind: type, called: str, prefix: str = "") -> None:
    if not isinstance(fields.get(name, kind()), kind):
        raise _wrong_type(name, called, prefix)


def _wrong_type(name: str, called: str, prefix: str = "") -> Refusal:
    return bad_request(f'{prefix}{"Field" if prefix else "field"} "{name}" must be of type {called}')
