"""Sentences that continue the one before: what they take from it, what they take its place of, and when they ask."""

from datetime import datetime

import pytest

from locales.fr import grammar
from locales.requests import Choice, Follow, Intent, Reading, Request
from models.rules.calendar import published

CALENDAR = published("B", frozenset({1, 2, 4, 5}))
CHILDREN = ("Léa", "Tom")
NOW = datetime(2026, 11, 26, 10, 0)


def read(text: str, former: tuple[Request, ...] = ()) -> Reading:
    return grammar.read(text, now=NOW, calendar=CALENDAR, children=CHILDREN, former=former)


def after(before: str, text: str) -> Reading:
    return read(text, read(before).requests)


def told(requests: tuple[Request, ...]) -> str:
    """book cantine Léa 12-03 12-04; days beyond the fourth are counted."""
    return " | ".join(map(_told, requests))


def _told(request: Request) -> str:
    days = [f"{day:%m-%d}" for day in request.days]
    days = [*days[:4], f"+{len(days) - 4}"] if len(days) > 4 else days
    return " ".join([request.intent, *request.services, *request.who, *days])


def chosen(choices: tuple[Choice, ...]) -> list[str]:
    return [f"{choice.follows}: {told(choice.requests)}" for choice in choices]


LEA = "cantine jeudi pour Léa"
BOTH = "cantine et garderie du soir lundi et mardi"
MONDAYS = "cantine tous les lundis jusqu'à Noël pour Tom"
TWO = "cantine lundi pour Léa et mardi pour Tom"
SWAP = "remplace jeudi par vendredi pour Tom"
CANCEL = "annule jeudi pour Tom"
MIXED = "annule lundi et réserve mardi"
SEEN = "qu'est-ce que j'ai réservé cette semaine ?"

PLANNED = "est-ce que Léa mange lundi ?"

