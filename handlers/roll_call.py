"""/pointage, /appel and what agents type: « Léa 18h35 », « Tom mange »; what is doubtful is asked about."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from handlers import attendance, attendance_papers, roll_notes
from handlers.attendance_screens import KIND
from handlers.buttons import SittingDeed
from handlers.reply import LONGEST_LABEL, Reply, shorten
from handlers.roll_questions import ABSENT, ask, names_of
from handlers.roll_readings import readings_of
from handlers.roll_writing import Plan, Plans, carry_out, told
from handlers.screens import Former
from handlers.visit import Visit
from locales.fr import roll
from locales.fr.roll import Line, Named, Roll
from locales.fr.roll_asked import asked_session, is_about_the_end
from locales.fr.roll_words import Verb
from models.actions import attendance as actions
from models.actions import context, drafts, roster
from models.rules.attendance import instant_of, is_running, pointed, session_at
from models.rules.roll_screen import Deed, RollView, Screen, Whole
from models.tables import Draft
from models.vocabulary import Role, Service

STILL_TYPING = timedelta(minutes=10)
FEW_WORDS = 2


def show(text: str, visit: Visit) -> Reply:
    """/pointage: the session of the moment, « matin », « soir », a day past; a paper; or what is to be noted."""
    if paper := attendance_papers.typed(text, visit):
        return paper
    today = visit.commune.today(visit.instant)
    asked = asked_session(text, today)
    if asked is None:
        return hear(text, visit) or Reply(visit.say("roll-which-day"))
    return attendance.open_list(asked.day or today, asked.service or session_at(visit.commune, visit.instant), visit)


def show_canteen(text: str, visit: Visit) -> Reply:
    """/appel: the canteen's roll of today, for the mairie of a day past; or what is to be noted on it."""
    today = visit.commune.today(visit.instant)
    asked = asked_session(text, today)
    if asked is None:
        return hear(text, visit, Service.CANTINE) or Reply(visit.say("call-which-day"))
    if asked.service:
        return Reply(visit.say("call-which-day"))
    return attendance.open_list(asked.day or today, Service.CANTINE, visit)


def hear(text: str, visit: Visit, service: Service | None = None) -> Reply | None:
    """What an agent types of the children; None for what is of another subject. `service`: what it is said to be of."""
    draft = drafts.last_open(visit.session, visit.telegram_id, KIND)
    screen = Screen.unpack(draft.payload) if draft and _is_typing_still(draft, visit) else None
    if screen is None and not visit.has(Role.AGENT):
        return None
    if is_about_the_end(text) and not visit.has(Role.PARENT):
        return end(screen, visit)
    if not visit.has(Role.PARENT) and (told := roll_notes.hear(text, screen, visit)):
        return told
    heard = read(text, visit)
    if visit.has(Role.PARENT) and not _is_for_agents(heard):
        return None
    day = screen.day if screen and visit.has(Role.MAIRIE) else visit.commune.today(visit.instant)
    timed = any(line.at for line in heard.lines)
    named = service or heard.service or _of_list(draft, None if timed else screen, day, visit)
    return _answer(replace(heard, service=named), day, visit)


def _of_list(draft: Draft | None, screen: Screen | None, day: date, visit: Visit) -> Service | None:
    """The session of the list that is open, where what is typed can only be of it."""
    if screen and screen.day == day != visit.commune.today(visit.instant):
        return screen.service
    return Service.CANTINE if draft and _is_at_table(draft, day, visit) else None


def _is_at_table(draft: Draft, day: date, visit: Visit) -> bool:
    """Whether the list opened last is the canteen's of that day; long after, not while a session is held."""
    screen, commune = Screen.unpack(draft.payload), visit.commune
    if (screen.day, screen.service) != (day, Service.CANTINE):
        return False
    held = any(is_running(commune, service, day, visit.instant) for service in commune.sessions)
    return visit.instant - draft.instant < STILL_TYPING or not held


