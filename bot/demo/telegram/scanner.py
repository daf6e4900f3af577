"""Walking through HTML byte by byte: words, spaces, quoted values, character references."""

NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
SPACE = b" \t\r\n\0\x0b"
DECIMAL = b"0123456789"
HEXADECIMAL = b"0123456789abcdefABCDEF"
END = 0  # what stands behind the last byte, as in a C string


class Scanner:
    """A place `i` in the UTF-8 of a text."""

    def __init__(self, text: str) -> None:
        self.source = text.encode("utf-8", "surrogatepass")
        self.i = 0

    @property
    def ended(self) -> bool:
        return self.i >= len(self.source)

    def at(self, index: int | None = None) -> int:
        """The byte here, or at `index`."""
        index = self.i if index is None else index
        return self.source[index] if index < len(self.source) else END

    def word(self, stop: bytes) -> str:
        """What comes before a space or one of `stop`."""
        start = self.i
        while not self.ended and self.at() not in SPACE + stop:
            self.i += 1
        return self.source[start : self.i].decode("utf-8", "replace")

    def skip_space(self) -> None:
        while not self.ended and self.at() in SPACE:
            self.i += 1

    def name(self) -> str:
        """Letters, digits, dots and hyphens, lowered."""
        start = self.i
        while _is_alphanumeric(self.at()) or self.at() in b".-":
            self.i += 1
        return self.source[start : self.i].decode().lower()

    def quoted(self) -> str:
        """A value between quotes of either kind, which begins here; its references decoded."""
        quote, value = self.at(), bytearray()
        self.i += 1
        while not self.ended and self.at() != quote:
            if self.at() == ord("&") and (decoded := self.reference()):
                value += decoded.encode("utf-8", "surrogatepass")
                continue
            value.append(self.at())
            self.i += 1
        self.i += self.at() == quote
        return value.decode("utf-8", "replace")

    def reference(self) -> str | None:
        """Decodes the character reference here and steps over it; None, without moving, if it is not one.

        Four have names, the others numbers; the semicolon may be missing.
        """
        end, found = self._numbered() if self.at(self.i + 1) == ord("#") else self._named()
        if found:
            self.i = end + (self.at(end) == ord(";"))
        return found

    def _numbered(self) -> tuple[int, str | None]:
        base, digits, start = (16, HEXADECIMAL, 3) if self.at(self.i + 2) == ord("x") else (10, DECIMAL, 2)
        end = start = self.i + start
        while self.at(end) in digits and end < len(self.source):
            end += 1
        code = int(self.source[start:end] or b"0", base)
        return end, chr(code) if 0 < code < 0x10FFFF and end - self.i < 10 else None

    def _named(self) -> tuple[int, str | None]:
        end = self.i + 1
        while _is_alphanumeric(self.at(end)) and self.at(end) not in DECIMAL:
            end += 1
        return end, NAMED.get(self.source[self.i + 1 : end])


def _is_alphanumeric(byte: int) -> bool:
    return byte < 0x80 and chr(byte).isalnum()
