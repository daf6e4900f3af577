"""What /pointage feuille asks for: « demain », « lundi 30/11 soir », « matin »; a day, a session, both or neither."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from locales.fr.days_said import days_said
from locales.fr.roll_words import SESSIONS
from models.files.text import fold
from models.rules.calendar import SchoolCalendar
from models.vocabulary import Service

SESSION = re.compile(r"\b(?:garderie\s+)?(?:du\s+|de\s+|le\s+)?(matin|soir)\b")
HARMLESS = re.compile(r"\b(?:de|du|la|le|pour|garderie)\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """None where it is not said."""

    day: date | None = None
    service: Service | None = None


def read(text: str, now: datetime, calendar: SchoolCalendar) -> Asked | None:
    """`text`, said at `now` in the commune; None where it says anything but one day and one session."""
    words = fold(text)
    said = {SESSIONS[found] for found in SESSION.findall(words)}
    rest = SESSION.sub(" ", words).strip()
    days = set(days_said(rest, now, calendar))
    if len(said) > 1 or len(days) > 1 or (not days and HARMLESS.sub(" ", rest).strip()):
        return None
    return Asked(days.pop() if days else None, said.pop() if said else None)
