"""Whatever is typed is read; what is generated with a known meaning is read back with that meaning."""

import json
import unicodedata
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from locales.fr import grammar
from locales.fr.lexicon import LEXICON, PHRASED
from locales.requests import Intent, Reading
from models.rules.calendar import published
from models.vocabulary import Service

CALENDAR = published("B", frozenset({1, 2, 4, 5}))
CHILDREN = ("Léa", "Tom", "Jean-Baptiste", "Noël")
NOW = datetime(2026, 11, 26, 10, 0)
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
          "décembre"]  # fmt: skip

known = st.sampled_from(
    sorted(LEXICON)
    + sorted(" ".join((first, *rest)) for first, phrases in PHRASED.items() for rest, _, _ in phrases)
    + ["3", "14", "08/12", "2027", "1er", ",", "-", "?", ".", "Léa", "Hugo", "\n"]
)
moments = st.datetimes(datetime(2024, 9, 1), datetime(2028, 8, 31))


def read(text: str, now: datetime = NOW) -> Reading:
    return grammar.read(text, now=now, calendar=CALENDAR, children=CHILDREN)


@given(st.text(max_size=300), moments)
def test_any_text_is_read(text: str, now: datetime) -> None:
    json.dumps(grammar.as_json(read(text, now)))


@settings(max_examples=300)
@given(st.lists(known, max_size=14).map(" ".join), moments)
def test_any_words_of_the_vocabulary_are_read(text: str, now: datetime) -> None:
    reading = read(text, now)
    json.dumps(grammar.as_json(reading))
    for request in reading.requests:
        assert list(request.days) == sorted(set(request.days))
        assert all(day >= now.date() and CALENDAR.is_open(day) for day in request.days)


@pytest.mark.parametrize("text", ["Léa mange mardi chez désinscris-la mamie", "Erreur été", "erreurs 5"])
def test_what_once_raised_is_read(text: str) -> None:
    read(text)


@given(st.integers(1, 4096), st.sampled_from(["le 3 ", "a", "-", "du ", "toute l'année ", "lundi ou ", "vingt ", "1/"]))
@settings(max_examples=30)
def test_long_repetitions_are_read(times: int, piece: str) -> None:
    read((piece * times)[:4096])


coming = st.dates(date(2026, 11, 27), date(2027, 7, 2))


def written(day: date, style: int) -> str:
    month = MONTHS[day.month - 1]
    return [
        f"le {day.day} {month}",
        f"{WEEKDAYS[day.weekday()]} {day.day} {month}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"le {day.day}/{day.month}",
        f"{day.day} {month[:4]} {day.year}" if len(month) > 4 else f"{day.day} {month} {day.year}",
        day.isoformat(),
    ][style]


@given(
    coming,
    st.integers(0, 5),
    st.sampled_from(["réserver la cantine {}", "cantine {} svp", "{} cantine", "{}: cantine"]),
)
def test_a_date_however_written_is_that_day(day: date, style: int, sentence: str) -> None:
    (request,) = read(sentence.format(written(day, style))).requests
    assert (request.intent, request.services) == (Intent.BOOK, (Service.CANTINE,))
    assert [(span.first, span.last) for span in request.spans] == [(day, day)]
    assert request.days == ((day,) if CALENDAR.is_open(day) else ())


@given(
    coming, coming, st.integers(0, 5), st.sampled_from(["du {} au {}", "entre {} et {}", "à partir du {} jusqu'au {}"])
)
def test_a_range_reaches_from_end_to_end(one: date, other: date, style: int, sentence: str) -> None:
    first, last = sorted((one, other))
    ends = (written(day, style).removeprefix("le ") for day in (first, last))
    (request,) = read("annuler " + sentence.format(*ends)).requests
    assert request.intent is Intent.CANCEL
    assert [(span.first, span.last) for span in request.spans] == [(first, last)]


@given(st.lists(coming, min_size=2, max_size=5, unique=True).map(sorted), st.sampled_from([", ", " et ", " + ", "; "]))
def test_a_list_is_each_of_its_days(days: list[date], joint: str) -> None:
    (request,) = read("cantine " + joint.join(written(day, 0) for day in days)).requests
    assert [span.first for span in request.spans] == days


@given(st.permutations(["cantine", "jeudi 3 décembre", "pour Léa"]), st.sampled_from(["", "bonjour ", "svp "]))
def test_the_order_of_words_does_not_matter(parts: list[str], courtesy: str) -> None:
    (request,) = read(courtesy + " ".join(parts)).requests
    assert (request.services, request.who, request.days) == ((Service.CANTINE,), ("Léa",), (date(2026, 12, 3),))


@given(st.sampled_from(WEEKDAYS), moments)
def test_a_bare_weekday_is_the_next_never_today(weekday: str, now: datetime) -> None:
    (request,) = read(f"cantine {weekday}", now).requests
    (span,) = request.spans
    assert span.first
    assert WEEKDAYS[span.first.weekday()] == weekday
    assert timedelta(0) < span.first - now.date() <= timedelta(7)


@given(st.sampled_from(CHILDREN), st.sampled_from(CHILDREN))
def test_children_named_are_those_meant(one: str, other: str) -> None:
    (request,) = read(f"cantine demain pour {one} et {other}").requests
    assert set(request.who) == {one, other}


@given(st.sampled_from(["Léa mange jeudi", "réserver jeudi pour Noël", "annulé, Hugo déjà là"]))
def test_decomposed_accents_change_nothing(text: str) -> None:
    assert read(unicodedata.normalize("NFD", text)) == read(text)
