"""Lengths as Telegram counts them: in UTF-16 code units, so that most emoji count twice."""


def units(text: str) -> bytes:
    """The text as UTF-16, two bytes a unit."""
    return text.encode("utf-16-le", "surrogatepass")


def length(text: str) -> int:
    return len(text) if text.isascii() else len(units(text)) // 2


def splits(text: bytes, offset: int) -> bool:
    """Whether a cut at this offset of `units(…)` would go through the middle of a character."""
    return 0xDC <= (text[2 * offset + 1 : 2 * offset + 2] or b"\0")[0] <= 0xDF
