"""Day expressions of every family (tests/data/days.txt), said on Wednesday 14 May 2031, a year without a calendar."""

from datetime import datetime
from pathlib import Path

import pytest

from locales.fr import grammar

NOW = datetime(2031, 5, 14, 10, 0)

ROWS = (Path(__file__).parents[1] / "data/days.txt").read_text("utf-8").splitlines()
DAYS = [tuple(part.strip() for part in row.split("|")) for row in ROWS]


def spans(text: str) -> str:
    """The spans of what is read, written "2031-06-02" or "2031-06-02/2031-06-06", an open end left out."""
    found = [
        span for request in grammar.read(text, now=NOW, calendar=None, children=()).requests for span in request.spans
    ]
    return " ".join(
        str(span.first) if span.first == span.last else f"{span.first or ''}/{span.last or ''}" for span in found
    )


@pytest.mark.parametrize(("text", "meant"), DAYS)
def test_a_day_expression_means(text: str, meant: str) -> None:
    assert spans(text) == meant


@pytest.mark.parametrize(
    "text",
    ["Léa a 7 ans", "06 12 34 56 78", "0612345678", "à 8h30", "18:00", "3,50 €", "12 euros", "en CM2", "lea@ecole.fr"],
)
def test_ages_numbers_times_and_prices_are_no_dates(text: str) -> None:
    assert spans(text) == ""
