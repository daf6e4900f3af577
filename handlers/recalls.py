"""What was shown and left without Valider, said again: a calendar's marks, a recap."""

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import booking, calendar
from handlers.buttons import Abandon, ValidateMarks
from handlers.reply import Key, Reply
from handlers.visit import Visit
from locales.packing import unpack
from locales.voice import Voice
from models.actions import leaves, outbox, people
from models.actions.outbox import Notice
from models.rules.commune import Commune
from models.rules.recalls import Asked, next_recall, threatening
from models.tables import Draft


def owe_due(session: Session, commune: Commune, now: datetime) -> None:
    """Write the recalls whose hour has come, once each, and set the next."""
    for draft in leaves.to_recall(session, now):
        asked = _asked(draft)
        reply = _recall(draft, threatening(asked, now, commune), _visit(draft, session, commune, now))
        key = f"recall:{draft.id}:{draft.recall_at}"
        outbox.owe(
            session, [_notice(draft, content, f"{key}:{at}") for at, content in enumerate(reply.contents())], now
        )
        draft.recall_at = next_recall(asked, now, draft.instant, commune)


def _notice(draft: Draft, content: dict[str, object], key: str) -> Notice:
    return Notice(draft.telegram_id, "recall", content, key=key)


def _visit(draft: Draft, session: Session, commune: Commune, now: datetime) -> Visit:
    known = people.identify(session, draft.telegram_id)
    return Visit(session, commune, Voice(commune.today(now)), draft.telegram_id, now, now, known=known)


def _asked(draft: Draft) -> list[Asked]:
    """The services and days that wait for Valider."""
    if draft.kind == leaves.KIND:
        return [(meal.service, meal.day) for meal in leaves.leaf_of(draft).selection.meals]
    return booking.waiting(unpack(draft.payload["requests"]))


def _recall(draft: Draft, deadline: datetime | None, visit: Visit) -> Reply:
    """What waits, with its keys; the recap as it was shown."""
    hurry = [visit.say("recall-hurry", deadline=visit.commune.local(deadline))] if deadline else []
    if draft.kind != leaves.KIND:
        shown = draft.screen[-1]
        return Reply("\n".join([visit.say("recall-recap"), *hurry, "", shown["text"]]), booking.decisions(draft, visit))
    marks = calendar.marked(leaves.leaf_of(draft).selection, visit)
    validate = Key(visit.say("button-validate"), ValidateMarks(draft.id), "success")
    keys = ((validate, Key(visit.say("button-abandon"), Abandon(draft.id))),)
    return Reply("\n".join([visit.say("recall-calendar"), *marks, *hurry]), keys)
