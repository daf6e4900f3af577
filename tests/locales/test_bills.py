"""Money in words: every kind of line says its reason, everything to look at has its sentence, sums are French."""

from datetime import date

import pytest

from locales import bills
from locales.voice import Voice
from models.rules.lines import Anomaly, Kind, Line, Trouble, carried, opposite
from models.rules.tariffs import Basis, Bracket, Price, Tariff, Unit
from models.vocabulary import Money, Service

VOICE = Voice(date(2026, 12, 20))
SINCE = date(2026, 9, 1)
TUESDAY, THURSDAY = date(2026, 12, 1), date(2026, 12, 3)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def said(kind: Kind, price: Price | None = None, unit: int = 330, **days: int) -> str:
    counts = tuple(zip((TUESDAY, THURSDAY), days.values() or (1, 1), strict=False))
    service = Service.CANTINE if kind in (Kind.MEAL, Kind.ABSENCE) else Service.GARDERIE_SOIR
    return plain(bills.line(Line(kind, unit, counts, 1, service, price or Price(unit, SINCE)), "Léa", VOICE))


@pytest.mark.parametrize(
    ("cents", "written"),
    [(0, "0,00 €"), (5, "0,05 €"), (1240, "12,40 €"), (123456, "1 234,56 €"), (-840, "\N{MINUS SIGN}8,40 €")],
)
def test_a_sum_is_written_in_euros(cents: int, written: str) -> None:
    assert plain(VOICE.say("line-report", month="x", sum=Money(cents))) == f"Report de x : {written}"


@pytest.mark.parametrize(
    ("price", "why"),
    [
        (Price(330, SINCE, Basis.SINGLE), ""),
        (Price(330, SINCE, Basis.QUOTIENT, 601, 1000), " (QF de 601 à 1 000)"),
        (Price(330, SINCE, Basis.QUOTIENT, 1001), " (QF de 1 001 et plus)"),
        (Price(330, SINCE, Basis.NO_QUOTIENT, 1001), " (QF non connu, tranche la plus haute)"),
        (Price(330, SINCE, Basis.OUTSIDE), " (hors commune)"),
        (Price(330, SINCE, Basis.STAFF, rank=3, percent=50), " (personnel communal, 3e enfant, 50 %)"),
        (Price(330, SINCE, Basis.SINGLE, share=50), " (50 % du prix)"),
    ],
)
def test_a_line_says_which_price_and_why(price: Price, why: str) -> None:
    assert said(Kind.MEAL, price) == f"Léa, cantine : 2 repas à 3,30 €{why} = 6,60 €"


@pytest.mark.parametrize(
    ("kind", "minutes", "words"),
    [
        (Kind.ABSENCE, None, "2 repas pour absence signalée après la limite, à 3,30 €"),
        (Kind.UNBOOKED, None, "2 repas pris sans réservation à 3,30 €"),
        (Kind.SURCHARGE, None, "2 suppléments pour repas non réservé à 3,30 €"),
        (Kind.SESSION, None, "2 séances à 3,30 €"),
        (Kind.HALF_HOURS, None, "2 demi-heures commencées à 3,30 €"),
        (Kind.CAPPED, None, "2 séances au prix maximal de 3,30 €"),
        (Kind.LATE, None, "2 retards à 3,30 €"),
        (Kind.LATE, 15, "2 quarts d’heure de retard commencés à 3,30 €"),
        (Kind.LATE, 10, "2 fois 10 minutes de retard commencées à 3,30 €"),
    ],
)
def test_every_kind_of_line_has_its_words(kind: Kind, minutes: int | None, words: str) -> None:
    text = said(kind, Price(330, SINCE, minutes=minutes))
    assert words in text
    assert text.endswith("= 6,60 €")


def test_one_day_is_named_and_a_credit_note_counts_down() -> None:
    line = Line(Kind.MEAL, 330, ((TUESDAY, 1),), 1, Service.CANTINE, Price(330, SINCE, Basis.SINGLE))
    assert plain(bills.line(line, "Léa", VOICE)) == "Léa, cantine, mardi 1er décembre : un repas à 3,30 € = 3,30 €"
    assert plain(bills.line(opposite(line), "Léa", VOICE)).endswith("à \N{MINUS SIGN}3,30 € = \N{MINUS SIGN}3,30 €")


def test_what_is_carried_over_names_its_month() -> None:
    assert plain(bills.line(carried(7, 840, date(2026, 11, 1)), "", VOICE)) == "Report de novembre 2026 : 8,40 €"


@pytest.mark.parametrize("trouble", Trouble)
def test_everything_to_look_at_has_its_sentence(trouble: Trouble) -> None:
    found = Anomaly(trouble, 1, 2, TUESDAY, Service.GARDERIE_SOIR, 100, 20000)
    text = plain(bills.anomaly(found, {1: "F001"}, {2: "Léa Durand"}, VOICE))
    assert text.endswith(".")
    assert any(fact in text for fact in ("F001", "Léa Durand", "mardi 1er décembre"))
    assert "none" not in text


@pytest.mark.parametrize(
    ("days", "written"),
    [
        (((TUESDAY, 1),), ""),
        (((TUESDAY, 3),), ""),
        (((TUESDAY, 1), (THURSDAY, 1)), "les 1er et 3"),
        (((TUESDAY, 2), (THURSDAY, 1), (date(2026, 12, 4), 4)), "les 1er (×2), 3 et 4 (×4)"),
    ],
)
def test_the_days_of_a_line_are_those_of_its_month(days: tuple[tuple[date, int], ...], written: str) -> None:
    assert bills.days(Line(Kind.MEAL, 330, days, 1, Service.CANTINE), VOICE) == written


def test_what_was_carried_over_has_no_days() -> None:
    assert bills.days(carried(4, 990, date(2026, 11, 1)), VOICE) == ""


@pytest.mark.parametrize(("cents", "written"), [(2330, "23,30"), (5, "0,05"), (123400, "1234,00")])
def test_a_sum_is_typed_as_payfip_wants_it(cents: int, written: str) -> None:
    assert bills.typed(cents) == written


def test_a_tariff_says_its_prices() -> None:
    brackets = (Bracket(280, 600), Bracket(390))
    one = Tariff(Service.CANTINE, date(2027, 1, 4), Unit.MEAL, brackets)
    said = plain(bills.tariff(one, VOICE))
    assert said == "cantine, à partir du lundi 4 janvier : 2,80 € jusqu’au QF 600, 3,90 € au-delà"
    single = Tariff(Service.GARDERIE_MATIN, date(2027, 1, 4), Unit.SESSION, (Bracket(150),))
    assert plain(bills.tariff(single, VOICE)) == "garderie du matin, à partir du lundi 4 janvier : 1,50 €"
