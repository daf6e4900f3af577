"""The tariffs in force: those of commune.toml with the mairie's imported ones over them; and the import itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.rules.commune import Commune
from models.rules.tariffs import Tariff
from models.rules.terms import pack_tariff, unpack_tariff
from models.tables import JournalEntry, TariffTerms
from models.vocabulary import Stamp


def with_tariffs(session: Session, commune: Commune) -> Commune:
    """`commune` with the imported tariffs over its own."""
    imported = [unpack_tariff(row.service, row.since, row.terms) for row in session.scalars(select(TariffTerms))]
    tariffs = commune.pricing.tariffs.overlaid(imported)
    return replace(commune, pricing=replace(commune.pricing, tariffs=tariffs))


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import makes of the tariffs, in the order of services and dates."""

    added: tuple[Tariff, ...] = ()
    changed: tuple[Tariff, ...] = ()
    unchanged: tuple[Tariff, ...] = ()


def bring(session: Session, tariffs: Iterable[Tariff], stamp: Stamp, *, dry_run: bool = False) -> Brought:
    """Keep `tariffs`; one of the same service and date is replaced, others stay. `dry_run` only tells."""
    known = {(row.service, row.since): row for row in session.scalars(select(TariffTerms))}
    added: list[Tariff] = []
    changed: list[Tariff] = []
    unchanged: list[Tariff] = []
    for tariff in sorted(tariffs, key=lambda tariff: (tariff.service, tariff.since)):
        row = known.get((tariff.service, tariff.since))
        if row is None:
            added.append(tariff)
        else:
            (unchanged if row.terms == pack_tariff(tariff) else changed).append(tariff)
    if not dry_run:
        _write(session, [*added, *changed], stamp)
    return Brought(tuple(added), tuple(changed), tuple(unchanged))


def _write(session: Session, tariffs: list[Tariff], stamp: Stamp) -> None:
    for tariff in tariffs:
        terms = pack_tariff(tariff)
        session.merge(TariffTerms(service=tariff.service, since=tariff.since, terms=terms, imported_at=stamp.now))
        facts = {"service": tariff.service.value, "since": tariff.since.isoformat(), "terms": terms}
        session.add(JournalEntry(at=stamp.now, account_id=stamp.account_id, action="tariff-imported", facts=facts))
    session.flush()
