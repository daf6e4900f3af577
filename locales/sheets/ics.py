"""The days booked as an iCalendar file (RFC 5545), for a phone's own calendar.

An event a booking; its UID is the booking's for ever, so that a file taken again renews what the first one brought.
The canteen lasts the whole day, since nobody has told its hour; a garderie lasts its session.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, TimezoneDaylight, TimezoneStandard

from locales.sheets.agenda import Agenda
from locales.voice import Voice
from models.rules.booking import Meal

PRODUCT = "-//Clochette//Cantine et garderie//FR"
DOMAIN = "clochette.invalid"  # RFC 6761: of nobody's, for ever


def write(agenda: Agenda, voice: Voice) -> bytes:
    """The file; with the rules of its time zone where an event has an hour."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", voice.say("agenda-name", children=agenda.children))
    calendar.add("x-wr-timezone", agenda.timezone)
    for meal in agenda.meals:
        calendar.add_component(_event(meal, agenda, voice))
    if agenda.meals:
        days = [meal.day for meal in agenda.meals]
        calendar.add_missing_timezones(min(days), max(days) + timedelta(days=1))
        _date_springs(calendar)
    return bytes(calendar.to_ical())


def _date_springs(calendar: Calendar) -> None:
    """RFC 5545 (3.6.5) dates a change of hour by the clock before it; icalendar 7.3 dates it by the clock after.

    Where clocks go back the two are one; where they go forward the file would say 3:00 for 2:00.
    """
    for part in calendar.walk():
        if isinstance(part, TimezoneStandard | TimezoneDaylight):
            forward = part.TZOFFSETTO - part.TZOFFSETFROM
            part.DTSTART -= max(forward, timedelta())


def _event(meal: Meal, agenda: Agenda, voice: Voice) -> Event:
    event = Event()
    event.add("uid", f"{meal.service}-{meal.day:%Y%m%d}-{meal.child_id}@{DOMAIN}")
    event.add("dtstamp", agenda.made)
    service = meal.service.value.replace("_", "-")
    event.add("summary", voice.say("agenda-event", service=service, child=agenda.names[meal.child_id]))
    first, last = _span(meal, agenda)
    event.add("dtstart", first)
    event.add("dtend", last)
    event.add("transp", "TRANSPARENT")  # the parent is not the one who is busy
    return event


def _span(meal: Meal, agenda: Agenda) -> tuple[date, date] | tuple[datetime, datetime]:
    """From when to when; the end of a whole day is the next day."""
    hours = agenda.sessions.get(meal.service)
    if hours is None:
        return meal.day, meal.day + timedelta(days=1)
    zone = ZoneInfo(agenda.timezone)
    return datetime.combine(meal.day, hours.opens, zone), datetime.combine(meal.day, hours.closes, zone)
