"""What was said of a known meaning is read back with that meaning, however it is written."""

from datetime import datetime

from hypothesis import given, settings

from locales.fr import grammar
from models.rules.calendar import published
from tests.locales.speaker import CHILDREN, TODAY, Said, sentences

CALENDAR = published("B", frozenset({1, 2, 4, 5}))
NOW = datetime(2026, 11, 26, 10, 0)


@settings(max_examples=400)
@given(sentences())
def test_a_sentence_is_read_back_with_its_meaning(said: Said) -> None:
    reading = grammar.read(said.text, now=NOW, calendar=CALENDAR, children=CHILDREN)
    if not said.days:
        return  # what holds no day is asked about
    (request,) = reading.requests
    assert (request.intent, request.services, request.who) == (said.intent, said.services, said.who)
    assert request.days == tuple(sorted(day for day in said.days if day > TODAY and CALENDAR.is_open(day)))
