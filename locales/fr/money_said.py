"""What the secretary types about money: which month, which payment."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from locales.fr.days_said import Toward, day_said
from locales.fr.kinds import kinds
from locales.fr.words_said import LINKS, Word, words_said
from models.files.text import fold

ALL = r"(?:tout|toute|le reste|le total|la totalite|le solde|solde)"
SUM = r"(?P<whole>\d{1,5})(?:[.,](?P<cents>\d{1,2}))?(?![\d/-])\s*(?:€|eur\b|euros?\b)?"
PAYMENT = re.compile(rf"(?:(?:paye|payes|paiement|regle|recu)\s+(?:de\s+)?)?(?:{ALL}\b|{SUM})?")
MONTH, YEAR, MONTHS = kinds("month year months")


@dataclass(frozen=True, slots=True)
class PaymentSaid:
    """`cents` None: all that is left."""

    cents: int | None
    paid_on: date


def read_payment(text: str, today: date) -> PaymentSaid | None:
    """« 23,30 le 12/01 », « tout le 12 janvier 2027 », « 25 € hier »; without a day, today. None for anything else.

    A day without its year is the last one, or the next where that is nearer than half a year.
    """
    plain = " ".join(fold(text).replace("’", "'").split())
    said = PAYMENT.match(plain)
    assert said
    if said.end() and (paid_on := _day(plain[said.end() :], today)):
        return PaymentSaid(_cents(said), paid_on)
    paid_on = day_said(words_said(plain), today, toward=Toward.NEAREST)  # « 12 janvier », where 12 is no sum
    return PaymentSaid(None, paid_on) if paid_on else None


def _cents(said: re.Match[str]) -> int | None:
    return int(said["whole"]) * 100 + int((said["cents"] or "0").ljust(2, "0")) if said["whole"] else None


def _day(text: str, today: date) -> date | None:
    """The day said; today where none is, None where something else is said."""
    words = words_said(text)
    return day_said(words, today, toward=Toward.NEAREST) if any(word.kind not in LINKS for word in words) else today


def read_month(text: str, today: date) -> date | None:
    """The first day of « novembre », « novembre 2026 », « 11/2026 » or « 2026-11 »; None for anything else.

    A month without its year is the last one that has begun.
    """
    words = [word for word in words_said(text) if word.kind not in LINKS]
    month, year = (_only(words, kind) for kind in (MONTH, YEAR))
    if month is None or len(words) > (year is not None) + 1 + sum(word.kind == MONTHS for word in words):
        return None
    return date(year or today.year - (month > today.month), month, 1)


def _only(words: Sequence[Word], kind: str) -> int | None:
    """The value of the word of `kind`, where there is one alone."""
    found = [word.value for word in words if word.kind == kind]
    return found[0] if len(found) == 1 else None
