"""The cells of an XLSX as text; what openpyxl makes of hostile ones is bounded here."""

import warnings
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import ZipFile

from models.files.text import MEGABYTE, MOST_ROWS, Cells, clean, column_name
from models.refusals import FormulaCell, NotASpreadsheet, Refusal, UnzipsTooLarge

LARGEST_UNZIPPED = 100  # megabytes; 20,000 rows of a families file take about 40
MOST_PARTS = 1_000
WIDEST = 60  # columns; what lies beyond is not looked at: cells at Excel's far end would cost 16,384 a row
LAST_ROW = 1_048_576  # Excel's own


def cells(content: bytes) -> list[Cells]:
    """The rows of the first worksheet that hold something, and no more than it takes to see there are too many.

    Dates come as JJ/MM/AAAA, whole numbers without decimals, true and false as oui and non. openpyxl raises whatever
    the XML it was given leads to: all of it means "not a spreadsheet".
    """
    try:
        _weigh(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and extensions openpyxl does not know: no matter here
            return list(islice(_worksheet_cells(content), MOST_ROWS + 2))
    except Refusal:
        raise
    except Exception as broken:
        raise NotASpreadsheet from broken


def _weigh(content: bytes) -> None:
    """Believe the declared sizes: zipfile gives no byte more than declared."""
    with ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNZIPPED * MEGABYTE:
            raise UnzipsTooLarge(LARGEST_UNZIPPED)


def _worksheet_cells(content: bytes) -> Iterator[Cells]:
    from openpyxl import load_workbook

    workbook = load_workbook(BytesIO(content), read_only=True, keep_links=False)
    try:
        worksheet = next(sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible")
        worksheet.reset_dimensions()  # the size a file declares makes openpyxl invent rows up to it
        for number, row in enumerate(worksheet.iter_rows(max_col=WIDEST), 1):
            if number > LAST_ROW:
                raise NotASpreadsheet
            texts = ["" if cell.value is None else _text(cell, number, index) for index, cell in enumerate(row)]
            if any(texts):
                yield number, texts
    finally:
        workbook.close()


def _text(cell: Any, row: int, index: int) -> str:
    if cell.data_type in ("f", "e"):  # an error value is what a formula left behind
        raise FormulaCell(row, column_name(index))
    match cell.value:
        case bool():
            return "oui" if cell.value else "non"
        case datetime() | date():
            return f"{cell.value:%d/%m/%Y}"
        case float() if cell.value.is_integer():
            return str(int(cell.value))
        case value:
            return clean(str(value))
