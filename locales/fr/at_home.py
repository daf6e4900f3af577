"""« Tout le monde à la maison cette semaine »: a week in which nobody eats at school, whole and of everybody."""

import re
from datetime import date, timedelta
from functools import cache

from locales.fr.scanning import normal
from locales.fr.spelled import fold

_EVERYBODY = "(?:tout le monde|toute la famille|tous les enfants|les enfants|on|nous)"
_STAYS = "(?: (?:est|sont|sommes|sera|seront|serons|reste|restent|restons|restera|resteront|resterons))?(?: tous)?"
_WEEK = "(?:toute )?(?:cette semaine|la semaine(?: prochaine)?)"
_HOME = "(?:a la maison|chez nous)"
_SAID = (
    "(?:bonjour )?"
    f"(?:{_EVERYBODY}{_STAYS} {_HOME} {_WEEK}|{_WEEK} {_EVERYBODY}{_STAYS} {_HOME}|{_WEEK} {_HOME})"
    "(?: merci| svp)*"
)
SATURDAY = 6
WEEK = timedelta(weeks=1)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_SAID)


def week_at_home(text: str, today: date) -> date | None:
    """The Monday of the week said to be spent at home; None for any other sentence, and for one that names days.

    Said on a Saturday or a Sunday, "cette semaine" is the one that begins: the other has no school left.
    """
    words = re.sub(r"[\W_]+", " ", fold(normal(text).lower())).strip()
    said = _pattern().fullmatch(words) if len(words) < 100 else None
    if said is None:
        return None
    monday = today - timedelta(days=today.weekday())
    return monday + WEEK if "prochaine" in words or today.isoweekday() >= SATURDAY else monday
