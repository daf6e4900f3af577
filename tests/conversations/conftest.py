"""A moment stories of pointage begin at."""

import pytest

from tests.rolls import EVENING, THURSDAY
from tests.town import Town


@pytest.fixture
async def evening(town: Town) -> Town:
    """Thursday, five o'clock: Léa and Tom are announced for the evening."""
    town.now(f"{THURSDAY} 17:00")
    for child in ("Léa", "Tom"):
        town.has_booked(child, THURSDAY, service=EVENING)
    return town
