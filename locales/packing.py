"""Requests as JSON and back, so that what a sentence meant can wait in a draft and across a restart."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from locales.requests import Choice, Intent, Request, Span
from models.vocabulary import Service


def pack(requests: Iterable[Request]) -> list[dict[str, Any]]:
    return [_pack(request) for request in requests]


def unpack(packed: Iterable[Mapping[str, Any]]) -> tuple[Request, ...]:
    return tuple(_unpack(row) for row in packed)


def pack_choices(choices: Iterable[Choice]) -> list[list[dict[str, Any]]]:
    """The requests of each choice; its label is on the button already."""
    return [pack(choice.requests) for choice in choices]


def _pack(request: Request) -> dict[str, Any]:
    return {
        "intent": request.intent.value,
        "services": [service.value for service in request.services],
        "who": list(request.who),
        "spans": [[_iso(span.first), _iso(span.last)] for span in request.spans],
        "days": [day.isoformat() for day in request.days],
        "closed": [day.isoformat() for day in request.closed],
        "group": request.group,
    }


def _unpack(row: Mapping[str, Any]) -> Request:
    """A request as it was; its notes were said already, and being shown first is behind it."""
    return Request(
        intent=Intent(row["intent"]),
        services=tuple(Service(service) for service in row["services"]),
        who=tuple(row["who"]),
        spans=tuple(Span(_day(first), _day(last)) for first, last in row["spans"]),
        days=tuple(date.fromisoformat(day) for day in row["days"]),
        closed=tuple(date.fromisoformat(day) for day in row["closed"]),
        group=row["group"],
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
