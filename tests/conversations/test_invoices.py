"""A family's invoices, from the letter that says one is there to the one that says it is paid, as people talk."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.demo.telegram import Button
from handlers import billing_news
from models.actions import billing, ledger, outbox, payments
from models.actions.outbox import MONEY
from models.tables import Attendance, Booking, Child, Guardian, Household, Invoice, JournalEntry, Letter, Staff
from models.tables import Post as State
from models.tables.billing import Document
from models.vocabulary import Stamp
from models.vocabulary import State as Booked
from tests.rolls import keys, plain
from tests.till import CANTINE, MATIN, SOIR, Till, priced
from tests.town import ALEX, CAMILLE, MARC, SECRETARY, SOPHIE, Heard, Town, open_town

DECEMBER, NOVEMBER = date(2026, 12, 1), date(2026, 11, 1)
WAIT = "Ne payez qu’à réception de l’avis du Trésor public"
REFERENCE = "2027-059-000123"
IDENTIFIER = "012345"
PRICES = priced(CANTINE, MATIN, SOIR)


@pytest.fixture
async def billed(tmp_path: Path) -> AsyncIterator[Town]:
    """January: in December Léa and Tom Durand ate, and Inès at her mother's; nothing is issued yet."""
    async with open_town(tmp_path, pricing=PRICES, payfip_identifier=IDENTIFIER) as town:
        town.now("2027-01-05 10:00")
        town.read(eat)
        yield town


def eat(session: Session) -> None:
    """December."""
    till = Till(session, DECEMBER)
    durand, petit = home(session, "durand"), home(session, "petit")
    lea, tom, ines = (child(session, name) for name in ("Léa", "Tom", "Inès"))
    till.meals(lea, durand, 1, 3, 4, 7, 8)
    till.meals(tom, durand, 1)
    till.morning(lea, durand, 3)
    till.meals(ines, petit, 1, 3, 7, 8, 10)


def home(session: Session, key: str) -> Household:
    return session.scalars(select(Household).where(Household.key == key)).one()


def child(session: Session, name: str) -> Child:
    return session.scalars(select(Child).where(Child.first_name == name)).one()


def issue(town: Town, month: date = DECEMBER) -> None:
    """The mairie issues a month, at the keyboard."""

    def write(session: Session) -> None:
        now = town.clock()
        done = billing.issue(session, month, town.commune, Stamp(None, now))
        billing_news.issued(session, done.issued, town.commune, now)

    town.read(write)


def durands(session: Session) -> Invoice:
    """Their newest."""
    return ledger.of_households(session, [home(session, "durand").id])[0]


def on_theirs(town: Town, act: Callable[[Session, Invoice, Stamp], object]) -> None:
    town.read(lambda session: act(session, durands(session), Stamp(None, town.clock())))


def refer(town: Town, reference: str = REFERENCE) -> None:
    """The Trésor's reference is entered, and told."""

    def enter(session: Session, invoice: Invoice, stamp: Stamp) -> None:
        if payments.enter_reference(session, invoice, reference, stamp):
            billing_news.referenced(session, [invoice], town.commune, stamp.now)

    on_theirs(town, enter)


def pay(town: Town, cents: int | None = None, day: date = date(2027, 1, 20)) -> None:
    def enter(session: Session, invoice: Invoice, stamp: Stamp) -> None:
        if payments.enter_payment(session, invoice, cents, day, stamp):
            billing_news.paid(session, [invoice], town.commune, stamp.now)

    on_theirs(town, enter)


def correct(town: Town, why: str = "Tom n’y était pas") -> None:
    """Tom's meal is taken out, and the month corrected."""

    def write(session: Session, invoice: Invoice, stamp: Stamp) -> None:
        tom = child(session, "Tom").id
        session.execute(update(Booking).where(Booking.child_id == tom).values(state=Booked.CANCELLED))
        written = billing.correct(session, invoice, why, town.commune, stamp)
        billing_news.issued(session, written, town.commune, stamp.now)

    on_theirs(town, write)


