"""What the next sentence may continue: kept for a while, one per person, then forgotten."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.clerk import open_database
from models.actions import context, outbox
from models.tables import Base, Context

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    engine = open_database(f"sqlite:///{tmp_path / 'context.db'}")
    Base.metadata.create_all(engine)
    with Session(engine, autoflush=False) as session:
        yield session


def test_only_the_last_sentence_of_each_person_is_kept(session: Session) -> None:
    context.remember(session, 1, [{"intent": "book"}], NOW, receipt_id=7)
    context.remember(session, 1, [{"intent": "cancel"}], NOW, draft_id=8)
    context.remember(session, 2, [], NOW)
    last = context.recall(session, 1, NOW)
    assert last == context.Last(NOW, [{"intent": "cancel"}], None, 8)
    assert context.recall(session, 3, NOW) is None


@pytest.mark.parametrize(
    ("minutes", "recalled", "fresh"), [(0, True, True), (30, True, True), (31, True, False), (721, False, False)]
)
def test_it_is_fresh_for_half_an_hour_and_recalled_for_half_a_day(
    session: Session, minutes: int, recalled: bool, fresh: bool
) -> None:
    context.remember(session, 1, [], NOW)
    instant = NOW + timedelta(minutes=minutes)
    last = context.recall(session, 1, instant)
    assert (last is not None, last is not None and last.is_fresh(instant)) == (recalled, fresh)


def test_it_is_forgotten_when_nothing_can_continue_it(session: Session) -> None:
    context.remember(session, 1, [{"who": ["Léa"]}], NOW)
    outbox.tidy(session, NOW + timedelta(days=4))
    assert session.scalar(select(func.count()).select_from(Context)) == 0
