"""What somebody's last sentence was about, kept across a restart for half an hour."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from models.tables import Context

FRESH = timedelta(minutes=30)


def remember(
    session: Session,
    telegram_id: int,
    requests: Iterable[Mapping[str, Any]],
    at: datetime,
    *,
    receipt_id: int | None = None,
    draft_id: int | None = None,
) -> None:
    """Keep the requests just done (under a receipt) or shown (in a draft), in place of the former ones."""
    kept = [dict(request) for request in requests]
    session.merge(Context(telegram_id=telegram_id, at=at, requests=kept, receipt_id=receipt_id, draft_id=draft_id))


def recall(session: Session, telegram_id: int, now: datetime) -> Context | None:
    """What the next sentence may be about; None once it is too old to be meant without asking."""
    last = session.get(Context, telegram_id)
    return last if last and now - last.at <= FRESH else None
