"""What is ambiguous is asked, with readings ready to be done; what is assumed is said."""

from datetime import date, datetime

import pytest

from locales.fr import grammar
from locales.requests import NOTES, QUESTIONS, Intent, Reading, Request
from models.rules.calendar import published
from models.vocabulary import Service

CALENDAR = published("B", frozenset({1, 2, 4, 5}))
CHILDREN = ("Léa", "Tom", "Zoé")
NOW = datetime(2026, 11, 26, 10, 0)


def read(text: str, now: datetime = NOW, children: tuple[str, ...] = CHILDREN) -> Reading:
    return grammar.read(text, now=now, calendar=CALENDAR, children=children)


def continued(before: str, text: str) -> Reading:
    former = read(before).requests
    return grammar.read(text, now=NOW, calendar=CALENDAR, children=CHILDREN, former=former)


def only(reading: Reading) -> Request:
    assert reading.ask is None
    (request,) = reading.requests
    return request


def choices(text: str, now: datetime = NOW) -> list[tuple[Request, ...]]:
    ask = read(text, now).ask
    assert ask
    return [choice.requests for choice in ask.choices]


ASKED = [
    ("cantine vendredi prochain", "which-day"),
    ("cantine le 31 novembre", "which-day"),
    ("cantine mercredi 8 décembre", "which-day"),
    ("cantine 5 6", "which-day"),
    ("cantine le 18 novembre", "far-date"),
    ("cantine samedi 31", "far-date"),
    ("cantine mi-janvier", "which-period"),
    ("cantine la semaine", "which-period"),
    ("cantine la dernière semaine de janvier", None),
    ("cantine la première semaine de décembre", "which-period"),
    ("cantine le reste de l'année", "which-period"),
    ("cantine premier trimestre", "which-period"),
    ("cantine pour Zoé", "which-days"),
    ("annule", "which-days"),
    ("cantine trois semaines", "which-days"),
    ("garderie jeudi", "which-service"),
    ("cantine jeudi pour Hugo", "which-child"),
    ("cantine jeudi pour ma puce", "which-child"),
    ("cantine jeudi pour les deux", "which-child"),
    ("cantine jeudi ou vendredi", "either-or"),
    ("cantine jeudi pour Léa ou Zoé", "either-or"),
    ("jeudi", "what-to-do"),
    ("cantine lundi ?", "what-to-do"),
    ("cantine les lundis sauf le 13", "nothing-excepted"),
    ("cantine lundi mais pas mardi", None),
    ("cantine jeudi si Léa est guérie", "not-sure"),
    ("éventuellement cantine jeudi", "not-sure"),
    ("cantine lundi pas mardi", "not-sure"),
    ("cantine jeudi pour Léa et vendredi pour Tom", "which-day"),
    ("cantine le 17 décembre pour Léa et vendredi pour Tom", None),
    ("plutôt vendredi", "no-context"),
    ("garderie du soir lundi, mardi et jeudi matin", "either-or"),
    ("remplace lundi par mardi ou jeudi", "either-or"),
    ("cantine le 0 mars", "not-sure"),
    ("cantine le 32 décembre", "not-sure"),
    ("cantine 40 2 2031", "which-period"),
    ("cantine 0e lundi", "not-sure"),
    ("cantine semaine 0", "which-days"),
    ("cantine semaine 60", "which-days"),
    ("cantine le 0", "which-days"),
    ("réserver cantine les lundis du premier semestre", "which-period"),
    ("réserver cantine chaque année le 3 mars", "not-sure"),
    ("Léa jeudi 18h35", "not-sure"),
    ("cantine jeudi pour Léa sauf Léa", "which-child"),
    ("le 3 " * 800, "too-long"),
    ("Léa lundi, Tom mardi, " * 5, "too-long"),
]


@pytest.mark.parametrize(("text", "why"), ASKED, ids=[text[:40] for text, _ in ASKED])
def test_what_may_mean_two_things_is_asked(text: str, why: str | None) -> None:
    ask = read(text).ask
    assert (ask.why if ask else None) == why


def test_every_question_there_is_is_asked_somewhere() -> None:
    after = {ask.why for text in ("vendredi", "non") if (ask := continued("cantine jeudi pour Léa", text).ask)}
    assert {why for _, why in ASKED if why} | after == QUESTIONS


def test_both_readings_of_next_friday_are_ready_the_nearer_first() -> None:
    reading = read("annule vendredi prochain pour Tom")
    assert reading.requests[0].days == (date(2026, 11, 27),)
    first, second = choices("annule vendredi prochain pour Tom")
    assert first == reading.requests
    assert (second[0].intent, second[0].who, second[0].days) == (Intent.CANCEL, ("Tom",), (date(2026, 12, 4),))


def test_on_a_sunday_this_week_is_either() -> None:
    ending, coming = choices("cantine cette semaine", datetime(2026, 11, 29, 19, 0))
    assert ending[0].days == ()
    assert len(coming[0].days) == 4


