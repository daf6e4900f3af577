"""What taps on a calendar add up to."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from models.refusals import TooLate
from models.rules.booking import Meal
from models.rules.selection import Selection, booked_on, meals_of
from models.rules.squares import Square
from models.vocabulary import Service

MONDAY = date(2026, 11, 30)
LATE = TooLate(MONDAY, datetime(2026, 11, 27, 9, tzinfo=ZoneInfo("Europe/Paris")))
LEA, TOM = 1, 2


def square(offset: int, booked: tuple[int, ...] = (), *, late: bool = False) -> Square:
    day = MONDAY + timedelta(days=offset)
    return Square(day, Service.CANTINE, (LEA, TOM), booked, why=LATE if late else None)


def meal(offset: int, child: int) -> Meal:
    return Meal(child, Service.CANTINE, MONDAY + timedelta(days=offset))


def test_a_tap_adds_those_who_are_not_booked() -> None:
    assert Selection().toggled([square(0, (LEA,))]) == Selection(add=frozenset({meal(0, TOM)}))


def test_a_second_tap_takes_all_of_them_out() -> None:
    once = Selection().toggled([square(0, (LEA,))])
    assert once.toggled([square(0, (LEA,))]) == Selection(remove=frozenset({meal(0, LEA)}))


def test_a_third_tap_is_the_first() -> None:
    first = Selection().toggled([square(0, (LEA,))])
    assert first.toggled([square(0, (LEA,))]).toggled([square(0, (LEA,))]) == first


def test_a_locked_day_is_never_marked() -> None:
    assert not Selection().toggled([square(0, late=True)])
    assert not Selection().toggled([square(0, (LEA, TOM), late=True)])


def test_a_week_that_is_partly_marked_is_marked_whole_first() -> None:
    week = [square(0, (LEA, TOM)), square(1), square(3)]
    marked = Selection().toggled([square(1)]).toggled(week)
    assert marked.add == {meal(1, LEA), meal(1, TOM), meal(3, LEA), meal(3, TOM)}
    assert marked.toggled(week) == Selection(remove=frozenset({meal(0, LEA), meal(0, TOM)}))


def test_what_another_parent_did_meanwhile_is_no_longer_marked() -> None:
    marked = Selection(add=frozenset({meal(0, LEA)}), remove=frozenset({meal(1, TOM)}))
    assert not marked.true_to({meal(0, LEA)})
    assert marked.true_to({meal(1, TOM)}) == marked


SQUARES = st.lists(
    st.builds(square, st.integers(0, 6), st.sampled_from([(), (LEA,), (TOM,), (LEA, TOM)]), late=st.booleans()),
    unique_by=lambda each: each.day,
    min_size=1,
)


@given(SQUARES, st.lists(st.sets(st.integers(0, 6)), max_size=8))
def test_any_taps_leave_a_selection_that_can_be_carried_out(squares: list[Square], taps: list[set[int]]) -> None:
    marked = Selection()
    for tap in taps:
        marked = marked.toggled([each for each in squares if (each.day - MONDAY).days in tap])
    assert not marked.add & marked.remove
    for each in squares:
        booked = {m for m in meals_of(each) if m.child_id in each.booked}
        assert not marked.add & booked
        assert marked.remove & set(meals_of(each)) <= booked
        assert not (each.why and marked.meals & set(meals_of(each)))
    assert marked == marked.true_to({meal for each in squares for meal in booked_on(each)})
