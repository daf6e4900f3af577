"""The keys of the mairie's month: months, things to look at, households page by page, what is done to an invoice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.buttons import OpenBilling, PrintInvoice, ProposeDeed, ShowTakings
from handlers.reply import LONGEST_LABEL, Key, shorten
from handlers.visit import Visit
from locales.answers import capital
from locales.fr.spelling import month_name
from models.actions.invoices import number_of
from models.actions.statements import Draft, Statement
from models.rules.billing_screen import Deed, Page, View, is_billable, month_after, month_before
from models.rules.lines import Anomaly, Trouble
from models.rules.settling import Situation
from models.tables import Invoice, Payment
from models.vocabulary import Money

Row = tuple[Key, ...]
TROUBLES = list(Trouble)
HOMES_IN_A_ROW = 2
IN_A_ROW = 3
MOST_PAYMENTS = 20  # of an invoice, that can be taken back by a key


def month_keys(drawn: Draft, groups: Mapping[Trouble, Sequence[Anomaly]], visit: Visit) -> tuple[Row, ...]:
    """What there is to look at, the households, other months, and the issue where there is one to make."""
    month, say = drawn.month.first, visit.say
    looks = [
        (Key(_group_name(trouble, len(found), visit), OpenBilling(month, View.LOOK, about=TROUBLES.index(trouble))),)
        for trouble, found in groups.items()
    ]
    homes = [Key(say("desk-key-homes", count=len(drawn.statements)), OpenBilling(month, View.HOMES))]
    issue = [Key(say("desk-key-issue"), ProposeDeed(Deed.ISSUE, month), "success")]
    issued = any(one.issued for one in drawn.statements)
    export = [Key(say("desk-key-export"), OpenBilling(month, View.EXPORT))]
    figures = [Key(say("desk-key-figures"), ShowTakings(month))]
    known = bool(drawn.statements)
    shown = (homes, known), (issue, may_issue(drawn)), (export, issued), (figures, known)
    rows = [*looks, *(tuple(keys) for keys, there in shown if there)]
    return (*rows, _months(month, visit))


def may_issue(drawn: Draft) -> bool:
    return bool(drawn.new) and not drawn.is_running and drawn.unpriced is None


def _group_name(trouble: Trouble, count: int, visit: Visit) -> str:
    return visit.toast("desk-key-look", name=visit.say(f"trouble-{trouble}"), count=count)


def _months(month: date, visit: Visit) -> Row:
    before, after = month_before(month), month_after(month)
    keys = [Key(visit.say("key-before", name=month_name(before)), OpenBilling(before, View.MONTH))]
    if is_billable(after, visit.commune.today(visit.now)):
        keys += [Key(visit.say("key-after", name=month_name(after)), OpenBilling(after, View.MONTH))]
    return tuple(keys)


def look_keys(month: date, about: int, page: Page[Anomaly], foyers: Mapping[int, str], visit: Visit) -> tuple[Row, ...]:
    """The households the lines of this page are about; other pages."""
    concerned = dict.fromkeys(one.household_id for one in page.items if one.household_id)
    homes = [
        Key(_plain("desk-key-home-of", visit, foyer=foyers[id_]), OpenBilling(month, View.HOME, about=id_))
        for id_ in concerned
    ]
    return (
        *rows_of(homes, IN_A_ROW),
        *_pages(page, OpenBilling(month, View.LOOK, about=about), visit),
        back(month, visit),
    )


def homes_keys(
    drawn: Draft, page: Page[Statement], to_look: Mapping[int, Sequence[Anomaly]], visit: Visit
) -> tuple[Row, ...]:
    month = drawn.month.first
    keys = [
        Key(home_label(one, drawn, bool(to_look.get(one.household_id)), visit), _home(one, month, page.number))
        for one in page.items
    ]
    pages = _pages(page, OpenBilling(month, View.HOMES), visit)
    return (*rows_of(keys, HOMES_IN_A_ROW), *pages, back(month, visit))


def _home(statement: Statement, month: date, page: int) -> OpenBilling:
    return OpenBilling(month, View.HOME, about=statement.household_id, back=page)


def home_label(statement: Statement, drawn: Draft, to_look: bool, visit: Visit) -> str:
    issued = statement.issued
    total = issued.total if issued else statement.total
    carried = issued.number is None if issued else drawn.is_carried(statement) or not statement.lines
    mark = "carried" if carried else "issued" if issued else "new"
    facts = {"foyer": shorten(statement.key, 30), "sum": Money(total), "mark": mark, "look": to_look}
    return _plain("desk-key-home", visit, **facts)


def home_keys(
    drawn: Draft, statement: Statement, page: Page[str], button: OpenBilling, visit: Visit
) -> tuple[Row, ...]:
    """Under a household that was not issued yet."""
    month = drawn.month.first
    claim = ProposeDeed(Deed.CLAIM, month, statement.household_id)
    claims = [(Key(visit.say("desk-key-claim"), claim),)] if drawn.may_claim(statement) else []
    return (*_pages(page, button, visit), *claims, _back_to_homes(month, button.back, visit), back(month, visit))


@dataclass(frozen=True, slots=True)
class Shown:
    """An invoice, what became of it, and what its month comes to today (None: what was issued)."""

    invoice: Invoice
    situation: Situation
    payments: Sequence[Payment]
    now: Statement | None

    @property
    def is_claim(self) -> bool:
        """Whether the Trésor may have something to say of it."""
        return self.situation.claimed and not self.situation.is_credit and not self.situation.credited


def invoice_keys(shown: Shown, page: Page[str], button: OpenBilling, visit: Visit) -> tuple[Row, ...]:
    """What may be done to an invoice, and nothing that would be refused."""
    say, month, about = visit.say, shown.invoice.month, shown.invoice.id
    rows: list[Row] = list(_pages(page, button, visit))
    if shown.now:
        rows += [(Key(say("desk-key-correct"), ProposeDeed(Deed.CORRECT, month, about)),)]
    if shown.is_claim:
        reference = Key(say("desk-key-reference"), ProposeDeed(Deed.REFERENCE, month, about))
        payment = Key(say("desk-key-payment"), ProposeDeed(Deed.PAYMENT, month, about))
        rows += [(reference, payment) if shown.situation.due else (reference,)]
    rows += [(_take_back(payment, month, visit),) for payment in shown.payments[:MOST_PAYMENTS]]
    rows += [(Key(say("invoice-key-paper"), PrintInvoice(about)),)]
    return (*rows, _back_to_homes(month, button.back, visit), back(month, visit))


def _take_back(payment: Payment, month: date, visit: Visit) -> Key:
    name = visit.say("desk-key-take-back", sum=Money(payment.cents), day=payment.paid_on)
    return Key(name, ProposeDeed(Deed.TAKE_BACK, month, payment.id))


def to_invoice(invoice: Invoice, visit: Visit, name: str = "desk-key-open") -> Key:
    return Key(visit.say(name, number=number_of(invoice) or None), place_of(invoice))


def back_to(invoice: Invoice, visit: Visit) -> Row:
    return (to_invoice(invoice, visit, "desk-key-invoice"),)


def place_of(invoice: Invoice) -> OpenBilling:
    return OpenBilling(invoice.month, View.INVOICE, about=invoice.id)


def back(month: date, visit: Visit) -> Row:
    return (Key(visit.say("desk-key-month", month=capital(month_name(month))), OpenBilling(month, View.MONTH)),)


def _back_to_homes(month: date, page: int, visit: Visit) -> Row:
    return (Key(visit.say("desk-key-back-homes"), OpenBilling(month, View.HOMES, page)),)


def _pages(page: Page[Any], button: OpenBilling, visit: Visit) -> tuple[Row, ...]:
    """Earlier and later; nothing where one page is all."""

    def to(number: int) -> OpenBilling:
        return OpenBilling(button.month, button.view, number, button.about, button.back)

    before = [Key(visit.say("roll-key-before"), to(page.number - 1))] if page.number else []
    after = [Key(visit.say("roll-key-after"), to(page.number + 1))] if page.number < page.last else []
    return ((*before, *after),) if page.last else ()


def rows_of(keys: Sequence[Key], width: int) -> list[Row]:
    return [tuple(keys[at : at + width]) for at in range(0, len(keys), width)]


def _plain(name: str, visit: Visit, **facts: object) -> str:
    """A label: no markup in a key, and no longer than phones show."""
    return shorten(visit.toast(name, **facts), LONGEST_LABEL)
