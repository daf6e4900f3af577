"""What an agent asks of a session: that of a day, « lundi », « 24/11 soir »; its end, « qui est encore là ? »."""

import re
from datetime import date, timedelta

from locales.fr.roll_words import SESSIONS
from locales.fr.scanning import normal
from locales.fr.spelled import fold
from models.vocabulary import Service

DATED = r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?"
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
NAMED_DAY = rf"aujourd['’]hui|(?P<eve>hier)|(?P<weekday>{'|'.join(WEEKDAYS)})"
ASKED = re.compile(rf"^(?:{DATED}|{NAMED_DAY})?\s*(?P<session>matin|soir)?$", re.IGNORECASE)
_LEFT = r"\b(?:qui|combien)\b.*\b(?:reste(?:nt)?|encore|la|presents?|attendus?)\b|\breste(?:nt)?\b.*\bqui\b"
_WHAT = r"(?: (?:la |le )?(?:seance|garderie|pointage|liste))?"
_CLOSE = rf"^(?:clore|clos|cloturer?|fermer?|fermez|terminer?){_WHAT}$"
_ASKED = re.compile(f"{_LEFT}|{_CLOSE}")


def asked_session(text: str, today: date) -> tuple[date, Service | None] | None:
    """The day and session behind /pointage: « soir », « 24/11 matin », « lundi », « hier »; None for anything else.

    A date without its year, or a weekday, is the last one past.
    """
    found = ASKED.match(text.strip())
    if not found:
        return None
    session = SESSIONS.get((found["session"] or "").lower())
    if not found["day"]:
        weekday = (found["weekday"] or "").lower()
        back = (today.weekday() - WEEKDAYS.index(weekday)) % 7 if weekday else bool(found["eve"])
        return today - timedelta(days=back), session
    try:
        day = date(int(found["year"] or today.year), int(found["month"]), int(found["day"]))
        return (day.replace(year=day.year - 1) if day > today and not found["year"] else day), session
    except ValueError:
        return None


def is_about_the_end(text: str) -> bool:
    """Whether it is asked who is left, or the session is to be closed."""
    words = re.sub(r"[^\w]+", " ", fold(normal(text).lower())).strip()
    return bool(_ASKED.search(words))
