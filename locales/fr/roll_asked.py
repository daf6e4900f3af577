"""What an agent asks of a session: that of a day, « lundi », « 24/11 soir »; its end, « qui est encore là ? »."""

import re
from dataclasses import dataclass
from datetime import date

from locales.fr.days_said import Toward, day_said
from locales.fr.kinds import kinds
from locales.fr.scanning import normal
from locales.fr.spelled import fold
from locales.fr.words_said import LINKS, words_said
from models.rules.calendar import SchoolCalendar
from models.vocabulary import Service

SESSION, CARE, THIS = kinds("session care this")
_LEFT = r"\b(?:qui|combien)\b.*\b(?:reste(?:nt)?|encore|la|presents?|attendus?)\b|\breste(?:nt)?\b.*\bqui\b"
_WHAT = r"(?: (?:la |le )?(?:seance|garderie|pointage|liste))?"
_CLOSE = rf"^(?:clore|clos|cloturer?|fermer?|fermez|terminer?){_WHAT}$"
_ASKED = re.compile(f"{_LEFT}|{_CLOSE}")


@dataclass(frozen=True, slots=True)
class Asked:
    """A day and a session; None where it is not said."""

    day: date | None = None
    service: Service | None = None


def asked_session(
    text: str, today: date, calendar: SchoolCalendar | None = None, toward: Toward = Toward.PAST
) -> Asked | None:
    """« soir », « 24/11 matin », « lundi », « hier »; None for what says anything but one day and one session."""
    words = words_said(text)
    sessions = {service for word in words if word.kind == SESSION for service in word.value}
    rest = [word for word in words if word.kind not in (SESSION, CARE)]
    now = {word.kind for word in rest if sessions} & {THIS}  # « ce soir »
    nothing = all(word.kind in {*LINKS, *now} for word in rest)
    day = (today if now else None) if nothing else day_said(rest, today, calendar, toward)
    if len(sessions) > 1 or not (day or nothing):
        return None
    return Asked(day, next(iter(sessions), None))


def is_about_the_end(text: str) -> bool:
    """Whether it is asked who is left, or the session is to be closed."""
    words = re.sub(r"[^\w]+", " ", fold(normal(text).lower())).strip()
    return bool(_ASKED.search(words))