async def after(town: Town, act: Callable[..., None], *given: object) -> None:
    """What happens, and the letters it brings, read."""
    act(town, *given)
    await town.rest(2)


def first_line(heard: Heard) -> str:
    return plain(heard.messages[-1].text).splitlines()[0]


def copied(heard: Heard) -> list[str]:
    """What the keys copy."""
    return [button.copy_text for button in buttons(heard) if button.copy_text]


def buttons(heard: Heard) -> list[Button]:
    return [button for message in heard.messages for button in message.buttons]


# Told


async def test_an_invoice_issued_is_told_to_each_guardian_with_the_sum_of_each_child_and_once(billed: Town) -> None:
    heard = await billed.told(CAMILLE, lambda: issue(billed))
    assert WAIT in first_line(heard)
    assert heard.says("Votre facture de décembre 2026, 2027-0001", "24,90 €", "• Léa : 21,00 €", "• Tom : 3,90 €")
    assert len(heard.messages) == 1
    assert (await billed.told(CAMILLE, lambda: issue(billed))).messages == ()
    assert "2027-0001" in billed.telegram.last(ALEX).text
    assert "2027-0002" in billed.telegram.last(SOPHIE).text
    assert "facture" not in billed.telegram.last(MARC).text


async def test_the_key_of_the_letter_opens_the_detail_apart_so_that_the_letter_stays(billed: Town) -> None:
    await billed.told(CAMILLE, lambda: issue(billed))
    heard = await billed.tapped(CAMILLE, "Voir le détail")
    assert heard.says("Facture 2027-0001, décembre 2026", "Émission : mardi 5 janvier", "Au nom de Camille Durand")
    assert any("Votre facture de décembre 2026" in message.text for message in billed.telegram.answers(CAMILLE))


async def test_a_sum_too_small_is_said_to_wait_and_then_where_it_went(billed: Town) -> None:
    def november(session: Session) -> None:
        till = Till(session, NOVEMBER)
        till.meals(child(session, "Léa"), home(session, "durand"), 3, 5)

    billed.read(november)
    heard = await billed.told(CAMILLE, lambda: issue(billed, NOVEMBER))
    assert "Rien à payer pour l’instant" in first_line(heard)
    assert heard.says("votre prochaine facture", "Votre relevé de novembre 2026", "7,80 €")
    assert heard.says_nothing_of("Ne payez")
    heard = await billed.told(CAMILLE, lambda: issue(billed))
    assert heard.says("32,70 €", "Report de novembre 2026 : 7,80 €")
    heard = await billed.hears(CAMILLE, "/factures")
    assert heard.says("• novembre 2026 – relevé : 7,80 €, reportée")
    heard = await billed.tapped(CAMILLE, "Novembre 2026")
    assert "Rien à payer pour l’instant" in first_line(heard)
    assert heard.says("passe sur la facture 2027-0001")


async def test_a_reference_is_told_with_what_to_copy_and_told_again_where_it_changes(billed: Town) -> None:
    await after(billed, issue)
    heard = await billed.told(CAMILLE, lambda: refer(billed))
    assert heard.says(
        "La référence de votre facture 2027-0001 de décembre 2026 est connue",
        WAIT,
        "identifiant collectivité : 012345",
        REFERENCE,
        "montant : 24,90 €",
    )
    assert copied(heard) == [IDENTIFIER, REFERENCE, "24,90"]
    assert [button.url for button in buttons(heard) if button.url] == ["https://www.payfip.gouv.fr/"]
    billed.now("2027-01-06 10:00")
    assert (await billed.told(CAMILLE, lambda: refer(billed))).messages == ()
    assert (await billed.told(CAMILLE, lambda: refer(billed, "2027-059-000124"))).says("2027-059-000124")


