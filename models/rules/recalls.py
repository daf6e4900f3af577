"""When what was shown and left without Valider is recalled: soon after, and before the cut-off that would kill it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from models.rules.commune import Commune
from models.vocabulary import Service

LEFT = timedelta(minutes=10)  # after which somebody has probably gone
LEAD = timedelta(minutes=30)  # before a cut-off
AT_ONCE = timedelta(minutes=2)  # left alone so long where the cut-off is near already
LATEST = timedelta(hours=24)  # after which it is no longer meant

Asked = tuple[Service, date]


def limits(asked: Iterable[Asked], commune: Commune) -> list[datetime]:
    """The instants from which some of it can no longer be had, in order."""
    return sorted({limit for service, day in asked if (limit := _limit(service, day, commune))})


def _limit(service: Service, day: date, commune: Commune) -> datetime | None:
    if service is Service.CANTINE:
        return commune.cutoffs.deadline(day, commune.calendar) if commune.calendar.is_open(day) else None
    hours = commune.sessions.get(service)
    return datetime.combine(day, hours.opens, commune.timezone) if hours else None


def first_recall(asked: Iterable[Asked], now: datetime, commune: Commune) -> datetime | None:
    """When to recall what was left at `now`; None where nothing of it can be had any more."""
    ahead = [limit for limit in limits(asked, commune) if limit > now + AT_ONCE]
    return min(now + LEFT, max(now + AT_ONCE, ahead[0] - LEAD)) if ahead else None


def next_recall(asked: Iterable[Asked], now: datetime, since: datetime, commune: Commune) -> datetime | None:
    """When to recall it again: before the next cut-off, if that comes within a day of `since`."""
    later = (limit - LEAD for limit in limits(asked, commune))
    return next((when for when in later if now < when <= since + LATEST), None)


def threatening(asked: Iterable[Asked], now: datetime, commune: Commune) -> datetime | None:
    """The cut-off so near that it must be named; None where there is time."""
    return next((limit for limit in limits(asked, commune) if now < limit <= now + LEAD), None)
