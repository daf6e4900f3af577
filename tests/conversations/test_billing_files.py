"""Spreadsheets of payments and tariffs in the secretary's chat: told apart, shown first, kept by Valider."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from models.tables import Payment, TariffTerms, TreasuryReference
from models.vocabulary import Role
from tests.desk import billed_town, issued, many_families, numbers, situation, tap
from tests.paper import xlsx_of
from tests.rolls import SECOND, hire, keys
from tests.town import AGENT, SECRETARY, Heard, Town

PAYMENTS = "numero;reference_tresor;montant;payee_le"
TARIFFS = "service;a_partir_du;unite;qf_max;prix"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Town]:
    async with billed_town(tmp_path) as town:
        yield town


async def sent(town: Town, content: bytes | str, name: str = "tableau.csv") -> Heard:
    raw = content.encode() if isinstance(content, str) else content
    return await town.told(SECRETARY, lambda: town.telegram.sends_document(SECRETARY, name, raw))


def kept(town: Town) -> tuple[int, int, int]:
    """References, payments, tariffs."""
    counts = [select(func.count()).select_from(table) for table in (TreasuryReference, Payment, TariffTerms)]
    found = town.read(lambda session: [session.scalars(asked).one() for asked in counts])
    return found[0], found[1], found[2]


async def test_references_and_payments_are_shown_first_and_kept_by_valider(desk: Town) -> None:
    await issued(desk)
    heard = await sent(
        desk, f"{PAYMENTS}\n2026-0001;T-88;6,40;30/11/2026\n2026-0099;T-89;;\n2026-0001;;abc;30/11/2026\n"
    )
    assert heard.says(
        "Références et paiements", "Une référence nouvelle, un paiement nouveau", "2 lignes ne seront pas prises"
    )
    assert heard.says(
        "Ligne 3 : « 2026-0099 » n’est ni le numéro", "Ligne 4, colonne montant", "Rien n’est encore enregistré"
    )
    assert kept(desk) == (0, 0, 0)
    heard = await desk.tapped(SECRETARY, "Valider")
    assert heard.says("C’est enregistré", "Une référence nouvelle, un paiement nouveau", "Ligne 3")
    now = situation(desk, 2026, 1)
    assert (now.reference, now.paid, now.due) == ("T-88", 640, 2000)


async def test_the_same_file_again_says_nothing_new_and_pays_nothing(desk: Town) -> None:
    await issued(desk)
    rows = f"{PAYMENTS}\n2026-0001;T-88;6,40;30/11/2026\n"
    await sent(desk, rows)
    assert (await desk.hears(SECRETARY, "valider")).says("C’est enregistré")
    heard = await sent(desk, rows)
    assert heard.says("une ligne déjà connue", "n’apprend rien de nouveau")
    assert keys(heard) == []
    assert kept(desk) == (1, 1, 0)


async def test_a_workbook_filled_in_from_the_export_is_read(desk: Town) -> None:
    await issued(desk)
    headings = ["numero", "periode", "foyer", "total_centimes", "etat", "reference_tresor", "payee_le"]
    row = ["2026-0001", "2026-11", "morel", 2640, "emise", "T-88", "2026-11-30"]
    assert (await sent(desk, xlsx_of([headings, row]), "factures.xlsx")).says("un paiement nouveau")
    await desk.tapped(SECRETARY, "Valider")
    assert situation(desk, 2026, 1).due == 0


async def test_the_export_of_the_chat_filled_in_and_sent_back_is_read(desk: Town) -> None:
    assert (await desk.hears(SECRETARY, "/facturation exporter novembre")).says("Rien n’est encore émis")
    await issued(desk)
    await desk.hears(SECRETARY, "/facturation")
    await tap(desk, "📎 Exporter pour le Trésor public")
    factures, titres = (message.file or b"" for message in desk.telegram.answers(SECRETARY)[-2:])
    assert "Mathis Durand" in titres.decode("utf-8-sig")
    rows = factures.decode("utf-8-sig")
    assert rows.splitlines()[1] == "2026-0001;2026-11;morel;2640;emise;;"
    heard = await sent(desk, rows.replace(";emise;;", ";emise;T-88;2026-11-30"))
    assert heard.says("Une référence nouvelle, un paiement nouveau, aucune ligne déjà connue")


async def test_a_day_that_has_not_come_and_too_much_are_named_by_row(desk: Town) -> None:
    await issued(desk)
    heard = await sent(desk, f"{PAYMENTS}\n2026-0001;;26,40;24/12/2026\n2026-0001;;100;30/11/2026\n")
    assert heard.says("Ligne 2 : jeudi 24 décembre n’est pas encore venu", "Ligne 3 : 100,00 €", "reste 26,40 €")
    assert keys(heard) == []


async def test_what_another_did_meanwhile_is_shown_again_instead_of_kept(desk: Town) -> None:
    hire(desk, SECOND, Role.MAIRIE)
    await issued(desk)
    await sent(desk, f"{PAYMENTS}\n2026-0001;T-88;26,40;30/11/2026\n")
    raw = f"{PAYMENTS}\n2026-0001;;20,00;30/11/2026\n".encode()
    await desk.told(SECOND, lambda: desk.telegram.sends_document(SECOND, "t.csv", raw))
    await desk.tapped(SECOND, "Valider")
    heard = await desk.tapped(SECRETARY, "Valider")
    assert heard.says("a changé entre-temps", "Une référence nouvelle, aucun paiement nouveau", "reste 6,40 €")
    assert kept(desk) == (0, 1, 0)
    assert (await desk.tapped(SECRETARY, "Valider")).says("C’est enregistré")
    assert kept(desk) == (1, 1, 0)


async def test_abandoned_or_restarted_or_tapped_twice_it_is_kept_at_most_once(desk: Town) -> None:
    await issued(desk)
    rows = f"{PAYMENTS}\n2026-0001;T-88;;\n"
    await sent(desk, rows)
    assert (await desk.hears(SECRETARY, "abandonner")).says("Abandonné")
    assert kept(desk) == (0, 0, 0)
    await sent(desk, rows)
    await desk.closes()
    await desk.opens()
    assert (await desk.tapped(SECRETARY, "Valider")).says("C’est enregistré")
    for letter in "UW":
        for number in range(1, 8):
            assert (await desk.forged(SECRETARY, f"{letter}:{number}")).says("déjà fait")
    assert kept(desk) == (1, 0, 0)


async def test_a_file_of_too_many_rows_is_to_be_cut(desk: Town) -> None:
    heard = await sent(desk, PAYMENTS + "\n" + "2026-0001;T;;\n" * 301)
    assert heard.says("plus de 300 lignes", "Rien n’a été changé")


async def test_tariffs_are_shown_with_their_prices_and_kept_by_valider(desk: Town) -> None:
    canteen = "cantine;01/11/2026;repas;600;2,90\ncantine;01/11/2026;repas;;4,10"
    rows = f"{TARIFFS}\n{canteen}\ngarderie matin;01/11/2026;séance;;1,60\n"
    heard = await sent(desk, rows)
    assert heard.says("Tarifs", "+ cantine, à partir du dimanche 1er novembre : 2,90 € jusqu’au QF 600, 4,10 € au-delà")
    assert heard.says("+ garderie du matin, à partir du dimanche 1er novembre : 1,60 €", "+ nouveau")
    assert kept(desk) == (0, 0, 0)
    assert (await desk.tapped(SECRETARY, "Valider")).says("C’est enregistré")
    assert (await desk.hears(SECRETARY, "/facturation")).says("32,80 €")
    assert (await sent(desk, rows)).says("= cantine", "déjà ceux que je connais")
    heard = await sent(desk, f"{TARIFFS}\ncantine;01/11/2026;repas;;5\n")
    assert heard.says("~ cantine, à partir du dimanche 1er novembre : 5,00 €")


async def test_tariffs_another_brought_meanwhile_are_shown_again(desk: Town) -> None:
    hire(desk, SECOND, Role.MAIRIE)
    rows = f"{TARIFFS}\ncantine;01/11/2026;repas;;4\n"
    await sent(desk, rows)
    await desk.told(SECOND, lambda: desk.telegram.sends_document(SECOND, "t.csv", rows.encode()))
    await desk.tapped(SECOND, "Valider")
    assert (await desk.tapped(SECRETARY, "Valider")).says("a changé entre-temps", "= cantine", "rien ne change")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (f"{TARIFFS}\ncantine;01/11/2026;repas;600;2,90\n", "aucun prix pour un quotient de 601 et plus"),
        (f"{TARIFFS}\ncantine;31/02/2026;repas;;x\n", "Ligne 2, colonne a_partir_du"),
        (f"{TARIFFS};couleur\ncantine;01/11/2026;repas;;3;bleu\n", "Je ne connais pas ces colonnes : couleur"),
        ("service;prix\ncantine;3\n", "Il manque ces colonnes : a_partir_du"),
        (f"{TARIFFS}\n", "aucune ligne"),
        ('numero;payee_le\n2026-0001;"30/11/2026\n', "guillemet"),
        (f"{PAYMENTS}\n2026-0001;T;=1+1;30/11/2026\n", "une formule"),
        (b"PK\x03\x04 broken", "pas un tableau"),
        (b"", "aucune ligne"),
    ],
)
async def test_a_broken_spreadsheet_is_refused_whole_with_the_reason(
    desk: Town, content: bytes | str, why: str
) -> None:
    heard = await sent(desk, content)
    assert heard.says(why, "Rien n’a été changé")
    assert keys(heard) == []
    assert kept(desk) == (0, 0, 0)


async def test_headings_of_nothing_i_know_are_answered_with_those_i_do(desk: Town) -> None:
    heard = await sent(desk, "foyer;civilite;nom;prenom;email\nF001;Mme;Durand;Camille;c@exemple.fr\n")
    assert heard.says("Je ne reconnais pas ce tableau", "En-têtes lus : foyer, civilite, nom, prenom et email")
    assert heard.says("des menus : jour, entree", "des références et des paiements : numero", "des tarifs : service")


async def test_nobody_else_s_file_is_read(desk: Town) -> None:
    await desk.told(AGENT, lambda: desk.telegram.sends_document(AGENT, "t.csv", PAYMENTS.encode()))
    assert "n’a pas été lu" in desk.telegram.last(AGENT).text
    assert not desk.telegram.calls_to("getFile")


async def test_a_file_of_three_hundred_payments_is_taken(desk: Town) -> None:
    many_families(desk, 299)
    await issued(desk)
    assert len(numbers(desk)) == 301
    rows = "\n".join(f"2026-{number:04};T-{number};;30/11/2026" for number in range(1, 301))
    assert (await sent(desk, f"{PAYMENTS}\n{rows}\n")).says("300 références nouvelles, 300 paiements nouveaux")
    await desk.tapped(SECRETARY, "Valider")
    assert kept(desk) == (300, 300, 0)
