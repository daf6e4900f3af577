"""Spreadsheets from people: every honest way of making one is read, every other one is refused, nothing else."""

import contextlib
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from models.files import sheets
from models.refusals import (
    BrokenQuotes,
    ColumnWithoutHeading,
    DuplicateHeadings,
    FileTooLarge,
    FormulaCell,
    MissingHeadings,
    NoRows,
    NotASpreadsheet,
    Refusal,
    TooManyRows,
    UnknownHeadings,
    UnzipsTooLarge,
)
from tests.paper import xlsx_of

KNOWN = ("foyer", "nom", "code_postal")


def read(content: bytes) -> sheets.Sheet:
    return sheets.read(content, known=KNOWN, required=("foyer",))


def only(content: bytes) -> dict[str, str]:
    (row,) = read(content).rows
    return dict(row.cells)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ","])
def test_csv_is_read_whatever_its_encoding_and_separator(encoding: str, separator: str) -> None:
    text = "foyer;nom\n12;Éloïse Lœuil\n".replace(";", separator)
    assert only(text.encode(encoding)) == {"foyer": "12", "nom": "Éloïse Lœuil"}


def test_accents_typed_on_a_mac_are_composed() -> None:
    assert only("foyer;nom\n12;Le\u0301a".encode())["nom"] == "Léa"


def test_headings_forgive_capitals_accents_and_spaces() -> None:
    assert only("Foyer ;NÔM;Code postal\n1;A;59173".encode()) == {"foyer": "1", "nom": "A", "code_postal": "59173"}


def test_cells_lose_doubled_no_break_and_invisible_signs() -> None:
    assert only('foyer;nom\n\u00a012 ;"  De\u00a0\u200bLa\x07\nTour  "'.encode())["nom"] == "De La Tour"


def test_quoted_fields_may_hold_separators_and_line_ends() -> None:
    assert only(b'foyer;nom\n12;"Martin; dit ""Le Grand"""\n')["nom"] == 'Martin; dit "Le Grand"'


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    content = b"foyer;nom\n\n;;\n12;A\n\n13;B\n"
    assert [row.number for row in read(content).rows] == [4, 6]


def test_a_short_row_is_filled_and_an_empty_column_without_heading_is_left_out() -> None:
    assert only(b"foyer;nom;;\n12") == {"foyer": "12", "nom": ""}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", NoRows()),
        (b"foyer;nom\n;\n", NoRows()),
        (b"nom\nMartin", MissingHeadings(("foyer",), ("nom",))),
        (b"foyer;prenom\n1;2", UnknownHeadings(("prenom",), KNOWN)),
        (b"foyer;nom;Nom\n1;2;3", DuplicateHeadings(("nom",))),
        (b"foyer;nom\n1;2;3", ColumnWithoutHeading(2, "C")),
        (b"foyer;;nom\n1;2;3", ColumnWithoutHeading(2, "B")),
        (b'foyer;nom\n1;=HYPERLINK("http://x")', FormulaCell(2, "B")),
        (b'foyer;nom\n1;A\n2;"B\n3;C', BrokenQuotes(3)),
        (b"\x89PNG\r\n\x1a\n\0\0", NotASpreadsheet()),
        (b"foyer;nom\n1;\x81", NotASpreadsheet()),
        (b"PK\x03\x04 not a zip", NotASpreadsheet()),
        ("foyer;nom\n1;A".encode("utf-16"), NotASpreadsheet()),
        (b"foyer\n" + b"1\n" * 20_001, TooManyRows(20_000)),
        (b"x" * (20 * 1024 * 1024 + 1), FileTooLarge(20)),
    ],
    ids=str,
)
def test_what_is_no_such_file_is_refused_with_its_reason(content: bytes, why: Refusal) -> None:
    with pytest.raises(type(why)) as refused:
        read(content)
    assert refused.value == why


def test_twenty_thousand_rows_are_read() -> None:
    assert len(read(b"foyer\n" + b"1\n" * 20_000).rows) == 20_000


