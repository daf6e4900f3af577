"""The mairie's money at the keyboard: tariffs in, a month issued, files out, what the Trésor says back in."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import storage
from bot.commands import desk
from bot.settings import read_commune
from models.actions.outbox import MONEY
from models.refusals import BadTariffs, BracketGap
from models.tables import Account, Booking, Child, Guardian, Household, Letter
from models.vocabulary import Service, State
from tests.paper import csv_of
from tests.printed import read_back
from tests.terminal import Terminal
from tests.till import BOOKED_AT, SERCUS, Till

URL = "sqlite:///clochette.db"
NBSP = "\N{NO-BREAK SPACE}"
MEALS = {"service": "cantine", "a_partir_du": "01/09/2025", "unite": "repas"}
MORNING = {"service": "garderie_matin", "a_partir_du": "01/09/2025", "unite": "seance", "prix": "1,50"}
TARIFFS = [MEALS | {"qf_max": "600", "prix": "2,80"}, MEALS | {"prix": "3,30"}]
HEADINGS = ("service", "a_partir_du", "unite", "qf_max", "prix")


def plain(text: str) -> list[str]:
    return text.replace(NBSP, " ").splitlines()


@pytest.fixture
def mairie(clochette: Terminal) -> Terminal:
    """Three households in December 2025: six meals, five for somebody without QF, and one meal."""
    clochette("init")
    with storage.database(URL) as engine, Session(engine) as session, session.begin():
        till = Till(session, date(2025, 12, 1))
        for foyer, quotient, days in (
            ("F1", 500, (1, 2, 4, 5, 8, 9)),
            ("F2", None, (1, 2, 4, 5, 8)),
            ("F3", 500, (1,)),
        ):
            home = till.household(foyer, quotient)
            till.meals(till.child(f"Léa-{foyer}", home), home, *days)
    Path("tarifs.csv").write_bytes(csv_of(TARIFFS, headings=HEADINGS))
    return clochette


def test_a_month_from_tariffs_to_payments(mairie: Terminal) -> None:
    assert mairie("tariffs", "tarifs.csv") == 0
    assert plain(mairie.out)[0].startswith("+ cantine, à partir du lundi 1er septembre 2025")
    assert mairie("invoice", "--month", "2025-12") == 0
    assert plain(mairie.out) == [
        "foyer F1 : 16,80 € (une ligne)",
        "foyer F2 : 16,50 € (une ligne)",
        "foyer F3 : 2,80 €, à reporter sur la facture suivante (moins de 15,00 €)",
    ]
    assert "À regarder : Foyer F2 : quotient familial non connu, tranche la plus haute." in plain(mairie.err)
    assert mairie("invoice", "--month", "2025-12", "--issue", "--lines") == 0
    year = desk.now().astimezone(SERCUS.timezone).year
    assert plain(mairie.out) == [
        f"{year}-0001, foyer F1 : 16,80 €",
        "  Léa-F1 Durand, cantine : 6 repas à 2,80 € (QF de 0 à 600) = 16,80 €",
        f"{year}-0002, foyer F2 : 16,50 €",
        "  Léa-F2 Durand, cantine : 5 repas à 3,30 € (QF non connu, tranche la plus haute) = 16,50 €",
        "foyer F3 : 2,80 €, reporté sur la facture suivante",
        "  Léa-F3 Durand, cantine, lundi 1er décembre 2025 : un repas à 2,80 € (QF de 0 à 600) = 2,80 €",
    ]
    assert "2 factures émises, 33,30 €" in mairie.err.replace(NBSP, " ")
    assert mairie("invoice", "--month", "2025-12", "--issue") == 0
    assert plain(mairie.out)[0] == f"{year}-0001, foyer F1 : 16,80 €, déjà émise"
    assert plain(mairie.out)[2] == "foyer F3 : 2,80 €, déjà reporté"
    told = csv_of([{"numero": f"{year}-0001", "payee_le": "02/02/2026"}], headings=("numero", "payee_le"))
    Path("tresor.csv").write_bytes(told)
    assert mairie("payments", "tresor.csv") == 0
    assert plain(mairie.out) == ["Aucune référence nouvelle, un paiement nouveau, aucune ligne déjà connue."]
    assert mairie("export", "factures", "--from", "2025-12-01", "--to", "2025-12-31") == 0
    rows = list(csv.DictReader(io.StringIO(mairie.out.lstrip("\ufeff")), delimiter=";"))
    assert [row["etat"] for row in rows] == ["payee", "emise", "reportee"]
    assert mairie("export", "chiffres", "--from", "2025-12-01", "--to", "2025-12-31") == 0
    (month,) = csv.DictReader(io.StringIO(mairie.out.lstrip("\ufeff")), delimiter=";")
    figures = {name: month[name] for name in ("mois", "repas", "etat", "facture_centimes", "paye_centimes")}
    assert figures == {
        "mois": "2025-12",
        "repas": "12",
        "etat": "emise",
        "facture_centimes": "3330",
        "paye_centimes": "1680",
    }
    assert (month["reporte_centimes"], month["impaye_centimes"]) == ("280", "1650")


def test_the_titres_are_a_workbook_too(mairie: Terminal) -> None:
    mairie("tariffs", "tarifs.csv")
    mairie("invoice", "--month", "2025-12", "--issue")
    assert mairie("export", "titres", "--from", "2025-12-01", "--to", "2025-12-31", "--format", "xlsx") == 0
    headings, *rows = load_workbook(io.BytesIO(mairie.raw)).worksheets[0].iter_rows(values_only=True)
    assert [dict(zip(headings, row, strict=True))["montant_centimes"] for row in rows] == [1680, 1650]


def test_a_correction_is_typed_with_its_number_and_reason(mairie: Terminal) -> None:
    mairie("tariffs", "tarifs.csv")
    mairie("invoice", "--month", "2025-12", "--issue")
    year = desk.now().astimezone(SERCUS.timezone).year
    words = ("correct", f"{year}-0001", "--reason", "repas du 9 compté par erreur")
    assert mairie(*words) == 1
    assert plain(mairie.err) == [f"La facture {year}-0001 est conforme à ce qui est connu : rien à corriger."]
    with storage.database(URL) as engine, Session(engine) as session, session.begin():
        session.scalars(select(Booking).where(Booking.day == date(2025, 12, 9))).one().state = State.CANCELLED
    assert mairie(*words) == 0
    assert plain(mairie.out) == [
        f"Avoir {year}-0003 : \N{MINUS SIGN}16,80 €",
        f"Facture {year}-0004 : 14,00 €",
    ]
    assert mairie(*words) == 1
    assert "a déjà été remplacé" in mairie.err
    assert mairie("correct", "12", "--reason", "x") == 1
    assert "n’est ni le numéro ni la référence" in mairie.err


def test_an_invoice_is_printed_for_a_parent_without_a_phone(mairie: Terminal) -> None:
    mairie("tariffs", "tarifs.csv")
    mairie("invoice", "--month", "2025-12", "--issue")
    year = desk.now().astimezone(SERCUS.timezone).year
    assert mairie("paper", f"{year}-0001") == 0
    assert mairie.raw.startswith(b"%PDF")
    text = read_back(mairie.raw)
    assert text.startswith("Ne payez qu’à réception de l’avis du Trésor public\n")
    assert f"Facture {year}-0001" in text
    assert "Mme Camille F1\n1 rue Haute\n59173 Sercus" in text
    assert "Cantine : repas (QF de 0 à 600) les 1er, 2, 4, 5, 8 et 9 6 2,80 € 16,80 €" in text.replace("\n", " ")
    assert mairie("paper", "2025-9999") == 1
    assert "n’est ni le numéro ni la référence" in mairie.err


def test_the_certificates_of_a_year_are_printed_into_a_folder(mairie: Terminal) -> None:
    mairie("tariffs", "tarifs.csv")
    with storage.database(URL) as engine, Session(engine) as session, session.begin():
        till = Till(session, date(2025, 12, 1))
        home = session.scalars(select(Household).where(Household.key == "F1")).one()
        child = session.scalars(select(Child).where(Child.first_name == "Léa-F1")).one()
        child.birth_date = date(2021, 5, 3)
        till.morning(child, home, 1)
    Path("matin.csv").write_bytes(csv_of([MORNING], headings=HEADINGS))
    mairie("tariffs", "matin.csv")
    assert mairie("certificates", "2026", "attestations") == 0
    assert (mairie.out, list(Path("attestations").iterdir())) == ("", [])
    assert "2026 : aucune attestation" in mairie.err.replace(NBSP, " ")
    mairie("invoice", "--month", "2025-12", "--issue")
    year = desk.now().astimezone(SERCUS.timezone).year
    told = csv_of([{"numero": f"{year}-0001", "payee_le": "02/02/2026"}], headings=("numero", "payee_le"))
    Path("tresor.csv").write_bytes(told)
    mairie("payments", "tresor.csv")
    assert mairie("certificates", "2026", "attestations") == 0
    assert "2026 : une attestation." in mairie.err.replace(NBSP, " ")
    (file,) = Path("attestations").glob("f1-*-attestation-2026-lea-f1-durand.pdf")
    assert mairie.out == f"{file}\n"
    assert "la somme de 1,50 €" in read_back(file.read_bytes())
    assert mairie("certificates", "26", "attestations") == 2
    assert "« 26 » n’est pas une année (AAAA)" in mairie.err.replace(NBSP, " ")


def test_a_credit_note_on_paper_names_what_it_takes_back(mairie: Terminal) -> None:
    mairie("tariffs", "tarifs.csv")
    mairie("invoice", "--month", "2025-12", "--issue")
    year = desk.now().astimezone(SERCUS.timezone).year
    with storage.database(URL) as engine, Session(engine) as session, session.begin():
        session.scalars(select(Booking).where(Booking.day == date(2025, 12, 9))).one().state = State.CANCELLED
    mairie("correct", f"{year}-0001", "--reason", "repas du 9 compté par erreur")
    mairie("paper", f"{year}-0003")
    taken_back = f"Cet avoir annule la facture {year}-0001 ; elle est remplacée par la facture {year}-0004."
    assert taken_back in read_back(mairie.raw)
    mairie("paper", f"{year}-0001")
    assert read_back(mairie.raw).startswith(f"Annulée par l’avoir {year}-0003 : ne la payez pas")


def test_without_tariff_nothing_is_issued_and_the_service_is_named(mairie: Terminal) -> None:
    assert mairie("invoice", "--month", "2025-12") == 0
    assert "aucun tarif pour cantine" in mairie.err.replace(NBSP, " ")
    assert mairie("invoice", "--month", "2025-12", "--issue") == 1
    assert plain(mairie.err)[0].startswith("Aucun tarif pour cantine le lundi 1er décembre 2025 : rien n’a été émis.")
    assert mairie.out == ""


def test_a_month_without_anything_says_so(mairie: Terminal) -> None:
    assert mairie("invoice", "--month", "2025-11") == 0
    assert (mairie.out, plain(mairie.err)) == ("", ["novembre 2025 : rien à facturer."])


def test_several_months_are_issued_in_their_order(mairie: Terminal) -> None:
    mairie("tariffs", "tarifs.csv")
    with storage.database(URL) as engine, Session(engine) as session, session.begin():
        till = Till(session, date(2026, 1, 1))
        home = session.scalars(select(Household).where(Household.key == "F3")).one()
        child = session.scalars(select(Child).where(Child.first_name == "Léa-F3")).one()
        till.meals(child, home, 5, 6, 8, 9, 12)
    assert mairie("invoice", "--month", "2026-01", "--month", "2025-12", "--issue", "--lines") == 0
    assert plain(mairie.out)[-2:] == [
        "  Léa-F3 Durand, cantine : 5 repas à 2,80 € (QF de 0 à 600) = 14,00 €",
        "  Report de décembre 2025 : 2,80 €",
    ]


@pytest.mark.parametrize("month", ["2025", "2025-13", "decembre", "2025-12-01"])
def test_a_month_is_a_year_and_a_month(mairie: Terminal, month: str) -> None:
    assert mairie("invoice", "--month", month) == 2
    assert "n’est pas un mois (AAAA-MM)" in mairie.err


def test_tariffs_with_holes_are_named_and_none_is_kept(mairie: Terminal) -> None:
    Path("tarifs.csv").write_bytes(csv_of(TARIFFS[:1], headings=HEADINGS))
    assert mairie("tariffs", "tarifs.csv") == 1
    assert plain(mairie.err) == [
        "Une erreur dans les tarifs : aucun n’est pris.",
        "Tarif cantine du lundi 1er septembre 2025 : aucun prix pour un quotient de 601 et plus.",
    ]
    assert mairie("invoice", "--month", "2025-12", "--issue") == 1


def test_a_dry_run_of_tariffs_keeps_nothing(mairie: Terminal) -> None:
    for _ in range(2):
        assert mairie("tariffs", "tarifs.csv", "--dry-run") == 0
        assert mairie.out.startswith("+ cantine")
        assert "Essai seulement" in mairie.out


def test_what_matches_nothing_is_told_and_ends_with_1(mairie: Terminal) -> None:
    Path("tresor.csv").write_bytes(
        csv_of([{"numero": "2025-9999", "payee_le": "02/02/2026"}], headings=("numero", "payee_le"))
    )
    assert mairie("payments", "tresor.csv") == 1
    assert plain(mairie.err) == [
        "Une ligne ne correspond à rien :",
        "Ligne 2 : « 2025-9999 » n’est ni le numéro ni la référence d’une facture.",
    ]


def test_families_are_told_of_an_issue_a_reference_a_payment_and_a_correction_once_each(mairie: Terminal) -> None:
    mairie("tariffs", "tarifs.csv")
    with storage.database(URL) as engine, Session(engine) as session, session.begin():
        session.add(Account(id=7, telegram_id=70, created_at=BOOKED_AT))
        session.flush()
        session.scalars(select(Guardian).where(Guardian.last_name == "F1")).one().account_id = 7
    year = desk.now().astimezone(SERCUS.timezone).year
    titres = {"numero": f"{year}-0001", "reference_tresor": "T-1"}
    files = (titres, titres | {"montant": "6,80", "payee_le": "02/02/2026"}, titres | {"payee_le": "03/02/2026"})
    for command in (("invoice", "--month", "2025-12", "--issue"), *(("payments", f"{n}.csv") for n in range(3))) * 2:
        for number, row in enumerate(files):
            headings = ("numero", "reference_tresor", "montant", "payee_le")
            Path(f"{number}.csv").write_bytes(csv_of([row], headings=headings))
        mairie(*command)
    with storage.database(URL) as engine, Session(engine) as session, session.begin():
        session.scalars(select(Booking).where(Booking.day == date(2025, 12, 9))).one().state = State.CANCELLED
    assert mairie("correct", f"{year}-0001", "--reason", "absente le 9") == 0
    with storage.database(URL) as engine, Session(engine) as session:
        letters = session.scalars(select(Letter).order_by(Letter.id)).all()
        kinds = [(letter.chat_id, letter.kind, (letter.key or "").partition(":")[0]) for letter in letters]
        assert kinds == [(70, MONEY, name) for name in ("invoice", "reference", "paid", "invoice")]
        assert "absente le 9" in letters[-1].content["text"]


# commune.toml

TOML = """
[commune]
name = "Sercus"

