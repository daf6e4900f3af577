"""What families are told of money: an invoice or a correction issued, its reference to pay with, that it is paid.

Each is owed in the transaction that does it, once to every account of the household that has not muted such letters.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import invoice_screens as screens
from handlers.buttons import OpenInvoice
from handlers.invoice_screens import Paper
from handlers.reply import Key, Reply
from locales.voice import Voice
from models.actions import outbox, preferences
from models.actions.outbox import MONEY, Notice
from models.rules.commune import Commune
from models.rules.rounds import Kind
from models.rules.settling import Status
from models.tables import Invoice, TreasuryReference
from models.tables.billing import Document

Audience = Mapping[int, Sequence[tuple[int, int]]]  # by household, accounts with their chats


@dataclass(frozen=True, slots=True)
class News:
    """A letter about `invoice`; under `key` each account is owed it once."""

    invoice: Invoice
    key: str
    reply: Reply


def issued(session: Session, invoices: Collection[Invoice], commune: Commune, now: datetime) -> None:
    """One letter a household of what was issued to it: a month, or a credit note and what replaces its invoice."""
    session.flush()
    voice = Voice(commune.today(now))
    homes: dict[int, list[Paper]] = defaultdict(list)
    audience = _audience(session, invoices)
    for paper in _papers(session, invoices, audience):
        homes[paper.invoice.household_id].append(paper)
    _owe(session, [_of_issue(papers, commune, voice) for papers in homes.values()], audience, now)


def _of_issue(papers: Sequence[Paper], commune: Commune, voice: Voice) -> News:
    """Whether to pay the newest, what is taken back and why, then what each child comes to."""
    newest = papers[-1].invoice
    openings = [screens.opening(paper, commune, voice) for paper in reversed(papers)]
    claims = [_claim(paper, voice) for paper in papers if paper.invoice.kind is Document.INVOICE]
    return News(newest, f"invoice:{newest.id}", Reply("\n\n".join([*openings, *claims]), (_detail(newest, voice),)))


def _claim(paper: Paper, voice: Voice) -> str:
    told = voice.say("invoice-told", paper.facts, name=screens.debtor(paper.invoice) or None)
    return "\n".join([told, *screens.summary(paper, voice)])


def referenced(session: Session, invoices: Collection[Invoice], commune: Commune, now: datetime) -> None:
    """What is needed to pay, where something is left to pay, each value with a key that copies it."""
    session.flush()
    voice = Voice(commune.today(now))
    audience = _audience(session, invoices)
    papers = _papers(session, invoices, audience)
    to_pay = [paper for paper in papers if screens.is_to_pay(paper) and paper.situation.reference]
    _owe(session, [_of_reference(session, paper, commune, voice) for paper in to_pay], audience, now)


def _of_reference(session: Session, paper: Paper, commune: Commune, voice: Voice) -> News:
    told = screens.opening(paper, commune, voice), voice.say("invoice-told-reference", paper.facts)
    parts = [*told, *screens.how_to_pay(paper, commune, voice)]
    keys = (*screens.pay_keys(paper, commune, voice), _detail(paper.invoice, voice))
    entered = session.get_one(TreasuryReference, paper.invoice.id).entered_at
    return News(paper.invoice, f"reference:{paper.invoice.id}:{entered.timestamp()}", Reply("\n\n".join(parts), keys))


def paid(session: Session, invoices: Collection[Invoice], commune: Commune, now: datetime) -> None:
    """A short word where all of an invoice is paid; `now` is that of the payment entered."""
    session.flush()
    voice = Voice(commune.today(now))
    audience = _audience(session, invoices)
    settled = [one for one in _papers(session, invoices, audience) if one.situation.status is Status.PAID]
    _owe(session, [_of_payment(paper, now, voice) for paper in settled], audience, now)


def _of_payment(paper: Paper, now: datetime, voice: Voice) -> News:
    reply = Reply(voice.say("invoice-told-paid", paper.facts), (_detail(paper.invoice, voice),))
    return News(paper.invoice, f"paid:{paper.invoice.id}:{now.timestamp()}", reply)


def taken_back(session: Session, invoices: Collection[Invoice], commune: Commune, now: datetime) -> None:
    """A payment was taken back: what is left to pay, to those who may have read that it was paid."""
    session.flush()
    voice = Voice(commune.today(now))
    audience = _audience(session, invoices)
    papers = _papers(session, invoices, audience)
    _owe(session, [_of_taking_back(paper, now, voice) for paper in papers], audience, now)


def _of_taking_back(paper: Paper, now: datetime, voice: Voice) -> News:
    reply = Reply(voice.say("invoice-told-not-paid", paper.facts), (_detail(paper.invoice, voice),))
    return News(paper.invoice, f"not-paid:{paper.invoice.id}:{now.timestamp()}", reply)


def _detail(invoice: Invoice, voice: Voice) -> tuple[Key, ...]:
    return (Key(voice.say("invoice-key-detail"), OpenInvoice(invoice.id, apart=True)),)


def _audience(session: Session, invoices: Iterable[Invoice]) -> Audience:
    """Who hears of each household's money."""
    return preferences.listeners(session, {invoice.household_id for invoice in invoices}, Kind.INVOICES)


def _papers(session: Session, invoices: Iterable[Invoice], audience: Audience) -> Sequence[Paper]:
    """Those somebody hears of: what is for nobody is not put into words."""
    return Paper.load_all(session, [one for one in invoices if audience.get(one.household_id)])


def _owe(session: Session, told: Sequence[News], audience: Audience, now: datetime) -> None:
    letters = [letter for news in told for letter in _letters(news, audience[news.invoice.household_id])]
    outbox.owe(session, letters, now)


def _letters(news: News, accounts: Iterable[tuple[int, int]]) -> Iterator[Notice]:
    """`{key}:{account}`, and the number of the part where a letter is too long for one message."""
    for account_id, chat_id in accounts:
        for part, content in enumerate(news.reply.contents()):
            key = f"{news.key}:{account_id}" + (f":{part}" if part else "")
            yield Notice(chat_id, MONEY, content, key, household_id=news.invoice.household_id)
