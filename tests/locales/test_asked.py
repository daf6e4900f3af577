"""/planning image décembre pour Léa: which document, of what, for whom; what is not understood is never dropped."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.sheets.asked import Asked, read

CHILDREN = ("Léa", "Jean-Baptiste", "Tom")
THURSDAY = date(2026, 11, 26)
SUMMER = date(2027, 8, 20)


@pytest.mark.parametrize(
    ("text", "today", "asked"),
    [
        ("image", THURSDAY, Asked("png")),
        ("en image", THURSDAY, Asked("png")),
        ("PDF", THURSDAY, Asked("pdf")),
        ("à imprimer", THURSDAY, Asked("pdf")),
        ("un fichier pdf svp", THURSDAY, Asked("pdf")),
        ("agenda", THURSDAY, Asked("ics")),
        ("image de décembre", THURSDAY, Asked("png", month=date(2026, 12, 1))),
        ("image DECEMBRE pour Léa", THURSDAY, Asked("png", ["Léa"], date(2026, 12, 1))),
        ("pdf juin", THURSDAY, Asked("pdf", month=date(2027, 6, 1))),
        ("pdf septembre", THURSDAY, Asked("pdf", month=date(2026, 9, 1))),
        ("pdf septembre", SUMMER, Asked("pdf", month=date(2027, 9, 1))),
        ("pdf juin 2028", THURSDAY, Asked("pdf", month=date(2028, 6, 1))),
        ("image du mois prochain", THURSDAY, Asked("png", month=date(2026, 12, 1))),
        ("image du mois prochain", date(2026, 12, 1), Asked("png", month=date(2027, 1, 1))),
        ("image du mois dernier", THURSDAY, Asked("png", month=date(2026, 10, 1))),
        ("pdf du mois passé", date(2027, 1, 31), Asked("pdf", month=date(2026, 12, 1))),
        ("pdf juin dernier", THURSDAY, Asked("pdf", month=date(2027, 6, 1), unread=["dernier"])),
        ("pdf de toute l’année scolaire", THURSDAY, Asked("pdf", whole_year=True)),
        ("pdf année scolaire 2027-2028", THURSDAY, Asked("pdf", month=date(2027, 9, 1), whole_year=True)),
        ("image juin 2027 2028", THURSDAY, Asked("png", month=date(2027, 6, 1), unread=["2027", "2028"])),
        ("agenda jean baptiste et tom", THURSDAY, Asked("ics", ["Jean-Baptiste", "Tom"])),
        ("image déc. de Thom", THURSDAY, Asked("png", month=date(2026, 12, 1), unread=["Thom"])),
        ("image decmbre", THURSDAY, Asked("png", month=date(2026, 12, 1))),
        ("agenda de Tomm", THURSDAY, Asked("ics", ["Tom"])),
        ("pdf 12/2027", THURSDAY, Asked("pdf", month=date(2027, 12, 1))),
        ("image lundi B", THURSDAY, Asked("png", unread=["lundi", "B"])),
        ("image pour Zoé", THURSDAY, Asked("png", unread=["Zoé"])),
        ("image 2027", THURSDAY, Asked("png", unread=["2027"])),
        ("", THURSDAY, Asked()),
        ("décembre", THURSDAY, Asked(month=date(2026, 12, 1))),
    ],
)
def test_what_is_asked(text: str, today: date, asked: Asked) -> None:
    assert read(text, CHILDREN, today) == asked


@given(st.text(max_size=80), st.dates(date(1, 1, 1), date(9998, 12, 31)))
def test_whatever_is_written_nothing_is_raised(text: str, today: date) -> None:
    assert read(text, CHILDREN, today).format in (None, "png", "pdf", "ics")
