"""What the secretary is shown before it is kept, and what is waited for to be typed: rows, safe across a restart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from handlers import buttons
from handlers.buttons import DropDeed, KeepDeed, OpenBilling
from handlers.menu_desk import OTHERS, PREVIEW, WAITING
from handlers.reply import Key, Reply
from handlers.visit import Visit
from models.actions import drafts
from models.rules.billing_screen import Deed
from models.tables import Draft

PENDING, TYPING, FILE = "billing", "billing-typing", "mairie-file"
SCREENS = (PENDING, TYPING, FILE, PREVIEW, WAITING, *OTHERS)  # what words may answer: the one shown last


@dataclass(frozen=True, slots=True)
class Proposal:
    """What Valider would do to `about`, with which facts (JSON); `back`: the page to return to."""

    deed: Deed
    about: int
    back: OpenBilling
    facts: Mapping[str, Any] = field(default_factory=dict)


def latest(visit: Visit) -> Draft | None:
    """The screen shown last to the secretary that words may answer, of whatever page it is."""
    return drafts.latest(visit.session, visit.telegram_id, visit.instant, SCREENS)


def confirm(proposal: Proposal, text: str, visit: Visit) -> Reply:
    """Show what Valider would do, and keep it until then; one proposal at a time."""
    leave(visit)
    payload = {"deed": proposal.deed.value, "about": proposal.about, "back": proposal.back.pack(), **proposal.facts}
    draft = drafts.open_draft(visit.session, visit.telegram_id, PENDING, payload, visit.origin())
    keys = (
        Key(visit.say("button-validate"), KeepDeed(draft.id), "success"),
        Key(visit.say("button-abandon"), DropDeed(draft.id)),
    )
    reply = Reply(text, (keys,), in_place=True)
    drafts.keep_screen(draft, reply.contents())
    return reply


def wait_for_words(deed: Deed, about: int, visit: Visit) -> None:
    """What is typed next is the reference, payment or reason of `about`."""
    payload = {"deed": deed.value, "about": about}
    drafts.open_draft(visit.session, visit.telegram_id, TYPING, payload, visit.origin())


def leave(visit: Visit) -> None:
    """Nothing waits any more, so that « Valider » and what is typed mean what is before the eyes."""
    forget_words(visit)
    _close(PENDING, visit)


def forget_words(visit: Visit) -> None:
    """No words are waited for any more."""
    _close(TYPING, visit)


def _close(kind: str, visit: Visit) -> None:
    while draft := drafts.last_open(visit.session, visit.telegram_id, kind):
        drafts.take(visit.session, draft.id, visit.telegram_id, visit.now, kind)


def to_decide(visit: Visit) -> Draft | None:
    """The proposal that « Valider » means, where nothing else was shown since."""
    screen = latest(visit)
    ours = screen and screen.kind in (PENDING, TYPING)
    return drafts.last_open(visit.session, visit.telegram_id, PENDING) if ours else None


def way_back(payload: Mapping[str, Any], visit: Visit) -> tuple[tuple[Key, ...], ...]:
    """To the page a proposal was made from."""
    back = buttons.unpack(payload["back"])
    return ((Key(visit.say("desk-key-back"), back),),) if back else ()
