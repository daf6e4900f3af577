"""French dates: our grammar beside dateparser and Duckling, same sentences, same run; and the worst texts there are.

`python -m tests.bench.french [CORPUS.jsonl …]`, a corpus' rows being {"text", "reference", "start", "end"}; without
`end` (or `start`) it has none; `dates` where they are not in a row.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from models.vocabulary import Period
from tests.bench.readers import CALENDAR, Reader, Span, readers
from tests.bench.report import Row, p99, table

PHRASES = Path(__file__).parents[1] / "data/phrases.jsonl"
ROUNDS = 3
LENGTHS = (32, 64, 128, 256, 512, 1024, 2048, 4096)  # readers may give up on long ones
FAMILIES = (
    "lundi ", "lundi ou ", "sauf ", "du 3 au 14 mars sauf le ", "le 3 ", "1/", "08/12/", "a", "aé", "-", "du ", "et ",
    "vingt ", "toute l'année ", "le premier lundi de ", "un jeudi sur deux ", "Léa ", "Leaa ", "réserver cantine ",
    "lnudi ", "cantine pour Léa et Tom lundi, mardi et ", "\N{COMBINING ACUTE ACCENT}", "\N{GRINNING FACE}", "9", "\n",
    "xyzzy ", "semaine 41 ", "Bonjour Madame, serait-il possible d'inscrire Léa jeudi prochain ? Merci. ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and the days it means; where an open end is meant, that span; `school`: only days of school count."""

    text: str
    now: datetime
    days: frozenset[date]
    span: Span | None = None
    school: bool = False

    def is_met_by(self, spans: Sequence[Span]) -> bool:
        if self.span:
            return list(spans) == [self.span]
        spans = [self._ended(*span) for span in spans]
        if any(first is None or last is None or abs((last - first).days) > 800 for first, last in spans):
            return False
        return {day for first, last in spans if first and last for day in self._counted(first, last)} == self.days

    def _ended(self, first: date | None, last: date | None) -> Span:
        """At school, "from June on" ends with the year."""
        year = CALENDAR.year_of(first) if self.school and first else None
        return first, last or (year.period.last if year else None)

    def _counted(self, first: date, last: date) -> Iterator[date]:
        """At school, days of school to come; today only where it is meant by itself."""
        for day in Period(first, last):
            if not self.school or (CALENDAR.is_open(day) and (day > self.now.date() or first == last == day)):
                yield day


def phrases() -> Iterator[Case]:
    """Our own rows that mean days for certain; readers of dates know no school, so theirs are sifted by ours."""
    for row in _lines(PHRASES):
        days = frozenset(date.fromisoformat(day) for request in row["requests"] for day in request["days"])
        if days and not row["ask"]:
            yield Case(row["text"], datetime.fromisoformat(row["now"]), days, school=True)


def corpus(path: Path) -> Iterator[Case]:
    for row in _lines(path):
        now = datetime.fromisoformat(row["reference"]).replace(tzinfo=None)
        first, last = (date.fromisoformat(row[side]) if row.get(side) else None for side in ("start", "end"))
        if dates := row.get("dates"):
            yield Case(row["text"], now, frozenset(map(date.fromisoformat, dates)))
        elif first and last:
            yield Case(row["text"], now, frozenset(Period(first, last)))
        elif first or last:
            yield Case(row["text"], now, frozenset(), (first, last))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def side_by_side(name: str, cases: Sequence[Case]) -> Iterator[Row]:
    """Each reader's time a sentence (median of rounds taken in turn) and how many it got exactly right."""
    present = {title: reader for title, reader in readers().items() if reader}
    times: dict[str, list[float]] = {title: [] for title in present}
    right = dict.fromkeys(present, 0)
    for case in cases:
        for title, reader in present.items():
            time, spans = _asked(reader, case)
            times[title].append(time)
            right[title] += case.is_met_by(spans)
    for title in readers():
        measured = "not installed"
        if title in present:
            ours = "" if title == "ours" else f" · {median(times[title]) / median(times['ours']):.1f} × ours"
            measured = (
                f"{median(times[title]):.0f} µs median, {p99(times[title]):.0f} p99{ours}"
                f" · exact {right[title] / len(cases):.1%}"
            )
        yield Row(f"{name} ({len(cases)}): {title}", measured, "≤ 150 µs median" if title == "ours" else "–")


def _asked(reader: Reader, case: Case) -> tuple[float, list[Span]]:
    """Microseconds, and spans; a reader that raises has found nothing."""
    read, spans_of = reader
    times, spans = [], list[Span]()
    for _ in range(ROUNDS):
        began = perf_counter()
        try:
            found = read(case.text, case.now)
        except Exception:  # noqa: BLE001 - dateparser's search does
            found = None
        times.append(1e6 * (perf_counter() - began))
        spans = spans_of(found) if found is not None else []
    return median(times), spans


def worst() -> Iterator[Row]:
    """The most tiresome texts, of every length up to the longest Telegram lets anybody send; and how time grows."""
    slowest = sorted(((_milliseconds(f, length), length, f) for f in FAMILIES for length in LENGTHS), reverse=True)
    said = ", ".join(f"{time:.1f} ms ({family[:24]!r} to {length})" for time, length, family in slowest[:3])
    yield Row(f"the worst of {len(FAMILIES)} kinds of text up to {LENGTHS[-1]} characters", said, "≤ 25 ms")
    longest = [family for _, length, family in slowest if length == LENGTHS[-1]][:8]
    growth, family = max((_milliseconds(f, LENGTHS[-1]) / _milliseconds(f, LENGTHS[-3]), f) for f in longest)
    steps = " / ".join(f"{_milliseconds(family, length):.1f}" for length in LENGTHS[-3:])
    said = f"{steps} ms · {growth:.1f} × ({family[:24]!r})"
    yield Row("1,024 / 2,048 / 4,096 characters, the worst growth", said, "4 ×: linear")


def _milliseconds(family: str, length: int) -> float:
    text = (family * (length // len(family) + 1))[:length]
    reader = readers()["ours"]
    assert reader
    return _asked(reader, Case(text, datetime(2026, 11, 26, 10), frozenset()))[0] / 1000


def rows(paths: Iterable[str] = ()) -> Iterator[Row]:
    yield from side_by_side("a sentence of ours", list(phrases()))
    for path in paths:
        yield from side_by_side(f"a row of {Path(path).stem}", list(corpus(Path(path))))
    yield from worst()


if __name__ == "__main__":
    print(table(rows(sys.argv[1:])))  # noqa: T201
