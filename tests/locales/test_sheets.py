"""Sheets as values and as drawn: nothing lost, nothing outside the page, nothing too small, every day told."""

import json
import re
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor
from pypdf import PdfReader

from locales.sheets import month, year
from locales.sheets.canvas import LANDSCAPE, PORTRAIT, WIDE, Paper, whole
from locales.sheets.drawing import draw
from locales.sheets.file import file_name
from locales.sheets.marks import MARKS
from locales.sheets.palette import SESSIONS, SHADES, Ink
from locales.sheets.raster import Raster
from locales.sheets.sheet import Cell, Sheet
from locales.sheets.vector import Vector
from locales.voice import Voice
from models.refusals import Closed, PublicHoliday, Refusal, SchoolHoliday
from models.rules.squares import Shade, Square
from models.vocabulary import Holiday, Period, Service
from tests.ruler import Ruler

WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "So"]), max_size=40)
NAMES = st.one_of(st.sampled_from(["Léa", "Marie-Amélie Charlotte", "Łucja", "Ειρήνη", "W" * 60]), WORDS)
CELLS = st.builds(
    Cell,
    st.sampled_from(Shade),
    st.sampled_from([(), (Service.GARDERIE_MATIN,), (Service.GARDERIE_MATIN, Service.GARDERIE_SOIR)]),
    st.sampled_from(["", "vacances de la Toussaint", "grève des transports", "Anticonstitutionnellement"]) | WORDS,
)
BOTH_SESSIONS = (Service.GARDERIE_MATIN, Service.GARDERIE_SOIR)
MONTHS = st.dates(date(2020, 1, 1), date(2035, 12, 1)).map(lambda day: day.replace(day=1))


def end_of(first: date, months: int = 1) -> date:
    for _ in range(months):
        first = (first + timedelta(days=31)).replace(day=1)
    return first - timedelta(days=1)


@st.composite
def sheets(pick: st.DrawFn, months: int = 1) -> Sheet:
    first = pick(MONTHS)
    period = Period(first, end_of(first, months))
    week = pick(st.lists(CELLS, min_size=7, max_size=7))
    last = pick(st.sampled_from([5, 5, 6, 7]))
    cells = {day: week[(day.day + day.month) % 7] for day in period if day.isoweekday() <= last}
    return Sheet(pick(NAMES), period, pick(st.dates(date(2020, 1, 1), date(2035, 1, 1))), cells)


@given(sheets())
def test_a_sheet_waits_as_json_and_is_the_same_after_it(sheet: Sheet) -> None:
    assert Sheet.unpack(json.loads(json.dumps(sheet.pack()))) == sheet


@given(sheets(months=11))
def test_every_day_of_every_month_has_its_place_once(sheet: Sheet) -> None:
    shown = [day for month_ in sheet.months() for week in sheet.weeks(month_) for day in week if day]
    assert shown == [day for day in sheet.period if day.isoweekday() in sheet.weekdays]
    assert len(list(sheet.months())) == 11
    assert sum(sheet.count(Service.CANTINE, each) for each in sheet.months()) == sheet.count(Service.CANTINE)


@pytest.mark.parametrize(("page", "months"), [(month, 1), (year, 11), (year, 12)])
@given(data=st.data())
@settings(max_examples=20)
def test_nothing_leaves_the_page_and_all_of_it_can_be_read(page: Any, months: int, data: st.DataObject) -> None:
    sheet = data.draw(sheets(months))
    ruler = Ruler.phone(page.height(sheet))
    page.draw(ruler, sheet, Voice(markup=False))
    assert not ruler.wrong
    assert not ruler.overlaps()
    assert page.height(sheet) + WIDE < 10_000
    for day in sheet.period:
        if day.isoweekday() in sheet.weekdays:
            assert str(day.day) in ruler.said


def test_a_holiday_is_one_band_with_its_name_once_a_week() -> None:
    days = Period(date(2026, 12, 21), date(2026, 12, 24))
    cells = dict.fromkeys(days, Cell(Shade.HOLIDAY, name="vacances de Noël"))
    sheet = Sheet("Léa", Period(date(2026, 12, 1), date(2026, 12, 31)), date(2026, 11, 26), cells)
    ruler = Ruler.phone(month.height(sheet))
    month.draw(ruler, sheet, Voice(markup=False))
    assert ruler.said.count("vacances de Noël") == 1
    assert {"lundi", "vendredi", "S49", "S53"} <= set(ruler.said)
    assert "samedi" not in ruler.said


