"""What clauses and groups leave unsaid, and take from their neighbours; what is wanted twice is wanted once."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from locales.fr.sentence import Clause, Group
from locales.requests import Request


def explained(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses without those that only say why; whom these name is whom the one before is about."""
    clauses = _announced(clauses)
    kept: list[Clause] = []
    for clause in clauses:
        if not clause.explains(kept[-1] if kept else None):
            kept.append(clause)
            continue
        for group in kept[-1].groups or [kept[-1].group]:
            group.people = group.people or [people for each in clause.groups for people in each.people]
    return kept


def _announced(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses without those that say of whom the next is; it is of them."""
    kept: list[Clause] = []
    for clause, after in zip_longest(clauses, clauses[1:]):
        if not clause.announces(after):
            kept.append(clause)
            continue
        for group in after.groups or [after.group]:
            group.people = [people for each in clause.groups for people in each.people]
    return kept


def share(clauses: Sequence[Clause], acts: Sequence[Clause]) -> None:
    """Whom and when a wish leaves unsaid is taken from the clause before it, else from the wish after it."""
    for before, clause in pairwise(clauses):
        if clause in acts:
            _lend(before, clause)
    for after, clause in pairwise(reversed(clauses)):
        if clause in acts and after in acts:
            _lend(after, clause)


def _lend(near: Clause, clause: Clause) -> None:
    """« Léa ne mange pas lundi mais mange mardi »; « papa absent lundi, Tom mange à la cantine »."""
    people = next((group.people for group in reversed(near.groups) if group.people), [])
    days = next((group for group in reversed(near.groups) if group.days), None)
    groups = clause.groups or [clause.group]
    if people and not any(group.people for group in groups):
        named = bool(clause.pronouns) and len(people) == 1 and len(people[0].names) == 1
        for group in groups:
            group.people, group.borrowed = list(people), group.borrowed or not named
    if days and not any(group.days for group in groups):
        for group in groups:
            group.days, group.excepted, group.borrowed = list(days.days), list(days.excepted), True


def completed(groups: list[Group], *, alone: bool) -> list[Group]:
    """Each group takes what it leaves unsaid from the one before, else from the one after.

    Whom is certain where a child is `alone`.
    """
    for before, group in pairwise(groups):
        group.services = group.services or list(before.services)
        if not group.people and before.people:
            opens = not (before.services or before.days)  # « Léa malade, pas de cantine lundi »
            group.people, group.borrowed = list(before.people), group.borrowed or not opens
        if not group.days and before.days:
            group.days, group.excepted, group.borrowed = list(before.days), list(before.excepted), True
    for group, after in pairwise(reversed(groups)):
        for name in ("services", "people", "days"):
            if not getattr(after, name) and getattr(group, name):
                setattr(after, name, list(getattr(group, name)))
                after.borrowed = after.borrowed or not (alone and name == "people")
    return groups


def merged(requests: list[Request]) -> list[Request]:
    """Requests for the same thing and children become one."""
    found: list[Request] = []
    for request in requests:
        twin = next(
            (r for r in found if (r.intent, r.services, r.who) == (request.intent, request.services, request.who)), None
        )
        if twin is None:
            found.append(request)
            continue
        found[found.index(twin)] = replace(
            twin,
            spans=twin.spans + request.spans,
            days=tuple(sorted({*twin.days, *request.days})),
            closed=tuple(sorted({*twin.closed, *request.closed})),
            shown_first=twin.shown_first or request.shown_first,
            notes=twin.notes + request.notes,
        )
    return found
