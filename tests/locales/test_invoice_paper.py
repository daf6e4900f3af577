"""An invoice on paper: its lines, days and cents are all there, whatever it holds; nothing leaves the page."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from locales.fr.spelling import write_money
from locales.sheets import invoice
from locales.sheets.bill import Bill, Standing
from locales.sheets.drawing import draw
from locales.sheets.letterhead import Sender, addressed
from locales.voice import Voice
from models.rules.lines import Kind, Line, carried, opposite, total
from models.rules.settling import Status
from models.rules.tariffs import Basis, Price
from models.vocabulary import Service
from tests.printed import crossed_margins, faults, read_back, run_together, tags

SINCE = date(2026, 9, 1)
SERCUS = Sender("Sercus", "Mairie de Sercus, 59173 Sercus", "03 20 00 00 00", "mairie@sercus.example")
CAMILLE = ("Mme Camille Durand", "1 rue Haute", "59173 Sercus")
BRACKET = Price(330, SINCE, Basis.QUOTIENT, 601, 1000)
WAIT = "Ne payez qu’à réception de l’avis du Trésor public"


def on(*days: int, times: int = 1) -> tuple[tuple[date, int], ...]:
    return tuple((date(2026, 12, day), times) for day in days)


def meals(child: int, *days: int) -> Line:
    return Line(Kind.MEAL, 330, on(*days), child, Service.CANTINE, BRACKET)


def of(child: int) -> list[Line]:
    """A line of every kind."""
    half = Price(50, SINCE, Basis.QUOTIENT, 601, 1000, 3, 50)
    return [
        meals(child, 1, 3, 4, 7, 8),
        Line(Kind.ABSENCE, 165, on(10), child, Service.CANTINE, replace(BRACKET, share=50)),
        Line(Kind.UNBOOKED, 390, on(11), child, Service.CANTINE, Price(390, SINCE, Basis.NO_QUOTIENT)),
        Line(Kind.SURCHARGE, 150, on(11), child, Service.CANTINE),
        Line(Kind.SESSION, 151, on(1, 3, 7), child, Service.GARDERIE_MATIN, Price(151, SINCE, Basis.SINGLE)),
        Line(Kind.HALF_HOURS, 50, on(1, 3, times=3), child, Service.GARDERIE_SOIR, half),
        Line(Kind.CAPPED, 500, on(8), child, Service.GARDERIE_SOIR, Price(500, SINCE)),
        Line(Kind.LATE, 300, on(8, times=2), child, Service.GARDERIE_SOIR, Price(300, SINCE, minutes=15)),
        Line(Kind.LATE, 200, on(9), child, Service.GARDERIE_SOIR, Price(200, SINCE, minutes=10)),
        Line(Kind.LATE, 100, on(10), child, Service.GARDERIE_SOIR, Price(100, SINCE)),
    ]


def bill(*lines: tuple[str, Line], **facts: object) -> Bill:
    """An invoice of December 2026, issued and not yet sent; `facts` are others of its facts."""
    standing = Standing(Status.ISSUED, total(line for _, line in lines))
    days = (date(2026, 12, 1), date(2027, 1, 5), date(2027, 3, 6))
    made = Bill(SERCUS, CAMILLE, False, "2027-0001", *days, lines, standing)
    return replace(made, **facts)  # type: ignore[arg-type]


def printed(one: Bill) -> str:
    """What is read on it, lines broken by the paper joined again."""
    return read_back(draw("invoice", one.pack()).content)


def says(one: Bill, *words: str) -> None:
    text = " ".join(printed(one).split())
    lacking = [word for word in words if word not in text]
    assert not lacking, f"{lacking} not in:\n{text}"


def test_one_child_s_month() -> None:
    one = bill(("Léa Durand", meals(1, 1, 3, 4)), ("Léa Durand", of(1)[4]))
    text = printed(one)
    assert text.startswith(WAIT)
    says(
        one,
        *("Sercus", "Mairie de Sercus, 59173 Sercus", "03 20 00 00 00", "mairie@sercus.example", *CAMILLE),
        "Facture 2027-0001 Récapitulatif de décembre 2026, émis le mardi 5 janvier 2027.",
        "Léa Durand nombre prix somme",
        "Cantine : repas (QF de 601 à 1 000) les 1er, 3 et 4 3 3,30 € 9,90 €",
        "Garderie du matin : séance les 1er, 3 et 7 3 1,51 € 4,53 €",
        "Total pour Léa Durand 14,43 € Total 14,43 €",
        "qui vient par courrier avec sa référence",
        "www.payfip.gouv.fr",
        "à la mairie (03 20 00 00 00, mairie@sercus.example) avant la fin du samedi 6 mars 2027",
        "dans les deux mois qui suivent sa réception",
        "article L. 1617-5",
        "Facture 2027-0001 – page 1 sur 1",
    )


def test_every_kind_of_line_has_its_reason() -> None:
    says(
        bill(*(("Léa Durand", line) for line in of(1))),
        "Cantine : absence signalée après la limite (QF de 601 à 1 000, 50 % du prix) le 10 1 1,65 € 1,65 €",
        "Cantine : repas pris sans réservation (QF non connu, tranche la",
        "Cantine : supplément pour repas non réservé",
        "Garderie du soir : demi-heure commencée (QF de 601 à 1 000, 3e enfant, 50 %) "
        "les 1er (×3) et 3 (×3) 6 0,50 € 3,00 €",
        "Garderie du soir : séance au prix maximal",
        "Garderie du soir : quart d’heure de retard commencé le 8 (×2) 2 3,00 € 6,00 €",
        "Garderie du soir : 10 minutes de retard commencées",
        "Garderie du soir : retard le 10 1 1,00 € 1,00 €",
    )


def test_three_children_and_forty_lines_run_over_numbered_pages() -> None:
    names = {1: "Léa Durand", 2: "Tom Durand", 3: "Marie-Amélie Charlotte Durand"}
    long = bill(*((name, line) for child, name in names.items() for line in [*of(child), *of(child)]))
    pages = [
        page.extract_text().replace("\u00a0", " ")
        for page in PdfReader(BytesIO(draw("invoice", long.pack()).content)).pages
    ]
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"page {number} sur {len(pages)}" in page
    assert all(page.startswith("Facture 2027-0001 (suite)") for page in pages[1:])
    assert any("Durand (suite) nombre prix somme" in page for page in pages[1:])
    sums = [total(of(child)) * 2 for child in names]
    says(
        long,
        *(
            f"Total pour {name} {write_money(cents)}".replace("\u00a0", " ")
            for name, cents in zip(names.values(), sums, strict=True)
        ),
    )
    assert long.total == sum(sums)
    says(long, f"Total {write_money(long.total)}".replace("\u00a0", " "))


def test_a_sum_carried_over_has_its_month_and_counts() -> None:
    one = bill(("Léa Durand", meals(1, 1)), ("", carried(5, 280, date(2026, 11, 1))))
    says(one, "Sommes reportées", "Report de novembre 2026 1 2,80 € 2,80 €", "Total 6,10 €")


def test_a_credit_note_says_what_it_takes_back_and_why() -> None:
    one = bill(
        ("Léa Durand", opposite(meals(1, 1, 3))),
        is_credit=True,
        number="2027-0003",
        former="2027-0001",
        instead="2027-0004",
        why="repas du 3 compté par erreur",
        standing=Standing(Status.CREDIT),
    )
    assert printed(one).startswith("Avoir : rien à payer")
    says(
        one,
        "Avoir 2027-0003",
        "Cet avoir annule la facture 2027-0001 ; elle est remplacée par la facture 2027-0004.",
        "Motif : repas du 3 compté par erreur",
        "−3,30 € −6,60 €",
        "Total −6,60 €",
    )
    assert "payfip" not in printed(one)


def test_how_to_pay_once_the_reference_is_known_and_a_part_was_paid() -> None:
    standing = Standing(Status.SENT, 1990, 990, date(2027, 1, 20), "2027-059-000123", "012345")
    says(
        bill(("Léa Durand", meals(1, 1)), standing=standing),
        WAIT,
        "Déjà payé 9,90 €",
        "Reste à payer 19,90 €",
        "Identifiant de la collectivité : 012345",
        "Référence : 2027-059-000123",
        "Montant : 19,90 €",
    )
    says(bill(("Léa Durand", meals(1, 1)), standing=replace(standing, identifier="")), "collectivité : sur l’avis")
    waiting = replace(standing, reference="", status=Status.ISSUED)
    says(bill(("Léa Durand", meals(1, 1)), standing=waiting), "Identifiant de la collectivité : 012345.")


@pytest.mark.parametrize(
    ("facts", "first"),
    [
        ({"standing": Standing(Status.PAID, 0, 330, date(2027, 1, 20))}, "Payée : il ne reste rien à payer"),
        (
            {"standing": Standing(Status.CREDITED), "credit": "2027-0003"},
            "Annulée par l’avoir 2027-0003 : ne la payez pas",
        ),
        ({"standing": Standing(Status.ISSUED)}, "Rien à payer"),
        ({"standing": Standing(Status.CARRIED), "number": ""}, "Rien à payer pour l’instant : la somme passe sur la"),
        (
            {"standing": Standing(Status.CARRIED), "number": "", "carrier": "2027-0009"},
            "Rien à payer pour l’instant : la somme passe sur la facture 2027-0009",
        ),
    ],
)
def test_what_is_not_to_be_paid_says_so_first_and_nothing_of_paying(facts: dict[str, object], first: str) -> None:
    text = printed(bill(("Léa Durand", meals(1, 1)), **facts))
    assert text.startswith(first)
    assert "payfip" not in text


def test_what_is_owed_to_a_family_is_taken_off() -> None:
    facts: dict[str, object] = {"standing": Standing(Status.CARRIED), "number": ""}
    says(bill(("", carried(5, -280, date(2026, 11, 1))), **facts), "la somme est déduite de la prochaine facture")
    facts["carrier"] = "2027-0009"
    says(bill(("", carried(5, -280, date(2026, 11, 1))), **facts), "la somme est déduite de la facture 2027-0009")


def test_an_invoice_taken_back_names_its_credit_note() -> None:
    facts: dict[str, object] = {"standing": Standing(Status.CREDITED), "credit": "2027-0003"}
    says(bill(("Léa Durand", meals(1, 1)), **facts), "Cette facture est annulée par l’avoir 2027-0003.")


def test_what_is_not_known_leaves_no_hole() -> None:
    nobody = bill(("Léa Durand", meals(1, 1)), sender=Sender("Sercus"), addressee=addressed({}))
    says(nobody, "Dites-le à la mairie avant la fin")
    assert addressed({"civility": "", "first_name": "Camille", "last_name": "Durand", "city": "Sercus"}) == (
        "Camille Durand",
        "Sercus",
    )
    assert Sender("Sercus", "Mairie").contact == "Mairie"


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "So"]), max_size=40)
NAMES = st.one_of(st.sampled_from(["Léa Durand", "W" * 90, "Marie-Amélie Charlotte " * 4]), WORDS)
DAYS = st.lists(st.integers(1, 31), min_size=1, max_size=31, unique=True).map(sorted)
BASES = st.builds(
    Price, st.integers(0, 9999), st.just(SINCE), st.none() | st.sampled_from(Basis), st.just(0), st.none()
)
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # a drawing of many pages takes minutes to make small
OWN = st.sampled_from([kind for kind in Kind if kind is not Kind.CARRIED])


@st.composite
def bills(pick: st.DrawFn) -> Bill:
    lines: list[tuple[str, Line]] = []
    for child in range(pick(st.integers(1, 4))):
        name = pick(NAMES)
        for _ in range(pick(st.integers(1, 9))):
            days = tuple((date(2026, 12, day), pick(st.integers(1, 9))) for day in pick(DAYS))
            unit, service = pick(st.integers(-99999, 99999)), pick(st.sampled_from(Service))
            lines.append((name, Line(pick(OWN), unit, days, child + 1, service, pick(st.none() | BASES))))
    if pick(st.booleans()):
        lines.append(("", carried(7, pick(st.integers(-1500, 1500)), date(2026, 11, 1))))
    standing = Standing(pick(st.sampled_from(Status)), 1200, 300, date(2027, 2, 1), pick(st.sampled_from(["", "T-1"])))
    facts = {"why": pick(WORDS), "addressee": tuple(pick(st.lists(NAMES, max_size=3))), "former": pick(WORDS)}
    return bill(*lines, standing=standing, **facts)


@given(bills())
@settings(max_examples=25, phases=NO_SHRINKING)
def test_any_invoice_is_whole_tagged_and_keeps_within_its_margins(one: Bill) -> None:
    content = draw("invoice", one.pack()).content
    assert not faults(content)
    assert not crossed_margins(invoice.paper(one, Voice(markup=False)))
    said = run_together(read_back(content))
    for _, line in one.lines:
        assert run_together(write_money(line.cents)) in said
        assert run_together(write_money(line.unit)) in said
    assert run_together(write_money(one.total)) in said


def test_each_child_s_lines_are_a_table_with_its_head() -> None:
    one = bill(("Léa Durand", meals(1, 1, 3, 4)), ("Tom Durand", meals(2, 1)))
    told = tags(draw("invoice", one.pack()).content)
    parts = [tag for tag in told if tag in ("H1", "H2", "Table", "THead")]
    assert parts == ["H1", *("Table", "THead") * 2, "Table", "H2", "H2"]


@pytest.mark.parametrize("count", range(16, 28))
def test_no_page_begins_with_a_child_s_sum(count: int) -> None:
    one = bill(*(("Léa Durand", meals(1, 1 + number)) for number in range(count)))
    pages = PdfReader(BytesIO(draw("invoice", one.pack()).content)).pages
    for page in pages:
        text = page.extract_text()
        assert "Total pour" not in text or text.index("Cantine") < text.index("Total pour")


@given(bills())
@settings(max_examples=10, phases=NO_SHRINKING)
def test_a_recipe_waits_as_json_and_draws_the_same_bytes_twice(one: Bill) -> None:
    kept = Bill.unpack(json.loads(json.dumps(one.pack())))
    assert replace(kept, lines=()) == replace(one, lines=())
    assert [(child, line.cents, line.days) for child, line in kept.lines] == [
        (child, line.cents, line.days) for child, line in one.lines
    ]
    assert draw("invoice", one.pack()).content == draw("invoice", one.pack()).content


def test_its_file_is_named_by_its_number_or_its_month() -> None:
    assert draw("invoice", bill(("", meals(1, 1))).pack()).name == "facture-2027-0001.pdf"
    small = bill(("", meals(1, 1)), number="", standing=Standing(Status.CARRIED))
    assert draw("invoice", small.pack()).name == "releve-decembre-2026.pdf"
