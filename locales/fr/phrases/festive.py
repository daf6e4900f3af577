"""Feasts and school holidays by name: « Noël », « lundi de Pâques », « vacances de février », « la rentrée »."""

from collections.abc import Sequence

from locales.fr.patterns import Rules, Token
from locales.fr.pieces.counted import Within
from locales.fr.pieces.days import Piece, Point
from locales.fr.pieces.feasts import Feast
from locales.fr.pieces.holidays import Rentree, SchoolHolidays
from locales.fr.pieces.periods import Month

HOLIDAYS: dict[str | int, str] = {
    "christmas": "Noël",
    "all-saints": "Toussaint",
    "easter": "Printemps",
    "ascension": "Ascension",
    "winter": "Hiver",
    "spring": "Printemps",
    "summer": "Été",
    "autumn": "Toussaint",
    10: "Toussaint",
    11: "Toussaint",
    12: "Noël",
    2: "Hiver",
    3: "Hiver",
    4: "Printemps",
    7: "Été",
    8: "Été",
}

MOVABLE = {"easter": (1, 7), "ascension": (4,), "pentecost": (1, 7)}

RULES = Rules()
rule = RULES.rule


@rule(
    "period",
    "(le|les)? holidays school_word? fill* name:feast|season which:side?",
    "(le|les)? holidays school_word? fill* (months fill*)? month:month which:side?",
    "(les)? kids|kid holidays school_word? which:side?",
    "(le|les)? holidays school_word? which:side?",
    "(le|les)? which:side holidays school_word? (fill* name:feast|season)?",
)
def school_holidays(name: str | None = None, month: int | None = None, which: int = 0) -> Piece:
    return SchoolHolidays(HOLIDAYS.get(name or month or ""), which)


@rule(
    "day_piece",
    "le? weekday:weekday link* feast:feast year:(en? year)?",
    "said:feast le? weekday:weekday year:(en? year)?",
)
def weekday_of_feast(
    weekday: int, feast: str | None = None, year: Sequence[Token] = (), said: str | None = None
) -> Point | None:
    """« lundi de Pâques », "Pâques lundi"; but of "jusqu'à Pâques le jeudi", the Thursday comes back."""
    if (feast or said) not in MOVABLE or (said and weekday not in MOVABLE[said]):
        return None
    return Within(weekday, Feast(feast or said or "", year[-1].value if year else None))


@rule(
    "day_piece",
    "le? feast:feast (en|comma)? year:year",
    "le? feast:feast which:side",
    "(le? day fill*)? le? feast:feast",
)
def feast(feast: str, year: int | None = None, which: int = 0) -> Point:
    return Feast(feast, year, which)


@rule("day_piece", "rentree fill* (holidays fill*)? name:feast|month|season", "rentree (fill* holidays)? school_word?")
def rentree(name: str | int | None = None) -> Point:
    if isinstance(name, int):
        return Rentree(Month(name))
    return Rentree(SchoolHolidays(HOLIDAYS.get(name)) if name else None)
