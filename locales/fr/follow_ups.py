"""Sentences that continue the one before: « non, le 4 », « et aussi pour Tom », « pareil la semaine d'après ».

Each rule looks at what a sentence says and either passes or tells how it follows: completed by what the former
requests said, it is a sentence like any other, read by the same grammar.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from locales.fr.completion import added, completed, filled, former_of, kept, less, replaced
from locales.fr.pieces.clock import Clock
from locales.fr.pieces.former import Among, Besides, Likewise, instead, touches
from locales.fr.pieces.lists import Listed
from locales.fr.said import Said
from locales.fr.sentence import Clause, Group, Sentence
from locales.fr.wishes import Verb
from locales.requests import ACTING, SHOWN, Follow, Intent, Request

ELSE = {
    "menu",
    "invoices",
    "owe",
    "deadline",
    "help",
    "planning",
    "what",
    "know",
    "born",
    "still",
}  # asks for something else


class Way(NamedTuple):
    """One way a sentence may follow: completed, or None to take the former back.

    `label` names the choice where days do not tell; `together`: its requests are done all or none.
    """

    follows: Follow
    sentence: Sentence | None = None
    label: str | None = None
    together: bool = False


class Followed(NamedTuple):
    """The ways a sentence may follow, the first proposed; `why` names the question about them, where there is one."""

    ways: tuple[Way, ...] = ()
    why: str = ""


class Context(NamedTuple):
    """What there is to follow: the former requests that act, those that lack days, else those that showed something."""

    acts: list[Request]
    lacking: list[Request]
    shown: list[Request]
    children: Sequence[str]
    clock: Clock


STANDS = Followed()
NO_CONTEXT = Followed(why="no-context")
UNDO = Followed((Way(Follow.UNDO),))
Rule = Callable[[Said, Context], Followed | None]


def followed(sentence: Sentence, former: Sequence[Request], children: Sequence[str], clock: Clock) -> Followed:
    """How `sentence` follows the `former` requests; no ways and no question where it stands by itself."""
    if sentence.hints & ELSE or sentence.swap is not None:
        return STANDS
    said = Said(sentence)
    if said.is_told or ("isit" in sentence.hints and "can" not in sentence.hints):
        return STANDS
    context = _context(former, children, clock)
    return next((found for rule in RULES if (found := rule(said, context)) is not None), STANDS)


def _context(former: Sequence[Request], children: Sequence[str], clock: Clock) -> Context:
    acts = [request for request in former if request.intent in ACTING and request.spans]
    lacking = [] if acts else [request for request in former if request.intent in ACTING]
    shown = [] if acts else [request for request in former if request.intent in SHOWN]
    return Context(acts, lacking, shown, children, clock)


def take_back(said: Said, context: Context) -> Followed | None:
    """« annule ça », "laisse tomber", "non, annule"."""
    if said.has_something or said.is_unsure:
        return None
    cancels = bool(said.verbs) and said.verbs[-1].intent is Intent.CANCEL
    by_verb = cancels and ("that" in said.marks or "no" in said.opening)
    if not by_verb and ("undo" not in said.marks or said.verbs):
        return None
    return UNDO if context.acts else NO_CONTEXT


def bare_no(said: Said, context: Context) -> Followed | None:
    """« non », alone, may answer something else: asked."""
    if "no" not in said.opening or said.has_something or said.verbs or said.is_unsure:
        return None
    return Followed((Way(Follow.UNDO, label="undo"),), "undo") if context.acts else NO_CONTEXT


def answer(said: Said, context: Context) -> Followed | None:
    """« jeudi et vendredi », just after "réserver cantine", which lacked its days."""
    if not context.lacking or said.full_verb or not said.attributes or said.taken_out:
        return None
    return Followed((Way(Follow.REPLACE, added(said, context.lacking)),))


def complete(said: Said, context: Context) -> Followed | None:
    """A sentence that says all stands by itself, unless it opens with "non" or "et": « non, réserve le 4 »."""
    if not said.is_complete:
        return None
    intents = {request.intent for request in context.acts}
    if _joins(said, context):
        return _adding(said, context.acts)
    if said.full_verb:
        corrects = "no" in said.opening and {verb.intent for verb in said.verbs} == intents
        return _replacing(said, context) if corrects else STANDS
    if not context.acts or said.verbs:
        return STANDS
    if said.opening & {"no", "rather"}:
        return _replacing(said, context)
    return _adding(said, context.acts) if "also" in said.opening else STANDS


def with_verb(said: Said, context: Context) -> Followed | None:
    """« ajoute Tom », "enlève jeudi", "pas de garderie", "Tom mange aussi": a verb that bears on what was said."""
    if not said.verbs:
        return None
    acts = context.acts
    if not said.has_something and (asked := _asked_about(said, context)):
        return Followed((Way(Follow.ADD, completed(said, asked)),))
    if said.full_verb:
        joins = "also" in said.marks and "days" not in said.attributes
        return _adding(said, acts) if joins and said.has_something and acts else STANDS
    if not acts or not said.has_something:
        return STANDS
    if said.verbs[-1].intent is Intent.CANCEL and any(request.intent is Intent.BOOK for request in acts):
        return _removing(said, context)
    return _adding(said, [replace(request, intent=said.verbs[-1].intent) for request in acts])


def _asked_about(said: Said, context: Context) -> list[Clause]:
    """« alors annule », just after "est-ce que Léa mange lundi ?": that Monday, for Léa."""
    dated = [] if said.is_unsure or said.is_asked else [request for request in context.shown if request.spans]
    planned = [request for request in dated if request.intent is Intent.PLANNING]
    return [kept(replace(request, intent=said.verbs[-1].intent)) for request in planned]


def exception(said: Said, context: Context) -> Followed | None:
    """« sauf jeudi », "sauf Tom", "non pas Léa, Tom", "vendredi, pas jeudi"."""
    if not said.taken_out or "services" in said.attributes:
        return None
    return _removing(said, context) if context.acts else _alone(said)


def alike(said: Said, context: Context) -> Followed | None:
    """« pareil la semaine d'après », "idem pour Tom"; « pareil », alone, does not say when."""
    if "same" not in said.marks:
        return None
    bases = context.acts or context.shown
    if not bases:
        return _alone(said)
    if not said.has_something:
        return Followed((Way(Follow.ADD, _undated(said, bases)),))
    return Followed((Way(Follow.ADD, added(said, bases, Likewise)),))


