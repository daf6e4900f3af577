"""The registry: what is said under each kind of screen the bot may have shown last, to whoever."""

from collections.abc import Mapping
from dataclasses import replace

from handlers import billing_desk, done, invoice_questions, menu_desk, roll_call, sentences, taps
from handlers.buttons import (
    Abandon,
    AddAside,
    Answer,
    Button,
    DropDeed,
    DropFile,
    DropMenus,
    KeepDeed,
    KeepFile,
    KeepMenus,
    KeepUsual,
    Meant,
    PhotoWeek,
    ThatIsMe,
    Validate,
    ValidateMarks,
)
from handlers.reply import Lost, Reply
from handlers.screens import Deed, Former, Screen, keys_of, shown_again
from handlers.visit import Visit
from locales.fr import answering
from locales.fr.answering import Answered, Say
from locales.fr.assent import bare, is_decision, yes_but
from locales.packing import unpack
from locales.requests import Intent
from models.actions import drafts
from models.vocabulary import ScreenKind


def tap(wanted: type[Button], **facts: object) -> Deed:
    """What the key of that type under the screen does."""

    def deed(former: Former, visit: Visit) -> Reply | None:
        found = [button for _, button in keys_of(former.draft) if isinstance(button, wanted)]
        meant = [button for button in found if all(getattr(button, name) == fact for name, fact in facts.items())]
        if len(meant) > 1:
            return Reply(visit.say("say-which"))
        return _pressed(meant[0], visit) if meant else None

    return deed


def _pressed(button: Button, visit: Visit) -> Reply:
    """A key said in words: its answer is a message of its own."""
    reply = taps.press_button(button, visit)
    return replace(reply, in_place=False, text=reply.text or reply.toast or "")


def _recap_typed(text: str, former: Former, visit: Visit) -> Reply | None:
    """« oui mais sans Tom »; « non, on garde », of what would be cancelled."""
    if takes_away(former) and done.keeps(text, visit):
        return tap(Abandon)(former, visit)
    rest = yes_but(text)
    corrected = sentences.correct(rest, former, visit) if rest else None
    return None if corrected is None or corrected.lost else corrected


def _question_typed(text: str, former: Former, visit: Visit) -> Reply | None:
    """« garde », « oui, remets »: of what was done, and may be taken back."""
    if former.draft is None or former.draft.payload["why"] != "undo" or not done.keeps(text, visit):
        return None
    return tap(Abandon if takes_away(former) else Answer)(former, visit)


SCREENS: Mapping[ScreenKind, Screen] = {
    ScreenKind.RECAP: Screen(tap(Validate), tap(Abandon), typed=_recap_typed, decides=True),
    ScreenKind.ASIDE: Screen(tap(AddAside), tap(Abandon)),
    ScreenKind.QUESTION: Screen(
        tap(Answer), tap(Abandon), choices=Answer, every=sentences.choose_every, typed=_question_typed
    ),
    ScreenKind.CALENDAR: Screen(tap(ValidateMarks), tap(Abandon), labels=False, says="calendar-stays", decides=True),
    ScreenKind.USUAL_WEEK: Screen(tap(KeepUsual), tap(Abandon), labels=False, decides=True),
    ScreenKind.WELCOME: Screen(tap(ThatIsMe, yes=True), tap(ThatIsMe, yes=False)),
    ScreenKind.ROLL: Screen(typed=roll_call.typed, labels=False, silent=True, waits=True),
    ScreenKind.ROLL_QUESTION: Screen(roll_call.agree, roll_call.refuse, choices=Meant),
    ScreenKind.DEED: Screen(tap(KeepDeed), tap(DropDeed), edited=billing_desk.edited, decides=True),
    ScreenKind.DEED_WORDS: Screen(
        billing_desk.agree, billing_desk.give_up, typed=billing_desk.typed, takes_all=True, decides=True
    ),
    ScreenKind.FILE: Screen(tap(KeepFile), tap(DropFile), decides=True),
    ScreenKind.MENUS: Screen(
        tap(KeepMenus), tap(DropMenus), typed=menu_desk.typed, edited=menu_desk.edited, decides=True, waits=True
    ),
    ScreenKind.MENU_LINES: Screen(typed=menu_desk.typed, waits=True),
    ScreenKind.MENU_PHOTO: Screen(None, tap(DropMenus), choices=PhotoWeek),
    ScreenKind.INVOICE_QUESTION: Screen(
        invoice_questions.agree,
        invoice_questions.give_up,
        typed=invoice_questions.typed,
        edited=invoice_questions.edited,
        takes_all=True,
        waits=True,
    ),
    ScreenKind.DONE: Screen(done.noted, done.ask_undo, typed=done.put_back),
    ScreenKind.SHOWN: Screen(typed=done.put_back),
}
DECIDED = tuple(kind for kind, screen in SCREENS.items() if screen.decides)
WAITING = tuple(kind for kind, screen in SCREENS.items() if screen.waits)


def takes_away(former: Former) -> bool:
    """Whether a yes to what is open would cancel something."""
    payload = former.draft.payload if former.draft else {}
    packed = payload.get("requests") or [request for choice in payload.get("choices") or () for request in choice or ()]
    if former.kind not in (ScreenKind.RECAP, ScreenKind.QUESTION) or not packed:
        return False
    return all(request.intent is Intent.CANCEL for request in unpack(packed))


