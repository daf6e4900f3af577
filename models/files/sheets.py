"""Spreadsheets as people send them: bytes of a CSV or XLSX in, headings and rows of clean text out, or a refusal."""

import csv
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from models.files.text import MEGABYTE, MOST_ROWS, Cells, clean, column_name, fold
from models.refusals import (
    BrokenQuotes,
    ColumnWithoutHeading,
    DuplicateHeadings,
    FileTooLarge,
    FormulaCell,
    MissingHeadings,
    NoRows,
    NotASpreadsheet,
    TooManyRows,
    UnknownHeadings,
)

LARGEST = 20  # megabytes
Rows = tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row by heading; `number` is the one a spreadsheet program shows (the headings are row 1, most often)."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def read(content: bytes, *, known: Collection[str], required: Collection[str]) -> Sheet:
    """The sheet in `content`, whose headings are all `known` (snake_case, no accents), with the `required` ones.

    Blank rows and blank cells at the end are left out; cells are NFC, without control characters or doubled spaces.
    Raises one of the refusals of files, and nothing else, whatever the bytes.
    """
    return read_rows(open_rows(content), known=known, required=required)


def open_rows(content: bytes) -> Rows:
    """The rows of `content` that hold something, whatever they are about; the costly part. Raises as `read` does."""
    if len(content) > LARGEST * MEGABYTE:
        raise FileTooLarge(LARGEST)
    return tuple(islice(_filled(_cells(content)), MOST_ROWS + 2))  # enough to see there are too many


def read_rows(opened: Rows, *, known: Collection[str], required: Collection[str]) -> Sheet:
    """The sheet in rows that were opened; raises as `read` does."""
    rows = iter(opened)
    _, names = next(rows, (0, []))
    headings = tuple(heading_of(name) for name in names)
    if not headings:
        raise NoRows
    _check(headings, known, required)
    body = _within_limit(rows)
    if not body:
        raise NoRows
    return Sheet(tuple(filter(None, headings)), tuple(_row(number, texts, headings) for number, texts in body))


def heading_of(name: str) -> str:
    """Turn "Code postal" into code_postal, " Civilité " into civilite."""
    return re.sub(r"[^a-z0-9]+", "_", fold(name)).strip("_")


def _cells(content: bytes) -> Iterable[Cells]:
    if content.startswith(b"PK\x03\x04"):
        from models.files.workbooks import cells

        return cells(content)
    return _csv_cells(_decoded(content))


def _decoded(content: bytes) -> str:
    """UTF-8, with or without BOM, else cp1252; a NUL is in neither."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotASpreadsheet


def _csv_cells(text: str) -> Iterator[Cells]:
    first_line = next((line for line in text.splitlines() if line.strip()), "")
    separator = ";" if first_line.count(";") >= first_line.count(",") else ","
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, texts in enumerate(reader, 1):
            yield number, [clean(text) for text in texts]
    except csv.Error:
        raise BrokenQuotes(number + 1) from None


def _filled(rows: Iterable[Cells]) -> Iterator[Cells]:
    """Rows that hold something, without their blank end; a formula among them is refused."""
    for number, texts in rows:
        while texts and not texts[-1]:
            texts.pop()
        for index, text in enumerate(texts):
            if text.startswith("="):
                raise FormulaCell(number, column_name(index))
        if texts:
            yield number, texts


def _within_limit(rows: Iterator[Cells]) -> list[Cells]:
    body: list[Cells] = []
    for row in rows:
        if len(body) == MOST_ROWS:
            raise TooManyRows(MOST_ROWS)
        body.append(row)
    return body


def _check(headings: tuple[str, ...], known: Collection[str], required: Collection[str]) -> None:
    found = Counter(filter(None, headings))
    if missing := [heading for heading in required if heading not in found]:
        raise MissingHeadings(tuple(missing), _shown(found))
    if unknown := [heading for heading in found if heading not in known]:
        raise UnknownHeadings(_shown(unknown), tuple(known))
    if doubled := [heading for heading, times in found.items() if times > 1]:
        raise DuplicateHeadings(tuple(doubled))


def _shown(headings: Iterable[str]) -> tuple[str, ...]:
    """As many as a sentence bears: the first line of any file may be taken for headings."""
    return tuple(heading[:40] for heading in headings)[:30]


def _row(number: int, texts: list[str], headings: tuple[str, ...]) -> Row:
    for index, text in enumerate(texts):
        if text and (index >= len(headings) or not headings[index]):
            raise ColumnWithoutHeading(number, column_name(index))
    padded = texts + [""] * (len(headings) - len(texts))
    return Row(number, {heading: text for heading, text in zip(headings, padded, strict=False) if heading})
