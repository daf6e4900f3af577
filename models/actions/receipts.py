"""Finding receipts again: by the person's own button, by the message behind them, by the number told to the mairie."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.tables import Receipt


def of_account(session: Session, receipt_id: int | None, account_id: int) -> Receipt | None:
    """The receipt, if it is that account's own."""
    return session.scalar(select(Receipt).where(Receipt.id == receipt_id, Receipt.account_id == account_id))


def of_message(session: Session, account_id: int, message_id: int) -> Sequence[Receipt]:
    """The receipts of what a message did, oldest first."""
    found = select(Receipt).where(Receipt.account_id == account_id, Receipt.message_id == message_id)
    return session.scalars(found.order_by(Receipt.id)).all()


def detach(former: Sequence[Receipt]) -> None:
    """An edited message no longer stands behind what its former words did."""
    for receipt in former:
        receipt.message_id = None


def by_number(session: Session, number: str) -> Receipt | None:
    return session.scalar(select(Receipt).where(Receipt.number == number))
