"""Chats and files looked up, groups left."""

from collections.abc import Callable
from typing import Any

from bot.demo.telegram import files
from bot.demo.telegram.params import Params
from bot.demo.telegram.refusals import bad_request
from bot.demo.telegram.values import JSON
from bot.demo.telegram.world import World

# What the Bot API always tells of a chat besides its name.
FULL: JSON = {
    "accent_color_id": 0,
    "max_reaction_count": 11,
    "accepted_gift_types": {
        "unlimited_gifts": True,
        "limited_gifts": True,
        "unique_gifts": True,
        "premium_subscription": True,
        "gifts_from_channels": True,
    },
}


def get_chat(world: World, params: Params) -> JSON:
    return world.chats.named(params, writing=False).as_json | FULL


def leave_chat(world: World, params: Params) -> bool:
    chat = world.chats.named(params, writing=False)
    if chat.is_private:
        raise bad_request("chat can't be left")
    chat.standing = "left"
    world.bell.ring()
    return True


def get_file(world: World, params: Params) -> JSON:
    file = world.files.by_id(params.text("file_id"))
    if len(file.content) > files.MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return file.as_json() | {"file_path": file.path}


METHODS: dict[str, Callable[[World, Params], Any]] = {"getChat": get_chat, "leaveChat": leave_chat, "getFile": get_file}
