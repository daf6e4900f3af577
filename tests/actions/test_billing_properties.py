"""Any month, through the database: what is issued is what was drafted, in whatever order it came; twice is once."""

from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.actions import billing
from models.actions.invoices import lines_of
from models.rules.lines import Line, total
from models.tables import Child, Household
from models.vocabulary import State
from tests.paper import empty_town
from tests.till import JANUARY, Till, commune

DECEMBER = date(2026, 12, 1)
RULES = commune()
DAYS = st.sampled_from([1, 3, 4, 7, 8, 10, 11, 14, 15, 17, 18])
WHO = st.sampled_from([("Léa", "durand"), ("Tom", "durand"), ("Inès", "petit"), ("Inès", "lefevre")])
EVENTS = st.one_of(
    st.tuples(st.just("meal"), WHO, DAYS, st.sampled_from(State)),
    st.tuples(st.just("roll"), WHO, DAYS, st.booleans()),
    st.tuples(st.just("morning"), WHO, DAYS, st.just("08:00")),
    st.tuples(st.just("evening"), WHO, DAYS, st.sampled_from(["16:45", "17:30", "18:29", "18:40", "19:10"])),
)
Event = tuple[str, tuple[str, str], int, Any]


def story(events: list[Event]) -> list[Event]:
    """A child, a service and a day once, as the unique keys have it."""
    kept: dict[object, Event] = {}
    for event in events:
        kept.setdefault((event[0], event[1][0], event[2]), event)
    return list(kept.values())


def told(till: Till, events: list[Event]) -> None:
    homes: dict[str, Household] = {name: till.household(name) for name in ("durand", "petit", "lefevre")}
    children: dict[str, Child] = {}
    for name, foyer in (("Léa", "durand"), ("Tom", "durand"), ("Inès", "petit"), ("Inès", "lefevre")):
        children[name] = till.child(name, homes[foyer])
    for kind, (name, foyer), day, what in events:
        child, home = children[name], homes[foyer]
        match kind:
            case "meal":
                till.meals(child, home, day, state=what)
            case "roll":
                till.roll(child, home, day, there=what)
            case "morning":
                till.morning(child, home, day, what)
            case _:
                till.evening(child, home, day, what)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(EVENTS, max_size=25).map(story), st.randoms())
def test_what_is_issued_is_what_was_drafted_and_twice_is_once(events: list[Event], chance: Any) -> None:
    drafts: list[dict[str, tuple[Line, ...]]] = []
    for _ in range(2):
        with empty_town() as session:
            told(Till(session), events)
            drawn = billing.draft(session, DECEMBER, RULES, JANUARY).statements
            issued = billing.issue(session, DECEMBER, RULES, JANUARY).issued
            assert [(one.household_id, lines_of(one)) for one in issued] == [(s.household_id, s.lines) for s in drawn]
            assert [one.total for one in issued] == [total(s.lines) for s in drawn]
            assert [one.number for one in issued if one.number] == [
                n for n, _ in enumerate((s for s in drawn if s.total >= RULES.pricing.least), 1)
            ]
            assert billing.issue(session, DECEMBER, RULES, JANUARY).issued == ()
            drafts.append({one.key: one.lines for one in drawn})
        chance.shuffle(events)
    assert drafts[0] == drafts[1]
