"""What runs in the process that draws: a recipe a line comes in, a file goes out, until nobody asks any more."""

import json
import os
import signal
import sys
from contextlib import suppress
from typing import Any, BinaryIO

from bot import alarm
from locales.sheets.drawing import draw

AFTER_BOOKINGS = 5  # how much it gives way to them (nice)


def serve(asked: BinaryIO, told: BinaryIO) -> None:
    """Answer each recipe of `asked`: a line of JSON says what follows it, or why nothing does."""
    for recipe in asked:
        head, content = answer(json.loads(recipe))
        told.write(json.dumps({**head, "size": len(content)}).encode() + b"\n" + content)
        told.flush()


def answer(recipe: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    try:
        file = draw(recipe["drawing"], recipe["facts"])
    except BaseException as bug:  # noqa: BLE001 - a library's panic is no Exception; whatever it is, the bot says it
        return {"bug": type(bug).__name__, "where": alarm.place(bug)}, b""
    return {"name": file.name, "is_photo": file.is_photo}, file.content


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it ends with the bot, which lets it finish
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError, AttributeError):
        os.nice(AFTER_BOOKINGS)
    serve(sys.stdin.buffer, sys.stdout.buffer)