def hear(text: str, former: Former | None, visit: Visit) -> Reply | None:
    """The answer of what is open to `text`; None where it is a sentence of its own."""
    if visit.edited:
        return _edited(text, visit)
    decides = is_decision(text)
    behind = _behind(text, former, visit)
    fronts = [behind, former] if decides and former and not former.draft else [former, behind]
    replies = (
        _typed(text, one, visit) if one is behind and not decides else _under(text, one, visit) for one in fronts if one
    )
    return next(filter(None, replies), None)


def _edited(text: str, visit: Visit) -> Reply | None:
    pages = [screen.edited for screen in SCREENS.values() if screen.edited]
    return next((reply for page in pages if (reply := page(text, visit)) is not None), None)


def _behind(text: str, former: Former | None, visit: Visit) -> Former | None:
    """A screen that something else was said since: the one « Valider » decides, or whose words are its own."""
    if former and former.draft and not is_decision(text) and former.kind is not ScreenKind.ROLL:
        kinds: tuple[ScreenKind, ...] = (ScreenKind.MENUS, ScreenKind.MENU_LINES, ScreenKind.ROLL)
    else:
        kinds = DECIDED if is_decision(text) else WAITING
    draft = drafts.latest(visit.session, visit.telegram_id, visit.instant, kinds)
    return Former((), None, draft) if draft and not (former and draft is former.draft) else None


def _under(text: str, former: Former, visit: Visit) -> Reply | None:
    """What `text` means under a screen: a key's own words, an answer, which one, what the screen waits for."""
    screen = SCREENS[former.kind]
    found = _named(text, screen, former) or _answered(text, screen, former, visit)
    if isinstance(found, Button):
        return _pressed(found, visit) if former.fresh else _asked_first(former, visit)
    return replace(found, in_place=False) if found else _typed(text, former, visit)


def _typed(text: str, former: Former, visit: Visit) -> Reply | None:
    """What the screen waits for; of one that something was said since, all that reaches it."""
    typed = SCREENS[former.kind].typed if former.fresh else None
    reply = typed and typed(text, former, visit)
    return reply and replace(reply, in_place=False)


def _named(text: str, screen: Screen, former: Former) -> Button | None:
    """The key whose own words are typed."""
    keys = keys_of(former.draft) if screen.labels else []
    return next((button for label, button in keys if bare(text) and bare(label) == bare(text)), None)


def _answered(text: str, screen: Screen, former: Former, visit: Visit) -> Button | Reply | None:
    said = answering.heard(text, cancels=takes_away(former))
    match said and said.say:
        case Say.NO:
            return screen.no and screen.no(former, visit)
        case Say.OOPS if not screen.takes_all:
            return screen.no and screen.no(former, visit)
        case Say.THANKS if not screen.takes_all:
            return _thanked(screen, former, visit)
        case Say.UNSURE if not screen.takes_all:
            return shown_again("not-understood-waits", former, visit)
        case Say.YES if screen.yes:
            return screen.yes(former, visit) if former.fresh else _asked_first(former, visit)
    return _which(text, said, screen, former, visit) if screen.choices else None


def _thanked(screen: Screen, former: Former, visit: Visit) -> Reply | None:
    """A word back; of what waits for an answer, that it waits still."""
    is_open = former.draft and not (screen.says or screen.silent)
    return shown_again("thanks-waits", former, visit) if is_open else done.thanks(former, visit)


def _which(text: str, said: Answered | None, screen: Screen, former: Former, visit: Visit) -> Button | Reply | None:
    """The key an ordinal, a number, a day or a name chooses; asked again where it does not tell which."""
    keys = [(label, key) for label, key in keys_of(former.draft) if screen.choices and isinstance(key, screen.choices)]
    if said and said.say is Say.ALL:
        every = screen.every and screen.every(former, visit) if former.fresh else _asked_first(former, visit)
        return every or Reply(visit.say("say-which"))
    labels = [label for label, _ in keys]
    if answering.names_all(text, labels) and screen.every and former.fresh:
        return screen.every(former, visit)
    found = answering.chosen(text, labels)
    if said and said.say is Say.PLACE and not (said.dated and (found or _is_offered(former))):
        found = _place(said, len(keys)) or found
    if not found:
        return None
    return keys[found[0]][1] if len(found) == 1 else Reply(visit.say("say-which"))


def _place(said: Answered, count: int) -> list[int]:
    """The place said; all of them where there is none such, so that it is asked again."""
    at = said.at if said.at >= 0 else count - 1
    return [at] if at < count else [] if said.dated else list(range(count))


def _is_offered(former: Former) -> bool:
    """Whether the keys are but proposals, so that another day may be said."""
    return bool(former.draft and former.draft.payload.get("offered"))


def _asked_first(former: Former, visit: Visit) -> Reply | None:
    """An old screen is shown again, and decides nothing before it is answered once more."""
    return shown_again("old-screen", former, visit)


def stands(former: Former | None, why: Lost, visit: Visit) -> Reply | None:
    """What is answered to what nobody understands: what is open, or what has just been done."""
    if former is None or not former.fresh or visit.edited:
        return None
    if former.draft is None:
        return done.stands(former, visit, why)
    screen = SCREENS[former.kind]
    if screen.says:
        return Reply(visit.say(screen.says))
    if screen.silent:
        return None
    return shown_again("not-understood-waits", former, visit)
