"""Whatever is tapped on a calendar: Valider does what the same days typed would do, Abandonner does nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from bot.clerk import open_database
from bot.settings import SHIPPED, read_commune
from handlers import door
from handlers.door import Incoming
from locales.fr.spelling import write_day
from models.actions import leaves
from models.rules.booking import Meal
from models.tables import Base, Booking, Child, Draft
from models.vocabulary import Service, State
from tests.town import CAMILLE, _settle_families, paris

NOW = paris("2026-11-26 10:00")
COMMUNE = read_commune(SHIPPED)
SPOKEN = {
    Service.CANTINE: "cantine",
    Service.GARDERIE_MATIN: "garderie du matin",
    Service.GARDERIE_SOIR: "garderie du soir",
}
DECISIONS = {"Valider", "Abandonner"}
NUMBERS = count(1)


@dataclass
class Phone:
    """Camille's, in one transaction that is never kept: what she types and taps is handled at once."""

    session: Session
    keys: list[dict[str, str]] = field(default_factory=list)

    def types(self, text: str) -> None:
        self._handle(Incoming(next(NUMBERS), CAMILLE.id, CAMILLE.id, instant=NOW, text=text, message_id=next(NUMBERS)))

    def taps(self, data: str) -> None:
        self._handle(Incoming(next(NUMBERS), CAMILLE.id, CAMILLE.id, callback_id="tap", data=data, message_id=1))

    def _handle(self, incoming: Incoming) -> None:
        for envelope in door.handle(self.session, incoming, NOW, COMMUNE):
            rows = envelope.content.get("keys")
            if rows and "document" not in envelope.content:  # a document comes below, the calendar stays
                self.keys = [key for row in rows for key in row]
        self.session.flush()

    def key(self, text: str) -> str:
        return next(key["data"] for key in self.keys if key["text"] == text)

    def wanders(self, taps: list[int]) -> None:
        """Open the calendar and tap here and there, anything but what decides."""
        self.types("/calendrier décembre")
        for tap in taps:
            harmless = [key for key in self.keys if key["text"] not in DECISIONS]
            self.taps(harmless[tap % len(harmless)]["data"])

    def stands(self) -> set[Meal]:
        rows = self.session.execute(
            select(Booking.child_id, Booking.service, Booking.day).where(Booking.state == State.RESERVED)
        )
        return {Meal(*row) for row in rows}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path_factory.mktemp('calendar') / 'town.db'}")
    Base.metadata.create_all(engine)
    with Session(engine, autoflush=False) as session, session.begin():
        _settle_families(session, NOW)
        Phone(session).types("cantine le 3, le 8 et le 10 décembre pour Léa")
        Phone(session).types("garderie du soir le 8 décembre pour Tom")
    yield engine
    engine.dispose()


TAPS = st.lists(st.integers(0, 59), max_size=12)


@settings(max_examples=40)
@given(TAPS)
def test_valider_does_what_the_same_days_typed_would_do(engine: Engine, taps: list[int]) -> None:
    with Session(engine, autoflush=False) as session:
        phone = Phone(session)
        phone.wanders(taps)
        draft = session.scalars(select(Draft).where(Draft.kind == leaves.KIND)).one()
        marked = leaves.leaf_of(draft).selection
        phone.taps(phone.key("Valider"))
        by_taps = phone.stands()
        session.rollback()
    with Session(engine, autoflush=False) as session:
        phone = Phone(session)
        for sentence in [*_typed("annule", marked.remove, session), *_typed("réserver", marked.add, session)]:
            phone.types(sentence)
        assert phone.stands() == by_taps
        session.rollback()


def _typed(verb: str, meals: frozenset[Meal], session: Session) -> list[str]:
    """A sentence a meal."""
    names = {id_: name for id_, name in session.execute(select(Child.id, Child.first_name))}  # noqa: C416 - rows
    return [
        f"{verb} {SPOKEN[meal.service]} {write_day(meal.day)} {meal.day.year} pour {names[meal.child_id]}"
        for meal in meals
    ]


@settings(max_examples=30)
@given(TAPS)
def test_abandonner_changes_nothing(engine: Engine, taps: list[int]) -> None:
    with Session(engine, autoflush=False) as session:
        phone = Phone(session)
        before = phone.stands()
        phone.wanders(taps)
        phone.taps(phone.key("Abandonner"))
        assert phone.stands() == before
        session.rollback()
