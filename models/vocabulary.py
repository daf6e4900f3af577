"""The words of the field, as types: what everybody in a commune means by a service, a role, a week."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class Service(StrEnum):
    """What a child may be booked for; the values are those of the exports."""

    CANTINE = "cantine"
    GARDERIE_MATIN = "garderie_matin"
    GARDERIE_SOIR = "garderie_soir"


class Role(StrEnum):
    """What somebody may do; a person may have several."""

    PARENT = "parent"
    AGENT = "agent"
    MAIRIE = "mairie"


class Weeks(StrEnum):
    """The weeks a child spends in a household, by ISO week number."""

    ALL = "toutes"
    EVEN = "paires"
    ODD = "impaires"

    def include(self, day: date) -> bool:
        return self is Weeks.ALL or (day.isocalendar().week % 2 == 0) == (self is Weeks.EVEN)


class Diet(StrEnum):
    """How a meal is cooked, in words the CNIL allows; PANIER is brought from home: counted, not ordered."""

    STANDARD = "standard"
    SANS_PORC = "sans porc"
    VEGETARIEN = "végétarien"
    PANIER = "panier repas"


class Holiday(StrEnum):
    """School holidays by their official names; Ascension is its bridge."""

    TOUSSAINT = "Toussaint"
    NOEL = "Noël"
    HIVER = "Hiver"
    PRINTEMPS = "Printemps"
    ASCENSION = "Ascension"
    ETE = "Été"


class Allergen(StrEnum):
    """The 14 whose presence must be told (regulation EU 1169/2011, annex II), in its order; menus.ftl names them."""

    GLUTEN = "gluten"
    CRUSTACEANS = "crustaces"
    EGGS = "oeufs"
    FISH = "poisson"
    PEANUTS = "arachides"
    SOYA = "soja"
    MILK = "lait"
    NUTS = "fruits-a-coque"
    CELERY = "celeri"
    MUSTARD = "moutarde"
    SESAME = "sesame"
    SULPHITES = "sulfites"
    LUPIN = "lupin"
    MOLLUSCS = "mollusques"


class State(StrEnum):
    """What a booking has become; ABSENT is a cancellation told after the cut-off: the meal stays ordered."""

    RESERVED = "reservee"
    CANCELLED = "annulee"
    ABSENT = "absence"


class ScreenKind(StrEnum):
    """What the bot may have said or asked last; the values are those of the drafts in the database.

    DONE and SHOWN are no drafts: a receipt was given, a page was shown, and no key waits for a decision.
    """

    RECAP = "recap"
    ASIDE = "aside"  # a recap of which all was left aside
    QUESTION = "question"
    CALENDAR = "calendar"
    USUAL_WEEK = "usual-week"
    USUAL_PAGE = "usual-page"  # what is usual is said next
    HOUR = "reminder-hour"  # an hour of reminders was taken
    WELCOME = "welcome"
    ROLL = "attendance"
    ROLL_QUESTION = "roll-question"
    ROLLED = "rolled"  # what an agent said was noted
    DEED = "billing"  # what the secretary is shown before it is kept
    DEED_WORDS = "billing-typing"  # a reference, a payment, a reason is typed next
    FILE = "mairie-file"
    MENUS = "menus"
    MENU_LINES = "menus-waiting"
    MENU_PHOTO = "menu-photo"
    INVOICE_QUESTION = "invoice-question"
    DONE = "done"
    SHOWN = "shown"


class Money(int):
    """Whole cents, as they are said: « 12,40 € ». Sums are made of plain integers; nothing here is ever a float."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days) for days in range((self.last - self.first).days + 1))

    @classmethod
    def month(cls, day: date) -> "Period":
        """The calendar month `day` is in."""
        return cls(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who acts (None: the mairie's command line, or what happens by itself), and when."""

    account_id: int | None
    now: datetime
