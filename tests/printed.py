"""Papers read as a reader, a screen reader and a printer read them: words, tags in their order, white margins."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from typing import Any

from PIL import Image
from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, BooleanObject, ContentStream, DictionaryObject, IndirectObject, NumberObject

from locales.sheets import press
from locales.sheets.paper import Paper

TEMPLATES = files("locales.sheets").joinpath("templates")
PALETTE: Mapping[str, Any] = json.loads(TEMPLATES.joinpath("palette.json").read_text("utf-8"))
SHOWING = {b"Tj", b"TJ", b"'", b'"'}
OPENING, CLOSING = {b"BDC", b"BMC"}, b"EMC"
Element = dict[str, Any]  # of PDF: its keys are names


def read_back(content: bytes) -> str:
    """The words of a PDF, page after page, its no-break spaces read as spaces."""
    pages = PdfReader(BytesIO(content)).pages
    return "\n".join(page.extract_text() for page in pages).replace("\u00a0", " ")


def run_together(words: str) -> str:
    """`words` without the places where a paper may break them."""
    return "".join(words.replace("\u200b", "").split())


def pages_of(content: bytes) -> int:
    return len(PdfReader(BytesIO(content), strict=True).pages)


def dated(content: bytes) -> date:
    created = PdfReader(BytesIO(content)).metadata
    assert created
    assert created.creation_date
    return created.creation_date.date()


def faults(content: bytes) -> list[str]:
    """What PDF/UA-1 (ISO 14289-1) and a reader by ear would miss, as far as can be seen without an eye."""
    reader = PdfReader(BytesIO(content), strict=True)
    elements = list(walk(reader.root_object["/StructTreeRoot"]))
    return [*_of_the_document(reader), *_of_the_pages(reader), *_of_the_tags(elements), *_of_the_order(reader)]


def walk(element: Any) -> Iterator[Element]:
    """The elements of the structure, in reading order."""
    found = element.get_object() if isinstance(element, IndirectObject) else element
    if isinstance(found, ArrayObject):
        for kid in found:
            yield from walk(kid)
    elif isinstance(found, DictionaryObject):
        if "/S" in found:
            yield found
        yield from walk(found.get("/K"))


def tags(content: bytes) -> list[str]:
    return [str(one["/S"])[1:] for one in walk(PdfReader(BytesIO(content)).root_object["/StructTreeRoot"])]


def alternatives(content: bytes) -> list[str]:
    """What is said of each picture, in order."""
    found = walk(PdfReader(BytesIO(content)).root_object["/StructTreeRoot"])
    return [str(one["/Alt"]) for one in found if one["/S"] == "/Figure"]


def _of_the_document(reader: PdfReader) -> Iterator[str]:
    root: Element = reader.root_object
    known: dict[str, Any] = {**(reader.metadata or {})}
    title, author = str(known.get("/Title", "")), str(known.get("/Author", ""))
    packet = unescape(root["/Metadata"].get_object().get_data().decode())
    wanted = {
        "title": title and title in packet,
        "author": author,
        "claim": "<pdfuaid:part>1</pdfuaid:part>" in packet,
        "language": root.get("/Lang") == "fr-FR",
        "marked content": root["/MarkInfo"]["/Marked"] == BooleanObject(True),
        "title shown": root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") == BooleanObject(True),
    }
    yield from (f"no {name}" for name, there in wanted.items() if not there)


def _of_the_pages(reader: PdfReader) -> Iterator[str]:
    for number, page in enumerate(reader.pages, 1):
        if "/StructParents" not in page or page.get("/Tabs") != "/S":
            yield f"page {number}: not in the structure"
        if not page.extract_text().strip():
            yield f"page {number}: empty"
        for name, font in page["/Resources"].get("/Font", {}).items():  # type: ignore[attr-defined]
            (below,) = font["/DescendantFonts"]
            if not {"/FontFile2", "/FontFile3"} & below["/FontDescriptor"].keys() or "/ToUnicode" not in font:
                yield f"page {number}: font {name} not embedded, or it cannot be read"


def _of_the_tags(elements: list[Element]) -> Iterator[str]:
    names = [str(one["/S"]) for one in elements]
    levels = [int(name[2]) for name in names if name[1:2] == "H" and name[2:].isdigit()]
    if not levels or levels[0] != 1 or any(after > before + 1 for before, after in pairwise(levels)):
        yield f"headings {levels}"
    yield from ("a picture nothing is said of" for one in elements if one["/S"] == "/Figure" and not one.get("/Alt"))
    yield from (f"{one['/S']} outside a row" for one in elements if _is_cell(one) and _above(one) != "/TR")
    yield from ("a head of nothing" for one in elements if one["/S"] == "/TH" and not _attribute(one, "/Scope"))
    for table in (one for one in elements if one["/S"] == "/Table"):
        if len(set(_widths(table))) > 1:
            yield f"a table whose rows differ: {sorted(set(_widths(table)))}"


def _is_cell(element: Element) -> bool:
    return str(element["/S"]) in ("/TH", "/TD")


def _above(element: Element) -> str:
    return str(element["/P"].get_object()["/S"])


def _attribute(element: Element, name: str, default: Any = None) -> Any:
    found = element.get("/A", [])
    owned = found if isinstance(found, ArrayObject) else [found]
    return next((one.get_object()[name] for one in owned if name in one.get_object()), default)


def _widths(table: Element) -> Iterator[int]:
    """How many columns each row takes, those of cells that reach down from a row above counted in."""
    reaching: list[tuple[int, int]] = []  # rows still to come, and columns
    for row in (one for one in walk(table) if one["/S"] == "/TR"):
        own = [one for one in walk(row.get("/K")) if _is_cell(one)]
        spans = [(int(_attribute(one, "/RowSpan", 1)), int(_attribute(one, "/ColSpan", 1))) for one in own]
        yield sum(wide for _, wide in [*reaching, *spans])
        reaching = [(rows - 1, wide) for rows, wide in [*reaching, *spans] if rows > 1]


def _of_the_order(reader: PdfReader) -> Iterator[str]:
    """What is read is what is written, in the order in which it is written, and nothing else is written."""
    told = list(_told(reader.root_object["/StructTreeRoot"], reader))
    written = []
    for number, page in enumerate(reader.pages):
        marks, loose = _written(page, reader)
        written += [(number, mark) for mark in marks]
        if loose:
            yield f"page {number + 1}: {loose} words in no tag"
    if told != written:
        yield "another order is told than is written"


def _told(element: Any, reader: PdfReader, page: int = 0) -> Iterator[tuple[int, int]]:
    """The pages and numbers of marked content, in reading order."""
    found = element.get_object() if isinstance(element, IndirectObject) else element
    if isinstance(found, NumberObject):
        yield page, int(found)
    elif isinstance(found, ArrayObject):
        for kid in found:
            yield from _told(kid, reader, page)
    elif isinstance(found, DictionaryObject):
        if "/Pg" in found:
            page = _number(found.raw_get("/Pg"), reader)
        if "/MCID" in found:
            yield page, int(str(found["/MCID"]))
        yield from _told(found.get("/K"), reader, page)


def _number(page: Any, reader: PdfReader) -> int:
    return next(number for number, one in enumerate(reader.pages) if one.indirect_reference == page)


def _written(page: PageObject, reader: PdfReader) -> tuple[list[int], int]:
    """The numbers of what is marked, each once, and how many words stand in no mark at all."""
    marks: list[int] = []
    depth = loose = 0
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in OPENING:
            depth += 1
            if operands[0] != "/Artifact" and len(operands) > 1 and "/MCID" in operands[1]:
                marks.append(int(operands[1]["/MCID"]))
        elif operator == CLOSING:
            depth -= 1
        elif operator in SHOWING and not depth:
            loose += 1
    return marks, loose


def crossed_margins(paper: Paper, white: float = 12.0) -> list[int]:
    """The pages of `paper` that write on their outermost `white` points, at the left or the right."""
    given = {"data": paper.pack(), "format": "pdf"}
    template = str(TEMPLATES.joinpath(f"{paper.template}.typ"))
    made = press._compiler().compile(template, format="png", ppi=36.0, sys_inputs=given)
    pages = made if isinstance(made, list) else [made]
    assert all(isinstance(page, bytes) for page in pages)
    return [number for number, page in enumerate(pages, 1) if not _has_margins(page, round(white / 2))]  # type: ignore[arg-type]


def _has_margins(picture: bytes, white: int) -> bool:
    image = Image.open(BytesIO(picture)).convert("L")
    wide, high = image.size
    sides = ((0, 0, white, high), (wide - white, 0, wide, high), (0, high - white, wide, high))
    return all(image.crop(side).getextrema() == (255, 255) for side in sides)
