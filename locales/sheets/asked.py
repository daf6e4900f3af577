"""What /planning image décembre pour Léa asks for: a few words, read without grammar, none passed over in silence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from locales.fr.spelling import month_name
from models.files.text import fold

FORMATS = {
    "png": "image images photo png dessin",
    "pdf": "pdf papier imprimer imprime",
    "ics": "agenda ics calendrier",
}
HARMLESS = "en de du des d l la le les pour et mois ce tous tout toute enfants un une fichier format"
WORD = r"\w+"
YEAR = r"20\d\d"
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
    asked, said = Asked(), re.findall(WORD, text)
    words = [fold(word) for word in said]
    for child in children:
        _take_child(child, words, asked)
    years = [int(word) for word in words if re.fullmatch(YEAR, word)]
    for word, as_said in zip(words, said, strict=True):
        if not re.fullmatch(YEAR, word):
            _take(word, as_said, asked, today, years[0] if years else None)
    if asked.whole_year and years:
        asked.month = date(years[0], SCHOOL_BEGINS + 1, 1)
    elif len(years) > bool(asked.month):
        asked.unread += map(str, years)
    return asked


def _take_child(child: str, words: list[str], asked: Asked) -> None:
    """A first name of one word or several; what was read of it is blanked."""
    name = [fold(part) for part in re.findall(WORD, child)]
    for start in range(len(words) - len(name) + 1):
        if name and words[start : start + len(name)] == name:
            asked.children.append(child)
            words[start : start + len(name)] = [""] * len(name)
            return


def _take(word: str, said: str, asked: Asked, today: date, year: int | None) -> None:
    if format_ := next((name for name, words in FORMATS.items() if word in words.split()), None):
        asked.format = format_
    elif word in ("annee", "an", "scolaire"):
        asked.whole_year = True
    elif word == "prochain":
        asked.month = date(today.year + today.month // 12, today.month % 12 + 1, 1)
    elif word in ("dernier", "passe", "precedent") and asked.month is None:
        asked.month = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    elif month := _month(word):
        asked.month = date(year or _year_of(month, today), month, 1)
    elif word and word not in HARMLESS.split():
        asked.unread.append(said)


def _month(word: str) -> int | None:
    return next((month for month in range(1, 13) if fold(month_name(date(2000, month, 1))) == word), None)


def _year_of(month: int, today: date) -> int:
    begins = today.year if today.month >= SCHOOL_BEGINS else today.year - 1
    return begins if month >= SCHOOL_BEGINS else begins + 1
