"""What the words of a question say beside its topic: which holidays, which services, which day of the year."""

import re
from datetime import date

from locales.fr.kinds import kinds
from locales.fr.topics import respelled
from locales.fr.wishes import BOTH_SESSIONS
from locales.fr.words_said import words_said
from models.vocabulary import Holiday, Service

FEAST, MONTH, SEASON, SERVICE, SESSION, EAT, CARE = kinds("feast month season service session eat care")
_HOLIDAYS: dict[Holiday, set[tuple[str, object]]] = {
    Holiday.TOUSSAINT: {(FEAST, "all-saints"), (MONTH, 10), (MONTH, 11)},
    Holiday.NOEL: {(FEAST, "christmas"), (FEAST, "new-year"), (MONTH, 12)},
    Holiday.HIVER: {(SEASON, "winter"), (MONTH, 2)},
    Holiday.PRINTEMPS: {(SEASON, "spring"), (FEAST, "easter"), (MONTH, 4)},
    Holiday.ETE: {(SEASON, "summer"), (MONTH, 7), (MONTH, 8)},
    Holiday.ASCENSION: {(FEAST, "ascension"), (FEAST, "ascension-bridge")},
}
_CALLED = {Holiday.NOEL: "fin d annee", Holiday.HIVER: "ski", Holiday.ETE: "grandes"}
_ON_THE_WAY = {
    Service.GARDERIE_MATIN: "deposer|depose|amener",
    Service.GARDERIE_SOIR: "recuperer|recupere|chercher",
}


def holiday_named(text: str) -> Holiday | None:
    """The school holidays a question names."""
    said = {(word.kind, word.value) for word in words_said(respelled(text))}
    called = (name for name, words in _CALLED.items() if _says(words, text))
    return next((name for name, words in _HOLIDAYS.items() if words & said), next(called, None))


def services_named(text: str) -> tuple[Service, ...]:
    """The services a question names; "garderie" alone is both; none is all."""
    words = words_said(respelled(text))
    named = {service for word in words if word.kind in (SERVICE, SESSION) for service in word.value}
    named |= {Service.CANTINE for word in words if word.kind == EAT}
    named |= {service for service, verbs in _ON_THE_WAY.items() if _says(verbs, text)}
    if any(word.kind == CARE for word in words) and not named & {*BOTH_SESSIONS}:
        named |= {*BOTH_SESSIONS}
    return tuple(service for service in Service if service in named)


def speaks_of_absence(text: str) -> bool:
    return _says("annul[a-z]*|absen[a-z]*|malade|rembours[a-z]*|penalite[a-z]*", text)


def is_of_rentree(text: str, today: date) -> bool:
    """Whether it is the first day of a school year that is asked about: in summer, or where September is said."""
    return _says("rentree|reprise", text) and (_says("septembre|scolaire", text) or today.month in (7, 8))


def is_of_year_end(text: str) -> bool:
    return _says("dernier jour|fin de l annee|fin des cours|fin de l ecole", text)


def _says(words: str, text: str) -> bool:
    return bool(re.search(rf"\b(?:{words})\b", respelled(text)))
