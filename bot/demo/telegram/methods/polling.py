"""How updates reach the bot: fetched by long polling, or brought to a webhook."""

import asyncio
import contextlib
import re
import time
from collections.abc import Callable
from typing import Any

from bot.demo.telegram.params import Params
from bot.demo.telegram.refusals import bad_request, conflict
from bot.demo.telegram.values import JSON
from bot.demo.telegram.webhook import Webhook
from bot.demo.telegram.world import World

ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


async def get_updates(world: World, params: Params) -> list[JSON]:
    """Waits up to `timeout` seconds for something to answer with; a newer call ends it with a 409."""
    if world.webhook:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    _allow(world, params)
    at, offset = time.monotonic(), params.number("offset")
    limit, timeout = world.polls.measure(offset, params.number("limit", 100), params.number("timeout"), at=at)
    found = _found(world, offset, limit)
    return found if found or not timeout else await _wait(world, offset, limit, at + timeout)


async def _wait(world: World, offset: int, limit: int, ends: float) -> list[JSON]:
    ticket = world.polls.wait()
    while True:
        rung = world.updates.bell.count
        if (found := _found(world, offset, limit)) or (left := ends - time.monotonic()) <= 0:
            return found
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(world.updates.bell.after(rung), left)
        world.polls.check(ticket)


def _found(world: World, offset: int, limit: int) -> list[JSON]:
    found = world.updates.take(offset, limit, now=world.clock())
    world.bell.ring()
    return [update.as_json() for update in found]


async def set_webhook(world: World, params: Params) -> bool:
    """Unlike Telegram, which wants HTTPS on a few ports, takes any http:// address: this is a loopback."""
    url, secret = params.text("url").strip(), params.text("secret_token")
    if not url:
        return await delete_webhook(world, params)
    if not url.startswith(("http://", "https://")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[\w-]*", secret, re.ASCII):
        raise bad_request("secret token contains unallowed characters")
    await _stop(world, params)
    _allow(world, params)
    world.polls.end(conflict("terminated by setWebhook request"))
    world.webhook = Webhook(url, secret, max(1, min(params.number("max_connections", 40), 100)))
    world.webhook.task = asyncio.create_task(world.webhook.deliver(world))
    return True


async def delete_webhook(world: World, params: Params) -> bool:
    await _stop(world, params)
    return True


def get_webhook_info(world: World, _: Params) -> JSON:
    nowhere: JSON = {"url": "", "has_custom_certificate": False, "pending_update_count": world.updates.pending}
    return world.webhook.info(world) if world.webhook else nowhere


async def _stop(world: World, params: Params) -> None:
    webhook, world.webhook = world.webhook, None
    if webhook:
        await webhook.stop()
    if params.flag("drop_pending_updates"):
        world.updates.drop()
        world.bell.ring()


def _allow(world: World, params: Params) -> None:
    """Kinds wanted from now on; not given, those wanted before; an empty list, all but those to be asked by name."""
    allowed = params.parsed("allowed_updates", "can't parse allowed updates JSON object")
    if isinstance(allowed, list):
        world.updates.allowed = frozenset(kind for kind in allowed if isinstance(kind, str))


METHODS: dict[str, Callable[[World, Params], Any]] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
