"""What the Trésor public says of an invoice, told one by one in the chat: its reference, a payment, one taken back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from handlers import billing_keys, billing_news, billing_pending, billing_screens
from handlers.billing_pending import Proposal
from handlers.buttons import ProposeDeed
from handlers.reply import Key, Reply, shorten
from handlers.visit import Visit
from locales.fr.money_said import read_payment
from models.actions import ledger, payments
from models.actions.invoices import number_of
from models.files.text import clean
from models.refusals import PaymentUnread, PaysTooMuch, ReferenceTaken, Refusal, UnknownInvoice
from models.rules.billing_screen import Deed
from models.rules.settling import check_paid_on, reference_in
from models.tables import Invoice, Payment
from models.vocabulary import Money

REASONS = (1, 2, 3)  # take-back-reason-1 … in facturation.ftl
LONGEST_REASON = 200


def _claimed(invoice_id: int, visit: Visit) -> Invoice:
    """The invoice, where it claims something that may be paid; raises UnknownInvoice elsewhere."""
    found = ledger.by_id(visit.session, invoice_id)
    if found is None or not billing_screens.look_up(found, visit).is_claim:
        raise UnknownInvoice(0, "")
    return found


def _due(invoice: Invoice, visit: Visit) -> int:
    return ledger.situations(visit.session, [invoice])[invoice.id].due


# The reference


def propose_reference(button: ProposeDeed, visit: Visit) -> Reply:
    """Ask for the reference: it is typed next."""
    found = _claimed(button.about, visit)
    billing_pending.wait_for_words(Deed.REFERENCE, found.id, visit)
    return Reply(visit.say("desk-type-reference", number=number_of(found)), (billing_keys.back_to(found, visit),))


def typed_reference(about: int, text: str, visit: Visit) -> Reply:
    found = _claimed(about, visit)
    reference = reference_in(clean(text))
    other = ledger.by_reference(visit.session, reference)
    if other and other.id != found.id:
        raise ReferenceTaken(0, reference, number_of(other))
    before = ledger.situations(visit.session, [found])[found.id].reference
    facts = {"number": number_of(found), "reference": reference, "before": before or None}
    text = "\n\n".join([visit.say("desk-reference-shown", **facts), visit.say("desk-nothing-kept")])
    proposal = Proposal(Deed.REFERENCE, found.id, billing_keys.place_of(found), {"reference": reference})
    return billing_pending.confirm(proposal, text, visit)


def keep_reference(payload: Mapping[str, Any], visit: Visit) -> Reply:
    found = _claimed(payload["about"], visit)
    if news := payments.enter_reference(visit.session, found, payload["reference"], visit.stamp):
        billing_news.referenced(visit.session, [found], visit.commune, visit.now)
    return _after(found, "desk-reference-kept" if news else "desk-known-already", visit)


def _after(found: Invoice, name: str, visit: Visit) -> Reply:
    return billing_screens.invoice(found, visit, None, visit.say(name))


# A payment


def propose_payment(button: ProposeDeed, visit: Visit) -> Reply:
    """All that is left, today; or what is typed next."""
    found = _claimed(button.about, visit)
    due = _due(found, visit)
    if not due:
        return _after(found, "desk-paid-already", visit)
    reply = _confirm_payment(found, due, visit.commune.today(visit.now), visit)
    billing_pending.wait_for_words(Deed.PAYMENT, found.id, visit)
    return reply


def typed_payment(about: int, text: str, visit: Visit) -> Reply:
    found, today = _claimed(about, visit), visit.commune.today(visit.now)
    said = read_payment(clean(text), visit.today)
    if said is None:
        raise PaymentUnread(shorten(clean(text), LONGEST_REASON))
    check_paid_on(said.paid_on, today)
    due = _due(found, visit)
    cents = due if said.cents is None else said.cents
    if not 0 < cents <= due:
        raise PaysTooMuch(0, number_of(found), Money(cents), Money(due))
    return _confirm_payment(found, cents, said.paid_on, visit)


def _confirm_payment(found: Invoice, cents: int, paid_on: date, visit: Visit) -> Reply:
    left = _due(found, visit) - cents
    facts = {"number": number_of(found), "sum": Money(cents), "day": paid_on, "left": Money(left), "whole": left == 0}
    text = "\n\n".join([visit.say("desk-payment-shown", **facts), visit.say("desk-payment-how")])
    said = {"cents": cents, "paid_on": paid_on.isoformat()}
    return billing_pending.confirm(Proposal(Deed.PAYMENT, found.id, billing_keys.place_of(found), said), text, visit)


def keep_payment(payload: Mapping[str, Any], visit: Visit) -> Reply:
    found, paid_on = _claimed(payload["about"], visit), date.fromisoformat(payload["paid_on"])
    if news := payments.enter_payment(visit.session, found, payload["cents"], paid_on, visit.stamp):
        billing_news.paid(visit.session, [found], visit.commune, visit.now)
    return _after(found, "desk-payment-kept" if news else "desk-known-already", visit)


# A payment taken back


def propose_take_back(button: ProposeDeed, visit: Visit) -> Reply:
    """Why: three reasons to tap, or one's own to type."""
    payment = visit.session.get(Payment, button.about)
    if payment is None or button.choice not in (0, *REASONS):
        return Reply(visit.say("desk-stale"))
    if button.choice:
        return _confirm_take_back(payment, visit.say(f"take-back-reason-{button.choice}"), visit)
    found = visit.session.get_one(Invoice, payment.invoice_id)
    billing_pending.wait_for_words(Deed.TAKE_BACK, payment.id, visit)
    reasons = [
        (Key(visit.say(f"take-back-reason-{reason}"), ProposeDeed(Deed.TAKE_BACK, found.month, payment.id, reason)),)
        for reason in REASONS
    ]
    text = "\n\n".join([_take_back(payment, found, visit), visit.say("desk-why-take-back")])
    return Reply(text, (*reasons, billing_keys.back_to(found, visit)))


def typed_take_back(about: int, text: str, visit: Visit) -> Reply:
    payment = visit.session.get(Payment, about)
    if payment is None:
        return Reply(visit.say("desk-stale"))
    return _confirm_take_back(payment, shorten(clean(text), LONGEST_REASON), visit)


def _take_back(payment: Payment, found: Invoice, visit: Visit) -> str:
    facts = {"number": number_of(found), "sum": Money(payment.cents), "day": payment.paid_on}
    return visit.say("desk-take-back", **facts)


def _confirm_take_back(payment: Payment, why: str, visit: Visit) -> Reply:
    found = visit.session.get_one(Invoice, payment.invoice_id)
    parts = [
        _take_back(payment, found, visit),
        visit.say("desk-invoice-why", why=why),
        visit.say("desk-nothing-kept"),
    ]
    proposal = Proposal(Deed.TAKE_BACK, payment.id, billing_keys.place_of(found), {"why": why})
    return billing_pending.confirm(proposal, "\n\n".join(parts), visit)


def keep_take_back(payload: Mapping[str, Any], visit: Visit) -> Reply:
    payment = visit.session.get(Payment, payload["about"])
    if payment is None:
        return Reply(visit.say("desk-stale"))
    found = visit.session.get_one(Invoice, payment.invoice_id)
    payments.take_back_payment(visit.session, payment, payload["why"], visit.stamp)
    billing_news.taken_back(visit.session, [found], visit.commune, visit.now)
    return _after(found, "desk-taken-back", visit)


def explained(why: Refusal, visit: Visit) -> str:
    """Why it was not kept, and that nothing was."""
    return "\n".join([visit.voice.explain(why), visit.say("desk-nothing-changed")])
