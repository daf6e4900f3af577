"""What an agent's sentence may mean: each reading as the children it would note, at which session and hour."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import product

from handlers.roll_writing import Plan, Plans
from handlers.visit import Visit
from locales.fr.roll import Line
from locales.fr.roll_words import Verb
from models.actions import roster
from models.rules.attendance import instant_of, moment, readings, session_at
from models.vocabulary import Service

MOST_CHOICES = 6


def readings_of(lines: Sequence[Line], named: Service | None, day: date, visit: Visit) -> list[Plans]:
    """Each reading of the sentence; none where there are too many."""
    parts = [_of_line(line, named, day, visit) for line in lines]
    count = 1
    for part in parts:
        count *= len(part)
    return [sum(chosen, ()) for chosen in product(*parts)] if count <= MOST_CHOICES else []


def _of_line(line: Line, named: Service | None, day: date, visit: Visit) -> list[Plans]:
    found = []
    for service, at in _moments(line, named, day, visit):
        verb = line.verb or (Verb.LEFT if service is Service.GARDERIE_SOIR else Verb.ARRIVED)
        if line.everyone:
            everybody = _everybody(verb, service, at, day, visit)
            left_out = product(*(mention.candidates for mention in line.excepted))
            found += [tuple(plan for plan in everybody if plan.child_id not in out) for out in left_out]
        for ids in product(*(mention.candidates for mention in line.who)) if line.who else ():
            for wrong in product(*(mention.candidates for mention in line.instead)):
                taken = tuple(Plan(id_, Verb.CANCEL, service, at) for id_ in wrong)
                like = wrong[0] if wrong and not line.at else 0
                found.append(tuple(Plan(id_, verb, service, at, like) for id_ in ids) + taken)
    return found


def _moments(line: Line, named: Service | None, day: date, visit: Visit) -> list[tuple[Service, datetime]]:
    """When it was: now, or the hour said, in the session it fits; several where it fits several, all past."""
    commune = visit.commune
    if line.verb is Verb.EATS or (named is Service.CANTINE and line.at is None and line.verb is not Verb.LEFT):
        return [(Service.CANTINE, moment(commune, Service.CANTINE, day, visit.instant))]
    named = None if named is Service.CANTINE else named
    session = named or session_at(commune, visit.instant)
    if line.at is None:
        return [(session, visit.instant)]
    fits = [one for one in readings(commune, day, line.at) if named in (None, one[0])]
    past = [one for one in fits if one[1] <= visit.instant]
    return past or fits[:1] or [(session, instant_of(commune, day, line.at))]


def _everybody(verb: Verb, service: Service, at: datetime, day: date, visit: Visit) -> Plans:
    """Those a word about everybody is about: who is here, and who was announced and of whom nothing is known."""
    entries = roster.roster(visit.session, day, service)
    meant = [e for e in entries if e.is_awaited or (verb is Verb.LEFT and e.is_here)]
    return tuple(Plan(entry.child_id, verb, service, at, unless=True) for entry in meant)
