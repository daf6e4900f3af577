"""What continues the sentence before: it takes its place, comes besides it, takes it back, or answers its question."""

from collections.abc import Sequence
from dataclasses import replace

from handlers import booking, done
from handlers.reply import LONGEST_LABEL, Reply, shorten
from handlers.screens import Former, shown_again
from handlers.visit import Visit
from locales.fr.amending import taken_out
from locales.fr.put_back import part_said
from locales.packing import pack, unpack
from locales.requests import Choice, Follow, Intent, Question, Reading, Request
from models.actions import drafts, receipts
from models.actions.booking import Origin
from models.tables import Draft, Receipt
from models.vocabulary import ScreenKind


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
    return Reading(answer, follows=Follow.REPLACE) if says_no_day else instead(reading)


def _essence(reading: Reading) -> tuple[object, ...]:
    """What a reading comes to, whatever is said of it."""
    why = reading.ask and reading.ask.why
    return pack(reading.requests), why, reading.follows


def instead(reading: Reading) -> Reading:
    """Where nothing stands, what may be said besides or instead is said instead."""
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


def not_among(text: str, reading: Reading, former: Former, visit: Visit) -> Reply | None:
    """« pas vendredi », where what waits for an answer has no Friday: no other booking is meant."""
    rest = taken_out(text)
    if rest is None or not _waits(former) or reading.follows or reading.habit:
        return None
    if part_said(rest, tuple(visit.person.names.values())) is None and not _is_beside(reading, former):
        return None
    return shown_again("not-among", former, visit, words=shorten(rest, LONGEST_LABEL))


def held_back(reading: Reading, former: Former | None) -> Reading:
    """What would be cancelled beside what waits for an answer is shown first."""
    if former is None or not _is_beside(reading, former):
        return reading
    return replace(reading, requests=tuple(replace(request, shown_first=True) for request in reading.requests))


def _is_beside(reading: Reading, former: Former) -> bool:
    """Whether it cancels something that is not what waits for an answer."""
    cancels = any(request.intent is Intent.CANCEL for request in reading.requests)
    return _waits(former) and cancels and not (reading.follows or reading.habit)


def _waits(former: Former) -> bool:
    return former.fresh and former.kind in (ScreenKind.RECAP, ScreenKind.QUESTION)


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
    if draft.kind is not ScreenKind.RECAP:
        return requests
    return [replace(request, shown_first=True) for request in (*unpack(draft.payload["requests"]), *requests)]


def _take_back(former: Former, visit: Visit) -> Reply:
    if former.draft:
        drafts.take(visit.session, former.draft.id, visit.telegram_id, visit.now)
    receipt = former.receipt
    undone = booking.take_back(receipt, visit) if receipt and not receipt.undone_by else None
    if undone or (former.draft and not receipt):
        return undone or Reply(visit.say("abandoned"))
    return done.ask_undo(replace(former, draft=None), visit) or Reply(visit.say("nothing-to-undo"))
