"""The bot's command menus, one per scope and language, and which of them someone sees."""

import re
from typing import Any

from bot.demo.telegram.params import Params
from bot.demo.telegram.refusals import bad_request
from bot.demo.telegram.values import JSON

MAX_COMMANDS = 100
NAME = re.compile(r"[a-z0-9_]+")
CHAT_SCOPES = {"chat": "chat_id", "chat_administrators": "chat_id", "chat_member": "chat_id"}
SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators", *CHAT_SCOPES}

Scope = tuple[str, int, int]  # type, chat, user; 0 where there is none


class Menus:
    """Menus by scope and language code ("" for everyone)."""

    def __init__(self) -> None:
        self._menus: dict[tuple[Scope, str], list[JSON]] = {}

    def put(self, scope: Scope, language: str, commands: list[JSON]) -> None:
        self._menus[scope, language] = commands

    def get(self, scope: Scope, language: str) -> list[JSON]:
        return self._menus.get((scope, language), [])

    def drop(self, scope: Scope, language: str) -> None:
        self._menus.pop((scope, language), None)

    def seen(self, chat_id: int, user_id: int, language: str, *, private: bool) -> list[JSON]:
        """What someone sees in a chat, in Telegram's order of precedence: the first menu there is, in their language
        or else for everyone (https://core.telegram.org/bots/api#botcommandscope).
        """
        everywhere: Scope = ("all_private_chats" if private else "all_group_chats", 0, 0)
        scopes: list[Scope] = [("chat", chat_id, 0), everywhere, ("default", 0, 0)]
        if not private:
            scopes.insert(0, ("chat_member", chat_id, user_id))
        menus = (self._menus.get((scope, tongue)) for scope in scopes for tongue in (language, ""))
        return next((menu for menu in menus if menu), [])


def commands(params: Params) -> list[JSON]:
    """The `commands` of a call: judged by tdlib one by one (td/telegram/BotCommand.cpp), then by the servers."""
    given = params.parsed("commands", "can't parse commands JSON object") or []
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    found = [_command(entry) for entry in given]
    if len(found) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    if not all(NAME.fullmatch(entry["command"]) for entry in found):
        raise bad_request("BOT_COMMAND_INVALID")
    return found


def _command(entry: Any) -> JSON:
    if not isinstance(entry, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if not isinstance(entry.get(name), str):
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    command, description = entry["command"].strip().removeprefix("/"), entry["description"].strip()
    for what, text, most in (("command", command, 32), ("command description", description, 256)):
        if not text:
            raise bad_request(f"{what} must be non-empty")
        if len(text) > most:
            raise bad_request(f"{what} length must not exceed {most}")
    return {"command": command, "description": description}


def language(params: Params) -> str:
    code = params.text("language_code")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code


def scope_given(params: Params) -> JSON:
    """The `scope` object of a call, `{"type": "default"}` if there is none."""
    given = params.parsed("scope", "can't parse BotCommandScope JSON object") or {"type": "default"}
    if not isinstance(given, dict):
        raise bad_request("BotCommandScope must be an Object")
    if "type" not in given:
        raise bad_request("can't parse BotCommandScope: Can't find field \"type\"")
    if given["type"] not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    return given
