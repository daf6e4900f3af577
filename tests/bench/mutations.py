"""What is typed by mistake: sentences of ours, their words dropped, doubled, swapped, misspelt or taken elsewhere.

`python -m tests.bench.mutations [HOW MANY [SEED]]`: a million by default, shared among the processors. None may raise;
the slowest are told, each read again alone so that what else the machine does is not counted.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from functools import cache
from heapq import nlargest
from pathlib import Path
from random import Random
from time import perf_counter
from typing import NamedTuple

from locales.fr import grammar
from tests.bench.readers import CALENDAR
from tests.bench.report import Row, table

DATA = Path(__file__).parents[1] / "data"
MANY = 1_000_000
SHARE = 10_000
LETTERS = "abcdefghijlmnopqrstuvé'- 0123456789/"
CHILDREN = ("Léa", "Tom", "Noël")
MOMENTS = [datetime(2026, 11, 26, 10), datetime(2026, 11, 28, 9), datetime(2027, 6, 24, 18), datetime(2026, 8, 17, 7)]


class Told(NamedTuple):
    """Of some texts: those that raised, and the slowest, each with its seconds."""

    crashes: list[tuple[str, str]]
    slowest: list[tuple[float, str]]


@cache
def sentences() -> list[list[str]]:
    """The words of every sentence and day expression our tests know."""
    rows = [json.loads(line)["text"] for line in (DATA / "phrases.jsonl").read_text("utf-8").splitlines()]
    rows += [line.split("|")[0] for line in (DATA / "days.txt").read_text("utf-8").splitlines()]
    return [row.split() for row in rows]


@cache
def vocabulary() -> list[str]:
    return sorted({word for words in sentences() for word in words})


Mutation = Callable[[list[str], int, Random], list[str]]


def dropped(words: list[str], at: int, _: Random) -> list[str]:
    return words[:at] + words[at + 1 :]


def doubled(words: list[str], at: int, _: Random) -> list[str]:
    return words[: at + 1] + words[at:]


def replaced(words: list[str], at: int, rng: Random) -> list[str]:
    return [*words[:at], rng.choice(vocabulary()), *words[at + 1 :]]


def inserted(words: list[str], at: int, rng: Random) -> list[str]:
    return [*words[:at], rng.choice(vocabulary()), *words[at:]]


def moved(words: list[str], at: int, rng: Random) -> list[str]:
    rest = words[:at] + words[at + 1 :]
    rest.insert(rng.randrange(len(rest) + 1), words[at] if at < len(words) else "")
    return rest


def grafted(words: list[str], at: int, rng: Random) -> list[str]:
    other = rng.choice(sentences())
    return words[:at] + other[rng.randrange(len(other)) :]


def misspelt(words: list[str], at: int, rng: Random) -> list[str]:
    if at >= len(words):
        return words
    word = words[at]
    cut = rng.randrange(len(word) + 1)
    return [*words[:at], word[:cut] + rng.choice(LETTERS) + word[cut + rng.randrange(2) :], *words[at + 1 :]]


MUTATIONS: list[Mutation] = [dropped, doubled, replaced, inserted, moved, grafted, misspelt]


def mutated(rng: Random) -> str:
    words = list(rng.choice(sentences()))
    for _ in range(rng.randint(1, 4)):
        words = rng.choice(MUTATIONS)(words, rng.randrange(len(words) + 1), rng)
    return " ".join(words)


def tried(share: tuple[int, int]) -> Told:
    """`share`: a seed, and how many texts to make of it."""
    seed, many = share
    rng = Random(seed)
    crashes: list[tuple[str, str]] = []
    slowest: list[tuple[float, str]] = []
    for text in (mutated(rng) for _ in range(many)):
        began = perf_counter()
        try:
            _read(text, rng.choice(MOMENTS))
        except Exception as error:  # noqa: BLE001 - what raises is what is looked for
            crashes.append((text, repr(error)))
        slowest.append((perf_counter() - began, text))
        if len(slowest) > SHARE // 10:
            slowest = nlargest(5, slowest)
    return Told(crashes, nlargest(5, slowest))


def _read(text: str, now: datetime) -> None:
    grammar.as_json(grammar.read(text, now=now, calendar=CALENDAR, children=CHILDREN))


def rows(many: int = MANY, seed: int = 1) -> Iterator[Row]:
    shares = [(seed + at, min(SHARE, many - at)) for at in range(0, many, SHARE)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        told = list(pool.map(tried, shares))
    crashes = [crash for each in told for crash in each.crashes]
    shown = "".join(f" · {error} on {text!r}" for text, error in crashes[:5])
    yield Row(f"{many:,} mutated texts: crashes", f"{len(crashes)}{shown}", "0")
    again = sorted(((_alone(text), text) for each in told for _, text in each.slowest), reverse=True)
    said = ", ".join(f"{time:.1f} ms ({text[:90]!r})" for time, text in again[:3])
    yield Row(f"{many:,} mutated texts: the slowest", said, "≤ 25 ms")


def _alone(text: str) -> float:
    """Milliseconds, the best of three."""
    times = []
    for _ in range(3):
        began = perf_counter()
        try:
            _read(text, MOMENTS[0])
        except Exception:  # noqa: BLE001 - told above
            return 0.0
        times.append(perf_counter() - began)
    return 1000 * min(times)


if __name__ == "__main__":
    print(table(rows(*map(int, sys.argv[1:]))))  # noqa: T201
