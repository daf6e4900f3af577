"""A document drawn: its name, its bytes, and how it is sent."""

import re
from dataclasses import dataclass, field

from models.files.text import fold

MEGABYTE = 1024 * 1024
LARGEST = {True: 10 * MEGABYTE, False: 50 * MEGABYTE}  # a photo, any other file (core.telegram.org/bots/api)


@dataclass(frozen=True, slots=True)
class File:
    """`is_photo`: shown in the chat; any other file is shown by its name."""

    name: str
    content: bytes = field(repr=False)
    is_photo: bool = False


def file_name(*words: str, extension: str) -> str:
    """Lea-decembre-2026.pdf, in small letters: plain signs that every phone and every server keeps as they are."""
    plain = re.findall(r"[a-z0-9]+", fold(" ".join(words)))
    return f"{'-'.join(plain) or 'planning'}.{extension}"
