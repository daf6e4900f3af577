"""Conversations of several turns, from tests/data/dialogues.jsonl: each sentence may continue the one before.

A row: `now`, then `turns`: what is typed or tapped (`type`, `tap`), `minutes` after the turn before, after a `restart`
or not; then what `stands` for each child, the `keys` shown, words the parent `hears`.
"""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from models.vocabulary import Service
from tests.town import CAMILLE, Heard, Town, paris

ROWS = [json.loads(line) for line in Path("tests/data/dialogues.jsonl").read_text(encoding="utf-8").splitlines()]


def _name(row: dict[str, Any]) -> str:
    return " → ".join(turn.get("type") or f"[{turn['tap']}]" for turn in row["turns"])


@pytest.mark.parametrize("row", ROWS, ids=_name)
async def test_a_conversation_ends_with_what_was_meant(town: Town, row: dict[str, Any]) -> None:
    town.instant = paris(row["now"])
    for turn in row["turns"]:
        _check(turn, await _play(turn, town), town)


async def _play(turn: dict[str, Any], town: Town) -> Heard:
    town.instant += timedelta(minutes=turn.get("minutes", 1))
    if turn.get("restart"):
        await town.closes()
        await town.opens()
    return await (town.tapped(CAMILLE, turn["tap"]) if "tap" in turn else town.hears(CAMILLE, turn["type"]))


def _check(turn: dict[str, Any], heard: Heard, town: Town) -> None:
    assert heard.messages
    if "stands" in turn:
        assert {child: _standing(town, child) for child in turn["stands"]} == turn["stands"], heard.text
    assert heard.keys == turn.get("keys", heard.keys)
    heard.says(*turn.get("hears", ()))


def _standing(town: Town, child: str) -> dict[str, list[str]]:
    found = {service.value: town.booked(child, service=service) for service in Service}
    return {service: days for service, days in found.items() if days}
