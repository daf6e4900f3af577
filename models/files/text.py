"""Text as it stands in people's cells: cleaned of what cannot be seen, folded to be compared, columns by letter."""

import unicodedata

MEGABYTE = 1024 * 1024
MOST_ROWS = 20_000
INVISIBLE = {"Cc": " ", "Cf": "", "Cs": "", "Co": "", "Cn": ""}  # by Unicode category, what stands instead

Cells = tuple[int, list[str]]  # a row's number and its texts


def fold(text: str) -> str:
    """Without accents nor capitals: how two spellings of one word are compared."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def clean(text: str) -> str:
    """NFC, single spaces (no-break ones included), nothing invisible."""
    composed = unicodedata.normalize("NFC", text)
    if not composed.isprintable():
        composed = "".join(map(_visible, composed))
    return " ".join(composed.split())


def column_name(index: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _visible(character: str) -> str:
    return INVISIBLE.get(unicodedata.category(character), character)
