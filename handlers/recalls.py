"""What was shown and left without Valider, said again: a calendar's marks, a recap."""

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import booking, calendar
from handlers.buttons import Abandon, ValidateMarks
from handlers.reply import Key, Reply
from handlers.visit import Visit
from locales.packing import unpack
from locales.voice import Voice
from models.actions import leaves, outbox, people, preferences
from models.actions.outbox import Notice
from models.rules.commune import Commune
from models.rules.recalls import Asked, next_recall, threatening
from models.rules.rounds import Kind
from models.tables import Draft


def owe_due(session: Session, commune: Commune, now: datetime) -> None:
    """Write the recalls whose hour has come, once each, and set the next."""
    for draft in leaves.to_recall(session, now):
        asked, visit = _asked(draft), _visit(draft, session, commune, now)
        if preferences.of_account(session, visit.person.account_id, commune).wants(Kind.UNVALIDATED):
            outbox.owe(session, _notices(draft, _recall(draft, threatening(asked, now, commune), visit)), now)
        draft.recall_at = next_recall(asked, now, draft.instant, commune)


def _notices(draft: Draft, reply: Reply) -> list[Notice]:
    """Owed once for each instant at which the screen is to be recalled."""
    key = f"recall:{draft.id}:{draft.recall_at}"
    return [
        Notice(draft.telegram_id, "recall", content, key=f"{key}:{number}")
        for number, content in enumerate(reply.contents())
    ]


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
