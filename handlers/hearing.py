"""How a few words are heard under what was said last: a key's own words, an answer, which one, what is waited for."""

from dataclasses import replace

from handlers import done
from handlers.buttons import Button
from handlers.open_screens import DECIDED, SCREENS, WAITING, pressed, takes_away
from handlers.reply import Lost, Reply
from handlers.screens import Former, Screen, keys_of, shown_again
from handlers.visit import Visit
from locales.fr import answering, choosing
from locales.fr.answering import Answered, Say
from locales.fr.assent import bare, is_decision
from models.actions import drafts
from models.vocabulary import ScreenKind


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
    return next(filter(None, replies), None) or _idle(text, former, visit)


def _idle(text: str, former: Former | None, visit: Visit) -> Reply | None:
    """« merci », where nothing was said that it could answer."""
    said = answering.heard(text) if visit.known and former is None else None
    return done.thanks(None, visit) if said and said.say is Say.THANKS else None


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
    return shown_again("not-understood-waits", former, visit)