async def test_what_is_paid_is_told_once_all_of_it_is(billed: Town) -> None:
    await after(billed, issue)
    await after(billed, refer)
    await billed.rest()
    billed.now("2027-01-21 10:00")
    assert (await billed.told(CAMILLE, lambda: pay(billed, 2000))).messages == ()
    heard = await billed.told(CAMILLE, lambda: pay(billed))
    assert heard.says("La facture 2027-0001 de décembre 2026 est payée : 24,90 € reçus", "mercredi 20 janvier")


async def test_a_reference_that_comes_with_all_of_the_payment_is_not_told_to_be_paid(billed: Town) -> None:
    await after(billed, issue)
    await billed.rest()

    def both() -> None:
        def enter(session: Session, invoice: Invoice, stamp: Stamp) -> None:
            payments.enter_reference(session, invoice, REFERENCE, stamp)
            payments.enter_payment(session, invoice, None, date(2027, 1, 4), stamp)
            billing_news.referenced(session, [invoice], billed.commune, stamp.now)
            billing_news.paid(session, [invoice], billed.commune, stamp.now)

        on_theirs(billed, enter)

    heard = await billed.told(CAMILLE, both)
    assert len(heard.messages) == 1
    assert heard.says("est payée")


async def test_a_correction_says_in_one_letter_what_is_taken_back_why_and_what_replaces_it(billed: Town) -> None:
    await after(billed, issue)
    await billed.rest()
    heard = await billed.told(CAMILLE, lambda: correct(billed, "Tom <b>absent</b>"))
    assert len(heard.messages) == 1
    assert WAIT in first_line(heard)
    assert heard.says(
        "Avoir : il annule la facture 2027-0001, qu’il ne faut plus payer",
        "elle est remplacée par la facture 2027-0004",
        "Motif : Tom <b>absent</b>.",
        "Votre facture de décembre 2026, 2027-0004",
        "21,00 €",
    )
    assert len([m for m in billed.telegram.answers(SOPHIE) if "2027-" in m.text]) == 1


async def test_all_taken_back_leaves_nothing_to_pay(billed: Town) -> None:
    await after(billed, issue)
    await billed.rest()

    def write(session: Session, invoice: Invoice, stamp: Stamp) -> None:
        session.execute(update(Booking).values(state=Booked.CANCELLED))
        session.execute(update(Attendance).values(arrived_at=None, absent=True))
        written = billing.correct(session, invoice, "école fermée", billed.commune, stamp)
        billing_news.issued(session, written, billed.commune, stamp.now)

    heard = await billed.told(CAMILLE, lambda: on_theirs(billed, write))
    assert heard.says("Avoir : il annule la facture 2027-0001, qu’il ne faut plus payer. Motif : école fermée.")
    assert heard.says_nothing_of("remplacée", "Ne payez qu’à")
    heard = await billed.hears(CAMILLE, "/factures 2027-0001")
    assert first_line(heard) == "↩️ Annulée par l’avoir 2027-0003 : ne la payez pas."


async def test_whoever_muted_them_is_told_nothing_and_the_other_guardian_still_is(billed: Town) -> None:
    await billed.hears(CAMILLE, "/rappels")
    assert "🔕 Factures" in (await billed.tapped(CAMILLE, "🔔 Factures")).keys
    before = len(billed.telegram.answers(ALEX))
    assert (await billed.told(CAMILLE, lambda: issue(billed))).messages == ()
    assert len(billed.telegram.answers(ALEX)) == before + 1
    assert (await billed.hears(CAMILLE, "/factures")).says("2027-0001")


# The list


async def test_without_any_invoice_it_says_when_there_will_be(billed: Town) -> None:
    assert (await billed.hears(CAMILLE, "/factures")).says("pas encore de facture", "une fois le mois fini")


@pytest.mark.parametrize("words", ["/factures", "mes factures", "où en est ma facture ?", "combien je dois payer ?"])
async def test_a_sentence_opens_the_list(billed: Town, words: str) -> None:
    await after(billed, issue)
    heard = await billed.hears(CAMILLE, words)
    assert heard.says("Vos factures", "• décembre 2026 – facture 2027-0001 : 24,90 €, émise")
    assert keys(heard) == ["Décembre 2026 · 2027-0001 · 24,90 €"]


