"""The [[tariffs]] of commune.toml, read only where there are any."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from models.rules.tariffs import Bracket, Late, Sibling, Tariff, Tariffs, Unit, checked
from models.vocabulary import Service

MOST = 1_000_000  # cents: nothing here costs more
Cents = Field(ge=0, le=MOST, strict=True)


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BracketTable(Table):
    cents: int = Cents
    qf_max: int | None = Field(None, ge=0)
    qf_min: int | None = Field(None, ge=0)


class SiblingTable(Table):
    rank: int = Field(ge=2, le=20)
    percent: int = Field(ge=0, le=100)


class LateTable(Table):
    cents: int = Cents
    minutes: int | None = Field(None, ge=1, le=600)
    from_nth: int = Field(1, ge=1, le=100)


class TariffTable(Table):
    service: Literal["cantine", "garderie_matin", "garderie_soir"]
    since: date = Field(alias="from")
    unit: Literal["repas", "seance", "demi_heure"]
    brackets: tuple[BracketTable, ...] = Field(min_length=1)
    outside_cents: int | None = Field(None, ge=0, le=MOST, strict=True)
    staff_cents: int | None = Field(None, ge=0, le=MOST, strict=True)
    cap_cents: int | None = Field(None, ge=0, le=MOST, strict=True)
    siblings: tuple[SiblingTable, ...] = ()
    unbooked_extra_cents: int = Field(0, ge=0, le=MOST, strict=True)
    late: LateTable | None = None
    packed_cents: int | None = Field(None, ge=0, le=MOST, strict=True)

    def value(self) -> Tariff:
        return Tariff(
            service=Service(self.service),
            since=self.since,
            unit=Unit(self.unit),
            brackets=tuple(Bracket(**bracket.model_dump()) for bracket in self.brackets),
            outside=self.outside_cents,
            staff=self.staff_cents,
            cap=self.cap_cents,
            siblings=tuple(Sibling(**sibling.model_dump()) for sibling in self.siblings),
            unbooked_extra=self.unbooked_extra_cents,
            late=Late(**self.late.model_dump()) if self.late else None,
            packed=self.packed_cents,
        )


class TariffsFile(Table):
    tariffs: tuple[TariffTable, ...]


def read_tariffs(tables: Sequence[Mapping[str, Any]]) -> Tariffs:
    """The tables as values; raises ValidationError for a wrong key, BadTariffs for what does not hold together."""
    return checked(table.value() for table in TariffsFile.model_validate({"tariffs": tables}).tariffs)
