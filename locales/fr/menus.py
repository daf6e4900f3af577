"""Menus as the mairie writes them: « lundi 30/11 : carottes, poulet, purée (lait) » in lines, or a spreadsheet's rows.

A weekday without a date is the first such day after the line before, so that a week that is pasted stays one week.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache

from locales.fr.days_said import days_said
from locales.fr.kinds import kind
from locales.fr.scanning import normal
from locales.fr.spelled import fold, is_near
from locales.fr.words_said import words_said
from models.files.sheets import Row, Sheet
from models.files.text import clean
from models.refusals import (
    BadMenus,
    MenuDayDoubtful,
    MenuDayTwice,
    MenuLineUnread,
    MenuNoDish,
    MenuTooMuch,
    NotYesOrNo,
    Refusal,
    UnknownAllergen,
)
from models.rules.calendar import ONE_DAY, SchoolCalendar
from models.rules.menus import COURSES, LONGEST, MOST, Menu, objection
from models.rules.rounds import monday_of
from models.vocabulary import Allergen

WEEKDAY = kind("weekday")
NAMES = {
    Allergen.GLUTEN: "gluten",
    Allergen.CRUSTACEANS: "crustaces|crustace",
    Allergen.EGGS: "oeufs|oeuf",
    Allergen.FISH: "poisson|poissons",
    Allergen.PEANUTS: "arachides|arachide|cacahuetes|cacahuete",
    Allergen.SOYA: "soja",
    Allergen.MILK: "lait|lactose",
    Allergen.NUTS: "fruits a coque|fruit a coque|fruits a coques",
    Allergen.CELERY: "celeri",
    Allergen.MUSTARD: "moutarde",
    Allergen.SESAME: "sesame|graines de sesame",
    Allergen.SULPHITES: "sulfites|sulfite",
    Allergen.LUPIN: "lupin",
    Allergen.MOLLUSCS: "mollusques|mollusque",
}
NONE = ("aucun", "aucun allergene", "sans allergene", "sans allergenes")
VEGETARIAN = ("v", "vege", "vegetarien", "menu vegetarien", "repas vegetarien")
ERASED = ("effacer", "aucun menu")
YES, NO = ("oui", "x", "v", "vegetarien"), ("", "non")
HEAD = re.compile(r"[-•*\s]*([^:]{2,40}?)\s*:\s*(.*)")
WEEK = re.compile(r"[^a-z]*(?:menus? )?(?:de |pour )?(?:la |cette )?semaine\b[^:]*:?\s*")
TOLD = re.compile(r"\ballerg[eè]nes?\s*:\s*([^()]+)$", re.IGNORECASE)
PARENTHESIS = re.compile(r"\(([^()]*)\)")
SEPARATOR = re.compile(r"[,;·]")
BETWEEN = re.compile(r"[,;·/+]|\bet\b")  # allergens


@cache
def _allergens() -> dict[str, Allergen]:
    """Each allergen by each of its names."""
    return {name: allergen for allergen, names in NAMES.items() for name in names.split("|")}


def looks_like(text: str) -> bool:
    """Whether a line of `text` begins with a weekday or a date, then a colon."""
    heads = [found[1] for line in text.splitlines() if (found := HEAD.match(line))]
    return any(_weekday(head) or re.search(r"\d", head) for head in heads)


def week_said(text: str, now: datetime, calendar: SchoolCalendar) -> date | None:
    """The Monday of the one week or day that `text` names, as under a photo; None where it names none, or several."""
    mondays = {monday_of(day) for day in days_said(text, now, calendar)}
    return mondays.pop() if len(mondays) == 1 else None


def read_lines(text: str, now: datetime, calendar: SchoolCalendar) -> dict[date, Menu | None]:
    """The menus of the lines of `text`, None where one is to be erased; raises BadMenus with every line's error."""
    reader = _Reader(now, calendar)
    for row, line in enumerate(text.splitlines(), 1):
        if line.strip():
            reader.line(row, clean(line))
    return reader.menus()


def read_sheet(sheet: Sheet, now: datetime, calendar: SchoolCalendar) -> dict[date, Menu | None]:
    """The menus of a spreadsheet's rows; raises BadMenus with every row's error."""
    reader = _Reader(now, calendar)
    for row in sheet.rows:
        reader.row(row)
    return reader.menus()


