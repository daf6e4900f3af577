"""Changing and deleting what was sent."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from bot.demo.telegram import keyboards, text
from bot.demo.telegram.methods.sight import link_preview
from bot.demo.telegram.params import Params
from bot.demo.telegram.refusals import bad_request
from bot.demo.telegram.values import JSON, Message
from bot.demo.telegram.world import World

CONTENT = ("text", "entities", "link_preview_options", "caption", "caption_entities")
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


def edit_message_text(world: World, params: Params) -> JSON:
    formatted, markup = text.message_text(params), keyboards.read_inline(params)
    message = _editable(world, params)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    formatted.check_length()
    return _edit(world, message, formatted.as_fields() | link_preview(params, formatted), markup)


def edit_message_caption(world: World, params: Params) -> JSON:
    caption, markup = text.caption(params), keyboards.read_inline(params)
    message = _editable(world, params)
    if "text" in message.body:
        raise bad_request("there is no caption in the message to edit")
    caption.check_length(caption=True)
    return _edit(world, message, caption.as_fields(caption=True), markup)


def edit_message_reply_markup(world: World, params: Params) -> JSON:
    markup = keyboards.read_inline(params)
    message = _editable(world, params)
    return _edit(world, message, {name: message.body[name] for name in CONTENT if name in message.body}, markup)


def delete_message(world: World, params: Params) -> bool:
    message = _found(world, params, "message to delete")
    if not message.from_bot and not world.chat_of(message).is_private:
        raise bad_request("message can't be deleted")  # the bot is no administrator of groups here
    if world.clock() - message.date > timedelta(hours=48):
        raise bad_request("message can't be deleted for everyone")
    world.change(message, deleted=True)
    return True


def _found(world: World, params: Params, what: str) -> Message:
    if not params.text("chat_id") and not params.number("message_id"):
        raise bad_request("message identifier is not specified")
    message = world.chats.named(params).messages.get(params.number("message_id"))
    if message is None or message.deleted:
        raise bad_request(f"{what} not found")
    return message


def _editable(world: World, params: Params) -> Message:
    """The bot's own message; one that brought a keyboard other than inline, or took one away, cannot be edited."""
    message = _found(world, params, "message to edit")
    if not message.from_bot or (message.markup and not message.rows):
        raise bad_request("message can't be edited")
    return message


def _edit(world: World, message: Message, content: JSON, markup: JSON | None) -> JSON:
    """Without `markup`, the keyboard goes away, whatever is edited."""
    keyboards.check(markup)
    kept = {name: value for name, value in message.body.items() if name not in CONTENT}
    if kept | content == message.body and markup == message.markup:
        raise bad_request(NOT_MODIFIED)
    return world.show(world.change(message, body=kept | content, markup=markup, edited=world.now()))


METHODS: dict[str, Callable[[World, Params], Any]] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
}
