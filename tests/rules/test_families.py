"""The families file: what its rows say, and every error of every row."""

import pytest

from models.refusals import (
    AmbiguousChild,
    BadRows,
    CellTooLong,
    Contradiction,
    EmptyCell,
    NotAChoice,
    NotADate,
    NotAnEmail,
    NotAnInteger,
    NotAPhone,
    Refusal,
    UnlikelyBirth,
)
from models.rules import families
from models.rules.households import COLUMNS, REQUIRED, GuardianFacts, name_key
from models.vocabulary import Diet, Weeks
from tests.paper import ANNE, CAMILLE, HEADINGS, LEA, PAUL, TODAY, TOM, Line, csv_of, families_of, sheet_of


def errors_of(*rows: Line) -> list[Refusal]:
    with pytest.raises(BadRows) as refused:
        families_of(*rows)
    return list(refused.value.errors)


def test_the_columns_are_those_promised() -> None:
    assert sorted(COLUMNS) == sorted([*HEADINGS, "quotient_depuis", "personnel"])


def test_a_whole_row_is_read() -> None:
    row = CAMILLE | LEA | {
        "civilite": "Mme", "telephone": "06 12 34 56 78", "adresse": "1 rue Haute", "code_postal": "59173",
        "ville": "Sercus", "resident": "Oui", "quotient_familial": "1 200", "ecole": "École", "regime": "Sans-Porc",
        "pai": "NON", "semaines": "Paires", "autorises": "Mamie", "urgence": "Papi 0612345678",
    }  # fmt: skip
    read = families_of(row)
    (household,), (child,) = read.households, read.children
    assert (household.key, household.resident, household.quotient_familial) == ("12", True, 1200)
    assert (household.address, household.postcode, household.city) == ("1 rue Haute", "59173", "Sercus")
    assert household.guardians == (GuardianFacts("Martin", "Camille", "Mme", "camille@exemple.fr", "0612345678"),)
    assert (child.diet, child.pai, child.school, child.school_class) == (Diet.SANS_PORC, False, "École", "CE2")
    assert (child.allowed, child.emergency, child.homes) == ("Mamie", "Papi 0612345678", {"12": Weeks.EVEN})


def test_only_five_columns_are_needed_and_the_rest_stays_unsaid() -> None:
    content = csv_of([CAMILLE | LEA], headings=REQUIRED)
    read = families.read(sheet_of(content), today=TODAY)
    assert read.households[0].resident is None
    assert read.children[0].birth_date is None
    assert read.children[0].homes == {"12": None}


def test_another_first_name_in_the_foyer_is_a_second_responsable() -> None:
    (household,) = families_of(CAMILLE | LEA, PAUL | LEA).households
    assert [guardian.first_name for guardian in household.guardians] == ["Camille", "Paul"]


def test_two_responsables_may_share_an_address() -> None:
    (household,) = families_of(CAMILLE | LEA, PAUL | LEA | {"email": CAMILLE["email"]}).households
    assert len(household.guardians) == 2


def test_a_child_of_two_foyers_is_one_child_with_its_own_weeks_in_each() -> None:
    read = families_of(CAMILLE | LEA | {"semaines": "paires"}, ANNE | LEA | {"semaines": "impaires"})
    (child,) = read.children
    assert child.homes == {"12": Weeks.EVEN, "13": Weeks.ODD}


def test_namesakes_without_birth_date_in_two_foyers_are_two_children() -> None:
    nameless = LEA | {"naissance": ""}
    assert len(families_of(CAMILLE | nameless, ANNE | nameless).children) == 2


def test_a_row_without_birth_date_speaks_of_the_dated_child_of_its_foyer() -> None:
    (child,) = families_of(PAUL | LEA | {"naissance": ""}, CAMILLE | LEA).children
    assert child.birth_date is not None


