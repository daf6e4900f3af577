"""Numbers in words, up to thousands: « vingt et un », « deux mille vingt-six »."""

from collections.abc import Callable

from locales.fr.words import NUMBERS

Found = tuple[int, int]  # a value, 0 if there is none, and the index after it
Below = Callable[[list[str], int], Found]


def _below_hundred(words: list[str], at: int) -> Found:
    value = NUMBERS.get(words[at], 0) if at < len(words) else 0
    if not value:
        return 0, at
    at += 1
    following = words[at] if at < len(words) else ""
    if value == 4 and following in ("vingt", "vingts"):
        more, end = _below_hundred(words, at + 1)
        return (80 + more, end) if 0 < more < 20 else (80, at + 1)
    if value == 10 and NUMBERS.get(following, 0) in (7, 8, 9):
        return value + NUMBERS[following], at + 1
    return _tens(value, words, at) if 20 <= value <= 60 else (value, at)


def _tens(value: int, words: list[str], at: int) -> Found:
    skip = 1 if words[at : at + 1] == ["et"] and words[at + 1 : at + 2] in (["un"], ["une"], ["onze"]) else 0
    more, end = _below_hundred(words, at + skip)
    return (value + more, end) if 0 < more < (20 if value == 60 else 10) else (value, at)


def _times(size: int, name: str, below: Below, words: list[str], at: int) -> Found:
    """So many hundreds or thousands, and what is left."""
    value, end = below(words, at)
    if words[end : end + 1] != [name]:
        return value, end
    more, end = below(words, end + 1)
    return max(value, 1) * size + more, end


def _below_thousand(words: list[str], at: int) -> Found:
    return _times(100, "cent", _below_hundred, words, at)


def spelled_number(words: list[str]) -> Found:
    """The value of the number in words `words` begin with, up to thousands, and how many words it takes."""
    return _times(1000, "mille", _below_thousand, words, 0)
