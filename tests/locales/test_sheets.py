"""Sheets as values and as drawn: nothing lost, nothing outside the page, nothing too small, every day told."""

import json
from datetime import date, timedelta
from io import BytesIO

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor

from locales.sheets import heading, month, year
from locales.sheets.drawing import draw
from locales.sheets.file import file_name
from locales.sheets.sheet import Cell, Sheet
from locales.voice import Voice
from models.refusals import Closed, PublicHoliday, Refusal, SchoolHoliday
from models.rules.squares import Shade, Square
from models.vocabulary import Holiday, Period, Service
from tests.printed import PALETTE, TEMPLATES, alternatives, crossed_margins, faults, pages_of, read_back

VOICE = Voice(markup=False)
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # a sheet takes minutes to make small
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


@pytest.mark.parametrize(("template", "months"), [("month", 1), ("year", 11), ("year", 12)])
@given(data=st.data())
@settings(max_examples=20, deadline=None, phases=NO_SHRINKING)
def test_a_child_is_one_tagged_page_that_keeps_within_its_margins(
    template: str, months: int, data: st.DataObject
) -> None:
    sheet = data.draw(sheets(months))
    content = draw("pages", {"sheets": [sheet.pack()]}).content
    assert not faults(content)
    assert pages_of(content) == 1
    page = {"month": month, "year": year}[template]
    assert not crossed_margins(heading.paper(template, [sheet], [page.words(sheet, VOICE)], VOICE))
    picture = Image.open(BytesIO(draw("picture", sheet.pack()).content))
    assert picture.width == 1080 < picture.height < 10_000 - 1080


@given(sheets())
def test_every_day_of_a_month_is_told(sheet: Sheet) -> None:
    told = month.words(sheet, VOICE)["weeks"]
    days = [day["number"] for week in told for run in week["runs"] if run for day in run["days"]]
    assert days == [str(day.day) for day in sheet.period if day.isoweekday() in sheet.weekdays]


@given(sheets(months=11))
def test_every_day_of_a_year_is_told(sheet: Sheet) -> None:
    told = year.words(sheet, VOICE)["months"]
    days = [day["number"] for each in told for week in each["weeks"] for day in week if day]
    assert days == [str(day.day) for day in sheet.period if day.isoweekday() in sheet.weekdays]


def test_a_holiday_is_one_band_with_its_name_once_a_week() -> None:
    days = Period(date(2026, 12, 21), date(2026, 12, 24))
    cells = dict.fromkeys(days, Cell(Shade.HOLIDAY, name="vacances de Noël"))
    sheet = Sheet("Léa", Period(date(2026, 12, 1), date(2026, 12, 31)), date(2026, 11, 26), cells)
    text = read_back(draw("pages", {"sheets": [sheet.pack()]}).content)
    assert text.count("vacances de Noël") == 1
    assert all(word in text for word in ("lundi", "vendredi", "S49", "S53"))
    assert "samedi" not in text


@pytest.mark.parametrize("last", [date(2026, 12, 31), date(2027, 7, 31)])
def test_whoever_hears_a_sheet_is_told_what_each_day_is(last: date) -> None:
    cells = {
        date(2026, 12, 3): Cell(Shade.BOOKED, BOTH_SESSIONS),
        date(2026, 12, 4): Cell(Shade.CLOSED, name="grève " * 30),
    }
    first = date(2026, 12, 1)
    content = draw("pages", {"sheets": [Sheet("Léa", Period(first, last), first, cells).pack()]}).content
    said = alternatives(content)
    assert said.count("cantine réservée") == 1
    assert [words for words in said if words.startswith("fermé")] == (
        [f"fermé ({'grève ' * 30})"] if last.year == 2026 else ["fermé"]
    )
    if last.year == 2027:
        assert said.count("garderie, matin") == said.count("garderie, soir") == 1


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


def test_a_picture_holds_the_palette_s_own_colours() -> None:
    cells = {date(2026, 12, 3): Cell(Shade.BOOKED), date(2026, 12, 4): Cell(Shade.CLOSED, name="grève")}
    sheet = Sheet("Léa", Period(date(2026, 12, 1), date(2026, 12, 31)), date(2026, 11, 26), cells)
    picture = Image.open(BytesIO(draw("picture", sheet.pack()).content))
    colours = {colour for _, colour in picture.convert("RGB").getcolors(2_000_000) or ()}
    for shade in (Shade.BOOKED, Shade.CLOSED, Shade.OFF):
        assert ImageColor.getrgb(PALETTE["shades"][shade]["fill"]) in colours


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


SHADES: dict[str, dict[str, str]] = PALETTE["shades"]
INKS = [ink for inks in ("shades", "sessions", "owed") for ink in PALETTE[inks].values()]


@pytest.mark.parametrize("ink", INKS)
def test_words_can_be_read_on_their_colour(ink: dict[str, str]) -> None:
    assert contrast(ink["fill"], ink["words"]) >= 4.5


@pytest.mark.parametrize("quiet", ["text", "quiet"])
def test_words_can_be_read_on_paper_and_on_a_shaded_row(quiet: str) -> None:
    assert all(contrast(PALETTE[quiet], PALETTE[ground]) >= 4.5 for ground in ("paper", "shade"))


def test_booked_is_told_from_all_else_without_colours() -> None:
    booked = SHADES[Shade.BOOKED]["fill"]
    assert all(contrast(booked, ink["fill"]) >= 3 for shade, ink in SHADES.items() if shade != Shade.BOOKED)


@pytest.mark.parametrize("shade", Shade)
def test_each_shade_has_its_words_its_colours_and_its_sign(shade: Shade) -> None:
    assert Voice().has(f"sheet-legend-{shade}")
    assert shade in SHADES
    assert f"{shade}:" in TEMPLATES.joinpath("planning.typ").read_text("utf-8")


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
    assert pages_of(pages.content) == 2


def test_a_table_is_a_csv_that_says_the_same_each_time() -> None:
    facts = {"name": "factures 2026-11", "headings": ["numero", "foyer"], "rows": [["2026-0001", "=1+1"], ["", 3]]}
    file = draw("table", facts)
    assert file.name == "factures-2026-11.csv"
    assert file.content.decode("utf-8-sig") == "numero;foyer\r\n2026-0001;'=1+1\r\n;3\r\n"
    assert draw("table", facts) == file
