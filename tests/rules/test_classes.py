"""Classes in the order of the school, whatever way they are written."""

import random

from models.rules import classes

SCHOOL = [
    "Toute petite section",
    "PS-MS",
    "moyenne section",
    "GS",
    "CP",
    "CP-CE1",
    "CE 1",
    "ce1/ce2",
    "CE2",
    "CM1",
    "cm2 B",
    "ULIS",
    "",
]


def test_from_the_youngest_to_the_oldest() -> None:
    shuffled = random.Random(1).sample(SCHOOL, len(SCHOOL))
    assert sorted(shuffled, key=classes.order)[:-2] == SCHOOL[:-2]


def test_what_names_no_grade_comes_last() -> None:
    assert classes.order("ULIS") > classes.order("CM2")
    assert classes.order("") > classes.order("CM2")
    assert classes.order("CM20") > classes.order("CM2")
