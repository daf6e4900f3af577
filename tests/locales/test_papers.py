"""Every paper: tagged, dated, in order, the same twice; and whatever a name or a reason holds, a whole one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from locales.sheets import certificate, heading, invoice, month, presence, press, roll, takings, year
from locales.sheets.paper import Paper, readable
from locales.sheets.presence import PresenceSheet, Stay
from locales.sheets.roll import Pupil, RollSheet
from locales.sheets.sheet import Cell, Sheet
from locales.voice import Voice
from models.rules.attendance import Expected
from models.rules.presence_month import add_up
from models.rules.squares import Shade
from models.vocabulary import Period, Service
from tests.locales.test_certificate_paper import LEA
from tests.locales.test_invoice_paper import SERCUS, bill, meals, of
from tests.locales.test_takings import FIGURES
from tests.printed import TEMPLATES, crossed_margins, dated, faults, read_back, run_together, tags

VOICE = Voice(markup=False)
MADE = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 10, tzinfo=ZoneInfo("Europe/Paris"))
BAD = (
    "#let x = 1",
    "#pagebreak()",
    '#read("/etc/passwd")',
    "$x^2$ \\ \"Léa\" 'Zoé' `code`",
    "*Léa* _Zoé_ ~ -- ...",
    "= Titre",
    "- un",
    "@ref <label>",
    "// rien",
    "/* rien",
    "https://exemple.fr",
    "{page} □ ■",
    "<b>Léa</b> &amp;",
)
ODD = (
    "",
    " ",
    "W" * 200,
    "Marie-Amélie Charlotte " * 9,
    "Léa 🦄 👩‍👧 🇫🇷",
    "שלום כהן",
    "محمد بن علي",
    "李小龍",
    "ไทย",
    "Z" + "\u0351\u036b\u0343" * 9,
    "Le\u0301a",
    "a\u202eb\u0000c\u2028d\ud800e\ue000f",
    "\uffff",
    "Léa\nDurand\tPetit",
)


def an_invoice(name: str) -> Paper:
    facts = {
        "why": name,
        "addressee": (name, name),
        "sender": replace(SERCUS, name=name.strip() or "Sercus", address=name),
    }
    return invoice.paper(bill(*((name, line) for line in of(1)[:3]), **facts), VOICE)


def a_certificate(name: str) -> Paper:
    return certificate.paper(replace(LEA, child=name, payers=(name, name), addressee=(name,)), VOICE)


def a_roll(name: str) -> Paper:
    pupils = (Pupil(name, name, Expected.ANNOUNCED), Pupil(name, name, Expected.OTHER))
    return roll.paper([RollSheet(MADE, Service.GARDERIE_SOIR, time(16, 30), time(18, 30), NOW, pupils)], VOICE)


def a_presence(name: str) -> Paper:
    stays = (Stay(MADE, Service.GARDERIE_SOIR, None, time(17), 30, 0),)
    return presence.paper([PresenceSheet(name, name, MADE.replace(day=1), MADE, stays, add_up([]))], VOICE)


def a_month(name: str) -> Paper:
    cells = {date(2026, 11, day): Cell(Shade.CLOSED, (Service.GARDERIE_SOIR,), name) for day in (23, 24, 26)}
    sheet = Sheet(name, Period(date(2026, 11, 1), date(2026, 11, 30)), MADE, cells)
    return heading.paper("month", [sheet], [month.words(sheet, VOICE)], VOICE)


def a_year(name: str) -> Paper:
    cells = {MADE: Cell(Shade.BOOKED, (Service.GARDERIE_SOIR,), name)}
    sheet = Sheet(name, Period(date(2026, 9, 1), date(2027, 7, 31)), MADE, cells)
    return heading.paper("year", [sheet], [year.words(sheet, VOICE)], VOICE)


def figures(_: str) -> Paper:
    return takings.paper(FIGURES, VOICE)


PAPERS = (an_invoice, a_certificate, a_roll, a_presence, a_month, a_year)
Make = Callable[[str], Paper]


@pytest.mark.parametrize("make", [*PAPERS, figures])
def test_a_paper_is_tagged_dated_and_the_same_twice(make: Make) -> None:
    made = make("Léa Durand")
    content = press.pdf(made)
    assert not faults(content)
    assert not crossed_margins(made)
    assert dated(content) == made.made
    assert content == press.pdf(made)


def test_a_paper_that_is_not_checked_when_it_is_set_is_found_out() -> None:
    """The reader of these tests sees what the library refuses."""
    made = a_certificate("Léa")
    given = {"data": made.pack(), "format": "pdf"}
    template = str(TEMPLATES.joinpath("certificate.typ"))
    content = press._compiler().compile(template, format="pdf", sys_inputs=given)
    assert isinstance(content, bytes)
    assert faults(content) == ["no claim", "no title shown", "page 1: not in the structure"]


@pytest.mark.parametrize("make", PAPERS)
@pytest.mark.parametrize("name", BAD)
def test_what_would_be_markup_is_shown_as_it_was_typed(make: Make, name: str) -> None:
    content = press.pdf(make(name))
    assert not faults(content)
    assert run_together(name) in run_together(read_back(content))
    assert tags(content) == tags(press.pdf(make("Léa")))


@pytest.mark.parametrize("make", PAPERS)
@pytest.mark.parametrize("name", ODD)
def test_any_letters_make_a_whole_paper(make: Make, name: str) -> None:
    made = make(name)
    content = press.pdf(made)
    assert not faults(content)
    assert not crossed_margins(made)


@pytest.mark.parametrize("make", [a_month, a_year])
@pytest.mark.parametrize("name", ODD)
def test_any_letters_make_a_picture(make: Make, name: str) -> None:
    assert press.png(make(name)).startswith(b"\x89PNG")


@given(st.sampled_from(PAPERS), st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_nothing_typed_breaks_a_paper(make: Make, name: str) -> None:
    assert not faults(press.pdf(make(name)))


def test_letters_no_font_has_keep_their_meaning() -> None:
    """They are shown as a box; whoever copies or hears the text gets the letter."""
    assert "🦄" in read_back(press.pdf(a_certificate("🦄")))


def test_names_in_other_scripts_can_be_read() -> None:
    text = run_together(read_back(press.pdf(a_certificate("Łucja Ειρήνη Жанна"))))
    assert "ŁucjaΕιρήνηЖанна" in text


def test_an_invoice_of_300_lines_is_whole() -> None:
    content = press.pdf(invoice.paper(bill(*(("Léa", meals(1, 1 + n % 28)) for n in range(300))), VOICE))
    assert not faults(content)
    assert read_back(content).count("Cantine : repas") == 300
    assert tags(content).count("TR") == 300 + 3


def test_a_month_of_300_sessions_is_whole() -> None:
    stays = tuple(Stay(MADE, Service.GARDERIE_SOIR, None, time(17), n, 0) for n in range(300))
    made = presence.paper([PresenceSheet("Léa", "", MADE.replace(day=1), MADE, stays, add_up([]))], VOICE)
    content = press.pdf(made)
    assert not faults(content)
    assert read_back(content).count("jeudi 26 novembre soir") == 300


def test_nothing_to_bill_and_nobody_on_the_list_are_whole_papers_too() -> None:
    nobody = RollSheet(MADE, Service.GARDERIE_SOIR, time(16, 30), time(18, 30), NOW, ())
    for made in (invoice.paper(bill(), VOICE), roll.paper([nobody], VOICE)):
        assert not faults(press.pdf(made))


def test_a_template_that_fails_says_so_and_gives_no_paper(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "templates"
    broken.mkdir()
    (broken / "invoice.typ").write_text("#let x = ")
    monkeypatch.setattr(press, "files", lambda _: tmp_path)
    press._compiler.cache_clear()
    try:
        with pytest.raises(typst.TypstError):
            press.pdf(an_invoice("Léa"))
    finally:
        press._compiler.cache_clear()


def test_what_a_paper_lacks_is_an_error_not_a_hole() -> None:
    made = an_invoice("Léa")
    with pytest.raises(typst.TypstError):
        press.pdf(replace(made, words={key: words for key, words in made.words.items() if key != "totals"}))
    with pytest.raises(typst.TypstError):
        press.pdf(replace(made, title=""))


def test_templates_say_nothing_themselves() -> None:
    """No French sentence in them: what is read comes from the catalogues."""
    for template in [one for one in TEMPLATES.iterdir() if one.name.endswith(".typ")]:
        lines = template.read_text("utf-8").splitlines()
        assert lines[0].startswith("// "), template.name
        assert not [line for line in lines if not line.startswith(("//", "#", " ", ")", "}")) and line], template.name


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("1\u202f234", "1\u00a0234"),
        ("a\u202eb\u2066c\u200bd", "abcd"),
        ("a\u0000b\nc\u2028d", "a b c d"),
        ("\ud800\ue000x", "x"),
        ("क्\u200dष", "क्\u200dष"),
        ("e\u0301\u0302\u0303\u0304", "e\u0301\u0302"),
    ],
)
def test_what_cannot_be_seen_is_left_out(typed: str, seen: str) -> None:
    assert readable(typed) == seen