async def test_each_invoice_says_where_it_stands(billed: Town) -> None:
    await after(billed, issue)
    await after(billed, refer)
    assert (await billed.hears(CAMILLE, "/factures")).says("24,90 €, transmise au Trésor public")
    await after(billed, pay, 2000)
    assert (await billed.hears(CAMILLE, "/factures")).says("24,90 €, il reste 4,90 € à payer")
    await after(billed, pay)
    assert (await billed.hears(CAMILLE, "/factures")).says("24,90 €, payée le mercredi 20 janvier")
    await after(billed, correct)
    assert (await billed.hears(CAMILLE, "/factures")).says(
        "• décembre 2026 – facture 2027-0004 : 21,00 €, émise",
        "• décembre 2026 – avoir 2027-0003 : −24,90 €, en votre faveur",
        "• décembre 2026 – facture 2027-0001 : 24,90 €, annulée",
    )


async def test_two_years_are_paged_by_twelve_in_one_message(billed: Town) -> None:
    def write(session: Session) -> None:
        now, durand = billed.clock(), home(session, "durand")
        for number in range(25):
            year, month = divmod(number, 12)
            session.add(
                Invoice(
                    kind=Document.INVOICE,
                    year=2024 + year,
                    number=month + 1,
                    household_id=durand.id,
                    month=date(2024 + year, month + 1, 1),
                    total=2000 + number,
                    debtor={},
                    issued_at=now,
                )
            )

    billed.read(write)
    heard = await billed.hears(CAMILLE, "/factures")
    assert len(heard.keys) == 13
    heard = await billed.tapped(CAMILLE, "Plus anciennes")
    heard = await billed.tapped(CAMILLE, "Plus anciennes")
    assert keys(heard) == ["Janvier 2024 · 2024-0001 · 20,00 €", "‹ Plus récentes"]
    heard = await billed.tapped(CAMILLE, "Janvier 2024")
    assert "‹ Mes factures" in keys(heard)
    assert "Janvier 2024 · 2024-0001 · 20,00 €" in keys(await billed.tapped(CAMILLE, "‹ Mes factures"))
    assert len([m for m in billed.telegram.answers(CAMILLE) if "facture" in m.text]) == 1


async def test_two_homes_of_one_parent_stand_apart(billed: Town) -> None:
    """Sophie is a guardian of the Lefèvres', too."""

    def write(session: Session) -> None:
        account = session.scalars(select(Guardian.account_id).where(Guardian.first_name == "Sophie")).one()
        lefevre = home(session, "lefevre")
        session.add(Guardian(household_id=lefevre.id, account_id=account, first_name="Sophie", last_name="Petit"))
        Till(session, DECEMBER).meals(child(session, "Inès"), lefevre, 14, 15, 17, 18)

    billed.read(write)
    await after(billed, issue)
    heard = await billed.hears(SOPHIE, "/factures")
    assert plain(heard.messages[-1].text).splitlines()[2:8] == [
        "Sophie Petit (Inès)",
        "• décembre 2026 – facture 2027-0003 : 19,50 €, émise",
        "",
        "Marc Lefèvre (Inès)",
        "• décembre 2026 – facture 2027-0002 : 15,60 €, émise",
        "",
    ]


# The detail


async def test_the_detail_says_first_not_to_pay_then_each_line_with_its_reason_and_days(billed: Town) -> None:
    await after(billed, issue)
    await billed.hears(CAMILLE, "/factures")
    heard = await billed.tapped(CAMILLE, "Décembre 2026")
    assert first_line(heard) == f"⚠️ {WAIT}."
    assert heard.says(
        "• Léa, cantine : 5 repas à 3,90 € (QF non connu, tranche la plus haute) = 19,50 € – les 1er, 3, 4, 7 et 8",
        "• Léa, garderie du matin, jeudi 3 décembre : une séance à 1,50 € = 1,50 €",
        "une séance à 1,50 € = 1,50 €\nLéa : 21,00 €",
        "• Tom, cantine, mardi 1er décembre : un repas à 3,90 €",
        "Tom : 3,90 €",
        "Total : 24,90 €",
        "L’avis du Trésor public arrive par courrier avec la référence",
    )
    assert copied(heard) == []
    assert keys(heard) == ["📄 En PDF", "❓ Je ne comprends pas une ligne", "‹ Mes factures"]


