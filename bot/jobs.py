"""What happens by itself: due times are polled from the database, so that a corrected clock is noticed."""

import logging
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from handlers import attendance_news, certificates, recalls, rounds
from locales.voice import Voice
from models.actions import drafts, outbox
from models.actions.calendar import commune_today
from models.actions.outbox import Notice
from models.rules.commune import Commune
from models.rules.cutoffs import orders_due
from models.rules.recalls import LEFT
from models.tables import Draft

log = logging.getLogger("clochette")

TAP_KEPT = timedelta(seconds=150)  # by Telegram, for a bot that is away; a text is kept 24 hours
SCREEN_USEFUL = timedelta(hours=24)


def owe(session: Session, commune: Commune, now: datetime) -> bool:
    """Write the reminders, recalls, news and certificates now due; True if letters wait, another process's included."""
    today = commune_today(session, commune)
    rounds.owe_due(session, today, now)
    recalls.owe_due(session, today, now)
    attendance_news.owe_due(session, today, now)
    certificates.owe_due(session, today, now)
    return outbox.is_owing(session)


def wake_up(session: Session, now: datetime) -> None:
    """After a stop longer than Telegram keeps a tap, show again the screens people were left with, once a stop."""
    last = outbox.last_beat(session)
    outbox.beat(session, now)
    if last is None or now - last < TAP_KEPT:
        return
    for draft in drafts.left_open(session, last - SCREEN_USEFUL):
        if draft.payload.get("day", str(now.date())) < str(now.date()):
            continue  # the list of a day that is over
        outbox.owe(session, _shown_again(draft, last), now)
        draft.recall_at = draft.recall_at and max(draft.recall_at, now + LEFT)


def _shown_again(draft: Draft, last: datetime) -> list[Notice]:
    opening = {"text": Voice().say("resent")}
    return [
        Notice(draft.telegram_id, "resent", content, key=f"resent:{draft.id}:{last.timestamp():.0f}:{number}")
        for number, content in enumerate([opening, *draft.screen] if draft.screen else [])
    ]


def close_orders(session: Session, commune: Commune, now: datetime, current_at: datetime | None) -> None:
    """Let the orders leave whose hour has come, once the updates that were waiting then are done.

    `current_at`: the last instant at which nothing sent to the bot was still waiting; None: not known.
    """
    if current_at is None:
        return
    today = commune_today(session, commune)
    for day in orders_due(today.cutoffs, today.calendar, min(now, current_at)):
        if outbox.close_order(session, day, now):
            log.info("order of %s left", day)
