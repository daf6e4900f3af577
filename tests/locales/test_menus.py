"""How the mairie writes menus: days, dishes, allergens; what is doubtful is refused with its line."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.fr import menus
from locales.voice import Voice
from models.files import sheets
from models.refusals import (
    BadMenus,
    MenuDayDoubtful,
    MenuDayOff,
    MenuDayPast,
    MenuDayTwice,
    MenuLineUnread,
    MenuNoDish,
    MenuTooMuch,
    NotYesOrNo,
    Refusal,
    UnknownAllergen,
)
from models.rules.menus import COLUMNS, REQUIRED, Menu, in_order
from models.vocabulary import Allergen
from tests.rules.test_cutoffs import CALENDAR, local

NOW = local("2026-11-26T10:00")
MONDAY = date(2026, 11, 30)


def read(text: str) -> dict[date, Menu | None]:
    return menus.read_lines(text, NOW, CALENDAR)


def one(text: str) -> Menu:
    (menu,) = read(text).values()
    assert menu
    return menu


def errors(text: str) -> tuple[Refusal, ...]:
    with pytest.raises(BadMenus) as bad:
        read(text)
    assert all(Voice().explain(why) for why in bad.value.errors)
    return bad.value.errors


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("lundi 30/11 : a\nmardi : b\n\njeudi : c\nvendredi : d", [30, 1, 3, 4]),
        ("jeudi : a\nvendredi : b\nlundi : c", [3, 4, 7]),
        ("Menus de la semaine du 30 novembre :\nlundi : a\nmar : b", [30, 1]),
        ("semaine prochaine\njeudi : a", [3]),
        ("semaine du 23/11\nlundi : a", [23]),
        ("• lun. 30/11 : a\n- 1er décembre : b", [30, 1]),
        ("aujourd'hui : a\ndemain : b", [26, 27]),
        ("2026-11-30 : a\n01/12/2026 : b", [30, 1]),
        ("lundi prochain : a", [30]),
        ("lunid 30/11 : a\nmrdi : b\nvendr. : c", [30, 1, 4]),
    ],
)
def test_days_are_read_and_a_pasted_week_stays_one_week(text: str, days: list[int]) -> None:
    assert [day.day for day in read(text)] == days


def test_dishes_stand_between_commas() -> None:
    assert one("lundi : carottes râpées ;  poulet rôti, purée · yaourt.").dishes == (
        "carottes râpées",
        "poulet rôti",
        "purée",
        "yaourt",
    )


@pytest.mark.parametrize(
    ("said", "told", "vegetarian"),
    [
        ("a", None, False),
        ("a (lait) - Allergènes : céleri", {Allergen.MILK, Allergen.CELERY}, False),
        ("a (lait)", {Allergen.MILK}, False),
        ("a (Lait), b (œuf et fruits à coque)", {Allergen.MILK, Allergen.EGGS, Allergen.NUTS}, False),
        ("a, b. Allergènes : gluten / soja", {Allergen.GLUTEN, Allergen.SOYA}, False),
        ("a (aucun)", set(), False),
        ("a, sans allergène", set(), False),
        ("a (V)", None, True),
        ("a, végétarien", None, True),
        ("a (V, céleri)", {Allergen.CELERY}, True),
        ("a ()", None, False),
    ],
)
def test_allergens_and_the_vegetarian_day(said: str, told: set[Allergen] | None, vegetarian: bool) -> None:
    allergens = None if told is None else frozenset(told)
    assert one(f"lundi : {said}") == Menu(MONDAY, one(f"lundi : {said}").dishes, allergens, vegetarian)


@pytest.mark.parametrize("allergen", Allergen)
def test_each_of_the_fourteen_is_read_by_the_name_it_is_said_by(allergen: Allergen) -> None:
    said = Voice().say("name", name=allergen)
    assert one(f"lundi : a ({said.upper()})").allergens == frozenset({allergen})


def test_a_day_may_be_erased() -> None:
    assert read("lundi 30/11 : effacer") == {MONDAY: None}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("blorp", MenuLineUnread(1, "blorp")),
        ("blorp : a", MenuLineUnread(1, "blorp")),
        ("lundi et mardi : a", MenuLineUnread(1, "lundi et mardi")),
        ("semaine blorp :", MenuLineUnread(1, "semaine blorp :")),
        ("lundi : a (lait", MenuLineUnread(1, "a (lait")),
        ("mardi 30/11 : a", MenuDayDoubtful(1, "mardi 30/11", MONDAY)),
        ("31/02 : a", MenuDayDoubtful(1, "31/02", date(2027, 2, 28))),
        ("lundi 16/11 : a", MenuDayPast(1, date(2026, 11, 16))),
        ("mercredi 2/12 : a", MenuDayOff(1, date(2026, 12, 2))),
        ("lundi 30/11 : a\n30/11 : b", MenuDayTwice(2, MONDAY)),
        ("lundi 30/11 :", MenuNoDish(1, MONDAY)),
        ("lundi 30/11 : (lait)", MenuNoDish(1, MONDAY)),
        ("lundi 30/11 : " + ", ".join("abcdefghijk"), MenuTooMuch(1, 10, 100)),
        ("lundi 30/11 : " + "a" * 101, MenuTooMuch(1, 10, 100)),
        ("lundi 30/11 : a (gluen)", UnknownAllergen(1, "gluen", Allergen.GLUTEN)),
        ("lundi 30/11 : a (bio)", UnknownAllergen(1, "bio", None)),
        ("lundi 30/11 : a (L)", UnknownAllergen(1, "l", None)),
    ],
)
def test_what_is_wrong_or_doubtful_is_refused_with_its_line(text: str, wrong: Refusal) -> None:
    assert errors(text) == (wrong,)


def test_every_mistake_is_told() -> None:
    assert len(errors("blorp\nlundi 30/11 : a\nmardi : b (x)\nmercredi : c")) == 3


def sheet(*rows: str) -> sheets.Sheet:
    content = "\n".join([";".join(COLUMNS), *rows]).encode()
    return sheets.read(content, known=COLUMNS, required=REQUIRED)


def test_a_sheet_says_the_same() -> None:
    rows = sheet("30/11/2026;carottes;poulet;purée;comté;yaourt;gluten, lait;", "mardi;;riz;;;;aucun;oui")
    found = menus.read_sheet(rows, NOW, CALENDAR)
    assert found[MONDAY] == one("lundi 30/11 : carottes, poulet, purée, comté, yaourt (gluten, lait)")
    assert found[date(2026, 12, 1)] == Menu(date(2026, 12, 1), ("riz",), frozenset(), vegetarian=True)


def test_a_sheet_s_mistakes_bear_the_rows_of_the_spreadsheet() -> None:
    rows = sheet("30/11/2026;;riz;;;;;bof", "1/12/2026;;riz;;;;beurre;", ";;riz;;;;;")
    with pytest.raises(BadMenus) as bad:
        menus.read_sheet(rows, NOW, CALENDAR)
    assert bad.value.errors == (NotYesOrNo(2, "bof"), UnknownAllergen(3, "beurre", None), MenuLineUnread(4, ""))
    assert "le jour manque" in Voice().explain(bad.value.errors[2])


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("semaine du 30 novembre", MONDAY),
        ("menus de la semaine prochaine", MONDAY),
        ("cette semaine", date(2026, 11, 23)),
        ("bonjour", None),
        ("lundi et jeudi 10/12", None),
    ],
)
def test_the_week_of_a_photo_is_said_or_it_is_not(text: str, monday: date | None) -> None:
    assert menus.week_said(text, NOW, CALENDAR) == monday


@pytest.mark.parametrize(
    ("text", "does"), [("lundi : a", True), ("le 30 : a", True), ("note : a", False), ("a", False)]
)
def test_menus_are_told_from_other_texts(text: str, does: bool) -> None:
    assert menus.looks_like(text) == does


@given(st.text(max_size=300))
def test_any_text_is_menus_or_refused(text: str) -> None:
    with suppress(BadMenus):
        found = read(f"lundi 30/11 : {text}")
        assert MONDAY in found


DISHES = st.lists(st.text("abcdéœ' ", min_size=1, max_size=20).filter(str.strip), min_size=1, max_size=10)


@given(DISHES, st.none() | st.frozensets(st.sampled_from(Allergen)), st.booleans())
def test_a_menu_written_out_is_read_back(dishes: list[str], allergens: frozenset[Allergen] | None, veg: bool) -> None:
    voice = Voice()
    names = [voice.say("name", name=allergen) for allergen in in_order(allergens or ())]
    told = "" if allergens is None else f" ({', '.join(names) or 'aucun'})"
    menu = one(f"lundi 30/11 : {', '.join(dishes)}{told}{' (V)' if veg else ''}")
    assert menu == Menu(MONDAY, tuple(" ".join(dish.split()) for dish in dishes), allergens, veg)
