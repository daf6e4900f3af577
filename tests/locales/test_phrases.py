"""Sentences as parents write them, each with its meaning: tests/data/phrases.jsonl."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from locales.fr import grammar
from models.rules.calendar import published

CALENDAR = published("B", frozenset({1, 2, 4, 5}))
CHILDREN = ("Chloé", "Jules", "Léa", "Maëlys", "Tom")
KEYS = ("intent", "services", "who", "days")
ROWS = [json.loads(line) for line in (Path(__file__).parents[1] / "data/phrases.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['now'][:10]} {row['text']}" for row in ROWS])
def test_a_sentence_means_what_its_row_says(row: dict[str, Any]) -> None:
    reading = grammar.read(
        row["text"], now=datetime.fromisoformat(row["now"]), calendar=CALENDAR, children=row.get("children", CHILDREN)
    )
    read = grammar.as_json(reading)
    assert [{key: request[key] for key in KEYS} for request in _requests(read)] == row["requests"]
    assert (reading.ask.why if reading.ask else None) == row["ask"]


def _requests(read: dict[str, object]) -> list[dict[str, object]]:
    requests = read["requests"]
    assert isinstance(requests, list)
    return requests


def test_the_rows_cover_several_seasons_of_the_school_year() -> None:
    assert len({row["now"] for row in ROWS}) >= 5
    assert len(ROWS) >= 450
