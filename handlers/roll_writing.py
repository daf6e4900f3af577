"""What an agent said, written: each child's times, all or none, and the answer a line each kind and hour."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from handlers import attendance
from handlers.attendance_screens import session_name
from handlers.reply import Reply
from handlers.visit import Visit
from locales.fr.roll_words import Verb
from models.actions import attendance as actions
from models.actions import drafts, roster
from models.rules.attendance import Entry, Times, names, not_there
from models.rules.roll_screen import Screen
from models.vocabulary import ScreenKind, Service


@dataclass(frozen=True, slots=True)
class Plan:
    """One child to be written: what of, at which session, at what instant.

    `like`: whose times it takes; `unless`: not if that is noted already, as where everybody is meant; `back`: the times
    that are put back, whatever was noted since.
    """

    child_id: int
    verb: Verb
    service: Service
    at: datetime
    like: int = 0
    unless: bool = False
    back: Times | None = None

    def pack(self) -> dict[str, Any]:
        return asdict(self) | {"at": self.at.isoformat(), "back": self.back and _packed(self.back)}


def _packed(times: Times) -> dict[str, Any]:
    hours = {name: at and at.isoformat() for name, at in (("arrived", times.arrived), ("left", times.left))}
    return hours | {"absent": times.absent}


def _unpacked(packed: Mapping[str, Any]) -> Times:
    arrived, left = (packed[name] and datetime.fromisoformat(packed[name]) for name in ("arrived", "left"))
    return Times(arrived, left, packed["absent"])


def plan_from(packed: Mapping[str, Any]) -> Plan:
    verb, service, at = Verb(packed["verb"]), Service(packed["service"]), datetime.fromisoformat(packed["at"])
    back = packed.get("back") and _unpacked(packed["back"])
    return Plan(packed["child_id"], verb, service, at, packed["like"], packed["unless"], back)


Plans = tuple[Plan, ...]
Outcome = tuple[str, tuple[tuple[str, object], ...]]  # a sentence, and its facts beside the names


def carry_out(plans: Plans, day: date, said_at: datetime, visit: Visit, why: str | None = None) -> Reply:
    """Write `plans`, all or none; say what was noted, a line each kind and hour."""
    lines: list[str] = []
    before = {plan: _entry(plan.child_id, Screen(day, plan.service), visit).times for plan in plans}
    for service in dict.fromkeys(plan.service for plan in plans):
        lines.append(visit.say("rolled", session=session_name(service, visit), day=day))
        lines += _write([plan for plan in plans if plan.service is service], day, said_at, visit, why or visit.words)
        known = (attendance.invoiced(plan.child_id, Screen(day, service), visit) for plan in plans)
        lines += dict.fromkeys(filter(None, known))
    visit.attended = True
    _remember([replace(plan, back=times) for plan, times in before.items()], day, visit)
    edited = [visit.say("roll-edited")] if visit.edited else []
    return Reply("\n".join([*lines, *edited]))


def _remember(done: Sequence[Plan], day: date, visit: Visit) -> None:
    """What was noted is what was said last, with what stood before: it may be a slip."""
    payload = {"day": day.isoformat(), "done": [plan.pack() for plan in done]}
    drafts.open_draft(visit.session, visit.telegram_id, ScreenKind.ROLLED, payload, visit.origin())


def _write(plans: Sequence[Plan], day: date, said_at: datetime, visit: Visit, why: str | None) -> list[str]:
    screen = Screen(day, plans[0].service)
    desk = replace(attendance.desk(screen, visit), said_at=said_at)
    known = names(roster.children(visit.session))
    outcomes: dict[Outcome, list[str]] = {}
    for plan in plans:
        entry = _entry(plan.child_id, screen, visit)
        times = _times(plan, entry, screen, visit)
        changed = actions.put(desk, entry, times, known[plan.child_id], why)
        after = _entry(plan.child_id, screen, visit)
        outcomes.setdefault(_outcome(plan, after, changed=changed, visit=visit), []).append(known[plan.child_id])
    return [visit.say(name, names=some, count=len(some), **dict(facts)) for (name, facts), some in outcomes.items()]


def told(child_ids: Iterable[int], service: Service, day: date, visit: Visit) -> str:
    """What stands of some children at a session, a line each."""
    plans = [Plan(child_id, Verb.ARRIVED, service, visit.instant) for child_id in child_ids]
    return told_plans([replace(plan, verb=_stands(plan, day, visit)) for plan in plans], day, visit)


def _stands(plan: Plan, day: date, visit: Visit) -> Verb:
    """The verb that says what stands of a child."""
    times = _entry(plan.child_id, Screen(day, plan.service), visit).times
    return Verb.LEFT if times.left and plan.service is Service.GARDERIE_SOIR else Verb.ARRIVED


def told_plans(plans: Sequence[Plan], day: date, visit: Visit) -> str:
    """What stands of what was planned, a line each."""
    known = names(roster.children(visit.session))
    lines = [visit.say("rolled", session=session_name(plans[0].service, visit), day=day)]
    for plan in plans:
        entry = _entry(plan.child_id, Screen(day, plan.service), visit)
        name, facts = _outcome(plan, entry, changed=not entry.times.empty, visit=visit)
        lines.append(visit.say(name, names=[known[plan.child_id]], count=1, **dict(facts)))
    return "\n".join(lines)


def _entry(child_id: int, screen: Screen, visit: Visit) -> Entry:
    entry = roster.entry_of(visit.session, screen.day, screen.service, child_id)
    assert entry
    return entry


def _times(plan: Plan, entry: Entry, screen: Screen, visit: Visit) -> Times:
    """What stands for a child once the plan is carried out."""
    if plan.back is not None:
        return plan.back
    if plan.unless and (entry.times.absent or (entry.times.left if plan.verb is Verb.LEFT else entry.times.arrived)):
        return entry.times
    if plan.like:
        return _entry(plan.like, screen, visit).times
    match plan.verb:
        case Verb.ARRIVED | Verb.EATS:
            return replace(entry.times, arrived=plan.at, absent=False)
        case Verb.LEFT:
            return replace(entry.times, left=plan.at, absent=False)
        case Verb.ABSENT:
            return not_there(entry, plan.service)
    return Times()


def _outcome(plan: Plan, after: Entry, *, changed: bool, visit: Visit) -> Outcome:
    """The sentence that says it, and its facts beside the names."""
    eats = plan.service is Service.CANTINE
    if eats and plan.verb is Verb.ABSENT and not after.is_announced:
        return "rolled-cancelled" if changed else "rolled-not-expected", ()
    if not changed:
        return ("rolled-already" if not after.times.empty else "rolled-nothing-there"), ()
    if after.times.empty:
        return "rolled-cancelled", ()
    if after.times.absent:
        return "rolled-absent", ()
    if eats:
        return "rolled-present" if after.is_announced else "rolled-unbooked", ()
    left = plan.verb is Verb.LEFT and after.times.left
    moment = left or after.times.arrived or after.times.left
    assert moment
    at = visit.commune.local(moment).time()
    return ("rolled-left", (("at", at), ("late", after.late))) if left else ("rolled-arrived", (("at", at),))
