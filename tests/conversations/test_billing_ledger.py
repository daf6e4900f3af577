"""References and payments told one by one in the chat: shown before they are kept, taken back with a reason."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from models.tables import Invoice, JournalEntry
from models.vocabulary import Role
from tests.desk import billed_town, issued, journal, many_families, situation, tap
from tests.rolls import SECOND, hire, keys
from tests.town import SECRETARY, Town


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Town]:
    """Two invoices of 26,40 €: 2026-0001 and 2026-0002."""
    async with billed_town(tmp_path) as town:
        many_families(town, 1)
        await issued(town)
        yield town


async def asked(town: Town, key: str, number: str = "2026-0001") -> None:
    await town.hears(SECRETARY, number)
    await tap(town, key)


# References


async def test_a_reference_is_typed_shown_and_kept(desk: Town) -> None:
    await desk.hears(SECRETARY, "2026-0001")
    assert (await tap(desk, "Référence du Trésor")).says("Écrivez la référence", "2026-0001")
    heard = await desk.hears(SECRETARY, "T 2026-88")
    assert heard.says("Facture 2026-0001 : référence T 2026-88", "Rien n’est encore noté")
    assert situation(desk, 2026, 1).reference == ""
    assert (await desk.tapped(SECRETARY, "Valider")).says("Référence notée", "Transmise", "Référence : T 2026-88")
    assert situation(desk, 2026, 1).reference == "T 2026-88"


async def test_another_one_takes_its_place_and_says_so(desk: Town) -> None:
    for reference in ("T-1", "T-2"):
        await asked(desk, "Référence du Trésor")
        heard = await desk.hears(SECRETARY, reference)
        await desk.hears(SECRETARY, "Valider")
    assert heard.says("référence T-2, à la place de T-1")
    assert situation(desk, 2026, 1).reference == "T-2"
    await asked(desk, "Référence du Trésor")
    await desk.hears(SECRETARY, "T-2")
    assert (await desk.tapped(SECRETARY, "Valider")).says("C’était déjà noté")
    assert journal(desk).count("reference-entered") == 2


async def test_one_that_is_another_invoice_s_is_refused_and_may_be_typed_again(desk: Town) -> None:
    await asked(desk, "Référence du Trésor")
    await desk.hears(SECRETARY, "T-1")
    await desk.tapped(SECRETARY, "Valider")
    await asked(desk, "Référence du Trésor", "2026-0002")
    assert (await desk.hears(SECRETARY, "T-1")).says("déjà celle de la facture 2026-0001", "Rien n’a été changé")
    assert (await desk.hears(SECRETARY, "jamais")).says("ne ressemble pas à une référence")
    assert (await desk.hears(SECRETARY, "T-2")).says("Facture 2026-0002 : référence T-2")


async def test_a_reference_corrected_in_the_message_is_read_again(desk: Town) -> None:
    await asked(desk, "Référence du Trésor")
    await desk.hears(SECRETARY, "T-1")
    message = next(m for m in reversed(desk.telegram.chat(SECRETARY)) if not m.from_bot)
    assert (await desk.edited(SECRETARY, message, "T-12")).says("référence T-12")
    await desk.tapped(SECRETARY, "Valider")
    assert situation(desk, 2026, 1).reference == "T-12"


async def test_what_is_typed_after_turning_away_is_no_reference(desk: Town) -> None:
    await asked(desk, "Référence du Trésor")
    await tap(desk, "‹ 2026-0001")
    assert (await desk.hears(SECRETARY, "2026-0002")).says("Facture 2026-0002")
    await tap(desk, "Référence du Trésor")
    assert (await desk.hears(SECRETARY, "abandonner")).says("Abandonné")
    assert (await desk.hears(SECRETARY, "2026-0001")).says("Facture 2026-0001")


async def test_a_restart_while_it_is_awaited_changes_nothing(desk: Town) -> None:
    await asked(desk, "Référence du Trésor")
    await desk.closes()
    await desk.opens()
    assert (await desk.hears(SECRETARY, "T-1")).says("référence T-1")


async def test_after_another_command_what_is_typed_is_no_reference(desk: Town) -> None:
    await asked(desk, "Référence du Trésor")
    await desk.hears(SECRETARY, "/aide")
    assert (await desk.hears(SECRETARY, "Léa 18h35")).says_nothing_of("référence")


# Payments


async def test_all_that_is_left_today_is_one_tap_and_valider(desk: Town) -> None:
    await desk.hears(SECRETARY, "2026-0001")
    heard = await tap(desk, "Paiement")
    assert heard.says("26,40 € payés mardi 1er décembre", "payée en entier", "écrivez autre chose")
    assert (await desk.tapped(SECRETARY, "Valider")).says(
        "Paiement noté", "✅ Payée", "Payé mardi 1er décembre : 26,40 €"
    )
    assert situation(desk, 2026, 1).due == 0
    assert "Paiement" not in keys(await desk.hears(SECRETARY, "2026-0001"))


@pytest.mark.parametrize(
    "words", ["6,40 le 30/11", "6.40 € hier", "6,40 le 30 novembre", "paiement de 6,40 le 30/11/2026"]
)
async def test_another_sum_and_day_may_be_typed(desk: Town, words: str) -> None:
    await asked(desk, "Paiement")
    heard = await desk.hears(SECRETARY, words)
    assert heard.says("6,40 € payés lundi 30 novembre", "Il restera 20,00 € à payer")
    assert (await desk.hears(SECRETARY, "Valider")).says("Paiement noté", "Reste à payer : 20,00 €")
    assert situation(desk, 2026, 1).paid == 640


async def test_all_of_it_on_another_day(desk: Town) -> None:
    await asked(desk, "Paiement")
    assert (await desk.hears(SECRETARY, "tout le 28/11")).says("26,40 € payés samedi 28 novembre")


async def test_the_proposal_before_is_no_longer_to_be_kept(desk: Town) -> None:
    await asked(desk, "Paiement")
    await desk.hears(SECRETARY, "6,40 hier")
    whole, part = (m for m in desk.telegram.answers(SECRETARY)[-3:] if [b.text for b in m.buttons][:1] == ["Valider"])
    data = next(button for button in whole.buttons if button.text == "Valider")
    assert part.message_id > whole.message_id
    assert (await desk.forged(SECRETARY, data.data or "")).says("n’est plus ouvert")
    assert situation(desk, 2026, 1).paid == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("100 le 30/11", "100,00 € pour la facture 2026-0001, dont il reste 26,40 € à payer"),
        ("0 le 30/11", "0,00 € pour la facture"),
        ("26,40 le 24/12/2026", "jeudi 24 décembre n’est pas encore venu"),
        ("26,40 le 31/11", "Je ne lis pas de paiement dans « 26,40 le 31/11 »"),
        ("la semaine dernière", "Je ne lis pas de paiement"),
        ("<b>26</b>", "« <b>26</b> »"),
    ],
)
async def test_what_cannot_be_says_why_and_may_be_typed_again(desk: Town, words: str, why: str) -> None:
    await asked(desk, "Paiement")
    assert (await desk.hears(SECRETARY, words)).says(why, "Rien n’a été changé")
    assert (await desk.hears(SECRETARY, "6,40 hier")).says("6,40 € payés lundi 30 novembre")


async def test_two_secretaries_paying_the_same_invoice_pay_it_once(desk: Town) -> None:
    hire(desk, SECOND, Role.MAIRIE)
    for person in (SECRETARY, SECOND):
        await desk.hears(person, "2026-0001")
        await tap(desk, "Paiement", person)
    assert (await desk.tapped(SECRETARY, "Valider")).says("Paiement noté")
    assert (await desk.tapped(SECOND, "Valider")).says("C’était déjà noté", "✅ Payée")
    assert situation(desk, 2026, 1).paid == 2640


async def test_another_payment_meanwhile_is_not_overpaid(desk: Town) -> None:
    hire(desk, SECOND, Role.MAIRIE)
    for person in (SECRETARY, SECOND):
        await desk.hears(person, "2026-0001")
        await tap(desk, "Paiement", person)
    await desk.hears(SECOND, "6,40 hier")
    await desk.tapped(SECOND, "Valider")
    assert (await desk.tapped(SECRETARY, "Valider")).says("reste 20,00 €", "Rien n’a été changé")
    assert situation(desk, 2026, 1).paid == 640


# Taking back


@pytest.mark.parametrize("reason", ["rejeté par la banque", "chèque sans provision <x>"])
async def test_a_payment_is_taken_back_with_a_reason(desk: Town, reason: str) -> None:
    await asked(desk, "Paiement")
    await desk.tapped(SECRETARY, "Valider")
    heard = await tap(desk, "Retirer 26,40 € du mardi 1er décembre")
    assert heard.says("Retirer le paiement de 26,40 €", "Pour quel motif")
    heard = await (tap(desk, reason) if reason in keys(heard) else desk.hears(SECRETARY, reason))
    assert heard.says(f"Motif : {reason}", "Rien n’est encore noté")
    assert situation(desk, 2026, 1).paid == 2640
    assert (await desk.tapped(SECRETARY, "Valider")).says("Paiement retiré", "Émise")
    assert situation(desk, 2026, 1).paid == 0
    told = select(JournalEntry.facts).where(JournalEntry.action == "payment-taken-back")
    assert desk.read(lambda session: session.scalars(told).one())["why"] == reason


async def test_nothing_is_asked_of_what_claims_nothing(desk: Town) -> None:
    """The statement without number, a payment there is not: forged taps."""
    small = desk.read(lambda session: session.scalars(select(Invoice.id).where(Invoice.number.is_(None))).one())
    for deed in ("r", "p"):
        assert (await desk.forged(SECRETARY, f"Q:{deed}:2026-11-01:{small}:0")).says("n’est plus ouvert")
    assert (await desk.forged(SECRETARY, "Q:t:2026-11-01:77:0")).messages == ()  # it says the same
    assert "n’est plus ouvert" in desk.telegram.last(SECRETARY).text