@dataclass
class _Reader:
    """What was read so far; `last`: the day the next weekday without a date comes after."""

    now: datetime
    calendar: SchoolCalendar
    last: date | None = None
    found: dict[date, Menu | None] = field(default_factory=dict)
    errors: list[Refusal] = field(default_factory=list)

    def menus(self) -> dict[date, Menu | None]:
        if self.errors:
            raise BadMenus(tuple(self.errors))
        return self.found

    def line(self, row: int, text: str) -> None:
        try:
            if WEEK.fullmatch(fold(text.lower())):
                self.last = self._week(row, text) - ONE_DAY
            else:
                self._take(row, *_headed(row, text))
        except Refusal as wrong:
            self.errors.append(wrong)

    def row(self, row: Row) -> None:
        try:
            dishes = ", ".join(filter(None, (row.cells.get(course) for course in COURSES)))
            told = row.cells.get("allergenes", "")
            vegetarian = _is_yes(row.number, row.cells.get("vegetarien", ""))
            self._take(row.number, row.cells["jour"], f"{dishes} ({told}){' (v)' if vegetarian else ''}")
        except Refusal as wrong:
            self.errors.append(wrong)

    def _week(self, row: int, text: str) -> date:
        monday = week_said(text, self.now, self.calendar)
        if monday is None:
            raise MenuLineUnread(row, text)
        return monday

    def _take(self, row: int, head: str, rest: str) -> None:
        day = self._day(row, head)
        self.last = day
        first = monday_of(self.now.date())
        if why := objection(day, row, first=first, calendar=self.calendar):
            raise why
        if day in self.found:
            raise MenuDayTwice(row, day)
        self.found[day] = None if _folded(rest) in ERASED else _menu(row, day, rest)

    def _day(self, row: int, head: str) -> date:
        """The day said; one that says another weekday or number than it is, is doubtful."""
        weekday = _weekday(head)
        if self.last and weekday and " " not in _folded(head):
            return self.last + timedelta(days=(weekday - self.last.isoweekday() - 1) % 7 + 1)
        days = set(days_said(head, self.now, self.calendar))
        if len(days) != 1:
            raise MenuLineUnread(row, head)
        day = days.pop()
        number = re.search(r"\d+", head)
        if weekday not in (None, day.isoweekday()) or (number and int(number[0]) not in (day.day, day.year)):
            raise MenuDayDoubtful(row, head, day)
        return day


def _headed(row: int, text: str) -> tuple[str, str]:
    """What stands before the colon, and after it."""
    found = HEAD.fullmatch(text)
    if found is None:
        raise MenuLineUnread(row, text[:60])
    return found[1], found[2]


def _weekday(head: str) -> int | None:
    """The weekday `head` begins with, Monday 1."""
    first = next(iter(words_said(head)), None)
    return first.value if first and first.kind == WEEKDAY else None


def _menu(row: int, day: date, rest: str) -> Menu:
    """Dishes between commas; allergens, and whether it is vegetarian, in parentheses or by themselves."""
    text = TOLD.sub(r" (\1)", rest)
    said = [word for inside in PARENTHESIS.findall(text) for word in BETWEEN.split(inside)]
    dishes = [clean(dish).strip(" .–-") for dish in SEPARATOR.split(PARENTHESIS.sub("", text))]
    marks = [dish for dish in dishes if _folded(dish) in (*NONE, *VEGETARIAN)]
    kept = tuple(dish for dish in dishes if dish and dish not in marks)
    if any(mark in dish for dish in kept for mark in "()"):
        raise MenuLineUnread(row, rest[:60])
    if not kept:
        raise MenuNoDish(row, day)
    if len(kept) > MOST or max(map(len, kept)) > LONGEST:
        raise MenuTooMuch(row, MOST, LONGEST)
    words = [word for said_ in (*said, *marks) if (word := _folded(said_))]
    allergens = [word for word in words if word not in VEGETARIAN]
    told = _told(row, allergens) if allergens else None
    return Menu(day, kept, told, vegetarian=len(allergens) < len(words))


def _told(row: int, words: Iterable[str]) -> frozenset[Allergen]:
    """The allergens named; a word that is none of theirs is refused, never left out."""
    known = _allergens()
    for word in words:
        if word not in known and word not in NONE:
            near = [allergen for name, allergen in known.items() if is_near(word, name)]
            raise UnknownAllergen(row, word[:40], near[0] if near else None)
    return frozenset(known[word] for word in words if word in known)


def _is_yes(row: int, cell: str) -> bool:
    if _folded(cell) not in (*YES, *NO):
        raise NotYesOrNo(row, cell[:40])
    return _folded(cell) in YES


def _folded(text: str) -> str:
    """Its words without accents, capitals and marks."""
    return " ".join(re.findall("[a-z0-9]+", fold(normal(text).lower())))
