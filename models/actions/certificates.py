"""The figures of the tax certificates of a year, from what was invoiced and what was paid."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.actions.invoices import lines_of
from models.rules.certificates import Paid, care_paid, is_young
from models.rules.lines import CARE, Line
from models.tables import Child, Guardian, Invoice, Payment, ReminderRound, Residence

ROUND = "certificate"


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a household paid in a year for the garderie of a child under six, in cents."""

    household_id: int
    child_id: int
    child: str
    born: date
    cents: int


def certificates(session: Session, year: int, households: Iterable[int] | None = None) -> list[Certificate]:
    """One a household and young child for which something was paid in `year`; of `households` only, if given."""
    asked = select(Child.id, Child.first_name, Child.last_name, Child.birth_date)
    young = {
        id_: (f"{first} {last}", born)
        for id_, first, last, born in session.execute(asked.where(Child.birth_date.is_not(None)))
        if born and is_young(born, year)
    }
    wanted = None if households is None else set(households)
    return [
        Certificate(household, child, *young[child], cents)
        for household, months in sorted(_months(session, year).items())
        if wanted is None or household in wanted
        for child, cents in sorted(care_paid(months, year).items())
        if child in young and cents > 0
    ]


def has_young(session: Session, households: Collection[int], year: int) -> bool:
    """Whether a child of `households` is known to be under six on 1 January of `year`."""
    born = select(Child.birth_date).join(Residence, Residence.child_id == Child.id)
    found = session.scalars(born.where(Residence.household_id.in_(households), Child.birth_date.is_not(None)))
    return any(birth and is_young(birth, year) for birth in found)


def payers(session: Session, households: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The names of the guardians of each of `households`: each may claim what the household paid."""
    names: dict[int, tuple[str, ...]] = defaultdict(tuple)
    asked = select(Guardian.household_id, Guardian.first_name, Guardian.last_name).order_by(Guardian.id)
    for household, first, last in session.execute(asked.where(Guardian.household_id.in_(households))):
        names[household] += (f"{first} {last}",)
    return names


def begin_sending(session: Session, year: int, now: datetime) -> bool:
    """Take it on to send the certificates of `year`; False where that was done."""
    day, due = date(year, 12, 31), datetime(year + 1, 1, 1, tzinfo=UTC)
    if session.get(ReminderRound, (day, ROUND, due)):
        return False
    session.add(ReminderRound(day=day, kind=ROUND, due=due, at=now))
    session.flush()
    return True


def _months(session: Session, year: int) -> dict[int, list[Paid]]:
    """By household, each month for which something was paid in `year`, credit notes and corrections counted in."""
    paying = (
        select(Invoice.household_id)
        .join(Payment, Payment.invoice_id == Invoice.id)
        .where(Payment.paid_on.between(date(year, 1, 1), date(year, 12, 31)))
    )
    invoices = session.scalars(
        select(Invoice).where(Invoice.household_id.in_(paying)).options(selectinload(Invoice.lines))
    ).all()
    known = {invoice.id: invoice for invoice in invoices}
    payments: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for invoice_id, paid_on, cents in session.execute(
        select(Payment.invoice_id, Payment.paid_on, Payment.cents).where(Payment.invoice_id.in_(list(known)))
    ):
        payments[invoice_id].append((paid_on, cents))
    together: dict[tuple[int, date], list[Invoice]] = defaultdict(list)
    for invoice in invoices:
        if invoice.number is not None:
            together[invoice.household_id, invoice.month].append(invoice)
    months: dict[int, list[Paid]] = defaultdict(list)
    for (household, _), documents in together.items():
        paid = tuple(payment for document in documents for payment in payments[document.id])
        months[household].append(Paid(sum(one.total for one in documents), _care(documents, known), paid))
    return months


def _care(documents: Iterable[Invoice], known: Mapping[int, Invoice]) -> Counter[int]:
    """Cents of garderie by child, what was carried over counted as what it was."""
    care: Counter[int] = Counter()
    for document in documents:
        for line in _unfolded(document, known):
            if line.kind in CARE and line.child_id is not None:
                care[line.child_id] += line.cents
    return care


def _unfolded(invoice: Invoice, known: Mapping[int, Invoice]) -> Iterator[Line]:
    for line in lines_of(invoice):
        if line.source_id is None:
            yield line
        else:
            yield from _unfolded(known[line.source_id], known)