def test_a_saturday_with_school_has_its_column() -> None:
    cells = {date(2026, 12, 5): Cell(Shade.BOOKED)}
    sheet = Sheet("Léa", Period(date(2026, 12, 1), date(2026, 12, 31)), date(2026, 11, 26), cells)
    assert sheet.weekdays == (1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize("facts", ["month", "year"])
def test_the_same_recipe_is_the_same_file(facts: str) -> None:
    period = Period(date(2026, 9, 1), date(2027, 7, 31) if facts == "year" else date(2026, 9, 30))
    packed = Sheet("Léa", period, date(2026, 9, 1), {date(2026, 9, 3): Cell(Shade.BOOKED)}).pack()
    for drawing, recipe in (("picture", packed), ("pages", {"sheets": [packed]})):
        assert draw(drawing, recipe).content == draw(drawing, recipe).content


def test_both_canvases_measure_alike() -> None:
    """What fits a line of the picture fits it on the page."""
    raster, vector = Raster(10), Vector("")
    for words in ("décembre 2026 — Léa", "vacances de Noël", "Łucja", "28"):
        for bold in (True, False):
            assert raster.width(words, 30, bold=bold) == pytest.approx(vector.width(words, 30, bold=bold), rel=0.03)


@pytest.mark.parametrize("paper", [PORTRAIT, LANDSCAPE])
def test_what_is_to_be_printed_is_a4_in_points_beside_pages_of_the_phone_s_size(paper: Paper) -> None:
    canvas = Vector("")
    canvas.paper(paper)
    canvas.box(40, 40, 100, 20, "#FFFFFF", edge="#1C2733")
    canvas.text(44, 54, "En haut", 9, "#1C2733")
    canvas.text(44, paper.high - 20, "en bas", 9, "#1C2733")
    canvas.page(1000)
    first, second = PdfReader(BytesIO(canvas.pdf())).pages
    assert (round(first.mediabox.width), round(first.mediabox.height)) == (paper.wide, paper.high)
    assert (round(second.mediabox.width), round(second.mediabox.height)) == (595, 842)
    heights: dict[str, float] = {}

    def note(words: str, _page: object, place: list[float], *_: object) -> None:
        heights[words.strip()] = place[5]

    first.extract_text(visitor_text=note)
    assert heights["En haut"] == pytest.approx(paper.high - 54, abs=1)
    assert heights["en bas"] == pytest.approx(20, abs=1)


@given(WORDS, st.floats(20, 200), st.booleans())
def test_words_printed_whole_lose_nothing_and_keep_within_their_column(words: str, wide: float, bold: bool) -> None:
    ruler = Ruler.printed(PORTRAIT)
    lines = whole(ruler, words, 9, wide, bold=bold)
    assert "".join(lines).replace(" ", "") == re.sub(r"[ \t\n]", "", words.strip())
    assert all(ruler.width(line, 9, bold=bold) <= wide for line in lines if len(line) > 1)


def test_a_no_break_space_holds_its_words_together() -> None:
    ruler = Ruler.printed(PORTRAIT)
    assert whole(ruler, "tout de suite : 3,30\u00a0€", 9, ruler.width("suite : 3,30", 9)) == [
        "tout de",
        "suite :",
        "3,30\u00a0€",
    ]


def test_a_picture_is_as_high_as_its_sheet_and_holds_the_palette_s_own_colours() -> None:
    cells = {date(2026, 12, 3): Cell(Shade.BOOKED), date(2026, 12, 4): Cell(Shade.CLOSED, name="grève")}
    sheet = Sheet("Léa", Period(date(2026, 12, 1), date(2026, 12, 31)), date(2026, 11, 26), cells)
    picture = Image.open(BytesIO(draw("picture", sheet.pack()).content))
    assert picture.size == (1080, round(month.height(sheet)))
    colours = {colour for _, colour in picture.convert("RGB").getcolors(2_000_000) or ()}
    for shade in (Shade.BOOKED, Shade.CLOSED, Shade.OFF):
        assert ImageColor.getrgb(SHADES[shade].fill) in colours


# The palette


def luminance(colour: str) -> float:
    """WCAG 2.2's relative luminance."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in ImageColor.getrgb(colour)[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ink", [*SHADES.values(), *SESSIONS.values()])
def test_words_can_be_read_on_their_colour(ink: Ink) -> None:
    assert contrast(ink.fill, ink.words) >= 4.5


def test_booked_is_told_from_all_else_without_colours() -> None:
    booked = SHADES[Shade.BOOKED].fill
    assert all(contrast(booked, ink.fill) >= 3 for shade, ink in SHADES.items() if shade is not Shade.BOOKED)


@pytest.mark.parametrize("shade", Shade)
def test_each_shade_has_its_words_and_all_but_a_free_day_its_own_sign(shade: Shade) -> None:
    assert Voice().has(f"sheet-legend-{shade}")
    assert (shade in MARKS) is (shade is not Shade.FREE)


# Names of files


@given(st.lists(WORDS, max_size=3))
def test_a_file_s_name_is_plain(words: list[str]) -> None:
    name = file_name(*words, extension="pdf")
    assert name.isascii()
    assert name.endswith(".pdf")
    assert not set(name) & set("/\\ \"'<>:|?*;")


@pytest.mark.parametrize(
    ("why", "booked", "name"),
    [
        (PublicHoliday(date(2026, 11, 11), "Armistice"), (), "Armistice"),
        (SchoolHoliday(date(2026, 12, 21), Holiday.NOEL), (), "vacances de Noël"),
        (Closed(date(2026, 12, 3), "grève"), (), "grève"),
        (Closed(date(2026, 12, 3), "grève"), (1,), ""),
        (None, (), ""),
    ],
)
def test_a_closed_day_bears_its_reason_unless_something_is_booked(
    why: Refusal | None, booked: tuple[int, ...], name: str
) -> None:
    square = Square(date(2026, 12, 3), Service.CANTINE, (1,), booked, why=why)
    assert Cell.of(square, (), Voice()).name == name


def test_a_recipe_becomes_a_picture_or_a_page_a_child() -> None:
    first = date(2026, 12, 1)
    sheet = Sheet("Léa", Period(first, end_of(first)), first, {first: Cell(Shade.BOOKED, BOTH_SESSIONS)})
    picture = draw("picture", sheet.pack())
    assert Image.open(BytesIO(picture.content)).format == "PNG"
    pages = draw("pages", {"sheets": [sheet.pack(), sheet.pack()]})
    assert len(PdfReader(BytesIO(pages.content)).pages) == 2


def test_a_table_is_a_csv_that_says_the_same_each_time() -> None:
    facts = {"name": "factures 2026-11", "headings": ["numero", "foyer"], "rows": [["2026-0001", "=1+1"], ["", 3]]}
    file = draw("table", facts)
    assert file.name == "factures-2026-11.csv"
    assert file.content.decode("utf-8-sig") == "numero;foyer\r\n2026-0001;'=1+1\r\n;3\r\n"
    assert draw("table", facts) == file
