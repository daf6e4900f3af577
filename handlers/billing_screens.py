"""What the secretary reads of a month: its sums, what to look at, a household's lines and their reasons, an invoice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from handlers import billing_keys
from handlers.billing_keys import TROUBLES, Shown
from handlers.buttons import OpenBilling
from handlers.reply import Reply, shorten
from handlers.visit import Visit
from locales import bills
from locales.answers import capital
from locales.voice import Spoken
from models.actions import billing, ledger
from models.actions.billing_facts import People
from models.actions.exports import foyers_of
from models.actions.invoices import lines_of, number_of
from models.actions.statements import Draft
from models.rules.billing_screen import HOMES_A_PAGE, LINES_A_PAGE, View, month_after, page_of, to_look_at
from models.rules.lines import Anomaly, Line, Trouble
from models.tables import Invoice
from models.vocabulary import Money

LONGEST_NAME = 40  # of a household or a child, that a page stays one message
FEW = 6  # things to look at, told under a household


def drawn(button: OpenBilling, visit: Visit, *opening: str) -> Reply:
    """The view a button names, as things stand now; a household or invoice that is not there shows the month."""
    match button.view:
        case View.LOOK:
            reply = _look(button, visit)
        case View.HOMES:
            reply = _homes(button, visit)
        case View.HOME:
            reply = _home(button, visit)
        case View.INVOICE if found := ledger.by_id(visit.session, button.about):
            reply = invoice(found, visit, button)
        case _:
            reply = _month(draft(button.month, visit), visit)
    return Reply("\n\n".join([*opening, reply.text]), reply.keys)


def draft(month: date, visit: Visit, household_id: int | None = None) -> Draft:
    return billing.draft(visit.session, month, visit.commune, visit.stamp, household_id)


# The month


def _month(found: Draft, visit: Visit) -> Reply:
    groups = to_look_at(found.anomalies)
    parts = [
        visit.say("desk-title", month=named(found.month.first)),
        "\n".join(_sums(found, visit)),
        _looks(groups, visit),
        _what_next(found, visit),
    ]
    return Reply("\n\n".join(filter(None, parts)), billing_keys.month_keys(found, groups, visit))


def named(month: date) -> Spoken:
    """Novembre 2026, at the head of a sentence."""
    return Spoken(capital(bills.month(month)))


def _sums(found: Draft, visit: Visit) -> list[str]:
    """How many, how much: what is to be issued, to be carried over, issued already, left waiting."""
    issued = [one.issued for one in found.statements if one.issued]
    before = sum(line.cents for one in found.claimed for line in one.carried)
    return [
        *_count("desk-new", [one.total for one in found.claimed], found, visit),
        *([visit.say("desk-carried-in", sum=Money(before))] if before else []),
        *_count("desk-waiting", [one.total for one in found.waiting], found, visit),
        *_count("desk-issued", [one.total for one in issued if one.number is not None], found, visit),
        *_count("desk-issued-waiting", [one.total for one in issued if one.number is None], found, visit),
        *_count("desk-still-waiting", [one.total for one in found.left], found, visit),
    ]


def _count(name: str, totals: Sequence[int], found: Draft, visit: Visit) -> list[str]:
    facts = {"count": len(totals), "sum": Money(sum(totals)), "least": Money(found.least)}
    return [visit.say(name, **facts)] if totals else []


def _looks(groups: Mapping[Trouble, Sequence[Anomaly]], visit: Visit) -> str:
    lines = [
        visit.say("desk-look-line", name=visit.say(f"trouble-{trouble}"), count=len(found))
        for trouble, found in groups.items()
    ]
    return "\n".join([visit.say("desk-look", count=sum(map(len, groups.values()))), *lines]) if lines else ""


def _what_next(found: Draft, visit: Visit) -> str:
    """What may be done now, or why nothing may, and what would help."""
    if found.is_running:
        return visit.say("desk-running", day=month_after(found.month.first))
    if unpriced := found.unpriced:
        return visit.say("desk-unpriced", service=unpriced.service, day=unpriced.day)
    if found.new:
        return visit.say("desk-not-issued")
    return visit.say("desk-all-issued" if len(found.left) < len(found.statements) else "desk-nothing")


# What to look at


def _look(button: OpenBilling, visit: Visit) -> Reply:
    found = draft(button.month, visit)
    groups = to_look_at(found.anomalies)
    if not 0 <= button.about < len(TROUBLES) or not (anomalies := groups.get(TROUBLES[button.about])):
        return _month(found, visit)
    page = page_of(anomalies, button.page, LINES_A_PAGE)
    name = visit.say(f"trouble-{TROUBLES[button.about]}")
    head = visit.say("desk-look-title", name=name, month=bills.month(button.month), count=len(anomalies))
    foyers = foyers_of(visit.session)
    lines = _told(page.items, foyers, visit)
    text = "\n\n".join([head, "\n".join(lines), *_page_line(page.number, page.last, visit)])
    return Reply(text, billing_keys.look_keys(button.month, button.about, page, foyers, visit))


def _told(found: Iterable[Anomaly], foyers: Mapping[int, str], visit: Visit) -> list[str]:
    children = People.load(visit.session).children
    foyers, children = (
        {id_: shorten(name, LONGEST_NAME) for id_, name in names.items()} for names in (foyers, children)
    )
    return [visit.say("desk-line", line=Spoken(bills.anomaly(one, foyers, children, visit.voice))) for one in found]


def _page_line(number: int, last: int, visit: Visit) -> list[str]:
    return [visit.say("desk-page", page=number + 1, pages=last + 1)] if last else []


# The households


def _homes(button: OpenBilling, visit: Visit) -> Reply:
    found = draft(button.month, visit)
    if not found.statements:
        return _month(found, visit)
    to_look: dict[int, list[Anomaly]] = defaultdict(list)
    for one in found.anomalies:
        to_look[one.household_id or 0].append(one)
    page = page_of(found.statements, button.page, HOMES_A_PAGE)
    head = visit.say("desk-homes-title", month=named(button.month), count=len(found.statements))
    text = "\n\n".join([head, visit.say("desk-homes-legend"), *_page_line(page.number, page.last, visit)])
    return Reply(text, billing_keys.homes_keys(found, page, to_look, visit))


def _home(button: OpenBilling, visit: Visit) -> Reply:
    """A household's month: as it would be issued, or the invoice where it is."""
    found = draft(button.month, visit, button.about)
    statement = found.of(button.about)
    if statement is None:
        return _month(draft(button.month, visit), visit)
    if statement.issued:
        return invoice(statement.issued, visit, button)
    children = People.load(visit.session).children
    lines = lines_told((*statement.lines, *statement.carried), children, visit)
    page = page_of(lines, button.page, LINES_A_PAGE)
    head = visit.say("desk-home-title", foyer=shorten(statement.key, LONGEST_NAME), month=bills.month(button.month))
    waits = statement in found.waiting or statement in found.left
    wait = [visit.say("desk-home-waits", least=Money(found.least), left=not statement.lines)] if waits else []
    parts = [
        "\n".join([head, visit.say("desk-home-new")]),
        "\n".join(page.items),
        "\n".join([visit.say("desk-total", sum=Money(statement.total)), *wait]),
        *_home_looks(found, visit),
        *_page_line(page.number, page.last, visit),
    ]
    return Reply("\n\n".join(parts), billing_keys.home_keys(found, statement, page, button, visit))


