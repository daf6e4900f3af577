"""What /planning image décembre pour Léa asks for: a few words, read without grammar, none passed over in silence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from locales.fr.spelling import month_name
from models.files.text import fold

FORMATS = {
    "png": "image images photo png dessin",
    "pdf": "pdf papier imprimer imprime",
    "ics": "agenda ics calendrier",
}
HARMLESS = "en de du des d l la le les pour et mois ce tous tout toute enfants un une fichier format"
WORD = r"\w+"
YEAR = r"\b20\d\d\b"
SCHOOL_BEGINS = 8  # a month named without its year belongs to the school year that began, or begins, in August at most


@dataclass
class Asked:
    """`format`: png, pdf, ics, or None where none is named; `month` None: this one; `unread`: words left over."""

    format: str | None = None
    children: list[str] = field(default_factory=list)
    month: date | None = None
    whole_year: bool = False
    unread: list[str] = field(default_factory=list)


def read(text: str, children: Iterable[str], today: date) -> Asked:
    """Read `text`; `today` tells which December is meant."""
    asked, rest = Asked(), _words(text)
    for child in children:
        if _words(child) in rest:
            asked.children.append(child)
            rest = rest.replace(_words(child), " ")
    years = [int(year) for year in re.findall(YEAR, rest)]
    for word in re.sub(YEAR, "", rest).split():
        _take(word, asked, today, years[0] if years else None)
    if asked.whole_year and years:
        asked.month = date(years[0], SCHOOL_BEGINS + 1, 1)
    elif len(years) > bool(asked.month):
        asked.unread += map(str, years)
    return asked


def _words(text: str) -> str:
    """Folded, one space around each."""
    return f" {' '.join(re.findall(WORD, fold(text)))} "


def _take(word: str, asked: Asked, today: date, year: int | None) -> None:
    if format_ := next((name for name, words in FORMATS.items() if word in words.split()), None):
        asked.format = format_
    elif word in ("annee", "an", "scolaire"):
        asked.whole_year = True
    elif word == "prochain":
        asked.month = date(today.year + today.month // 12, today.month % 12 + 1, 1)
    elif month := _month(word):
        asked.month = date(year or _year_of(month, today), month, 1)
    elif word not in HARMLESS.split():
        asked.unread.append(word)


def _month(word: str) -> int | None:
    return next((month for month in range(1, 13) if fold(month_name(date(2000, month, 1))) == word), None)


def _year_of(month: int, today: date) -> int:
    begins = today.year if today.month >= SCHOOL_BEGINS else today.year - 1
    return begins if month >= SCHOOL_BEGINS else begins + 1
