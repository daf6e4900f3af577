"""The bot itself: its name, its command menus, its descriptions, its menu button."""

from collections.abc import Callable
from typing import Any

from bot.demo.telegram import menus
from bot.demo.telegram.menus import Scope
from bot.demo.telegram.params import Params
from bot.demo.telegram.refusals import bad_request
from bot.demo.telegram.values import JSON
from bot.demo.telegram.world import World

MAX_DESCRIPTION = 512
MAX_SHORT_DESCRIPTION = 120
ABILITIES = {
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}


def get_me(world: World, _: Params) -> JSON:
    return world.bot | ABILITIES


def set_my_commands(world: World, params: Params) -> bool:
    commands, language = menus.commands(params), menus.language(params)
    world.menus.put(_scope(world, params), language, commands)
    world.bell.ring()
    return True


def get_my_commands(world: World, params: Params) -> list[JSON]:
    return world.menus.get(_scope(world, params), menus.language(params))


def delete_my_commands(world: World, params: Params) -> bool:
    world.menus.drop(_scope(world, params), menus.language(params))
    world.bell.ring()
    return True


def _scope(world: World, params: Params) -> Scope:
    """The scope as a key; the chat it names must be known to the bot."""
    given = menus.scope_given(params)
    kind = given["type"]
    if kind not in menus.CHAT_SCOPES:
        return kind, 0, 0
    chat = world.chats.named(Params({"chat_id": str(given.get("chat_id", ""))}), writing=False)
    if kind != "chat" and chat.is_private:
        raise bad_request("can't use specified scope in private chats")
    return kind, chat.id, int(given.get("user_id", 0)) if kind == "chat_member" else 0


def _setter(name: str, most: int) -> Callable[[World, Params], bool]:
    def put(world: World, params: Params) -> bool:
        # The limit is documented; with which words Telegram refuses more is not.
        if len(params.text(name)) > most:
            raise bad_request(f"{name.upper()}_TOO_LONG")
        world.profile[f"{name}:{menus.language(params)}"] = params.text(name)
        return True

    return put


def _getter(name: str) -> Callable[[World, Params], JSON]:
    def get(world: World, params: Params) -> JSON:
        known = (world.profile.get(f"{name}:{language}") for language in (menus.language(params), ""))
        return {name: next(filter(None, known), "")}

    return get


def set_chat_menu_button(world: World, params: Params) -> bool:
    button = params.parsed("menu_button", "can't parse menu button JSON object") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in {"default", "commands", "web_app"}:
        raise bad_request("can't parse menu button: Unsupported type specified")
    if params.text("chat_id"):
        world.chats.named(params, writing=False)
    return True


METHODS: dict[str, Callable[[World, Params], Any]] = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyDescription": _setter("description", MAX_DESCRIPTION),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description", MAX_SHORT_DESCRIPTION),
    "getMyShortDescription": _getter("short_description"),
    "setChatMenuButton": set_chat_menu_button,
}
