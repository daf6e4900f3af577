"""What the words of a question say beside its topic: which holidays, which services, which day of the year."""

import re
from datetime import date

from locales.fr.topics import respelled
from models.vocabulary import Holiday, Service

_HOLIDAYS = {
    Holiday.TOUSSAINT: "toussaint|octobre|novembre",
    Holiday.NOEL: "noel|decembre|fin d annee|nouvel an",
    Holiday.HIVER: "hiver|fevrier|ski",
    Holiday.PRINTEMPS: "printemps|paques|avril",
    Holiday.ETE: "ete|juillet|aout|grandes vacances|grandes",
    Holiday.ASCENSION: "ascension",
}
_SERVICES = {
    Service.CANTINE: "cantine|repas|midi|mange|mangent|manger|dejeun[a-z]*",
    Service.GARDERIE_MATIN: "matin|matinee|deposer|depose|amener",
    Service.GARDERIE_SOIR: "soir|soiree|recuperer|recupere|chercher",
}
_GARDERIE = "garderie|periscolaire|peri|perisco|accueil"


def holiday_named(text: str) -> Holiday | None:
    """The school holidays a question names."""
    return next((name for name, words in _HOLIDAYS.items() if _says(words, text)), None)


def services_named(text: str) -> tuple[Service, ...]:
    """The services a question names; "garderie" alone is both; none is all."""
    named = tuple(service for service, words in _SERVICES.items() if _says(words, text))
    if _says(_GARDERIE, text) and not {Service.GARDERIE_MATIN, Service.GARDERIE_SOIR} & set(named):
        return (*named, Service.GARDERIE_MATIN, Service.GARDERIE_SOIR)
    return named


def speaks_of_absence(text: str) -> bool:
    return _says("annul[a-z]*|absen[a-z]*|malade|rembours[a-z]*|penalite[a-z]*", text)


def is_of_rentree(text: str, today: date) -> bool:
    """Whether it is the first day of a school year that is asked about: in summer, or where September is said."""
    return _says("rentree|reprise", text) and (_says("septembre|scolaire", text) or today.month in (7, 8))


def is_of_year_end(text: str) -> bool:
    return _says("dernier jour|fin de l annee|fin des cours|fin de l ecole", text)


def _says(words: str, text: str) -> bool:
    return bool(re.search(rf"\b(?:{words})\b", respelled(text)))
