"""What continues the sentence before: it takes its place, comes besides it, takes it back, or answers its question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers import booking
from handlers.reply import Reply
from handlers.visit import Visit
from locales.packing import pack, unpack
from locales.requests import Choice, Follow, Question, Reading, Request
from models.actions import context, drafts, leaves, receipts
from models.actions.booking import Origin
from models.tables import Draft, Receipt


@dataclass(frozen=True, slots=True)
class Former:
    """The sentence before: its requests, the receipt of what was done, the screen it left open.

    `fresh`: so recent that it is continued without asking.
    """

    requests: tuple[Request, ...]
    receipt: Receipt | None
    draft: Draft | None
    fresh: bool = True

    @property
    def calendar(self) -> Draft | None:
        """The calendar that is open, if it was turned to last."""
        return self.draft if self.draft and self.draft.kind == leaves.KIND else None

    @property
    def answers(self) -> list[tuple[Request, ...]]:
        """What it may have meant, nothing being done yet: each answer to the question it left open."""
        draft = self.draft
        if self.receipt or draft is None or draft.kind != "question" or draft.payload.get("offered"):
            return []
        return [unpack(choice) for choice in draft.payload["choices"]]


def recall(visit: Visit) -> Former | None:
    """What the next sentence of this person may continue."""
    last = context.recall(visit.session, visit.telegram_id, visit.instant)
    if last is None:
        return None
    former = find(unpack(last.requests), last.receipt_id, last.draft_id, visit)
    return replace(former, fresh=last.is_fresh(visit.instant))


def find(requests: Sequence[Request], receipt_id: int | None, draft_id: int | None, visit: Visit) -> Former:
    receipt = receipts.of_account(visit.session, receipt_id, visit.person.account_id)
    return Former(tuple(requests), receipt, drafts.still_open(visit.session, draft_id, visit.telegram_id))


def agreed(answers: Sequence[tuple[Request, ...]], readings: Sequence[Reading]) -> Reading:
    """What is typed instead of tapping one of `answers`, read after each of them: where the readings differ, asked.

    Nothing was done yet: what may be said besides or instead is said instead.
    """
    settled = [_settled(answer, reading) for answer, reading in zip(answers, readings, strict=True)]
    if all(_essence(reading) == _essence(settled[0]) for reading in settled):
        return settled[0]
    choices = dict.fromkeys(choice for reading in settled for choice in _choices(reading))
    return replace(settled[0], ask=Question("either-or", choices=tuple(choices)))


def _settled(answer: tuple[Request, ...], reading: Reading) -> Reading:
    """An answer said again, « le soir », says no days of its own: it is that answer."""
    says_no_day = reading.ask and not reading.ask.choices and not any(request.spans for request in reading.requests)
    return Reading(answer, follows=Follow.REPLACE) if says_no_day else _instead(reading)


def _essence(reading: Reading) -> tuple[object, ...]:
    """What a reading comes to, whatever is said of it."""
    why = reading.ask and reading.ask.why
    return pack(reading.requests), why, reading.follows


def _instead(reading: Reading) -> Reading:
    if reading.ask is None or reading.ask.why != "add-or-replace":
        return reading
    instead = tuple(choice for choice in reading.ask.choices if choice.follows is Follow.REPLACE)
    if len(instead) == 1:
        return Reading(instead[0].requests, None, reading.unread, Follow.REPLACE)
    return replace(reading, ask=Question("either-or", choices=instead))


def confirmed(reading: Reading) -> Reading:
    """A sentence that continues one of long ago: asked, with what it would mean."""
    return replace(reading, ask=Question("old-context", choices=_choices(reading)))


def _choices(reading: Reading) -> tuple[Choice, ...]:
    if reading.ask:
        return reading.ask.choices
    label = "undo" if reading.follows is Follow.UNDO else None
    return (Choice(reading.requests, label, follows=reading.follows),)


def carry_out(requests: Sequence[Request], follows: Follow, former: Former, origin: Origin, visit: Visit) -> Reply:
    """Do `requests` as they follow the former ones; a screen that these left open is closed."""
    if follows is Follow.UNDO:
        return _take_back(former, visit)
    receipt = former.receipt if follows is Follow.REPLACE else None
    if former.draft:
        drafts.take(visit.session, former.draft.id, visit.telegram_id, visit.now)
        receipt = receipt or _instead_of(former.draft, visit)
        requests = _besides(former.draft, requests) if follows is Follow.ADD else requests
    return booking.fulfil(requests, origin, visit, receipt)


def _instead_of(draft: Draft, visit: Visit) -> Receipt | None:
    return receipts.of_account(visit.session, draft.payload.get("instead_of"), visit.person.account_id)


def _besides(draft: Draft, requests: Sequence[Request]) -> Sequence[Request]:
    """What an open recap shows and what comes besides it are shown together."""
    if draft.kind != "recap":
        return requests
    return [replace(request, shown_first=True) for request in (*unpack(draft.payload["requests"]), *requests)]


def _take_back(former: Former, visit: Visit) -> Reply:
    if former.draft:
        drafts.take(visit.session, former.draft.id, visit.telegram_id, visit.now)
    if former.receipt and not former.receipt.undone_by:
        return booking.take_back(former.receipt, visit) or Reply(visit.say("undo-nothing"))
    return Reply(visit.say("abandoned" if former.draft else "undo-nothing"))
