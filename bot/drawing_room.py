"""Documents are drawn in a process of its own: its memory goes when it rests, its end is not the bot's."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from threading import Timer
from typing import Any

from locales.sheets.file import File

LIMIT = 60.0  # seconds a document may take; the longest known takes one
KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT", "TZ")  # of the environment: no token, no password


class DrawingError(Exception):
    """A document could not be drawn: `bug` is what happened, and `where`, without what it was about."""

    def __init__(self, bug: str, where: str) -> None:
        super().__init__(bug)
        self.bug, self.where = bug, where


class DrawingRoom:
    """One document at a time; the process is begun by the first one, and again after it ended."""

    def __init__(self, limit: float = LIMIT) -> None:
        self._limit = limit
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def is_open(self) -> bool:
        return self._process is not None

    def draw(self, recipe: Mapping[str, Any]) -> File:
        """The file of a recipe, waited for; raises DrawingError."""
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = _begin()
        process = self._process
        watch = Timer(self._limit, process.kill)
        watch.start()
        try:
            return _ask(process, recipe)
        except (OSError, ValueError) as end:  # its pipes are broken, or what it says ends in the middle
            self.close()
            raise DrawingError(type(end).__name__, "drawing_room") from None
        finally:
            watch.cancel()

    def close(self) -> None:
        """End the process; the next document begins another."""
        process, self._process = self._process, None
        if process:
            process.kill()
            with suppress(BrokenPipeError), process:  # its pipes are closed, it is waited for
                pass


def _begin() -> "subprocess.Popen[bytes]":
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    command = [sys.executable, "-m", "bot.draughtsman"]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL  # what a library says of a bug may carry names
    return subprocess.Popen(  # noqa: S603 - our own module, in our own interpreter
        command, stdin=pipe, stdout=pipe, stderr=nowhere, env=environment
    )


def _ask(process: "subprocess.Popen[bytes]", recipe: Mapping[str, Any]) -> File:
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps(recipe).encode() + b"\n")
    process.stdin.flush()
    head = json.loads(process.stdout.readline())
    content = process.stdout.read(head["size"])
    if "bug" in head:
        raise DrawingError(head["bug"], head["where"])
    if len(content) < head["size"]:
        raise ValueError
    return File(head["name"], content, head["is_photo"])
