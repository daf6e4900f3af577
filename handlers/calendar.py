"""/calendrier: days marked with taps, kept in the database, done with one Valider; the truth on every phone."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from handlers import booking, calendar_keys
from handlers.buttons import Abandon, MarkDays, MarkPeriod, OpenCalendar, Turn, ValidateMarks
from handlers.calendar_keys import Squares
from handlers.reply import Key, Reply
from handlers.visit import Visit
from locales.answers import capital
from locales.fr import grammar
from locales.fr.spelling import write_month
from locales.voice import Spoken, Voice
from models.actions import drafts, leaves, people
from models.actions.booking import Origin, write
from models.refusals import Refusal
from models.rules.booking import Meal, Timing
from models.rules.cutoffs import next_deadlines
from models.rules.leaf import Leaf, View, month_to_open, on
from models.rules.recalls import first_recall
from models.rules.selection import Selection
from models.rules.squares import Square, look
from models.tables import Draft
from models.vocabulary import Period, Service

LONGEST_SPAN = timedelta(days=400)  # days a tap may mark; a school year and a little
TURNED_TO = timedelta(days=1500)  # from today, either way


def show(text: str, visit: Visit) -> Reply:
    """/calendrier, at the month of the next day that can be booked, or at the days said behind it."""
    return _open(_asked_for(text, visit) or _next_open(visit), visit)


def open_at(button: OpenCalendar, visit: Visit) -> Reply:
    return _open(button.day, visit) if _is_near(button.day, visit) else Reply(visit.say("stale-button"))


def _open(day: date, visit: Visit) -> Reply:
    draft = leaves.open_leaf(visit.session, visit.telegram_id, Leaf(day), visit.origin())
    return _shown(draft, leaves.leaf_of(draft), visit)


def _asked_for(text: str, visit: Visit) -> date | None:
    """The first day of what is said behind the command: "janvier", "semaine 50"."""
    requests = grammar.read(
        text, now=visit.commune.local(visit.instant), calendar=visit.commune.calendar, children=()
    ).requests
    days = [span.first or span.last for request in requests for span in request.spans]
    return next((day for day in days if day and _is_near(day, visit)), None)


def _next_open(visit: Visit) -> date:
    found = next_deadlines(visit.commune.cutoffs, visit.commune.calendar, visit.now, 1)
    return month_to_open(found[0][0] if found else visit.today)


def _is_near(day: date, visit: Visit) -> bool:
    return abs(day - visit.today) <= TURNED_TO


# Taps


def turn(button: Turn, visit: Visit) -> Reply:
    """Another month or week, child or service; what is marked stays so."""
    draft = leaves.find(visit.session, button.draft_id, visit.telegram_id)
    known = button.child_id in (0, *visit.person.names)
    if draft is None or not known or not _is_near(button.anchor, visit):
        return Reply(visit.say("calendar-stale"))
    leaf = on(leaves.leaf_of(draft), button.anchor, button.view, button.child_id, button.service)
    return _shown(draft, leaf, visit, in_place=True)


def mark(button: MarkDays, visit: Visit) -> Reply:
    """A day, a week, a weekday of the month, a month, a year: marked, or taken back if all of it was."""
    draft = leaves.find(visit.session, button.draft_id, visit.telegram_id)
    if draft is None or not _is_near(button.first, visit) or button.last - button.first > LONGEST_SPAN:
        return Reply(visit.say("calendar-stale"))
    leaf = leaves.leaf_of(draft)
    if leaf.ranging and button.first == button.last:
        return _end_of_period(button, draft, leaf, visit)
    return _toggle(Period(button.first, button.last), button, draft, leaf, visit)


def mark_period(button: MarkPeriod, visit: Visit) -> Reply:
    """The next two days tapped are the ends of a period; a second tap thinks better of it."""
    draft = leaves.find(visit.session, button.draft_id, visit.telegram_id)
    if draft is None:
        return Reply(visit.say("calendar-stale"))
    leaf = leaves.leaf_of(draft)
    return _shown(draft, replace(leaf, ranging=not leaf.ranging, since=None), visit, in_place=True)


def _end_of_period(button: MarkDays, draft: Draft, leaf: Leaf, visit: Visit) -> Reply:
    if leaf.since is None:
        return _shown(draft, replace(leaf, since=button.first), visit, in_place=True)
    ends = sorted((leaf.since, button.first))
    whole = replace(leaf, ranging=False, since=None)
    return _toggle(Period(*ends), button, draft, whole, visit)


def _toggle(period: Period, button: MarkDays, draft: Draft, leaf: Leaf, visit: Visit) -> Reply:
    squares = _squares(_days(period, button.weekday, visit), (button.service,), leaf, visit)
    before = leaves.true_selection(visit.session, leaf.selection)
    after = before.toggled(squares.values())
    if after == before:
        return _shown(draft, leaf, visit, in_place=True, toast=_why_not(list(squares.values()), visit))
    return _shown(draft, replace(leaf, selection=after), visit, in_place=True)


def _days(period: Period, weekday: int, visit: Visit) -> list[date]:
    """One day whatever it is; of more, those with school."""
    if period.first == period.last:
        return [period.first]
    days = visit.commune.calendar.open_days(period)
    return [day for day in days if weekday in (0, day.isoweekday())]


def _why_not(squares: Sequence[Square], visit: Visit) -> str:
    """Over the chat, why a tap changes nothing."""
    voice = Voice(visit.today, markup=False)
    why = squares[0].why if len(squares) == 1 else None
    if why is None:
        return voice.say("calendar-nothing-there")
    reason, (square,) = voice.explain(why), squares
    return voice.say("calendar-absence", reason=Spoken(reason), day=square.day) if _may_be_absent(square) else reason


def _may_be_absent(square: Square) -> bool:
    return square.is_locked and bool(square.booked)


# Deciding


def validate(button: ValidateMarks, visit: Visit) -> Reply:
    """Valider: what is marked is judged now and done in one transaction, what is refused says why."""
    draft = leaves.find(visit.session, button.draft_id, visit.telegram_id)
    if draft is None:
        return Reply(visit.say("already-decided"))
    if not leaves.leaf_of(draft).selection:
        return Reply("", toast=Voice(markup=False).say("calendar-nothing-marked"))
    drafts.take(visit.session, draft.id, visit.telegram_id, visit.now)
    _close_on_screen(draft, "calendar-decided", visit)
    selection = leaves.true_selection(visit.session, leaves.leaf_of(draft).selection)
    return replace(_carry_out(selection, visit), in_place=True)


def abandon(button: Abandon, visit: Visit) -> Reply:
    """Abandonner, under whatever waits for a decision: nothing of it is done."""
    draft = leaves.find(visit.session, button.draft_id, visit.telegram_id)
    if draft:
        _close_on_screen(draft, "calendar-closed", visit)
    return booking.abandon(button, visit)


def _close_on_screen(draft: Draft, name: str, visit: Visit) -> None:
    """A calendar decided on elsewhere, in a notice or in words, no longer looks open."""
    if draft.shown_as and draft.shown_as != visit.tapped:
        key = Key(visit.say("key-calendar"), OpenCalendar(leaves.leaf_of(draft).anchor))
        visit.tell([visit.telegram_id], "calendar", Reply(visit.say(name), ((key,),), edits=draft.shown_as))


def _carry_out(selection: Selection, visit: Visit) -> Reply:
    if not selection:
        return Reply(visit.say("calendar-nothing-stands"))
    at = Timing(visit.instant, visit.now)
    verdicts = leaves.judged(visit.session, selection, visit.person, at=at, commune=visit.commune)
    receipt = write(visit.session, verdicts, visit.person.pupils, Origin(visit.instant), visit.stamp)
    return booking.conclude(receipt, verdicts, visit)


def select(selection: Selection, draft: Draft, visit: Visit) -> Reply:
    """The calendar with that marked on it, as a message of its own."""
    return _shown(draft, replace(leaves.leaf_of(draft), selection=selection), visit)


def select_typed(days: Sequence[date], draft: Draft, visit: Visit, *, wanted: bool = True) -> Reply:
    """« du 3 au 14 », typed while the calendar is open, is marked on it; or, not `wanted`, to be taken out."""
    leaf = leaves.leaf_of(draft)
    squares = _squares(days, (leaf.service,), leaf, visit)
    marked_ = leaves.true_selection(visit.session, leaf.selection)
    selection = (marked_.with_all if wanted else marked_.with_none)(squares.values())
    anchor = days[0] if days else leaf.anchor
    refused = [square.why for square in squares.values() if square.why]
    reply = _shown(draft, replace(leaf, anchor=anchor, selection=selection), visit)
    return replace(reply, text="\n\n".join([reply.text, *_refusals(refused, visit)]))


def _refusals(refused: Sequence[Refusal], visit: Visit) -> list[str]:
    lines = [visit.say("refusal", reason=Spoken(visit.voice.explain(why))) for why in refused]
    return ["\n".join([visit.say("refused"), *lines])] if lines else []


# What is shown


def _shown(draft: Draft, leaf: Leaf, visit: Visit, *, in_place: bool = False, toast: str | None = None) -> Reply:
    """The leaf as it stands now; what is marked on it is kept."""
    leaf = replace(leaf, selection=leaves.true_selection(visit.session, leaf.selection))
    asked = [(meal.service, meal.day) for meal in leaf.selection.meals]
    leaves.keep(draft, leaf, first_recall(asked, visit.now, visit.commune))
    reply = _drawn(draft, leaf, visit)
    drafts.keep_screen(draft, reply.contents())
    booking.remember((), visit, draft_id=draft.id)
    return replace(reply, in_place=in_place, toast=toast)


def _drawn(draft: Draft, leaf: Leaf, visit: Visit) -> Reply:
    squares = _squares(leaf.days, leaf.services, leaf, visit)
    return Reply(_text(leaf, squares, visit), calendar_keys.keys(leaf, squares, draft.id, visit), draft_id=draft.id)


def _squares(days: Iterable[date], services: Sequence[Service], leaf: Leaf, visit: Visit) -> Squares:
    days, children = list(days), _children(leaf, visit)
    meals = [Meal(child, service, day) for day in days for service in services for child in children]
    facts = leaves.facts(visit.session, meals, visit.person)
    return look(days, services, children, facts, at=Timing.at(visit.now), commune=visit.commune)


def _children(leaf: Leaf, visit: Visit) -> tuple[int, ...]:
    names = visit.person.names
    return (leaf.child_id,) if leaf.child_id in names else tuple(names)


def _text(leaf: Leaf, squares: Squares, visit: Visit) -> str:
    marks = [visit.say(name) for name in calendar_keys.legends(squares, leaf)]
    legend = [visit.say("calendar-legend", marks=Spoken("  ".join(marks)))] if marks else []
    return "\n".join([_title(leaf, visit), *legend, "", *_state(leaf, visit)])


def _title(leaf: Leaf, visit: Visit) -> str:
    names = visit.person.names
    children = [names[child] for child in _children(leaf, visit)]
    if leaf.view is View.WEEK:
        (monday,) = leaf.mondays
        number = monday.isocalendar().week
        when = visit.say("calendar-week", number=number, first=leaf.days[0], last=leaf.days[-1])
        return visit.say("calendar-title", when=Spoken(capital(when)), children=children)
    when = capital(write_month(leaf.month.first))
    return visit.say("calendar-title-service", when=when, services=leaf.service, children=children)


def _state(leaf: Leaf, visit: Visit) -> list[str]:
    """What is marked and not done yet, and what to do next."""
    if leaf.ranging:
        ask = visit.say("calendar-to", day=leaf.since) if leaf.since else visit.say("calendar-from")
        return [*marked(leaf.selection, visit), ask]
    if not leaf.selection:
        return [visit.say("calendar-how")]
    return [visit.say("calendar-not-yet"), *marked(leaf.selection, visit), visit.say("calendar-remember")]


def marked(selection: Selection, visit: Visit) -> list[str]:
    """What waits for Valider, a line each."""
    answer = booking.answer(visit)
    return [
        line
        for name, meals in (("mark-to-add", selection.add), ("mark-to-remove", selection.remove))
        for line in answer.marked(name, sorted(meals, key=lambda meal: (meal.day, meal.service, meal.child_id)))
    ]


# On other phones


def keep_true(visit: Visit) -> None:
    """After a change, the calendars open on every phone of the household show it."""
    if not visit.changed:
        return
    chats = [chat for _, chat in people.accounts_of(visit.session, visit.person.households)]
    for draft in drafts.on_phones(visit.session, leaves.KIND, chats, visit.now):
        other = _of(draft, visit)
        leaf = leaves.leaf_of(draft)
        leaf = replace(leaf, selection=leaves.true_selection(visit.session, leaf.selection))
        if visit.changed & set(other.person.names):
            visit.tell([draft.telegram_id], "calendar", replace(_drawn(draft, leaf, other), edits=draft.shown_as))


def _of(draft: Draft, visit: Visit) -> Visit:
    """The visit its owner would pay now."""
    known = people.identify(visit.session, draft.telegram_id)
    return Visit(visit.session, visit.commune, visit.voice, draft.telegram_id, visit.now, visit.now, known=known)