[[tariffs]]
service = "garderie_soir"
from = 2026-09-01
unit = "demi_heure"
brackets = [{ qf_max = 600, cents = 80 }, { qf_max = 1000, cents = 100 }, { cents = 130 }]
outside_cents = 160
cap_cents = 500
siblings = [{ rank = 3, percent = 50 }]
unbooked_extra_cents = 0
late = { minutes = 15, cents = 300, from_nth = 1 }
"""


def test_the_tariff_of_the_contract_is_read(tmp_path: Path) -> None:
    (tmp_path / "commune.toml").write_text(TOML)
    pricing = read_commune(tmp_path / "commune.toml").pricing
    (tariff,) = pricing.tariffs
    assert (tariff.service, tariff.outside, tariff.cap) == (Service.GARDERIE_SOIR, 160, 500)
    assert (pricing.absence_percent, pricing.least) == (100, 1500)


def test_the_identifier_parents_pay_with_is_read(tmp_path: Path) -> None:
    (tmp_path / "commune.toml").write_text(f'{TOML}[invoices]\npayfip_identifier = "012345"\n')
    assert read_commune(tmp_path / "commune.toml").payfip_identifier == "012345"
    assert SERCUS.payfip_identifier == ""


def test_a_commune_with_a_hole_in_its_tariffs_is_refused(tmp_path: Path) -> None:
    (tmp_path / "commune.toml").write_text(TOML.replace(", { cents = 130 }", ""))
    with pytest.raises(BadTariffs) as refused:
        read_commune(tmp_path / "commune.toml")
    assert refused.value.errors == (BracketGap(Service.GARDERIE_SOIR, date(2026, 9, 1), 1001, None),)


def test_check_names_the_hole(clochette: Terminal) -> None:
    Path("commune.toml").write_text(TOML.replace(", { cents = 130 }", ""))
    assert clochette("check") == 1
    assert "aucun prix pour un quotient de 1 001 et plus" in clochette.out.replace(NBSP, " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("cents = 80", "cents = 0.8", "tariffs.0.brackets.0.cents"),
        ("cap_cents = 500", "cap = 500", "tariffs.0.cap"),
        ("percent = 50", "percent = 150", "tariffs.0.siblings.0.percent"),
        ("rank = 3", "rank = 1", "tariffs.0.siblings.0.rank"),
        ("minutes = 15", "minutes = 0", "tariffs.0.late.minutes"),
        ('"demi_heure"', '"heure"', "tariffs.0.unit"),
    ],
)
def test_a_wrong_tariff_is_named_by_its_key(clochette: Terminal, before: str, after: str, key: str) -> None:
    assert before in TOML
    Path("commune.toml").write_text(TOML.replace(before, after))
    assert clochette("invoice", "--month", "2025-12") == 1
    assert key in clochette.err