async def test_once_its_reference_is_known_what_payfip_asks_is_copied_by_a_tap(billed: Town) -> None:
    await after(billed, issue)
    await after(billed, refer)
    await after(billed, pay, 2000)
    heard = await billed.hears(CAMILLE, "/factures 2027-0001")
    assert first_line(heard) == f"⚠️ {WAIT}."
    assert heard.says("Déjà payé : 20,00 €", "Il reste 4,90 €", "montant : 4,90 €")
    assert copied(heard) == [IDENTIFIER, REFERENCE, "4,90"]
    assert heard.says_nothing_of("Payée")


async def test_a_commune_without_identifier_says_where_it_stands(billed: Town) -> None:
    await billed.closes()
    billed.commune = replace(billed.commune, payfip_identifier="")
    await billed.opens()
    await after(billed, issue)
    await after(billed, refer)
    heard = await billed.hears(CAMILLE, "/factures 2027-0001")
    assert heard.says("identifiant collectivité : sur l’avis du Trésor public")
    assert copied(heard) == [REFERENCE, "24,90"]


async def test_a_reference_too_long_to_be_copied_is_read_and_the_sum_still_copied(billed: Town) -> None:
    await after(billed, issue)
    await after(billed, refer, "9" * 257)
    heard = await billed.hears(CAMILLE, "/factures 2027-0001")
    assert heard.says("référence : " + "9" * 257)
    assert copied(heard) == [IDENTIFIER, "24,90"]


async def test_names_and_references_carry_no_markup(billed: Town) -> None:
    name = "Zoé <i>&amp; co</i>"
    billed.read(lambda session: session.execute(update(Child).where(Child.first_name == "Léa").values(first_name=name)))
    await after(billed, issue)
    await after(billed, refer, "<T> & 1")
    heard = await billed.hears(CAMILLE, "/factures 2027-0001")
    assert heard.says(f"• {name}, cantine : 5 repas", f"{name} : 21,00 €", "référence : <T> & 1")
    assert "<T> & 1" in copied(heard)
    assert keys(await billed.tapped(CAMILLE, "Je ne comprends pas"))[0].startswith(f"{name}, cantine : 5 repas")


async def test_a_paid_one_says_so_and_offers_nothing_to_pay(billed: Town) -> None:
    await after(billed, issue)
    await after(billed, refer)
    await after(billed, pay)
    heard = await billed.hears(CAMILLE, "/factures 2027-0001")
    assert first_line(heard) == (
        "✅ Payée : 24,90 € reçus, le dernier paiement le mercredi 20 janvier. Il ne reste rien à payer."
    )
    assert heard.says_nothing_of("Ne payez", "PayFiP")
    assert copied(heard) == []


async def test_one_paid_and_then_corrected_says_to_see_the_mairie(billed: Town) -> None:
    await after(billed, issue)
    await after(billed, refer)
    await after(billed, pay)
    await after(billed, correct)
    heard = await billed.hears(CAMILLE, "/factures 2027-0001")
    assert heard.says(
        "Annulée par l’avoir 2027-0003", "remplacée par la facture 2027-0004", "Vous en aviez payé 24,90 €"
    )
    assert heard.says("03 20 00 00 00")
    assert copied(heard) == []
    heard = await billed.hears(CAMILLE, "/factures 2027-0003")
    assert heard.says("Avoir 2027-0003", "Total : −24,90 €")


