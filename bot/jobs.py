"""What happens by itself: due times are polled from the database, so that a corrected clock is noticed."""

import logging
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import reminders
from models.actions import outbox
from models.actions.calendar import commune_today
from models.rules.commune import Commune
from models.rules.cutoffs import orders_due

log = logging.getLogger("clochette")


def owe(session: Session, commune: Commune, now: datetime) -> bool:
    """Write the reminders whose hour has come; True if there are letters to send."""
    return reminders.owe_due(session, commune_today(session, commune), now) > 0


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
