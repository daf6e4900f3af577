"""Open screens kept in the database, of every kind: safe across a restart and closed once."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models.actions import context
from models.actions.booking import Origin
from models.actions.context import FRESH
from models.tables import Account, Draft
from models.vocabulary import ScreenKind

GIVEN_UP = "given_up"
KEPT_TRUE = timedelta(hours=48)  # Telegram lets a bot edit its messages so long


def open_draft(
    session: Session, telegram_id: int, kind: ScreenKind, payload: Mapping[str, Any], origin: Origin
) -> Draft:
    """A screen, which is from now on what was last said to that person."""
    draft = Draft(
        telegram_id=telegram_id,
        kind=kind,
        payload=dict(payload),
        words=origin.words,
        instant=origin.instant,
        message_id=origin.message_id,
    )
    session.add(draft)
    session.flush()
    context.remember(session, telegram_id, (), origin.instant, draft_id=draft.id)
    return draft


def keep_screen(draft: Draft, contents: Sequence[Mapping[str, Any]]) -> None:
    """Keep what was shown, to show it again after a long stop."""
    draft.screen = [dict(content) for content in contents]


def left_open(session: Session, since: datetime) -> Sequence[Draft]:
    """The screens shown after `since` and not decided, those of people still there, oldest first."""
    shown = select(Draft).join(Account, Account.telegram_id == Draft.telegram_id)
    waiting = shown.where(Draft.closed_at.is_(None), Draft.instant > since, Account.blocked_at.is_(None))
    return session.scalars(waiting.order_by(Draft.id)).all()


def latest(session: Session, telegram_id: int, now: datetime, kinds: Collection[ScreenKind]) -> Draft | None:
    """The screen of `kinds` shown last to that person and still open, within half an hour; none that was given up."""
    return next((draft for draft in _recent(session, telegram_id, now, kinds) if not draft.payload.get(GIVEN_UP)), None)


def give_up(session: Session, telegram_id: int, now: datetime, kinds: Collection[ScreenKind]) -> None:
    """No word typed means what was left open before any more; its keys still do."""
    for draft in _recent(session, telegram_id, now, kinds):
        draft.payload = {**draft.payload, GIVEN_UP: True}


def _recent(session: Session, telegram_id: int, now: datetime, kinds: Collection[ScreenKind]) -> Sequence[Draft]:
    mine = select(Draft).where(Draft.telegram_id == telegram_id, Draft.kind.in_(kinds), Draft.closed_at.is_(None))
    return session.scalars(mine.where(Draft.instant > now - FRESH).order_by(Draft.id.desc())).all()


def is_decided_since(session: Session, draft: Draft) -> bool:
    """Whether a later screen of that person has been decided on."""
    later = select(Draft.id).where(Draft.telegram_id == draft.telegram_id, Draft.id > draft.id)
    return session.scalar(later.where(Draft.closed_at.is_not(None)).limit(1)) is not None


def last_open(session: Session, telegram_id: int, kind: ScreenKind) -> Draft | None:
    """That person's open screen of a kind of which there is one at a time."""
    mine = select(Draft).where(Draft.telegram_id == telegram_id, Draft.kind == kind, Draft.closed_at.is_(None))
    return session.scalar(mine.order_by(Draft.id.desc()).limit(1))


def on_phones(session: Session, kind: ScreenKind, telegram_ids: Collection[int], now: datetime) -> Sequence[Draft]:
    """The open screens of a kind those people can see, as long as Telegram lets them be edited."""
    shown = select(Draft).where(Draft.kind == kind, Draft.closed_at.is_(None), Draft.shown_as.is_not(None))
    recent = shown.where(Draft.telegram_id.in_(telegram_ids), Draft.instant > now - KEPT_TRUE)
    return session.scalars(recent.order_by(Draft.id)).all()


def still_open(session: Session, draft_id: int | None, telegram_id: int) -> Draft | None:
    """That screen of that person, if nothing was decided on it yet."""
    mine = select(Draft).where(Draft.id == draft_id, Draft.telegram_id == telegram_id, Draft.closed_at.is_(None))
    return session.scalar(mine) if draft_id is not None else None


def take(
    session: Session, draft_id: int, telegram_id: int, now: datetime, kind: ScreenKind | None = None
) -> Draft | None:
    """The open draft of that person, closed by this very call.

    None if it is another's, of another kind, or was decided already.
    """
    mine = update(Draft).where(Draft.id == draft_id, Draft.telegram_id == telegram_id, Draft.closed_at.is_(None))
    if kind:
        mine = mine.where(Draft.kind == kind)
    taken = session.execute(mine.values(closed_at=now).returning(Draft.id)).scalar()
    return session.get_one(Draft, taken, populate_existing=True) if taken is not None else None


def look(session: Session, draft_id: int, telegram_id: int, kind: ScreenKind) -> Draft | None:
    """The open draft of that person, left open and held until this transaction ends; None as for `take`."""
    mine = select(Draft).where(Draft.id == draft_id, Draft.telegram_id == telegram_id, Draft.kind == kind)
    return session.scalar(mine.where(Draft.closed_at.is_(None)).with_for_update())


def is_open(session: Session, telegram_id: int, message_id: int, words: str) -> bool:
    """Whether a message of these very words left a screen open."""
    same = select(Draft.id).where(Draft.telegram_id == telegram_id, Draft.message_id == message_id)
    return session.scalar(same.where(Draft.words == words, Draft.closed_at.is_(None)).limit(1)) is not None


def of_message(session: Session, telegram_id: int, message_id: int, kind: ScreenKind) -> Draft | None:
    """The screen of that kind a message has to do with, decided or not."""
    same = select(Draft).where(Draft.telegram_id == telegram_id, Draft.message_id == message_id, Draft.kind == kind)
    return session.scalar(same.order_by(Draft.id.desc()).limit(1))


def close_for_message(session: Session, telegram_id: int, message_id: int, now: datetime) -> Sequence[int]:
    """Close what a message left open; returns the ids of the drafts closed."""
    closed = (
        update(Draft)
        .where(Draft.telegram_id == telegram_id, Draft.message_id == message_id, Draft.closed_at.is_(None))
        .values(closed_at=now)
        .returning(Draft.id)
    )
    return session.scalars(closed).all()