async def test_a_small_statement_corrected_waits_and_is_taken_off(billed: Town) -> None:
    def november(session: Session) -> None:
        Till(session, NOVEMBER).meals(child(session, "Tom"), home(session, "durand"), 3)

    billed.read(november)
    await after(billed, issue, NOVEMBER)
    await billed.rest()
    heard = await billed.told(CAMILLE, lambda: correct(billed))
    assert heard.says(
        "cette somme est déduite de votre prochaine facture", "Motif de la correction : Tom n’y était pas"
    )
    assert (await billed.hears(CAMILLE, "/factures")).says("avoir : −3,90 €, reportée")


async def test_the_longest_household_is_read_in_several_messages_with_the_keys_under_the_last(billed: Town) -> None:
    def write(session: Session) -> None:
        till, durand = Till(session, DECEMBER), home(session, "durand")
        for number in range(30):
            one = till.child(f"Enfant{number:02}-au-prénom-très-long", durand)
            till.meals(one, durand, 1, 3, 4, 7, 8, 10, 11)
            till.morning(one, durand, 3)
            till.evening(one, durand, 3, "18:50")

    billed.read(write)
    await after(billed, issue)
    await billed.hears(CAMILLE, "/factures")
    heard = await billed.tapped(CAMILLE, "Décembre 2026")
    assert len(heard.messages) > 1
    assert [bool(message.buttons) for message in heard.messages] == [False] * (len(heard.messages) - 1) + [True]
    heard = await billed.tapped(CAMILLE, "Je ne comprends pas une ligne")
    assert len(heard.keys) == 22
    assert "Après ›" in keys(heard)
    for _ in range(9):
        if "Après ›" in keys(heard):
            heard = await billed.tapped(CAMILLE, "Après ›")
    assert "‹ Avant" in keys(heard)
    assert "‹ La facture" in (await billed.tapped(CAMILLE, heard.keys[0])).keys


# Whose they are


async def test_nobody_reads_the_other_home_s_invoice(billed: Town) -> None:
    await after(billed, issue)
    theirs = billed.read(lambda session: ledger.of_households(session, [home(session, "petit").id])[0].id)
    assert (await billed.hears(MARC, "/factures")).says("pas encore de facture")
    assert (await billed.hears(MARC, "/factures 2027-0002")).says("pas encore de facture")
    heard = await billed.hears(CAMILLE, "/factures 2027-0002")
    assert heard.says("Je ne trouve pas cette facture parmi les vôtres")
    assert heard.says_nothing_of("Inès", "19,50")
    for data in (f"J:{theirs}:0", f"J:{theirs}:1", f"M:{theirs}:0:0", f"M:{theirs}:0:1", f"N:{theirs}:1"):
        heard = await billed.forged(CAMILLE, data)
        assert heard.says("n’est plus valable")
        assert heard.says_nothing_of("Inès", "19,50")
    assert questions(billed) == []


async def test_who_is_no_longer_a_guardian_reads_nothing_more(billed: Town) -> None:
    await after(billed, issue)
    await billed.hears(ALEX, "/factures")

    def leave(session: Session) -> None:
        petit = home(session, "petit").id
        session.execute(update(Guardian).where(Guardian.first_name == "Alex").values(household_id=petit))

    billed.read(leave)
    assert (await billed.tapped(ALEX, "Décembre 2026")).says("n’est plus valable")
    assert (await billed.hears(ALEX, "/factures")).says("2027-0002")


# A line that is not understood


def questions(town: Town) -> list[dict[str, object]]:
    asked = select(JournalEntry.facts).where(JournalEntry.action == "line-questioned")
    return list(town.read(lambda session: session.scalars(asked).all()))


async def ask(town: Town, line: str = "Léa, cantine") -> Heard:
    await town.hears(CAMILLE, "/factures 2027-0001")
    await town.tapped(CAMILLE, "Je ne comprends pas une ligne")
    return await town.tapped(CAMILLE, line)


def to_the_mairie(town: Town) -> list[str]:
    return [plain(m.text) for m in town.telegram.answers(SECRETARY) if "pas comprise" in m.text]


