"""The words an agent types of children who come and go, and how a message is cut into them."""

import re
from enum import StrEnum

from models.vocabulary import Service


class Verb(StrEnum):
    LEFT = "left"
    ARRIVED = "arrived"
    ABSENT = "absent"
    CANCEL = "cancel"
    EATS = "eats"  # there, at the canteen


_VERBS = {
    Verb.LEFT: "parti partie partis parties part partent partir quitte sorti sortie sortis sorties recupere recuperee "
    "recuperes recuperees depart",
    Verb.ARRIVED: "arrive arrivee arrives arrivees arrivent arriver arrivant present presente presents presentes là",
    Verb.ABSENT: "absent absente absents absentes",
    Verb.CANCEL: "annule annuler annulez annulee efface effacer enleve enlever erreur",
    Verb.EATS: "mange mangent mangera mangeront dejeune dejeunent",
}
VERBS = {word: verb for verb, words in _VERBS.items() for word in words.split()}
EVERYONE = {("tout", "le", "monde"), ("tous",), ("toutes",), ("tous", "les", "enfants")}
NOT = {"pas", "non"}
SESSIONS = {"matin": Service.GARDERIE_MATIN, "soir": Service.GARDERIE_SOIR}
_HARMLESS = """
a au aux et est sont ont vient viennent de du d l le la les s n il elle ils elles on ce cet ces vers aussi merci svp stp
bonjour bonsoir oups deja bien juste garderie aujourd hui maintenant puis y etre ete ok oui pour pointage pointer
appel
"""
HARMLESS = set(_HARMLESS.split())
EXCEPT = {"sauf", "hormis", "excepte"}
# 18h35, 18:35, 18 heures 35; 18.35 and 1835, where the minutes are whole
HOUR = r"(?P<hour>\d{1,2})(?:\s?(?:h|:|heures?\b)\s?(?P<minute>\d{1,2})?|\.?(?P<minutes>\d{2}))(?!\w)"
_KIN = (
    "papa|maman|p[eè]re|m[eè]re|parents?|mam(?:ie|y|i)|pap[iy]|grand[- ]?(?:m[eè]|p[eè])res?|grands[- ]parents|tante|"
    "tata|tonton|oncle|s(?:œ|oe)ur|fr[eè]re|nounou|nourrice|voisine?|cousine?|baby[- ]?sitter"
)
_WHOSE = r"(?:(?:sa|son|ses|leurs?|la|le|l['’]|une?)\s*)?"
# Who fetches a child is not noted; that it is still here changes nothing.
ASIDE = rf"\b(?:avec|par)\s+{_WHOSE}(?:{_KIN})\b|\bencore\s+l[aà]\b"
NEGATION, EXCEPTION = "pas", "sauf"
FASTING = re.compile(r"\b(?:ne\s+)?(?:mange(?:nt|ra|ront)?|d[ée]jeune(?:nt)?)\s+pas\b", re.IGNORECASE)  # no meal
SCAN = re.compile(rf"{HOUR}|(?P<aside>{ASIDE})|(?P<word>[^\W\d_]+)|(?P<comma>[,;.!\n])|(?P<figure>\d+)", re.IGNORECASE)
