"""The mairie's override: what a receipt was refused for being late is granted after all, with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import booking, people
from models.actions.booking import Issued, Origin
from models.refusals import OrderLeft, TooLate
from models.rules.booking import Meal, Verdict
from models.tables import Account, Child, Guardian, JournalEntry, Receipt, ReceiptLine, Residence
from models.vocabulary import Stamp, State

LATE = (TooLate.name(), OrderLeft.name())


@dataclass(frozen=True, slots=True)
class Told:
    """A receipt with what a person needs to read it; `chats`: who is told when it is granted."""

    receipt: Receipt
    name: str
    names: Mapping[int, str]
    chats: tuple[int, ...]
    grantable: tuple[ReceiptLine, ...]
    standing: Mapping[Meal, State]


@dataclass(frozen=True, slots=True)
class Granted:
    receipt: Issued
    verdicts: list[Verdict]


def find(session: Session, receipt_id: int) -> Told | None:
    receipt = session.get(Receipt, receipt_id)
    return tell(session, receipt) if receipt else None


def tell(session: Session, receipt: Receipt) -> Told:
    """`receipt`, and its lines refused for being late whose wish still does not stand."""
    children = {line.child_id for line in receipt.lines}
    rows = session.execute(select(Child.id, Child.first_name, Child.last_name).where(Child.id.in_(children)))
    names = {id_: f"{first} {last}" for id_, first, last in rows}
    late = [line for line in receipt.lines if line.refusal in LATE]
    stands = booking.standing(session, {line.child_id for line in late}, {line.day for line in late})
    grantable = tuple(line for line in late if (stands.get(_meal(line)) or State.CANCELLED) is not line.wanted)
    name, chats = _asker(session, receipt)
    return Told(receipt, name, names, chats, grantable, stands)


def _asker(session: Session, receipt: Receipt) -> tuple[str, tuple[int, ...]]:
    """The name and chat of whoever asked."""
    telegram_id = session.scalar(select(Account.telegram_id).where(Account.id == receipt.account_id))
    person = people.identify(session, telegram_id) if telegram_id else None
    return (person.name, (person.telegram_id,)) if person else ("", ())


def _meal(line: ReceiptLine) -> Meal:
    return Meal(line.child_id, line.service, line.day)


def grant(session: Session, told: Told, reason: str, stamp: Stamp) -> Granted | None:
    """Write what was refused, under a receipt of the mairie's; None where nothing is left to grant."""
    if not told.grantable:
        return None
    verdicts = [
        Verdict(wanted, told.standing, granted=[_meal(line) for line in told.grantable if line.wanted is wanted])
        for wanted in (State.RESERVED, State.CANCELLED)
    ]
    households = _households(session, told)
    pupils = {pupil.id: pupil for pupil in people.pupils_of(session, households)}
    receipt = booking.write(session, verdicts, pupils, Origin(stamp.now, why=reason), stamp)
    facts = {"receipt": told.receipt.number, "by": receipt.number, "reason": reason}
    session.add(JournalEntry(at=stamp.now, account_id=stamp.account_id, action="override", facts=facts))
    return Granted(receipt, [verdict for verdict in verdicts if verdict.granted])


def _households(session: Session, told: Told) -> list[int]:
    """The asker's own households, so that whoever asked pays; the child's, for a receipt of the mairie's."""
    own = select(Guardian.household_id).where(Guardian.account_id == told.receipt.account_id)
    found = list(session.scalars(own))
    return found or list(session.scalars(select(Residence.household_id).where(Residence.child_id.in_(told.names))))
