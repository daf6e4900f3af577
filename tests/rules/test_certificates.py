"""When tax certificates are sent by themselves: in January, once December's payments are known."""

from datetime import date

import pytest

from models.rules.certificates import year_to_send
from tests.till import SERCUS
from tests.town import paris


@pytest.mark.parametrize(
    ("now", "year"),
    [
        ("2027-01-14 23:59", None),
        ("2027-01-15 09:59", None),  # a Friday
        ("2027-01-15 10:00", 2026),
        ("2027-01-31 23:59", 2026),
        ("2027-02-01 00:00", None),
        ("2028-01-16 12:00", None),  # the 15th is a Saturday
        ("2028-01-17 09:59", None),
        ("2028-01-17 10:00", 2027),
        ("2027-07-15 10:00", None),
    ],
)
def test_from_the_first_working_day_after_the_fifteenth_to_the_end_of_january(now: str, year: int | None) -> None:
    assert year_to_send(paris(now), SERCUS.calendar) == year


def test_years_that_are_not_published_have_their_january_too() -> None:
    assert year_to_send(paris("2035-01-15 10:00"), SERCUS.calendar) == 2034
    assert date(2035, 1, 15).isoweekday() == 1
