"""What a commune decides: its calendar, cut-offs, opening, sessions, reminders and prices, as one frozen value.

Read from commune.toml by bot/settings.py; closures and no-order days are laid over it from the database.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.files.text import fold
from models.rules.calendar import SchoolCalendar
from models.rules.cutoffs import Cutoffs
from models.rules.tariffs import Pricing
from models.vocabulary import Service


@dataclass(frozen=True, slots=True)
class Opening:
    """From when one may book, and for which first day; None = always."""

    opens: date | None = None
    first_day: date | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """A garderie session, in the commune's time; `schools`: those whose hours differ, by name."""

    opens: time
    closes: time
    schools: Mapping[str, "Hours"] = field(default_factory=dict)

    def of(self, school: str) -> "Hours":
        """The hours at a school; capitals and accents aside."""
        named = {fold(name): hours for name, hours in self.schools.items()}
        return named.get(fold(school), self)

    @property
    def last_closing(self) -> time:
        """When the last of the schools closes."""
        return max(self.closes, *(hours.closes for hours in self.schools.values())) if self.schools else self.closes


@dataclass(frozen=True, slots=True)
class ReminderHours:
    """The evening before a cut-off, how long before it, when the week is told on Sunday, its menus on Monday."""

    evening: time = time(18)
    before: timedelta = timedelta(hours=1)
    plan: time = time(18)
    menus: time = time(7, 30)


@dataclass(frozen=True)
class Commune:
    """The mairie's rules and how to reach it."""

    name: str
    telephone: str
    email: str
    calendar: SchoolCalendar
    cutoffs: Cutoffs
    opening: Opening = Opening()
    sessions: Mapping[Service, Hours] = field(default_factory=dict)
    reminders: ReminderHours = ReminderHours()
    address: str = ""
    pricing: Pricing = field(default_factory=Pricing)
    payfip_identifier: str = ""  # of the collectivity, as the Trésor public gave it
    contest_days: int = 60  # how long after its issue the mairie looks at what is said of an invoice

    @property
    def timezone(self) -> ZoneInfo:
        return self.cutoffs.timezone

    def local(self, instant: datetime) -> datetime:
        return instant.astimezone(self.timezone)

    def today(self, instant: datetime) -> date:
        return self.local(instant).date()
