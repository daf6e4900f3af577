"""Days are sets: side by side they narrow one another in any order, "et" unites peers, "sauf" takes away."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import combinations, permutations
from random import Random

import pytest

from locales.fr import grammar
from locales.requests import Reading
from models.rules.calendar import published
from tests.locales.walker import (
    Said,
    World,
    alternates,
    bounds,
    counts,
    exceptions,
    rhythms,
    stretches,
    weekdays,
)

CALENDAR = published("B", frozenset({1, 2, 4, 5}))
HOLIDAYS = [(h.period.first, h.period.last) for year in CALENDAR.years for h in year.holidays]
DAYS = [date(2024, 11, 12), date(2025, 9, 18), date(2026, 11, 26), date(2027, 1, 12), date(2027, 3, 15)]


def world(today: date) -> World:
    year = CALENDAR.year_of(today)
    assert year
    return World(today, year.period.last, CALENDAR.is_open, HOLIDAYS)


WORLDS = [world(today) for today in DAYS]


def read(text: str, today: date) -> Reading:
    return grammar.read(text, now=datetime(today.year, today.month, today.day, 10), calendar=CALENDAR, children=())


def days(reading: Reading) -> list[date]:
    return sorted({day for request in reading.requests for day in request.days})


def parts_of(w: World) -> list[Said]:
    return [*stretches(w.today), *bounds(w.today), *weekdays(), *rhythms(), *alternates(), *counts()]


def goes_together(parts: Sequence[Said]) -> bool:
    """Whether one would say these side by side: a rhythm or a count once, weekdays only beside what is longer."""
    kinds = [part.kind for part in parts]
    once = ("weekdays", "alternate", "count")
    if sum(kinds.count(kind) for kind in once) > 1 or kinds.count("parity") > 1 or kinds.count("bound") > 1:
        return False
    if {"alternate", "count"} & set(kinds) and "parity" in kinds:
        return False
    needs = any(part.kind == "weekdays" and part.text[0] in "ld" and not part.text.startswith("le") for part in parts)
    return not needs or bool({"stretch", "bound", "parity"} & set(kinds))


def check(w: World, parts: Sequence[Said], text: str) -> None:
    reading = read(f"cantine {text}", w.today)
    if w.may_be_asked(parts) and reading.ask:
        return
    if w.is_doubtful(parts):
        assert reading.ask is not None, text
    else:
        assert reading.ask is None, text
        assert days(reading) == w.meant(parts), text


def said(parts: Sequence[Said]) -> Iterator[str]:
    """`parts` in their order, side by side and after a comma."""
    yield " ".join(part.text for part in parts)
    if parts[0].kind != parts[-1].kind:
        yield ", ".join(part.text for part in parts)


@pytest.mark.parametrize("w", WORLDS, ids=lambda w: str(w.today))
def test_pairs_side_by_side_hold_what_both_do(w: World) -> None:
    for pair in filter(goes_together, permutations(parts_of(w), 2)):
        for text in said(pair):
            check(w, pair, text)


@pytest.mark.parametrize("w", WORLDS[1:4], ids=lambda w: str(w.today))
def test_pairs_but_for_an_exception_wherever_it_stands(w: World) -> None:
    rng = Random(w.today.toordinal())
    for one, other in filter(goes_together, permutations(parts_of(w), 2)):
        taken = rng.choice(exceptions(w))
        for text in (f"{one.text} {other.text} {taken.text}", *_amid(one, other, taken)):
            check_but(w, [one, other], taken, text)


def _amid(one: Said, other: Said, taken: Said) -> Iterator[str]:
    """An exception in the middle, between commas; of what is of the sort of the end it would be a list."""
    if other.kind in ("stretch", "bound") and not taken.text.startswith("hormis"):
        yield f"{one.text}, {taken.text}, {other.text}"


def check_but(w: World, parts: Sequence[Said], taken: Said, text: str) -> None:
    if w.is_doubtful(parts) or w.may_be_asked(parts):
        return
    kept, whole = w.meant([*parts, taken]), w.meant(parts)
    reading = read(f"cantine {text}", w.today)
    hits = any(not taken.holds(day) for day in whole)
    assert days(reading) == kept if hits else set(days(reading)) <= set(whole), text
    assert reading.ask is None or not hits, text


@pytest.mark.parametrize("w", WORLDS, ids=lambda w: str(w.today))
def test_some_triples_hold_what_all_three_do(w: World) -> None:
    rng = Random(w.today.toordinal())
    triples = [triple for triple in permutations(parts_of(w), 3) if goes_together(triple)]
    for triple in rng.sample(triples, 600):
        check(w, triple, " ".join(part.text for part in triple))


@pytest.mark.parametrize("w", WORLDS[1:4], ids=lambda w: str(w.today))
def test_said_apart_they_narrow_as_well(w: World) -> None:
    for pair in filter(goes_together, permutations(parts_of(w), 2)):
        if not w.is_doubtful(pair) and not w.may_be_asked(pair):
            reading = read(f"{pair[0].text} la cantine {pair[1].text}", w.today)
            assert days(reading) == w.meant(pair), pair


@pytest.mark.parametrize("w", WORLDS, ids=lambda w: str(w.today))
def test_peers_joined_by_and_are_united_and_share_what_stands_beside_them(w: World) -> None:
    plain = [part for part in weekdays() if part.text in ("le lundi", "les mardis", "tous les vendredis")]
    for stretch in stretches(w.today):
        for one, other in combinations(plain, 2):
            both = Said("weekdays", "", lambda day, a=one, b=other: a.holds(day) or b.holds(day))  # type: ignore[misc]
            if w.is_doubtful([one, stretch]) or w.is_doubtful([other, stretch]):
                continue
            united = f"{one.text} et {other.text}"
            for text in (f"{united} {stretch.text}", f"{stretch.text} {united}"):
                assert days(read(f"cantine {text}", w.today)) == w.meant([both, stretch]), text


@pytest.mark.parametrize("w", WORLDS, ids=lambda w: str(w.today))
def test_a_word_more_never_means_more_days(w: World) -> None:
    """Nor one less fewer: counts and every other week begin where the rest does, and are left out."""
    rng = Random(w.today.toordinal())
    words = [*stretches(w.today), *bounds(w.today), *weekdays(), *rhythms(), *exceptions(w)]
    for _ in range(250):
        parts = rng.sample(words, 3)
        parts.sort(key=lambda part: part.kind == "exception")
        if [part.kind for part in parts].count("exception") > 1 or not goes_together(parts):
            continue
        more = read("cantine " + " ".join(part.text for part in parts), w.today)
        for index, gone in enumerate(parts):
            rest = parts[:index] + parts[index + 1 :]
            less = read("cantine " + " ".join(part.text for part in rest), w.today)
            if goes_together(rest) and more.ask is None and less.ask is None:
                assert set(days(more)) <= set(days(less)), (gone.text, [part.text for part in rest])


NOW = date(2026, 11, 26)
JUXTAPOSED = [
    ("cantine en mars le vendredi", "03-12 03-19 03-26"),
    ("la semaine du 14 décembre cantine du lundi au mardi", "12-14 12-15"),
    ("du 7 au 18 décembre, cantine le jeudi", "12-10 12-17"),
    ("jusqu'aux vacances cantine du jeudi au vendredi", "11-27 12-03 12-04 12-10 12-11 12-17 12-18"),
    ("cantine le vendredi jusqu'au 12 décembre", "11-27 12-04 12-11"),
    ("cantine le mardi, en décembre", "12-01 12-08 12-15"),
    ("cantine mardi et vendredi de la semaine du 7", "12-08 12-11"),
    ("cantine les vendredis de décembre et le jeudi 10", "12-04 12-10 12-11 12-18"),
    ("cantine les jeudis de décembre et de mars", "12-03 12-10 12-17 03-11 03-18 03-25"),
    ("cantine le mardi sauf le 8 en décembre", "12-01 12-15"),
    ("cantine les trois prochains vendredis", "11-27 12-04 12-11"),
    ("cantine les 4 prochains jours d'école", "11-27 11-30 12-01 12-03"),
    ("cantine le dernier jeudi avant les vacances", "12-17"),
    ("cantine le premier mardi après les vacances", "01-05"),
    ("cantine les deux derniers lundis avant les vacances", "12-07 12-14"),
    ("cantine le mardi d'avant les vacances", "12-15"),
    ("cantine mardi après Pâques", "03-30"),
    ("cantine la semaine qui commence le 14", "12-14 12-15 12-17 12-18"),
    ("cantine la semaine du 7 et celle du 14", "12-07 12-08 12-10 12-11 12-14 12-15 12-17 12-18"),
    ("cantine la semaine d'avant les vacances", "12-14 12-15 12-17 12-18"),
    ("cantine du mardi 8 au vendredi 11 décembre exclu", "12-08 12-10"),
    ("cantine les semaines paires en décembre", "12-07 12-08 12-10 12-11"),
    ("cantine un mardi sur deux en décembre", "12-01 12-15"),
    ("cantine décembre, hors vacances, le lundi", "12-07 12-14"),
    ("cantine en décembre lundi et mardi, en mars le jeudi", "12-01 12-07 12-08 12-14 12-15 03-11 03-18 03-25"),
    ("cantine lundi la semaine prochaine et la semaine du 14", "11-30 12-14"),
    ("cantine mardi pour Léa la semaine du 14 décembre", "12-15"),
    ("cantine tous les 15 jours le mardi en décembre", "12-01 12-15"),
    ("cantine le vendredi tous les 15 jours jusqu'au 18 décembre", "11-27 12-11"),
    ("cantine le premier jour d'école de janvier", "01-04"),
    ("cantine le 7 lundi", "12-07"),
    ("cantine en décembre et en mars le vendredi", "12-04 12-11 12-18 03-12 03-19 03-26"),
    ("cantine les lundis de décembre, le 18 décembre", "12-07 12-14 12-18"),
    (
        "cantine tous les jours de décembre, lundi 4 janvier",
        "12-01 12-03 12-04 12-07 12-08 12-10 12-11 12-14 12-15 12-17 12-18 01-04",
    ),
    ("cantine les semaines paires le 7 décembre", "12-07"),
    ("cantine quatre jours la semaine prochaine", "11-30 12-01 12-03 12-04"),
    ("cantine les jeudis avant le 18 décembre", "12-03 12-10 12-17"),
]


@pytest.mark.parametrize(("text", "meant"), JUXTAPOSED)
def test_days_side_by_side(text: str, meant: str) -> None:
    reading = grammar.read(text, now=datetime(2026, 11, 26, 10), calendar=CALENDAR, children=("Léa",))
    expected = sorted(date(2026 + (each < "08"), int(each[:2]), int(each[3:])) for each in meant.split())
    assert reading.ask is None
    assert days(reading) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("cantine jeudi 3 décembre la semaine prochaine en janvier", "which-period"),
        ("cantine la semaine du 7 décembre en janvier", "which-period"),
        ("cantine demain la semaine prochaine", "which-days"),
        ("cantine le lundi du 8 au 11 décembre", "which-days"),
        ("cantine vendredi en décembre", "which-days"),
        ("cantine mardi jusqu'à Noël", "which-days"),
        ("cantine deux jours la semaine prochaine", "which-days"),
        ("cantine trois fois cette semaine", "which-days"),
        ("cantine les mardis de décembre et les jeudis", "which-days"),
        ("cantine tous les jours sauf le mardi en décembre", "which-days"),
        ("cantine le lundi avant les vacances", "which-days"),
        ("cantine mardi avant le 18 décembre", "which-days"),
        ("cantine mardi et garderie du soir jeudi la semaine du 14 décembre", "which-days"),
        ("cantine le mardi et garderie du soir le jeudi jusqu'à Noël", "which-days"),
        ("cantine lundi jusqu'au 20 décembre à partir du 7", "which-days"),
        ("cantine le premier vendredi avant les vacances", "which-day"),
        ("cantine les semaines impaires le 7 décembre", "which-days"),
        ("cantine les semaines paires les semaines impaires", "which-days"),
    ],
)
def test_what_holds_nothing_or_several_things_is_asked(text: str, why: str) -> None:
    reading = read(text, NOW)
    assert reading.ask
    assert reading.ask.why == why


def test_what_comes_back_and_what_does_not_are_united() -> None:
    both = days(read("cantine tous les lundis, le 17 décembre", NOW))
    assert {day for day in both if day.isoweekday() != 1} == {date(2026, 12, 17)}
    assert len(both) > 20
    every, other = (days(read(f"cantine {text}", NOW)) for text in ("les lundis", "un mardi sur deux"))
    assert days(read("cantine les lundis et un mardi sur deux", NOW)) == sorted([*every, *other])


@pytest.mark.parametrize(
    "text",
    [
        "garderie du soir jeudi 16-18h",
        "garderie du soir jeudi de 16 à 18h",
        "garderie du soir jeudi 16h30-18h",
        "garderie du soir jeudi entre 17 et 18h",
        "dans 10 minutes, garderie du soir jeudi",
        "garderie du soir jeudi dans dix minutes",
        "garderie du soir jeudi jusqu'à 18h15",
    ],
)
def test_hours_and_minutes_are_no_days(text: str) -> None:
    assert days(read(text, NOW)) == [date(2026, 12, 3)]


@pytest.mark.parametrize("text", ["cantine jusqu'au mardi jeudis soir", "cantine 4 jours dès un juin"])
def test_what_raised_is_read(text: str) -> None:
    assert read(text, NOW).requests
