"""What is asked besides bookings: answered from what is known (prices, dates, hours), or told where it is done."""

from collections.abc import Callable, Sequence

from handlers import planning
from handlers.lost import contact
from handlers.reply import Reply
from handlers.visit import Visit
from locales.answers import capital
from locales.fr.topic_details import holiday_named, is_of_rentree, is_of_year_end, services_named, speaks_of_absence
from locales.topics import MANNERS, Topic
from locales.voice import Spoken
from models.actions.tariffs import with_tariffs
from models.rules.calendar import Holidays
from models.rules.tariffs import Tariff
from models.vocabulary import Holiday, Money, Service

FEW = 3  # public holidays named
COMING = 2  # school holidays named where none was said


def answer(topic: Topic, visit: Visit, said: str | None = None) -> Reply:
    """A line or two about `topic`; `said` is the clause that speaks of it, where it is not the whole message."""
    words = said if said is not None else visit.words or ""
    known = KNOWN.get(topic)
    return Reply(known(words, visit) if known else _where(topic, visit))


def _where(topic: Topic, visit: Visit) -> str:
    """Where it is done, or whose it is."""
    if topic in MANNERS:
        return visit.say(f"topic-{topic.value}")
    return visit.say(
        f"topic-{topic.value}",
        mairie=_mairie(visit),
        contact=contact(visit),
        commune=visit.commune.name,
        days=visit.commune.contest_days,
        child=_child(visit),
    )


def _mairie(visit: Visit) -> Spoken:
    return Spoken(visit.say("topic-mairie", contact=contact(visit)))


def _child(visit: Visit) -> str:
    return next(iter(visit.person.names.values()), visit.say("topic-some-child"))


# Prices


def _prices(words: str, visit: Visit) -> str:
    """The tariffs in force today, of the services named or of all."""
    tariffs = with_tariffs(visit.session, visit.commune).pricing.tariffs
    asked = services_named(words) or tuple(Service)
    found = [tariff for service in asked if (tariff := tariffs.in_force(service, visit.today))]
    lines = [capital(_price(tariff, visit)) for tariff in found]
    if speaks_of_absence(words):
        lines.append(visit.say("topic-price-absence", percent=visit.commune.pricing.absence_percent))
    if not lines:
        return visit.say("topic-prices-unknown", mairie=_mairie(visit))
    return visit.say("topic-prices", lines=Spoken("\n".join(lines)))


def _price(tariff: Tariff, visit: Visit) -> str:
    cents = [bracket.cents for bracket in tariff.brackets]
    return visit.say(
        "topic-price",
        service=tariff.service,
        alone=min(cents) == max(cents),
        least=Money(min(cents)),
        most=Money(max(cents)),
        unit=tariff.unit.value,
        outside=None if tariff.outside is None else Money(tariff.outside),
    )


# Hours and dates


def _hours(words: str, visit: Visit) -> str:
    """When the garderie is open, and on which days the canteen is."""
    asked = services_named(words) or tuple(Service)
    lines = [planning.hours(asked, visit)]
    if Service.CANTINE in asked:
        days = [visit.say("on-weekday", weekday=visit.say(f"weekday-{day}")) for day in sorted(_weekdays(visit))]
        lines.append(visit.say("topic-hours-canteen", days=days))
    return "\n".join(filter(None, lines))


def _weekdays(visit: Visit) -> frozenset[int]:
    return visit.commune.calendar.weekdays


def _holidays(words: str, visit: Visit) -> str:
    """The holidays named, else the next ones; of the year, its end or the next first day."""
    calendar = visit.commune.calendar
    coming = calendar.holidays_from(visit.today)
    if named := holiday_named(words):
        coming = [each for each in coming if each.name is named][:1]
        return _of_holidays(coming, visit) if coming or named is not Holiday.ETE else _year_end(visit)
    if is_of_year_end(words):
        return _year_end(visit)
    following = calendar.next_year(visit.today)
    if is_of_rentree(words, visit.today) and following:
        return visit.say("topic-year-begins", first=following.period.first)
    return _of_holidays(coming[: 1 if "rentr" in words.lower() else COMING], visit)


def _of_holidays(coming: Sequence[Holidays], visit: Visit) -> str:
    if not coming:
        return visit.say("topic-holidays-unknown")
    return visit.say("topic-holidays", lines=Spoken("\n".join(capital(_when(each, visit)) for each in coming)))


def _when(holidays: Holidays, visit: Visit) -> str:
    period = holidays.period
    name = "topic-holidays-line" if period.first < period.last else "topic-holiday-day"
    back = visit.commune.calendar.coming(period.last)
    return visit.say(name, name=holidays.name, first=period.first, last=period.last, back=back)


def _year_end(visit: Visit) -> str:
    calendar = visit.commune.calendar
    year, following = calendar.year_of(visit.today), calendar.next_year(visit.today)
    if year is None:
        return visit.say("topic-holidays-unknown")
    return visit.say("topic-year-end", last=year.period.last, back=following.period.first if following else None)


def _public_holidays(_words: str, visit: Visit) -> str:
    """The next public holidays that fall on a day of school, and the bridge where there is one among them."""
    calendar = visit.commune.calendar
    coming = sorted(day for day in calendar.public_holidays if day >= visit.today and day.isoweekday() < 6)[:FEW]
    days = [Spoken(visit.say("topic-public-holiday", day=day, name=calendar.public_holidays[day])) for day in coming]
    bridges = [each for each in calendar.holidays_from(visit.today) if each.name is Holiday.ASCENSION][:1]
    lines = [capital(visit.say("topic-bridge", name=each.name, first=each.period.first)) for each in bridges]
    return "\n".join([visit.say("topic-public-holidays", days=days), *lines])


KNOWN: dict[Topic, Callable[[str, Visit], str]] = {
    Topic.PRICES: _prices,
    Topic.HOURS: _hours,
    Topic.HOLIDAYS: _holidays,
    Topic.PUBLIC_HOLIDAYS: _public_holidays,
}
