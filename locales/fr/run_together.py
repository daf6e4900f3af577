"""Dates run together (20261203, 03122026): the one explicit form the grammar leaves to dateparser.

dateparser is told the two forms and nothing else: left to itself it reads 20261203 as the year 6120.
"""

import re
from datetime import datetime

EIGHT_DIGITS = re.compile(r"(?<!\d)\d{8}(?!\d)")
FORMS = ["%Y%m%d", "%d%m%Y"]
CENTURY = range(2000, 2100)


def part(text: str) -> str:
    """`text` with such dates written 2026-12-03; eight digits that are no date of this century stay as they are."""
    return EIGHT_DIGITS.sub(_parted, text) if EIGHT_DIGITS.search(text) else text


def _parted(digits: "re.Match[str]") -> str:
    found = _read(digits[0])
    return found.strftime("%Y-%m-%d") if found and found.year in CENTURY else digits[0]


def _read(digits: str) -> datetime | None:
    import dateparser  # few sentences need it

    return dateparser.parse(
        digits,
        date_formats=FORMS,
        languages=["fr"],
        settings={"PARSERS": ["custom-formats"], "DATE_ORDER": "DMY", "STRICT_PARSING": True},
    )
