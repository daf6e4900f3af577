"""Lines from whoever sits at the terminal, or from a pipe, without stopping the event loop."""

import asyncio
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, Self


class Keyboard:
    """`async with Keyboard() as keyboard:` reads lines; the terminal is left afterwards as it was found."""

    def __init__(self) -> None:
        self.interactive = sys.stdin.isatty() and sys.stdout.isatty()
        self._settings: list[Any] = []

    async def __aenter__(self) -> Self:
        if self.interactive:
            import termios

            with suppress(ImportError):
                import readline  # noqa: F401 - gives input() its arrows and its history
            self._settings = termios.tcgetattr(sys.stdin.fileno())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._settings:
            import termios

            termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, self._settings)

    async def line(self, prompt: str) -> str | None:
        """The next line, without its end; None where there is no more. `prompt` is shown to a person only.

        Read in a thread of its own that nobody waits for when the demonstration ends first.
        """
        loop = asyncio.get_running_loop()
        read: asyncio.Future[str | None] = loop.create_future()
        ask = (lambda: _typed(prompt)) if self.interactive else _piped
        threading.Thread(target=_deliver, args=(ask, read, loop), daemon=True).start()
        return await read


def _deliver(
    ask: Callable[[], str | None], read: "asyncio.Future[str | None]", loop: asyncio.AbstractEventLoop
) -> None:
    line = ask()
    with suppress(RuntimeError):  # the loop is closed: nobody wants the line any more
        loop.call_soon_threadsafe(_settle, read, line)


def _settle(read: "asyncio.Future[str | None]", line: str | None) -> None:
    if not read.done():
        read.set_result(line)


def _typed(prompt: str) -> str | None:
    try:
        return input(prompt)
    except EOFError:
        return None


def _piped() -> str | None:
    """Unbuffered: a thread that is left reading must hold no lock when Python ends."""
    with open(0, "rb", buffering=0, closefd=False) as stdin:
        line = stdin.readline()
    return line.decode("utf-8", "replace").rstrip("\r\n") if line else None
