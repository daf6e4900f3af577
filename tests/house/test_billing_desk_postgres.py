"""The mairie's month in the chat on a real PostgreSQL: whoever loses a race goes again, and sees what is true."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from models.vocabulary import Role
from tests.desk import billed_town, forgets, journal, many_families, numbers, situation, tap
from tests.rolls import SECOND, hire, plain
from tests.town import SECRETARY, Town

BOTH = (SECRETARY, SECOND)


@pytest.fixture
async def desk(tmp_path: Path, empty: str) -> AsyncIterator[Town]:
    async with billed_town(tmp_path, empty) as town:
        hire(town, SECOND, Role.MAIRIE)
        yield town


async def test_two_secretaries_at_the_same_second_issue_it_once(desk: Town) -> None:
    many_families(desk, 40)
    for person in BOTH:
        await desk.hears(person, "/facturation")
        await tap(desk, "📤 Émettre ce mois…", person)
    for person in BOTH:
        desk.telegram.taps(person, "Valider")
    await desk.rest()
    said = [plain(desk.telegram.last(person).text) for person in BOTH]
    assert sum("est émis :" in text for text in said) == 1
    assert sum("a changé entre-temps" in text for text in said) == 1
    assert [number for number, _ in numbers(desk) if number] == [f"2026-{number:04}" for number in range(1, 42)]
    assert journal(desk).count("invoices-issued") == 1


async def test_a_correction_a_reference_a_payment_and_a_file(desk: Town) -> None:
    await desk.hears(SECRETARY, "/facturation")
    await tap(desk, "📤 Émettre ce mois…")
    await desk.tapped(SECRETARY, "Valider")
    forgets(desk, "Mathis", 13)
    await desk.hears(SECRETARY, "2026-0001")
    for key in ("✏️ Corriger", "pointage corrigé", "Valider", "🧾 2026-0003", "Paiement", "Valider"):
        await tap(desk, key)
    raw = b"numero;reference_tresor\n2026-0003;T-88\n2026-0099;T-1\n"
    heard = await desk.told(SECRETARY, lambda: desk.telegram.sends_document(SECRETARY, "t.csv", raw))
    assert heard.says("Une référence nouvelle", "Ligne 3")
    await desk.tapped(SECRETARY, "Valider")
    now = situation(desk, 2026, 3)
    assert (now.reference, now.paid, now.due) == ("T-88", 2310, 0)
