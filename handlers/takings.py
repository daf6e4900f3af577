"""The mairie's month in figures: a table in words, the same as a picture, and the months around it."""

from datetime import date, timedelta

from handlers.buttons import ShowTakings
from handlers.reply import Document, Key, Reply
from handlers.visit import Visit
from locales.fr.spelling import month_name, write_month
from locales.sheets import takings as sheet
from models.actions import takings as actions


def show(button: ShowTakings, visit: Visit) -> Reply:
    if not date.min.year < button.month.year < date.max.year:
        return Reply(visit.say("stale-button"))
    return takings(button.month, visit)


def takings(month: date, visit: Visit) -> Reply:
    """The figures of the month `month` is in, for the mairie; whoever calls has looked at the role."""
    today = visit.commune.today(visit.now)
    figures = actions.takings(visit.session, month, visit.commune, today)
    said, keys = write_month(figures.month), _around(figures.month, today, visit)
    if figures.is_empty:
        return Reply(visit.say("takings-empty", month=said), keys)
    picture = Document("takings", figures.pack(), visit.say("takings-caption", month=said))
    return Reply(sheet.written(figures, visit.voice), keys, documents=(picture,))


def _around(month: date, today: date, visit: Visit) -> tuple[tuple[Key, ...], ...]:
    """The month before, and the one after where it has begun."""
    before, after = (month - timedelta(days=1)).replace(day=1), (month + timedelta(days=31)).replace(day=1)
    row = [Key(visit.say("takings-key-before", month=month_name(before)), ShowTakings(before))]
    if after <= today:
        row.append(Key(visit.say("takings-key-after", month=month_name(after)), ShowTakings(after)))
    return (tuple(row),)