FOLLOWED = [
    (PLANNED, "alors annule", "add", "cancel cantine Léa 11-30"),
    (PLANNED, "ok réserve", "add", "book cantine Léa 11-30"),
    (LEA, "non, le 4", "replace", "book cantine Léa 12-04"),
    (LEA, "et aussi pour Tom", "add", "book cantine Tom 12-03"),
    (LEA, "et tom aussi", "add", "book cantine Tom 12-03"),
    (LEA, "plutôt vendredi", "replace", "book cantine Léa 12-04"),
    (LEA, "je préfère vendredi", "replace", "book cantine Léa 12-04"),
    (LEA, "je me suis trompée, c'est vendredi", "replace", "book cantine Léa 12-04"),
    (LEA, "en fait non, vendredi", "replace", "book cantine Léa 12-04"),
    (LEA, "finalement mardi", "replace", "book cantine Léa 12-01"),
    (LEA, "non, lundi et mardi", "replace", "book cantine Léa 11-30 12-01"),
    (LEA, "non, tous les jeudis", "replace", "book cantine Léa 12-03 12-10 12-17 01-07 +20"),
    (LEA, "non, réserve vendredi", "replace", "book cantine Léa 12-04"),
    (LEA, "non, cantine vendredi pour Tom", "replace", "book cantine Tom 12-04"),
    (LEA, "plutôt le lendemain", "replace", "book cantine Léa 12-04"),
    (LEA, "non, du 3 au 14", "replace", "book cantine Léa 12-03 12-04 12-07 12-08 +3"),
    (LEA, "jusqu'à Noël plutôt", "replace", "book cantine Léa 11-27 11-30 12-01 12-03 +9"),
    (LEA, "à partir du 7 plutôt", "replace", "book cantine Léa 12-07 12-08 12-10 12-11 +88"),
    (LEA, "plutôt garderie du soir", "replace", "book garderie_soir Léa 12-03"),
    (LEA, "non pas Léa, Tom", "replace", "book cantine Tom 12-03"),
    (LEA, "pas Léa mais Tom", "replace", "book cantine Tom 12-03"),
    (LEA, "non pas cantine, garderie du soir", "replace", "book garderie_soir Léa 12-03"),
    (LEA, "pas jeudi, vendredi", "replace", "book cantine Léa 12-04"),
    (LEA, "pas jeudi, vendredi et lundi", "replace", "book cantine Léa 11-30 12-04"),
    (LEA, "vendredi, pas jeudi", "replace", "book cantine Léa 12-04"),
    (LEA, "que le soir", "replace", "book garderie_soir Léa 12-03"),
    (LEA, "sauf jeudi", "undo", "cancel cantine Léa 12-03"),
    (LEA, "pas Léa", "undo", "cancel cantine Léa 12-03"),
    (LEA, "enlève jeudi", "undo", "cancel cantine Léa 12-03"),
    (LEA, "annule ça", "undo", "cancel cantine Léa 12-03"),
    (LEA, "non, annule", "undo", "cancel cantine Léa 12-03"),
    (LEA, "laisse tomber", "undo", "cancel cantine Léa 12-03"),
    (LEA, "aussi le soir", "add", "book garderie_soir Léa 12-03"),
    (LEA, "ajoute vendredi", "add", "book cantine Léa 12-04"),
    (LEA, "ajoute Tom vendredi", "add", "book cantine Tom 12-04"),
    (LEA, "et vendredi et lundi", "add", "book cantine Léa 12-04 12-07"),
    (LEA, "et le 8", "add", "book cantine Léa 12-08"),
    (LEA, "Tom mange aussi", "add", "book cantine Tom 12-03"),
    (LEA, "et garderie du soir vendredi", "add", "book garderie_soir Léa 12-04"),
    (LEA, "réserver aussi garderie du soir jeudi", "add", "book garderie_soir Léa 12-03"),
    (LEA, "ajoute la garderie du soir vendredi", "add", "book garderie_soir Léa 12-04"),
    (LEA, "pareil la semaine d'après", "add", "book cantine Léa 12-10"),
    (LEA, "même chose vendredi et lundi", "add", "book cantine Léa 12-04 12-07"),
    (LEA, "idem pour Tom", "add", "book cantine Tom 12-03"),
    (LEA, "tu peux ajouter Tom ?", "add", "book cantine Tom 12-03"),
    (BOTH, "que Léa", "replace", "book cantine garderie_soir Léa 11-30 12-01"),
    (BOTH, "seulement lundi", "replace", "book cantine garderie_soir 11-30"),
    (BOTH, "que jeudi", "replace", "book cantine garderie_soir 12-03"),
    (BOTH, "pas la garderie", "replace", "book cantine 11-30 12-01"),
    (BOTH, "enlève Tom", "replace", "book cantine garderie_soir Léa 11-30 12-01"),
    (BOTH, "pas le soir pour Tom", "add", "cancel garderie_soir Tom 11-30 12-01"),
    (BOTH, "non Léa lundi et Tom mardi", "replace",
     "book cantine garderie_soir Léa 11-30 | book cantine garderie_soir Tom 12-01"),
    (BOTH, "aussi", None, ""),
    (MONDAYS, "sauf le 14", "replace", "book cantine Tom 11-30 12-07"),
    (MONDAYS, "enlève le 7 décembre", "replace", "book cantine Tom 11-30 12-14"),
    (MONDAYS, "sauf la semaine prochaine", "replace", "book cantine Tom 12-07 12-14"),
    (MONDAYS, "à partir du 7 plutôt", "replace", "book cantine Tom 12-07 12-14"),
    (MONDAYS, "jusqu'au 10 plutôt", "replace", "book cantine Tom 11-30 12-07"),
    (MONDAYS, "la même chose en janvier", "add", "book cantine Tom 01-04 01-11 01-18 01-25"),
    (MONDAYS, "aussi en janvier", "add", "book cantine Tom 01-04 01-11 01-18 01-25"),
    ("cantine la semaine prochaine", "pareil la semaine d'après", "add", "book cantine 12-07 12-08 12-10 12-11"),
    ("cantine du 10 au 18 mars", "non, du 8 au 12", "replace", "book cantine 03-08 03-09 03-11 03-12"),
    ("cantine du 10 au 18 mars", "non, jusqu'au 12", "replace", "book cantine 03-11 03-12"),
    ("cantine le 28 janvier", "non, le 31", "replace", "book cantine"),
    ("cantine le 10 décembre", "non, jeudi 3 ou vendredi 4", "replace", "book cantine 12-03"),
    (TWO, "Tom plutôt jeudi", "replace", "book cantine Léa 11-30 | book cantine Tom 12-03"),
    (TWO, "et jeudi", "add", "book cantine Léa 12-03 | book cantine Tom 12-03"),
    (TWO, "et garderie du soir aussi", "add", "book garderie_soir Léa 11-30 | book garderie_soir Tom 12-01"),
    (TWO, "sauf Tom", "replace", "book cantine Léa 11-30"),
    (SWAP, "plutôt lundi", "replace", "cancel cantine Tom 12-03 | book cantine Tom 11-30"),
    (SWAP, "et Léa aussi", "add", "cancel cantine Léa 12-03 | book cantine Léa 12-04"),
    (SWAP, "et lundi", "add", "book cantine Tom 12-07"),
    (SWAP, "non, pour Léa", "replace", "cancel cantine Léa 12-03 | book cantine Léa 12-04"),
    (CANCEL, "et vendredi", "add", "cancel Tom 12-04"),
    (CANCEL, "non, vendredi", "replace", "cancel Tom 12-04"),
    (CANCEL, "et Léa aussi", "add", "cancel Léa 12-03"),
    (CANCEL, "enlève vendredi", "add", "cancel Tom 12-04"),
    (CANCEL, "ajoute vendredi", "add", "book cantine Tom 12-04"),
    (CANCEL, "enlève Léa vendredi", "add", "cancel Léa 12-04"),
    (MIXED, "et aussi pour Tom", "add", "cancel Tom 11-30 | book cantine Tom 12-01"),
    (SEEN, "et la semaine d'après ?", "add", "planning 11-30 12-01 12-03 12-04"),
    (SEEN, "et Tom ?", "add", "planning Tom 11-27"),
    ("mes réservations", "et Tom ?", "add", "planning Tom"),
    ("réserver cantine", "jeudi et vendredi", "replace", "book cantine 12-03 12-04"),
    ("garderie du soir pour Tom", "lundi", "replace", "book garderie_soir Tom 11-30"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "text", "follows", "meant"), FOLLOWED)
