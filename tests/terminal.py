"""Somebody at a keyboard: what `clochette` prints, in which language, and how it ends."""

import csv
import io
from typing import cast

import pytest

from bot.__main__ import main


class Terminal:
    """Somebody at a keyboard, in a folder of their own."""

    def __init__(self, capture: pytest.CaptureFixture[bytes]) -> None:
        self._capture = capture
        self.out = self.err = ""

    def __call__(self, *words: str) -> int:
        """Type `clochette` and `words`; returns how it ended."""
        with pytest.raises(SystemExit) as ended:
            main(words)
        out, err = self._capture.readouterr()
        self.raw, self.out, self.err = out, out.decode(errors="replace"), err.decode()
        return cast("int", ended.value.code)

    def invited(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.out), delimiter=";"))
