"""What the secretary types about money: which month, which payment."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from locales.fr.spelling import month_name
from models.files.text import fold

DAYS_AGO = {"aujourd'hui": 0, "aujourdhui": 0, "ce jour": 0, "hier": 1, "avant-hier": 2, "avant hier": 2}
ALL = r"(?:tout|toute|le reste|le total|la totalite|le solde|solde)"
SUM = r"(?P<whole>\d{1,5})(?:[.,](?P<cents>\d{1,2}))?\s*(?:€|eur|euros?)?"
NAMED = "|".join(fold(month_name(date(2000, month, 1))) for month in range(1, 13))
DAY = (
    r"(?:(?:le\s+)?(?P<number>\d{1,2}|1er)(?:\s*[/.-]\s*(?P<month>\d{1,2})(?:\s*[/.-]\s*(?P<year>\d{4}))?"
    rf"|\s+(?P<named>{NAMED})(?:\s+(?P<named_year>\d{{4}}))?)|(?P<ago>{'|'.join(map(re.escape, DAYS_AGO))}))"
)
PAYMENT = re.compile(rf"(?:(?:paye|payes|paiement|regle|recu)\s+(?:de\s+)?)?(?:{ALL}|{SUM})?\s*,?\s*(?:{DAY})?\s*\.?")
MONTHS = rf"(?:en |de |du mois de |d'|mois de )?(?P<named>{NAMED})(?:\s+(?P<year>\d{{4}}))?"


@dataclass(frozen=True, slots=True)
class PaymentSaid:
    """`cents` None: all that is left."""

    cents: int | None
    paid_on: date


def read_payment(text: str, today: date) -> PaymentSaid | None:
    """« 23,30 le 12/01 », « tout le 12 janvier 2027 », « 25 € hier »; without a day, today. None for anything else.

    A day without its year is the nearest to `today`.
    """
    said = re.fullmatch(PAYMENT, _plain(text))
    if not said or not _plain(text):
        return None
    paid_on = _day(said, today)
    whole = said["whole"]
    cents = int(whole) * 100 + int((said["cents"] or "0").ljust(2, "0")) if whole else None
    return PaymentSaid(cents, paid_on) if paid_on else None


def _plain(text: str) -> str:
    return " ".join(fold(text).replace("’", "'").split())


def _day(said: re.Match[str], today: date) -> date | None:
    """The day said; today where none is, None where there is no such day."""
    if said["ago"]:
        return today - timedelta(days=DAYS_AGO[said["ago"]])
    if not said["number"]:
        return today
    month = int(said["month"]) if said["month"] else NAMED.split("|").index(said["named"]) + 1
    number, year = int(said["number"].removesuffix("er")), said["year"] or said["named_year"]
    years = [int(year)] if year else [today.year + shift for shift in (-1, 0, 1)]
    days = [day for one in years if (day := _date(one, month, number))]
    return min(days, key=lambda day: abs(day - today), default=None)


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def read_month(text: str, today: date) -> date | None:
    """The first day of « novembre », « novembre 2026 », « 11/2026 » or « 2026-11 »; None for anything else.

    A month without its year is the last one that has begun.
    """
    plain = _plain(text)
    if said := re.fullmatch(MONTHS, plain):
        month = NAMED.split("|").index(said["named"]) + 1
        year = int(said["year"]) if said["year"] else today.year - (month > today.month)
        return _date(year, month, 1)
    if said := re.fullmatch(r"(?P<month>\d{1,2})/(?P<year>\d{4})", plain):
        return _date(int(said["year"]), int(said["month"]), 1)
    said = re.fullmatch(r"(?P<year>\d{4})-(?P<month>\d{2})", plain)
    return _date(int(said["year"]), int(said["month"]), 1) if said else None
