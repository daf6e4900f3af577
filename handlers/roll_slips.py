"""What an agent has just noted: what stands of it, whether it was a slip, who or when stands in its place."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from handlers import roll_call, roll_questions
from handlers.reply import Reply
from handlers.roll_writing import Plan, plan_from, told_plans
from handlers.screens import Former
from handlers.visit import Visit
from locales.fr import roll
from locales.fr.roll import Line
from locales.fr.roll_words import Verb
from models.rules.attendance import instant_of
from models.rules.roll_screen import Screen


def ask_back(former: Former, visit: Visit) -> Reply | None:
    """« je me suis trompée », of what was just noted: whether it is put back as it was."""
    day, done = _done(former)
    names_ = roll_questions.names_of(done, visit)
    return roll_questions.ask(roll_questions.BACK, [tuple(_put_back(done)), ()], day, visit, names=names_)


def tapped_wrong(former: Former, visit: Visit) -> Reply | None:
    """« je me suis trompée », of a tap; None where an hour or a note is typed."""
    is_typed = former.draft is None or Screen.unpack(former.draft.payload).typing
    return None if is_typed else Reply(visit.say("roll-correct"))


def _done(former: Former) -> tuple[date, list[Plan]]:
    """What was noted last, and of which day."""
    assert former.draft
    payload = former.draft.payload
    return date.fromisoformat(payload["day"]), [plan_from(packed) for packed in payload["done"]]


def _put_back(done: Iterable[Plan]) -> list[Plan]:
    return [replace(plan, verb=Verb.CANCEL, like=0, unless=False) for plan in done]


def stands(former: Former, visit: Visit) -> Reply:
    """« oui », of what was noted: what stands of it."""
    day, done = _done(former)
    return Reply(told_plans(done, day, visit))


def typed(text: str, former: Former, visit: Visit) -> Reply | None:
    """« non, c'est Théo », "non, 18h15", "Emma aussi"; None for anything else."""
    day, done = _done(former)
    if len({(plan.verb, plan.service) for plan in done}) != 1:
        return None
    return _corrected(roll.after_no(text), done, day, visit) or _joined(roll.after_too(text), done[0], day, visit)


def _corrected(rest: str, done: Sequence[Plan], day: date, visit: Visit) -> Reply | None:
    """Who, or when, stands in the place of what was noted of one child."""
    if not rest or len(done) != 1:
        return None
    if hour := roll.read_hour(rest):
        at = instant_of(visit.commune, day, hour)
        return roll_call.ask_which([Line()], [(replace(done[0], at=at, back=None, like=0),)], day, visit)
    instead = [id_ for id_ in _named(rest, visit) if id_ != done[0].child_id]
    choices = [(replace(done[0], child_id=id_, back=None), *_put_back(done)) for id_ in instead]
    return roll_call.ask_which([Line()], choices, day, visit) if choices else None


def _joined(rest: str, done: Plan, day: date, visit: Visit) -> Reply | None:
    """Of whom the same is to be noted."""
    choices = [(replace(done, child_id=id_, back=None, like=0),) for id_ in _named(rest, visit)] if rest else []
    return roll_call.ask_which([Line()], choices, day, visit) if choices else None


def _named(text: str, visit: Visit) -> Sequence[int]:
    """The children that a name alone may be; none where more is said."""
    heard = roll_call.read(text, visit)
    lines = [line for line in heard.lines if line == Line(line.who) and len(line.who) == 1]
    return lines[0].who[0].candidates if len(lines) == len(heard.lines) == 1 and not heard.strangers else ()
