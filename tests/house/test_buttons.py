"""Buttons: each kind within Telegram's 64 bytes and read back as it was; whatever else a tap brings is nobody's."""

from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers import buttons, contents, taps
from handlers.buttons import KINDS, Format, Show, unpack
from handlers.buttons.base import INTEGERS, LARGEST, LONGEST, Button
from models.rules import billing_screen
from models.rules.leaf import View
from models.rules.roll_screen import Deed, RollView, Whole
from models.rules.usual_week import Mark
from models.vocabulary import Service

IDS = st.integers(0, LARGEST)
VALUES: dict[object, st.SearchStrategy[Any]] = {
    int: IDS,
    bool: st.booleans(),
    date: st.dates(),
    INTEGERS: st.lists(st.integers(0, 10**6), min_size=1, max_size=5).map(tuple),
    Format: st.sampled_from(Format),
    str: st.sampled_from(sorted(taps.SHOWN)),
    View: st.sampled_from(View),
    Service: st.sampled_from(Service),
    Mark: st.sampled_from(Mark),
    Deed: st.sampled_from(Deed),
    RollView: st.sampled_from(RollView),
    Whole: st.sampled_from(Whole),
    billing_screen.View: st.sampled_from(billing_screen.View),
    billing_screen.Deed: st.sampled_from(billing_screen.Deed),
}


SMALL = {"weekday": st.integers(0, 7)}


def built(kind: type[Button]) -> st.SearchStrategy[Button]:
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: SMALL.get(field.name, VALUES[hints[field.name]]) for field in fields(kind)})


ANY_BUTTON = st.one_of([built(kind) for kind in KINDS.values()])
FORGED = st.one_of(
    st.text(max_size=70),
    st.builds(":".join, st.lists(st.one_of(st.text(max_size=8), st.integers().map(str)), max_size=5)),
    st.builds(
        lambda letter, parts: ":".join([letter, *parts]),
        st.sampled_from(sorted(KINDS)),
        st.lists(
            st.one_of(
                st.text(max_size=12),
                st.integers(-(10**20), 10**20).map(str),
                st.dates().map(date.isoformat),
                st.sampled_from(["", " 1", "1_0", "+1", "-1", "٣", "²", "0x1", "1.0", "1e3", "2026-W01-1", "20261203"]),
            ),
            max_size=4,
        ),
    ),
)


@given(ANY_BUTTON)
def test_every_kind_fits_and_is_read_back_as_it_was(button: Button) -> None:
    data = button.pack()
    assert len(data.encode()) <= LONGEST
    assert unpack(data) == button


@given(FORGED)
@example("")
@example(":")
@example("v")
@example("v:1:2")
@example("w:1:2")
@example("r:2026-02-30:1")
@example("v:" + "9" * 60)
@example("\0")
def test_whatever_a_tap_brings_nothing_is_raised(data: str) -> None:
    button = unpack(data)
    assert button is None or type(button) in KINDS.values()


@given(ANY_BUTTON, st.text(max_size=3))
def test_fields_too_many_or_too_few_are_nobody_s_button(button: Button, more: str) -> None:
    data = button.pack()
    assert unpack(f"{data}:{more}") is None
    if ":" in data:
        assert unpack(data.rpartition(":")[0]) is None


def test_each_kind_has_its_own_letter() -> None:
    kinds = [kind for kind in vars(buttons).values() if isinstance(kind, type) and issubclass(kind, Button)]
    assert {kind for kind in kinds if kind is not Button} == set(KINDS.values())
    assert len({kind.letter for kind in KINDS.values()}) == len(KINDS)
    assert all(len(letter) == 1 for letter in KINDS)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_each_kind_has_a_page_or_shows_one(kind: type[Button]) -> None:
    assert kind is Show or kind in taps.BUTTONS


def test_what_is_shown_by_a_button_is_a_command_too() -> None:
    assert set(taps.SHOWN) <= set(contents.COMMANDS)


def test_a_number_larger_than_any_id_is_nobody_s_button() -> None:
    assert unpack(f"v:{LARGEST}")
    assert unpack(f"v:{LARGEST + 1}") is None
