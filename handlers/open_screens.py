"""The registry: what is said under each kind of screen the bot may have shown last, to whoever."""

from collections.abc import Mapping
from dataclasses import replace

from handlers import (
    billing_desk,
    calendar_words,
    done,
    invoice_questions,
    menu_desk,
    reminder_settings,
    roll_call,
    roll_questions,
    roll_slips,
    sentences,
    taps,
    usual_amending,
)
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
from handlers.reply import Reply
from handlers.screens import Deed, Former, Screen, keys_of
from handlers.visit import Visit
from locales.fr.assent import yes_but
from locales.packing import unpack
from locales.requests import Intent
from models.vocabulary import ScreenKind


def tap(wanted: type[Button], **facts: object) -> Deed:
    """What the key of that type under the screen does."""

    def deed(former: Former, visit: Visit) -> Reply | None:
        found = [button for _, button in keys_of(former.draft) if isinstance(button, wanted)]
        meant = [button for button in found if all(getattr(button, name) == fact for name, fact in facts.items())]
        if len(meant) > 1:
            return Reply(visit.say("say-which"))
        return pressed(meant[0], visit) if meant else None

    return deed


def pressed(button: Button, visit: Visit) -> Reply:
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
    ScreenKind.CALENDAR: Screen(
        tap(ValidateMarks),
        tap(Abandon),
        typed=calendar_words.typed,
        labels=False,
        says="calendar-stays",
        decides=True,
    ),
    ScreenKind.USUAL_WEEK: Screen(tap(KeepUsual), tap(Abandon), typed=usual_amending.typed, labels=False, decides=True),
    ScreenKind.USUAL_PAGE: Screen(done.agreed, done.at_rest, typed=usual_amending.said_of_page, silent=True),
    ScreenKind.HOUR: Screen(reminder_settings.keep, reminder_settings.put_back, silent=True),
    ScreenKind.WELCOME: Screen(tap(ThatIsMe, yes=True), tap(ThatIsMe, yes=False)),
    ScreenKind.ROLL: Screen(
        yes=roll_call.close, no=roll_slips.tapped_wrong, typed=roll_call.typed, labels=False, silent=True, waits=True
    ),
    ScreenKind.ROLL_QUESTION: Screen(roll_questions.agree, roll_questions.refuse, choices=Meant),
    ScreenKind.ROLLED: Screen(
        roll_slips.stands, roll_slips.ask_back, typed=roll_slips.typed, labels=False, silent=True
    ),
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
    ScreenKind.DONE: Screen(done.agreed, done.ask_undo, typed=done.put_back),
    ScreenKind.SHOWN: Screen(done.agreed, done.at_rest, typed=done.put_back),
}
PARENTS = (ScreenKind.RECAP, ScreenKind.ASIDE, ScreenKind.QUESTION, ScreenKind.CALENDAR, ScreenKind.USUAL_WEEK)
DECIDED = tuple(kind for kind, screen in SCREENS.items() if screen.decides)
WAITING = tuple(kind for kind, screen in SCREENS.items() if screen.waits)


def asks_back(former: Former) -> bool:
    """Whether it is asked whether to take back what was done."""
    draft = former.draft
    return draft is not None and draft.kind is ScreenKind.QUESTION and draft.payload.get("why") == "undo"


def takes_away(former: Former) -> bool:
    """Whether a yes to what is open would cancel something."""
    payload = former.draft.payload if former.draft else {}
    packed = payload.get("requests") or [request for choice in payload.get("choices") or () for request in choice or ()]
    if former.kind not in (ScreenKind.RECAP, ScreenKind.QUESTION) or not packed:
        return False
    return all(request.intent is Intent.CANCEL for request in unpack(packed))
