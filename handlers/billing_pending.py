"""What the secretary is shown before it is kept, and what is waited for to be typed: rows, safe across a restart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from handlers import buttons
from handlers.buttons import DropDeed, KeepDeed, OpenBilling
from handlers.reply import Key, Reply
from handlers.visit import Visit
from models.actions import drafts
from models.rules.billing_screen import Deed
from models.tables import Draft
from models.vocabulary import ScreenKind

PENDING, TYPING = ScreenKind.DEED, ScreenKind.DEED_WORDS


@dataclass(frozen=True, slots=True)
class Proposal:
    """What Valider would do to `about`, with which facts (JSON); `back`: the page to return to."""

    deed: Deed
    about: int
    back: OpenBilling
    facts: Mapping[str, Any] = field(default_factory=dict)


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


def _close(kind: ScreenKind, visit: Visit) -> None:
    while draft := drafts.last_open(visit.session, visit.telegram_id, kind):
        drafts.take(visit.session, draft.id, visit.telegram_id, visit.now, kind)


def proposed(visit: Visit) -> Draft | None:
    """The proposal that is open, if one is."""
    return drafts.last_open(visit.session, visit.telegram_id, PENDING)


def way_back(payload: Mapping[str, Any], visit: Visit) -> tuple[tuple[Key, ...], ...]:
    """To the page a proposal was made from."""
    back = buttons.unpack(payload["back"])
    return ((Key(visit.say("desk-key-back"), back),),) if back else ()
