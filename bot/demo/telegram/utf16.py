"""Lengths as Telegram counts them: in UTF-16 code units, so that most emoji count twice."""


def length(text: str) -> int:
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)