async def test_a_line_goes_to_the_mairie_with_a_few_words_and_the_parent_knows_whom_to_call(billed: Town) -> None:
    await after(billed, issue)
    heard = await ask(billed)
    assert heard.says("Cette ligne n’est pas claire", "5 repas à 3,90 €", "les 1er, 3, 4, 7 et 8")
    assert keys(heard) == ["Envoyer sans rien ajouter", "‹ La facture"]
    heard = await billed.hears(CAMILLE, "Léa n’était pas là le 8, <b>je</b> l’avais dit")
    assert heard.says("partie à la mairie", "« Léa n’était pas là le 8, <b>je</b> l’avais dit »", "03 20 00 00 00")
    (letter,) = to_the_mairie(billed)
    assert letter.splitlines() == [
        "❓ Une ligne de facture n’est pas comprise",
        "Camille Durand, foyer durand, facture 2027-0001 (décembre 2026) :",
        "• Léa, cantine : 5 repas à 3,90 € (QF non connu, tranche la plus haute) = 19,50 € – les 1er, 3, 4, 7 et 8",
        "« Léa n’était pas là le 8, <b>je</b> l’avais dit »",
        "À vous de répondre, par téléphone ou par courrier électronique.",
    ]
    assert questions(billed) == [{"invoice": "2027-0001", "invoice_id": 1, "line": 1}]
    assert (await billed.hears(CAMILLE, "merci")).says_nothing_of("mairie")


async def test_words_changed_once_they_are_gone_cancel_nothing_and_are_sent_nowhere(billed: Town) -> None:
    await after(billed, issue)
    billed.has_booked("Léa", "2027-01-14")
    await ask(billed)
    await billed.hears(CAMILLE, "Léa n’était pas là le 14")
    message = next(m for m in reversed(billed.telegram.chat(CAMILLE)) if not m.from_bot)
    assert (await billed.edited(CAMILLE, message, "Léa n’était pas là le 14")).messages == ()
    heard = await billed.edited(CAMILLE, message, "annule le 14 janvier pour Léa")
    assert heard.says("déjà partie à la mairie, avec ses premiers mots", "03 20 00 00 00")
    assert billed.booked("Léa")[-1] == "2027-01-14"
    assert len(to_the_mairie(billed)) == 1


async def test_a_line_goes_without_a_word_and_once_a_day_whoever_taps_whatever(billed: Town) -> None:
    await after(billed, issue)
    await ask(billed)
    screen = billed.telegram.last(CAMILLE)
    assert (await billed.tapped(CAMILLE, "Envoyer sans rien ajouter")).says("partie à la mairie", "03 20 00 00 00")
    await billed._heard(CAMILLE, lambda: billed.telegram.taps_forged(CAMILLE, "N:1:1", screen))
    assert billed.telegram.last(CAMILLE).text.startswith("Votre question sur cette ligne est déjà partie")
    billed.now("2027-01-06 09:59")
    assert (await ask(billed)).says("déjà partie, mardi 5 janvier à 10 h", "03 20 00 00 00")
    assert (await billed.forged(ALEX, "N:1:1")).says("déjà partie")
    assert len(to_the_mairie(billed)) == 1
    billed.now("2027-01-06 10:01")
    await ask(billed)
    await billed.tapped(CAMILLE, "Envoyer sans rien ajouter")
    assert len(to_the_mairie(billed)) == 2


async def test_too_many_words_lose_nothing(billed: Town) -> None:
    await after(billed, issue)
    await ask(billed)
    assert (await billed.hears(CAMILLE, "mais pourquoi " * 40)).says("C’est trop long (559 signes, 500 au plus)")
    assert to_the_mairie(billed) == []
    await billed.hears(CAMILLE, "mais pourquoi")
    assert "« mais pourquoi »" in to_the_mairie(billed)[0]


