"""Bugs: logged without personal data, given a reference the person can quote."""

import logging
import secrets
import traceback

log = logging.getLogger("clochette")


def report(error: BaseException) -> str:
    """Log where `error` happened and its type, never its message, which may carry names; returns its reference."""
    reference = secrets.token_hex(3).upper()
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames[-8:]))
    log.error("bug %s: %s at %s", reference, type(error).__name__, where)
    return reference
