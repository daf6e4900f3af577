"""The local Telegram in its own process: `python -m bot.demo.telegram --port 0 --token T`.

The first line of its output is its URL. It ends at once on SIGTERM, when whoever holds the other end of its standard
input closes it, or when the process that started it is gone.
"""

import argparse
import asyncio
import os
import signal
import stat
import sys

from bot.demo.telegram.clock import ShiftedClock
from bot.demo.telegram.control import Control
from bot.demo.telegram.local import TOKEN, LocalTelegram
from bot.demo.telegram.wire import instant_of

PARENT_CHECKED = 0.5  # seconds between looks at who the parent is


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.demo.telegram", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0: any free one")
    parser.add_argument("--token", default=TOKEN, help="the bot's token")
    parser.add_argument(
        "--now", type=instant_of, help="what the clock shows at the start, ISO (default: the true time)"
    )
    asyncio.run(serve(parser.parse_args()))


async def serve(options: argparse.Namespace) -> None:
    """Serves until told to stop."""
    clock = ShiftedClock(options.now) if options.now else None
    telegram = LocalTelegram(options.token, clock, port=options.port)
    telegram.app.add_routes(Control(telegram).routes())
    stop = asyncio.Event()
    _watch(stop)
    async with telegram:
        print(telegram.url, flush=True)  # noqa: T201 - what the parent reads
        await stop.wait()


def _watch(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    if _is_held(sys.stdin.fileno()):
        loop.add_reader(sys.stdin.fileno(), _listen, stop)
    _watch_parent(loop, stop, os.getppid())


def _is_held(descriptor: int) -> bool:
    """Whether somebody holds the other end: a pipe, a socket or a terminal, not /dev/null or a file."""
    mode = os.fstat(descriptor).st_mode
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or os.isatty(descriptor)


def _listen(stop: asyncio.Event) -> None:
    if not os.read(sys.stdin.fileno(), 4096):
        asyncio.get_running_loop().remove_reader(sys.stdin.fileno())
        stop.set()


def _watch_parent(loop: asyncio.AbstractEventLoop, stop: asyncio.Event, parent: int) -> None:
    if os.getppid() != parent:
        stop.set()
    loop.call_later(PARENT_CHECKED, _watch_parent, loop, stop, parent)


if __name__ == "__main__":
    main()
