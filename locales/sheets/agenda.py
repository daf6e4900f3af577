"""What a phone's calendar is given, as a value, and as the JSON that waits in the outbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Self

from models.rules.booking import Meal
from models.rules.commune import Hours
from models.vocabulary import Service


@dataclass(frozen=True)
class Agenda:
    """Bookings as `meals`, with first names; `made`: the instant they stood (aware); `sessions`: hours of garderie."""

    names: Mapping[int, str]
    meals: tuple[Meal, ...]
    sessions: Mapping[Service, Hours]
    timezone: str
    made: datetime

    @property
    def children(self) -> list[str]:
        return list(self.names.values())

    def pack(self) -> dict[str, Any]:
        return {
            "names": {str(child): name for child, name in self.names.items()},
            "meals": [[meal.child_id, meal.service, meal.day.isoformat()] for meal in self.meals],
            "sessions": {
                service: [hours.opens.isoformat(), hours.closes.isoformat()] for service, hours in self.sessions.items()
            },
            "timezone": self.timezone,
            "made": self.made.isoformat(),
        }

    @classmethod
    def unpack(cls, facts: Mapping[str, Any]) -> Self:
        return cls(
            {int(child): name for child, name in facts["names"].items()},
            tuple(Meal(child, Service(service), date.fromisoformat(day)) for child, service, day in facts["meals"]),
            {Service(name): Hours(*map(time.fromisoformat, hours)) for name, hours in facts["sessions"].items()},
            facts["timezone"],
            datetime.fromisoformat(facts["made"]),
        )
