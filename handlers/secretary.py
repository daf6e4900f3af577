"""The mairie's desk: a receipt looked up, and what it was refused granted after all."""

from handlers.buttons import Grant
from handlers.reply import Key, Reply, shorten
from handlers.visit import Visit
from locales.answers import Answer
from locales.voice import Spoken
from models.actions import booking, overrides, receipts
from models.actions.overrides import Told
from models.rules.receipts import read_number
from models.tables import ReceiptLine
from models.vocabulary import State

LONGEST_WORDS = 500
REASONS = (1, 2, 3)  # reason-1 … in secretary.ftl
OUTCOMES = {
    State.RESERVED: "outcome-reserved",
    State.CANCELLED: "outcome-cancelled",
    State.ABSENT: "outcome-absent",
}


def show_receipt(text: str, visit: Visit) -> Reply:
    """/recu K7-4F2: who asked what, in which words, at what instant, and what was answered."""
    if not text:
        return Reply(visit.say("receipt-which"))
    number = read_number(text)
    receipt = receipts.by_number(visit.session, number) if number else None
    if receipt is None:
        return Reply(visit.say("receipt-unknown", number=text[:20]))
    told = overrides.tell(visit.session, receipt)
    parts = ["\n".join(_heading(told, visit)), "\n".join(_line(line, told, visit) for line in receipt.lines)]
    if receipt.answer:
        parts += ["\n".join([visit.say("receipt-answer"), receipt.answer])]
    if receipt.undone_by:
        parts += [visit.say("receipt-undone")]
    return Reply("\n\n".join(parts), _grants(told, visit))


def looks_like_receipt(text: str) -> bool:
    """Whether a text is a receipt number and nothing else, as dictated over the telephone."""
    return "-" in text and read_number(text) is not None


def _heading(told: Told, visit: Visit) -> list[str]:
    receipt = told.receipt
    lines = [
        visit.say("receipt-title", number=receipt.number, at=visit.commune.local(receipt.at)),
        visit.say("receipt-who", name=told.name),
    ]
    if receipt.words:
        lines.append(visit.say("receipt-words", words=shorten(receipt.words, LONGEST_WORDS)))
    if receipt.why:
        lines.append(visit.say("receipt-why", why=receipt.why))
    return lines


def _line(line: ReceiptLine, told: Told, visit: Visit) -> str:
    return visit.say(
        "receipt-line",
        day=line.day,
        service=line.service,
        child=told.names[line.child_id],
        outcome=Spoken(_outcome(line, visit)),
    )


def _outcome(line: ReceiptLine, visit: Visit) -> str:
    if line.after is None:
        return visit.say("outcome-refused", reason=visit.say(f"reason-{line.refusal}"))
    return visit.say(
        {State.RESERVED: "outcome-reserved", State.CANCELLED: "outcome-cancelled", State.ABSENT: "outcome-absent"}[
            line.after
        ]
    )


def _grants(told: Told, visit: Visit) -> tuple[tuple[Key, ...], ...]:
    """A button a reason, where something can still be granted."""
    if not told.grantable:
        return ()
    return tuple(
        (Key(visit.say("grant", reason=visit.say(f"reason-{reason}")), Grant(told.receipt.id, reason)),)
        for reason in REASONS
    )


def grant(button: Grant, visit: Visit) -> Reply:
    """Grant what a receipt was refused, with a reason: journaled, and the family told."""
    told = overrides.find(visit.session, button.receipt_id)
    if told is None or button.reason not in REASONS:
        return Reply(visit.say("stale-button"))
    reason = visit.say(f"reason-{button.reason}")
    granted = overrides.grant(visit.session, told, reason, visit.stamp)
    if granted is None:
        return Reply(visit.say("grant-nothing"))
    said = Answer(visit.voice, told.names, visit.commune, visit.now).done(granted.verdicts)
    head = visit.say("granted-to-you", number=told.receipt.number, reason=reason)
    answer = "\n\n".join([head, *said])
    booking.keep_answer(visit.session, granted.receipt, answer)
    visit.tell(told.chats, "granted", Reply(answer))
    return Reply("\n\n".join([visit.say("granted", number=granted.receipt.number), *said]))
