"""A day closed by the mairie: what was booked is cancelled and not billed, and each family is told once."""

from datetime import date

from sqlalchemy.orm import Session

from handlers.reply import Reply
from locales.voice import Voice
from models.actions import booking, calendar, outbox, people
from models.actions.outbox import Notice
from models.rules.booking import Meal
from models.rules.commune import Commune
from models.vocabulary import Stamp


def close(session: Session, commune: Commune, day: date, reason: str, stamp: Stamp) -> int:
    """Close `day` for `reason`; returns how many bookings it cancelled."""
    calendar.close(session, [day], reason, stamp)
    cancelled = booking.cancel_day(session, day, reason, stamp)
    voice = Voice(commune.today(stamp.now))
    for household, meals in cancelled.items():
        outbox.owe(session, _notices(session, household, meals, reason, voice), stamp.now)
    return sum(len(meals) for meals in cancelled.values())


def _notices(session: Session, household: int, meals: list[Meal], reason: str, voice: Voice) -> list[Notice]:
    names = {pupil.id: pupil.first_name for pupil in people.pupils_of(session, [household])}
    children = sorted({names[meal.child_id] for meal in meals})
    day = meals[0].day
    content = Reply(voice.say("day-closed", day=day, reason=reason, children=children)).contents()[0]
    return [
        Notice(chat_id, "closure", content, key=f"closed:{day}:{household}:{account_id}")
        for account_id, chat_id in people.accounts_of(session, [household])
    ]
