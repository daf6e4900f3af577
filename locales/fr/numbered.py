"""Lists whose lines are numbered, « 1. Léa lundi ⏎ 2. Tom jeudi »: their numbers are no days."""

import re

_NUMBER = re.compile(r"^[ \t]*(\d{1,2}) ?(?:[.)/:°]|-(?= ))(?![\d/])", re.MULTILINE)


def unnumbered(text: str) -> str:
    """`text` with blanks in the place of the numbers of its lines, where these count from 1."""
    found = list(_NUMBER.finditer(text)) if "\n" in text else []
    if len(found) < 2 or [int(number[1]) for number in found] != list(range(1, len(found) + 1)):
        return text
    for number in found:
        text = text[: number.start()] + " " * (number.end() - number.start()) + text[number.end() :]
    return text
