"""How a few words are heard under what was said last: a key's own words, an answer, which one, what is waited for."""

from dataclasses import replace

from handlers import booking, done
from handlers.buttons import Button
from handlers.open_screens import DECIDED, PARENTS, SCREENS, WAITING, asks_back, pressed, takes_away
from handlers.reply import Lost, Reply
from handlers.screens import Former, Screen, keys_of, shown_again
from handlers.visit import Visit
from locales.fr import answering, choosing
from locales.fr.answering import Answered, Say
from locales.fr.assent import bare, is_content, is_decision, orders
from models.actions import drafts, leaves
from models.tables import Draft
from models.vocabulary import Role, ScreenKind

WAITING_STILL = {
    Say.CHECK: "not-yet-waits",
    Say.REVERT: "not-yet-waits",
    Say.KEEP: "kept-waits",
    Say.EITHER: "yours-to-choose",
}
MENU_WORDS = (ScreenKind.MENUS, ScreenKind.MENU_LINES, ScreenKind.ROLL)  # they reach it even under another screen


def hear(text: str, former: Former | None, visit: Visit) -> Reply | None:
    """The answer of what is open to `text`; None where it is a sentence of its own."""
    if visit.edited:
        return _edited(text, visit)
    behind = _behind(text, former, visit)
    decides_behind = former and not former.draft and (is_decision(text) or _is_yes(text))
    first, then = (_of_behind, _under) if decides_behind else (_under, _of_behind)
    fronts = {_under: former, _of_behind: behind}
    replies = (hears(text, one, visit) for hears in (first, then) if (one := fronts[hears]))
    return next(filter(None, replies), None) or _idle(text, former, visit)


def _of_behind(text: str, behind: Former, visit: Visit) -> Reply | None:
    """A screen that something was said since; one that something was done since is shown again first."""
    if not is_decision(text) and behind.kind not in PARENTS:
        return _typed(text, behind, visit)
    since = behind.kind in PARENTS or (behind.draft and drafts.is_decided_since(visit.session, behind.draft))
    return shown_again("waited-behind", behind, visit) if since else _under(text, behind, visit)


def _idle(text: str, former: Former | None, visit: Visit) -> Reply | None:
    """« merci », « non », where nothing was said that it could answer."""
    said = answering.heard(text) if visit.known and former is None else None
    if said is None or orders(text):
        return None
    idle = {Say.THANKS: done.thanks, Say.YES: done.agreed, Say.NO: done.at_rest, Say.OOPS: done.at_rest}
    found = idle.get(said.say)
    return found(None, visit) if found else None


def _edited(text: str, visit: Visit) -> Reply | None:
    pages = [screen.edited for screen in SCREENS.values() if screen.edited]
    return next((reply for page in pages if (reply := page(text, visit)) is not None), None)


def _behind(text: str, former: Former | None, visit: Visit) -> Former | None:
    """A screen that something else was said since: the one « Valider » decides, or whose words are its own."""
    if is_decision(text):
        kinds = DECIDED
    elif former is None or former.kind is ScreenKind.SHOWN:
        kinds = (*WAITING, *PARENTS) if _is_yes(text) else WAITING
    else:
        kinds = MENU_WORDS if former.draft and former.kind is not ScreenKind.ROLL else WAITING
    draft = drafts.latest(visit.session, visit.telegram_id, visit.instant, kinds)
    is_idle = draft is None or (former and draft is former.draft) or _is_bare(draft)
    return None if is_idle else Former((), None, draft)


def _is_yes(text: str) -> bool:
    said = answering.heard(text)
    return said is not None and said.say is Say.YES


def _is_bare(draft: Draft) -> bool:
    """A calendar with nothing marked on it waits for nobody."""
    return draft.kind is ScreenKind.CALENDAR and not leaves.leaf_of(draft).selection


