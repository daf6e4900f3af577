"""Numbers in words, up to thousands: « vingt et un », « deux mille vingt-six »."""

from locales.fr.words import NUMBERS


def _below_hundred(words: list[str], at: int) -> tuple[int, int]:
    """The value of the number at `at`, and the index after it; value 0 if there is none."""
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
    if 20 <= value <= 60:
        skip = 1 if following == "et" and at + 1 < len(words) and words[at + 1] in ("un", "une", "onze") else 0
        more, end = _below_hundred(words, at + skip)
        if 0 < more < (20 if value == 60 else 10):
            return value + more, end
    return value, at


def spelled_number(words: list[str]) -> tuple[int, int]:
    """The value of the number in words `words` begin with, up to thousands, and how many words it takes."""
    value, at = _below_hundred(words, 0)
    if at < len(words) and words[at] == "mille":
        more, end = _below_hundred(words, at + 1)
        return value * 1000 + more, end
    return value, at
