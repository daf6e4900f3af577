"""/rappels: where each account chooses its reminders, by keys or by an hour typed behind the command."""

from dataclasses import replace
from datetime import time, timedelta

from handlers import reminder_screen as screen
from handlers import rounds
from handlers.buttons import RestoreReminders, Setting
from handlers.reminder_screen import DELAYS, EVENINGS, MENUS, PLANS, Knob, Screen
from handlers.reply import Reply
from handlers.screens import Former
from handlers.visit import Visit
from locales.fr import hours_said
from locales.fr.hours_said import HourSaid, Moment
from models.actions import attendance, drafts, preferences
from models.actions import reminders as muting
from models.refusals import Refusal
from models.rules.rounds import (
    KINDS,
    NOON,
    WEEK,
    delay_objection,
    delay_until_cutoff,
    earliest_cutoff,
    quiet_objection,
    same_day_objection,
)
from models.vocabulary import ScreenKind

HOURS = ("evening", "plan", "menus")  # of a day; `before` is counted from the cut-off


def show(text: str, visit: Visit) -> Reply:
    """/rappels: what comes and when, with keys to change it; with an hour behind it, that hour is taken."""
    if not text:
        return screen.main(visit)
    said = hours_said.read(text)
    if said is None:
        return Reply(visit.say("hours-unread"))
    before = _hours(visit)
    _take(said, visit)
    drafts.open_draft(visit.session, visit.telegram_id, ScreenKind.HOUR, before, visit.origin())
    return screen.main(visit, visit.say("hours-taken"))


def _hours(visit: Visit) -> dict[str, object]:
    choice = screen.chosen(visit)
    hours = {name: getattr(choice, name).isoformat() for name in HOURS}
    return {**hours, "minutes": choice.before // timedelta(minutes=1)}


def keep(_former: Former, visit: Visit) -> Reply:
    """« oui », of an hour that was taken."""
    return screen.main(visit)


def put_back(former: Former, visit: Visit) -> Reply:
    """« oublie », of an hour that was taken: the one before is taken again."""
    assert former.draft
    was, now = former.draft.payload, _hours(visit)
    drafts.take(visit.session, former.draft.id, visit.telegram_id, visit.now)
    changed: dict[str, object] = {name: time.fromisoformat(was[name]) for name in HOURS if was[name] != now[name]}
    if was["minutes"] != now["minutes"]:
        changed["before"] = timedelta(minutes=was["minutes"])
    if changed:
        _choose(visit, None, **changed)
    return screen.main(visit, visit.say("hours-put-back"))


def _take(said: HourSaid, visit: Visit) -> None:
    """Keep an hour that was typed; raises the Refusal of one that would be useless."""
    if said.before is not None:
        _choose(visit, delay_objection(said.before), before=said.before)
        return
    assert said.hour is not None
    moment = _meant(said, said.hour, visit)
    if moment is Moment.SAME_DAY:
        why = same_day_objection(said.hour, visit.commune)
        before = delay_until_cutoff(said.hour, visit.commune)
        _choose(visit, why or delay_objection(before), before=before)
    else:
        knob = {Moment.SUNDAY: "plan", Moment.MENUS: "menus"}.get(moment, "evening")
        _choose(visit, None, **{knob: said.hour})


def _meant(said: HourSaid, hour: time, visit: Visit) -> Moment:
    """An hour by itself is of the eve in the afternoon, of the day of the cut-off in the morning."""
    if said.moment is not Moment.UNSAID:
        return said.moment
    return Moment.EVE if hour >= max(NOON, earliest_cutoff(visit.commune)) else Moment.SAME_DAY


def _choose(visit: Visit, why: Refusal | None, **chosen: object) -> None:
    if why:
        raise why
    preferences.choose(visit.session, visit.person.account_id, **chosen)
    rounds.catch_up(visit)


def turn(button: Setting, visit: Visit) -> Reply:
    """A key of the screen: turned, and the screen drawn again in place."""
    turned = _turn(button, visit)
    return replace(turned, in_place=True) if turned else Reply(visit.say("stale-button"))


def _turn(button: Setting, visit: Visit) -> Reply | None:
    """The screen after a turn; None for a value there is not."""
    value, choice = button.value, screen.chosen(visit)
    match button.knob:
        case Knob.SCREEN if value in (*Screen,):
            return {Screen.MAIN: screen.main, Screen.HOURS: screen.hours, Screen.DAYS: screen.days}[Screen(value)](
                visit
            )
        case Knob.KIND if 0 <= value < len(KINDS):
            _choose(visit, None, off=choice.off ^ {KINDS[value]})
            return screen.main(visit)
        case Knob.CHILD if value in visit.person.names:
            _turn_child(value, visit)
            return screen.main(visit)
        case Knob.QUIET if value in WEEK:
            quiet = choice.quiet ^ {value}
            _choose(visit, quiet_objection(quiet), quiet=quiet)
            return screen.days(visit)
        case Knob.PRESENCE if value in (0, 1):
            attendance.watch(visit.session, visit.person.account_id, wanted=bool(value))
            return screen.main(visit)
        case Knob.EVENING | Knob.BEFORE | Knob.PLAN | Knob.MENUS:
            return _turn_hour(button, visit)
    return None


def _turn_child(child: int, visit: Visit) -> None:
    account = visit.person.account_id
    if (child, 0) in muting.muted_by(visit.session, account):
        muting.unmute(visit.session, account, child)
    else:
        muting.mute(visit.session, account, child)


def _turn_hour(button: Setting, visit: Visit) -> Reply | None:
    """One of the hours offered."""
    value = button.value
    if button.knob == Knob.BEFORE and value in DELAYS:
        _choose(visit, None, before=timedelta(minutes=value))
    elif button.knob == Knob.EVENING and value in EVENINGS:
        _choose(visit, None, evening=time(value))
    elif button.knob == Knob.PLAN and value in PLANS:
        _choose(visit, None, plan=time(value))
    elif button.knob == Knob.MENUS and value in MENUS:
        _choose(visit, None, menus=time(value))
    else:
        return None
    return screen.hours(visit)


def restore(_button: RestoreReminders, visit: Visit) -> Reply:
    """Everything muted comes back: kinds, days, children, weeks; the hours chosen stay."""
    person = visit.person
    muting.restore(visit.session, person.account_id)
    preferences.restore_kinds(visit.session, person.account_id)
    for monday in muting.weeks_muted(visit.session, person.households, visit.today):
        muting.restore_week(visit.session, person.households, monday)
    rounds.catch_up(visit)
    return replace(screen.main(visit, visit.say("reminders-restored")), in_place=True)
