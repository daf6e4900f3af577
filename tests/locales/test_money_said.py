"""What the secretary types about money: payments and months, and what is neither."""

from datetime import date

import pytest

from locales.fr.money_said import PaymentSaid, read_month, read_payment

TODAY = date(2027, 1, 20)
TWELFTH = date(2027, 1, 12)


@pytest.mark.parametrize(
    ("said", "cents", "paid_on"),
    [
        ("23,30 le 12/01", 2330, TWELFTH),
        ("23.3 12/1", 2330, TWELFTH),
        ("23 € le 12 janvier", 2300, TWELFTH),
        ("23,30 euros, le 12/01/2027.", 2330, TWELFTH),
        ("23,30\u00a0€ le 12-01-2027", 2330, TWELFTH),
        ("paiement de 23,30 hier", 2330, date(2027, 1, 19)),
        ("Reçu 23,30 avant-hier", 2330, date(2027, 1, 18)),
        ("payé 23,30 aujourd’hui", 2330, TODAY),
        ("23,30", 2330, TODAY),
        ("tout le 12/01", None, TWELFTH),
        ("le solde le 1er janvier 2027", None, date(2027, 1, 1)),
        ("le 12/01", None, TWELFTH),
        ("tout", None, TODAY),
        ("10 le 24/12", 1000, date(2026, 12, 24)),
        ("10 le 02/02", 1000, date(2027, 2, 2)),
        ("10 le 29/02/2028", 1000, date(2028, 2, 29)),
        ("10 le 29/02", 1000, date(2028, 2, 29)),
        ("12 janvier", None, TWELFTH),
        ("23,30 12 janv.", 2330, TWELFTH),
        ("25 € mardi", 2500, date(2027, 1, 19)),
        ("25 le 12", 2500, TWELFTH),
        ("le 12", None, TWELFTH),
        ("reçu 25 euros hier svp", 2500, date(2027, 1, 19)),
    ],
)
def test_a_payment_is_read(said: str, cents: int | None, paid_on: date) -> None:
    assert read_payment(said, date(2028, 1, 20) if "29/02" in said else TODAY) == PaymentSaid(cents, paid_on)


@pytest.mark.parametrize(
    "said",
    [
        "",
        " ",
        "bonjour",
        "23,30 le 31/11/2026",
        "23,305 le 12/01",
        "123456 le 12/01",
        "25 Sam",
        "23/30",
        "23 30 le 12/01",
    ],
)
def test_what_is_no_payment_is_none(said: str) -> None:
    assert read_payment(said, TODAY) is None


@pytest.mark.parametrize(
    ("said", "month"),
    [
        ("novembre", date(2026, 11, 1)),
        ("janvier", date(2027, 1, 1)),
        ("Février", date(2026, 2, 1)),
        ("en août 2025", date(2025, 8, 1)),
        ("le mois de décembre", date(2026, 12, 1)),
        ("nov", date(2026, 11, 1)),
        ("sept. 2026", date(2026, 9, 1)),
        ("décembr", date(2026, 12, 1)),
        ("novembre décembre", None),
        ("novembre pour Léa", None),
        ("mois de décembre", date(2026, 12, 1)),
        ("d’octobre", date(2026, 10, 1)),
        ("11/2026", date(2026, 11, 1)),
        ("2026-11", date(2026, 11, 1)),
        ("13/2026", None),
        ("2026-0042", None),
        ("novembre 0000", None),
        ("blorp", None),
        ("", None),
    ],
)
def test_a_month_is_read(said: str, month: date | None) -> None:
    assert read_month(said, TODAY) == month
