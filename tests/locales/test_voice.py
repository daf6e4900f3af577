"""The voice: facts spelled in French, people's words escaped once, and nothing said that has no sentence."""

import re
from collections import Counter
from datetime import date, datetime, time
from importlib.resources import files

import pytest

from locales.fr.spelling import write_day, write_hour, write_list
from locales.voice import Spoken, Voice
from models.refusals import NoSchool
from models.vocabulary import Holiday, Service

TODAY = date(2026, 11, 26)
VOICE = Voice(TODAY)
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("fact", "spelled"),
    [
        (date(2026, 12, 1), "mardi 1er décembre"),
        (date(2028, 12, 1), "vendredi 1er décembre 2028"),
        (datetime(2026, 12, 3, 9), f"jeudi 3 décembre à 9{NBSP}h"),
        (time(18, 5), f"18{NBSP}h{NBSP}05"),
        (Service.GARDERIE_SOIR, "garderie du soir"),
        (Spoken("<b>oui</b>"), "<b>oui</b>"),
        ("<b>", "&lt;b&gt;"),
        (["a", "b", "c"], "a, b et c"),
        (3, "3"),
        (None, "none"),
        (True, "yes"),
        (False, "no"),
    ],
)
def test_a_fact_is_spelled(fact: object, spelled: str) -> None:
    assert VOICE.say("days", days=fact).removeprefix("• ") == spelled


def test_a_public_holiday_has_a_name() -> None:
    assert "Noël" in VOICE.say("days", days=Holiday.NOEL)


def test_without_markup_nothing_is_escaped() -> None:
    assert Voice(TODAY, markup=False).say("days", days="<b>") == "• <b>"


def test_what_cannot_be_spelled_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="object"):
        VOICE.say("days", days=object())


def test_a_sentence_or_a_fact_that_lacks_is_a_mistake() -> None:
    assert not VOICE.has("no-such-sentence")
    assert VOICE.has("days")
    with pytest.raises(LookupError, match="no-such-sentence"):
        VOICE.say("no-such-sentence")
    with pytest.raises(ValueError, match="days"):
        VOICE.say("days")


def test_a_refusal_is_explained() -> None:
    assert "samedi 5 décembre" in VOICE.explain(NoSchool(date(2026, 12, 5)))


def test_days_hours_and_lists_by_themselves() -> None:
    assert write_day(date(2026, 12, 3)) == "jeudi 3 décembre"
    assert write_hour(time(7, 30)) == f"7{NBSP}h{NBSP}30"
    assert (write_list([]), write_list(["a"]), VOICE.list(["a", "b"], "ou")) == ("", "a", "a ou b")


def test_no_sentence_is_written_twice() -> None:
    """The catalogues make one bundle, where the last one written would be heard for both."""
    catalogues = (file.read_text("utf-8") for file in files("locales.fr").iterdir() if file.name.endswith(".ftl"))
    names = Counter(name for text in catalogues for name in re.findall(r"^([a-z][\w-]*) =", text, re.MULTILINE))
    assert [name for name, times in names.items() if times > 1] == []
