"""The month in the secretary's chat: looked at, issued once, corrected; two at once, restarts, replays."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from models.tables import Child, Closure, Draft, Household, Invoice
from models.vocabulary import Role, Weeks
from tests.actions.test_golden_invoices import FAMILIES, GOLDEN, settle
from tests.desk import (
    EIGHT_DAYS,
    billed_town,
    forgets,
    household_id,
    issued,
    journal,
    many_families,
    numbers,
    tap,
    with_till,
)
from tests.rolls import SECOND, hire, keys, plain
from tests.till import MATIN, SOIR, Till, commune
from tests.town import CAMILLE, SECRETARY, Town, open_town

ISSUE = "📤 Émettre ce mois…"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Town]:
    async with billed_town(tmp_path) as town:
        yield town


async def last_draft(town: Town, kind: str = "billing") -> int:
    asked = select(Draft.id).where(Draft.kind == kind).order_by(Draft.id.desc())
    return town.read(lambda session: session.scalars(asked).first()) or 0


# Looking


async def test_the_last_whole_month_is_shown_with_its_sums(desk: Town) -> None:
    heard = await desk.hears(SECRETARY, "/facturation")
    assert heard.says("Novembre 2026", "Une facture à émettre : 26,40 €")
    assert heard.says(
        "Une somme de moins de 15,00 €, reportée sur la facture suivante : 3,30 €", "Rien n’est encore émis"
    )
    assert keys(heard) == ["👪 Les foyers (2)", ISSUE, "📊 Les chiffres du mois", "◀ octobre", "décembre ▶"]


async def test_before_the_fifth_and_after_it_is_still_the_month_before(desk: Town) -> None:
    desk.now("2026-12-04 09:00")
    assert (await desk.hears(SECRETARY, "/facturation")).says("Novembre 2026")
    desk.now("2027-01-02 09:00")
    assert (await desk.hears(SECRETARY, "/facturation")).says("Décembre 2026", "Rien à facturer")


@pytest.mark.parametrize("said", ["novembre", "novembre 2026", "11/2026", "2026-11", "en Novembre"])
async def test_a_month_may_be_said_behind_it(desk: Town, said: str) -> None:
    assert (await desk.hears(SECRETARY, f"/facturation {said}")).says("Novembre 2026", "26,40 €")


async def test_what_is_no_month_that_has_begun_is_said_so(desk: Town) -> None:
    assert (await desk.hears(SECRETARY, "/facturation janvier 2027")).says("n’a pas commencé")
    assert (await desk.hears(SECRETARY, "/facturation blorp")).says("Je ne trouve pas", "/facturation novembre")


async def test_other_months_are_a_tap_away_in_the_same_message(desk: Town) -> None:
    await desk.hears(SECRETARY, "/facturation")
    heard = await tap(desk, "◀ octobre")
    assert heard.says("Octobre 2026", "Rien à facturer")
    assert len(heard.messages) == 1
    assert keys(heard) == ["◀ septembre", "novembre ▶"]
    await tap(desk, "novembre ▶")
    heard = await tap(desk, "décembre ▶")
    assert heard.says("Décembre 2026", "n’est pas fini", "à partir du vendredi 1er janvier")
    assert keys(heard) == ["◀ novembre"]


async def test_it_is_computed_again_at_every_opening(desk: Town) -> None:
    await desk.hears(SECRETARY, "/facturation")
    forgets(desk, "Mathis", 13)
    assert (await tap(desk, "👪 Les foyers (2)")).says("2 foyers")
    assert "morel · 23,10 €" in keys(await desk.hears(SECRETARY, "/facturation")) + keys(
        await tap(desk, "👪 Les foyers (2)")
    )


async def test_a_household_s_lines_say_their_reason(desk: Town) -> None:
    await desk.hears(SECRETARY, "/facturation")
    await tap(desk, "👪 Les foyers (2)")
    heard = await tap(desk, "↪️ roche · 3,30 €")
    assert heard.says("Foyer roche · novembre 2026", "Pas encore émise", "Total : 3,30 €", "Moins de 15,00 €")
    assert heard.says("Jules Durand, cantine, lundi 2 novembre : un repas à 3,30 €")
    assert keys(heard) == ["Réclamer quand même", "‹ Les foyers", "‹ Novembre"]


def _troubles(till: Till) -> None:
    """A household without quotient, a child that came unbooked, one in its other home's week."""
    home = till.household("vidal", None)
    nino = till.child("Nino", home, weeks=Weeks.EVEN)
    till.meals(nino, home, *EIGHT_DAYS)
    for day in (16, 17):
        till.roll(nino, home, day, there=True)


