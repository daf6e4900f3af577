"""What /planning image décembre pour Léa asks for: a few words, none passed over in silence."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from locales.fr.kinds import kinds
from locales.fr.words_said import LINKS, Word, words_said

FORMATS = {
    "png": "image images photo png dessin",
    "pdf": "pdf papier imprimer imprime",
    "ics": "agenda ics calendrier",
    None: "fichier format",
}
CHILD, MONTH, YEAR, COMING, LAST = kinds("child month year coming last")
WHOLE_YEAR = set(kinds("years school_word"))
PASSED_OVER = {*LINKS, *kinds("months one all every kids everyone")}
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
    asked, words = Asked(), words_said(text, tuple(children))
    years = [word for word in words if word.kind == YEAR]
    for word in words:
        if word.kind != YEAR:
            _take(word, asked, today, years[0].value if years else None)
    if asked.whole_year and years:
        asked.month = date(years[0].value, SCHOOL_BEGINS + 1, 1)
    elif len(years) > bool(asked.month):
        asked.unread += [str(word.value) for word in years]
    return asked


def _take(word: Word, asked: Asked, today: date, year: int | None) -> None:
    formats = [name for name, words in FORMATS.items() if word.plain in words.split()]
    if formats:
        asked.format = formats[0] or asked.format
    elif word.kind == CHILD:
        asked.children += word.value
    elif word.kind in WHOLE_YEAR:
        asked.whole_year = True
    elif word.kind == COMING:
        asked.month = date(today.year + today.month // 12, today.month % 12 + 1, 1)
    elif word.kind == LAST and asked.month is None:
        asked.month = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    elif word.kind == MONTH:
        asked.month = date(year or _year_of(word.value, today), word.value, 1)
    elif word.kind not in PASSED_OVER:
        asked.unread.append(word.text)


def _year_of(month: int, today: date) -> int:
    begins = today.year if today.month >= SCHOOL_BEGINS else today.year - 1
    return begins if month >= SCHOOL_BEGINS else begins + 1