def only(said: Said, context: Context) -> Followed | None:
    """« que le midi », "seulement jeudi": the former requests, and of them only that."""
    if "only" not in said.marks or len(said.attributes) != 1:
        return None
    if not context.acts:
        return _alone(said)
    clauses = [filled(group, base, Among) for base in context.acts for group in said.plus]
    return Followed((Way(Follow.REPLACE, completed(said, clauses)),))


def tied(said: Said, context: Context) -> Followed | None:
    """« non, le 4 », "plutôt vendredi", "et aussi pour Tom", "le soir aussi"."""
    marks = said.marks & {"no", "rather", "undo", "also"}
    if not marks or not said.attributes:
        return None
    if context.acts:
        return _replacing(said, context) if marks - {"also"} else _adding(said, context.acts)
    if context.shown:
        return Followed((Way(Follow.ADD, added(said, context.shown, Besides)),))
    return _alone(said)


def bare(said: Said, context: Context) -> Followed | None:
    """« vendredi », « le soir » or « Tom », alone, just after something was done: besides it, or in its place?"""
    if said.marks or not context.acts or said.is_unsure or said.sentence.hints:
        return None
    if not said.attributes or {"days", "people"} <= said.attributes:
        return None
    if said.attributes == {"services"} and all(
        filled(g, r, Among).group.services == [r.services] for r in context.acts for g in said.plus
    ):
        return None
    adds, replaces = _adding(said, context.acts).ways, _replacing(said, context).ways
    if len(adds) == len(replaces) == 1:
        return Followed((adds[0]._replace(label="besides"), replaces[0]._replace(label="instead")), "add-or-replace")
    return Followed((*adds, *replaces), "add-or-replace")


def _joins(said: Said, context: Context) -> bool:
    """« réserve aussi la garderie jeudi », just after something for one child: whom is taken from there."""
    adds = "also" in said.marks or any(verb.hangs and verb.intent is Intent.BOOK for verb in said.verbs)
    alike = {request.intent for request in context.acts} == {verb.intent for verb in said.verbs or [Verb(Intent.BOOK)]}
    return adds and alike and "people" not in said.attributes and any(request.who for request in context.acts)


