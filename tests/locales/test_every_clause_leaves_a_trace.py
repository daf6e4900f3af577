"""Of a sentence of several clauses each order is seen: done, shown, asked about or quoted; and nothing else is done."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from locales.requests import How, Intent, Reading
from tests.locales.in_short import CHILDREN, acts, read

WEEKDAYS = {
    "lundi": date(2026, 11, 30),
    "mardi": date(2026, 12, 1),
    "jeudi": date(2026, 12, 3),
    "vendredi": date(2026, 11, 27),
}
ORDERS = {
    Intent.BOOK: (
        "réserve la cantine {day} pour {child}",
        "inscris {child} à la cantine {day}",
        "{child} mange à la cantine {day}",
        "cantine {day} pour {child}",
    ),
    Intent.CANCEL: (
        "annule la cantine {day} pour {child}",
        "désinscris {child} {day}",
        "{child} ne mange pas {day}",
        "pas de cantine {day} pour {child}",
    ),
}
QUESTIONS = (
    "quel est le menu de {day}",
    "jusqu'à quand peut-on annuler pour {day}",
    "combien je dois",
    "est-ce que {child} est inscrit {day}",
)
REMARKS = (
    "la maîtresse de {child} est absente {day}",
    "mon mari travaille {day}",
    "le chat de {child} est malade",
    "mamie passe nous voir {day}",
)
STOPS = (". ", "; ", "\n")
CLOSE = (" et ", ", ", " mais ")


@dataclass(frozen=True)
class Said:
    """A clause; what it orders, if anything: `intent` for `child` on `day`."""

    text: str
    child: str
    day: date
    intent: Intent | None = None
    asks: bool = False

    @property
    def is_told(self) -> bool:
        """Whether it has a verb and is no question: others are not yet told apart by "et", a comma or "mais"."""
        return not self.asks and not self.text.startswith(("cantine", "pas de"))


@st.composite
def clauses(draw: st.DrawFn, day: str) -> Said:
    child = draw(st.sampled_from(CHILDREN))
    intent = draw(st.sampled_from([Intent.BOOK, Intent.CANCEL, None]))
    asks = intent is None and draw(st.booleans())
    form = draw(st.sampled_from(ORDERS[intent] if intent else QUESTIONS if asks else REMARKS))
    return Said(form.format(child=child, day=day), child, WEEKDAYS[day], intent, asks)


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, list[Said]]:
    """One to four clauses, each of another day, and how they are joined."""
    days = draw(st.lists(st.sampled_from(sorted(WEEKDAYS)), min_size=1, max_size=4, unique=True))
    said = [draw(clauses(day)) for day in days]
    text = said[0].text
    for before, clause in pairwise(said):
        joints = STOPS + CLOSE if before.is_told and clause.is_told else STOPS
        text += draw(st.sampled_from((" ? ", *joints) if before.asks else joints)) + clause.text
    return text + (" ?" if said[-1].asks else ""), said


def is_seen(clause: Said, reading: Reading) -> bool:
    ordered = (clause.intent, clause.child, clause.day) in acts(reading.requests)
    quoted = any(clause.text in words for words in reading.quoted)
    return ordered or quoted or reading.how(CHILDREN) in (How.SHOWN, How.ASKED)


@settings(max_examples=500)
@given(sentences())
def test_every_order_is_done_or_shown_or_asked_or_quoted(sentence: tuple[str, list[Said]]) -> None:
    text, said = sentence
    reading = read(text)
    assert [clause.text for clause in said if clause.intent and not is_seen(clause, reading)] == []


@settings(max_examples=500)
@given(sentences())
def test_nothing_is_done_at_once_that_no_clause_orders(sentence: tuple[str, list[Said]]) -> None:
    text, said = sentence
    reading = read(text)
    ordered = {(clause.intent, clause.child, clause.day) for clause in said}
    assert reading.how(CHILDREN) is not How.AT_ONCE or acts(reading.requests) <= ordered