def test_a_workbook_is_read_with_its_dates_numbers_and_booleans() -> None:
    content = xlsx_of(
        [
            ["Foyer", "Nom", "Code postal"],
            [12, datetime(2018, 5, 3, 14, 0), True],
            [],
            [13.0, date(2018, 5, 3), False],
            [14.5, "  A\u00a0B ", None],
        ]
    )
    assert [(row.number, *row.cells.values()) for row in read(content).rows] == [
        (2, "12", "03/05/2018", "oui"),
        (4, "13", "03/05/2018", "non"),
        (5, "14.5", "A B", ""),
    ]


def test_a_hidden_first_sheet_is_passed_over() -> None:
    workbook = Workbook()
    workbook.worksheets[0].sheet_state = "hidden"
    workbook.create_sheet().append(["foyer"])
    workbook.worksheets[1].append(["12"])
    file = BytesIO()
    workbook.save(file)
    assert only(file.getvalue()) == {"foyer": "12"}


@pytest.mark.parametrize("cell", ["=1+1", "#N/A"])
def test_formulas_and_their_errors_are_refused_in_a_workbook(cell: str) -> None:
    with pytest.raises(FormulaCell) as refused:
        read(xlsx_of([["foyer", "nom"], ["12", cell]]))
    assert refused.value == FormulaCell(2, "B")


def test_a_workbook_with_too_many_rows_is_refused() -> None:
    with pytest.raises(TooManyRows):
        read(xlsx_of([["foyer"], *([1] for _ in range(20_001))]))


def with_sheet(xml: str) -> bytes:
    """A workbook whose sheet is `xml`, whatever it says."""
    file = BytesIO()
    with ZipFile(BytesIO(xlsx_of([["foyer"], ["12"]]))) as honest, ZipFile(file, "w", ZIP_DEFLATED) as forged:
        for part in honest.infolist():
            content = honest.read(part)
            forged.writestr(part.filename, xml.encode() if part.filename.endswith("sheet1.xml") else content)
    return file.getvalue()


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</worksheet>'


def test_a_zip_bomb_is_refused_before_it_is_opened() -> None:
    bomb = with_sheet(SHEET % (" " * 101 * 1024 * 1024))
    assert len(bomb) < 1024 * 1024
    with pytest.raises(UnzipsTooLarge):
        read(bomb)


def test_a_workbook_of_too_many_parts_is_refused() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for number in range(1_001):
            archive.writestr(str(number), "")
    with pytest.raises(UnzipsTooLarge):
        read(file.getvalue())


def laughs() -> str:
    """The billion laughs: entities made of entities."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 50}">' for n in range(1, 9))
    cell = '<c r="A1" t="inlineStr"><is><t>&a8;</t></is></c>'
    return f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>' + SHEET % f"<sheetData><row>{cell}</row></sheetData>"


@pytest.mark.parametrize(
    "xml",
    [
        "not xml",
        "<x/>",
        laughs(),
        SHEET % '<sheetData><row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData>',
        SHEET % '<sheetData><row r="1"><c r="A1" t="s"><v>77</v></c></row></sheetData>',
    ],
    ids=["not xml", "no sheet", "laughs", "far row", "no such string"],
)
def test_a_forged_workbook_is_refused(xml: str) -> None:
    with pytest.raises(Refusal):
        read(with_sheet(xml))


def test_the_size_a_workbook_declares_is_not_believed() -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>foyer</t></is></c></row><row r="2"><c r="A2"><v>12</v></c></row>'
    forged = with_sheet(SHEET % f'<dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData>')
    assert only(forged) == {"foyer": "12"}


@given(st.binary())
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with contextlib.suppress(Refusal):
        read(content)


@given(st.text())
def test_any_text_under_the_headings_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(Refusal):
        read(f"foyer;nom\n{text}".encode("utf-8", "surrogatepass"))


@given(st.data())
def test_any_damage_to_a_workbook_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(HONEST)
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Refusal):
        read(bytes(content))


HONEST = xlsx_of([["foyer", "nom"], ["12", "Martin"]])
