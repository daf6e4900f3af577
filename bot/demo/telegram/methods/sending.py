"""Messages of the bot: texts, documents, photos, and the sign that it is typing."""

from typing import Any

from bot.demo.telegram import files, images, keyboards, text
from bot.demo.telegram.chats import Chat
from bot.demo.telegram.files import File
from bot.demo.telegram.methods.sight import link_preview
from bot.demo.telegram.params import Params, Upload
from bot.demo.telegram.refusals import Refusal, bad_request
from bot.demo.telegram.values import JSON
from bot.demo.telegram.world import World

ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"),
    *("choose_sticker", "find_location", "record_video_note", "upload_video_note", "record_audio", "upload_audio"),
}


def send_message(world: World, params: Params) -> JSON:
    formatted = text.message_text(params)
    markup, reply = keyboards.read(params), _reply_wanted(params)
    chat = world.chats.named(params)
    body = formatted.as_fields() | _reply(chat, reply) | link_preview(params, formatted)
    chat.check_welcome()
    formatted.check_length()
    return _send(world, chat, body, markup)


def send_document(world: World, params: Params) -> JSON:
    file, name, kind = _file(world, params, "document")
    document = {"file_name": name, "mime_type": kind, **file.as_json()} if name else file.as_json()
    return _send_file(world, params, file, {"document": document})


def send_photo(world: World, params: Params) -> JSON:
    file, _, _ = _file(world, params, "photo")
    if len(file.content) > files.MAX_PHOTO:
        size = f"file of size {len(file.content)} bytes is too big for a photo"
        raise bad_request(f"{size}; the maximum size is {files.MAX_PHOTO} bytes")
    wide, high = images.measure(file.content)
    # Telegram would keep it as JPEG, in several sizes; here the bytes stay as they came, for a test to look at.
    return _send_file(world, params, file, {"photo": [{**file.as_json(), "width": wide, "height": high}]})


def send_chat_action(world: World, params: Params) -> bool:
    if params.text("action").lower() not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.chats.named(params).check_welcome()
    return True


def _send_file(world: World, params: Params, file: File, body: JSON) -> JSON:
    caption = text.caption(params)
    markup, reply = keyboards.read(params), _reply_wanted(params)
    chat = world.chats.named(params)
    body = body | caption.as_fields(caption=True) | _reply(chat, reply)
    chat.check_welcome()
    caption.check_length(caption=True)
    return _send(world, chat, body, markup, file=file.content)


def _send(world: World, chat: Chat, body: JSON, markup: JSON | None, **more: Any) -> JSON:
    keyboards.check(markup)
    message = world.add(chat, world.bot, body, markup=markup, **more)
    if markup and "inline_keyboard" not in markup:
        chat.keyboard = markup if "keyboard" in markup else None
    return world.show(message)


def _reply_wanted(params: Params) -> JSON:
    """The `reply_parameters` of a call, or what the older parameters say; empty if it is no reply."""
    wanted = params.parsed("reply_parameters", "can't parse reply parameters JSON object")
    if wanted is None:
        lenient = params.flag("allow_sending_without_reply")
        return {"message_id": params.number("reply_to_message_id"), "allow_sending_without_reply": lenient}
    if not isinstance(wanted, dict):
        raise bad_request("object expected as reply parameters")
    if "message_id" not in wanted:
        raise bad_request('can\'t find field "message_id"')
    return wanted


def _reply(chat: Chat, wanted: JSON) -> JSON:
    message = chat.messages.get(wanted["message_id"])
    if message and not message.deleted:
        return {"reply_to": message.message_id}
    if wanted["message_id"] > 0 and not wanted.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return {}


def _file(world: World, params: Params, name: str) -> tuple[File, str, str]:
    """The file a call brings or names, with its name and type if it brings it."""
    given = params.text(name)
    upload = params.uploads.get(given.removeprefix("attach://") or name)
    if upload:
        _check(upload)
        return world.files.add(f"{name}s", upload.filename, upload.content), upload.filename, upload.content_type
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    if not given:
        raise bad_request(f"there is no {name} in the request")
    return world.files.by_id(given), "", ""


def _check(upload: Upload) -> None:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > files.MAX_UPLOAD:
        raise Refusal(413, "Request Entity Too Large")


METHODS = {
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendPhoto": send_photo,
    "sendChatAction": send_chat_action,
}
