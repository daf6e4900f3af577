"""`clochette parse --explain`: which words became what."""

from datetime import datetime

import pytest

from locales.fr.explaining import explain, rules
from locales.voice import Voice
from models.rules.calendar import published

CALENDAR = published("B", frozenset({1, 2, 4, 5}))
NOW = datetime(2026, 11, 26, 10, 0)


def explained(text: str) -> list[tuple[str, str]]:
    found = explain(text, now=NOW, calendar=CALENDAR, children=("Léa", "Tom"))
    return [(each.words, each.name) for each in found]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Bonjour, réserver cantine jeudi et vendredi pour Léa, merci",
            [
                ("Bonjour", "passed-over"),
                ("réserver", "verb"),
                ("cantine", "services"),
                ("jeudi et vendredi", "days"),
                ("pour Léa", "people"),
                ("merci", "passed-over"),
            ],
        ),
        ("non, pas Léa", [("non", "mark"), ("pas Léa", "people-off")]),
        ("et le soir aussi", [("et", "mark"), ("soir", "services"), ("aussi", "mark")]),
        ("pas de garderie mardi sauf le 8", [("pas de garderie", "services-off"), ("mardi", "days"),
                                             ("sauf le 8", "excepted")]),
        ("annule tout sauf la garderie", [("annule", "verb"), ("sauf la garderie", "services-kept")]),
        ("d'habitude lundi", [("d'habitude", "usual"), ("lundi", "days")]),
        ("Tom 18h35 xyzzy", [("Tom", "people"), ("18h35", "hour"), ("xyzzy", "unknown")]),
        ("Tom a mangé jeudi ?", [("Tom", "people"), ("a mangé", "done"), ("jeudi", "days"), ("?", "hint")]),
        ("garderie pour tous sauf Tom peut-être", [("garderie", "services"), ("pour tous", "people"),
                                                   ("sauf Tom", "people-off"), ("peut-être", "doubt")]),
    ],
)  # fmt: skip
def test_the_pieces_are_told_in_their_order(text: str, parts: list[tuple[str, str]]) -> None:
    assert explained(text) == parts


def test_days_are_told_as_spans() -> None:
    (_, days) = explain("cantine du 3 au 7 décembre", now=NOW, calendar=CALENDAR, children=())
    assert [(str(first), str(last)) for first, last in days.spans] == [("2026-12-03", "2026-12-07")]


def test_each_rule_tells_which_words_it_took() -> None:
    found = [(words, took.rule) for words, took in rules("cantine du lundi au jeudi", children=("Léa",))]
    assert ("du lundi au jeudi", "phrases.ends.between") in found
    assert ("cantine", "wishes.people.canteen") in found
    assert ("comme d'habitude", "habits.usual_in") in [
        (words, took.rule) for words, took in rules("cantine comme d'habitude", children=("Léa",))
    ]


def test_each_kind_of_piece_has_its_sentence() -> None:
    voice = Voice(NOW.date(), markup=False)
    text = (
        "non, remplace lundi par mardi ou jeudi au lieu de Hugo mais tom non est absent qui mange à 18h avec Zoé "
        "xyzzy euh comment la maîtresse lui dit n'annulez pas car je suis là comme d'habitude"
    )
    for each in explain(text, now=NOW, calendar=CALENDAR, children=("Tom",)):
        assert each.words in voice.say(f"explain-{each.name}", {**each.facts, "words": each.words, "when": "jeudi"})
