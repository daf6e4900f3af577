"""« Tout le monde à la maison cette semaine »: a week in which nobody eats at school, whole and of everybody."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from locales.fr.kinds import kinds
from locales.fr.marks import NONE, Marks
from locales.fr.patterns import Token
from locales.fr.pieces.clock import WEEK, Clock
from locales.fr.pieces.days import Piece
from locales.fr.wishes import EVERYONE

ELSEWHERE, PEOPLE, WE, DAYS, VERB = kinds("elsewhere people we days verb")
STAYING = {VERB, *kinds("be rest stay")}
SAID = {ELSEWHERE, PEOPLE, WE, DAYS, *STAYING, *kinds("comma stop thanks")}
OURS = re.compile(r"\b(?:on|nous)\b", re.IGNORECASE)  # who speaks, with the others
HOME = re.compile(r"\bmaison\b|\bchez nous\b", re.IGNORECASE)
LAST_OF_WEEK = timedelta(days=6)
SATURDAY = 6


def week_at_home(pieces: Sequence[Token], marks: Marks, text: str, clock: Clock) -> date | None:
    """The Monday of the week said to be spent at home by all; None for any other sentence, and for one that names days.

    Said on a Saturday or a Sunday, "cette semaine" is the one that begins: the other has no school left.
    """
    days: list[Piece] = [piece.value for piece in pieces if piece.kind == DAYS]
    if len(days) != 1 or marks != NONE or not _all_stay_home(pieces, text):
        return None
    spans = days[0].spans(clock)
    first, last = spans[0] if len(spans) == 1 else (None, None)
    if first is None or first < clock.monday or first.weekday() or last != first + LAST_OF_WEEK:
        return None
    return first + WEEK if first == clock.monday and clock.today.isoweekday() >= SATURDAY else first


def _all_stay_home(pieces: Sequence[Token], text: str) -> bool:
    """Whether nothing is said but that all are at home: « on reste tous chez nous », "toute la semaine à la maison"."""
    found = {piece.kind for piece in pieces}
    named = [piece.value for piece in pieces if piece.kind == PEOPLE]
    if found - SAID or any(people != EVERYONE for people in named):
        return False
    if any(piece.kind == VERB and (piece.value.services or not piece.value.away) for piece in pieces):
        return False  # « annule », "mange à la maison": more than where they are
    has_subject = bool(named) or WE in found or OURS.search(text) is not None
    return HOME.search(text) is not None and (has_subject or not found & STAYING)
