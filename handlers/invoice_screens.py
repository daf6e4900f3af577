"""How an invoice is shown in the chat: first whether to pay, then its lines with their reasons, and how to pay."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from sqlalchemy.orm import Session

from handlers.lost import reach
from handlers.reply import LONGEST_LABEL, Copy, Key, Link, shorten
from locales import bills
from locales.answers import capital
from locales.voice import Spoken, Voice
from models.actions import ledger, people
from models.actions.invoices import lines_of, number_of
from models.actions.ledger import Related
from models.rules.commune import Commune
from models.rules.lines import Line, total
from models.rules.settling import Situation, Status
from models.tables import Invoice
from models.vocabulary import Money

PAYFIP = "https://www.payfip.gouv.fr"


@dataclass(frozen=True, slots=True)
class Paper:
    """An invoice, where it stands, the documents beside it, and its children's names by id as its home says them."""

    invoice: Invoice
    situation: Situation
    related: Related = field(default_factory=Related)
    names: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def load(cls, session: Session, invoice: Invoice) -> Self:
        return cls.load_all(session, [invoice])[0]

    @classmethod
    def load_all(cls, session: Session, invoices: Collection[Invoice]) -> list[Self]:
        standing, related = ledger.situations(session, invoices), ledger.related(session, invoices)
        known = people.names_by_household(session, [invoice.household_id for invoice in invoices])
        return [
            cls(one, standing[one.id], related[one.id], _names(one, known.get(one.household_id, {})))
            for one in invoices
        ]

    @property
    def facts(self) -> dict[str, object]:
        """What any sentence about it may say; None where there is nothing of the kind."""
        situation, related = self.situation, self.related
        return {
            "kind": self.invoice.kind.value,
            "month": bills.month(self.invoice.month),
            "number": number_of(self.invoice) or None,
            "sum": Money(self.invoice.total),
            "due": Money(situation.due),
            "paid": Money(situation.paid) if situation.paid else None,
            "day": situation.paid_on,
            "reference": situation.reference or None,
            "why": self.invoice.why or None,
            "former": _number(related.taken_back),
            "credit": _number(related.credit),
            "instead": _number(related.instead),
            "carrier": _number(related.carrier),
        }


def _names(invoice: Invoice, known: Mapping[int, str]) -> dict[int, str]:
    """A child that has left the household is named as the invoice does."""
    return {line.child_id: known.get(line.child_id, line.child) for line in invoice.lines if line.child_id}


def _number(invoice: Invoice | None) -> str | None:
    return (number_of(invoice) or None) if invoice else None


# What it says


def opening(paper: Paper, commune: Commune, voice: Voice) -> str:
    """Whether to pay, said before all else: not without the Trésor's own bill, where there is something to pay."""
    status = paper.situation.status
    unpaid = "wait" if paper.situation.due else "nothing"
    name = unpaid if status in (Status.ISSUED, Status.SENT) else status.value
    facts = {**paper.facts, "contact": reach(commune), "back": paper.invoice.total < 0}
    return voice.say(f"invoice-opening-{name}", facts)


def heading(paper: Paper, voice: Voice, commune: Commune) -> str:
    """Its month, number and day, and in whose name it is."""
    issued = commune.today(paper.invoice.issued_at)
    said = [voice.say("invoice-heading", paper.facts, issued=issued)]
    if name := debtor(paper.invoice):
        said.append(voice.say("invoice-debtor", name=name))
    return "\n".join(said)


def debtor(invoice: Invoice) -> str:
    """Whom it is sent to, as it was written."""
    return " ".join(filter(None, (invoice.debtor.get(part) for part in ("civility", "first_name", "last_name"))))


def groups(paper: Paper, voice: Voice) -> Iterator[str]:
    """Its lines with their reasons and days, child by child with what each comes to, then what was carried over."""
    for child_id, lines in _by_child(paper).items():
        said = [line(paper, one, voice) for one in lines]
        if child_id:
            said.append(voice.say("invoice-child-total", child=paper.names[child_id], sum=Money(total(lines))))
        yield "\n".join(said)


def summary(paper: Paper, voice: Voice) -> Iterator[str]:
    """What each child comes to, in a line, then what was carried over."""
    for child_id, lines in _by_child(paper).items():
        if child_id:
            yield voice.say("invoice-child-sum", child=paper.names[child_id], sum=Money(total(lines)))
        else:
            yield from (line(paper, one, voice) for one in lines)


def _by_child(paper: Paper) -> dict[int, list[Line]]:
    """The lines in their order; under 0 those of no child."""
    found: dict[int, list[Line]] = {}
    for one in lines_of(paper.invoice):
        found.setdefault(one.child_id or 0, []).append(one)
    return found


def line(paper: Paper, one: Line, voice: Voice) -> str:
    """A line with its reason, and its days where there are several."""
    said = Spoken(bills.line(one, paper.names.get(one.child_id or 0, ""), voice))
    return voice.say("invoice-line", line=said, days=bills.days(one, voice) or None)


# How to pay


def how_to_pay(paper: Paper, commune: Commune, voice: Voice) -> Iterator[str]:
    """Nothing where nothing is to be paid, or no longer by this one."""
    if not is_to_pay(paper):
        return
    if paper.situation.paid:
        yield voice.say("invoice-partly", paper.facts)
    name = "invoice-pay" if paper.situation.reference else "invoice-pay-later"
    yield voice.say(name, paper.facts, identifier=commune.payfip_identifier or None)


def is_to_pay(paper: Paper) -> bool:
    return bool(paper.situation.due) and paper.situation.status in (Status.ISSUED, Status.SENT)


def pay_keys(paper: Paper, commune: Commune, voice: Voice) -> Iterator[tuple[Key, ...]]:
    """What PayFiP asks, each copied by a tap, then PayFiP itself; none until the reference is known."""
    reference = paper.situation.reference
    if not is_to_pay(paper) or not reference:
        return
    amount = bills.typed(paper.situation.due)
    said = {"identifier": commune.payfip_identifier, "reference": reference, "amount": amount}
    for name, value in said.items():
        if (copy := Copy(value)).fits():
            yield (Key(shorten(voice.say(f"invoice-copy-{name}", value=Spoken(value)), LONGEST_LABEL), copy),)
    yield (Key(voice.say("invoice-key-payfip"), Link(PAYFIP)),)


# In a list


def state(paper: Paper, voice: Voice) -> str:
    """Where it stands, in a word or two."""
    name = "partly" if is_to_pay(paper) and paper.situation.paid else paper.situation.status.value
    return voice.say(f"invoice-state-{name}", paper.facts)


def item(paper: Paper, voice: Voice) -> str:
    return voice.say("invoice-item", paper.facts, state=Spoken(state(paper, voice)))


def label(paper: Paper, voice: Voice) -> str:
    """The key that opens it."""
    return capital(voice.say("invoice-key-open", paper.facts))
