"""What is wanted, and of whom, as the words say it."""

from typing import NamedTuple

from locales.fr.words import EVENING, MORNING
from locales.requests import Intent
from models.vocabulary import Service

BOTH_SESSIONS = MORNING + EVENING


class Verb(NamedTuple):
    """What a verb (or a noun that stands for one) wants; `services` are those it implies.

    `sick`: an absence; `weak`: nothing but "pas" before a day; `noun`: what other verbs may act on; `hangs`: it bears
    on what was said before, where something was ("ajoute vendredi", "pas jeudi"); `negated`: it stands for "pas de"
    before a service. `stative`: it tells how somebody is or what they do, so that its subject must be a child;
    `guessed`: what it says is not quite that; `away`: it ends with where they are, so that whose home follows.
    """

    intent: Intent
    services: tuple[Service, ...] = ()
    sick: bool = False
    weak: bool = False
    noun: bool = False
    hangs: bool = False
    negated: bool = False
    stative: bool = False
    guessed: bool = False
    away: bool = False


class People(NamedTuple):
    """Whom words mean: first names that fit, a word that fits nobody, or so many children.

    `without`: all but those; `off`: those, after "pas"; `partly`: those who are so, « les filles », whom nobody knows.
    """

    names: tuple[str, ...] = ()
    unknown: str = ""
    number: int = 0
    plural: bool = False
    without: bool = False
    off: bool = False
    partly: bool = False


EVERYONE = People()
