"""The registry of screens is whole: a kind for each, keys that its screens bear, and one that closes it."""

from handlers.buttons import KINDS
from handlers.open_screens import DECIDED, SCREENS
from models.vocabulary import ScreenKind


def test_every_kind_of_screen_has_its_entry() -> None:
    assert set(SCREENS) == set(ScreenKind)


def test_whatever_valider_decides_can_be_declined_too() -> None:
    assert all(SCREENS[kind].yes and SCREENS[kind].no for kind in DECIDED)


def test_choices_are_buttons() -> None:
    assert {screen.choices for screen in SCREENS.values() if screen.choices} <= set(KINDS.values())
