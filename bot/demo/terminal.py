"""The demonstration: whoever sits here chats with the real bot as a parent, an agent or the secretary."""

import asyncio
import os
import signal
import sys

from bot.demo.keyboard import Keyboard
from bot.demo.stage import DiedError, SilentError, Stage

INTERRUPTED = 130


def main() -> None:
    """Play until the person or the pipe has nothing more to say; exits with 0, or with 1 where something broke."""
    sys.exit(asyncio.run(_until_interrupted()))


async def _until_interrupted() -> int:
    """Ctrl-C ends it as « quitter » does; of a pipe's sentences, some may then not have been played."""
    keyboard = Keyboard()
    playing = asyncio.ensure_future(_play(keyboard))
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, playing.cancel)
    try:
        return await playing
    except asyncio.CancelledError:
        sys.stdout.write("\n")
        return 0 if keyboard.interactive else INTERRUPTED


async def _play(keyboard: Keyboard) -> int:
    async with keyboard, Stage(os.environ) as stage:
        from bot.demo.conversation import Conversation  # read while the processes start

        conversation = Conversation(stage, keyboard)
        try:
            conversation.introduce()
            await stage.ready()
            await conversation.go_on()
        except DiedError as died:
            conversation.report("demo-died", died.log, who=died.name)
        except SilentError as silent:
            conversation.report("demo-silence", seconds=int(silent.seconds))
        else:
            return 0
    return 1
