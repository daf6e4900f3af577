"""A Telegram of one's own: the Bot API on loopback, as strict as the real one, and people to speak to its bot."""

from bot.demo.telegram.local import TOKEN, LocalTelegram
from bot.demo.telegram.taps import Tap, Toast
from bot.demo.telegram.values import Button, Message, Person
from bot.demo.telegram.world import Call

__all__ = ["TOKEN", "Button", "Call", "LocalTelegram", "Message", "Person", "Tap", "Toast"]
