"""/factures: a family's invoices, newest first, and each in detail; one message, changed in place."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from handlers import certificates, invoice_questions
from handlers import invoice_screens as screens
from handlers.buttons import AskLine, OpenInvoice, OpenInvoices, PrintInvoice
from handlers.invoice_screens import Paper
from handlers.reply import Key, Reply
from handlers.visit import Visit
from locales.fr.papers import is_about_certificates
from locales.requests import Request
from models.actions import ledger, people
from models.rules.numbering import read_number
from models.tables import Invoice

A_PAGE = 12  # invoices: a year of them, mostly


def show(text: str, visit: Visit) -> Reply:
    """/factures: the list; with a number behind it, that invoice."""
    if not text:
        return _list(0, visit)
    wanted = read_number(text)
    found = ledger.by_number(visit.session, *wanted) if wanted else None
    if found is None or found.household_id not in visit.person.households:
        return _list(0, visit, visit.say("invoices-unknown"))
    return _detail(found, visit)


def show_asked(_request: Request, visit: Visit) -> Reply:
    """« mes factures », « mon attestation fiscale »."""
    if is_about_certificates(visit.words or ""):
        return certificates.show(visit.words or "", visit)
    return _list(0, visit)


def turn(button: OpenInvoices, visit: Visit) -> Reply:
    """Another page of the list, or back to it."""
    invoice_questions.drop(visit)
    return replace(_list(button.page, visit), in_place=True)


def open_one(button: OpenInvoice, visit: Visit) -> Reply:
    """An invoice of theirs; whatever was being asked about a line is dropped."""
    invoice = ledger.theirs(visit.session, button.invoice_id, visit.person.households)
    if invoice is None:
        return Reply(visit.say("stale-button"))
    invoice_questions.drop(visit)
    return replace(_detail(invoice, visit), in_place=not button.apart)


# The list


def _list(page: int, visit: Visit, *opening: str) -> Reply:
    """A page of what was issued to the account's households, each home apart where there are several."""
    found = ledger.of_households(visit.session, visit.person.households)
    if not found:
        return Reply(visit.say("invoices-none"))
    page = max(0, min(page, (len(found) - 1) // A_PAGE))
    papers = _papers(found[page * A_PAGE : (page + 1) * A_PAGE], visit)
    parts = [*opening, visit.say("invoices-title")]
    for household, group in groupby(papers, key=lambda paper: paper.invoice.household_id):
        home = [_home(household, found, visit)] if len(visit.person.households) > 1 else []
        parts.append("\n".join([*home, *(screens.item(paper, visit.voice) for paper in group)]))
    keys = [(Key(screens.label(paper, visit.voice), OpenInvoice(paper.invoice.id, apart=False)),) for paper in papers]
    return Reply("\n\n".join([*parts, visit.say("invoices-touch")]), (*keys, *_pager(page, len(found), visit)))


def _papers(invoices: Sequence[Invoice], visit: Visit) -> list[Paper]:
    """Household by household, as the account has them."""
    standing = ledger.situations(visit.session, invoices)
    homes = visit.person.households
    return [Paper(one, standing[one.id]) for one in sorted(invoices, key=lambda one: homes.index(one.household_id))]


def _home(household: int, found: Sequence[Invoice], visit: Visit) -> str:
    """A home by whom its newest invoice is sent to, and its children."""
    newest = next(one for one in found if one.household_id == household)
    children = people.names_by_household(visit.session, [household]).get(household, {}).values()
    return visit.say("invoices-home", name=screens.debtor(newest) or None, children=list(children) or None)


def _pager(page: int, count: int, visit: Visit) -> list[tuple[Key, ...]]:
    """Keys to the pages before and after, where there are any."""
    newer = [Key(visit.say("invoices-newer"), OpenInvoices(page - 1))] if page else []
    older = [Key(visit.say("invoices-older"), OpenInvoices(page + 1))] if (page + 1) * A_PAGE < count else []
    return [tuple(newer + older)] if newer or older else []


def _page_of(invoice: Invoice, visit: Visit) -> int:
    found = ledger.of_households(visit.session, visit.person.households)
    return found.index(invoice) // A_PAGE


# One of them


def _detail(invoice: Invoice, visit: Visit) -> Reply:
    """Whether to pay, lines with their reasons, the total, how to pay; and the keys that go with it."""
    paper, commune, voice = Paper.load(visit.session, invoice), visit.commune, visit.voice
    parts = [
        screens.opening(paper, commune, voice),
        screens.heading(paper, voice, commune),
        *screens.groups(paper, voice),
        voice.say("invoice-total", paper.facts),
        *screens.how_to_pay(paper, commune, voice),
    ]
    keys = [
        *screens.pay_keys(paper, commune, voice),
        (Key(visit.say("invoice-key-paper"), PrintInvoice(invoice.id)),),
        (Key(visit.say("invoice-key-question"), AskLine(invoice.id, 0, 0)),),
        (Key(visit.say("invoices-back"), OpenInvoices(_page_of(invoice, visit))),),
    ]
    return Reply("\n\n".join(parts), tuple(keys))
