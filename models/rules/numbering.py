"""The number of an invoice as people write it: the year it was issued in, and its place in that year, without gaps."""

import re


def invoice_number(year: int | None, number: int | None) -> str:
    """2026-0042; "" for what is not claimed."""
    return "" if year is None or number is None else f"{year}-{number:04}"


def read_number(text: str) -> tuple[int, int] | None:
    """(2026, 42) for « 2026-0042 », "2026 42" or "2026/42"; None for anything else."""
    found = re.fullmatch(r"([0-9]{4})[-/ ]([0-9]{1,6})", text.strip())
    return (int(found[1]), int(found[2])) if found else None


def as_printed(text: str) -> tuple[int, int] | None:
    """The same for a number written whole, as it is printed: « 2026-0042 »."""
    return read_number(text) if re.fullmatch(r"\s*20[0-9]{2}[-/ ][0-9]{4,6}\s*", text) else None
