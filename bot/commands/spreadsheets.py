"""A spreadsheet named on the command line, read as far as its headings and rows."""

from collections.abc import Collection
from pathlib import Path

from models.files.sheets import LARGEST, Sheet, read
from models.files.text import MEGABYTE
from models.refusals import FileUnreadable


def sheet_of(file: Path, known: Collection[str], required: Collection[str]) -> Sheet:
    """The sheet in `file`; raises FileUnreadable, or one of the refusals of files."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST * MEGABYTE + 1)
    except OSError as wrong:
        from bot.storage import problem_of

        raise FileUnreadable(str(file), problem_of(wrong)) from wrong
    return read(content, known=known, required=required)