def lines_told(lines: Iterable[Line], children: Mapping[int, str], visit: Visit) -> list[str]:
    """Each with its reason."""
    names = {id_: shorten(name, LONGEST_NAME) for id_, name in children.items()}
    return [
        visit.say("desk-line", line=Spoken(bills.line(line, names.get(line.child_id or 0, ""), visit.voice)))
        for line in lines
    ]


def _home_looks(found: Draft, visit: Visit) -> list[str]:
    """What is to be looked at of this household alone."""
    own = [one for one in found.anomalies if one.household_id]
    if not own:
        return []
    more = [visit.say("desk-more", count=len(own) - FEW)] if len(own) > FEW else []
    return ["\n".join([visit.say("desk-home-look"), *_told(own[:FEW], foyers_of(visit.session), visit), *more])]


# An invoice


def look_up(found: Invoice, visit: Visit) -> Shown:
    """The invoice as it stands, and its household's month as it would be issued today where that is another."""
    situation = ledger.situations(visit.session, [found])[found.id]
    statement = draft(found.month, visit, found.household_id).of(found.household_id)
    stands = statement is not None and statement.issued is not None and statement.issued.id == found.id
    changed = stands and statement and statement.lines != billing.claimed_lines(found)
    return Shown(found, situation, ledger.payments_of(visit.session, found), statement if changed else None)


