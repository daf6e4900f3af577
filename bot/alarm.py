"""Bugs: logged without personal data, given a reference the person can quote."""

import logging
import secrets
import traceback

from bot.drawing_room import DrawingError

log = logging.getLogger("clochette")


def report(error: BaseException) -> str:
    """Log where `error` happened and its type, never its message, which may carry names; returns its reference."""
    reference = secrets.token_hex(3).upper()
    drawing = error if isinstance(error, DrawingError) else None  # it happened in another process
    name, where = (drawing.bug, drawing.where) if drawing else (type(error).__name__, place(error))
    log.error("bug %s: %s at %s", reference, name, where)
    return reference


def place(error: BaseException) -> str:
    """Where `error` happened, by files and lines; its innermost frame first."""
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames[-8:]))
