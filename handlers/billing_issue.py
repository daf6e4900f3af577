"""A month issued from the chat, or one household's sum claimed however small: shown first, done once, by Valider."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from handlers import billing_keys, billing_news, billing_pending, billing_screens
from handlers.billing_pending import Proposal
from handlers.billing_screens import draft, named
from handlers.buttons import OpenBilling, ProposeDeed
from handlers.reply import Key, Reply
from handlers.visit import Visit
from locales import bills
from models.actions import billing
from models.actions.billing import Issue
from models.actions.invoices import number_of
from models.actions.statements import Draft
from models.rules.billing_screen import Deed, View, to_look_at
from models.vocabulary import Money


def propose(button: ProposeDeed, visit: Visit, *opening: str) -> Reply:
    """What issuing the month would do; the month itself where there is nothing to issue, or it may not be yet."""
    found = draft(button.month, visit)
    if not billing_keys.may_issue(found):
        return billing_screens.drawn(OpenBilling(button.month, View.MONTH), visit, *opening)
    proposal = _proposal(button, found, OpenBilling(button.month, View.MONTH))
    return billing_pending.confirm(proposal, "\n\n".join([*opening, _would(found, visit)]), visit)


def _proposal(button: ProposeDeed, found: Draft, back: OpenBilling) -> Proposal:
    """With what was shown, so that nothing else is issued."""
    facts = {"month": button.month.isoformat(), "shown": found.fingerprint}
    return Proposal(button.deed, button.about, back, facts)


def _would(found: Draft, visit: Visit) -> str:
    say = visit.say
    looks = sum(map(len, to_look_at(found.anomalies).values()))
    lines = [
        say("desk-issue", month=bills.month(found.month.first)),
        say("desk-issue-new", count=len(found.claimed), sum=Money(sum(one.total for one in found.claimed))),
        *([say("desk-issue-waiting", **_small(found))] if found.waiting else []),
        say("desk-issue-look", count=looks),
    ]
    return "\n\n".join(["\n".join(lines), say("desk-issue-kept"), say("desk-nothing-yet")])


def _small(found: Draft) -> dict[str, object]:
    total = Money(sum(one.total for one in found.waiting))
    return {"count": len(found.waiting), "sum": total, "least": Money(found.least)}


def keep(payload: Mapping[str, Any], visit: Visit) -> Reply:
    """Issue what was shown; if the month is not what it was, show it again instead."""
    month = date.fromisoformat(payload["month"])
    billing.take_turn(visit.session)
    found = draft(month, visit)
    if found.fingerprint != payload["shown"]:
        return propose(ProposeDeed(Deed.ISSUE, month), visit, visit.say("desk-moved"))
    outcome = billing.issue_drawn(visit.session, found, visit.commune, visit.stamp)
    billing_news.issued(visit.session, outcome.issued, visit.commune, visit.now)
    return _done(outcome, found, visit)


def _done(outcome: Issue, found: Draft, visit: Visit) -> Reply:
    """What was issued, by number; what waits."""
    claimed = [invoice for invoice in outcome.issued if invoice.number is not None]
    facts = {
        "month": named(found.month.first),
        "count": len(claimed),
        "sum": Money(sum(invoice.total for invoice in claimed)),
        "first": number_of(claimed[0]) if claimed else None,
        "last": number_of(claimed[-1]) if claimed else None,
    }
    lines = [visit.say("desk-issue-done", **facts)]
    lines += [visit.say("desk-waiting", **_small(found))] if found.waiting else []
    homes = Key(visit.say("desk-key-homes", count=len(found.statements)), OpenBilling(found.month.first, View.HOMES))
    return Reply("\n".join(lines), ((homes,), billing_keys.back(found.month.first, visit)))


# One household's sum, however small


def propose_claim(button: ProposeDeed, visit: Visit, *opening: str) -> Reply:
    """A sum that would wait, claimed at once: for a household that leaves."""
    found = draft(button.month, visit, button.about)
    statement, home = found.of(button.about), OpenBilling(button.month, View.HOME, about=button.about)
    if statement is None or not found.may_claim(statement):
        return billing_screens.drawn(home, visit, *opening)
    would = visit.say("desk-claim", foyer=statement.key, sum=Money(statement.total), least=Money(found.least))
    text = "\n\n".join([*opening, would, visit.say("desk-issue-kept"), visit.say("desk-nothing-yet")])
    return billing_pending.confirm(_proposal(button, found, home), text, visit)


def keep_claim(payload: Mapping[str, Any], visit: Visit) -> Reply:
    month, household = date.fromisoformat(payload["month"]), payload["about"]
    billing.take_turn(visit.session)
    found = draft(month, visit, household)
    if found.fingerprint != payload["shown"]:
        return propose_claim(ProposeDeed(Deed.CLAIM, month, household), visit, visit.say("desk-moved"))
    statement = found.of(household)
    assert statement
    invoice = billing.claim(visit.session, found, statement, visit.commune, visit.stamp)
    billing_news.issued(visit.session, [invoice], visit.commune, visit.now)
    return billing_screens.invoice(invoice, visit, None, visit.say("desk-claimed", number=number_of(invoice)))
