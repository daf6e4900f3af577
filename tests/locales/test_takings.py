"""The month in figures, said and drawn: every figure in both, nothing cut off, bars as long as their values."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from locales.fr.spelling import write_duration
from locales.sheets import press
from locales.sheets import takings as sheet
from locales.sheets.drawing import draw
from locales.voice import Voice
from models.rules.takings import Amounts, Claims, Takings, Use
from tests.printed import crossed_margins, faults, read_back, run_together

VOICE = Voice(date(2026, 12, 8))
NOVEMBER, TODAY = date(2026, 11, 1), date(2026, 12, 8)
FIGURES = Takings(
    NOVEMBER,
    TODAY,
    True,
    Use(812, 7, 23, 6215, 17440),
    Amounts(278310, 61500, 154220, 2700),
    Claims(489950, 4080, 312045, 177905),
    (177905, 4230, 0, 12850),
)
SAID = """\
<b>Les chiffres de novembre 2026</b>
Factures émises. Les avoirs sont déduits.

<b>Cantine (repas)</b>
• Réservés : 812
• Sans réservation : 7
• Absences signalées : 23

<b>Garderie (temps de présence)</b>
• Matin : 103 h 35
• Soir : 290 h 40

<b>Montants par service</b>
• Cantine : 2 783,10 €
• Garderie du matin : 615,00 €
• Garderie du soir : 1 542,20 €
• dont retards : 27,00 €

<b>Factures de novembre</b>
• Facturé : 4 899,50 €
• Payé : 3 120,45 €
• Reste à payer : 1 779,05 €
• Reporté (trop petit) : 40,80 €

<b>Reste à payer de tous les mois, depuis l’émission</b>
• 0 à 30 jours : 1 779,05 €
• 31 à 60 jours : 42,30 €
• 61 à 90 jours : 0,00 €
• 91 jours et plus : 128,50 €

État au mardi 8 décembre 2026."""
SUMS = st.integers(-(10**7), 10**9)
COUNTS = st.integers(0, 10**6)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_it_is_said_as_a_table() -> None:
    assert plain(sheet.written(FIGURES, VOICE)) == SAID


def test_a_draft_says_it_is_one_and_nothing_of_invoices() -> None:
    drafted = replace(FIGURES, issued=False, claims=Claims(), amounts=replace(FIGURES.amounts, late=0))
    text = plain(sheet.written(drafted, VOICE))
    assert "Brouillon : rien n’est émis" in text
    assert "Montants par service (brouillon)" in text
    assert "Facturé" not in text
    assert "retards" not in text


@settings(max_examples=25, deadline=None)
@given(
    st.builds(
        Takings,
        st.just(NOVEMBER),
        st.just(TODAY),
        st.booleans(),
        st.builds(Use, COUNTS, COUNTS, COUNTS, COUNTS, COUNTS),
        st.builds(Amounts, SUMS, SUMS, SUMS, SUMS),
        st.builds(Claims, SUMS, SUMS, SUMS, SUMS),
        st.tuples(SUMS, SUMS, SUMS, SUMS),
    )
)
def test_everything_said_is_drawn_and_nothing_is_cut_off(figures: Takings) -> None:
    paper = sheet.paper(figures, VOICE)
    content = press.pdf(paper)
    assert not faults(content)
    assert not crossed_margins(paper)
    said = run_together(read_back(content))
    for section in sheet.sections(figures, VOICE):
        assert all(run_together(row.label + row.figure) in said for row in section.rows)


def test_bars_are_as_long_as_their_values() -> None:
    """Of one section; a bar twice as long says twice as much, and a sum below zero has none."""
    amounts = Amounts(0, -100, 0, 0)
    figures = Takings(NOVEMBER, TODAY, False, Use(100, 50, 0, 1, 1), amounts, Claims(), (0, 0, 0, 0))
    shares = [[row["share"] for row in one["rows"]] for one in sheet.paper(figures, VOICE).words["sections"]]
    assert shares == [[1, 0.5, 0], [1, 1], [0, 0, 0], [0, 0, 0, 0]]


def test_the_recipe_becomes_a_picture_that_is_always_the_same() -> None:
    drawn = draw("takings", FIGURES.pack())
    assert (drawn.name, drawn.is_photo) == ("les-chiffres-de-novembre-2026.png", True)
    assert drawn.content == draw("takings", FIGURES.pack()).content
    picture = Image.open(BytesIO(drawn.content))
    assert picture.width == 1080
    assert picture.width < picture.height < 2 * picture.width


@pytest.mark.parametrize(
    ("minutes", "written"), [(0, "0 min"), (45, "45 min"), (120, "2 h"), (125, "2 h 05"), (74105, "1 235 h 05")]
)
def test_a_duration_is_written_in_hours(minutes: int, written: str) -> None:
    assert plain(write_duration(minutes)) == written
