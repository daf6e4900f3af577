"""The mairie's month: a draft recomputed at will, its issue in one transaction, corrections by credit note.

What is issued is never changed. Sums smaller than the commune claims wait for the household's next invoice.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count, repeat

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session, selectinload

from models.actions import billing_facts
from models.actions.billing_facts import People
from models.actions.calendar import commune_today
from models.actions.invoices import Heading, Number, number_of, own_lines, write
from models.actions.statements import Draft, Statement
from models.actions.tariffs import with_tariffs
from models.refusals import AlreadyCredited, MissingTariff, NothingToCorrect
from models.rules.billing import bill
from models.rules.commune import Commune
from models.rules.lines import Anomaly, Home, Line, Trouble, carried, is_huge, opposite, total, weight
from models.tables import Invoice, InvoiceLine, JournalEntry
from models.tables.billing import Document
from models.vocabulary import Period, Stamp


def draft(session: Session, month: date, commune: Commune, stamp: Stamp, household_id: int | None = None) -> Draft:
    """What the month `month` is in comes to, as things stand, for all or for one household; writes nothing."""
    period = Period.month(month)
    commune = with_tariffs(session, commune_today(session, commune))
    facts = billing_facts.load(session, period, commune, household_id)
    bills = bill(facts, commune.pricing)
    issued, waiting = _standing(session, period.first, household_id), _waiting(session, period.first)
    all_ = bills.lines.keys() | issued.keys() | waiting.keys()
    concerned = all_ & ({household_id} if household_id else facts.homes.keys())
    statements = [
        _statement(facts.homes[household], bills.lines.get(household, ()), waiting, issued)
        for household in sorted(concerned, key=lambda id_: facts.homes[id_].key)
    ]
    found = {*bills.anomalies, *_changes(session, period.first, statements, household_id)}
    if stamp.now.astimezone(commune.timezone).date() <= period.last:
        found.add(Anomaly(Trouble.RUNNING, day=period.last))
    told = [one for one in found if not household_id or one.household_id in (None, household_id)]
    return Draft(period, tuple(statements), tuple(sorted(told, key=weight)), commune.pricing.least)


def _statement(
    home: Home, lines: tuple[Line, ...], waiting: Mapping[int, Sequence[Line]], issued: Mapping[int, Invoice]
) -> Statement:
    """What waits is carried into a new invoice only: one that was issued has carried what there was."""
    before = () if home.id in issued else tuple(waiting.get(home.id, ()))
    return Statement(home.id, home.key, lines, before, issued.get(home.id))


def _standing(session: Session, month: date, household_id: int | None) -> dict[int, Invoice]:
    """What was issued for `month` and not taken back since, or its credit note where nothing replaced it."""
    asked = (
        select(Invoice)
        .where(Invoice.month == month)
        .options(selectinload(Invoice.lines))
        .order_by(Invoice.household_id, Invoice.revision, Invoice.kind)  # a credit note (avoir), then what replaces it
    )
    found = session.scalars(asked.where(Invoice.household_id == household_id) if household_id else asked)
    return {invoice.household_id: invoice for invoice in found}


def claimed_by(session: Session, household_id: int, day: date) -> str | None:
    """The number of the invoice a household has of that month, "" where its sum waits; None: there is none that stands.

    One taken back by a credit note and not replaced stands no more.
    """
    month = day.replace(day=1)
    mine = select(Invoice).where(Invoice.month == month, Invoice.household_id == household_id)
    newest = session.scalars(mine.order_by(Invoice.revision.desc(), Invoice.kind.desc()).limit(1)).one_or_none()
    return number_of(newest) if newest and newest.kind is Document.INVOICE else None


def _waiting(session: Session, before: date) -> dict[int, list[Line]]:
    """The sums not claimed in the months before `before`, by household, that no invoice has carried yet."""
    gone = select(InvoiceLine.source_id).where(InvoiceLine.source_id.is_not(None))
    found = session.execute(
        select(Invoice.id, Invoice.household_id, Invoice.total, Invoice.month)
        .where(Invoice.number.is_(None), Invoice.month < before, Invoice.total != 0, Invoice.id.not_in(gone))
        .order_by(Invoice.month, Invoice.id)
    )
    waiting: dict[int, list[Line]] = defaultdict(list)
    for id_, household, cents, month in found:
        waiting[household].append(carried(id_, cents, month))
    return waiting


def _changes(
    session: Session, month: date, statements: Iterable[Statement], household_id: int | None
) -> Iterator[Anomaly]:
    """Who owes much more or less than the month before, and whose facts have changed since the issue."""
    last = (month - timedelta(days=1)).replace(day=1)
    before = {
        household: total(own_lines(invoice))
        for household, invoice in _standing(session, last, household_id).items()
        if invoice.kind is Document.INVOICE
    }
    for statement in statements:
        now, then = total(statement.lines), before.get(statement.household_id)
        if then is not None and is_huge(then, now):
            yield Anomaly(Trouble.CHANGE, statement.household_id, before=then, after=now)
        if statement.issued and statement.lines != (issued := claimed_lines(statement.issued)):
            yield Anomaly(Trouble.REVISED, statement.household_id, before=total(issued), after=now)


def claimed_lines(invoice: Invoice) -> tuple[Line, ...]:
    """What stands of the month: nothing after a credit note without a new invoice."""
    return () if invoice.kind is Document.CREDIT else own_lines(invoice)


@dataclass(frozen=True, slots=True)
class Issue:
    """What was issued now, and what had been before and was left alone."""

    issued: tuple[Invoice, ...] = ()
    before: tuple[Invoice, ...] = ()


def issue(session: Session, month: date, commune: Commune, stamp: Stamp) -> Issue:
    """Issue the month for every household that has no invoice for it yet; twice issues once.

    To be the first work of its transaction (`take_turn`). Raises MissingTariff where a service
    was used on a day without tariff.
    """
    take_turn(session)
    return issue_drawn(session, draft(session, month, commune, stamp), commune, stamp)


def issue_drawn(session: Session, drawn: Draft, commune: Commune, stamp: Stamp) -> Issue:
    """Issue what `drawn` says, which was drawn after `take_turn`; raises MissingTariff."""
    _objection(drawn)
    people, numbers = People.load(session), _numbers(session, commune, stamp)
    issued = []
    for statement in drawn.new:
        number = None if drawn.is_carried(statement) else next(numbers)
        issued.append(_write(session, drawn, statement, number, people, stamp))
    session.flush()
    _journal(session, "invoices-issued", drawn.month.first, issued, stamp)
    return Issue(tuple(issued), tuple(s.issued for s in drawn.statements if s.issued))


def claim(session: Session, drawn: Draft, statement: Statement, commune: Commune, stamp: Stamp) -> Invoice:
    """Issue one statement of `drawn` with a number, however small: of a household that leaves, say.

    `drawn` after `take_turn`; the statement is to be `Draft.may_claim`.
    """
    assert drawn.may_claim(statement)
    number = next(_numbers(session, commune, stamp))
    invoice = _write(session, drawn, statement, number, People.load(session), stamp)
    session.flush()
    _journal(session, "invoice-claimed", drawn.month.first, [invoice], stamp)
    return invoice


def _write(
    session: Session, drawn: Draft, statement: Statement, number: Number | None, people: People, stamp: Stamp
) -> Invoice:
    heading = Heading(Document.INVOICE, statement.household_id, drawn.month.first)
    return write(session, heading, (*statement.lines, *statement.carried), number, people, stamp)


def correct(session: Session, invoice: Invoice, why: str, commune: Commune, stamp: Stamp) -> tuple[Invoice, ...]:
    """Take back the lines of `invoice` by a credit note and claim what its month comes to today by a new invoice.

    Either is left out where it would be empty. What was carried over stays where it is. What was not claimed is
    corrected without numbers, and waits as it did. `take_turn` is to come before `invoice` is looked for. Raises
    AlreadyCredited where `invoice` no longer stands, NothingToCorrect, or MissingTariff.
    """
    take_turn(session)
    drawn = draft(session, invoice.month, commune, stamp, invoice.household_id)
    statement = drawn.of(invoice.household_id)
    assert statement
    if statement.issued is None or statement.issued.id != invoice.id:
        raise AlreadyCredited(number_of(invoice))
    former = claimed_lines(invoice)
    if statement.lines == former:
        raise NothingToCorrect(number_of(invoice))
    _objection(drawn)
    credit = Heading(Document.CREDIT, invoice.household_id, invoice.month, invoice.revision + 1, why, invoice.id)
    claim = replace(credit, kind=Document.INVOICE, credits_id=None)
    contents = [(credit, tuple(map(opposite, former))), (claim, statement.lines)]
    numbers = _numbers(session, commune, stamp) if invoice.number is not None else repeat(None)
    people = People.load(session)
    written = [write(session, heading, lines, next(numbers), people, stamp) for heading, lines in contents if lines]
    session.flush()
    _journal(session, "invoice-corrected", invoice.month, written, stamp, of=invoice.id, why=why)
    return tuple(written)


def _objection(drawn: Draft) -> None:
    """Raise for what keeps a month from being issued."""
    if found := drawn.unpriced:
        assert found.service
        assert found.day
        raise MissingTariff(found.service, found.day)


def take_turn(session: Session) -> None:
    """Wait for whoever else issues: SQLite's transactions begin as writers; PostgreSQL locks the table.

    Before anything is read: a snapshot older than the lock makes PostgreSQL end the transaction, to be tried again.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("LOCK TABLE invoice IN SHARE ROW EXCLUSIVE MODE"))


def _numbers(session: Session, commune: Commune, stamp: Stamp) -> Iterator[Number | None]:
    """The numbers that follow those given this year."""
    year = commune.today(stamp.now).year
    last = session.scalar(select(func.max(Invoice.number)).where(Invoice.year == year))
    return ((year, number) for number in count((last or 0) + 1))


def _journal(
    session: Session, action: str, month: date, written: Sequence[Invoice], stamp: Stamp, **more: object
) -> None:
    """Which numbers and how much; nothing where nothing was written."""
    if not written:
        return
    facts = {
        "month": month.isoformat()[:7],
        "invoices": [invoice.id for invoice in written],
        "numbers": [number_of(invoice) for invoice in written if invoice.number],
        "total": sum(invoice.total for invoice in written),
    }
    session.add(JournalEntry(at=stamp.now, account_id=stamp.account_id, action=action, facts=facts | more))
