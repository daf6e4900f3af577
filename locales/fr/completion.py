"""A sentence completed by the former one: what it says is kept, what it leaves unsaid is taken from there."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from locales.fr.pieces.days import Piece
from locales.fr.pieces.exceptions import Except
from locales.fr.pieces.former import Former, besides, instead
from locales.fr.pieces.lists import Listed
from locales.fr.said import Said
from locales.fr.sentence import Clause, Group, Sentence
from locales.fr.wishes import People, Verb
from locales.requests import Intent, Request

Carry = Callable[[Piece, Former], Piece]


def former_of(request: Request) -> Former:
    return Former(tuple((span.first, span.last) for span in request.spans), request.days)


def people_of(request: Request) -> list[People]:
    return [People((name,)) for name in request.who]


def filled(group: Group, base: Request, carry: Carry) -> Clause:
    """The clause that `group` makes where `base` says the rest; `carry` reads its days after the former ones."""
    piece, former = group.piece(), former_of(base)
    services = group.services or ([base.services] if base.services else [])
    without = [people for people in group.people if people.without]
    people = [*people_of(base), *without] if without == group.people else group.people
    days = piece or former
    if base.spans and piece:
        days = carry(piece, former)
    return _clause(base.intent, Group(list(services), list(people), [days] if piece or base.spans else []))


def kept(base: Request) -> Clause:
    """The former request as it was."""
    return filled(Group(), base, instead)


def added(said: Said, bases: Sequence[Request], carry: Carry = besides) -> Sentence:
    """What is said, once for each different former request."""
    groups = said.plus or said.minus or [Group()]
    return completed(said, [filled(group, base, _carried(group, carry)) for base in bases for group in groups])


def _carried(group: Group, carry: Carry) -> Carry:
    """Days go on from the former ones; those of another child or service stand beside them."""
    return instead if carry is besides and (group.services or group.people) else carry


def replaced(said: Said, base: Request, others: Iterable[Request] = (), carry: Carry = instead) -> Sentence:
    """What is said in the place of `base`, the `others` as they were."""
    return completed(said, [*map(kept, others), *(filled(group, base, carry) for group in said.plus)])


def less(said: Said, bases: Sequence[Request], children: Sequence[str]) -> Sentence | None:
    """The former requests without what the sentence takes out; None where nothing is left of them."""
    clauses = [clause for base in bases if (clause := _less(said, base, children))]
    return completed(said, clauses) if clauses else None


def _less(said: Said, base: Request, children: Sequence[str]) -> Clause | None:
    services = [service for service in base.services if service not in said.minus_services]
    who = [name for name in base.who or children if name not in said.minus_names]
    plus = said.plus[0] if said.plus else Group()
    people = [*(People((name,)) for name in who), *plus.people]
    wanted = [tuple(services)] if services else []
    wanted += plus.services
    if (base.services and not wanted) or not people:
        return None
    former = former_of(base)
    days: Piece = former
    for taken in said.minus_days:
        days = Except(days, taken)
    if piece := plus.piece():
        days = Listed((days, instead(piece, former)))
    named = people if said.minus_names else people_of(base)
    return _clause(base.intent, Group(wanted, named, [days]))


def completed(said: Said, clauses: Iterable[Clause]) -> Sentence:
    """A sentence of `clauses`, with what was unclear in what was said."""
    distinct: list[Clause] = []
    for clause in clauses:
        if clause not in distinct:
            distinct.append(clause)
    old = said.sentence
    if said.is_asked:
        distinct = [replace(c, verbs=[]) if c.verbs[-1].intent is Intent.BOOK else c for c in distinct]
    for clause in distinct:
        clause.either = next((each.either for each in old.clauses if each.either), "")
    hints = old.hints & {"question", "can"}
    for clause in distinct:
        clause.hints |= {name for each in old.clauses for name in each.hints & {"question", "can"}}
    return Sentence(distinct, hints, [*old.unclear, *old.unread])


def _clause(intent: Intent, group: Group) -> Clause:
    return Clause(verbs=[Verb(intent)], groups=[group])


def contrary(request: Request) -> Request:
    """What taking `request` back amounts to."""
    intent = Intent.BOOK if request.intent is Intent.CANCEL else Intent.CANCEL
    return replace(request, intent=intent, notes=(), shown_first=False)
