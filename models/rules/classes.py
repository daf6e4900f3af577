"""The order of a school's classes, from the youngest: « petite section », « CP », « CE1-CE2 »."""

import re

from models.files.text import fold

GRADES = ("tps", "ps", "ms", "gs", "cp", "ce1", "ce2", "cm1", "cm2")
SECTIONS = {"toute petite section": "tps", "petite section": "ps", "moyenne section": "ms", "grande section": "gs"}
GRADE = re.compile(rf"\b({'|'.join(GRADES)})(?![a-z0-9])")


def order(school_class: str) -> tuple[int, str]:
    """Where a class comes: by its youngest grade, then its name; what names no grade comes last."""
    name = re.sub(r"\b(c[em]) ([12])\b", r"\1\2", fold(school_class))
    for section, grade in SECTIONS.items():
        name = name.replace(section, grade)
    places = [GRADES.index(grade) for grade in GRADE.findall(name)]
    return min(places, default=len(GRADES)), name
