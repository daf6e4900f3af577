"""Tables as files: CSV (UTF-8 with BOM, `;`, ISO dates) or XLSX, safe to open in a spreadsheet program."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from io import BytesIO, StringIO

from models.files.text import clean

Value = str | int | date | datetime
PHONE = re.compile(r"\+[0-9][0-9 ]*")


class Format(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Tabulation:
    headings: tuple[str, ...]
    rows: Iterable[tuple[Value, ...]]


def write(table: Tabulation, form: Format) -> bytes:
    return _xlsx(table) if form is Format.XLSX else _csv(table)


def _csv(table: Tabulation) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(table.headings)
    writer.writerows([_iso(value) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _iso(value: Value) -> str | int:
    match value:
        case datetime():
            return value.isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case str():
            return harmless(value)
    return value


def _xlsx(table: Tabulation) -> bytes:
    """Days are real dates, so that they sort; instants stay ISO text: a cell knows no timezone."""
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.append(table.headings)
    for row in table.rows:
        sheet.append([value if type(value) is date else _iso(value) for value in row])
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def harmless(text: str) -> str:
    """Put an apostrophe before what a spreadsheet program would take for a formula; a phone number is none."""
    shown = clean(text)
    return (
        f"'{shown}" if text[:1] in ("\t", "\r") or (shown[:1] in set("=+-@") and not PHONE.fullmatch(shown)) else shown
    )
