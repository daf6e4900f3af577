"""What the secretary has before the eyes when a month is billed: which view of which month, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from models.rules.lines import Anomaly, Line, Trouble

T = TypeVar("T")

OLDEST = 3660  # days before today; no commune bills further back in a chat
HOMES_A_PAGE = 40  # keys: with what is around them, under Telegram's hundred
LINES_A_PAGE = 15  # with long names still one message


class View(StrEnum):
    MONTH = "m"
    LOOK = "a"  # one kind of things to look at
    HOMES = "h"
    HOME = "o"
    INVOICE = "i"
    EXPORT = "x"  # the month as tables


class Deed(StrEnum):
    """What is shown first and kept by Valider."""

    ISSUE = "e"
    CLAIM = "q"
    CORRECT = "c"
    REFERENCE = "r"
    PAYMENT = "p"
    TAKE_BACK = "t"


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of many; `number` and `last` count from 0."""

    items: Sequence[T]
    number: int
    last: int


def page_of(items: Sequence[T], number: int, size: int) -> Page[T]:
    """The page of that number; the first or last one where there is none."""
    last = max(0, len(items) - 1) // size
    number = max(0, min(number, last))
    return Page(items[number * size : (number + 1) * size], number, last)


def month_before(day: date) -> date:
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def month_after(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def is_billable(month: date, today: date) -> bool:
    """Whether `month` is the first of a month that has begun, not too long ago."""
    return month.day == 1 and month <= today and (today - month).days <= OLDEST


def to_look_at(anomalies: Sequence[Anomaly]) -> dict[Trouble, list[Anomaly]]:
    """By kind, the worst first; that a month is running is no fault to mend."""
    kinds = {trouble: [one for one in anomalies if one.trouble is trouble] for trouble in Trouble}
    return {trouble: found for trouble, found in kinds.items() if found and trouble is not Trouble.RUNNING}


def difference(former: Sequence[Line], now: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines that go, and those that come."""
    return [line for line in former if line not in now], [line for line in now if line not in former]
