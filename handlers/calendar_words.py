"""What is typed under an open calendar: its keys by name, a month to turn to, days taken out of what is marked."""

from dataclasses import replace
from datetime import date

from handlers import calendar
from handlers.buttons import MarkPeriod, Turn
from handlers.reply import Reply
from handlers.screens import Former, keys_of
from handlers.visit import Visit
from locales.fr import grammar
from locales.fr.amending import month_said, taken_out
from locales.fr.assent import bare
from locales.fr.put_back import Part, part_said
from models.actions import leaves
from models.rules.booking import Meal
from models.rules.leaf import View
from models.rules.selection import Selection
from models.tables import Draft


def typed(text: str, former: Former, visit: Visit) -> Reply | None:
    """« Tom », « janvier », « pas lundi »; None for a sentence of its own, and for days to be marked."""
    draft = former.draft
    assert draft
    if key := _named(text, draft) or _month(text, draft, visit):
        reply = calendar.turn(key, visit) if isinstance(key, Turn) else calendar.mark_period(key, visit)
        return replace(reply, in_place=False)
    rest = taken_out(text)
    return _without(rest, draft, visit) if rest else None


def _named(text: str, draft: Draft) -> Turn | MarkPeriod | None:
    """The key of that name, of those that turn the calendar."""
    keys = [(bare(label), key) for label, key in keys_of(draft) if isinstance(key, (Turn, MarkPeriod))]
    said = bare(text)
    return next((key for label, key in keys if label == said and not any(map(str.isdigit, label))), None)


def _month(text: str, draft: Draft, visit: Visit) -> Turn | None:
    """The next month of that name, this one included."""
    month = month_said(text)
    if month is None:
        return None
    leaf, today = leaves.leaf_of(draft), visit.today
    first = date(today.year + (month < today.month), month, 1)
    return Turn(draft.id, first, View.MONTH, leaf.child_id, leaf.service)


def _without(rest: str, draft: Draft, visit: Visit) -> Reply:
    """What is marked on those days is so no more; where nothing is, what is booked there is marked to be taken out."""
    names = visit.person.names
    selection = leaves.true_selection(visit.session, leaves.leaf_of(draft).selection)
    part, days = part_said(rest, tuple(names.values())), _days(rest, visit)
    named = {meal for meal in selection.meals if part and _holds(part, meal, visit)}
    gone = named or {meal for meal in selection.meals if meal.day in days}
    if gone:
        return calendar.select(Selection(selection.add - gone, selection.remove - gone), draft, visit)
    return calendar.select_typed(days, draft, visit, wanted=False) if days else Reply(visit.say("calendar-stays"))


def _holds(part: Part, meal: Meal, visit: Visit) -> bool:
    return meal.child_id in visit.person.names and part.holds(meal.day, meal.service, visit.person.names[meal.child_id])


def _days(rest: str, visit: Visit) -> list[date]:
    """The days said, where nothing of them is to be asked."""
    reading = grammar.read(
        rest,
        now=visit.commune.local(visit.instant),
        calendar=visit.commune.calendar,
        children=tuple(visit.person.names.values()),
    )
    doubtful = reading.ask and reading.ask.why != "what-to-do"
    return [] if doubtful else sorted({day for request in reading.requests for day in request.days})
