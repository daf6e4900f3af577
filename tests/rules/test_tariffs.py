"""Tariffs: which price applies to whom and when, and everything that keeps one from holding together."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.files import sheets
from models.refusals import (
    BadRows,
    BadTariffs,
    BracketGap,
    BracketOverlap,
    Contradiction,
    EmptyCell,
    NotAChoice,
    NotAnAmount,
    NotForService,
    OutOfRange,
    Refusal,
    TariffTwice,
)
from models.rules import tariff_sheet
from models.rules.cells import Cell
from models.rules.tariffs import Basis, Bracket, Late, Payer, Sibling, Tariff, Tariffs, Unit, checked, share
from models.rules.terms import pack_price, pack_tariff, unpack_price, unpack_tariff
from models.vocabulary import Service
from tests.paper import xlsx_of
from tests.till import CANTINE, SOIR, priced

SEPTEMBER = date(2026, 9, 1)
KEY = (Service.CANTINE, SEPTEMBER)


def tariff(*brackets: Bracket, **terms: Any) -> Tariff:
    return Tariff(*KEY, unit=terms.pop("unit", Unit.MEAL), brackets=brackets, **terms)


def faults_of(*tariffs: Tariff) -> tuple[Refusal, ...]:
    with pytest.raises(BadTariffs) as refused:
        checked(tariffs)
    return refused.value.errors


THREE = (Bracket(280, 600), Bracket(330, 1000), Bracket(390))


@pytest.mark.parametrize(
    ("payer", "rank", "cents", "basis"),
    [
        (Payer(0), 1, 280, Basis.QUOTIENT),
        (Payer(600), 1, 280, Basis.QUOTIENT),
        (Payer(601), 1, 330, Basis.QUOTIENT),
        (Payer(1000), 2, 330, Basis.QUOTIENT),
        (Payer(1001), 1, 390, Basis.QUOTIENT),
        (Payer(None), 1, 390, Basis.NO_QUOTIENT),
        (Payer(0, resident=False), 1, 450, Basis.OUTSIDE),
        (Payer(0, resident=False, staff=True), 1, 301, Basis.STAFF),
        (Payer(0), 3, 140, Basis.QUOTIENT),
        (Payer(0, staff=True), 3, 151, Basis.STAFF),  # half of 301, half a cent up
        (Payer(0), 5, 70, Basis.QUOTIENT),
    ],
)
def test_a_price_by_quotient_commune_staff_and_rank(payer: Payer, rank: int, cents: int, basis: Basis) -> None:
    terms = tariff(*THREE, outside=450, staff=301, siblings=(Sibling(3, 50), Sibling(4, 25)))
    price = checked([terms]).in_force(*KEY)
    assert price is not None
    assert (price.price(payer, rank).cents, price.price(payer, rank).basis) == (cents, basis)


def test_a_meal_brought_from_home_has_its_own_price_where_there_is_one() -> None:
    payer = Payer(0, staff=True)
    for packed, cents in ((100, 100), (0, 0), (None, 280)):
        assert tariff(*THREE, packed=packed).price(payer, packed=True).cents == cents
        assert tariff(*THREE, packed=packed).price(payer).cents == 280


def test_the_latest_tariff_not_after_the_day_applies() -> None:
    tariffs = priced(CANTINE, CANTINE | {"from": date(2027, 1, 1), "brackets": [{"cents": 1}]}).tariffs
    assert tariffs.in_force(Service.CANTINE, date(2026, 8, 31)) is None
    for day, cents in ((date(2026, 12, 31), 390), (date(2027, 1, 1), 1)):
        found = tariffs.in_force(Service.CANTINE, day)
        assert found is not None
        assert found.price(Payer(None)).cents == cents


def test_one_laid_over_replaces_that_of_its_day_only() -> None:
    base = checked([tariff(Bracket(1)), Tariff(Service.CANTINE, date(2027, 1, 1), Unit.MEAL, (Bracket(2),))])
    over = base.overlaid([tariff(Bracket(3))])
    assert [one.brackets[0].cents for one in over] == [2, 3]


@pytest.mark.parametrize(
    ("brackets", "faults"),
    [
        ((Bracket(1, 600),), (BracketGap(*KEY, 601, None),)),
        ((Bracket(1, 600), Bracket(2, 600), Bracket(3)), (BracketOverlap(*KEY, 0, 600),)),
        ((Bracket(1, 600, 0), Bracket(2, None, 700)), (BracketGap(*KEY, 601, 699),)),
        ((Bracket(1, 600, 0), Bracket(2, None, 500)), (BracketOverlap(*KEY, 500, 600),)),
        ((Bracket(1, 600, 100), Bracket(2)), (BracketGap(*KEY, 0, 99),)),
        ((Bracket(1), Bracket(2)), (BracketOverlap(*KEY, 0, None),)),
        ((), (BracketGap(*KEY, 0, None),)),
    ],
)
def test_gaps_and_overlaps_are_named(brackets: tuple[Bracket, ...], faults: tuple[Refusal, ...]) -> None:
    assert faults_of(tariff(*brackets)) == faults


def test_what_does_not_go_with_the_service_is_named_with_all_the_rest() -> None:
    meal = tariff(*THREE, cap=500, late=Late(300))
    evening = Tariff(Service.GARDERIE_SOIR, SEPTEMBER, Unit.MEAL, (Bracket(1),), unbooked_extra=5, packed=1)
    assert faults_of(meal, meal, evening) == (
        NotForService(*KEY, "late"),
        NotForService(*KEY, "cap_cents"),
        TariffTwice(*KEY),
        NotForService(*KEY, "late"),
        NotForService(*KEY, "cap_cents"),
        NotForService(Service.GARDERIE_SOIR, SEPTEMBER, "repas"),
        NotForService(Service.GARDERIE_SOIR, SEPTEMBER, "unbooked_extra_cents"),
        NotForService(Service.GARDERIE_SOIR, SEPTEMBER, "packed_cents"),
    )


@given(st.integers(0, 10_000_000), st.integers(0, 100))
def test_a_part_of_a_price_is_the_nearest_cent(cents: int, percent: int) -> None:
    assert -50 < 100 * share(cents, percent) - cents * percent <= 50
    assert share(cents, percent) + share(cents, 100 - percent) in (cents, cents + 1)


@given(st.lists(st.integers(0, 5000), unique=True, max_size=6), st.one_of(st.none(), st.integers(0, 9999)))
def test_every_quotient_has_one_price_however_the_brackets_are_written(tops: list[int], quotient: int | None) -> None:
    brackets = [Bracket(100 + top, top) for top in tops] + [Bracket(9999)]
    one, other = (checked([tariff(*some)]).in_force(*KEY) for some in (brackets, brackets[::-1]))
    assert one is not None
    assert one == other
    reached = [top for top in sorted(tops) if quotient is not None and quotient <= top]
    assert one.price(Payer(quotient)).cents == (100 + reached[0] if reached else 9999)


def test_a_tariff_and_its_prices_survive_the_database() -> None:
    for table in (CANTINE | {"siblings": [{"rank": 3, "percent": 50}]}, SOIR):
        for one in priced(table).tariffs:
            assert unpack_tariff(one.service, one.since, pack_tariff(one)) == one
            for payer in (Payer(0), Payer(None), Payer(5000, resident=False)):
                assert unpack_price(pack_price(one.price(payer, 3))) == one.price(payer, 3)


# The spreadsheet

HEADINGS = tariff_sheet.COLUMNS
EVENING = {"service": "Garderie soir", "a_partir_du": "01/09/2026", "unite": "demi-heure"}
FULL = [
    EVENING | {"qf_max": "600", "prix": "0,80", "plafond": "5", "retard_prix": "3 €", "retard_minutes": "15"},
    EVENING | {"qf_min": "601", "qf_max": "1000", "prix": "1", "fratrie_rang": "3", "fratrie_pourcent": "50"},
    EVENING | {"prix": "1.3", "hors_commune": "1,60"},
]


def read(rows: list[dict[str, str]]) -> Tariffs:
    content = xlsx_of([HEADINGS, *([row.get(heading, "") for heading in HEADINGS] for row in rows)])
    return tariff_sheet.read(sheets.read(content, known=tariff_sheet.COLUMNS, required=tariff_sheet.REQUIRED))


def test_rows_of_one_service_and_date_make_a_tariff() -> None:
    (found,) = read(FULL)
    assert found == Tariff(
        Service.GARDERIE_SOIR,
        SEPTEMBER,
        Unit.HALF_HOUR,
        (Bracket(80, 600), Bracket(100, 1000, 601), Bracket(130)),
        outside=160,
        cap=500,
        siblings=(Sibling(3, 50),),
        late=Late(300, 15),
    )


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ({"prix": "beaucoup"}, NotAnAmount(2, "prix", "beaucoup")),
        ({"prix": "1,305"}, NotAnAmount(2, "prix", "1,305")),
        ({"prix": "-1"}, NotAnAmount(2, "prix", "-1")),
        ({"prix": ""}, EmptyCell(2, "prix")),
        ({"service": "judo"}, NotAChoice(2, "service", "judo", ("cantine", "garderie_matin", "garderie_soir"))),
        ({"fratrie_rang": "1", "fratrie_pourcent": "50"}, OutOfRange(2, "fratrie_rang", "1", 2, 20)),
        ({"fratrie_rang": "3"}, EmptyCell(2, "fratrie_pourcent")),
        ({"retard_prix": ""}, EmptyCell(2, "retard_prix")),
    ],
    ids=str,
)
def test_a_wrong_cell_is_named_and_nothing_is_read(cell: dict[str, str], error: Refusal) -> None:
    with pytest.raises(BadRows) as refused:
        read([FULL[0] | cell, *FULL[1:]])
    assert error in refused.value.errors


def test_two_rows_that_disagree_contradict_each_other() -> None:
    with pytest.raises(BadRows) as refused:
        read([FULL[0], FULL[1] | {"plafond": "6"}, FULL[2]])
    assert refused.value.errors == (Contradiction(3, "plafond", "6", 2, "5"),)


def test_brackets_of_a_spreadsheet_are_checked_whole() -> None:
    with pytest.raises(BadTariffs) as refused:
        read(FULL[1:])
    assert refused.value.errors == (BracketGap(Service.GARDERIE_SOIR, SEPTEMBER, 0, 600),)


@given(st.integers(0, 9_999_999))
def test_a_sum_in_euros_is_read_to_the_cent(cents: int) -> None:
    for point in ",.":
        assert tariff_sheet.euros(Cell(2, "prix", f"{cents // 100}{point}{cents % 100:02}")) == cents
