"""The Bot API's methods this server knows, by name in lower case: `(world, params) → result`, a Refusal if not."""

from collections.abc import Callable
from typing import Any

from bot.demo.telegram.methods import answering, chatting, editing, polling, profile, sending
from bot.demo.telegram.params import Params
from bot.demo.telegram.world import World

Method = Callable[[World, Params], Any]

METHODS: dict[str, Method] = {
    name.lower(): method
    for module in (answering, chatting, editing, polling, profile, sending)
    for name, method in module.METHODS.items()
}
