"""What the secretary has before the eyes: pages, months, what to look at; files told apart by their headings."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.refusals import NotAReference, UnknownSubject
from models.rules.billing_screen import (
    difference,
    is_billable,
    month_after,
    month_before,
    page_of,
    to_look_at,
)
from models.rules.lines import Anomaly, Kind, Line, Trouble
from models.rules.mairie_sheets import COLUMNS, Subject, subject_of
from models.rules.numbering import as_printed
from models.rules.settling import Told, reference_in, unpack

TODAY = date(2026, 11, 26)


@given(st.lists(st.integers(), max_size=200), st.integers(1, 50))
def test_the_pages_put_together_are_the_whole_in_order(items: list[int], size: int) -> None:
    last = page_of(items, 0, size).last
    pages = [page_of(items, number, size) for number in range(last + 1)]
    assert [item for page in pages for item in page.items] == items
    assert all(len(page.items) <= size for page in pages)


@given(st.lists(st.integers(), max_size=200), st.integers(), st.integers(1, 50))
def test_any_number_is_a_page(items: list[int], number: int, size: int) -> None:
    page = page_of(items, number, size)
    assert 0 <= page.number <= page.last
    assert bool(page.items) == bool(items)


@given(st.dates(date(2000, 2, 1), date(2100, 1, 1)))
def test_the_month_after_the_one_before_is_the_same(day: date) -> None:
    assert month_after(month_before(day)) == day.replace(day=1)
    assert month_before(month_after(day)) == day.replace(day=1)


@pytest.mark.parametrize(
    ("month", "billable"),
    [
        (date(2026, 11, 1), True),
        (date(2026, 12, 1), False),
        (date(2026, 11, 2), False),
        (date(2017, 1, 1), True),
        (date(2016, 1, 1), False),
        (date.min, False),
        (date.max, False),
    ],
)
def test_a_month_that_has_begun_is_billable_for_ten_years(month: date, billable: bool) -> None:
    assert is_billable(month, TODAY) is billable


def test_what_to_look_at_is_grouped_and_a_running_month_is_not_among_it() -> None:
    found = [Anomaly(Trouble.NO_QUOTIENT, 1), Anomaly(Trouble.OPEN_SITTING, day=TODAY), Anomaly(Trouble.RUNNING)]
    assert list(to_look_at(found)) == [Trouble.OPEN_SITTING, Trouble.NO_QUOTIENT]


def test_the_difference_is_the_lines_that_go_and_those_that_come() -> None:
    stays, goes, comes = (Line(Kind.MEAL, unit, ((TODAY, 1),)) for unit in (1, 2, 3))
    assert difference([stays, goes], [stays, comes]) == ([goes], [comes])


@pytest.mark.parametrize("subject", Subject)
def test_a_table_is_known_by_its_own_headings(subject: Subject) -> None:
    assert subject_of(list(COLUMNS[subject])) is subject


def test_one_heading_wrong_does_not_make_it_another_table() -> None:
    assert subject_of(["numero", "payee_le", "couleur"]) is Subject.PAYMENTS
    assert subject_of(["jour", "plat", "prix"]) is Subject.MENUS


@pytest.mark.parametrize("headings", [[], [""], ["foyer", "civilite", "nom"], ["a" * 500] * 50])
def test_headings_of_nothing_known_are_told_with_those_that_are(headings: list[str]) -> None:
    with pytest.raises(UnknownSubject) as refused:
        subject_of(headings)
    assert "jour" in refused.value.menus
    assert "numero" in refused.value.payments
    assert "service" in refused.value.tariffs
    assert len(refused.value.found) <= 12


@pytest.mark.parametrize(
    ("text", "number"),
    [("2026-0042", (2026, 42)), (" 2026/0042", (2026, 42)), ("2026-42", None), ("K7-4F2", None), ("12/01/2026", None)],
)
def test_a_number_typed_alone_is_written_as_it_is_printed(text: str, number: tuple[int, int] | None) -> None:
    assert as_printed(text) == number


def test_a_reference_has_digits_and_is_not_long() -> None:
    assert reference_in("T 2026-88") == "T 2026-88"
    for text in ("", "bonjour", "1" * 61):
        with pytest.raises(NotAReference):
            reference_in(text)


@pytest.mark.parametrize("told", [Told(3, (2026, 1), "T-1", 640, TODAY), Told(4, None, "T-2")])
def test_a_row_is_kept_as_json_and_read_back(told: Told) -> None:
    assert unpack(told.pack()) == told
