"""Ten families' invoices, computed by hand in tests/data/invoices.toml, are those the database is billed for."""

import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from handlers.billing_papers import certificate_papers, invoice_paper
from locales.fr.spelling import write_money
from locales.sheets.drawing import draw
from locales.voice import Voice
from models.actions import billing, ledger, payments
from models.actions.billing_facts import People
from models.actions.certificates import certificates
from models.actions.invoices import lines_of
from models.rules.commune import Commune
from models.tables import Closure, Household, Quotient
from models.vocabulary import State, Weeks
from tests.printed import read_back
from tests.till import JANUARY, Till, commune

GOLDEN: dict[str, Any] = tomllib.loads((Path(__file__).parent.parent / "data" / "invoices.toml").read_text("utf-8"))
FAMILIES: list[dict[str, Any]] = GOLDEN["families"]
DECEMBER = date(2026, 12, 1)
RULES: Commune = commune(*GOLDEN["tariffs"])


@pytest.fixture
def town(session: Session) -> Session:
    till = Till(session)
    for day in GOLDEN["closed"]:
        session.add(Closure(day=till.day(day), reason="grève"))
    for family in FAMILIES:
        settle(till, family)
    return session


def settle(till: Till, family: dict[str, Any]) -> None:
    home = till.household(
        family["foyer"], None, resident=family.get("resident", True), staff=family.get("staff", False)
    )
    for since, value in family.get("quotients", []):
        home.quotients.append(Quotient(since=date.fromisoformat(since), value=value))
    weeks = family.get("weeks", {})
    for name, year in family["children"].items():
        child = till.child(name, home, date(year, 6, 1), Weeks(weeks.get(name, "toutes")))
        till.meals(child, home, *family.get("meals", {}).get(name, []))
        till.meals(child, home, *family.get("absences", {}).get(name, []), state=State.ABSENT)
        for day in family.get("eaten", {}).get(name, []):
            till.roll(child, home, day, there=True)
        for day in family.get("missing", {}).get(name, []):
            till.roll(child, home, day, there=False)
        for day in family.get("mornings", {}).get(name, []):
            till.morning(child, home, day)
        for day, left in family.get("evenings", {}).get(name, []):
            till.evening(child, home, day, left)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family["foyer"])
def test_a_family_is_billed_as_computed_by_hand(town: Session, family: dict[str, Any]) -> None:
    drawn = billing.draft(town, DECEMBER, RULES, JANUARY)
    (statement,) = (one for one in drawn.statements if one.key == family["foyer"])
    names = People.load(town).children
    found = [
        [names[line.child_id or 0].split()[0], line.kind.value, line.quantity, line.unit, line.cents]
        for line in statement.lines
    ]
    assert found == family["lines"]
    assert statement.total == family["total"]
    assert drawn.is_carried(statement) == family.get("carried", False)


def test_what_is_issued_is_what_was_drafted_number_after_number(town: Session) -> None:
    drawn = {one.household_id: one for one in billing.draft(town, DECEMBER, RULES, JANUARY).statements}
    issued = billing.issue(town, DECEMBER, RULES, JANUARY).issued
    assert {invoice.household_id: lines_of(invoice) for invoice in issued} == {
        id_: statement.lines for id_, statement in drawn.items()
    }
    claimed = [invoice.number for invoice in issued if invoice.number is not None]
    assert claimed == list(range(1, 1 + sum("carried" not in family for family in FAMILIES)))
    assert all(invoice.year == 2027 for invoice in issued if invoice.number)


def test_on_paper_every_line_has_its_days_and_cents_and_their_sum_is_the_total(town: Session) -> None:
    issued = {one.household_id: one for one in billing.issue(town, DECEMBER, RULES, JANUARY).issued}
    keys = dict(iter(town.execute(select(Household.id, Household.key))))
    known = ledger.situations(town, list(issued.values()))
    for household, invoice in issued.items():
        family = next(one for one in FAMILIES if one["foyer"] == keys[household])
        document = invoice_paper(invoice, RULES, Voice(markup=False), known[invoice.id])
        text = read_back(draw(document.drawing, document.facts).content).replace("\n", " ")
        sums = [read_cents(found) for found in re.findall(r"[0-9]{1,3}(?: [0-9]{3})*,[0-9]{2} €", text)]
        own = [line[4] for line in family["lines"]]
        assert Counter(own) <= Counter(sums)
        assert f"Total {spelled(family['total'])}" in text
        assert sum(own) == family["total"]
        for row in invoice.lines:
            for day, _ in row.days:
                assert re.search(rf"\b{int(day[-2:])}(er)?\b", text)


YOUNG_IN = 2023  # when children born in 2017 are under six: as many as the tests can have
CARE = ("seance", "demi_heures", "plafond")


def test_certificates_are_the_sums_of_the_garderie_lines_paid_for(town: Session) -> None:
    keys = dict(iter(town.execute(select(Household.id, Household.key))))
    issued = [one for one in billing.issue(town, DECEMBER, RULES, JANUARY).issued if one.number]
    for invoice in issued:
        payments.enter_payment(town, invoice, None, date(YOUNG_IN, 2, 1), JANUARY)
    families = {one["foyer"]: one for one in FAMILIES}
    wanted: Counter[tuple[str, str]] = Counter()
    for invoice in issued:
        family = families[keys[invoice.household_id]]
        for child, kind, _, _, cents in family["lines"]:
            if kind in CARE and family["children"][child] >= YOUNG_IN - 6:
                wanted[family["foyer"], child] += cents
    found = certificates(town, YOUNG_IN)
    assert {(keys[one.household_id], one.child.split()[0]): one.cents for one in found} == wanted
    assert len(wanted) > 1
    papers = certificate_papers(town, list(keys), YOUNG_IN, RULES, Voice(markup=False), DECEMBER)
    said = "".join(read_back(draw(one.drawing, one.facts).content) for one in papers)
    assert [cents for cents in wanted.values() if f"la somme de {spelled(cents)}" not in said] == []


def read_cents(euros: str) -> int:
    return int(re.sub(r"[^0-9]", "", euros))


def spelled(cents: int) -> str:
    return write_money(cents).replace("\u00a0", " ")


def test_the_mairie_is_told_what_to_look_at(town: Session) -> None:
    found = {anomaly.trouble.value for anomaly in billing.draft(town, DECEMBER, RULES, JANUARY).anomalies}
    assert found == {"absent", "unbooked", "no-quotient"}


def test_a_household_s_own_draft_says_of_it_what_the_month_s_says(town: Session) -> None:
    """Whatever its children ate or did in their other homes."""
    whole = billing.draft(town, DECEMBER, RULES, JANUARY)
    for statement in whole.statements:
        own = billing.draft(town, DECEMBER, RULES, JANUARY, statement.household_id)
        assert own.statements == (statement,)
        about = (None, statement.household_id)
        assert own.anomalies == tuple(one for one in whole.anomalies if one.household_id in about)


def test_a_draft_that_says_the_same_has_the_same_fingerprint(town: Session) -> None:
    shown = billing.draft(town, DECEMBER, RULES, JANUARY).fingerprint
    assert billing.draft(town, DECEMBER, RULES, JANUARY).fingerprint == shown
    town.add(Closure(day=date(2026, 12, 1), reason="neige"))
    town.flush()
    changed = billing.draft(town, DECEMBER, RULES, JANUARY).fingerprint
    billing.issue(town, DECEMBER, RULES, JANUARY)
    assert len({shown, changed, billing.draft(town, DECEMBER, RULES, JANUARY).fingerprint}) == 3