async def test_what_to_look_at_is_grouped_worst_first_and_opened_by_a_tap(desk: Town) -> None:
    with_till(desk, _troubles)
    heard = await desk.hears(SECRETARY, "/facturation")
    assert heard.says("9 points à regarder", "• Mangé sans réservation : 2\n• Semaine de l’autre foyer : 6")
    assert keys(heard)[:3] == [
        "Mangé sans réservation (2)",
        "Semaine de l’autre foyer (6)",
        "Quotient non connu (1)",
    ]
    heard = await tap(desk, "Mangé sans réservation (2)")
    assert heard.says("lundi 16 novembre : Nino Durand a mangé sans réservation", "mardi 17 novembre")
    heard = await tap(desk, "🧾 vidal")
    assert heard.says("Foyer vidal", "À regarder", "Nino Durand a mangé sans réservation", "… et 3 autres")


async def test_three_hundred_households_are_read_page_by_page(desk: Town) -> None:
    many_families(desk, 300)
    heard = await desk.hears(SECRETARY, "/facturation")
    assert heard.says("301 factures à émettre : 7 946,40 €")
    heard = await tap(desk, "👪 Les foyers (302)")
    assert heard.says("Page 1 sur 8")
    assert len(keys(heard)) == 42
    for page in range(2, 9):
        heard = await tap(desk, "▶")
        assert heard.says(f"Page {page} sur 8")
    assert len(heard.messages) == 1
    heard = await tap(desk, "F299 · 26,40 €")
    assert heard.says("Foyer F299")
    assert (await tap(desk, "‹ Les foyers")).says("Page 8 sur 8")


async def test_many_things_to_look_at_are_read_page_by_page(desk: Town) -> None:
    def write(till: Till) -> None:
        for number in range(40):
            home = till.household(f"{'long' * 20}{number}", None)
            till.meals(till.child(f"{'Prénom' * 20}{number}", home), home, *EIGHT_DAYS)

    with_till(desk, write)
    await desk.hears(SECRETARY, "/facturation")
    heard = await tap(desk, "Quotient non connu (40)")
    assert heard.says("Page 1 sur 3")
    heard = await tap(desk, "▶")
    assert heard.says("Page 2 sur 3")
    assert len(heard.messages) == 1


# Issuing


async def test_valider_issues_what_was_shown_and_numbers_it(desk: Town) -> None:
    with_till(desk, _troubles)
    await desk.hears(SECRETARY, "/facturation")
    heard = await tap(desk, ISSUE)
    assert heard.says(
        "Émettre novembre 2026 ?", "2 factures numérotées", "une somme de moins de 15,00 € reportée : 3,30 €"
    )
    assert heard.says("9 points à regarder", "Rien n’est encore fait")
    assert keys(heard) == ["Valider", "Abandonner"]
    assert numbers(desk) == []
    heard = await desk.tapped(SECRETARY, "Valider")
    assert heard.says("Novembre 2026 est émis", "2 factures, de 2026-0001 à 2026-0002")
    assert [number for number, _ in numbers(desk)] == ["2026-0001", "", "2026-0002"]
    assert journal(desk).count("invoices-issued") == 1
    heard = await desk.hears(SECRETARY, "/facturation")
    assert heard.says("2 factures déjà émises", "Une somme déjà reportée : 3,30 €", "Tout est émis")
    assert ISSUE not in keys(heard)


async def test_valider_may_be_typed_and_abandoner_keeps_everything(desk: Town) -> None:
    await desk.hears(SECRETARY, "/facturation")
    await tap(desk, ISSUE)
    assert (await desk.hears(SECRETARY, "abandonner")).says("Abandonné : rien n’a été changé")
    assert (await tap(desk, "‹ Retour")).says("Novembre 2026", "Rien n’est encore émis")
    await tap(desk, ISSUE)
    assert (await desk.tapped(SECRETARY, "Abandonner")).says("Abandonné")
    await tap(desk, "‹ Retour")
    await tap(desk, ISSUE)
    assert (await desk.hears(SECRETARY, "Valider")).says("Novembre 2026 est émis")


