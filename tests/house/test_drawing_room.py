"""The process that draws: what it gives is what is drawn here, whatever becomes of it the next document is drawn."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from bot import draughtsman
from bot.drawing_room import DrawingError, DrawingRoom
from locales.sheets.drawing import draw
from tests.locales.test_certificate_paper import LEA
from tests.locales.test_takings import FIGURES

RECIPES: list[dict[str, Any]] = [
    {"drawing": "certificate", "facts": LEA.pack()},
    {"drawing": "takings", "facts": FIGURES.pack()},
]
SPOILT = {"drawing": "certificate", "facts": {**LEA.pack(), "days": ["Léa", "Durand"]}}


@pytest.fixture
def room() -> Iterator[DrawingRoom]:
    room = DrawingRoom()
    yield room
    room.close()


def test_it_gives_the_files_that_would_be_drawn_here(room: DrawingRoom) -> None:
    for recipe in RECIPES * 2:
        assert room.draw(recipe) == draw(recipe["drawing"], recipe["facts"])


def test_what_fails_says_what_and_where_and_nothing_of_the_child(room: DrawingRoom) -> None:
    with pytest.raises(DrawingError) as caught:
        room.draw(SPOILT)
    assert caught.value.bug == "ValueError"
    assert "certificate.py" in caught.value.where
    assert "Léa" not in f"{caught.value} {caught.value.where}"
    assert room.draw(RECIPES[0]).content


def test_a_process_that_died_is_begun_again(room: DrawingRoom) -> None:
    room.draw(RECIPES[0])
    assert room._process
    room._process.kill()
    room._process.wait()
    assert room.draw(RECIPES[0]).content


def test_what_takes_too_long_is_ended() -> None:
    room = DrawingRoom(limit=0.01)
    with pytest.raises(DrawingError):
        room.draw(RECIPES[0])
    assert not room.is_open


def test_it_is_begun_by_a_document_and_may_be_let_go_at_any_time(room: DrawingRoom) -> None:
    assert not room.is_open
    room.close()
    room.draw(RECIPES[0])
    assert room.is_open
    room.close()
    assert not room.is_open
    assert room.draw(RECIPES[0]).content


def test_it_is_told_no_secret(room: DrawingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOCHETTE_TOKEN", "1:secret")
    room.draw(RECIPES[0])
    assert room._process
    environment = Path(f"/proc/{room._process.pid}/environ")
    assert b"secret" not in environment.read_bytes()


def test_what_runs_there_answers_each_line_of_what_it_is_asked() -> None:
    told = BytesIO()
    draughtsman.serve(BytesIO(b"".join(json.dumps(one).encode() + b"\n" for one in (RECIPES[0], SPOILT))), told)
    told.seek(0)
    head = json.loads(told.readline())
    assert head["name"] == "attestation-2026-lea-durand.pdf"
    assert told.read(head["size"]).startswith(b"%PDF")
    assert json.loads(told.readline())["bug"] == "ValueError"
