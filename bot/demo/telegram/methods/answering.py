"""Answers to taps."""

from bot.demo.telegram import utf16
from bot.demo.telegram.params import Params
from bot.demo.telegram.refusals import bad_request
from bot.demo.telegram.taps import Toast
from bot.demo.telegram.world import World

MAX_TOAST = 200


def answer_callback_query(world: World, params: Params) -> bool:
    toast = Toast(params.text("text"), params.flag("show_alert"), params.text("url") or None)
    if utf16.length(toast.text) > MAX_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    if toast.url:
        raise bad_request("URL_INVALID")  # only games and t.me links of the bot may be opened
    tap = world.taps.answer(params.text("callback_query_id"), toast, now=world.clock())
    if chat := world.chats.find(tap.user_id):
        world.touch(chat)
    return True


METHODS = {"answerCallbackQuery": answer_callback_query}