async def test_valider_typed_means_what_is_before_the_eyes(desk: Town) -> None:
    """Another month was opened since, or menus were shown: nothing is issued."""
    await desk.hears(SECRETARY, "/facturation")
    await tap(desk, ISSUE)
    await desk.hears(SECRETARY, "/facturation octobre")
    await desk.hears(SECRETARY, "Valider")
    assert numbers(desk) == []
    await desk.hears(SECRETARY, "/facturation")
    await tap(desk, ISSUE)
    await desk.hears(SECRETARY, "/menus lundi 7/12 : carottes")
    assert (await desk.hears(SECRETARY, "Valider")).says("les parents le voient")
    assert numbers(desk) == []


async def test_what_has_changed_under_the_confirmation_is_shown_again_instead(desk: Town) -> None:
    await desk.hears(SECRETARY, "/facturation")
    await tap(desk, ISSUE)
    forgets(desk, "Mathis", 13)
    heard = await desk.tapped(SECRETARY, "Valider")
    assert heard.says("a changé entre-temps", "une facture numérotée : 23,10 €", "Rien n’est encore fait")
    assert numbers(desk) == []
    assert (await desk.tapped(SECRETARY, "Valider")).says("est émis")
    assert numbers(desk) == [("2026-0001", 2310), ("", 330)]


async def test_two_secretaries_at_the_same_second_issue_it_once(desk: Town) -> None:
    hire(desk, SECOND, Role.MAIRIE)
    for person in (SECRETARY, SECOND):
        await desk.hears(person, "/facturation")
        await tap(desk, ISSUE, person)
    for person in (SECRETARY, SECOND):
        desk.telegram.taps(person, "Valider")
    await desk.rest()
    said = [plain(desk.telegram.last(person).text) for person in (SECRETARY, SECOND)]
    assert sum("est émis :" in text for text in said) == 1
    assert sum("a changé entre-temps" in text and "Tout est émis" in text for text in said) == 1
    assert numbers(desk) == [("2026-0001", 2640), ("", 330)]
    assert journal(desk).count("invoices-issued") == 1


async def test_a_restart_between_the_confirmation_and_valider_changes_nothing(desk: Town) -> None:
    await desk.hears(SECRETARY, "/facturation")
    await tap(desk, ISSUE)
    await desk.closes()
    await desk.opens()
    assert (await desk.tapped(SECRETARY, "Valider")).says("est émis")
    assert numbers(desk) == [("2026-0001", 2640), ("", 330)]


async def test_taps_replayed_do_nothing_more(desk: Town) -> None:
    await issued(desk)
    draft = await last_draft(desk)
    before = numbers(desk)
    for data in (f"R:{draft}", f"G:{draft}"):
        assert (await desk.forged(SECRETARY, data)).says("n’est plus ouvert", "rien n’a été changé")
    assert (await desk.forged(SECRETARY, "Q:e:2026-11-01:0:0")).says("Tout est émis")
    assert numbers(desk) == before


async def test_a_proposal_of_another_secretary_is_not_mine_to_keep(desk: Town) -> None:
    hire(desk, SECOND, Role.MAIRIE)
    await desk.hears(SECRETARY, "/facturation")
    await tap(desk, ISSUE)
    await desk.hears(SECOND, "/facturation")
    assert (await desk.forged(SECOND, f"R:{await last_draft(desk)}")).says("n’est plus ouvert")
    assert numbers(desk) == []


async def test_a_running_month_is_not_issued_whatever_is_tapped(desk: Town) -> None:
    desk.now("2026-11-30 23:59")
    heard = await desk.hears(SECRETARY, "/facturation novembre")
    assert heard.says("n’est pas fini", "à partir du mardi 1er décembre")
    assert ISSUE not in keys(heard)
    assert (await desk.forged(SECRETARY, "Q:e:2026-11-01:0:0")).messages == ()  # it shows the same
    assert numbers(desk) == []


async def test_a_month_without_a_tariff_is_not_issued_and_says_what_to_do(tmp_path: Path) -> None:
    async with open_town(tmp_path, pricing=commune(MATIN, SOIR).pricing) as town:
        town.now("2026-12-01 10:00")

        def write(till: Till) -> None:
            home = till.household("morel")
            till.meals(till.child("Mathis", home), home, 2)

        with_till(town, write)
        heard = await town.hears(SECRETARY, "/facturation")
        assert heard.says("Il manque un tarif (cantine, lundi 2 novembre)", "Envoyez-moi ici le tableau des tarifs")
        assert keys(heard)[0] == "Tarif manquant (1)"
        assert ISSUE not in keys(heard)
        assert (await town.forged(SECRETARY, "Q:e:2026-11-01:0:0")).messages == ()  # it shows the same
        assert numbers(town) == []


