"""What the secretary does of money in the chat, heard by the family: issued, to be paid, paid, corrected."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.telegram import Person
from tests.desk import EIGHT_DAYS, billed_town, forgets, issued
from tests.printed import read_back
from tests.rolls import keys
from tests.town import ALEX, CAMILLE, SECRETARY, Heard, Town

DAYS = tuple(f"2026-11-{day:02}" for day in EIGHT_DAYS)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Town]:
    async with billed_town(tmp_path) as town:
        town.has_booked("Léa", *DAYS)
        yield town


async def told(town: Town, key: str) -> Heard:
    """What Camille hears when the secretary taps `key`."""
    return await town.told(CAMILLE, lambda: town.telegram.taps(SECRETARY, key))


async def test_valider_tells_each_guardian_of_the_invoice(desk: Town) -> None:
    await desk.hears(SECRETARY, "/facturation")
    await desk.tapped(SECRETARY, "📤 Émettre ce mois…")
    heard = await told(desk, "Valider")
    assert heard.says("Ne payez qu’à réception de l’avis du Trésor public", "novembre 2026", "Léa : 31,20 €")
    assert "31,20" in desk.telegram.answers(ALEX)[-1].text


async def test_a_reference_then_a_payment_are_told(desk: Town) -> None:
    await issued(desk)
    await desk.hears(SECRETARY, "2026-0001")
    await desk.tapped(SECRETARY, "Référence du Trésor")
    await desk.hears(SECRETARY, "REF-59")
    assert "📋 Référence REF-59" in keys(await told(desk, "Valider"))
    await desk.hears(SECRETARY, "2026-0001")
    await desk.tapped(SECRETARY, "Paiement")
    assert (await told(desk, "Valider")).says("31,20 €", "payée")


async def test_a_correction_is_told_with_its_reason(desk: Town) -> None:
    await issued(desk)
    forgets(desk, "Léa", 13)
    await desk.hears(SECRETARY, "2026-0001")
    await desk.tapped(SECRETARY, "✏️ Corriger")
    await desk.tapped(SECRETARY, "réservation corrigée")
    assert (await told(desk, "Valider")).says("réservation corrigée", "Léa : 27,30 €")


async def test_a_file_of_references_tells_whoever_it_names(desk: Town) -> None:
    await issued(desk)
    rows = b"numero;reference_tresor\n2026-0001;REF-60\n"
    await desk.told(SECRETARY, lambda: desk.telegram.sends_document(SECRETARY, "references.csv", rows))
    assert "📋 Référence REF-60" in keys(await told(desk, "Valider"))


async def test_a_payment_taken_back_is_told_with_what_is_left(desk: Town) -> None:
    await issued(desk)
    await desk.hears(SECRETARY, "2026-0001")
    await desk.tapped(SECRETARY, "Paiement")
    await desk.tapped(SECRETARY, "Valider")
    await desk.hears(SECRETARY, "2026-0001")
    await desk.tapped(SECRETARY, "Retirer 31,20")
    await desk.tapped(SECRETARY, "saisi par erreur")
    assert (await told(desk, "Valider")).says("retiré un paiement", "Il reste 31,20 € à payer")


@pytest.mark.parametrize("person", [SECRETARY, CAMILLE])
async def test_an_invoice_is_had_as_a_pdf_by_its_family_and_by_the_mairie(desk: Town, person: Person) -> None:
    await issued(desk)
    await desk.hears(person, "2026-0001" if person is SECRETARY else "/factures 2026-0001")
    (message,) = (await desk.tapped(person, "📄 En PDF")).messages
    assert message.file
    text = read_back(message.file)
    assert "2026-0001" in text
    assert "Ne payez qu’à réception de l’avis du Trésor public" in text


async def test_the_month_in_figures_is_a_tap_away(desk: Town) -> None:
    await issued(desk)
    await desk.hears(SECRETARY, "/facturation")
    assert (await desk.tapped(SECRETARY, "📊 Les chiffres du mois")).says("novembre 2026", "57,60 €")