def test_a_sentence_takes_what_it_leaves_unsaid_from_the_one_before(
    before: str, text: str, follows: str | None, meant: str
) -> None:
    reading = after(before, text)
    assert reading.follows == follows
    assert told(reading.requests) == meant


ALONE = [
    "réserver cantine vendredi",
    "cantine vendredi",
    "Tom vendredi",
    "annule jeudi",
    "annule",
    "cantine",
    "réserve",
    "finalement Léa mange vendredi",
    "non, Léa ne mange pas jeudi",
    "enlève vendredi",
    "pas le matin",
    "remplace lundi par mardi",
    "menu de vendredi",
    "et le menu ?",
    "est-ce que Tom mange aussi ?",
    "Léa a mangé",
    "Léa 18h35",
    "merci",
    "xyzzy",
]


@pytest.mark.parametrize("text", ALONE)
def test_a_sentence_that_stands_by_itself_means_what_it_always_means(text: str) -> None:
    assert after(LEA, text) == read(text)


FORKED = [
    (LEA, "non", "undo", ["undo: cancel cantine Léa 12-03"]),
    (LEA, "vendredi", "add-or-replace", ["add: book cantine Léa 12-04", "replace: book cantine Léa 12-04"]),
    (LEA, "le soir", "add-or-replace", [
        "add: book garderie_soir Léa 12-03",
        "replace: book garderie_soir Léa 12-03",
    ]),
    (LEA, "Tom", "add-or-replace", ["add: book cantine Tom 12-03", "replace: book cantine Tom 12-03"]),
    (TWO, "jeudi", "add-or-replace", [
        "add: book cantine Léa 12-03 | book cantine Tom 12-03",
        "replace: book cantine Tom 12-01 | book cantine Léa 12-03",
        "replace: book cantine Léa 11-30 | book cantine Tom 12-03",
    ]),
    (TWO, "non jeudi", "either-or", [
        "replace: book cantine Tom 12-01 | book cantine Léa 12-03",
        "replace: book cantine Léa 11-30 | book cantine Tom 12-03",
    ]),
    (MIXED, "et jeudi", "either-or", ["add: cancel 12-03", "add: book cantine 12-03"]),
    (LEA, "et vendredi ?", "what-to-do", ["add: book cantine Léa 12-04", "add: planning cantine Léa 12-04"]),
    (LEA, "aussi pour Hugo", "which-child", ["add: book cantine Léa 12-03", "add: book cantine Tom 12-03"]),
    (LEA, "et garderie", "which-service", [
        "add: book garderie_matin garderie_soir Léa 12-03",
        "add: book garderie_matin Léa 12-03",
        "add: book garderie_soir Léa 12-03",
    ]),
    (LEA, "et pour Léa ou Tom", "either-or", ["add: book cantine Léa 12-03", "add: book cantine Tom 12-03"]),
    (LEA, "non, le lundi", "which-days", [
        "replace: book cantine Léa 11-30",
        "replace: book cantine Léa 11-30 12-07 12-14 01-04 +19",
    ]),
    (MONDAYS, "et aussi le jeudi", "which-days", [
        "add: book cantine Tom 12-03 12-10",
        "add: book cantine Tom 12-03",
    ]),
    (LEA, "la même chose en janvier", "which-days", [
        "add: book cantine Léa 01-07 01-14 01-21 01-28",
        "add: book cantine Léa 01-04 01-05 01-07 01-08 +12",
    ]),
    (LEA, "plutôt la semaine d'après", "which-days", [
        "replace: book cantine Léa 12-10",
        "replace: book cantine Léa 12-07 12-08 12-10 12-11",
    ]),
    ("cantine le 28 décembre", "non, le 4", "which-day", [
        "replace: book cantine 12-04",
        "replace: book cantine 01-04",
    ]),
    ("cantine le 3 juin", "non, le 31", "which-day", ["replace: book cantine", "replace: book cantine 07-01"]),
    (LEA, "pareil", "which-days", []),
    (LEA, "plutôt vendredi peut-être", "not-sure", ["replace: book cantine Léa 12-04"]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "text", "why", "choices"), FORKED)
