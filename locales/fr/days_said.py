"""The days a few words say, by the grammar of bookings: « lundi », « 30/11 », « semaine prochaine »."""

import re
from datetime import date, datetime, timedelta

from locales.fr import grammar
from models.rules.calendar import SchoolCalendar

EARLIER = timedelta(weeks=2)  # a date of last week is read as that, to be refused as past; not as next year's


def days_said(text: str, now: datetime, calendar: SchoolCalendar) -> list[date]:
    """The first and last days that `text` says."""
    since = now - EARLIER if re.search(r"\d", text) else now
    read = grammar.read(text, now=since, calendar=calendar, children=())
    spans = [span for request in read.requests for span in request.spans]
    return [day for span in spans for day in (span.first, span.last) if day]