def test_one_name_spelled_twice_is_one_person() -> None:
    read = families_of(CAMILLE | LEA, CAMILLE | LEA | {"nom": "MARTIN", "enfant_prenom": "LEA"})
    assert len(read.households[0].guardians) == len(read.children) == 1
    assert name_key("Le Goff-Œuf", "Jean-Noël") == name_key("LE GOFF OEUF", "jean noel")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("0612345678", "0612345678"),
        ("612345678", "0612345678"),
        ("06.12.34.56.78", "0612345678"),
        ("+33 (0)6 12 34 56 78", "0612345678"),
        ("0033612345678", "0612345678"),
        ("33612345678", "0612345678"),
        ("+32 470 12 34 56", "+32470123456"),
        ("0032470123456", "+32470123456"),
    ],
)
def test_telephones_are_kept_in_one_form(written: str, kept: str) -> None:
    assert families_of(CAMILLE | LEA | {"telephone": written}).households[0].guardians[0].phone == kept


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("foyer", "", EmptyCell),
        ("enfant_prenom", "", EmptyCell),
        ("resident", "peut-être", NotAChoice),
        ("pai", "1", NotAChoice),
        ("regime", "halal", NotAChoice),
        ("semaines", "une sur deux", NotAChoice),
        ("naissance", "2018-05-03", NotADate),
        ("naissance", "31/02/2018", NotADate),
        ("naissance", "03/05/18", NotADate),
        ("naissance", "27/11/2026", UnlikelyBirth),
        ("naissance", "03/05/1986", UnlikelyBirth),
        ("email", "camille@exemple", NotAnEmail),
        ("email", "camille exemple.fr", NotAnEmail),
        ("email", "camille..m@exemple.fr", NotAnEmail),
        ("email", "a@b.fr, c@d.fr", NotAnEmail),
        ("telephone", "061234567", NotAPhone),
        ("telephone", "06 12 34 56 78 / 03 20 00 00 00", NotAPhone),
        ("telephone", "le soir", NotAPhone),
        ("quotient_familial", "812,5", NotAnInteger),
        ("quotient_familial", "-3", NotAnInteger),
        ("quotient_familial", "²", NotAnInteger),
        ("adresse", "x" * 301, CellTooLong),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column(column: str, value: str, why: type[Refusal]) -> None:
    (error,) = errors_of(CAMILLE | LEA, PAUL | TOM | {column: value})
    assert type(error) is why
    assert (error.facts()["row"], error.facts()["column"]) == (3, column)


def test_every_error_of_every_row_is_told() -> None:
    found = errors_of(CAMILLE | LEA | {"email": "x", "pai": "?"}, PAUL | TOM, ANNE | TOM | {"telephone": "x"})
    assert [(error.facts()["row"], error.facts()["column"]) for error in found] == [
        (2, "email"),
        (2, "pai"),
        (4, "telephone"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "column"),
    [
        (CAMILLE | LEA | {"adresse": "1 rue Haute"}, PAUL | LEA | {"adresse": "2 rue Basse"}, "adresse"),
        (CAMILLE | LEA | {"resident": "oui"}, PAUL | LEA | {"resident": "non"}, "resident"),
        (CAMILLE | LEA, ANNE | LEA | {"classe": "CM1"}, "classe"),
        (CAMILLE | LEA | {"semaines": "paires"}, PAUL | LEA | {"semaines": "impaires"}, "semaines"),
        (CAMILLE | LEA, CAMILLE | TOM | {"email": "autre@exemple.fr"}, "email"),
        (CAMILLE | LEA, CAMILLE | TOM | {"nom": "Martim"}, "nom"),
    ],
)
def test_rows_that_contradict_each_other_are_errors(first: Line, second: Line, column: str) -> None:
    (error,) = errors_of(first, second)
    assert isinstance(error, Contradiction)
    assert (error.row, error.other_row, error.column) == (3, 2, column)


def test_a_blank_cell_or_a_comma_contradicts_nothing() -> None:
    read = families_of(CAMILLE | LEA | {"adresse": "1, rue Haute"}, PAUL | LEA | {"adresse": "1 RUE HAUTE"}, PAUL | TOM)
    assert read.households[0].address == "1, rue Haute"


def test_a_row_that_may_speak_of_two_children_is_an_error() -> None:
    other = LEA | {"naissance": "03/05/2016"}
    (error,) = errors_of(CAMILLE | LEA, CAMILLE | other, PAUL | LEA | {"naissance": ""})
    assert error == AmbiguousChild(4, "Léa Martin")
