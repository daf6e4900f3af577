"""Tariffs, prices and lines as JSON keeps them, and back: only whole numbers, words and ISO days."""

from dataclasses import asdict
from datetime import date
from typing import Any

from models.rules.tariffs import Basis, Bracket, Late, Price, Sibling, Tariff, Unit
from models.vocabulary import Service

Packed = dict[str, Any]


def pack_tariff(tariff: Tariff) -> Packed:
    packed = asdict(tariff)
    del packed["service"], packed["since"]
    lists = {name: list(packed[name]) for name in ("brackets", "siblings")}  # as JSON gives them back
    return packed | lists | {"unit": tariff.unit.value}


def unpack_tariff(service: Service, since: date, packed: Packed) -> Tariff:
    late = packed["late"]
    parts: Packed = {
        "unit": Unit(packed["unit"]),
        "brackets": tuple(Bracket(**bracket) for bracket in packed["brackets"]),
        "siblings": tuple(Sibling(**sibling) for sibling in packed["siblings"]),
        "late": Late(**late) if late else None,
    }
    return Tariff(service, since, **{**packed, **parts})


def pack_price(price: Price | None) -> Packed | None:
    """Without what does not apply."""
    if price is None:
        return None
    said = {name: value for name, value in asdict(price).items() if value is not None}
    return said | {"since": price.since.isoformat()}


def unpack_price(packed: Packed | None) -> Price | None:
    if packed is None:
        return None
    basis = Basis(packed["basis"]) if "basis" in packed else None
    return Price(**{**packed, "since": date.fromisoformat(packed["since"]), "basis": basis})


def pack_days(days: tuple[tuple[date, int], ...]) -> list[list[Any]]:
    return [[day.isoformat(), quantity] for day, quantity in days]


def unpack_days(packed: list[list[Any]]) -> tuple[tuple[date, int], ...]:
    return tuple((date.fromisoformat(day), quantity) for day, quantity in packed)
