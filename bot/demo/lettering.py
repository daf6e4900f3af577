"""How wide text is, and where its lines break, for a picture drawn without a font at hand."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Advance widths of Helvetica, whose metrics most sans-serif fonts follow closely, in thousandths of the size.
GROUPS = {
    222: "ijl'’‘|",
    278: " \u00a0!,./:;I[]\\ft",
    333: "()-r`",
    350: "•",
    500: "cksvxyzJ",
    556: "abdeghnopqu0123456789?$_#L–",
    584: "+<=>~«»",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    778: "GOQ",
    833: "mM%",
    944: "W…—",
}
WIDTHS = {letter: width for width, letters in GROUPS.items() for letter in letters}
ORDINARY = 556
EMOJI = 1300
BOLD = 1.07


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one weight."""

    text: str
    bold: bool = False

    def width(self, size: float) -> float:
        return sum(map(_advance, self.text)) * size / 1000 * (BOLD if self.bold else 1)


Line = tuple[Run, ...]


def width_of(line: Iterable[Run], size: float) -> float:
    return sum(run.width(size) for run in line)


def _advance(letter: str) -> int:
    category = unicodedata.category(letter)
    if category in ("Mn", "Cf"):  # a variation selector, a joiner
        return 0
    if category == "So":
        return EMOJI
    return WIDTHS.get(unicodedata.normalize("NFD", letter)[0], ORDINARY)


def runs_of(text: str, bold: Sequence[tuple[int, int]]) -> Line:
    """`text` cut where its weight changes; `bold` are the (start, end) of its bold letters, in order."""
    runs, reached = [], 0
    for start, end in bold:
        runs += [Run(text[reached:start]), Run(text[start:end], bold=True)]
        reached = end
    return tuple(run for run in (*runs, Run(text[reached:])) if run.text)


def broken(runs: Iterable[Run], widest: float, size: float) -> list[Line]:
    """Lines no wider than `widest`, broken at plain spaces and line ends, never at no-break spaces."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, paragraph in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            for word in _words(paragraph):
                piece = Run(word, run.bold)
                if lines[-1] and width_of([*lines[-1], Run(word.rstrip(" "), run.bold)], size) > widest:
                    lines.append([])
                lines[-1].append(piece)
    return [tuple(line) for line in lines]


def _words(text: str) -> list[str]:
    """Words with the space behind them."""
    words = text.split(" ")
    return [f"{word} " for word in words[:-1]] + [word for word in words[-1:] if word]
