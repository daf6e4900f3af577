"""Receipt numbers: short to dictate on the telephone, never twice the same, and not telling how many there are."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
SPACE = 32**5
STEP = 20_000_003  # odd, hence a bijection of 0 … 32⁵-1: numbers are unique without being looked up


def receipt_number(receipt_id: int) -> str:
    """K7-4F2 for the receipt `receipt_id`; unique below 33,554,432 receipts, then the table's unique key refuses."""
    rest = receipt_id * STEP % SPACE
    digits = []
    for _ in range(5):
        rest, digit = divmod(rest, 32)
        digits.append(ALPHABET[digit])
    text = "".join(reversed(digits))
    return f"{text[:2]}-{text[2:]}"


def read_number(text: str) -> str | None:
    """The receipt number in `text` as a person writes it (case, spaces, O for 0, I for 1), or None."""
    plain = text.upper().translate(str.maketrans("OIL", "011")).replace("-", "").replace(" ", "")
    if len(plain) != 5 or any(letter not in ALPHABET for letter in plain):
        return None
    return f"{plain[:2]}-{plain[2:]}"