def invoice(found: Invoice, visit: Visit, button: OpenBilling | None = None, *opening: str) -> Reply:
    """What was issued, line by line, what became of it, and what has changed since."""
    button = button or billing_keys.place_of(found)
    shown = look_up(found, visit)
    names = {line.child_id or 0: line.child for line in found.lines}
    page = page_of(lines_told(lines_of(found), names, visit), button.page, LINES_A_PAGE)
    parts = [
        *opening,
        "\n".join(_heading(shown, visit)),
        "\n".join(page.items),
        "\n".join([visit.say("desk-total", sum=Money(found.total)), *_became(shown, visit)]),
        *_since(shown, visit),
        *_page_line(page.number, page.last, visit),
    ]
    return Reply("\n\n".join(filter(None, parts)), billing_keys.invoice_keys(shown, page, button, visit))


def _heading(shown: Shown, visit: Visit) -> list[str]:
    found, say = shown.invoice, visit.say
    kind = "carried" if not shown.situation.claimed else "credit" if shown.situation.is_credit else "invoice"
    foyer = foyers_of(visit.session)[found.household_id]
    title = say("desk-invoice-title", kind=kind, number=number_of(found), month=bills.month(found.month))
    names = " ".join(str(found.debtor.get(part) or "") for part in ("civility", "first_name", "last_name")).split()
    who = say("desk-invoice-who", foyer=shorten(foyer, LONGEST_NAME), debtor=shorten(" ".join(names), 2 * LONGEST_NAME))
    issued = say("desk-invoice-issued", day=visit.commune.local(found.issued_at).date())
    why = [say("desk-invoice-why", why=found.why)] if found.why else []
    return [title, who, issued, *why]


def _became(shown: Shown, visit: Visit) -> list[str]:
    """Where it stands: reference, payments, what is left; only what the Trésor has said."""
    situation, say = shown.situation, visit.say
    if not shown.is_claim:
        return [say(f"desk-status-{situation.status}")]
    reference = [say("desk-reference", reference=situation.reference)] if situation.reference else []
    paid = [say("desk-paid", sum=Money(one.cents), day=one.paid_on) for one in shown.payments]
    left = [say("desk-left", sum=Money(situation.due))] if situation.paid and situation.due else []
    return [say(f"desk-status-{situation.status}"), *reference, *paid, *left]


def _since(shown: Shown, visit: Visit) -> list[str]:
    """What is known today beside what was issued; that nothing is to be corrected is said too."""
    if shown.now:
        before = sum(line.cents for line in billing.claimed_lines(shown.invoice))
        return [
            visit.say("desk-revised", before=Money(before), after=Money(sum(line.cents for line in shown.now.lines)))
        ]
    stands = not shown.situation.credited and not shown.situation.is_credit
    return [visit.say("desk-unchanged")] if stands else []
