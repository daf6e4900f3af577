"""What hours mean as they are written: « 18h35 », « 19:05 », « 30 min »."""

import re
from datetime import time, timedelta

_FIGURES = re.compile(r"\d+")
_BETWEEN = re.compile(r"\d\s?(?:[-–]|à|a|et)\s?\d")
_MINUTES = re.compile(r"\dm|\d\sm")


def hour_of(written: str) -> time | timedelta | None:
    """An hour of the day, or so many minutes; None for "16-18h", and for an hour no clock has."""
    if _BETWEEN.search(written):
        return None
    hour, minute = map(int, [*_FIGURES.findall(written), "0"][:2])
    if _MINUTES.search(written):
        return timedelta(minutes=hour)
    return time(hour, minute) if hour < 24 and minute < 60 else None
