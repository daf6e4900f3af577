"""A reading told in a line, so that a table of sentences shows what each of them does.

"+Léa 1" books the canteen of the 1st for Léa, "-soir Tom 30" cancels an evening, "-tout Tom 30" all that is booked;
what is only shown is named: "menu 3". Of a question, all that it offers is told, between bars.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from locales.fr import grammar
from locales.requests import ACTING, Intent, Reading, Request
from models.rules.calendar import published

CALENDAR = published("B", frozenset({1, 2, 4, 5}))
CHILDREN = ("Léa", "Tom")
NOW = datetime(2026, 11, 26, 10, 0)  # a Thursday
SIGNS = {Intent.BOOK: "+", Intent.CANCEL: "-"}
WORDS = {"cantine": "", "garderie_matin": "matin ", "garderie_soir": "soir ", "": "tout "}

# A sentence, how it is taken ("shown or asked" where either will do), and in short what it comes to; None where that is
# not the point.
Row = tuple[str, str, str | None]
Act = tuple[Intent, str, date]


def read(text: str, children: Sequence[str] = CHILDREN) -> Reading:
    return grammar.read(text, now=NOW, calendar=CALENDAR, children=children)


def acts(requests: Iterable[Request], children: Sequence[str] = CHILDREN) -> set[Act]:
    """What `requests` book and cancel, child by child and day by day."""
    acting = [each for each in requests if each.intent in ACTING]
    return {(each.intent, child, day) for each in acting for child in each.who or children for day in each.days}


def in_short(requests: Iterable[Request], children: Sequence[str] = CHILDREN) -> str:
    shown: list[str] = []
    done: dict[tuple[str, str], set[date]] = {}
    for request in requests:
        if request.intent in ACTING:
            for service in request.services or ("",):
                for child in request.who or children:
                    done.setdefault((SIGNS[request.intent] + WORDS[service], child), set()).update(request.days)
        elif request.intent is not Intent.UNKNOWN:
            shown.append(" ".join([request.intent.value, *request.who, *_numbers(request.days)]))
    together: dict[tuple[str, str], list[str]] = {}
    for (wanted, child), days in done.items():
        together.setdefault((wanted, " ".join(_numbers(days))), []).append(child)
    told = [wanted + " ".join([*sorted(who), days]).strip() for (wanted, days), who in together.items()]
    return "; ".join(sorted(shown) + sorted(told))


def _numbers(days: Iterable[date]) -> list[str]:
    return [str(day.day) for day in sorted(days)]


def check(row: Row, children: Sequence[str] = CHILDREN) -> None:
    """The sentence of `row` is taken as it says."""
    text, how, short = row
    reading = read(text, children)
    offered = [choice.requests for choice in reading.ask.choices] if reading.ask else [reading.requests]
    assert reading.how(children).value in how.split(" or ")
    assert short is None or " | ".join(in_short(each, children) for each in offered) == short
