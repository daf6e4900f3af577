"""The garderie on paper: what is asked for, what is drawn, pages cut where they may be, nothing outside the paper."""

import json
from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from locales.fr.days_said import Toward
from locales.fr.roll_asked import Asked, asked_session
from locales.sheets import presence, roll
from locales.sheets.drawing import draw
from locales.sheets.presence import PresenceSheet, Stay
from locales.sheets.roll import Pupil, RollSheet
from locales.voice import Voice
from models.rules.attendance import Expected, Signal
from models.rules.lines import Presence
from models.rules.presence_month import Totals, add_up
from models.vocabulary import Service
from tests.printed import crossed_margins, faults, pages_of, tags
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
@settings(max_examples=25, deadline=None)
def test_a_roll_is_tagged_and_keeps_within_its_margins(sheet: RollSheet) -> None:
    assert not faults(draw("roll", {"sheets": [sheet.pack()]}).content)
    assert not crossed_margins(roll.paper([sheet], VOICE))


def test_its_rows_say_what_is_known() -> None:
    pupils = [
        Pupil("Léa Durand", "CE2", Expected.ANNOUNCED, arrived=time(16, 40)),
        Pupil("Tom Durand", "MS", Expected.ANNOUNCED, Signal.ABSENT),
        Pupil("Inès Petit", "CP", Expected.USUAL, Signal.NO_MEAL),
        Pupil("Nino Roy", "CP", Expected.OTHER),
    ]
    made = words_of(sheet_of(pupils))
    assert plain(made["title"]) == "Garderie du soir – jeudi 26 novembre 2026"
    assert [
        (plain(group["name"]), [tuple(map(plain, row["cells"])) for row in group["rows"]]) for group in made["groups"]
    ] == [
        (
            "2 enfants annoncés",
            [("Léa Durand", "CE2", "16 h 40", "", ""), ("Tom Durand", "MS", "", "", "absence signalée")],
        ),
        ("Un habitué, non annoncé", [("Inès Petit", "CP", "", "", "cantine annulée")]),
        ("Un autre enfant", [("Nino Roy", "CP", "", "", "")]),
    ]
    marked = [row["cells"][0] for group in made["groups"] for row in group["rows"] if row["marked"]]
    assert marked == ["Tom Durand"]
    assert plain(words_of(replace(sheet_of([]), service=MORNING))["title"]).startswith("Garderie du matin")


def words_of(sheet: RollSheet) -> dict[str, Any]:
    (words,) = roll.paper([sheet], VOICE).words["sheets"]
    return dict(words)


# Pages


@pytest.mark.parametrize("count", [0, 1, 20, *range(26, 40), 60, *range(64, 78, 3), 300])
def test_every_child_has_a_line_and_no_page_is_of_blank_ones(count: int) -> None:
    content = draw("roll", {"sheets": [sheet_of(others(count)).pack()]}).content
    pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    children = [page.count("Nino") for page in pages]
    assert sum(children) == count
    assert all(children) or count == 0
    assert sum("Enfants qui ne sont pas sur la liste" in page for page in pages) == bool(count)
    assert all("Enfant Classe Arrivée Départ Note" in page for page in pages)
    assert tags(content).count("TR") == blank_rows(count) + count


def others(count: int) -> list[Pupil]:
    return [Pupil(f"Nino {number}", "CP", Expected.OTHER) for number in range(count)]


def blank_rows(count: int) -> int:
    """Besides the children's: the heads of the table, of the part, of the blank lines, and these."""
    return 1 + (2 if count else 0) + roll.BLANK


def test_pages_after_the_first_say_what_they_go_on_with() -> None:
    one = sheet_of(others(60))
    content = draw("roll", {"sheets": [replace(one, service=MORNING).pack(), one.pack()]}).content
    pages = [plain(page.extract_text()) for page in PdfReader(BytesIO(content)).pages]
    assert ["(suite)" in page for page in pages] == [False, True, False, True]
    assert ["page 1 sur 2" in page for page in pages] == [True, False, True, False]
    assert all("60 autres enfants, par classe" in page for page in pages)
    assert "Garderie du matin – jeudi 26 novembre 2026 (suite)" in pages[1]


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
@settings(max_examples=25, deadline=None)
def test_a_month_is_tagged_and_keeps_within_its_margins(sheet: PresenceSheet) -> None:
    assert not faults(draw("presence", {"sheets": [sheet.pack()]}).content)
    assert not crossed_margins(presence.paper([sheet], VOICE))


def test_its_rows_and_totals_are_said() -> None:
    at = datetime(2026, 11, 26, tzinfo=PARIS)
    gone, opens, closes = at.replace(hour=18, minute=42), time(16, 30), time(18, 30)
    presences = [
        Presence(1, 1, THURSDAY, MORNING, at.replace(hour=7, minute=41), None, opens=time(7, 30), closes=time(8, 50)),
        Presence(1, 1, THURSDAY, EVENING, None, gone, late=12, opens=opens, closes=closes),
        Presence(1, 1, FRIDAY, EVENING, None, at.replace(hour=17), late=3),
    ]
    sheet = replace(month_of(list(map(Stay.of, presences))), totals=add_up(presences))
    made = month_words(sheet)
    assert plain(made["title"]) == "Léa Durand – novembre 2026"
    assert made["subtitle"] == "Garderie, classe CE2"
    assert month_words(month_of([], group=""))["subtitle"] == "Garderie"
    assert [tuple(map(plain, row["cells"])) for row in made["rows"]] == [
        ("jeudi 26 novembre", "matin", "7 h 41", "–", "1 h 09", ""),
        ("jeudi 26 novembre", "soir", "–", "18 h 42", "2 h", "12 min"),
        ("vendredi 27 novembre", "soir", "–", "17 h", "–", "3 min"),
    ]
    assert list(map(plain, made["totals"])) == [
        "Matin : une séance, 1 h 09",
        "Soir : 2 séances, 2 h",
        "7 demi-heures commencées, matin et soir",
        "2 retards : 15 min",
    ]
    assert month_words(month_of([]))["totals"] == ["Aucun retard"]


def month_words(sheet: PresenceSheet) -> dict[str, Any]:
    (words,) = presence.paper([sheet], VOICE).words["sheets"]
    return dict(words)


def test_a_month_of_mornings_and_evenings_is_one_page() -> None:
    days = [date(2026, 11, day) for day in range(1, 24)]
    stays = [Stay(day, service, time(8), time(8, 30), 30, 0) for day in days for service in (MORNING, EVENING)]
    sheet = replace(month_of(stays), totals=Totals(23, 690, 23, 690, 46, 1, 5))
    assert pages_of(draw("presence", {"sheets": [sheet.pack()]}).content) == 1


def test_one_child_names_the_file_and_several_the_month() -> None:
    sheet = month_of([Stay(THURSDAY, EVENING, None, time(17), 30, 0)])
    assert draw("presence", {"sheets": [sheet.pack()]}).name == "lea-durand-novembre-2026.pdf"
    both = draw("presence", {"sheets": [sheet.pack(), replace(sheet, child="Tom Durand").pack()]})
    assert both.name == "presences-a-la-garderie-novembre-2026.pdf"
    assert len(PdfReader(BytesIO(both.content)).pages) == 2
