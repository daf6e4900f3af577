"""Sentences made of a known meaning, as hypothesis strategies: what is wanted, for whom, on which days, how written."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import assume
from hypothesis import strategies as st

from locales.requests import Intent
from models.vocabulary import Service

TODAY = date(2026, 11, 26)
CHILDREN = ("Léa", "Tom", "Jean-Baptiste", "Noël")
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
MONTHS = _MONTHS.split()
_SMALL = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit"
SMALL = [*_SMALL.split(), "dix-neuf"]
TENS = {20: "vingt", 30: "trente"}
coming = st.dates(date(2026, 11, 27), date(2027, 7, 2))
pairs = st.tuples(coming, coming).map(sorted)


@dataclass(frozen=True)
class Days:
    """Words, and the calendar days they mean."""

    words: str
    meant: frozenset[date]


def in_words(number: int) -> str:
    """« vingt et un »."""
    if number < 20:
        return SMALL[number - 1]
    tens, rest = TENS[number // 10 * 10], number % 10
    return tens if not rest else f"{tens} et un" if rest == 1 else f"{tens}-{SMALL[rest - 1]}"


def written(day: date, style: int) -> str:
    month = MONTHS[day.month - 1]
    return [
        f"le {day.day} {month}",
        f"{WEEKDAYS[day.weekday()]} {day.day} {month}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"le {day.day}/{day.month}",
        f"{day.day} {month[:4]} {day.year}" if len(month) > 4 else f"{day.day} {month} {day.year}",
        day.isoformat(),
        f"le {in_words(day.day)} {month}",
        f"{day.day} / {day.month} / {day.year}",
        f"{WEEKDAYS[day.weekday()]}, le {day.day:02}.{day.month:02}.{day.year}",
    ][style]


styles = st.integers(0, 8)


def _bare(day: date, style: int) -> str:
    """`day` as an end of a range."""
    return written(day, style).removeprefix("le ")


def between(first: date, last: date, weekdays: Iterable[int] = range(1, 8)) -> frozenset[date]:
    days = (first + timedelta(days=i) for i in range((last - first).days + 1))
    return frozenset(day for day in days if day.isoweekday() in weekdays)


def _week(day: date) -> frozenset[date]:
    monday = day - timedelta(days=day.weekday())
    return between(monday, monday + timedelta(days=6))


@st.composite
def one_day(draw: st.DrawFn) -> Days:
    day = draw(coming)
    return Days(written(day, draw(styles)), frozenset({day}))


@st.composite
def counted(draw: st.DrawFn) -> Days:
    days, weekday = draw(st.integers(1, 60).filter(lambda n: n not in (8, 15))), draw(st.integers(1, 7))
    ahead = TODAY + timedelta(days=(weekday - TODAY.isoweekday()) % 7)
    return draw(
        st.sampled_from(
            [
                Days("demain", frozenset({TODAY + timedelta(days=1)})),
                Days(f"dans {days} jours", frozenset({TODAY + timedelta(days=days)})),
                Days(f"{WEEKDAYS[weekday - 1]} en huit", frozenset({ahead + timedelta(days=7)})),
                Days("la semaine prochaine", _week(TODAY + timedelta(days=7))),
            ]
        )
    )


@st.composite
def several(draw: st.DrawFn) -> Days:
    days = draw(st.lists(coming, min_size=2, max_size=5, unique=True).map(sorted))
    style, joint = draw(st.integers(0, 6)), draw(st.sampled_from([", ", " et ", " + ", "; "]))
    return Days(joint.join(written(day, style) for day in days), frozenset(days))


@st.composite
def stretch(draw: st.DrawFn) -> Days:
    first, last = draw(pairs)
    style = draw(st.integers(0, 7))
    form = draw(st.sampled_from(["du {} au {}", "entre le {} et le {}", "à partir du {} jusqu'au {}"]))
    return Days(form.format(_bare(first, style), _bare(last, style)), between(first, last))


@st.composite
def week(draw: st.DrawFn) -> Days:
    day = draw(coming.filter(lambda day: day - TODAY > timedelta(days=7)))
    year, number, _ = day.isocalendar()
    forms = [
        f"la semaine du {_bare(day, 0)}",
        f"semaine {number}",
        f"la semaine {number} de {year}",
        f"{year}-W{number:02}",
        f"S{number}",
    ]
    return Days(draw(st.sampled_from(forms)), _week(day))


@st.composite
def month(draw: st.DrawFn) -> Days:
    first = date(2027, draw(st.integers(1, 6)), 1)
    last = first.replace(month=first.month + 1) - timedelta(days=1)
    name = MONTHS[first.month - 1]
    return Days(draw(st.sampled_from([f"en {name}", f"tout le mois de {name}", f"{name} 2027"])), between(first, last))


@st.composite
def coming_back(draw: st.DrawFn) -> Days:
    first, last = draw(pairs)
    weekdays = draw(st.lists(st.sampled_from([1, 2, 4, 5]), min_size=1, max_size=3, unique=True).map(sorted))
    named = " et ".join(f"{WEEKDAYS[weekday - 1]}s" for weekday in weekdays)
    until = f"du {_bare(first, 0)} au {_bare(last, 0)}"
    found = between(first, last, weekdays)
    assume({day.isoweekday() for day in found} == set(weekdays))
    if len(weekdays) == 1 and draw(st.booleans()):
        return Days(f"un {named[:-1]} sur deux {until}", frozenset(sorted(found)[::2]))
    return Days(f"{draw(st.sampled_from(['tous les', 'ts les', 'les']))} {named} {until}", found)


@st.composite
def excepted(draw: st.DrawFn) -> Days:
    first = draw(st.dates(date(2026, 11, 27), date(2027, 5, 20)))
    last = first + timedelta(days=draw(st.integers(8, 40)))
    taken = first + timedelta(days=draw(st.integers(1, 7)))
    how = draw(st.sampled_from(["sauf", "à l'exception de", "hormis"]))
    base, weekday = f"du {_bare(first, 0)} au {_bare(last, 0)}", taken.isoweekday()
    if draw(st.booleans()):
        return Days(f"{base} {how} {written(taken, 0)}", between(first, last) - {taken})
    left = between(first, last) - between(first, last, [weekday])
    return Days(f"{base} {how} les {WEEKDAYS[weekday - 1]}s", left)


days = st.one_of(one_day(), counted(), several(), stretch(), week(), month(), coming_back(), excepted())

SERVICES = {
    "cantine": (Service.CANTINE,),
    "garderie du matin": (Service.GARDERIE_MATIN,),
    "garderie du soir": (Service.GARDERIE_SOIR,),
    "cantine et garderie du soir": (Service.CANTINE, Service.GARDERIE_SOIR),
}
WHO = {
    "": (),
    "pour Léa": ("Léa",),
    "pour Tom et Jean-Baptiste": ("Tom", "Jean-Baptiste"),
    "pour toute la fratrie": (),
}
WISHES = {
    "réserver la {services} {days} {who}": Intent.BOOK,
    "{services} {days} {who} svp": Intent.BOOK,
    "Bonjour, pourriez-vous inscrire à la {services} {days} {who} ? Merci": Intent.BOOK,
    "resa {services} {who} {days}": Intent.BOOK,
    "annuler la {services} {days} {who}": Intent.CANCEL,
    "{who} pas de {services} {days}": Intent.CANCEL,
    "merci de supprimer la {services} {who} {days}": Intent.CANCEL,
}
SPELLINGS = {
    "cantine": ["canitne", "cantinne", "cantne"],
    "garderie": ["garderi", "gardrie"],
    "annuler": ["anuler", "annnuler"],
    "réserver": ["reserver", "résever"],
    "pour ": ["pr "],
    "semaine prochaine": ["sem pro", "smeaine prochaine"],
    "demain": ["2m1", "dmain"],
    "novembre": ["nov", "nov."],
    "décembre": ["dec", "déc."],
    "janvier": ["janv"],
    "jeudi": ["jeuid"],
    "sauf": ["sof"],
}


def plain(text: str) -> str:
    """`text` without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@st.composite
def typed(draw: st.DrawFn, text: str) -> str:
    """`text` as it comes out of a telephone: in capitals, without accents, misspelt, with doubled blanks."""
    for word, wrong in SPELLINGS.items():
        if word in text and draw(st.booleans()):
            text = text.replace(word, draw(st.sampled_from(wrong)), 1)
    return draw(st.sampled_from([text, text.upper(), text.lower(), plain(text), text.replace(" ", "  ")]))


@dataclass(frozen=True)
class Said:
    """A sentence and what it means."""

    text: str
    intent: Intent
    services: tuple[Service, ...]
    who: tuple[str, ...]
    days: frozenset[date]


@st.composite
def sentences(draw: st.DrawFn) -> Said:
    form, services, who = (draw(st.sampled_from(sorted(each))) for each in (WISHES, SERVICES, WHO))
    when = draw(days)
    text = draw(typed(form.format(services=services, who=who, days=when.words).strip()))
    return Said(text, WISHES[form], SERVICES[services], WHO[who], when.meant)
