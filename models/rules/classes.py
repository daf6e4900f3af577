"""The order of a school's classes, from the youngest: « petite section », « CP », « CE1-CE2 »."""

import re

from models.files.text import fold

GRADES = ("tps", "ps", "ms", "gs", "cp", "ce1", "ce2", "cm1", "cm2")
GRADE = re.compile(rf"\b({'|'.join(GRADES)})(?![a-z0-9])")
SECTION = re.compile(r"\b(?:(t)oute\W+)?([pmg])(?:etite|oyenne|rande)\W+(s)ection\b")
PARTED = re.compile(r"\b(c[em])\W([12])\b")


def order(school_class: str) -> tuple[int, str]:
    """Where a class comes: by its youngest grade, then its name; what names no grade comes last."""
    name = PARTED.sub(r"\1\2", SECTION.sub(r"\1\2\3", fold(school_class)))
    places = [GRADES.index(grade) for grade in GRADE.findall(name)]
    return min(places, default=len(GRADES)), name