RULES: tuple[Rule, ...] = (take_back, bare_no, answer, complete, with_verb, exception, alike, only, tied, bare)


def _alone(said: Said) -> Followed:
    """Where there is nothing to follow: a child and days still say something, anything less does not."""
    return STANDS if {"days", "people"} <= said.attributes else NO_CONTEXT


def _undated(said: Said, bases: Sequence[Request]) -> Sentence:
    clauses = [kept(base) for base in bases]
    for clause in clauses:
        clause.group.days = []
    return completed(said, clauses)


def _adding(said: Said, acts: Sequence[Request]) -> Followed:
    """Besides the former requests; asked where days are said and some were to be booked, others cancelled."""
    dated = "days" in said.attributes
    swapped = [request for request in acts if request.group and request.intent is Intent.BOOK]
    bases = swapped if dated and swapped else list(acts)
    together = bool(swapped) and not dated
    intents = dict.fromkeys(request.intent for request in bases)
    if not dated or len(intents) == 1:
        return Followed((Way(Follow.ADD, added(said, bases), together=together),))
    ways = [Way(Follow.ADD, added(said, [r for r in bases if r.intent is intent])) for intent in intents]
    return Followed(tuple(ways), "either-or")


def _replacing(said: Said, context: Context) -> Followed:
    """In the place of the former requests; asked which of them, where they differ in what is said."""
    acts = context.acts
    at = _meant(said, acts)
    if at is not None:
        others = [request for request in acts if request is not acts[at]]
        return Followed((Way(Follow.REPLACE, replaced(said, acts[at], others), together=bool(acts[at].group)),))
    if "days" not in said.attributes or len({request.days for request in acts}) == 1:
        clauses = [filled(group, base, instead) for base in acts for group in said.plus]
        return Followed((Way(Follow.REPLACE, completed(said, clauses), together=bool(acts[0].group)),))
    ways = [Way(Follow.REPLACE, replaced(said, base, [other for other in acts if other is not base])) for base in acts]
    return Followed(tuple(ways), "either-or")


def _meant(said: Said, acts: Sequence[Request]) -> int | None:
    """Which former request is meant, if one is: the only one, that of the child named, or what a swap has taken."""
    names = {name for group in said.plus for people in group.people for name in people.names}
    named = [at for at, request in enumerate(acts) if names and set(request.who) == names]
    taken = [at for at, request in enumerate(acts) if request.group and request.intent is Intent.BOOK]
    if len(acts) == 1:
        return 0
    if "days" not in said.attributes:
        return None
    return next((found[0] for found in (named, taken) if len(found) == 1), None)


def _removing(said: Said, context: Context) -> Followed:
    """The former requests without what is taken out; none left: they are taken back."""
    acts, clock = context.acts, context.clock
    if len(said.taken_out) > 1:
        return _cancelling(said, acts)
    _sort(said, acts, clock)
    formers = [former_of(request) for request in acts]
    missed = said.minus_days and not any(touches(f, piece, clock) for f in formers for piece in said.minus_days)
    if missed or (said.minus_services and not any(said.minus_services & set(r.services) for r in acts)):
        return STANDS
    rest = less(said, acts, context.children)
    return Followed((Way(Follow.REPLACE, rest),)) if rest else UNDO


def _sort(said: Said, acts: Sequence[Request], clock: Clock) -> None:
    """« pas jeudi, vendredi »: of the days after "pas", those that were not said before are said instead."""
    for piece in [piece for piece in said.minus_days if isinstance(piece, Listed)]:
        hit = [p for p in piece.pieces if any(touches(former_of(request), p, clock) for request in acts)]
        missed = [p for p in piece.pieces if p not in hit]
        if hit and missed:
            said.minus_days = [other for other in said.minus_days if other is not piece] + hit
            said.plus = [*said.plus, Group(days=[Listed(tuple(missed)) if len(missed) > 1 else missed[0]])]


def _cancelling(said: Said, acts: Sequence[Request]) -> Followed:
    """« enlève Tom jeudi »: that alone, of what was to be booked."""
    bases = [replace(request, intent=Intent.CANCEL) for request in acts if request.intent is Intent.BOOK]
    clauses = [filled(group, base, Among) for base in bases for group in said.minus]
    return Followed((Way(Follow.ADD, completed(said, clauses)),)) if clauses else STANDS
