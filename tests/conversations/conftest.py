"""A moment stories of pointage begin at."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.tables import Child
from models.vocabulary import Diet
from tests.rolls import EVENING, THURSDAY
from tests.town import Town

TABLE = {
    "Léa": ("CM1", Diet.STANDARD, True),
    "Tom": ("CP", Diet.SANS_PORC, False),
    "Inès": ("CE2", Diet.STANDARD, False),
}


@pytest.fixture
async def evening(town: Town) -> Town:
    """Thursday, five o'clock: Léa and Tom are announced for the evening."""
    town.now(f"{THURSDAY} 17:00")
    for child in ("Léa", "Tom"):
        town.has_booked(child, THURSDAY, service=EVENING)
    return town


@pytest.fixture
async def noon(town: Town) -> Town:
    """Thursday, a quarter past eleven: Léa (CM1, a PAI) and Tom (CP, no pork) are booked; Inès (CE2) is not."""
    town.now(f"{THURSDAY} 11:15")
    town.read(_describe)
    for child in ("Léa", "Tom"):
        town.has_booked(child, THURSDAY)
    return town


def _describe(session: Session) -> None:
    for child in session.scalars(select(Child)):
        child.school_class, child.diet, child.pai = TABLE[child.first_name]
