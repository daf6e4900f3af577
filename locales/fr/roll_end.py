"""What an agent types of the end of a session: « qui est encore là ? », « clore »."""

import re

from locales.fr.scanning import normal
from locales.fr.spelled import fold

_LEFT = r"\b(?:qui|combien)\b.*\b(?:reste(?:nt)?|encore|la|presents?|attendus?)\b|\breste(?:nt)?\b.*\bqui\b"
_WHAT = r"(?: (?:la |le )?(?:seance|garderie|pointage|liste))?"
_CLOSE = rf"^(?:clore|clos|cloturer?|fermer?|fermez|terminer?){_WHAT}$"
_ASKED = re.compile(f"{_LEFT}|{_CLOSE}")


def is_about_the_end(text: str) -> bool:
    """Whether it is asked who is left, or the session is to be closed."""
    words = re.sub(r"[^\w]+", " ", fold(normal(text).lower())).strip()
    return bool(_ASKED.search(words))