def test_what_may_follow_in_two_ways_is_asked(before: str, text: str, why: str, choices: list[str]) -> None:
    ask = after(before, text).ask
    assert ask
    assert (ask.why, chosen(ask.choices)) == (why, choices)


WITHOUT = [
    "et tom aussi", "Tom aussi", "plutôt vendredi", "finalement mardi", "non, le 4", "idem",
    "pareil la semaine d'après", "sauf jeudi", "sauf Tom", "aussi le soir", "que le midi", "seulement jeudi", "pas Léa",
    "non pas Léa, Tom", "non", "annule ça", "laisse tomber", "la même chose en janvier",
]  # fmt: skip


@pytest.mark.parametrize("text", WITHOUT)
def test_what_needs_a_sentence_before_it_says_so_where_there_is_none(text: str) -> None:
    reading = read(text)
    assert reading.ask
    assert (reading.ask.why, reading.ask.choices, reading.follows) == ("no-context", (), None)
    assert all(request.intent is Intent.UNKNOWN for request in reading.requests)


@pytest.mark.parametrize("text", ["Tom vendredi aussi", "et cantine vendredi", "aussi garderie du soir vendredi"])
def test_what_says_enough_needs_no_sentence_before_it(text: str) -> None:
    assert read(text).ask is None


def test_what_was_shown_cannot_be_taken_back() -> None:
    ask = after(SEEN, "annule ça").ask
    assert ask
    assert ask.why == "no-context"


def test_a_swap_that_is_continued_is_still_done_together() -> None:
    assert [request.group for request in after(SWAP, "plutôt lundi").requests] == [1, 1]


def test_a_follow_up_may_follow_another() -> None:
    second = read("et Tom aussi", after(LEA, "plutôt vendredi").requests)
    assert (second.follows, told(second.requests)) == (Follow.ADD, "book cantine Tom 12-04")


def test_today_stays_today_when_it_was_said() -> None:
    assert told(after("cantine aujourd'hui pour Léa", "et Tom aussi").requests) == "book cantine Tom 11-26"


def test_without_a_calendar_the_spans_are_continued() -> None:
    def plain(text: str, former: tuple[Request, ...] = ()) -> tuple[Request, ...]:
        return grammar.read(text, now=NOW, calendar=None, children=CHILDREN, former=former).requests

    (request,) = plain("pareil la semaine d'après", plain("cantine lundi et jeudi pour Léa"))
    assert [str(span.first) for span in request.spans] == ["2026-12-07", "2026-12-10"]


def test_after_a_command_nothing_is_continued() -> None:
    reading = grammar.read(
        "vendredi", now=NOW, calendar=CALENDAR, children=CHILDREN, intent=Intent.BOOK, former=read(LEA).requests
    )
    assert (reading.follows, told(reading.requests)) == (None, "book cantine 11-27")


@pytest.mark.parametrize(
    ("before", "text", "told_now"),
    [
        ("cantine demain pour Léa", "non, le 3", "book cantine Léa 12-03"),
        ("cantine jeudi et vendredi pour Léa", "pas jeudi et vendredi", "cancel cantine Léa 12-03 12-04"),
        ("Léa mange lundi et Tom mange mardi", "et Léa demain", "book cantine Léa 11-27"),
    ],
)
def test_a_follow_up_says_so_much(before: str, text: str, told_now: str) -> None:
    assert told(after(before, text).requests) == told_now


def test_without_anything_before_it_a_verb_stands_by_itself() -> None:
    assert told(read("ajoute aussi Tom").requests) == "book cantine Tom"
