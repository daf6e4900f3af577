"""What the bot last said or asked somebody, as one value; and what is said under it, as one type."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from handlers import buttons
from handlers.buttons import Button
from handlers.reply import Key, Reply
from handlers.visit import Visit
from locales.packing import pack, unpack
from locales.requests import Request
from models.actions import context, drafts, receipts
from models.tables import Draft, Receipt
from models.vocabulary import Role, ScreenKind


@dataclass(frozen=True, slots=True)
class Former:
    """What was said last: the requests it was about, the receipt of what was done, the screen it left open.

    `fresh`: so recent that it is continued without asking.
    """

    requests: tuple[Request, ...]
    receipt: Receipt | None
    draft: Draft | None
    fresh: bool = True

    @property
    def kind(self) -> ScreenKind:
        if self.draft:
            return self.draft.kind
        return ScreenKind.DONE if self.receipt else ScreenKind.SHOWN

    @property
    def calendar(self) -> Draft | None:
        """The calendar that is open, if it was turned to last."""
        return self.draft if self.draft and self.draft.kind is ScreenKind.CALENDAR else None

    @property
    def answers(self) -> list[tuple[Request, ...]]:
        """What it may have meant, nothing being done yet: each answer to the question it left open."""
        draft = self.draft
        if self.receipt or draft is None or draft.kind is not ScreenKind.QUESTION or draft.payload.get("offered"):
            return []
        return [unpack(choice) for choice in draft.payload["choices"]]


Deed = Callable[[Former, Visit], Reply | None]


@dataclass(frozen=True, slots=True)
class Screen:
    """What is meant by a few words typed under one kind of screen; None: nothing, they are read as a sentence.

    `choices`: the keys among which « le deuxième », « 2 », a day or a name choose; `every`: what « les deux » does.
    `typed`: other words it is about; `takes_all`: any are, « erreur » included; `edited`: those, changed once they were
    heard. `says`: what is said to what nobody understands, instead of the screen shown again; `silent` where nothing
    is. `labels`: whether a key's own words mean it. `decides`: whether « Valider » means it even where something else
    was said since; `waits`: whether its words reach it then, too.
    """

    yes: Deed | None = None
    no: Deed | None = None
    choices: type[Button] | None = None
    every: Deed | None = None
    typed: Callable[[str, Former, Visit], Reply | None] | None = None
    edited: Callable[[str, Visit], Reply | None] | None = None
    says: str = ""
    silent: bool = False
    labels: bool = True
    takes_all: bool = False
    decides: bool = False
    waits: bool = False


def recall(visit: Visit) -> Former | None:
    """What was last said to this person, and may still be meant."""
    last = context.recall(visit.session, visit.telegram_id, visit.instant)
    if last is None:
        return None
    former = find(unpack(last.requests), last.receipt_id, last.draft_id, visit)
    return replace(former, fresh=last.is_fresh(visit.instant))


def said_last(answer: Callable[[], Reply], visit: Visit) -> Reply:
    """A parent's page that keeps nothing to be gone on from is what was said last, all the same."""
    before = context.recall(visit.session, visit.telegram_id, visit.instant)
    reply = answer()
    if visit.has(Role.PARENT) and context.recall(visit.session, visit.telegram_id, visit.instant) == before:
        context.remember(visit.session, visit.telegram_id, (), visit.instant)
    return reply


def find(requests: Sequence[Request], receipt_id: int | None, draft_id: int | None, visit: Visit) -> Former:
    known = visit.known and receipt_id
    receipt = receipts.of_account(visit.session, receipt_id, visit.person.account_id) if known else None
    return Former(tuple(requests), receipt, drafts.still_open(visit.session, draft_id, visit.telegram_id))


def keys_of(draft: Draft | None) -> list[tuple[str, Button]]:
    """The keys under a screen as it was shown: what each says, and what it does."""
    rows = draft.screen[-1].get("keys", ()) if draft and draft.screen else ()
    packed = [(key["text"], buttons.unpack(key["data"])) for row in rows for key in row if "data" in key]
    return [(label, button) for label, button in packed if button]


def shown_again(name: str, former: Former, visit: Visit, **facts: object) -> Reply | None:
    """The screen as it was shown, under the sentence `name`; it is what was said last, again."""
    draft = former.draft
    if draft is None or not draft.screen:
        return None
    receipt_id = former.receipt.id if former.receipt else None
    requests, at = pack(former.requests), visit.instant
    context.remember(visit.session, visit.telegram_id, requests, at, receipt_id=receipt_id, draft_id=draft.id)
    text, keys = draft.screen[-1].get("text", ""), draft.screen[-1].get("keys", ())
    return Reply("\n\n".join([visit.say(name, **facts), text]), tuple(tuple(map(_key, row)) for row in keys))


def _key(content: dict[str, Any]) -> Key:
    button = buttons.unpack(content["data"])
    assert button
    return Key(content["text"], button, content.get("style"))
