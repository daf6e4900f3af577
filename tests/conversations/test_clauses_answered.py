"""Every clause of a message leaves a trace in the answer: done, shown, answered, or quoted."""

from tests.town import CAMILLE, Town


async def test_an_order_is_done_and_the_question_beside_it_is_answered(town: Town) -> None:
    heard = await town.hears(CAMILLE, "réserve jeudi pour Tom et montre-moi le menu")
    heard.says("Cantine réservée", "jeudi 3 décembre", "menu")
    assert town.booked("Tom") == ["2026-12-03"]


async def test_a_question_first_swallows_no_order(town: Town) -> None:
    await town.hears(CAMILLE, "quel est le menu de lundi ? réserve mardi pour Léa")
    assert town.booked("Léa") == ["2026-12-01"]


async def test_what_was_not_understood_is_quoted_and_nothing_is_done_before_valider(town: Town) -> None:
    heard = await town.hears(CAMILLE, "cantine jeudi pour Léa. Tom a piscine lundi")
    heard.says("« Tom a piscine lundi »", "jeudi 3 décembre", "Valider")
    assert town.booked("Léa") == []
    assert town.booked("Tom") == []


async def test_somebody_elses_absence_cancels_nobody(town: Town) -> None:
    town.has_booked("Tom", "2026-12-01")
    await town.hears(CAMILLE, "la remplaçante de Tom est absente mardi")
    assert town.booked("Tom") == ["2026-12-01"]
