"""« D’habitude » and « comme d’habitude »: told apart, read by the grammar, nothing else mistaken for them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales.fr import grammar
from locales.requests import Habit, How, Intent, Reading, Usual
from models.rules.calendar import published
from models.vocabulary import Service

NOW, CALENDAR, CHILDREN = datetime(2026, 11, 26, 10), published("B", frozenset({1, 2, 4, 5})), ("Léa", "Tom")
EVENING = Service.GARDERIE_SOIR


def read(text: str, usual: Usual | None = None) -> Reading:
    return grammar.read(text, now=NOW, calendar=CALENDAR, children=CHILDREN, usual=usual)


def habit_of(text: str) -> Habit:
    habit = read(text).habit
    assert habit
    return habit


@pytest.mark.parametrize(
    "text",
    [
        "d'habitude lundi et jeudi pour Léa",
        "D’habitude, lundi",
        "Léa mange d habitude le lundi",
        "dhabitude lundi",
        "d'hab lundi",
        "Tom mange habituellement jeudi",
        "ma semaine type : lundi",
        "ajoute lundi à la semaine type",
        "en temps normal lundi",
    ],
)
def test_what_is_usual_is_stated_and_shown_first(text: str) -> None:
    reading = read(text)
    assert habit_of(text).usual is Usual.STATED
    assert reading.requests
    assert reading.how(CHILDREN) is How.SHOWN


@pytest.mark.parametrize(
    "text",
    [
        "réserver comme d'habitude jusqu'à Noël",
        "Comme d’habitude toute l’année",
        "cantine comme dhab la semaine prochaine",
        "réserver la semaine type jusqu'aux vacances",
        "inscris Léa selon sa semaine type",
        "réserver jeudi comme d'habitude",
    ],
)
def test_what_is_usual_is_followed(text: str) -> None:
    assert habit_of(text).usual is Usual.FOLLOWED


@pytest.mark.parametrize(
    "text",
    ["cantine jeudi", "réserver cette semaine", "habits de ski lundi", "demande habilitation", "comme prévu", ""],
)
def test_all_else_is_not_heard(text: str) -> None:
    assert read(text).habit is None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("réserver cantine jeudi comme d'habitude", Intent.BOOK),
        ("comme d'habitude, garderie du soir jeudi", Intent.BOOK),
        ("annule jeudi comme d'habitude", Intent.CANCEL),
        ("est-ce que Léa mange jeudi comme d'habitude ?", Intent.PLANNING),
    ],
)
def test_a_sentence_that_says_all_itself_is_read_as_it_stands(text: str, intent: Intent) -> None:
    reading = read(text)
    assert reading.habit is None
    assert reading.ask is None
    assert [(request.intent, request.days) for request in reading.requests] == [(intent, (date(2026, 12, 3),))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("d'habitude Léa mange lundi", Habit(Usual.STATED, meals=True)),
        ("d'habitude lundi les semaines paires", Habit(Usual.STATED, fortnightly=True)),
        ("d'habitude un lundi sur deux", Habit(Usual.STATED, fortnightly=True)),
        ("d'habitude aussi le déjeuner vendredi", Habit(Usual.STATED, meals=True, besides=True)),
        ("ajoute lundi à la semaine type", Habit(Usual.STATED, besides=True)),
        ("d'habitude jamais le lundi", Habit(Usual.STATED, never=True)),
    ],
)
def test_what_else_it_says(text: str, said: Habit) -> None:
    assert habit_of(text) == said
    assert grammar.habit_in(text, said.usual) == said


def test_nothing_usual_is_taken_out() -> None:
    (request,) = read("d'habitude rien le lundi pour Léa").requests
    assert (request.intent, request.who) == (Intent.CANCEL, ("Léa",))


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Léa mange semaines paires lundi, semaines impaires jeudi", (7, 3), None),
        ("garderie du soir lundi les semaines impaires et jeudi semaine paire", (30, 10), (EVENING,)),
        ("cantine lundi semaines paires, garderie du soir jeudi semaines impaires", (7, 3), (EVENING,)),
    ],
)
def test_days_of_even_weeks_and_days_of_odd_ones_are_two_sentences(
    text: str, first: tuple[int, int], second: tuple[Service, ...] | None
) -> None:
    one, other = read(f"d'habitude {text}").requests
    assert (one.days[0].day, other.days[0].day) == first
    assert other.services == (second or (Service.CANTINE,))
    assert one.who == other.who


@pytest.mark.parametrize("text", ["Léa lundi et jeudi les semaines paires", "lundi semaines paires et mardi"])
def test_weeks_of_one_kind_are_one_sentence(text: str) -> None:
    assert len(read(f"d'habitude {text}").requests) == 1


def test_behind_its_command_any_sentence_is_of_the_usual_week() -> None:
    assert read("lundi pour Léa", Usual.STATED).habit == Habit(Usual.STATED)


def test_one_that_says_too_much_is_not_read() -> None:
    ask = read("d'habitude " + "Léa lundi, Tom mardi, " * 5).ask
    assert ask
    assert ask.why == "too-long"


@given(st.text(max_size=300))
def test_any_text_is_heard_without_an_exception(text: str) -> None:
    assert isinstance(read(f"d'habitude {text}"), Reading)
