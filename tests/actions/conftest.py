"""A database in memory for each test."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from tests.paper import empty_town


@pytest.fixture
def session() -> Iterator[Session]:
    with empty_town() as session:
        yield session
