"""What somebody's last sentence was about, kept across a restart, so that the next one may continue it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.orm import Session

from models.tables import Context, table_of

FRESH = timedelta(minutes=30)  # continued without asking
RECALLED = timedelta(hours=12)  # continued once asked


@dataclass(frozen=True, slots=True)
class Last:
    """The last sentence: its instant, its requests as JSON, the receipt of what was done, the screen it left open."""

    at: datetime
    requests: list[Mapping[str, Any]]
    receipt_id: int | None
    draft_id: int | None

    def is_fresh(self, instant: datetime) -> bool:
        """Whether a sentence sent at `instant` follows so soon that it continues this one without asking."""
        return instant - self.at <= FRESH


# Run for every sentence: built once.
TABLE = table_of(Context)
FORGET = delete(TABLE).where(TABLE.c.telegram_id == bindparam("writer"))
KEEP = insert(TABLE)
RECALL = select(TABLE.c.at, TABLE.c.requests, TABLE.c.receipt_id, TABLE.c.draft_id).where(
    TABLE.c.telegram_id == bindparam("writer")
)


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
    facts = {"at": at, "requests": list(requests), "receipt_id": receipt_id, "draft_id": draft_id}
    session.connection().execute(FORGET, {"writer": telegram_id})
    session.connection().execute(KEEP, {"telegram_id": telegram_id, **facts})


def recall(session: Session, telegram_id: int, instant: datetime) -> Last | None:
    """What a sentence sent at `instant` may continue; None once it is too long ago to be meant."""
    row = session.connection().execute(RECALL, {"writer": telegram_id}).one_or_none()
    return Last(*row) if row and instant - row.at <= RECALLED else None
