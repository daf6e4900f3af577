"""The garderie on paper: what is asked for, what is drawn, pages cut where they may be, nothing outside the paper."""

import json
from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from locales.fr.days_said import Toward
from locales.fr.roll_asked import Asked, asked_session
from locales.sheets import grid, presence, roll
from locales.sheets.drawing import draw
from locales.sheets.grid import Column, Grid, Row
from locales.sheets.presence import PresenceSheet, Stay
from locales.sheets.roll import Pupil, RollSheet
from locales.voice import Voice
from models.rules.attendance import Expected, Signal
from models.rules.lines import Presence
from models.rules.presence_month import Totals, add_up
from models.vocabulary import Service
from tests.ruler import Ruler
from tests.till import SERCUS

PARIS = ZoneInfo("Europe/Paris")
VOICE = Voice(markup=False)
NOW = datetime(2026, 11, 26, 10, tzinfo=PARIS)
THURSDAY, FRIDAY, MONDAY = date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 30)
MORNING, EVENING = Service.GARDERIE_MATIN, Service.GARDERIE_SOIR
NAMES = st.one_of(
    st.sampled_from(["Léa Durand", "W" * 60, "Marie-Amélie Charlotte de La Rochefoucauld", ""]), st.text()
)
HOURS = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))
PUPILS = st.lists(st.builds(Pupil, NAMES, NAMES, st.sampled_from(Expected), st.sampled_from(Signal), HOURS, HOURS))
STAYS = st.lists(
    st.builds(
        Stay,
        st.dates(date(2026, 11, 1), date(2026, 11, 30)),
        st.sampled_from([MORNING, EVENING]),
        HOURS,
        HOURS,
        st.none() | st.integers(0, 1440),
        st.integers(0, 300),
    ),
    max_size=80,
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


# What is asked for


def asked(text: str) -> Asked | None:
    return asked_session(text, THURSDAY, SERCUS.calendar, Toward.AHEAD)


@pytest.mark.parametrize(
    ("text", "day", "service"),
    [
        ("", None, None),
        ("soir", None, EVENING),
        ("du matin", None, MORNING),
        ("garderie du soir", None, EVENING),
        ("demain", FRIDAY, None),
        ("Demain Matin", FRIDAY, MORNING),
        ("aujourd’hui", THURSDAY, None),
        ("lundi", MONDAY, None),
        ("pour lundi soir", MONDAY, EVENING),
        ("30/11 matin", MONDAY, MORNING),
        ("24/11", date(2026, 11, 24), None),
        ("le 1er décembre", date(2026, 12, 1), None),
        ("vendrdi soire", FRIDAY, EVENING),
        ("lun. matin svp", MONDAY, MORNING),
        ("ce soir", THURSDAY, EVENING),
    ],
)
def test_a_day_and_a_session_are_read(text: str, day: date | None, service: Service | None) -> None:
    assert asked(text) == Asked(day, service)


@pytest.mark.parametrize(
    "text",
    ["bidule", "matin soir", "lundi et mardi", "semaine prochaine", "décembre", "42", "demain bidule", "lundi Tom"],
)
def test_anything_else_is_not_guessed(text: str) -> None:
    assert asked(text) is None


@given(st.text(max_size=60))
def test_nothing_typed_raises(text: str) -> None:
    assert asked(text) is None or isinstance(asked(text), Asked)


# The sheet of a session


def sheet_of(pupils: list[Pupil]) -> RollSheet:
    ordered = tuple(sorted(pupils, key=lambda pupil: pupil.expected))
    return RollSheet(THURSDAY, EVENING, time(16, 30), time(18, 30), NOW, ordered)


@given(PUPILS.map(sheet_of))
def test_a_roll_waits_as_json_and_is_the_same_after_it(sheet: RollSheet) -> None:
    assert RollSheet.unpack(json.loads(json.dumps(sheet.pack()))) == sheet


@given(PUPILS.map(sheet_of))
def test_a_roll_keeps_within_its_paper(sheet: RollSheet) -> None:
    canvas = Ruler()
    grid.draw(canvas, roll.grid(sheet, VOICE), VOICE)
    assert canvas.wrong == []
    assert canvas.overlaps() == []


def test_its_rows_say_what_is_known() -> None:
    pupils = [
        Pupil("Léa Durand", "CE2", Expected.ANNOUNCED, arrived=time(16, 40)),
        Pupil("Tom Durand", "MS", Expected.ANNOUNCED, Signal.ABSENT),
        Pupil("Inès Petit", "CP", Expected.USUAL, Signal.NO_MEAL),
        Pupil("Nino Roy", "CP", Expected.OTHER),
    ]
    made = roll.grid(sheet_of(pupils), VOICE)
    assert plain(made.title) == "Garderie du soir – jeudi 26 novembre 2026"
    assert [plain(row.heading) or tuple(map(plain, row.cells)) for row in made.rows] == [
        "2 enfants annoncés",
        ("Léa Durand", "CE2", "16 h 40", "", ""),
        ("Tom Durand", "MS", "", "", "absence signalée"),
        "Un habitué, non annoncé",
        ("Inès Petit", "CP", "", "", "cantine annulée"),
        "Un autre enfant",
        ("Nino Roy", "CP", "", "", ""),
        "Enfants qui ne sont pas sur la liste",
    ]
    assert [row.cells[0] for row in made.rows if row.marked] == ["Tom Durand"]
    assert plain(replace_service(MORNING).title).startswith("Garderie du matin")


def replace_service(service: Service) -> Grid:
    return roll.grid(replace(sheet_of([]), service=service), VOICE)


def test_there_are_always_blank_lines_to_the_end_of_the_page() -> None:
    for count in (0, 1, 20, 27, 28, 29, 30, 31, 32, 90):
        made = roll.grid(sheet_of([Pupil(f"Nino {n}", "CP", Expected.OTHER) for n in range(count)]), VOICE)
        pages = made.pages()
        assert sum(not (row.cells or row.heading) for page in pages for row in page) >= roll.BLANK
        assert {len(page) for page in pages[-1:]} == {made.held}


# Pages


@given(st.lists(st.booleans(), max_size=200))
def test_every_row_is_on_a_page_in_its_order_and_no_heading_ends_one(headings: list[bool]) -> None:
    rows = tuple(Row(heading=f"{n}") if heading else Row((f"{n}",)) for n, heading in enumerate(headings))
    made = Grid("", "", (Column("", 100),), rows, "", 20)
    pages = made.pages()
    assert [row for page in pages for row in page] == list(rows)
    assert all(len(page) <= made.held for page in pages)
    assert not any(page[-1].heading for page in pages[:-1])


def test_the_recipes_become_pages_that_are_always_the_same() -> None:
    one = sheet_of([Pupil("Léa Durand", "CE2", Expected.ANNOUNCED)])
    recipe = {"sheets": [replace(one, service=MORNING).pack(), one.pack()]}
    drawn = draw("roll", recipe)
    assert drawn.name == "garderie-jeudi-26-novembre-2026.pdf"
    assert draw("roll", {"sheets": [one.pack()]}).name == "garderie-du-soir-jeudi-26-novembre-2026.pdf"
    assert not drawn.is_photo
    assert len(PdfReader(BytesIO(drawn.content)).pages) == 2
    assert drawn.content == draw("roll", recipe).content


# The month of a child


def month_of(stays: list[Stay], group: str = "CE2") -> PresenceSheet:
    return PresenceSheet("Léa Durand", group, date(2026, 11, 1), date(2026, 12, 3), tuple(stays), add_up([]))


@given(STAYS.map(month_of))
def test_a_month_waits_as_json_and_is_the_same_after_it(sheet: PresenceSheet) -> None:
    assert PresenceSheet.unpack(json.loads(json.dumps(sheet.pack()))) == sheet


@given(STAYS.map(month_of))
def test_a_month_keeps_within_its_paper(sheet: PresenceSheet) -> None:
    canvas = Ruler()
    grid.draw(canvas, presence.grid(sheet, VOICE), VOICE)
    assert canvas.wrong == []
    assert canvas.overlaps() == []


def test_its_rows_and_totals_are_said() -> None:
    at = datetime(2026, 11, 26, tzinfo=PARIS)
    gone, opens, closes = at.replace(hour=18, minute=42), time(16, 30), time(18, 30)
    presences = [
        Presence(1, 1, THURSDAY, MORNING, at.replace(hour=7, minute=41), None, opens=time(7, 30), closes=time(8, 50)),
        Presence(1, 1, THURSDAY, EVENING, None, gone, late=12, opens=opens, closes=closes),
        Presence(1, 1, FRIDAY, EVENING, None, at.replace(hour=17), late=3),
    ]
    sheet = replace(month_of(list(map(Stay.of, presences))), totals=add_up(presences))
    made = presence.grid(sheet, VOICE)
    assert plain(made.title) == "Léa Durand – novembre 2026"
    assert made.subtitle == "Garderie, classe CE2"
    assert presence.grid(month_of([], group=""), VOICE).subtitle == "Garderie"
    assert [plain(row.heading) or tuple(map(plain, row.cells)) for row in made.rows] == [
        ("jeudi 26 novembre", "matin", "7 h 41", "–", "1 h 09", ""),
        ("jeudi 26 novembre", "soir", "–", "18 h 42", "2 h", "12 min"),
        ("vendredi 27 novembre", "soir", "–", "17 h", "–", "3 min"),
        "Matin : une séance, 1 h 09",
        "Soir : 2 séances, 2 h",
        "7 demi-heures commencées, matin et soir",
        "2 retards : 15 min",
    ]
    assert presence.grid(month_of([]), VOICE).rows == (Row(heading="Aucun retard"),)


def test_a_month_of_mornings_and_evenings_is_one_page() -> None:
    days = [date(2026, 11, day) for day in range(1, 24)]
    stays = [Stay(day, service, time(8), time(8, 30), 30, 0) for day in days for service in (MORNING, EVENING)]
    sheet = replace(month_of(stays), totals=Totals(23, 690, 23, 690, 46, 1, 5))
    assert len(presence.grid(sheet, VOICE).pages()) == 1


def test_one_child_names_the_file_and_several_the_month() -> None:
    sheet = month_of([Stay(THURSDAY, EVENING, None, time(17), 30, 0)])
    assert draw("presence", {"sheets": [sheet.pack()]}).name == "lea-durand-novembre-2026.pdf"
    both = draw("presence", {"sheets": [sheet.pack(), replace(sheet, child="Tom Durand").pack()]})
    assert both.name == "presences-a-la-garderie-novembre-2026.pdf"
    assert len(PdfReader(BytesIO(both.content)).pages) == 2