async def test_a_golden_month_issued_in_the_chat_gives_the_numbers_computed_by_hand(tmp_path: Path) -> None:
    async with open_town(tmp_path, pricing=commune(*GOLDEN["tariffs"]).pricing) as town:
        town.read(lambda session: _golden(Till(session, date(2026, 12, 1))))
        town.now("2027-01-05 10:00")
        heard = await issued(town, "décembre")
        claimed = [family for family in FAMILIES if "carried" not in family]
        assert heard.says(f"{len(claimed)} factures, de 2027-0001 à 2027-00{len(claimed):02}")
        found = town.read(lambda session: session.scalars(select(Invoice)).all())
        assert sorted(one.total for one in found) == sorted(family["total"] for family in FAMILIES)
        assert sorted(one.number for one in found if one.number) == list(range(1, len(claimed) + 1))


def _golden(till: Till) -> None:
    for day in GOLDEN["closed"]:
        till.session.add(Closure(day=till.day(day), reason="grève"))
    for family in FAMILIES:
        settle(till, family | {"foyer": f"golden {family['foyer']}"})


async def test_a_small_sum_is_claimed_all_the_same_for_a_household_that_leaves(desk: Town) -> None:
    await desk.hears(SECRETARY, "/facturation")
    await tap(desk, "👪 Les foyers (2)")
    await tap(desk, "↪️ roche · 3,30 €")
    heard = await tap(desk, "Réclamer quand même")
    assert heard.says("Réclamer 3,30 € au foyer roche ?", "moins de 15,00 €")
    assert (await desk.tapped(SECRETARY, "Valider")).says("Facture 2026-0001 émise", "Émise")
    await issued(desk)
    assert numbers(desk) == [("2026-0001", 330), ("2026-0002", 2640)]
    roche = household_id(desk, "roche")
    assert (await desk.forged(SECRETARY, f"Q:q:2026-11-01:{roche}:0")).says("Facture 2026-0001")


async def test_a_sum_that_waits_of_a_household_with_nothing_more_is_claimed_in_a_later_month(desk: Town) -> None:
    await issued(desk)
    desk.now("2027-01-04 10:00")
    heard = await desk.hears(SECRETARY, "/facturation")
    assert heard.says(
        "Décembre 2026", "Une somme en attente d’un foyer qui n’a rien ce mois-ci : 3,30 €", "Rien à facturer"
    )
    assert ISSUE not in keys(heard)
    await tap(desk, "👪 Les foyers (1)")
    heard = await tap(desk, "↪️ roche · 3,30 €")
    assert heard.says("Report de novembre 2026 : 3,30 €", "attend la facture suivante")
    await tap(desk, "Réclamer quand même")
    assert (await desk.tapped(SECRETARY, "Valider")).says("Facture 2027-0001 émise", "Rien n’a changé depuis")
    assert numbers(desk)[-1] == ("2027-0001", 330)
    assert (await desk.hears(SECRETARY, "/facturation")).says("Une facture déjà émise : 3,30 €", "Tout est émis")


async def test_what_was_carried_over_is_in_the_next_invoice_and_said(desk: Town) -> None:
    await issued(desk)
    with_till(desk, lambda till: _eats(till, 1, 3, 4, 7, 8, 10), date(2026, 12, 1))
    desk.now("2027-01-04 10:00")
    heard = await desk.hears(SECRETARY, "/facturation")
    assert heard.says("Une facture à émettre : 23,10 €", "dont 3,30 € reportés des mois d’avant")


# Correcting


async def test_an_invoice_whose_facts_have_changed_is_corrected_with_a_reason(desk: Town) -> None:
    await issued(desk)
    assert (await desk.hears(SECRETARY, "2026-0001")).says("Rien n’a changé depuis")
    forgets(desk, "Mathis", 13)
    assert "Changé depuis l’émission (1)" in keys(await desk.hears(SECRETARY, "/facturation"))
    heard = await desk.hears(SECRETARY, "/facturation 2026-0001")
    assert heard.says("Les faits ont changé depuis : 26,40 € émis, 23,10 € avec ce qui est connu")
    heard = await tap(desk, "✏️ Corriger")
    assert heard.says("Avant :", "8 repas", "Après :", "7 repas", "26,40 € → 23,10 €", "Pour quel motif")
    heard = await tap(desk, "réservation corrigée")
    assert heard.says("Motif : réservation corrigée", "un avoir et une nouvelle facture", "Rien n’est encore fait")
    heard = await desk.tapped(SECRETARY, "Valider")
    assert heard.says("Avoir 2026-0002 : −26,40 €", "Nouvelle facture 2026-0003 : 23,10 €")
    assert (await tap(desk, "🧾 2026-0002")).says("Avoir 2026-0002", "Motif : réservation corrigée", "rien à payer")
    assert (await desk.hears(SECRETARY, "2026-0001")).says("un avoir l’a annulée")
    assert (await desk.hears(SECRETARY, "2026-0003")).says("Rien n’a changé depuis")


