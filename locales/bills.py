"""Money in words: a line of an invoice with its reason, and what the mairie should look at."""

from collections.abc import Iterator, Mapping
from datetime import date

from locales.fr.spelling import write_month
from locales.voice import Spoken, Voice
from models.rules.lines import Anomaly, Kind, Line
from models.rules.tariffs import Basis, Price, Tariff
from models.vocabulary import Money

SEVERAL = 2  # days: one is said with whom the line is about


def line(line: Line, child: str, voice: Voice) -> str:
    """« Léa, cantine : 12 repas à 3,30 € (QF de 601 à 1000) = 39,60 € »; `child` is the name as it is said."""
    facts: dict[str, object] = {"count": line.quantity, "unit": Money(line.unit), "sum": Money(line.cents)}
    if line.kind is Kind.CARRIED:
        return voice.say(f"line-{Kind.CARRIED}", month=month(line.days[0][0]), **facts)
    day = line.days[0][0] if len(line.days) == 1 else None
    who = Spoken(voice.say("line-who", child=child, service=line.service, day=day))
    minutes = line.price.minutes if line.price else None
    facts |= {"who": who, "why": why(line.price, voice), "minutes": minutes}
    return voice.say(f"line-{line.kind.value.replace('_', '-')}", facts)


def days(line: Line, voice: Voice) -> Spoken:
    """« les 1er, 3 (×2) et 4 » of the invoice's month, where there are several; else ""."""
    if line.kind is Kind.CARRIED or len(line.days) < SEVERAL:
        return Spoken("")
    said = [voice.say("line-day", number=day.day, count=count) for day, count in line.days]
    return Spoken(voice.say("line-days", days=Spoken(voice.list(said))))


def why(price: Price | None, voice: Voice) -> Spoken:
    """How a price came about, in brackets; "" where there is nothing to say."""
    reasons = [] if price is None else list(_reasons(price, voice))
    return Spoken(voice.say("price-why", reasons=Spoken(", ".join(reasons)))) if reasons else Spoken("")


def _reasons(price: Price, voice: Voice) -> Iterator[str]:
    if price.basis is not None and price.basis is not Basis.SINGLE:
        yield voice.say(f"price-{price.basis.value.replace('_', '-')}", first=price.qf_min, last=price.qf_max)
    if price.percent is not None:
        yield voice.say("price-sibling", rank=price.rank, percent=price.percent)
    if price.share is not None:
        yield voice.say("price-share", percent=price.share)


def anomaly(found: Anomaly, foyers: Mapping[int, str], children: Mapping[int, str], voice: Voice) -> str:
    """One thing to look at; `foyers` and `children` are names by id."""
    facts = {
        "foyer": foyers.get(found.household_id or 0),
        "child": children.get(found.child_id or 0),
        "day": found.day,
        "service": found.service,
        "before": None if found.before is None else Money(found.before),
        "after": None if found.after is None else Money(found.after),
    }
    return voice.say(f"anomaly-{found.trouble.value}", facts)


def typed(cents: int) -> str:
    """23,30: a sum as PayFiP wants it typed."""
    euros, rest = divmod(cents, 100)
    return f"{euros},{rest:02}"


def tariff(tariff: Tariff, voice: Voice) -> str:
    """« cantine, à partir du … : 2,80 € jusqu’au QF 600, 3,90 € au-delà »."""
    last = len(tariff.brackets) > 1
    prices = [
        Spoken(voice.say("tariff-price", price=Money(one.cents), qf=one.qf_max, above=last and one.qf_max is None))
        for one in tariff.brackets
    ]
    return voice.say("tariff-said", service=tariff.service, since=tariff.since, prices=Spoken(", ".join(prices)))


def month(day: date) -> Spoken:
    """Décembre 2026, in small letters."""
    return Spoken(write_month(day))
