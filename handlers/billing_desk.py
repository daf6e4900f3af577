"""/facturation: the month in the secretary's chat, recomputed at every tap; what decides is shown before it is done."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from handlers import (
    billing_correction,
    billing_exports,
    billing_issue,
    billing_ledger,
    billing_pending,
    billing_screens,
)
from handlers.buttons import DropDeed, KeepDeed, OpenBilling, ProposeDeed
from handlers.reply import Reply
from handlers.screens import Former
from handlers.visit import Visit
from locales.fr.money_said import read_month
from models.actions import drafts, ledger
from models.refusals import Refusal, UnknownInvoice
from models.rules.billing_screen import Deed, View, is_billable, month_before
from models.rules.numbering import as_printed, read_number
from models.tables import Draft

EXPORT = re.compile(r"^(?:exporter|exporte|export)\b\s*", re.IGNORECASE)
PROPOSE: Mapping[Deed, Callable[[ProposeDeed, Visit], Reply]] = {
    Deed.ISSUE: billing_issue.propose,
    Deed.CLAIM: billing_issue.propose_claim,
    Deed.CORRECT: billing_correction.propose,
    Deed.REFERENCE: billing_ledger.propose_reference,
    Deed.PAYMENT: billing_ledger.propose_payment,
    Deed.TAKE_BACK: billing_ledger.propose_take_back,
}
KEEP: Mapping[Deed, Callable[[Mapping[str, Any], Visit], Reply]] = {
    Deed.ISSUE: billing_issue.keep,
    Deed.CLAIM: billing_issue.keep_claim,
    Deed.CORRECT: billing_correction.keep,
    Deed.REFERENCE: billing_ledger.keep_reference,
    Deed.PAYMENT: billing_ledger.keep_payment,
    Deed.TAKE_BACK: billing_ledger.keep_take_back,
}
TYPED: Mapping[Deed, Callable[[int, str, Visit], Reply]] = {
    Deed.CORRECT: billing_correction.typed,
    Deed.REFERENCE: billing_ledger.typed_reference,
    Deed.PAYMENT: billing_ledger.typed_payment,
    Deed.TAKE_BACK: billing_ledger.typed_take_back,
}


def show(text: str, visit: Visit) -> Reply:
    """/facturation: the last whole month, the month said behind it, its export, or the invoice of that number."""
    billing_pending.leave(visit)
    today = visit.commune.today(visit.now)
    wanted = re.sub(EXPORT, "", text)
    month = read_month(wanted, today) if wanted else month_before(today)
    if month is None:
        return _show_invoice(text, visit)
    if not is_billable(month, today):
        return Reply(visit.say("desk-no-such-month"))
    if wanted != text:
        return billing_exports.export(month, visit)
    return billing_screens.drawn(OpenBilling(month, View.MONTH), visit)


def looks_like_invoice(text: str) -> bool:
    """Whether a text is the number of an invoice as it is printed, and nothing else."""
    return as_printed(text) is not None


def show_invoice(text: str, visit: Visit) -> Reply:
    """2026-0042, typed alone."""
    billing_pending.leave(visit)
    return _show_invoice(text, visit)


def _show_invoice(text: str, visit: Visit) -> Reply:
    number = read_number(text)
    found = ledger.by_number(visit.session, *number) if number else None
    if found is None:
        return Reply("\n".join([visit.say("desk-unknown-invoice", value=text[:40]), visit.say("desk-how")]))
    return billing_screens.invoice(found, visit)


def turn(button: OpenBilling, visit: Visit) -> Reply:
    """Another view, another page; what waited to be typed does no more."""
    if not is_billable(button.month, visit.commune.today(visit.now)):
        return Reply(visit.say("desk-stale"))
    billing_pending.leave(visit)
    if button.view is View.EXPORT:
        return billing_exports.export(button.month, visit)
    return replace(billing_screens.drawn(button, visit), in_place=True)


def propose(button: ProposeDeed, visit: Visit) -> Reply:
    """What a deed would do, shown in place of the page it was asked from."""
    if not is_billable(button.month, visit.commune.today(visit.now)):
        return Reply(visit.say("desk-stale"))
    billing_pending.leave(visit)
    try:
        return replace(PROPOSE[button.deed](button, visit), in_place=True)
    except UnknownInvoice:
        return Reply(visit.say("desk-stale"))


def keep(button: KeepDeed, visit: Visit) -> Reply:
    """Valider: done once, or why it no longer can be, with nothing changed."""
    draft = drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now, billing_pending.PENDING)
    if draft is None:
        return Reply(visit.say("desk-stale"))
    billing_pending.leave(visit)
    try:
        reply = KEEP[Deed(draft.payload["deed"])](draft.payload, visit)
    except Refusal as why:
        reply = Reply(billing_ledger.explained(why, visit), billing_pending.way_back(draft.payload, visit))
    return replace(reply, in_place=True)


def drop(button: DropDeed, visit: Visit) -> Reply:
    """Abandonner."""
    draft = drafts.take(visit.session, button.draft_id, visit.telegram_id, visit.now, billing_pending.PENDING)
    if draft is None:
        return Reply(visit.say("desk-stale"))
    billing_pending.leave(visit)
    return Reply(visit.say("abandoned"), billing_pending.way_back(draft.payload, visit), in_place=True)


def agree(_former: Former, visit: Visit) -> Reply | None:
    """Valider, where words are waited for beside it: a proposal of all that is left to pay, say."""
    proposed = billing_pending.proposed(visit)
    return keep(KeepDeed(proposed.id), visit) if proposed else None


def give_up(_former: Former, visit: Visit) -> Reply:
    """Abandonner, where words are waited for."""
    if proposed := billing_pending.proposed(visit):
        return drop(DropDeed(proposed.id), visit)
    billing_pending.leave(visit)
    return Reply(visit.say("abandoned"))


def typed(text: str, former: Former, visit: Visit) -> Reply | None:
    """What a page waits for."""
    return _hear(former.draft, text, visit) if former.draft else None


def edited(text: str, visit: Visit) -> Reply | None:
    """Words changed after they were heard, and before they are kept."""
    assert visit.message_id is not None
    before = drafts.of_message(visit.session, visit.telegram_id, visit.message_id, billing_pending.PENDING)
    return _hear(before, text, visit) if before and before.closed_at is None else None


def _hear(screen: Draft, text: str, visit: Visit) -> Reply:
    """A reference, a payment, a reason; one that cannot be is explained, and may be typed again."""
    deed, about = Deed(screen.payload["deed"]), screen.payload["about"]
    try:
        reply = TYPED[deed](about, text, visit)
    except Refusal as why:
        billing_pending.wait_for_words(deed, about, visit)
        return Reply(billing_ledger.explained(why, visit))
    return replace(reply, in_place=False)
