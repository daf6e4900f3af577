"""Dates run together are read by dateparser, and by it alone; nothing else wakes it."""

import subprocess
import sys
from datetime import date, datetime

import pytest

from locales.fr import grammar
from locales.fr.run_together import part
from models.rules.calendar import published

CALENDAR = published("B", frozenset({1, 2, 4, 5}))
NOW = datetime(2026, 11, 26, 10)


@pytest.mark.parametrize(
    ("written", "parted"),
    [
        ("20261203", "2026-12-03"),
        ("cantine 03122026 pour Tom", "cantine 2026-12-03 pour Tom"),
        ("20261340", "20261340"),
        ("12345678", "12345678"),
        ("99991231", "99991231"),
        ("0612030405", "0612030405"),
        ("cantine jeudi", "cantine jeudi"),
    ],
)
def test_eight_digits_that_are_a_date_of_this_century_are_parted(written: str, parted: str) -> None:
    assert part(written) == parted


def test_a_date_run_together_is_booked_like_any_other() -> None:
    (request,) = grammar.read("cantine 20261203", now=NOW, calendar=CALENDAR, children=("Tom",)).requests
    assert request.days == (date(2026, 12, 3),)


def test_ordinary_sentences_do_not_import_dateparser() -> None:
    code = (
        "import sys; from datetime import datetime; from locales.fr import grammar;"
        "grammar.read('cantine du 3 au 14/12', now=datetime(2026, 11, 26), calendar=None, children=('Tom',));"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