def end(screen: Screen | None, visit: Visit) -> Reply:
    """Who is left, of the session looked at last or of the moment; with the key that closes it."""
    day = visit.commune.today(visit.instant)
    if screen is None or screen.day != day:
        screen = Screen(day, session_at(visit.commune, visit.instant))
    attendance.open_list(screen.day, screen.service, visit)
    draft = drafts.last_open(visit.session, visit.telegram_id, KIND)
    assert draft
    context.remember(visit.session, visit.telegram_id, (), visit.instant, draft_id=draft.id)
    return attendance.show_again(draft, replace(screen, view=RollView.CLOSING, child_id=0, typing=None), visit)


def close(former: Former, visit: Visit) -> Reply | None:
    """« oui », under who is left: the session is closed; None under another view of the list."""
    draft = former.draft
    if draft is None or Screen.unpack(draft.payload).view is not RollView.CLOSING:
        return None
    return replace(attendance.whole(SittingDeed(draft.id, Whole.CLOSE, 0), visit), in_place=False)


def _is_for_agents(heard: Roll) -> bool:
    """Of somebody who is a parent too: nothing in it is of another subject."""
    named = heard.says_something or (heard.strangers and heard.is_about_presence)
    return bool(named) and not heard.unread and (not heard.strangers or heard.is_about_presence)


# A time or a note, typed on an open card


def typed(text: str, former: Former, visit: Visit) -> Reply | None:
    """What a card waits for, on the list that is open; None for whatever else an agent says."""
    screen = Screen.unpack(former.draft.payload) if former.draft else None
    if former.draft is None or screen is None or not screen.typing or not _is_typing_still(former.draft, visit):
        return None
    return _typed(text, read(text, visit), former.draft, screen, visit)


def _is_typing_still(draft: Draft, visit: Visit) -> bool:
    return visit.instant - draft.instant < STILL_TYPING


def read(text: str, visit: Visit) -> Roll:
    """What `text` says of the children there are."""
    return roll.read(text, [Named(e.child_id, e.first_name, e.last_name) for e in roster.children(visit.session)])


def _typed(text: str, heard: Roll, draft: Draft, screen: Screen, visit: Visit) -> Reply | None:
    """What a card waits for; None where something else is said, of other children say."""
    entry = roster.entry_of(visit.session, screen.day, screen.service, screen.child_id)
    if entry is None or (heard.is_about_presence and _is_for_agents(heard)):
        return None
    done = replace(screen, typing=None)
    if screen.typing is Deed.NOTE:
        actions.note(attendance.desk(screen, visit), entry, text)
    else:
        hour = roll.read_hour(text)
        if hour is None:
            return None
        at = instant_of(visit.commune, screen.day, hour)
        actions.put(
            attendance.desk(screen, visit), entry, pointed(entry.times, screen.service, at), entry.first_name, text
        )
    visit.attended = True
    return attendance.show_again(draft, done, visit)


# A sentence


def _answer(heard: Roll, day: date, visit: Visit) -> Reply | None:
    """The sentence done, asked about, or said not to be understood; nothing of one that has a word too many."""
    lines = [line for line in heard.lines if line.who or line.everyone]
    few = not visit.has(Role.PARENT) and not heard.unread and len(heard.strangers) <= FEW_WORDS
    if heard.strangers and (lines or heard.is_about_presence or few):
        return Reply(visit.say("roll-unknown", words=_quoted(heard.strangers), example=_example(visit)))
    if not lines:
        return None
    if heard.unread or not all(_is_complete(line, lines) for line in lines):
        words = heard.unread or (visit.words or "",)
        return Reply(visit.say("roll-unread", words=_quoted(words), example=_example(visit)))
    if heard.asked:
        return _tell(lines, heard.service, day, visit)
    if _is_name_alone(lines):
        return _look_up(lines[0], heard.service, day, visit)
    choices = readings_of(lines, heard.service, day, visit)
    if not choices:
        return Reply(visit.say("roll-too-many"))
    if _may_be_family(heard, choices, visit):
        return ask("roll-ask-role", choices[:1], day, visit, family=True)
    return ask_which(lines, choices, day, visit)


def _quoted(words: Iterable[str]) -> list[str]:
    return [shorten(str(word), LONGEST_LABEL) for word in words]


