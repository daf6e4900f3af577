"""What happens by itself: due times are polled from the database, so that a corrected clock is noticed."""

import logging
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from handlers import rounds
from locales.voice import Voice
from models.actions import drafts, outbox
from models.actions.calendar import commune_today
from models.actions.outbox import Notice
from models.rules.commune import Commune
from models.rules.cutoffs import orders_due

log = logging.getLogger("clochette")

TAP_KEPT = timedelta(seconds=150)  # by Telegram, for a bot that is away; a text is kept 24 hours
SCREEN_USEFUL = timedelta(hours=24)


def owe(session: Session, commune: Commune, now: datetime) -> bool:
    """Write the reminders whose hour has come; True if there are letters to send, another process's included."""
    rounds.owe_due(session, commune_today(session, commune), now)
    return outbox.is_owing(session)


def wake_up(session: Session, now: datetime) -> None:
    """After a stop longer than Telegram keeps a tap, show again the screens people were left with, once a stop."""
    last = outbox.last_beat(session)
    outbox.beat(session, now)
    if last is None or now - last < TAP_KEPT:
        return
    opening = {"text": Voice().say("resent")}
    notices = [
        Notice(draft.telegram_id, "resent", content, key=f"resent:{draft.id}:{last.timestamp():.0f}:{number}")
        for draft in drafts.left_open(session, last - SCREEN_USEFUL)
        for number, content in enumerate([opening, *draft.screen] if draft.screen else [])
    ]
    outbox.owe(session, notices, now)


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
