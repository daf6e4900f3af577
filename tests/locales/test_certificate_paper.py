"""The tax certificate on paper, whatever the names; what both papers share of letters and rows."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from locales.fr.spelling import write_money
from locales.sheets import certificate
from locales.sheets.certificate import Paid
from locales.sheets.drawing import draw
from locales.sheets.letterhead import Sender
from locales.voice import Voice
from tests.locales.test_invoice_paper import CAMILLE, NAMES, NO_SHRINKING, SERCUS, bill, meals
from tests.printed import crossed_margins, faults, read_back, run_together
from tests.till import SERCUS as COMMUNE

LEA = Paid(
    SERCUS, CAMILLE, ("Camille Durand", "Alex Durand"), 2026, "Léa Durand", date(2021, 5, 3), 12345, date(2027, 1, 15)
)


def test_it_says_who_paid_what_for_whom_and_where_to_write_it() -> None:
    text = read_back(draw("certificate", LEA.pack()).content).replace("\n", " ")
    for words in (
        "Attestation de frais de garde, année 2026",
        "le foyer de Camille Durand et Alex Durand a payé en 2026",
        "Léa Durand, date de naissance : 03/05/2021",
        "la somme de 123,45 €",
        "Les repas, les suppléments et les retards n’y sont pas comptés.",
        "article 200 quater B",
        "moins de six ans au 1er janvier 2026",
        "cases 7GA à 7GC, ou 7GE à 7GG",
        "établie le vendredi 15 janvier 2027",
        "Pour la commune : Sercus",
        *CAMILLE,
    ):
        assert words in text, text


def test_its_file_bears_the_year_and_the_child_and_is_one_page() -> None:
    file = draw("certificate", LEA.pack())
    assert file.name == "attestation-2026-lea-durand.pdf"
    assert len(PdfReader(BytesIO(file.content)).pages) == 1


@given(NAMES, st.lists(NAMES, max_size=3), st.integers(1, 10**7))
@settings(max_examples=20, phases=NO_SHRINKING)
def test_any_certificate_draws_waits_as_json_and_is_the_same_twice(child: str, payers: list[str], cents: int) -> None:
    paid = replace(LEA, child=child, payers=tuple(payers), cents=cents)
    content = draw("certificate", paid.pack()).content
    assert not faults(content)
    assert not crossed_margins(certificate.paper(paid, Voice(markup=False)))
    assert run_together(write_money(cents)) in run_together(read_back(content))
    assert Paid.unpack(json.loads(json.dumps(paid.pack()))) == paid
    assert draw("certificate", paid.pack()).content == content


def test_what_is_to_stay_together_is_parted_where_no_page_could_hold_it() -> None:
    reason = " ".join(f"mot{number}" for number in range(2000))
    text = read_back(draw("invoice", bill(("Léa Durand", meals(1, 1)), why=reason).pack()).content)
    assert all(f"mot{number}" in text for number in range(2000))


def test_the_sender_is_the_commune() -> None:
    assert Sender.of(COMMUNE) == Sender("Sercus", COMMUNE.address, COMMUNE.telephone, COMMUNE.email)