def _example(visit: Visit) -> str:
    return next((entry.first_name for entry in roster.children(visit.session)), "Léa")


def _is_complete(line: Line, lines: Sequence[Line]) -> bool:
    """Whether it says what is to be noted; a name alone asks for its card."""
    return bool(line.verb or line.at or line.instead) or _is_name_alone(lines)


def _is_name_alone(lines: Sequence[Line]) -> bool:
    line = lines[0]
    return len(lines) == 1 and len(line.who) == 1 and not (line.verb or line.at or line.instead)


def _may_be_family(heard: Roll, choices: Sequence[Plans], visit: Visit) -> bool:
    """« annule Léa », from an agent whose child Léa is."""
    own = {plan.child_id for plans in choices for plan in plans} <= set(visit.person.names)
    return visit.has(Role.PARENT) and own and not heard.is_about_presence


def _tell(lines: Sequence[Line], named: Service | None, day: date, visit: Visit) -> Reply | None:
    """« Inès est partie ? »: what is noted of her, and of everybody who is left; nothing is written."""
    service = named or session_at(visit.commune, visit.instant)
    if any(line.everyone for line in lines):
        return end(Screen(day, service), visit)
    if len(lines) == 1 and len(lines[0].who) == 1:
        return _look_up(lines[0], service, day, visit)
    ids = dict.fromkeys(id_ for line in lines for mention in line.who for id_ in mention.candidates)
    return Reply(told(ids, service, day, visit))


def _look_up(line: Line, named: Service | None, day: date, visit: Visit) -> Reply | None:
    """A name and nothing else: the child's card, on the list opened last, else on the session of the moment."""
    if visit.has(Role.PARENT) and set(line.who[0].candidates) & set(visit.person.names):
        return None
    service = named or session_at(visit.commune, visit.instant)
    reply = attendance.open_list(day, service, visit)
    draft = drafts.last_open(visit.session, visit.telegram_id, KIND)
    assert draft
    if len(line.who[0].candidates) > 1:
        return reply
    card = Screen(day, service, view=RollView.CARD, child_id=line.who[0].candidates[0])
    return attendance.show_again(draft, card, visit)


def ask_which(lines: Sequence[Line], choices: Sequence[Plans], day: date, visit: Visit) -> Reply:
    """The one reading done; several asked about, and whether who never came has left."""
    if len(choices) > 1:
        same_hour = len({plan.at for plans in choices for plan in plans}) == 1
        return ask("roll-ask-which" if same_hour else "roll-ask-hour", choices, day, visit)
    (plans,) = choices
    if not plans and (missing := _missing(lines, visit)):
        return ask(ABSENT, [missing, ()], day, visit, names=names_of(missing, visit))
    if not plans:
        return Reply(visit.say("roll-nobody-left"))
    everyone = any(line.everyone and line.verb in (None, Verb.LEFT) for line in lines)
    never = _never_arrived(plans, day, visit) if everyone else []
    if never:
        seen = tuple(plan for plan in plans if plan not in never)
        return ask("roll-ask-everybody", [plans, seen], day, visit, names=names_of(never, visit))
    return carry_out(plans, day, visit.instant, visit)


def _missing(lines: Sequence[Line], visit: Visit) -> Plans:
    """« tout le monde est là sauf Emma », once all were noted: Emma, not there."""
    out = [line for line in lines if line.everyone and line.verb in (Verb.ARRIVED, Verb.EATS)]
    ids = [mention.candidates[0] for line in out for mention in line.excepted if len(mention.candidates) == 1]
    service = session_at(visit.commune, visit.instant)
    return tuple(Plan(id_, Verb.ABSENT, service, visit.instant) for id_ in ids)


def _never_arrived(plans: Plans, day: date, visit: Visit) -> list[Plan]:
    """Of those said to have left, the ones whose arrival nobody has noted."""
    entries = {e.child_id: e for e in roster.roster(visit.session, day, plans[0].service)}
    return [plan for plan in plans if plan.verb is Verb.LEFT and not entries[plan.child_id].times.arrived]
