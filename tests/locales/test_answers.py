"""A verdict as an answer: blocks that say the same together, days with their cut-offs, refusals with what stays."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.settings import SHIPPED, read_commune
from locales.answers import Answer, blocks, capital
from locales.voice import Voice
from models.refusals import NoSchool, Refusal, TooLate
from models.rules.booking import Meal, Refused, Verdict
from models.rules.cutoffs import PARIS
from models.vocabulary import Service, State

SERCUS = read_commune(SHIPPED)
CANTINE, MATIN, SOIR = Service.CANTINE, Service.GARDERIE_MATIN, Service.GARDERIE_SOIR
THURSDAY = date(2026, 12, 3)
NOW = datetime(2026, 11, 26, 10, tzinfo=PARIS)
LATE = TooLate(THURSDAY, datetime(2026, 12, 1, 9, tzinfo=PARIS))


def answer(*, now: datetime = NOW, telephone: str = "03 85 00 00 00") -> Answer:
    return Answer(Voice(now.date()), {1: "Léa", 2: "Tom"}, replace(SERCUS, telephone=telephone), now)


def meals(*days: date, services: Iterable[Service] = (CANTINE,), children: Iterable[int] = (1,)) -> list[Meal]:
    return [Meal(child, service, day) for day in days for service in services for child in children]


def weekdays(count: int) -> list[date]:
    return [day for day in (THURSDAY + timedelta(i) for i in range(9 * count)) if day.isoweekday() in {1, 4}][:count]


def done(verdict: Verdict, *, now: datetime = NOW) -> str:
    (paragraph,) = answer(now=now).done([verdict])
    return paragraph


def test_meals_alike_are_one_block() -> None:
    (block,) = blocks(meals(THURSDAY, THURSDAY + timedelta(1), services=(CANTINE, SOIR), children=(1, 2)))
    assert (block.services, block.children, len(block.days)) == ((CANTINE, SOIR), (1, 2), 2)


def test_meals_of_other_children_or_days_are_other_blocks() -> None:
    assert len(blocks([*meals(THURSDAY), *meals(THURSDAY + timedelta(1), children=(1, 2))])) == 2


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (State.RESERVED, "✅ <b>Cantine réservée</b> pour Léa"),
        (State.CANCELLED, "✅ <b>Cantine annulée</b> pour Léa"),
        (State.ABSENT, "⚠️ <b>Absence signalée</b> pour Léa"),
    ],
)
def test_what_was_done_is_said_with_its_day(wanted: State, says: str) -> None:
    said = done(Verdict(wanted, granted=meals(THURSDAY)))
    assert said.startswith(says)
    assert "jeudi 3 décembre (modifiable jusqu’au mardi 1er décembre à 9\N{NO-BREAK SPACE}h)" in said


def test_a_cutoff_that_is_past_is_not_said() -> None:
    assert "modifiable" not in done(Verdict(State.RESERVED, granted=meals(THURSDAY)), now=LATE.deadline + timedelta(1))


def test_the_garderie_has_no_cutoff_to_say() -> None:
    assert "modifiable" not in done(Verdict(State.RESERVED, granted=meals(THURSDAY, services=(MATIN,))))


def test_what_would_be_done_is_said_so() -> None:
    (said,) = answer().planned([Verdict(State.CANCELLED, granted=meals(THURSDAY))])
    assert said.startswith("➖ À annuler")


def test_many_days_share_lines_by_week_or_by_month_with_the_nearest_cutoff() -> None:
    by_week = done(Verdict(State.RESERVED, granted=meals(*weekdays(6)))).splitlines()
    thursdays = [THURSDAY + timedelta(weeks=i) for i in range(6)]
    by_month = done(Verdict(State.RESERVED, granted=meals(*thursdays))).splitlines()
    assert len(by_week) == 1 + 4 + 1
    assert len(by_month) == 1 + 2 + 1
    assert by_week[-1].startswith("6 jours.")
    assert "mardi 1er décembre" in by_week[-1]


def test_many_days_whose_cutoffs_are_past_are_only_counted() -> None:
    said = done(Verdict(State.RESERVED, granted=meals(*weekdays(6))), now=NOW + timedelta(days=90))
    assert said.splitlines()[-1] == "6 jours."


@pytest.mark.parametrize(("wanted", "says"), [(State.RESERVED, "Déjà réservée"), (State.CANCELLED, "Rien n’était")])
def test_what_was_so_already_is_said(wanted: State, says: str) -> None:
    assert says in done(Verdict(wanted, unchanged=meals(THURSDAY)))
    assert "6 jours, du jeudi 3 décembre" in done(Verdict(wanted, unchanged=meals(*weekdays(6))))


def test_an_absence_too_late_says_what_stays_ordered() -> None:
    late = Refused(meals(THURSDAY)[0], LATE, State.RESERVED)
    said = done(Verdict(State.CANCELLED, absent=[late]))
    assert said.startswith("⚠️")
    assert "Cantine pour Léa : toujours commandée" in said.replace("\N{NO-BREAK SPACE}", " ")


def test_an_absence_is_told_to_the_mairie_by_block() -> None:
    late = [Refused(meal, LATE, State.RESERVED) for meal in meals(THURSDAY, children=(1, 2))]
    (facts,) = answer().absences([Verdict(State.CANCELLED, absent=late)])
    assert (facts["children"], facts["days"]) == ("Léa et Tom", ["jeudi 3 décembre"])


@pytest.mark.parametrize(
    ("why", "standing", "telephone", "says"),
    [
        (NoSchool(THURSDAY), None, "03", 0),
        (LATE, None, "03", 1),
        (LATE, State.RESERVED, "03", 1),
        (LATE, State.RESERVED, "", 0),
    ],
)
def test_a_refusal_gives_its_reason_and_where_to_call(
    why: Refusal, standing: State | None, telephone: str, says: int
) -> None:
    refused = Verdict(State.RESERVED, refused=[Refused(meals(THURSDAY)[0], why, standing)])
    (said,) = answer(telephone=telephone).done([refused])
    assert said.startswith("❌ <b>Pas possible</b>")
    assert said.count("appelez la mairie") == says
    assert ("reste réservée" in said) == (standing is State.RESERVED)
    assert ("rien n’est réservé" in said) == (why is LATE and standing is None)


def test_refusals_for_the_same_reason_are_one_line() -> None:
    refused = [Refused(meal, LATE, None) for meal in meals(THURSDAY, children=(1, 2))]
    assert done(Verdict(State.RESERVED, refused=refused)).count("•") == 1


@pytest.mark.parametrize(
    ("text", "capitalised"),
    [("léa", "Léa"), ("✅ <b>cantine</b>", "✅ <b>Cantine</b>"), ("42", "42"), ("", "")],
)
def test_a_capital_goes_to_the_first_letter_that_is_no_tag(text: str, capitalised: str) -> None:
    assert capital(text) == capitalised


def test_what_is_marked_is_said_by_name_where_it_is_little_and_counted_where_it_is_much() -> None:
    (few,) = answer().marked("mark-to-add", meals(*weekdays(2), children=(1, 2)))
    assert few.endswith("cantine pour Léa et Tom\N{NO-BREAK SPACE}: jeudi 3 décembre et lundi 7 décembre")
    (many,) = answer().marked("mark-to-remove", meals(*weekdays(8)))
    assert "8 jours, du jeudi 3 décembre au lundi 28 décembre" in many


def test_both_sessions_are_said_in_one_breath() -> None:
    assert answer().services([SOIR, CANTINE, MATIN]) == "cantine et garderie du matin et du soir"


def test_what_is_left_aside_is_said_without_its_cut_off() -> None:
    (left,) = answer().aside([Verdict(State.RESERVED, granted=meals(THURSDAY))])
    assert "annulée" in left
    assert left.endswith("• jeudi 3 décembre")
