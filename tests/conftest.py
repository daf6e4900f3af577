"""What tests share: a town with its bot running; and the same examples each time, looked for anew when asked.

`HYPOTHESIS_PROFILE=explore pytest` draws other examples each time. No example is timed.
"""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.town import Town, open_town

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with open_town(tmp_path) as town:
        yield town