def test_a_weekday_that_does_not_fit_its_date_offers_both() -> None:
    offered = choices("cantine lundi 8 décembre")
    assert [requests[0].spans[0].first for requests in offered] == [date(2026, 12, 8), date(2026, 12, 7)]


def test_a_garderie_without_session_offers_both_sessions_then_each() -> None:
    offered = [requests[0].services for requests in choices("garderie jeudi pour Léa")]
    assert offered == [
        (Service.GARDERIE_MATIN, Service.GARDERIE_SOIR),
        (Service.GARDERIE_MATIN,),
        (Service.GARDERIE_SOIR,),
    ]


def test_an_unknown_first_name_is_named_and_each_child_offered() -> None:
    ask = read("cantine jeudi pour Hugo").ask
    assert ask
    assert dict(ask.facts) == {"name": "Hugo"}
    assert [choice.requests[0].who for choice in ask.choices] == [("Léa",), ("Tom",), ("Zoé",)]


def test_an_unknown_first_name_books_nobody_in_particular_meanwhile() -> None:
    assert read("cantine jeudi pour Hugo").requests[0].who == ()


def test_in_june_the_whole_year_may_be_the_next() -> None:
    this, coming = choices("cantine toute l'année pour Léa", datetime(2027, 6, 14, 10, 0))
    assert this[0].days[-1] == date(2027, 7, 2)
    assert coming[0].days[0] == date(2027, 9, 2)


def test_an_illness_without_a_day_is_today_or_tomorrow() -> None:
    offered = choices("Tom a de la fièvre")
    assert [requests[0].days for requests in offered] == [(date(2026, 11, 26),), (date(2026, 11, 27),)]


def test_words_joined_by_or_are_each_offered() -> None:
    assert [r[0].days[0].day for r in choices("cantine le 3, le 4 ou le 7 décembre")] == [3, 4, 7]


NOTED = [
    ("cantine du 20 au 30", "already-begun"),
    ("cantine tous les lundis", "until-year-end"),
    ("cantine jusqu'à la fin de l'année", "until-year-end"),
    ("cantine en décembre sauf le 5 janvier", "exception-unused"),
    ("cantine dès la rentrée", "only-that-day"),
]


@pytest.mark.parametrize(("text", "name"), NOTED)
def test_what_is_assumed_is_noted(text: str, name: str) -> None:
    assert [note.name for note in only(read(text)).notes] == [name]


def test_every_note_there_is_is_made_somewhere() -> None:
    assert {name for _, name in NOTED} == NOTES


@pytest.mark.parametrize(
    "text", ["cantine à partir de lundi", "cantine le lundi", "cantine toute l'année", "cantine après les vacances"]
)
def test_an_open_end_is_shown_first(text: str) -> None:
    assert only(read(text)).shown_first


@pytest.mark.parametrize("text", ["cantine jeudi", "cantine du 3 au 7 décembre", "annule demain pour Léa"])
def test_what_is_plain_is_not_shown_first(text: str) -> None:
    assert not only(read(text)).shown_first


def test_a_day_said_that_has_no_school_is_told() -> None:
    request = only(read("cantine mercredi et jeudi"))
    assert request.closed == (date(2026, 12, 2),)
    assert request.days == (date(2026, 12, 3),)


def test_days_inside_a_range_are_not_told_one_by_one() -> None:
    assert only(read("cantine la semaine prochaine")).closed == ()


def test_today_counts_only_when_said() -> None:
    assert only(read("cantine aujourd'hui")).days == (date(2026, 11, 26),)
    assert date(2026, 11, 26) not in only(read("cantine cette semaine")).days


def test_a_swap_is_done_together() -> None:
    given, taken = read("remplace jeudi par vendredi pour Tom").requests
    assert (given.intent, taken.intent) == (Intent.CANCEL, Intent.BOOK)
    assert given.group == taken.group > 0
    assert given.services == taken.services == (Service.CANTINE,)


def test_after_a_command_what_has_no_verb_is_what_the_command_says() -> None:
    def after(command: Intent, text: str) -> Request:
        return only(grammar.read(text, now=NOW, calendar=CALENDAR, children=CHILDREN, intent=command))

    assert after(Intent.BOOK, "jeudi").intent is Intent.BOOK
    assert after(Intent.CANCEL, "la cantine de jeudi pour Léa").intent is Intent.CANCEL
    assert after(Intent.CANCEL, "réserver jeudi").intent is Intent.BOOK


def test_a_second_doubt_makes_the_answer_to_the_first_shown_before_it_is_done() -> None:
    assert all(request.shown_first for requests in choices("garderie vendredi prochain") for request in requests)


def test_nothing_is_read_of_the_days_where_no_calendar_is_published() -> None:
    (request,) = grammar.read("cantine lundi et mardi", now=NOW, calendar=None, children=()).requests
    assert request.days == ()
    assert [span.first for span in request.spans] == [date(2026, 11, 30), date(2026, 12, 1)]
