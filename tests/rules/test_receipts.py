"""Receipt numbers: short, unique, readable over the telephone."""

from hypothesis import given
from hypothesis import strategies as st

from models.rules.receipts import SPACE, read_number, receipt_number


@given(st.integers(0, SPACE - 1), st.integers(0, SPACE - 1))
def test_two_receipts_never_bear_the_same_number(one: int, other: int) -> None:
    assert (receipt_number(one) == receipt_number(other)) == (one == other)


@given(st.integers(1, SPACE - 1))
def test_a_number_is_read_as_people_write_it(receipt_id: int) -> None:
    number = receipt_number(receipt_id)
    assert len(number) == 6
    for written in (number, number.lower(), number.replace("-", " "), number.replace("0", "O").replace("1", "l")):
        assert read_number(written) == number


def test_what_is_no_number_is_none() -> None:
    for text in ("", "K7-4F", "K7-4F22", "jeudi", "K7_4F2"):
        assert read_number(text) is None