async def test_the_reason_may_be_typed_and_a_statement_without_number_is_corrected_without_one(desk: Town) -> None:
    with_till(desk, lambda till: _eats(till, 3))
    await issued(desk)
    forgets(desk, "Jules", 3)
    await desk.hears(SECRETARY, "/facturation")
    await tap(desk, "👪 Les foyers (2)")
    heard = await tap(desk, "↪️ ⚠️ roche · 6,60 €")
    assert heard.says("Relevé sans numéro", "Rien n’est réclamé")
    await tap(desk, "✏️ Corriger")
    heard = await desk.hears(SECRETARY, "erreur de <b>Nadia</b> & co")
    assert heard.says("Motif : erreur de <b>Nadia</b> & co", "rien n’est numéroté")
    heard = await desk.hears(SECRETARY, "valider")
    assert heard.says("Avoir sans numéro : −6,60 €", "Nouvelle facture sans numéro : 3,30 €")
    assert numbers(desk) == [("2026-0001", 2640), ("", 660), ("", -660), ("", 330)]


def _eats(till: Till, *days: int) -> None:
    """More meals of Jules."""
    home = till.session.scalars(select(Household).where(Household.key == "roche")).one()
    till.meals(till.session.scalars(select(Child).where(Child.first_name == "Jules")).one(), home, *days)


async def test_facts_that_change_again_under_a_correction_are_shown_again(desk: Town) -> None:
    await issued(desk)
    forgets(desk, "Mathis", 13)
    await desk.hears(SECRETARY, "2026-0001")
    await tap(desk, "✏️ Corriger")
    await tap(desk, "pointage corrigé")
    forgets(desk, "Mathis", 12)
    assert (await desk.tapped(SECRETARY, "Valider")).says(
        "a changé entre-temps", "26,40 € → 19,80 €", "pointage corrigé"
    )
    await desk.tapped(SECRETARY, "Valider")
    assert numbers(desk)[-1] == ("2026-0003", 1980)


async def test_two_secretaries_correct_it_once(desk: Town) -> None:
    hire(desk, SECOND, Role.MAIRIE)
    await issued(desk)
    forgets(desk, "Mathis", 13)
    for person in (SECRETARY, SECOND):
        await desk.hears(person, "2026-0001")
        await tap(desk, "✏️ Corriger", person)
        await tap(desk, "pointage corrigé", person)
    assert (await desk.tapped(SECRETARY, "Valider")).says("C’est corrigé")
    assert (await desk.tapped(SECOND, "Valider")).says("a changé entre-temps", "un avoir l’a annulée")
    assert len(numbers(desk)) == 4


async def test_what_has_not_changed_is_not_corrected_whatever_is_tapped(desk: Town) -> None:
    await issued(desk)
    one = desk.read(lambda session: session.scalars(select(Invoice.id).where(Invoice.number == 1)).one())
    assert (await desk.forged(SECRETARY, f"Q:c:2026-11-01:{one}:1")).says("Rien à corriger")
    assert (await desk.forged(SECRETARY, f"Q:c:2026-11-01:{one}:9")).says("n’est plus ouvert")
    assert len(numbers(desk)) == 2


async def test_only_the_mairie_may(desk: Town) -> None:
    for words in ("/facturation", "/facturation novembre"):
        assert (await desk.hears(CAMILLE, words)).says("Je ne peux pas faire cela pour vous")
    assert (await desk.hears(CAMILLE, "2026-0001")).says_nothing_of("Facture 2026-0001", "morel")


async def test_an_invoice_there_is_not_is_said_so(desk: Town) -> None:
    assert (await desk.hears(SECRETARY, "2026-0042")).says("Je ne trouve pas de facture « 2026-0042 »")
