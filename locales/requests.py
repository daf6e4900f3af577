"""What a sentence means, as values: requests, and the question to ask where it may mean two things."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.vocabulary import Service


class Intent(StrEnum):
    """What the writer wants."""

    BOOK = "book"
    CANCEL = "cancel"
    PLANNING = "planning"
    MENU = "menu"
    INVOICES = "invoices"
    DEADLINE = "deadline"
    HELP = "help"
    UNKNOWN = "unknown"


class How(StrEnum):
    """What is done with a reading, if all of it is possible."""

    AT_ONCE = "at-once"
    SHOWN = "shown"  # with Valider
    ASKED = "asked"
    TOLD = "told"  # nothing is changed


ACTING = (Intent.BOOK, Intent.CANCEL)
SHOWN = (Intent.PLANNING, Intent.MENU, Intent.INVOICES, Intent.DEADLINE, Intent.HELP)  # nothing is changed
SHOWN_FIRST = 5  # child-days; more are shown before they are done


class Follow(StrEnum):
    """How a sentence hangs together with what was last done or shown ("former")."""

    REPLACE = "replace"  # its requests take the place of all the former ones
    ADD = "add"  # its requests come besides the former ones
    UNDO = "undo"  # the former ones are taken back; its requests say what that amounts to


@dataclass(frozen=True, slots=True)
class Span:
    """Calendar days said, both ends included; None for an open end."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Note:
    """Something assumed or noticed while reading, to be said in the answer: `say(f"note-{name}", facts)`."""

    name: str
    facts: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """One wish.

    `services` empty = unsaid (book: the canteen; cancel: all that is booked); `who` empty = all the household's
    children; `spans` are the calendar days said, untruncated; `days` the school days in them, after today (today
    included where it was said), cut-offs not applied. `shown_first`: to be shown before it is done even when small
    (an open end, an assumption). `closed`: days said one by one that have no school, to be told why.
    `group`: requests with the same number above 0 are done together or not at all ("remplace lundi par mardi").
    """

    intent: Intent
    services: tuple[Service, ...] = ()
    who: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    days: tuple[date, ...] = ()
    closed: tuple[date, ...] = ()
    shown_first: bool = False
    notes: tuple[Note, ...] = ()
    group: int = 0


class Usual(StrEnum):
    """What is said of the usual week."""

    STATED = "stated"  # « d’habitude lundi et jeudi »
    FOLLOWED = "followed"  # « réserver comme d’habitude jusqu’à Noël »


@dataclass(frozen=True, slots=True)
class Habit:
    """That a sentence is of the usual week. `meals`: it names the canteen; `besides`: what it says is added.

    `fortnightly`: it speaks of even or odd weeks; `never`: it says that nothing is usual ("rien le lundi").
    """

    usual: Usual
    meals: bool = False
    fortnightly: bool = False
    never: bool = False
    besides: bool = False

    def holds(self, requests: Sequence[Request]) -> bool:
        """Whether `requests` are of that week: what is asked for or cancelled « comme d’habitude » is so in passing."""
        in_passing = (Intent.PLANNING, Intent.DEADLINE, Intent.MENU, Intent.INVOICES, Intent.CANCEL)
        return self.usual is Usual.STATED or all(request.intent not in in_passing for request in requests)


@dataclass(frozen=True, slots=True)
class Choice:
    """A possible reading, as a button: what it would mean. Its label is made of its requests, in full dates.

    `follows` is this reading's own: it may replace what was done before where another comes besides it.

    `label` names a ready-made sentence (`say(f"choice-{label}", facts)`) where dates alone do not tell them apart.
    """

    requests: tuple[Request, ...]
    label: str | None = None
    facts: tuple[tuple[str, object], ...] = ()
    follows: Follow | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Asked instead of guessing: `why` names its sentence (`say(f"ask-{why}", facts)`); no choices = asked openly."""

    why: str
    facts: tuple[tuple[str, object], ...] = ()
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence, read: with `ask`, `requests` hold the reading proposed first. `unread`: words nothing was made of.

    `quoted`: clauses nothing was made of, as written, to be said in the answer.

    `follows`: how the sentence continues the former one, from which `requests` take what it leaves unsaid; None for a
    sentence that stands by itself. `habit`: it is of the usual week, which its requests are to set or to follow.

    `at_home`: the Monday of a week that everybody is said to spend at home.
    """

    requests: tuple[Request, ...] = ()
    ask: Question | None = None
    unread: tuple[str, ...] = field(default=())
    follows: Follow | None = None
    quoted: tuple[str, ...] = ()
    habit: Habit | None = None
    at_home: date | None = None

    def how(self, children: Sequence[str]) -> How:
        """What would be done with it for a household of `children`."""
        acts = [request for request in self.requests if request.intent in ACTING]
        if self.ask:
            return How.ASKED
        if not acts:
            return How.TOLD
        days = {(child, day) for act in acts for child in act.who or children for day in act.days}
        shown = any(act.shown_first for act in acts) or len(days) > SHOWN_FIRST
        return How.SHOWN if shown else How.AT_ONCE


# The questions there are (`Question.why`), each with its facts.
QUESTIONS = frozenset(
    {
        "which-day",  # said: (weekday, number, month, year) as written, 0 where unsaid; for a date that does not exist
        "far-date",  # day: the date proposed, so far ahead that another may be meant
        "which-period",  # which week, part of a month, or year
        "which-days",  # no day said, or an end without its start
        "which-service",  # garderie without matin or soir
        "which-child",  # name: the first name nobody bears, or None ("ma fille", "mes deux enfants")
        "either-or",  # days, services or children joined by "ou"
        "what-to-do",  # days without a verb, or a question that may be a request
        "nothing-excepted",  # an exception that takes nothing out
        "not-sure",  # words: those that may change the meaning ("peut-être", "si", "pas", "oublié"), as written
        "no-context",  # it continues a sentence there is none of
        "add-or-replace",  # besides what was done before, or in its place
        "undo",  # « non » and nothing else
        "too-long",  # more words than a request has
    }
)

# What is noticed or assumed while reading (`Note.name`), each with its facts.
NOTES = frozenset(
    {
        "already-begun",  # first, last: of a range that began before today
        "until-year-end",  # last: the last class day, where no end was said
        "exception-unused",  # spans: the days excepted, none of which was among the others; (first, last) each
        "only-that-day",  # day: "dès la rentrée" read as that day alone
    }
)