def _under(text: str, former: Former, visit: Visit) -> Reply | None:
    """What `text` means under a screen: a key's own words, an answer, which one, what the screen waits for."""
    screen = SCREENS[former.kind]
    found = _named(text, screen, former) or _answered(text, screen, former, visit)
    if isinstance(found, Button):
        return pressed(found, visit) if former.fresh else _asked_first(former, visit)
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
        case Say.NO if former.kind is ScreenKind.SHOWN and orders(text):
            return None  # « annule », of what was asked about
        case Say.NO:
            return _refused(screen, former, visit)
        case Say.OOPS if not screen.takes_all:
            return _refused(screen, former, visit)
        case Say.THANKS if not screen.takes_all:
            return _thanked(screen, former, visit)
        case Say.UNSURE if not screen.takes_all:
            return shown_again("not-understood-waits", former, visit)
        case (Say.CHECK | Say.REVERT | Say.KEEP | Say.EITHER) as aside if not screen.takes_all and visit.has(
            Role.PARENT
        ):
            return _looked_back(aside, former, visit)
        case Say.YES if asks_back(former) and is_content(text):
            return shown_again("yes-or-no", former, visit)
        case Say.YES if screen.yes:
            return screen.yes(former, visit) if former.fresh else _asked_first(former, visit)
    return _which(text, said, screen, former, visit) if screen.choices else None


def _refused(screen: Screen, former: Former, visit: Visit) -> Reply | None:
    """« non », « oublie »: nothing that was left open before is meant by what is typed next, either."""
    if screen.no and former.kind in (*PARENTS, ScreenKind.SHOWN):
        drafts.give_up(visit.session, visit.telegram_id, visit.instant, PARENTS)
    return screen.no and screen.no(former, visit)


def _looked_back(said: Say, former: Former, visit: Visit) -> Reply | None:
    """« c’est noté ? », « annule la dernière », « annule pas »: of what was done; of what waits, that it does."""
    if said is Say.KEEP and takes_away(former):
        return _refused(SCREENS[former.kind], former, visit)
    if former.draft:
        return shown_again(WAITING_STILL[said], former, visit)
    if said is not Say.REVERT:
        return done.checked(former, visit)
    return done.ask_undo(former, visit) if former.receipt else done.at_rest(former, visit)


def _thanked(screen: Screen, former: Former, visit: Visit) -> Reply | None:
    """A word back; of what waits for an answer, that it waits still."""
    is_open = former.draft and not (screen.says or screen.silent)
    return (is_open and _once_more("thanks-waits", former, visit)) or done.thanks(former, visit)


def _once_more(name: str, former: Former, visit: Visit) -> Reply | None:
    """What waits, shown again; let go of where it was already, so that it swallows no more."""
    draft = former.draft
    if draft is None or former.kind not in PARENTS or not draft.payload.get("again"):
        if draft and former.kind in PARENTS:
            draft.payload = {**draft.payload, "again": True}
        return shown_again(name, former, visit)
    receipt_id = former.receipt.id if former.receipt else None
    booking.remember(former.requests if receipt_id else (), visit, receipt_id=receipt_id)
    return None


def _which(text: str, said: Answered | None, screen: Screen, former: Former, visit: Visit) -> Button | Reply | None:
    """The key an ordinal, a number, a day or a name chooses; asked again where it does not tell which."""
    keys = [(label, key) for label, key in keys_of(former.draft) if screen.choices and isinstance(key, screen.choices)]
    if said and said.say is Say.ALL:
        every = screen.every and screen.every(former, visit) if former.fresh else _asked_first(former, visit)
        return every or Reply(visit.say("say-which"))
    labels = [label for label, _ in keys]
    if choosing.names_all(text, labels) and screen.every and former.fresh:
        return screen.every(former, visit)
    found = choosing.chosen(text, labels)
    if said and said.say is Say.PLACE and not (said.dated and (found or _is_offered(former))):
        found = _place(said, len(keys), found)
    if not found:
        return None
    return keys[found[0]][1] if len(found) == 1 else Reply(visit.say("say-which"))


def _place(said: Answered, count: int, named: list[int]) -> list[int]:
    """The place said, or the day of that number; all of them where that does not tell which."""
    if said.at == choosing.NEXT:
        return [1] if count == 2 else list(range(count))
    at = said.at if said.at >= 0 else count - 1
    if at >= count:
        return named or ([] if said.dated else list(range(count)))
    return [at, *(other for other in named if other != at)]


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
    return _once_more("not-understood-waits", former, visit)