async def test_a_booking_typed_meanwhile_is_a_booking(billed: Town) -> None:
    await after(billed, issue)
    await ask(billed)
    assert (await billed.hears(CAMILLE, "réserver cantine jeudi 14 pour Léa")).says("Cantine réservée")
    assert to_the_mairie(billed) == []
    await billed.hears(CAMILLE, "je ne comprends pas les 5 repas")
    assert "« je ne comprends pas les 5 repas »" in to_the_mairie(billed)[0]


@pytest.mark.parametrize(("words", "count"), [("abandonner", 0), ("non", 0), ("oui", 1), ("valider", 1)])
async def test_yes_sends_and_no_does_not(billed: Town, words: str, count: int) -> None:
    await after(billed, issue)
    await ask(billed)
    await billed.hears(CAMILLE, words)
    assert len(to_the_mairie(billed)) == count
    assert all("«" not in letter for letter in to_the_mairie(billed))


async def test_going_back_to_the_invoice_drops_it_and_so_does_half_an_hour(billed: Town) -> None:
    await after(billed, issue)
    await ask(billed)
    assert (await billed.tapped(CAMILLE, "‹ La facture")).says("Total : 24,90 €")
    await billed.hears(CAMILLE, "je ne comprends pas")
    await ask(billed)
    billed.now("2027-01-05 10:31")
    await billed.hears(CAMILLE, "je ne comprends pas")
    assert to_the_mairie(billed) == []


async def test_a_restart_between_the_line_and_its_words_changes_nothing(billed: Town) -> None:
    await after(billed, issue)
    await ask(billed)
    await billed.closes()
    await billed.opens()
    await billed.hears(CAMILLE, "pourquoi cinq ?")
    assert "« pourquoi cinq ? »" in to_the_mairie(billed)[0]


async def test_where_nobody_at_the_mairie_reads_the_bot_it_says_so(billed: Town) -> None:
    billed.read(lambda session: session.execute(update(Staff).values(account_id=None)))
    await after(billed, issue)
    await ask(billed)
    assert (await billed.tapped(CAMILLE, "Envoyer sans rien ajouter")).says("rien n’est parti", "03 20 00 00 00")
    assert questions(billed) == []


# Sent once


async def test_a_letter_about_money_found_half_sent_is_asked_about_in_the_journal_and_not_sent_again(
    billed: Town,
) -> None:
    await billed.closes()
    issue(billed)

    def crash(session: Session) -> list[str | None]:
        letters = session.scalars(select(Letter).where(Letter.kind == MONEY).order_by(Letter.id)).all()
        letters[0].state = State.SENDING
        outbox.owe(session, [outbox.Notice(CAMILLE.id, "closure", {"text": "Fermé"})], billed.clock())
        session.execute(update(Letter).where(Letter.kind == "closure").values(state=State.SENDING))
        return [letter.key for letter in letters]

    keys = billed.read(crash)
    assert len(keys) == len(set(keys)) == 3
    for _ in range(2):
        await billed.opens()
        await billed.rest(2)
        await billed.closes()
    doubtful = select(JournalEntry.facts).where(JournalEntry.action == "letter-doubtful")
    (facts,) = billed.read(lambda session: session.scalars(doubtful).all())
    assert facts["key"] == keys[0]
    assert "2027-0001" not in billed.telegram.last(CAMILLE).text
    assert billed.telegram.last(CAMILLE).text == "Fermé"
    assert "2027-0001" in billed.telegram.last(ALEX).text


async def test_a_stop_in_the_middle_of_an_issue_leaves_nothing_in_doubt(billed: Town) -> None:
    await billed.closes()
    issue(billed)
    billed.tempo = replace(billed.tempo, rate=2)
    for _ in range(6):
        await billed.opens()
        await asyncio.sleep(0.3)
        await billed.closes()
    await billed.opens()
    await billed.rest(2)
    told = [m.text for person in (CAMILLE, ALEX, SOPHIE) for m in billed.telegram.answers(person) if "2027-" in m.text]
    assert len(told) == 3
    doubtful = select(JournalEntry.facts).where(JournalEntry.action == "letter-doubtful")
    assert billed.read(lambda session: session.scalars(doubtful).all()) == []
