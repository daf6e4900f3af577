"""An invoice corrected from the chat: lines before and after, a reason, Valider; a credit note and a new invoice."""

from collections.abc import Mapping
from typing import Any

from handlers import billing_keys, billing_news, billing_pending, billing_screens
from handlers.billing_keys import Shown
from handlers.billing_pending import Proposal
from handlers.billing_screens import lines_told, look_up
from handlers.buttons import ProposeDeed
from handlers.reply import Key, Reply, shorten
from handlers.visit import Visit
from models.actions import billing, ledger
from models.actions.billing_facts import People
from models.actions.invoices import number_of
from models.actions.statements import Statement, fingerprint
from models.files.text import clean
from models.rules.billing_screen import Deed, difference
from models.rules.lines import total
from models.tables import Invoice
from models.vocabulary import Money

REASONS = (1, 2, 3)  # correct-reason-1 … in facturation.ftl
LONGEST_REASON = 200
FEW = 10  # lines of each side; a correction that moves more says how many


def propose(button: ProposeDeed, visit: Visit) -> Reply:
    """What would change, and why: three reasons to tap, or one's own to type."""
    found = ledger.by_id(visit.session, button.about)
    if found is None or button.choice not in (0, *REASONS):
        return Reply(visit.say("desk-stale"))
    shown = look_up(found, visit)
    if shown.now is None:
        return billing_screens.invoice(found, visit, None, visit.say("desk-nothing-to-correct"))
    if button.choice:
        return _confirm(shown, shown.now, visit.say(f"correct-reason-{button.choice}"), visit)
    billing_pending.wait_for_words(Deed.CORRECT, found.id, visit)
    reasons = [
        (Key(visit.say(f"correct-reason-{reason}"), ProposeDeed(Deed.CORRECT, found.month, found.id, reason)),)
        for reason in REASONS
    ]
    text = "\n\n".join([_change(shown, shown.now, visit), visit.say("desk-why-correct")])
    return Reply(text, (*reasons, billing_keys.back_to(found, visit)))


def typed(about: int, text: str, visit: Visit) -> Reply:
    """A reason of one's own."""
    found = ledger.by_id(visit.session, about)
    shown = look_up(found, visit) if found else None
    if shown is None or shown.now is None:
        return Reply(visit.say("desk-nothing-to-correct"))
    return _confirm(shown, shown.now, shorten(clean(text), LONGEST_REASON), visit)


def _confirm(shown: Shown, now: Statement, why: str, visit: Visit, *opening: str) -> Reply:
    facts = {"why": why, "shown": fingerprint(now.lines)}
    numbered = shown.situation.claimed
    paid = [visit.say("desk-correct-paid", sum=Money(shown.situation.paid))] if shown.situation.paid else []
    parts = [
        *opening,
        _change(shown, now, visit),
        visit.say("desk-invoice-why", why=why),
        *paid,
        visit.say("desk-correct-how", numbered=numbered),
        visit.say("desk-nothing-yet"),
    ]
    proposal = Proposal(Deed.CORRECT, shown.invoice.id, billing_keys.place_of(shown.invoice), facts)
    return billing_pending.confirm(proposal, "\n\n".join(parts), visit)


def _change(shown: Shown, now: Statement, visit: Visit) -> str:
    """The lines that go and those that come, and both sums."""
    found, former = shown.invoice, billing.claimed_lines(shown.invoice)
    children = People.load(visit.session).children | {line.child_id or 0: line.child for line in found.lines}
    gone, come = difference(former, now.lines)
    lines = [visit.say("desk-correct", number=number_of(found) or None, foyer=now.key)]
    for name, some in (("desk-gone", gone), ("desk-come", come)):
        told = lines_told(some[:FEW], children, visit)
        more = [visit.say("desk-more", count=len(some) - FEW)] if len(some) > FEW else []
        lines += [visit.say(name), *told, *more] if told else []
    sums = {"before": Money(total(former)), "after": Money(total(now.lines))}
    return "\n".join([*lines, visit.say("desk-correct-sums", **sums)])


def keep(payload: Mapping[str, Any], visit: Visit) -> Reply:
    """Correct what was shown; if the facts have changed again, show it again instead."""
    billing.take_turn(visit.session)
    found = ledger.by_id(visit.session, payload["about"])
    assert found
    shown, moved = look_up(found, visit), visit.say("desk-moved")
    if shown.now is None:
        return billing_screens.invoice(found, visit, None, moved)
    if fingerprint(shown.now.lines) != payload["shown"]:
        return _confirm(shown, shown.now, payload["why"], visit, moved)
    written = billing.correct(visit.session, found, payload["why"], visit.commune, visit.stamp)
    billing_news.issued(visit.session, written, visit.commune, visit.now)
    return _done(written, visit)


def _done(written: tuple[Invoice, ...], visit: Visit) -> Reply:
    lines = [
        visit.say("desk-corrected-line", kind=one.kind.value, number=number_of(one) or None, sum=Money(one.total))
        for one in written
    ]
    keys = tuple((billing_keys.to_invoice(one, visit),) for one in written)
    back = billing_keys.back(written[0].month, visit)
    return Reply("\n".join([visit.say("desk-corrected"), *lines]), (*keys, back))
